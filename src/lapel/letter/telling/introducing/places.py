"""Where and as what something was done: a role and a place, as a sentence names them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.english.finite import is_sentence
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import bare, begun_small, is_agent, is_counted_noun, is_in, lowered
from lapel.profile.model import Entry, SectionKind
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_common, is_plural
from lapel.text.data import data_reader
from lapel.text.regexes import regex

_ASIDE = regex(r"\s*\([^()]*\)")
_NAME_ASIDE = regex(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])|\s+\|\s.*$")
"""Words behind an employer's name: "(contract)", "[Technology]", "| Client: a retailer"."""
_CUT = regex(r"\s+(?:[|–—-]|--)\s+.*$")
_LONGEST_TITLE_WORDS = 7
_LONGEST_DESCRIPTION_WORDS = 12
_NAME_WORDS = 2
_JOINERS = frozenset(("&", "and"))
_OF_TOWNS = frozenset(
    ("San", "Santa", "St.", "Saint", "Los", "Las", "El", "La", "New", "Fort", "Port", "Salt", "Des")
)
_AGENT_END = regex(r"(?:er|or|ist|ian|ee|ant|eer|ess|man|woman|person|lead|head|chief)s?$")
_DEGREE = regex(r"^(?:[A-Z][A-Za-z.]{1,6}|(?:Associate|Bachelor|Master|Doctor|Doctorate)[\w’' ]*)$")
_data = data_reader("lapel.letter.telling.introducing", "places.yaml")


class Setting(Struct, frozen=True):
    """A role and a place for a sentence; either is "" where it cannot be named.

    ``role`` is as it follows "as" ("Head of Machine Learning", "a volunteer nurse"); ``at`` has its
    preposition ("at PepsiCo", "for Pocket Size Fund, a free planning tool"), ``at_short`` is the
    same without a description, and ``at_again`` for a place named before ("at Palo Seco"). ``name``
    is the project's own name, which can be a subject.
    """

    role: str
    at: str
    at_short: str
    name: str = ""
    at_again: str = ""

    def again(self) -> "Setting":
        """Return the setting for a place that was named before."""
        return replace(self, at=self.at_again or self.at_short)


def place_id(entry: Entry) -> str:
    """Return what entries of one place share: the organisation's id, or their own."""
    return entry.organisation.id if entry.organisation is not None else entry.id


@lru_cache(maxsize=512)
def setting_of(entry: Entry) -> Setting:
    """Return where and as what the highlights of an entry were done."""
    if entry.section is SectionKind.EDUCATION:
        return _school(entry)
    if entry.section is SectionKind.PROJECTS:
        return _project(entry)
    title = "" if entry.is_untitled else _title(entry.title.plain)
    work = entry.section is SectionKind.WORK
    if entry.organisation is None:
        role, comma, group = title.partition(", ")
        if work:
            return Setting(_role(title, own_account=""), "", "")
        if comma and _is_person(role):
            at = at_place(group, work=False)
            return Setting(_role(role), at, at)
        at = at_place(title, work=False) if not _is_person(title) else ""
        return Setting("" if at else _role(title), at, at)
    written = entry.organisation.name.plain
    name = _NAME_ASIDE.sub("", written).strip() or written
    account = _data()["own_account"].get(name.casefold())
    if account is not None:
        return Setting(_role(title or name, own_account=account), "", "")
    at = at_place(name, work=work)
    again = at_place(_short(name, entry.organisation.aliases), work=work)
    role = _role(title) if work or (title and _is_person(title)) else ""
    return Setting(role, at, at, at_again=again)


def _short(name: str, aliases: Iterable[str]) -> str:
    """Return a name as it is shortened after its first mention.

    It is an alias with which the name begins; or the name up to its comma, without its legal form
    and its kind of place ("Regional Airport").
    """
    begun = [alias for alias in aliases if name.startswith(f"{alias} ") and alias[:1].isupper()]
    whole = re.sub(_data()["legal_form"], "", name.partition(", ")[0])
    return min(begun, key=len, default=_without_kind(whole))


def _without_kind(name: str) -> str:
    """Remove the words at a name's end that say its kind ("Regional Airport")."""
    words = name.split()
    own = [at for at, word in enumerate(words) if not (is_common(word) or word in _JOINERS)]
    parts = [word.strip("'’s") for word in words if word not in _JOINERS]
    named = bool(own) and all(part.isalpha() and part[0].isupper() for part in parts)
    if not named or words[0] in _OF_TOWNS or any(map(is_adjective, words[:_NAME_WORDS])):
        return name
    pair = words[1:2] == ["&"] and own[-1] <= _NAME_WORDS
    kept = _NAME_WORDS + 1 if pair else max(own[-1] + 1, _NAME_WORDS)
    kind = words[kept:]
    long = len(kind) >= _NAME_WORDS
    sure = long and (pair or (own[0] == 0 and (own[-1] > 0 or len(kind) == _NAME_WORDS)))
    return " ".join(words[:kept]) if kind and sure and not _JOINERS & {*kind[:1]} else name


def _title(written: str) -> str:
    """Return a title without asides, second halves and the letters of credentials."""
    text = _CUT.sub("", _ASIDE.sub("", written)).strip()
    left_out = {bare(word) for word in written.removeprefix(text).split()}
    parts = text.split(", ")
    while len(parts) > 1 and pattern("credential").match(parts[-1]):
        parts.pop()
    qualified = [word for word in _data()["qualifiers"].split() if word in left_out]
    return " ".join([*qualified, ", ".join(parts)])


def _role(title: str, own_account: str | None = None) -> str:
    """Return the title as it follows "as"; "" for one too long for a sentence."""
    if not title or len(title.split()) > _LONGEST_TITLE_WORDS or title.count(",") > 1:
        return ""
    bare_title = _data()["bare_titles"].get(title.casefold())
    if bare_title is not None and (own_account is None or title.casefold() in _own_accounts()):
        return str(bare_title)
    small = " ".join("and" if word == "&" else _small(word) for word in title.split())
    if own_account:
        worked = "" if set(small.split()) & _own_accounts() else f"{own_account} "
        return f"{choose_article(worked or small)} {worked}{small}" if _is_person(title) else ""
    if title.casefold().startswith(("freelance ", "independent ")):
        return f"{choose_article(small)} {small}"
    if head_of(title) in _data()["small_titles"].split():
        return f"{choose_article(small)} {small}"
    return title


def _own_accounts() -> frozenset[str]:
    """Return the words that say that somebody is self-employed."""
    return frozenset(_data()["own_account"])


def _small(word: str) -> str:
    keeps = word.isupper() and len(word) > 1
    small = is_common(word.strip(",")) or is_agent(word)
    return begun_small(word) if small and not keeps else word


def _is_person(title: str) -> bool:
    head = head_of(title).partition("/")[0]
    return is_agent(head) or bool(_AGENT_END.search(head))


def at_place(name: str, *, work: bool) -> str:
    """Return the place with its preposition, and with the article that its name surely takes."""
    data = _data()
    inside = re.search(data["inside"], name)
    if inside:
        name = name.partition(",")[0]
    named = name
    if not re.search(data["without_the"], name) and any(
        re.search(pattern, name) for pattern in data["with_the"]
    ):
        named = f"the {name}"
    if inside:
        return f"in {named}"
    return f"{'at' if work or not re.search(data['together'], name) else 'with'} {named}"


def _school(entry: Entry) -> Setting:
    if entry.organisation is None:
        return Setting("", "", "")
    at = at_place(entry.organisation.name.plain, work=False)
    degree, comma, area = entry.title.plain.partition(", ")
    if comma and _DEGREE.match(degree) and "," not in area:
        return Setting(f"my {degree} in {area}", at, at)
    return Setting("", at, at)


def _project(entry: Entry) -> Setting:
    title = entry.title.plain
    role, comma, group = title.partition(", ")
    if comma and _is_person(role):
        at = at_place(group, work=False)
        return Setting(_role(role), at, at)
    name = _common_name(role if comma else title)
    short = f"for {name}"
    if entry.organisation is not None:
        at = at_place(entry.organisation.name.plain, work=True)
        return Setting("", f"{short}, a project {at}", short, name)
    described = _description(entry.summary.plain) if entry.summary else ""
    return Setting("", f"{short}, {described}" if described else short, short, name)


def _common_name(name: str) -> str:
    """Return a project's name, with "the" if it only describes the project: "the fee database"."""
    words = name.split()
    named = len(words) > 1 and all(map(str.islower, words[1:]))
    named = named and not is_in(words[0], "determining")
    small = begun_small(name) if is_common(words[0]) else name
    return (
        f"the {small}" if named and (is_counted_noun(words[-1]) or is_plural(words[-1])) else name
    )


def _description(text: str) -> str:
    """Return a project's description as an apposition ("a free planning tool"), or ""."""
    text = text.strip().rstrip(".")
    words = text.split()
    if not words or len(words) > _LONGEST_DESCRIPTION_WORDS or is_sentence(words) or ". " in text:
        return ""
    if is_in(words[0], "determining"):
        return lowered(text)
    small = lowered(text)
    return f"{choose_article(small)} {small}" if is_counted_noun(head_of(text)) else ""
