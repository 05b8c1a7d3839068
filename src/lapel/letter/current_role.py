"""The writer's present role, for a short opening or a letter point that asks for it."""

from collections.abc import Iterator
from itertools import islice

from lapel.document.dates import work_newest_first
from lapel.letter.arranging.chronology import is_going_on
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.telling.introducing.places import setting_of
from lapel.letter.telling.introducing.roles import tell_role
from lapel.letter.telling.tidying import marked_up
from lapel.profile.model import Profile


def present_role(profile: Profile, asked: tuple[Source, ...] = ()) -> Iterator[Move]:
    """Yield a move about the writer's newest role that is still going on, if there is one. Without
    a fuller sentence for it, "I am … at …" is said only if a note asks; ``asked`` names the note.
    """
    for role in islice(filter(is_going_on, work_newest_first(profile)), 1):
        setting = setting_of(role)
        plainly = (f"I am {setting.role} {setting.at}".strip() + ".",) if asked else ()
        sources = (Source(SourceKind.ENTRY, role.id), *asked)
        texts = tell_role(role) or plainly
        if texts:
            yield Move(tuple((Sentence(marked_up(t), sources),) for t in texts), names=role)
