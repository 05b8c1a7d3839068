"""Which bullets a note may mean: those with its words, else those that come nearest in meaning."""

from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.act_reading import without_calling
from lapel.matching.places.names import Names
from lapel.matching.places.saying import find_literally, is_called

_MOST_BULLETS = 3


def likely_bullets(subject: str, names: Names, least: float = SUPPORT) -> tuple[str, ...]:
    """Return the bullets that a note may mean: those with its words, else the likeliest first."""
    theirs = names.bullets
    subject = without_calling(subject)
    called = tuple(c.id for c in theirs if is_called(subject, c.id))
    literal = called or tuple(c.id for c in find_literally(subject, names))
    if literal or any(character.isdigit() for character in subject):
        return literal
    known = {candidate.id for candidate in theirs}
    meant = [
        (answer.score, names.candidates[position].id)
        for position, answer in names.engine.answer(subject).items()
        if answer.score >= least and names.candidates[position].id in known
    ]
    meant.sort(key=lambda pair: -pair[0])
    return tuple(id for _, id in meant[:_MOST_BULLETS])
