"""Words as data: the YAML files that travel inside lapel's packages."""

from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_data(package: str, name: str) -> Any:  # noqa: ANN401 - as the file's reader says
    """What the file ``name`` inside a package says; every scalar is a string."""
    return parse_data(resources.files(package).joinpath(name).read_text("utf-8"))


def parse_data(text: str) -> Any:  # noqa: ANN401 - as above
    """What a text in YAML says, every scalar a string; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the base loader makes strings only
