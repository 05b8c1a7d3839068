"""File and folder names that are safe everywhere, whatever a person, a company or a file is called.

They hold no separators, no control or invisible characters, nothing Windows reserves, do not begin
or end with a dot or a space, and leave room for what is appended to them.
"""

import re
import unicodedata

from lapel.text.regexes import regex

LONGEST_BYTES = 120
"""The longest name in UTF-8. File systems take 255 bytes; Windows 260 characters of a whole
path.
"""

_FORBIDDEN = frozenset('/\\:*?"<>|')
_DEVICE = regex(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_APOSTROPHES = dict.fromkeys((0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019))


def document_name(person: str, title: str, extension: str) -> str:
    """Return `Jordan-Avery-Resume.pdf` for the person, "Resume" and "pdf"; letters of any script
    stay.
    """
    words = (_hyphenate_words(person), _hyphenate_words(title))
    return f"{'-'.join(word for word in words if word) or 'document'}.{extension}"


def folder_name(stem: str) -> str:
    """Return a file's stem as the name of a folder: the same, but for unsafe characters."""
    name = "".join(map(_to_safe, unicodedata.normalize("NFC", stem)))
    name = _cut_to_bytes(name.strip(" .")).strip(" .")
    if not name:
        return "job"
    return f"job-{name}" if _DEVICE.match(name) else name


def _to_safe(character: str) -> str:
    if unicodedata.category(character).startswith("C") or character in _FORBIDDEN:
        return "-"
    return character


def _hyphenate_words(text: str) -> str:
    """Return the words of ``text`` with hyphens between: letters, marks and digits, and nothing
    else.
    """
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text)
    return _cut_to_bytes("-".join(kept.split())).strip("-")


def _cut_to_bytes(name: str) -> str:
    return name.encode()[:LONGEST_BYTES].decode(errors="ignore")
