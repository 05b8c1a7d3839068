"""How people tell of a thing without naming it, as blocks for the lexicon."""

from pathlib import Path
from typing import Any

import yaml

TELLINGS = Path(__file__).with_name("tellings.yaml")


def read_tellings() -> list[dict[str, Any]]:
    """The blocks of ``tellings.yaml``, where commas separate what people say."""
    blocks = yaml.safe_load(TELLINGS.read_text(encoding="utf-8"))
    return [
        {"told": {str(name): str(said).split(", ") for name, said in tellings.items()}}
        for tellings in blocks.values()
    ]
