"""Texts per language (``{en: …, de: …}``): the one asked for replaces them all.

After this a profile is as if it had been written in one language. Ids are still made of the text of
the main language, so that a job file's pins hold in every language.
"""

from collections.abc import Sequence as Items
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lapel.locale.words import primary_language
from lapel.profile.fields import Fields
from lapel.profile.per_language import PerLanguage, is_tag, marker_of
from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.keys import fields_by_spelling, model_in
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.plurals import count

DEFAULT_LANGUAGE = "en"
MOST_LINES_NAMED = 12


def in_language(
    node: Node, source: Source, asked: str | None
) -> tuple[Node, tuple[Diagnostic, ...]]:
    """Return the profile in the language asked for, else in its own; texts missing in it are warned
    of.

    ``language`` of the result is that of most of its texts.
    """
    if not isinstance(node, Mapping):
        return node, ()
    written = node.get("language")
    main = written.text if isinstance(written, Scalar) and written.text else DEFAULT_LANGUAGE
    choosing = _Choosing(asked or main, main, source)
    chosen = choosing.in_fields(node, ProfileFields)
    warnings = (*choosing.problems, *_warn_of_missing(choosing, source))
    if asked is None or choosing.found < len(choosing.missing):
        return chosen, warnings
    language = Scalar(asked, written.place if written else node.place, quoted=True)
    others = tuple((key, value) for key, value in chosen.entries if key.text != "language")
    key = Scalar("language", language.place, quoted=False)
    return Mapping(((key, language), *others), chosen.place), warnings


class _Choosing(Struct):
    """The choice of one language, and the sentences and titles met: found in it, or not."""

    asked: str
    main: str
    source: Source
    found: int = 0
    missing: list[Place] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def in_fields(self, node: Mapping, model: type[BaseModel]) -> Mapping:
        """Return the fields of a mapping, each in the language."""
        known = fields_by_spelling(model)
        if _is_hidden(node):
            silent = _Choosing(self.asked, self.main, self.source, problems=self.problems)
            entries = [(key, silent.in_field(v, known.get(key.text))) for key, v in node.entries]
        else:
            entries = [(key, self.in_field(v, known.get(key.text))) for key, v in node.entries]
        return Mapping(tuple(entries), node.place)

    def in_field(self, node: Node, field: FieldInfo | None) -> Node:
        """Return the value of a field: a text, a list, named texts, or fields of its own."""
        if field is None:
            return node
        mark, inner = marker_of(field), model_in(field.annotation)
        if inner is not None and issubclass(inner, Fields):
            return self._choose_in_model(node, inner)
        if mark is None:
            return node
        if isinstance(node, Mapping) and dict in (field.annotation, _get_origin(field)):
            entries = tuple((key, self._choose_in_text(value, mark)) for key, value in node.entries)
            return Mapping(entries, node.place)
        return self._choose_in_text(node, mark)

    def _choose_in_model(self, node: Node, model: type[Fields]) -> Node:
        if isinstance(node, Sequence):
            return Sequence(
                tuple(self._choose_in_model(item, model) for item in node.items), node.place
            )
        plain = model.model_fields.get(model.plain)
        mark = marker_of(plain) if plain else None
        is_plain = isinstance(node, Scalar) or _is_per_language(node, model)
        if mark and is_plain:
            return self._choose_in_text(node, mark)
        return self.in_fields(node, model) if isinstance(node, Mapping) else node

    def _choose_in_text(self, node: Node, mark: PerLanguage) -> Node:
        """Return a text, a list of texts, or one of either per language."""
        if isinstance(node, Sequence):
            return Sequence(
                tuple(self._choose_in_text(item, mark) for item in node.items), node.place
            )
        if isinstance(node, Mapping) and _is_per_language(node, None):
            return self._choose_language(self._keep_languages(node), mark)
        if isinstance(node, Scalar) and mark.is_prose:
            self._count_text(self.main, node.place)
        return node

    def _keep_languages(self, node: Mapping) -> Mapping:
        """Return the languages of a mapping, with an error for keys that are none."""
        tagged = tuple((key, value) for key, value in node.entries if is_tag(key.text))
        strays = [(key, value) for key, value in node.entries if not is_tag(key.text)]
        if strays:
            key, value = strays[0]
            if isinstance(value, Scalar) and not value.text:
                message = f"a comma ends a text inside braces, so “{key.text}” is left over"
                help = "put the texts in quotes, or each language on a line of its own"
            else:
                message = f"`{key.text}` is not a language tag"
                help = "write tags such as en, de or pt-BR (BCP 47)"
            self.problems.append(
                self.source.diagnostic("text-per-language", message, key.place, help=help)
            )
        return Mapping(tagged, node.place)

    def _choose_language(self, node: Mapping, mark: PerLanguage) -> Node:
        tag, chosen = _find_best(node, (self.asked, self.main, DEFAULT_LANGUAGE))
        if mark.is_prose:
            self._count_text(tag, chosen.place)
        _, known = _find_best(node, (self.main, DEFAULT_LANGUAGE))
        if isinstance(chosen, Scalar) and isinstance(known, Scalar):
            return replace(chosen, known_as=known.text)
        return chosen

    def _count_text(self, tag: str, place: Place) -> None:
        if primary_language(tag) == primary_language(self.asked):
            self.found += 1
        else:
            self.missing.append(place)


def _find_best(node: Mapping, wanted: Items[str]) -> tuple[str, Node]:
    """Return the value of the first wanted language, exactly or in another region, else the
    first.
    """
    for tag in wanted:
        for same in (str.casefold, primary_language):
            for key, value in node.entries:
                if same(key.text) == same(tag):
                    return key.text, value
    key, value = node.entries[0]
    return key.text, value


def _is_per_language(node: Node, model: type[BaseModel] | None) -> bool:
    """Tell whether a mapping has a language among its keys, and no field."""
    if not isinstance(node, Mapping):
        return False
    keys = {key.text for key, _ in node.entries}
    return any(map(is_tag, keys)) and keys.isdisjoint(fields_by_spelling(model) if model else ())


def _get_origin(field: FieldInfo) -> object:
    return getattr(field.annotation, "__origin__", None)


def _is_hidden(node: Mapping) -> bool:
    hidden = node.get("hidden")
    return isinstance(hidden, Scalar) and hidden.text == "true"


def _warn_of_missing(choosing: _Choosing, source: Source) -> list[Diagnostic]:
    lines = sorted({place.line for place in choosing.missing})
    if not lines:
        return []
    asked, first = choosing.asked, min(choosing.missing)
    if choosing.found:
        message = f"{count('text', len(choosing.missing))} not in “{asked}”: {_list_lines(lines)}"
    else:
        message = f"no text of the profile is in “{asked}”, so all stay as they are"
    help = f"write them as {{{choosing.main}: …, {asked}: …}}"
    return [
        source.diagnostic("not-translated", message, first, help=help, severity=Severity.WARNING)
    ]


def _list_lines(lines: Items[int]) -> str:
    """Return line numbers as people write them: "lines 3, 7–9 and 12 more"."""
    starts = [lines[0], *(b for a, b in pairwise(lines) if b > a + 1)]
    ends = [*(a for a, b in pairwise(lines) if b > a + 1), lines[-1]]
    spans = [str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True)]
    if len(spans) > MOST_LINES_NAMED:
        left = sum(line > ends[MOST_LINES_NAMED - 1] for line in lines)
        return f"lines {', '.join(spans[:MOST_LINES_NAMED])} and {left} more"
    return f"line{'s' * (len(lines) > 1)} {', '.join(spans)}"
