"""The words of one language: months, titles of sections, how a date and a range are written.

A file holds one language, or what a region says otherwise than the language it ``extends``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.text.data import read_data

FALLBACK = "en"
FORMS = "forms"
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SHORTEST_MONTH = 3


class Script(Struct, frozen=True):
    """The traits of a script. ``slants`` says that it has italics, ``tracks`` that its letters may
    be spaced or shrunk to small capitals.
    """

    name: str
    right_to_left: bool
    slants: bool
    tracks: bool


class Marks(Struct, frozen=True):
    """Quotation marks, opening and closing, with the blanks inside that go with them; the single
    ones are for quotes inside the double ones. ``elisions`` are words that an apostrophe begins.
    """

    double: tuple[str, str]
    single: tuple[str, str]
    apostrophe: str
    elisions: tuple[str, ...] = ()


class PersonalWords(Struct, frozen=True):
    """The words before the birth date and the nationality, and the text for a photo not seen."""

    birth_date: str
    nationality: str
    photo: str


class LetterWords(Struct, frozen=True):
    """The forms of a letter; ``{company}`` and ``{name}`` are filled from the job file.

    ``date`` is made of ``{day}``, ``{month}`` (one of ``months``) and ``{year}``; ``first_day``
    replaces a 1 there; ``subject`` is "" where letters of this language have none.
    ``sign_off_unnamed`` is the sign-off after a salutation without a name, "" where it is the same.
    ``salutation_titled`` is the salutation for each title, without its point, of somebody who is
    named with one: of ``{title}`` and ``{name}``, there the last name alone.
    ``begins_small`` are words that lose their capital at the start of the text, where that
    continues the salutation's sentence. ``at_end`` are the parts set where lines end.
    ``date_behind`` is the part that the date follows, "" where it stands first: the recipient, or
    the signature, whose last line it is.
    """

    months: tuple[str, ...]
    date: str
    salutation_name: str
    salutation_titled: Mapping[str, str]
    salutation_company: str
    salutation: str
    subject: str
    sign_off: str
    enclosure: str
    sign_off_unnamed: str = ""
    first_day: str = ""
    begins_small: tuple[str, ...] = ()
    at_end: tuple[str, ...] = ()
    date_behind: str = ""

    def written_day(self, year: int, month: int, day: int) -> str:
        """Return a day as letters of the language write it."""
        number = self.first_day if day == 1 and self.first_day else str(day)
        return self.date.format(day=number, month=self.months[month - 1], year=year)

    @property
    def salutation_end(self) -> str:
        """The word or mark that every salutation of the language ends in."""
        end, others = self.salutation, (self.salutation_name, self.salutation_company)
        while not all(form.endswith(end) for form in others):
            end = end[1:]
        return end.split()[-1]


class Words(Struct, frozen=True):
    """Everything a document says that the profile does not.

    ``address`` is a postal address, of ``{street}``, ``{postal_code}``, ``{city}`` and
    ``{region}``, "" where resumes and letters have only city and region. ``month_year`` is made
    of ``{month}`` or ``{number}`` and ``{year}``; ``comma``, ``colon`` and ``brackets`` have their
    spaces; ``coursework`` precedes a list of courses, and ``spoken_languages`` is the label for
    those beside programming languages; ``documents`` are the words for "resume", "letter" and
    "combined" in a file's name. ``marks`` is None where marks stay as they are typed.
    """

    language: str
    script: Script
    months: tuple[str, ...]
    present: str
    range: str
    month_year: str
    year: str
    score: str
    comma: str
    colon: str
    brackets: str
    address: str
    marks: Marks | None
    coursework: str
    spoken_languages: str
    titles: Mapping[str, str]
    documents: Mapping[str, str]
    personal: PersonalWords
    letter: LetterWords

    def with_titles(self, titles: Mapping[str, Mapping[str, str]]) -> "Words":
        """Return the words with other section titles, which ``titles`` has by primary language."""
        own = titles.get(primary_language(self.language), {})
        return replace(self, titles={**self.titles, **own})


def load_words(language: str) -> Outcome[Words]:
    """Return the words of a BCP 47 tag's language; English, with a warning, where it is not
    known.
    """
    for name in _list_file_names(language):
        words = _read_words(name)
        if words is not None:
            return Outcome(replace(words, language=language.replace("_", "-")))
    warning = Diagnostic(
        "locale-unknown",
        Severity.WARNING,
        f"no section titles and months for the language “{language}”; the document uses English",
        help=f"known are {', '.join(known_languages())}",
    )
    return Outcome(_read_words(FALLBACK), (warning,))


def known_languages() -> tuple[str, ...]:
    """Return the tags of every language and region with words in lapel, in the order of names."""
    return tuple(words.language for name in sorted(_list_files()) if (words := _read_words(name)))


@cache
def _index_months() -> Mapping[str, int]:
    """Return the number of each month by its short and long names, without names of two months."""
    found: dict[str, int] = {}
    for tag in known_languages():
        words = load_words(tag).value
        assert words is not None
        for months in (words.months, words.letter.months):
            for number, name in enumerate(months, 1):
                key = name.casefold().rstrip(".׳")
                found[key] = number if found.get(key, number) == number else 0
    return found


def month_of(name: str) -> int:
    """Return the number of a month by its name in any language, or by the start of its English
    name; 0 for other words.
    """
    word = name.casefold()
    begun = [number for number, month in enumerate(MONTHS, 1) if month.startswith(word)]
    if len(begun) == 1 and len(word) >= SHORTEST_MONTH:
        return begun[0]
    return _index_months().get(word, 0)


def tag_of(language: str) -> str:
    """Return the tag of a language that is called by its name ("German", "deutsch"), or by that
    with its sort in brackets ("English (British spelling)"); a tag is its own.
    """
    names = _load_file(FORMS)["names"]
    name, _, sort = language.strip().casefold().rstrip(")").partition(" (")
    tags = (names.get(f"{word} {name}") for word in sort.split())
    return str(next(filter(None, tags), None) or names.get(name, language.strip()))


def primary_language(tag: str) -> str:
    """Return the language of a tag, whatever its region: "de" for "de-AT"."""
    return tag.replace("_", "-").split("-", maxsplit=1)[0].lower()


def _list_file_names(language: str) -> Iterator[str]:
    """Yield the files that may hold a tag's words: "zh-Hant-TW" is in zh-hant.yaml or in
    zh.yaml.
    """
    parts = language.replace("_", "-").lower().split("-")
    aliases = _load_file(FORMS)["aliases"]
    for length in range(len(parts), 0, -1):
        name = "-".join(parts[:length])
        yield aliases.get(name, name)


@cache
def _list_files() -> frozenset[str]:
    """Return the names of the files that hold a language or a region."""
    return frozenset(file.stem for file in Path(__file__).parent.glob("*.yaml")) - {FORMS}


@cache
def _read_words(name: str) -> Words | None:
    if name not in _list_files():
        return None
    data = _merge_data(_load_file(FORMS)["defaults"], _load_extended(name))
    data.pop("extends", None)
    return Words(
        **{
            **data,
            "script": _make_script(data["script"]),
            "months": tuple(data["months"]),
            "marks": _make_marks(data["marks"]),
            "personal": PersonalWords(**data["personal"]),
            "letter": _make_letter_words(data["letter"]),
        }
    )


def _make_script(data: Mapping[str, str]) -> Script:
    traits = {name: told == "true" for name, told in data.items() if name != "name"}
    return Script(data["name"], **traits)


def _make_marks(data: Mapping[str, Any]) -> Marks | None:
    """Return the marks of a language, None where its file has none."""
    if not data["double"]:
        return None
    (opening, closing), (inner, end), elisions = (
        tuple(data[key]) for key in ("double", "single", "elisions")
    )
    return Marks((opening, closing), (inner, end), data["apostrophe"], elisions)


def _make_letter_words(data: Mapping[str, Any]) -> LetterWords:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    forms = data["salutation_titled"].items()
    titled = {title: form for titles, form in forms for title in titles.split()}
    return LetterWords(**{**data, **lists, "salutation_titled": titled})


def _load_extended(name: str) -> dict[str, Any]:
    data = _load_file(name)
    return _merge_data(_load_extended(data["extends"]), data) if "extends" in data else data


def _merge_data(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Merge the two; where both have a value, the second's wins."""
    inner = {
        key: _merge_data(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and key in below
    }
    return {**below, **above, **inner}


@cache
def _load_file(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data("lapel.locale", f"{name}.yaml")
    return data
