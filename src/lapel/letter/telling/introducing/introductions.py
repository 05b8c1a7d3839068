"""A clause with where and when before it, in each way there is."""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.tense import into_participle
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import bare, is_in, is_number
from lapel.letter.telling.clauses import Clause, Subject
from lapel.letter.telling.introducing.fronting import fronted
from lapel.letter.telling.introducing.places import Setting
from lapel.letter.telling.model import Introduction
from lapel.profile.model import Entry, SectionKind
from lapel.text.common import is_plural, is_small
from lapel.text.data import data_reader
from lapel.text.verbs import Form, forms_of

_FIRST_WORDS = 6
_KINDS = {Subject.PERSON: "person", Subject.WORK: "work", Subject.JOB: "work"}
LESS = {one: (one,) for one in Introduction} | {
    Introduction.FULL: (Introduction.FULL, Introduction.PLACE),
    Introduction.ROLE: (Introduction.ROLE, Introduction.SAME),
    Introduction.SAME: (Introduction.SAME, Introduction.BARE),
}
"""The introductions that each may be shortened to where there is no room, itself first."""
_IN_TIME = (
    Introduction.BEFORE,
    Introduction.BEFORE_THERE,
    Introduction.LATER,
    Introduction.LATER_THERE,
)
_WITH_ROLE = (Introduction.FULL, Introduction.ROLE, *_IN_TIME)
NAMED = (*_WITH_ROLE, Introduction.PLACE, Introduction.AGAIN)
_TOO_MUCH_BEFORE = (
    *("at-place-where", "there-as-role", "at-place-as-role", "at-place-where-role"),
    *("before-at-place-where", "later-at-place-where", "when-role-there", "there-where-role"),
    *("before-when-role-there", "later-when-role-there"),
)
_ONCE = (
    *("while-there", "while-at-place", "in-time-at-place", "there-also", "when-role-there"),
    *("in-time-as-role", "in-time-as-role-there", "later-in-time-as-role"),
    *("later-when-role-there", "later-in-time-as-role-there"),
)
_TODAY = ("in-current-role", "in-current-role-again", "in-this-role-also", "still-there-also")
_OF_WHAT_GOES_ON = ("in-current-role", "in-current-role-again")
_templates = data_reader("lapel.letter.telling.introducing", "introductions.yaml")


def introduced(
    clause: Clause, entry: Entry, setting: Setting, introduction: Introduction
) -> Iterator[tuple[str, str]]:
    """Yield each way to put where and when before the clause: its name, then the text."""
    if introduction is Introduction.FULL and clause.front.startswith("as "):
        return
    if setting.name and clause.subject in (Subject.WORK, Subject.THING):
        yield "project", _project_is(clause, setting)
        return
    if introduction is Introduction.SAME and (turned := fronted(clause)):
        yield "fronted", said(turned)
    for opener, way, told in _ways(clause, entry, setting, introduction):
        closes = "{role} {at}" in way or "{role} there" in way
        comma = "," if closes and "," in setting.role else ""
        template = (
            way.replace("{role} there,", "{role}").replace("{role} there", "{role}")
            if comma
            else way
        )
        yield (
            opener,
            template.format(
                role=setting.role + comma,
                at=setting.at,
                within=f"in {setting.at.removeprefix('for ')}",
                was="was" if entry.is_over else "am",
                when="when" if entry.is_over else "while",
                said=said(told),
                also=said(replace(told, text=_with_also(told.text))),
                text=told.text,
                work="job" if clause.subject is Subject.JOB else "work",
            ),
        )


def _ways(
    clause: Clause, entry: Entry, setting: Setting, introduction: Introduction
) -> Iterator[tuple[str, str, Clause]]:
    """Yield the fitting templates by name, with the clause in their tense."""
    work = entry.section is SectionKind.WORK
    if introduction in _WITH_ROLE and (not setting.role or (work and _says_role(clause, setting))):
        return
    if introduction in _IN_TIME and not (setting.at and work):
        return
    name = _way(entry, setting, introduction)
    kind = _KINDS.get(clause.subject, "other")
    for opener, template in _templates()[name][kind].items():
        too_much = clause.front and (opener in _TOO_MUCH_BEFORE or "{also}" in template)
        if too_much or not _is_true_of(opener, template, entry):
            continue
        if (told := _as_of(opener, clause, entry)) is not None:
            yield opener, template, told


def _is_true_of(opener: str, template: str, entry: Entry) -> bool:
    """Tell whether a way of telling fits a role that is over, or one that goes on.

    Who works there today does not say "while there"; "there I also" is allowed only if nothing else
    is left. Of a role without dates neither is known.
    """
    over, dated = entry.is_over, entry.end is not None
    if opener in _TODAY:
        return dated and not over and entry.section is SectionKind.WORK
    return over or (opener not in _ONCE and (dated or "{was}" not in template))


def _as_of(opener: str, clause: Clause, entry: Entry) -> Clause | None:
    """Return the clause in the tense that fits a way of telling, None where it has none.

    What goes on is told of today, and not as what came "later"; in "my current role" what was done
    is what "I have done".
    """
    if clause.subject is Subject.OTHER:
        return clause
    goes_on = not entry.is_over and _is_present(clause.text)
    if opener.startswith(("later-", "today-")):
        return clause if goes_on is opener.startswith("today-") else None
    if goes_on or opener not in _OF_WHAT_GOES_ON:
        return clause
    done = None if pattern("of_its_time").search(clause.text) else into_participle(clause.text)
    return replace(clause, text=f"have {done}") if done and not clause.front else None


def _is_present(deed: str) -> bool:
    """Tell whether a deed's first verb is in the present: "run", "am", "also run", "includes"."""
    words = [bare(word) for word in deed.split() if not is_in(word, "adverbs")]
    first = next((word for word in words if forms_of(word)), "")
    return Form.PAST not in forms_of(first)


def _says_role(clause: Clause, setting: Setting) -> bool:
    """Tell whether a clause says itself what the role is: "am lead for four audiologists"."""
    first, *words = clause.text.split()[:_FIRST_WORDS]
    role = {bare(word) for word in setting.role.split()}
    return first in ("am", "was", "have") and any(
        bare(word) in role and not is_small(bare(word)) for word in words
    )


def _way(entry: Entry, setting: Setting, introduction: Introduction) -> str:
    """Return the name of the templates, by the kind of entry and by whether it has a place."""
    name = introduction.value
    if introduction in (Introduction.FULL, Introduction.PLACE) and setting.role and not setting.at:
        name = "role_only"
    if setting.name:
        name = {"place": "project", "same": "same_project"}.get(name, name)
    elif entry.section is SectionKind.EDUCATION:
        name = {"full": "degree", "role": "degree", "same": "same_place"}.get(name, name)
    elif entry.section is not SectionKind.WORK and introduction is Introduction.SAME:
        name = "same_place"
    return (
        Introduction.BARE.value
        if name in ("place", "again", "same_place") and not setting.at
        else name
    )


def _with_also(text: str) -> str:
    """Return a deed with "also" before it or after its auxiliary: "was also one of nine"."""
    first, _, rest = text.partition(" ")
    if "also" in text.split()[:3]:
        return text
    then = bare((*rest.split(maxsplit=1), "")[0])
    has = first == "have" and then != "been" and Form.PARTICIPLE not in forms_of(then)
    if first in ("am", "was", "have") and rest and not has:
        return f"{first} also {rest}"
    return f"also {text}"


def _project_is(clause: Clause, setting: Setting) -> str:
    """Return what a clause says about a project: "Pocket Size Fund is a free planning tool"."""
    name = setting.name
    if not (name[0].isupper() or name.startswith("the ")):
        name = f"the project {name}"
    if clause.subject is Subject.THING:
        return f"{name} {clause.text}"
    verb, _, rest = clause.text.partition(" ")
    counts = is_number(rest)
    was = {"included": "had" if counts else "was", "includes": "has" if counts else "is"}.get(verb)
    first = bare(rest.split(maxsplit=1)[0])
    doing = Form.GERUND in forms_of(first) or (is_plural(head_of(rest)) and not is_small(first))
    whole = was is None or (doing and not counts)
    return f"my work {setting.at_short} {clause.text}" if whole else f"{name} {was} {rest}"


def said(clause: Clause) -> str:
    """Return the clause with its subject and the words in front of it."""
    subject = f"{clause.subject.value} " if clause.subject.value else ""
    front = f"{clause.front}, " if clause.front else ""
    return f"{front}{subject}{clause.text}"
