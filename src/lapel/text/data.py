"""Words as data: the YAML files that travel inside lapel's packages.

What is made of a file is kept beside it as Python keeps the bytecode of a module: in
``__pycache__``, for one version of Python, under a digest of all that it is made of. It may be
deleted at any time, and where it cannot be written it is made anew each time.
"""

import marshal
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import Any

import yaml

from lapel.text.keeping import keep_beside_bytecode

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_data(package: str, name: str) -> Any:  # noqa: ANN401 - as the file's reader says
    """What the file ``name`` inside a package says; every scalar is a string."""
    path = Path(import_module(package).__path__[0], name)
    return compiled(path, (path,), lambda: parse_data(path.read_text("utf-8")))


def data_reader(package: str, name: str) -> Callable[[], Any]:
    """What gives all that the file ``name`` inside a package says, read when it is first asked."""
    return cache(partial(read_data, package, name))


@cache
def read_word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a file that holds nothing but lists of words, each by its name."""
    return {list: frozenset(words.split()) for list, words in read_data(package, name).items()}


def parse_data(text: str) -> Any:  # noqa: ANN401 - as above
    """What a text in YAML says, every scalar a string; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the base loader makes strings only


def compiled(
    path: Path, made_of: Iterable[Path], make: Callable[[], Any], version: str = ""
) -> Any:  # noqa: ANN401 - as above
    """What ``make`` gives, Python's own types alone; out of what is kept beside ``path`` where the
    files that it is ``made_of`` are still the same, and the ``version`` of what else decides it.
    """
    contents = (file.read_bytes() for file in made_of)
    digest = b"".join(map(source_hash, (version.encode(), *contents)))
    kept = Path(cache_from_source(f"{path}.py")).with_suffix(".data")
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = kept.read_bytes()
        if content.startswith(digest):
            return marshal.loads(content[len(digest) :])  # noqa: S302 - no less safe than bytecode
    made = make()
    keep_beside_bytecode(kept, digest + marshal.dumps(made))
    return made
