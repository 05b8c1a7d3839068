"""Rewording a part of the letter in its file, which begins as the draft where there is none."""

from msgspec import Struct

from lapel.inputs import Inputs
from lapel.letter.file.editing import replace_part
from lapel.letter.file.reading import read_letter
from lapel.letter.file.writing import letter_text
from lapel.letter.model import Letter
from lapel.lettering import WrittenLetter, fit_letter
from lapel.preview.acts import ActError
from lapel.preview.building import Shop
from lapel.preview.effects import Effect
from lapel.preview.history import Deed
from lapel.preview.taking import ConflictError
from lapel.source.reading import decode_source
from lapel.store.writing import replace_unchanged
from lapel.text.plurals import count
from lapel.text.words import shorten_text


class Rewording(Struct, frozen=True):
    """New words for the letter's part number ``index``, which said ``was``; "" removes it."""

    index: int
    was: str
    text: str


def reword(inputs: Inputs, written: WrittenLetter, rewording: Rewording) -> Deed | None:
    """Write the words into the letter's file.

    Return None where the file says so already. Raises ActError where the letter cannot be read or
    has no such part, ConflictError where the part has other words by now.
    """
    files = inputs.letter_files
    draft = letter_text(written.fresh)
    begins = written.file is None
    if begins:
        if files.path.exists():
            raise ConflictError(f"{files.path} was written meanwhile; nothing was changed")
        files.write(draft, draft)
    before = files.path.read_bytes()
    after = _with_rewording(rewording, before, inputs)
    if after == before:
        return None
    _read_letter(inputs, after)
    if not replace_unchanged(files.path, before, after):
        raise ConflictError(f"{files.path} was changed meanwhile; nothing was written")
    text, was = rewording.text.strip(), rewording.was
    told = (
        f"“{shorten_text(text)}” is in the letter"
        if text
        else f"“{shorten_text(was)}” left the letter"
    )
    return Deed(files.path, before, after, told, draft.encode() if begins else None)


def try_rewording(
    shop: Shop, inputs: Inputs, written: WrittenLetter, rewording: Rewording
) -> Effect:
    """Return the effect of these words on the letter; nothing is written. Raises as ``reword``
    does.
    """
    path = inputs.letter_files.path
    before = path.read_bytes() if written.file else letter_text(written.fresh).encode()
    letter = _read_letter(inputs, _with_rewording(rewording, before, inputs))
    fitted = fit_letter(letter, inputs, shop.press)
    if fitted.value is None:
        return Effect(fitted.errors[0].message, fits=False)
    fill = f"{fitted.value.pages.fill_ratio:.0%} of the page"
    return Effect(f"{count('word', letter.word_count())}, {fill}", fits=True)


def _with_rewording(rewording: Rewording, data: bytes, inputs: Inputs) -> bytes:
    """Return the file's bytes with the words in it; raises ConflictError where the part no longer
    says ``was``.
    """
    parts, index = _read_letter(inputs, data).parts, rewording.index
    if not 0 <= index < len(parts) or parts[index].text != rewording.was:
        name = inputs.letter_files.path.name
        raise ConflictError(f"{name} says something else here by now; nothing was written")
    return replace_part(data, parts[index], rewording.text)


def _read_letter(inputs: Inputs, data: bytes) -> Letter:
    source = decode_source(inputs.letter_files.path, data).value
    letter = read_letter(source, inputs.letter_files.forms).value if source else None
    if letter is None:
        raise ActError("the letter's file has errors; mend them first")
    return letter
