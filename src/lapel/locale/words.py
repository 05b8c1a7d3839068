"""The words of one language: months, titles of sections, how a date and a range are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from lapel.source.diagnostics import Diagnostic, Outcome, Severity

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The forms of a letter; ``{company}`` and ``{name}`` stand for what the job file says.

    ``date`` is made of ``{day}``, ``{month}`` (one of ``months``) and ``{year}``; ``subject`` is ""
    where letters of this language have none.
    """

    months: tuple[str, ...]
    date: str
    salutation_name: str
    salutation_company: str
    salutation: str
    subject: str
    sign_off: str
    enclosure: str


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a document says that the profile does not."""

    language: str
    months: tuple[str, ...]
    present: str
    range: str
    month_year: str
    score: str
    titles: Mapping[str, str]
    letter: LetterWords


def load_words(language: str) -> Outcome[Words]:
    """The words of a BCP 47 tag's language; English, with a warning, where it is not known."""
    primary = language.split("-", maxsplit=1)[0].lower()
    words = _read(primary)
    if words is not None:
        return Outcome(words)
    warning = Diagnostic(
        "locale-unknown",
        Severity.WARNING,
        f"no section titles and months for the language “{language}”; the document uses English",
    )
    return Outcome(_read(FALLBACK), (warning,))


@cache
def _read(primary: str) -> Words | None:
    file = files("lapel.locale") / f"{primary}.yaml"
    if not primary.isalpha() or not file.is_file():
        return None
    data = yaml.safe_load(file.read_text("utf-8"))
    return Words(
        data["language"],
        tuple(data["months"]),
        data["present"],
        data["range"],
        data["month_year"],
        data["score"],
        data["titles"],
        _letter_words(data["letter"]),
    )


def _letter_words(data: Mapping[str, Any]) -> LetterWords:
    return LetterWords(**{**data, "months": tuple(data["months"])})
