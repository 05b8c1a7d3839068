"""The lexicon's files: lapel's own, and a workspace's beside them.

lapel's own is built once and kept as ``compiled`` does: building it takes a tenth of a run. Its
tellings have a file of their own, where commas separate them, and so have deeds.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import asdict

import lapel.text
from lapel.matching.lexicon import Lexicon, build_lexicon
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.text.data import compiled, parse_data, read_data
from lapel.text.stems import stemmer_version

_LISTS = ("same", "implies", "shown_by", "told", "compounds")
_KEYS = frozenset({"profession", "source", *_LISTS})
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
"""The files of ``lapel.text`` that tell the lexicon what a word is."""


def load_lexicon(extra: Path | None = None) -> Outcome[Lexicon]:
    """The built-in lexicon, widened by the workspace's own file where ``extra`` names one."""
    return _lexicon_with(extra, extra.read_bytes() if extra and extra.is_file() else b"")


@lru_cache(maxsize=2)  # a program that stays asks again and again; the content is there to tell
def _lexicon_with(extra: Path | None, _content: bytes) -> Outcome[Lexicon]:
    if extra is None:
        return Outcome(_own_lexicon())
    more, diagnostics = _read_extra(extra)
    if not more:
        return Outcome(_own_lexicon(), diagnostics)
    return Outcome(build_lexicon([*read_builtin_blocks(), *more]), diagnostics)


def _own_lexicon() -> Lexicon:
    def build() -> dict[str, Any]:
        return asdict(build_lexicon(read_builtin_blocks()))

    path = Path(__file__).with_name("lexicon")
    return Lexicon(**compiled(path, makers_of_lexicon(), build, stemmer_version()))


def makers_of_lexicon() -> Iterator[Path]:
    """The files that decide what lapel's own lexicon is."""
    yield from (Path(__file__).with_name(name) for name in (*_OWN, *_MAKERS))
    words = Path(str(lapel.text.__file__)).parent
    yield from (words / name for name in _MAKERS_OF_WORDS)


def read_builtin_blocks() -> list[dict[str, Any]]:
    """The blocks of the files that lapel brings."""
    blocks, tellings, deeds = (read_data("lapel.matching", name) for name in _OWN)
    told = ({n: said.split(", ") for n, said in block.items()} for block in tellings.values())
    return [*blocks, *({"told": block} for block in told), _spell_out(deeds)]


def _spell_out(data: dict[str, Any]) -> dict[str, Any]:
    """The block of ``deeds.yaml``, its classes ("@documents") written out; a class of persons stays
    a name, since persons are compared in their own forms.
    """
    classes = {f"@{name}": words for name, words in data["classes"].items()}

    def spell(pattern: str) -> str:
        return " ".join(classes.get(word, word) for word in pattern.split())

    deeds = {name: [spell(one) for one in patterns] for name, patterns in data["deeds"].items()}
    persons = {f"@{name}": words.split() for name, words in data["persons"].items()}
    return {"deeds": deeds, "persons": persons}


def _read_extra(path: Path) -> tuple[list[dict[str, Any]], tuple[Diagnostic, ...]]:
    """The blocks of a workspace's lexicon, without those that do not have their form."""
    try:
        data = parse_data(path.read_text(encoding="utf-8-sig"))
    except OSError:
        return [], (_problem(path, 1, "the lexicon cannot be read", "check its path"),)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        return [], (_problem(path, line, "the lexicon is not valid YAML", _FORM),)
    blocks = [data] if isinstance(data, dict) else data if isinstance(data, list) else []
    if data is not None and not isinstance(data, dict | list):
        return [], (_problem(path, 1, "the lexicon is not a list of blocks", _FORM),)
    good, problems = [], []
    for number, block in enumerate(blocks, start=1):
        fault = _fault(block)
        if fault:
            problems.append(_problem(path, 1, f"block {number} of the lexicon {fault}", _FORM))
        else:
            good.append(block)
    return good, tuple(problems)


_FORM = (
    "write blocks such as `- same: [[continuous integration, CI]]`, "
    "`- implies: {hubspot: [crm]}` or `- compounds: [lead time]`"
)


def _fault(block: object) -> str:
    """What is wrong with a block's form, "" where nothing is."""
    if not isinstance(block, dict):
        return "is not a mapping"
    unknown = [str(key) for key in block if key not in _KEYS]
    if unknown:
        return (
            f"has the unknown key {unknown[0]!r}, expected {', '.join(_LISTS[:-1])} or {_LISTS[-1]}"
        )
    same = block.get("same") or []
    if not isinstance(same, list) or not all(_names(names) for names in same):
        return "has a `same` that is not a list of lists of names"
    for key, article in (("implies", "an"), ("shown_by", "a"), ("told", "a")):
        lists = block.get(key) or {}
        if not isinstance(lists, dict) or not all(map(_names, lists.values())):
            return f"has {article} `{key}` that does not give lists of names"
    if not _names(block.get("compounds") or []):
        return "has `compounds` that are not a list of names"
    return ""


def _names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str | int | float) for name in value)


def _problem(path: Path, line: int, message: str, help: str) -> Diagnostic:
    return Diagnostic("lexicon", Severity.ERROR, message, Place(path, line), "", help)
