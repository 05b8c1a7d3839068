"""Whether what a program prints hangs on the order of sets."""

import os
import subprocess
import sys
from collections.abc import Set
from pathlib import Path

ROOT = Path(__file__).parents[1]


def printed_by_seed(code: str, *arguments: Path) -> Set[str]:
    """The different things that Python code prints in processes with other string hashes."""
    return {
        subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2", "3")
    }
