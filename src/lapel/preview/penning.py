"""Writing a part of the letter into its file, which begins as the draft where there is none."""

from lapel.inputs import Inputs
from lapel.letter.editing import replace_part
from lapel.letter.model import LetterPart
from lapel.letter.reading import read_letter
from lapel.letter.writing import letter_text
from lapel.lettering import Written
from lapel.preview.acts import ActError, short
from lapel.preview.history import Deed
from lapel.preview.taking import ConflictError
from lapel.source.reading import decode_source
from lapel.store.writing import replace_unchanged


def pen(inputs: Inputs, written: Written, index: int, was: str, text: str) -> Deed | None:
    """Give the letter's part number ``index``, which said ``was``, other words; none take it out.

    None where it says so already. Raises ActError where the letter cannot be read or has no such
    part, ConflictError where it says something else by now.
    """
    files = inputs.letter_files
    if written.file is None:
        if files.path.exists():
            raise ConflictError(f"{files.path} was written meanwhile; nothing was changed")
        draft = letter_text(written.fresh)
        files.write(draft, draft)
    before = files.path.read_bytes()
    part = _part(files.path.name, before, index, was, inputs)
    after = replace_part(before, part, text)
    if after == before:
        return None
    _readable(inputs, after)
    if not replace_unchanged(files.path, before, after):
        raise ConflictError(f"{files.path} was changed meanwhile; nothing was written")
    told = (
        f"“{short(text)}” is in the letter" if text.strip() else f"“{short(was)}” left the letter"
    )
    return Deed(files.path, before, after, told)


def _part(name: str, data: bytes, index: int, was: str, inputs: Inputs) -> LetterPart:
    parts = _readable(inputs, data)
    if not 0 <= index < len(parts) or parts[index].text != was:
        raise ConflictError(f"{name} says something else here by now; nothing was written")
    return parts[index]


def _readable(inputs: Inputs, data: bytes) -> tuple[LetterPart, ...]:
    source = decode_source(inputs.letter_files.path, data).value
    letter = read_letter(source).value if source else None
    if letter is None:
        raise ActError("the letter's file has errors; mend them first")
    return letter.parts
