"""Regular expressions, and what is kept of them from one process to the next."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lapel.text.regexes import regex
from tests.quick import one_quick

PATTERNS = [
    (r"\bkeep (?P<what>\w+)(?: (?P<where>out|in))?$", re.IGNORECASE),
    (r"(?<!pay )gap(?=:|$)", 0),
    (r"(?i)[a-zß-ÿ]{2,}|[^\W\d_]+", 0),
    ("(?x) a  # a letter\n | [€$]\\d+(?:[.,]\\d+)*", 0),
    (r"^(.*?)\bmore (.+?) than .+$", re.DOTALL | re.MULTILINE),
]
ASKING = """
import re
from lapel.text.regexes import regex
{before}
kept = regex(r"\\bkeep (?P<what>\\w+)", re.IGNORECASE)
print(kept.search("Keep THE cat")["what"], regex("a{{2,}}").search("baa").group())
"""
NO_COMPILER = "re.compile = None"
OTHER_INSIDE = "import sys; sys.modules['re._compiler'] = object()"


def ask(cache: Path, before: str = "", *options: str) -> str:
    """What two patterns find, in a process that keeps its bytecode in this folder."""
    unset = {"PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, *options, "-c", ASKING.format(before=before)],
        env={**environment, "PYTHONPYCACHEPREFIX": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else done.stderr.splitlines()[-1]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_is_the_one_that_re_makes(pattern: str, flags: int) -> None:
    """Code, flags and groups are the same, whether it was compiled here or before."""
    plain = re.compile(pattern, flags)
    for _ in range(2):
        made = regex(pattern, flags)
        assert made == plain
        assert made.groupindex == plain.groupindex


def test_a_later_process_compiles_nothing(tmp_path: Path) -> None:
    """What one process compiled the next one takes as it is."""
    assert "TypeError" in ask(tmp_path, NO_COMPILER)
    assert ask(tmp_path) == "THE aa\n"
    assert ask(tmp_path, NO_COMPILER) == "THE aa\n"


def test_what_is_kept_by_one_process_is_left_by_the_next(tmp_path: Path) -> None:
    """A process that asks for other patterns adds them."""
    ask(tmp_path)
    ask(tmp_path, 'regex("b+")')
    assert ask(tmp_path, NO_COMPILER + '; regex("b+")') == "THE aa\n"


@pytest.mark.parametrize("spoiled", one_quick([b"nothing", b"", None]))
def test_what_is_broken_is_made_anew(tmp_path: Path, spoiled: bytes | None) -> None:
    """A kept file that cannot be read, or that another Python wrote, is as good as none."""
    ask(tmp_path)
    [kept] = tmp_path.rglob("regexes.*.data")
    content = kept.read_bytes()
    kept.write_bytes(content[:-9] if spoiled is None else spoiled)
    assert ask(tmp_path) == "THE aa\n"
    assert ask(tmp_path, NO_COMPILER) == "THE aa\n"


def test_another_inside_of_re_is_left_alone(tmp_path: Path) -> None:
    """Where the inside of ``re`` is another than expected, patterns are compiled as ever."""
    assert ask(tmp_path, OTHER_INSIDE) == "THE aa\n"
    assert not [*tmp_path.rglob("regexes.*.data")]


def test_nothing_is_written_where_no_bytecode_is(tmp_path: Path) -> None:
    """`python -B` means this as well."""
    assert ask(tmp_path, "", "-B") == "THE aa\n"
    assert not [*tmp_path.rglob("regexes.*.data")]
