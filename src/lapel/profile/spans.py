"""The beginning and end of an entry in other forms: in one range, in parts, by a flag."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from lapel.profile.dates import is_date
from lapel.source.keys import SPAN, normalize_key
from lapel.source.lists import OF_A_DATE
from lapel.source.placed import PlacedText
from lapel.text.data import read_data
from lapel.text.regexes import regex

PRESENT = "present"
_NAMES = read_data("lapel.profile", "key_names.yaml")
CURRENT, RANGES = frozenset(_NAMES["current"]), frozenset(_NAMES["ranges"])
EXPECTED, EXPIRES = frozenset(_NAMES["expected"]), frozenset(_NAMES["expires"])
BOUNDS: Mapping[str, str] = _NAMES["bounds"]
_BETWEEN_DATES = regex(
    r"\s*[–—]\s*|\s*--+\s*|\s+(?:until|till|bis|t/m|tot|hasta|até|fino a)\s+"
    r"|\s+-\s*(?=\S)|(?<=\d)-\s+|(?<=\d{4}) / |\s+to\s+(?!date$)|\s+(?=to date$)|\s*-$"
    r"|(?<=^\d{4})-(?=\d{4}$|[^\W\d])|(?<=[/. ]\d{4})-(?=\d{1,2}[/.]|[^\W\d])"
    r"|(?<=[/.]\d\d)-(?=\d{4}|[^\W\d])|\s*[~～]\s*|\s*至\s*(?!今)|(?=至今)",
    re.IGNORECASE,
)
_SINCE = r"(?i)(?:since|seit|depuis|desde)\s+"
_SHORT_END = r"(\d\d)(\d\d)\s*[–—]\s*(\d\d)"
_YEAR = r"\b\d{4}\b"


def with_dates_parted(value: dict[str, Any], own: Container[str]) -> dict[str, Any]:
    """Split a range of dates under one name, which is no field (``own``), into start and end; an
    entry marked as current goes on.
    """
    value = {key: _join_date(held) for key, held in value.items()}
    for key in [key for key in value if normalize_key(key) in CURRENT]:
        said = value.pop(key)
        if str(said).casefold() in ("true", "yes") and not value.get("endDate"):
            value["endDate"] = PlacedText.at(said.place, PRESENT)
    value = _take_as_end(value, EXPECTED, _as_expected)
    began = any(
        isinstance(held, PlacedText) and is_date(held)
        for held in _find_other_values(value, EXPIRES)
    )
    value = _take_as_end(value, EXPIRES, str if began else _as_expiring)
    if alone := SPAN & value.keys():  # people also type a range in the field for one date
        return value | (_read_bounds(value[alone.pop()]) if len(alone) == 1 else {})
    for key in [key for key in value if _is_range(key) and key not in own]:
        if bounds := _read_bounds(value[key]):
            return {other: held for other, held in value.items() if other != key} | bounds
    return value


def _take_as_end(
    value: dict[str, Any], keys: Container[str], told: Callable[[str], str]
) -> dict[str, Any]:
    """Take the date under one of these keys as the end of the entry, where it has no other."""
    for key in [key for key in value if normalize_key(key) in keys and "endDate" not in value]:
        if isinstance(date := value[key], PlacedText) and re.search(_YEAR, date):
            rest = {other: held for other, held in value.items() if other != key}
            value = {**rest, "endDate": PlacedText.at(date.place, told(date))}
    return value


def _find_other_values(value: dict[str, Any], keys: Container[str]) -> Iterator[object]:
    """Yield the values under other keys than these."""
    return (held for key, held in value.items() if normalize_key(key) not in keys)


def _as_expected(date: str) -> str:
    """Return a date as expected, "expected 2027", unless it says so itself."""
    return date if re.match(r"(?i)(?:expected|anticipated)\b", date) else f"expected {date}"


def _as_expiring(date: str) -> str:
    """Return a date as an end of validity, "expires 2027", unless it says so itself."""
    return date if re.match(r"(?i)(?:expires|valid)\b", date) else f"expires {date}"


def _read_bounds(dates: object) -> dict[str, Any]:
    """Return start and end of a range, by the names of these fields; empty where it is none."""
    if isinstance(dates, dict) and not dates.keys() - BOUNDS.keys():
        return {BOUNDS[bound]: _join_date(date) for bound, date in dates.items()}
    parts = _split_range(dates.strip()) if isinstance(dates, PlacedText) else None
    if parts is None or not isinstance(dates, PlacedText):
        return {}
    start, end = (PlacedText.at(dates.place, part) for part in parts)
    return {"startDate": start, "endDate": end}


def _split_range(dates: str) -> tuple[str, str] | None:
    """Return the two dates of a range, one of which may have no month; the present where it is
    open.
    """
    if since := re.match(_SINCE, dates):
        return dates[since.end() :], PRESENT
    if short := re.fullmatch(_SHORT_END, dates):
        return short[1] + short[2], short[1] + short[3]
    parts = _BETWEEN_DATES.split(dates)
    if len(parts) != 2 or not all(
        is_date(part) or re.search(_YEAR, part) for part in parts if part
    ):
        return None
    return (parts[0], parts[1] or PRESENT) if parts[0] else None


def _is_range(key: str) -> bool:
    """Tell whether a key is called as a range of dates is: "when", "employment_period"."""
    return normalize_key(key) in RANGES or re.split(r"[\s_-]", key.casefold())[-1] in RANGES


def _join_date(written: object) -> Any:  # noqa: ANN401  (what pydantic hands on)
    """Return a date given in parts as one; anything else unchanged."""
    if not isinstance(written, dict) or "year" not in written or written.keys() - set(OF_A_DATE):
        return written
    parts = [part for name in OF_A_DATE if isinstance(part := written.get(name), PlacedText)]
    whole = "-".join(part.zfill(2) for part in parts)
    return PlacedText.at(parts[0].place, whole) if len(parts) == len(written) else written
