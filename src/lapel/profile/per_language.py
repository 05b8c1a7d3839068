"""The fields of a profile that may have a text per language, and the tags of languages."""

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct
from pydantic.fields import FieldInfo

from lapel.text.regexes import regex

ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_CODES = frozenset(ISO_639_1.split())
_TAG = regex(r"([a-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")
TAG_PATTERN = "^[a-z]{2}([-_][A-Za-z0-9]{2,8})*$"


class PerLanguage(Struct, frozen=True):
    """Marks a field that may be a mapping from tags to its value in each language.

    ``is_prose`` says that it has to be translated: a sentence or a title, rather than a name.
    """

    is_prose: bool = False

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:  # noqa: ANN401  (pydantic's hook)
        """Return the schema of the field in one language, or in each of several."""
        written = handler(core_schema)
        return {"anyOf": [written, each_per_language(written)]}


def each_per_language(written: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of a mapping from tags to values that have a schema."""
    tags = {"pattern": TAG_PATTERN}
    return {"type": "object", "propertyNames": tags, "additionalProperties": written}


def is_tag(key: str) -> bool:
    """Tell whether a key is a language's tag, such as "de" or "pt-BR"."""
    match = _TAG.fullmatch(key)
    return match is not None and match[1] in _CODES


def marker_of(field: FieldInfo) -> PerLanguage | None:
    """Return the mark of a field, of its items or of its values, where one of them is marked."""
    found = (mark for mark in (*field.metadata, *_walk_arguments(field.annotation)))
    return next((mark for mark in found if isinstance(mark, PerLanguage)), None)


def _walk_arguments(annotation: object) -> Iterator[object]:
    for argument in get_args(annotation):
        yield argument
        yield from _walk_arguments(argument)
