"""The contract: what became of every note of the job file."""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.ledger.acts import tell_act
from lapel.ledger.advice import pin_line, wording_line
from lapel.ledger.asked import Asked
from lapel.ledger.letter import StandingLetter, find_sentences_for, judge_letter_note
from lapel.ledger.model import FOR_THE_LETTER, Answer, Fate, NoteAccount, RequirementAccount
from lapel.ledger.noted import LEAVING
from lapel.ledger.standing import Looks, Standing, Told
from lapel.matching.model import DEEDS, Evidence, Matches
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile
from lapel.selection.ordering import find_led
from lapel.text.plurals import join_and
from lapel.text.words import shorten_text

NOTHING_ASKED = (
    "asks for nothing a bullet could show; what lapel should do can be said with pin, drop or order"
)


def account_notes(
    job: Job,
    profile: Profile,
    matches: Matches,
    on_page: frozenset[str],
    looks: Looks,
    letter: StandingLetter | None = None,
) -> tuple[NoteAccount, ...]:
    """Account for every note. ``on_page`` are the ids of the candidates on the page, ``looks`` are
    the resume's, and ``letter`` is what notes for the letter are judged by.
    """
    asked = {r.note: Asked(r, matches, on_page) for r in matches.requirements if r.note}
    shown = frozenset(map(highlight_of, on_page))
    standing = Standing(job, profile, matches.orders, shown, looks, wanted=_find_wanted(matches))
    told = {id: _tell_acts(each, standing) for id, each in asked.items()}
    return tuple(
        _account_for_letter(note, letter, job, profile)
        if note.kind in FOR_THE_LETTER
        else _account_note(
            note, asked.get(note.id), matches.placements.get(note.id, ()), told.get(note.id, ())
        )
        for note in job.notes
    )


def account_requirements(
    matches: Matches, on_page: frozenset[str]
) -> tuple[RequirementAccount, ...]:
    """Return every line of the description that asks for something, judged as a note is."""
    lines = (Asked(each, matches, on_page) for each in matches.requirements if not each.note)
    return tuple(_account_requirement(asked) for asked in lines)


def _account_requirement(asked: Asked) -> RequirementAccount:
    fate, why = _judge_asked(asked)
    return RequirementAccount(
        id=asked.requirement.id,
        kind=asked.requirement.kind,
        text=asked.requirement.text,
        place=str(asked.requirement.place),
        fate=fate,
        evidence=asked.evidence,
        why=why,
        missing=asked.missing,
        answers=asked.answers,
    )


def _account_for_letter(
    note: Note, standing: StandingLetter | None, job: Job, profile: Profile
) -> NoteAccount:
    fate, why = Fate.FOR_THE_LETTER, "kept for the cover letter; the resume does not use it"
    answers: tuple[Answer, ...] = ()
    if standing is not None:
        fate, why = judge_letter_note(note, standing)
        answers = find_sentences_for(note, standing.letter, job, profile)
    return NoteAccount(
        id=note.id,
        kind=note.kind.value,
        text=note.text,
        place=str(note.place),
        entries=(),
        fate=fate,
        evidence=None,
        why=why,
        missing=(),
        answers=answers,
    )


def _account_note(
    note: Note, asked: Asked | None, placed: tuple[str, ...], told: Sequence[Told]
) -> NoteAccount:
    """Return the account of a note for the page; ``placed`` are the entries that its label
    names.
    """
    fate, why = _judge_note(note, asked, placed)
    acts, phrases = (asked.requirement.acts, asked.requirement.phrases) if asked else ((), ())
    if told and (any(act.sure for act in acts) or fate is not Fate.NOT_PLACED):
        fate, why = _combine_with_acts(
            fate, why if phrases and fate is not Fate.NOT_PLACED else "", told
        )
    return NoteAccount(
        id=note.id,
        kind=note.kind.value,
        text=note.text,
        place=str(note.place),
        entries=placed,
        fate=fate,
        evidence=asked.evidence if asked else None,
        why=why,
        missing=asked.missing if asked else (),
        answers=asked.answers if asked else (),
    )


def _tell_acts(asked: Asked, standing: Standing) -> tuple[Told, ...]:
    """Say what became of each act of a note; ``standing`` gets the highlights that the note wants
    first.
    """
    requirement = asked.requirement
    standing = replace(standing, led=frozenset(find_led(requirement, asked.matches)))
    return tuple(tell_act(act, requirement, standing) for act in requirement.acts)


def _find_wanted(matches: Matches) -> frozenset[str]:
    """Return the highlights that answer a wish of a note: the best of each."""
    best: dict[tuple[str, int], str] = {}
    noted = (requirement.id for requirement in matches.requirements if requirement.note)
    for id in noted:
        for match in matches.by_requirement.get(id, ()):
            if match.supports and matches.candidate[match.candidate].kind in DEEDS:
                for phrase in match.phrases:
                    best.setdefault((id, phrase), highlight_of(match.candidate))
    return frozenset(best.values())


def _combine_with_acts(fate: Fate, why: str, told: Sequence[Told]) -> tuple[Fate, str]:
    """Return a note's fate and reason with those of its acts; ``why`` is "" where it asks for
    nothing else.
    """
    undone = any(one.done is False for one in told)
    unplaced = not all(one.placed for one in told)
    if fate is Fate.NO_EVIDENCE and unplaced:
        why = ""  # nobody writes a bullet for an order to keep or drop
    sentence = "; ".join(dict.fromkeys(filter(None, [why, *(one.why for one in told)])))
    if not why:
        if all(one.done for one in told):
            return Fate.HONOURED, sentence
        if any(one.done or one.in_part for one in told):
            return Fate.PARTLY, sentence
        if undone:
            return Fate.NOT_DONE, sentence
        return (Fate.NOT_PLACED if unplaced else Fate.NOT_APPLICABLE), sentence
    return (Fate.PARTLY if (undone or unplaced) and fate is Fate.HONOURED else fate), sentence


def _judge_note(note: Note, asked: Asked | None, placed: tuple[str, ...]) -> tuple[Fate, str]:
    """Return the fate of a note and the sentence that says why."""
    if note.kind is NoteKind.HINT and not placed:
        return Fate.NOT_PLACED, f"“{note.label}” names no entry of the profile for certain"
    if asked is None or not asked.requirement.phrases:
        return Fate.NOT_APPLICABLE, NOTHING_ASKED
    return _judge_asked(asked, placed)


def _judge_asked(asked: Asked, placed: tuple[str, ...] = ()) -> tuple[Fate, str]:
    """Return the fate of what a note or a line of the posting asks for, and why."""
    if asked.evidence is Evidence.NONE:
        if asked.requirement.optional:
            return Fate.NOT_APPLICABLE, "asked only if it fits, and the profile has nothing for it"
        if asked.is_bare and asked.on_page.intersection(placed):
            shown = f"has no bullets to show {_quote_phrases(asked.requirement.phrases)}"
            return Fate.PARTLY, f"it stands on the page, and {shown}"
        return Fate.NO_EVIDENCE, _say_nothing_says_it(asked)
    if not any(answer.included for answer in asked.answers):
        return Fate.LEFT_OUT, _say_no_room(asked)
    return _judge_shown(asked)


def _judge_shown(asked: Asked) -> tuple[Fate, str]:
    """Return the fate of a note that something on the page answers, or comes near to."""
    if not asked.is_supported:
        return Fate.PARTLY, _say_only_near(asked.answers)
    if missing := asked.parts(asked.missing):
        missed = f"no bullet on the page was found to show {_quote_phrases(missing)}"
        return Fate.PARTLY, f"{missed}; {_advise_showing(asked)}"
    if asked.named:
        named = asked.parts(asked.named) or asked.named
        only = f"{'are' if named[1:] else 'is'} only named on the page"
        return Fate.PARTLY, f"{_quote_phrases(named)} {only}; {_advise_telling(asked)}"
    if asked.thin and asked.years:
        return Fate.PARTLY, f"by the dates of these roles, the years of it are {asked.years}"
    if thin := asked.parts(asked.thin):
        signs = f"the evidence is thin: only weak signs speak for {_quote_phrases(thin)}"
        return Fate.PARTLY, f"{signs}; tag a bullet that shows it with these words"
    if asked.missing or asked.thin:
        return Fate.PARTLY, "the page shows each part of it, and nothing there shows all of it"
    return Fate.HONOURED, "bullets on the page answer all of it"


def _advise_showing(asked: Asked) -> str:
    """Say what to do where nothing on the page says some of what is asked for."""
    rest = "pin or write one" if asked.absent else "write one if you did it"
    return _say_in_the_way(asked, asked.absent) or rest


def _advise_telling(asked: Asked) -> str:
    """Say what to do where the page only names what a note asks for."""
    if not asked.telling:
        return "write a bullet that shows it, or tag one with these words"
    best, *_ = asked.telling
    pinned = pin_line([highlight_of(best)])
    brings = f"{pinned} in the front matter brings in the bullet that shows it"
    return _say_in_the_way(asked, [best]) or brings


def _say_no_room(asked: Asked) -> str:
    best = asked.answers[0].id if asked.answers else ""
    if not asked.is_supported:
        reworded = "in a wording that is not on the page"
        return (
            f"no bullet says this plainly; {highlight_of(best)} comes nearest "
            f"{reworded if asked.is_reworded(best) else 'and found no room'}: "
            "if it shows this, give it a tag"
        )
    if obstacle := _say_in_the_way(asked, [best]):
        return f"the profile has evidence, but {obstacle}"
    return (
        "the profile has evidence, but none of it found room on the page; "
        f"{pin_line([highlight_of(best)])} in the front matter gives it some"
    )


def _say_in_the_way(asked: Asked, forms: Sequence[str]) -> str:
    """Name what keeps the first of these bullets that anything keeps off the page, in the form
    that shows what is asked, and the line that brings it there: another form of it that stands, or
    a note that takes it out. Return "" where nothing does.
    """
    orders = asked.matches.orders
    for form in forms:
        id = highlight_of(form)
        if asked.is_reworded(form):
            return (
                f"{id} shows it in another wording than the page has; "
                f"{wording_line(form)} in the front matter takes that one"
            )
        entry = asked.matches.candidate[id].entry if id in asked.matches.candidate else ""
        ordered = id in orders.out or entry in orders.most
        for other in asked.matches.requirements if ordered else ():
            named = {named for act in other.acts if act.kind in LEAVING for named in act.named}
            if other.id != asked.requirement.id and not named.isdisjoint((id, entry)):
                return (
                    f"the note on line {other.place.line} takes out {id}, which shows it; "
                    f"{pin_line([id])} in the front matter brings it back"
                )
    return ""


def _say_only_near(answers: tuple[Answer, ...]) -> str:
    nearest = next(answer for answer in answers if answer.included)
    return (
        f"no bullet says this plainly; {highlight_of(nearest.id)} comes nearest in meaning: "
        "if it shows this, give it a tag"
    )


def _say_nothing_says_it(asked: Asked) -> str:
    if not asked.matches.english:
        return "no bullet has just these words, nor a tag of them; give the one that shows it a tag"
    nearest = asked.nearest
    if nearest is None:
        return "no bullet was found that says this; write one if you did it"
    return (
        f"no bullet says this plainly; if {highlight_of(nearest.id)} "
        f"“{shorten_text(nearest.text)}” does, give it a tag, otherwise write one if you did it"
    )


def _quote_phrases(phrases: Sequence[str]) -> str:
    return join_and([f"“{phrase}”" for phrase in phrases])
