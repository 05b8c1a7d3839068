"""Reading a profile file: its text, its nodes, its fields, and the profile they make."""

from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from lapel.profile.model import Profile
from lapel.source.diagnostics import Diagnostic, Outcome, sort_by_place
from lapel.source.kinds import (
    MARKDOWN,
    WRITE_A_PROFILE,
    Kind,
    empty_profile,
    kind_of,
    no_profile,
    taken_for_a_profile,
)
from lapel.source.mending import drop_consequences
from lapel.source.nodes import Mapping, Scalar, is_null, map_texts
from lapel.source.reading import COPY_THE_TEXT, read_source
from lapel.source.source import Source
from lapel.source.structured import is_json, parse_structured
from lapel.text.html import as_markdown


def read_profile(path: Path, language: str | None = None) -> Outcome[Profile]:
    """Return the master profile of a ``.yaml``, ``.yml`` or ``.json`` file, or every reason against
    it.

    ``language`` is the one to take its texts in; None is the profile's own.
    """
    reading = read_source(path)
    if reading.value is None:
        return Outcome(None, tuple(map(_with_advice, reading.diagnostics)))
    return parse_profile(reading.value, language)


def _with_advice(problem: Diagnostic) -> Diagnostic:
    """Return the problem of a file in another format with advice on writing a profile."""
    return replace(problem, help=WRITE_A_PROFILE) if problem.help == COPY_THE_TEXT else problem


@lru_cache(maxsize=2)  # a preview reads again and again; the content tells of changes
def parse_profile(source: Source, language: str | None = None) -> Outcome[Profile]:
    """Return the master profile that a file's text holds, in a language or in its own."""
    if not source.text.strip():
        return Outcome(None, (empty_profile(source),))
    written, unread = parse_structured(source)
    kind = kind_of(written, source.text)
    is_words = isinstance(written, Scalar) and not is_null(written)
    is_text = is_words or source.path.suffix.lower() in MARKDOWN
    if kind is Kind.JOB or (kind is None and is_text):
        return Outcome(None, (taken_for_a_profile(source, kind),))
    if written is None:
        return Outcome(None, unread)
    # The schema is pydantic's, which takes 0.1 s to start: a syntax error does not wait for it.
    from lapel.profile.building import build_profile  # noqa: PLC0415
    from lapel.profile.exported import is_exported  # noqa: PLC0415
    from lapel.profile.languages import in_language  # noqa: PLC0415
    from lapel.profile.layout import with_layout  # noqa: PLC0415
    from lapel.profile.markup import printed_as_typed  # noqa: PLC0415
    from lapel.profile.own_sections import foreign_keys, with_own_sections  # noqa: PLC0415
    from lapel.profile.quoted import with_quotes_read  # noqa: PLC0415
    from lapel.profile.schema import ProfileFields  # noqa: PLC0415
    from lapel.profile.spoiled import with_texts_mended  # noqa: PLC0415
    from lapel.profile.unused import unknown_unused, without_unused  # noqa: PLC0415
    from lapel.source.validation import validate_sound  # noqa: PLC0415

    spoken, missing = in_language(written, source, language)
    mended, spoiled = (spoken, ()) if is_json(source) else with_texts_mended(source, spoken)
    marked = map_texts(mended, as_markdown)
    if "\\" in source.text:
        from lapel.text.latex import without_latex  # noqa: PLC0415 - few profiles need it

        marked = map_texts(marked, without_latex)
    unquoted, typed = with_quotes_read(marked, source)
    used = without_unused(unquoted) or Mapping((), written.place)
    laid, other = with_layout(used, source)
    node, sectioned = with_own_sections(laid, source)
    if keys := foreign_keys(node):
        return Outcome(None, (*unread, no_profile(source, keys)))
    fields, invalid = validate_sound(ProfileFields, node, source)
    built: Outcome[Profile] = build_profile(fields, source) if fields else Outcome(None)
    built_of = built.diagnostics
    unused = () if is_exported(used) else unknown_unused(mended, source)
    hints = (*unused, *typed, *other, *sectioned, *printed_as_typed(node, source))
    read = (*missing, *spoiled, *hints, *invalid, *built_of)
    found = (*unread, *drop_consequences(read, unread))
    outcome = Outcome(built.value, sort_by_place(found))
    return Outcome(None, outcome.diagnostics) if outcome.errors else outcome
