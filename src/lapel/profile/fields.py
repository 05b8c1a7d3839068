"""The common base of all mappings of a profile file: the spellings and descriptions of their
fields, and the field that a bare text fills.
"""

from typing import Annotated, Any, ClassVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from lapel.profile.per_language import PerLanguage
from lapel.source.keys import spellings
from lapel.source.lists import is_list, split_at_marks
from lapel.source.placed import PlacedText
from lapel.text.regexes import regex

Prose = Annotated[PlacedText, PerLanguage(is_prose=True)]
"""A sentence or a title, which has to be translated."""
Name = Annotated[PlacedText, PerLanguage()]
"""A name, which may have another form in another language."""
Texts = Annotated[tuple[Name, ...], PerLanguage()]
Written = dict[str, Any]
"""A mapping as written in the file."""
LONGEST_NAME = 6
_STRESSED_LABEL = regex(r"^(\*\*|\*|__|_)([^*]+?)(?::\1|\1:)\s+")


def required_field(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """Return a required field, with its description for editors, and its spellings."""
    return Field(description=text, validation_alias=AliasChoices(*spellings))


def optional_field(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """Return an optional field with its description for editors, and its spellings if several."""
    aliases = AliasChoices(*spellings) if spellings else None
    return Field(default=None, description=text, validation_alias=aliases)


def list_field(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """Return a list that may be absent, with its description for editors, and its spellings."""
    aliases = AliasChoices(*spellings) if spellings else None
    return Field(default=(), description=text, validation_alias=aliases)


class Fields(BaseModel):
    """Any mapping of the profile; ``plain`` is the field that a bare text in its place fills.

    ``is_prose`` says that this text is a sentence or a name, which may contain a colon; ``told`` is
    the field for the text after a colon, where the colon follows a name; ``parted`` are the marks
    that separate several items in one text; ``named`` are the fields of the key and of the value
    where several are written as `key: value`, the second one "" where the value is no text.
    """

    model_config = ConfigDict(
        alias_generator=to_camel, extra="forbid", frozen=True, defer_build=True
    )
    plain: ClassVar[str] = ""
    is_prose: ClassVar[bool] = False
    told: ClassVar[str] = ""
    parted: ClassVar[str] = ""
    named: ClassVar[tuple[str, str]] = ("", "")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if not cls.plain or not isinstance(value, str | dict):
            return value
        field = spellings(cls.plain, cls.model_fields[cls.plain])[0]
        if isinstance(value, dict):
            alone = value.get(field) if cls.told and len(value) == 1 else None
            if not isinstance(alone, str):
                return value
            value = alone
        name, colon, rest = _STRESSED_LABEL.sub(r"\2: ", value).partition(": ")
        if not cls.told or not colon or len(name.split()) > LONGEST_NAME:
            return {field: value}
        told: object = _at_place(value, rest.strip())
        if is_list(cls.model_fields[cls.told].annotation):
            told = [
                _at_place(value, part) for part in split_at_marks(rest.rstrip(". "), cls.parted)
            ]
        return {field: _at_place(value, name), cls.told: told}

    @model_validator(mode="before")
    @classmethod
    def _in_form(cls, value: object) -> object:
        return cls._reshape(value) if isinstance(value, dict) else value

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        """Return a mapping that people write in another form, in the form of these fields."""
        return value


def _at_place(whole: str, part: str) -> str:
    """Return a part of a text at the place of the whole."""
    return PlacedText.at(whole.place, part) if isinstance(whole, PlacedText) else part
