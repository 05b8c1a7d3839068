"""Words as data: the YAML files inside lapel's packages.

The value made of a file is kept beside it as Python keeps the bytecode of a module: in
``__pycache__``, for one version of Python, under a digest of all its sources. It may be deleted at
any time, and where it cannot be written it is made again each time.
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

from lapel.caching import keep_beside_bytecode

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_data(package: str, name: str) -> Any:  # noqa: ANN401 - as the file's reader says
    """Return the content of the file ``name`` inside a package; every scalar is a string."""
    path = Path(import_module(package).__path__[0], name)
    return load_compiled(path, (path,), lambda: parse_data(path.read_text("utf-8")))


def data_reader(package: str, name: str) -> Callable[[], Any]:
    """Return a function for the content of the file ``name`` inside a package, read on its first
    call.
    """
    return cache(partial(read_data, package, name))


@cache
def read_word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of a file that holds nothing but lists of words, each by its name."""
    return {list: frozenset(words.split()) for list, words in read_data(package, name).items()}


def parse_data(text: str) -> Any:  # noqa: ANN401 - as above
    """Return the content of a text in YAML, every scalar a string; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the base loader makes strings only


def load_compiled(
    path: Path, made_of: Iterable[Path], make: Callable[[], Any], version: str = ""
) -> Any:  # noqa: ANN401 - as above
    """Return the value of ``make``, in Python's own types alone; taken from the copy kept beside
    ``path`` if the files that it is ``made_of`` and the ``version`` of anything else that decides
    it are unchanged.
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
