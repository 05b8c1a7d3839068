"""The lexicon's files: lapel's own, and a workspace's beside them.

lapel's own is built once and kept as ``load_compiled`` does: building it takes a tenth of a run.
Its tellings have a file of their own, where commas separate them, and so have deeds.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

import lapel.text
from lapel.matching.lexicon import Lexicon, build_lexicon
from lapel.source.diagnostics import Outcome
from lapel.text.data import load_compiled, read_data
from lapel.text.stems import stemmer_version

_OWN = ("lexicon.yaml", "tellings.yaml", "deeds.yaml")
_MAKERS = ("lexicon.py", "lexicon_files.py")
_MAKERS_OF_WORDS = (
    "data.py",
    "numbers.py",
    "phrases.py",
    "phrases.yaml",
    "stems.py",
    "stems.yaml",
    "words.py",
)
"""The files of ``lapel.text`` that decide what the lexicon takes for a word."""


def load_lexicon(extra: Path | None = None) -> Outcome[Lexicon]:
    """Load the built-in lexicon, widened by the workspace's own file if ``extra`` names one."""
    return _lexicon_with(extra, _content_of(extra) if extra else b"")


@lru_cache(maxsize=2)  # a program that stays asks again and again; the content is there to tell
def _lexicon_with(extra: Path | None, _content: bytes) -> Outcome[Lexicon]:
    if extra is None:
        return Outcome(_own_lexicon())
    from lapel.matching.own_lexicon import read_own_blocks  # noqa: PLC0415 - few people have one

    own = read_own_blocks(extra)
    if own.value is None:
        return Outcome(None, own.diagnostics)
    if not own.value:
        return Outcome(_own_lexicon(), own.diagnostics)
    return Outcome(build_lexicon([*read_builtin_blocks(), *own.value]), own.diagnostics)


def _content_of(file: Path) -> bytes:
    """Return a file's content, by which changes are seen; empty where it cannot be read."""
    with suppress(OSError):
        return file.read_bytes() if file.is_file() else b""
    return b""


def _own_lexicon() -> Lexicon:
    def build() -> dict[str, Any]:
        return asdict(build_lexicon(read_builtin_blocks()))

    path = Path(__file__).with_name("lexicon")
    return Lexicon(**load_compiled(path, makers_of_lexicon(), build, stemmer_version()))


def makers_of_lexicon() -> Iterator[Path]:
    """Yield the files that decide what lapel's own lexicon is."""
    yield from (Path(__file__).with_name(name) for name in (*_OWN, *_MAKERS))
    words = Path(str(lapel.text.__file__)).parent
    yield from (words / name for name in _MAKERS_OF_WORDS)


def read_builtin_blocks() -> list[dict[str, Any]]:
    """Read the blocks of the files that lapel brings."""
    blocks, tellings, deeds = (read_data("lapel.matching", name) for name in _OWN)
    told = ({n: said.split(", ") for n, said in block.items()} for block in tellings.values())
    return [*blocks, *({"told": block} for block in told), _spell_out(deeds)]


def _spell_out(data: dict[str, Any]) -> dict[str, Any]:
    """Make one block of ``deeds.yaml``, with its classes of words ("@documents") written out.

    A class of persons stays a name, since persons are compared in their own forms.
    """
    classes = {f"@{name}": words for name, words in data["classes"].items()}

    def spell(pattern: str) -> str:
        return " ".join(classes.get(word, word) for word in pattern.split())

    deeds = {name: [spell(one) for one in patterns] for name, patterns in data["deeds"].items()}
    persons = {f"@{name}": words.split() for name, words in data["persons"].items()}
    return {"deeds": deeds, "persons": persons}
