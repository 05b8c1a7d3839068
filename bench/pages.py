"""The pages that people wrote for the benches: YAML, read by libyaml where that is there."""

from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_page(path: Path) -> Any:  # noqa: ANN401 - what the page says
    """Return the content of a YAML page."""
    return yaml.load(path.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
