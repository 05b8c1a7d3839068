"""The set-up as a Mac would run it: bash takes the system's name from the environment, and stubs
stand for Homebrew and Python. What macOS itself does is not tried by this.
"""

import subprocess
from pathlib import Path

import pytest

from lapel.cli.exit_codes import ExitCode

ROOT = Path(__file__).parents[2]
TOOLS = ("bash", "sh", "dirname", "readlink", "cmp", "cp", "id", "cat", "rm", "sed", "chmod")
BREW = """\
#!/bin/sh
echo "brew $*" >>"$LOG"
[ "$2" != pango ] || : >"$POURED"
"""
PYTHON = """\
#!/bin/sh
case "$1 $2" in
  "- ") cat >/dev/null; echo "libraries $DYLD_FALLBACK_LIBRARY_PATH" >>"$LOG"; [ -f "$POURED" ];;
  "-m venv") mkdir -p "$4/bin"; cp "$0" "$4/bin/python";;
  "-m pip") [ "$3" != --version ] || [ -f "${0%/*}/../lapel-installed-at" ];;
  "-c import sysconfig"*) echo "$SITE";;
esac
"""


class Mac:
    """A clone in a folder of its own, and a path with few tools; ``log`` is what was asked of
    Homebrew and Python.
    """

    def __init__(self, folder: Path) -> None:
        self.root, self.tools, self.log = folder / "lapel", folder / "tools", folder / "log"
        (self.root / "bin").mkdir(parents=True)
        for path in (ROOT / "bin").iterdir():
            (self.root / "bin" / path.name).write_bytes(path.read_bytes())
            (self.root / "bin" / path.name).chmod(0o755)
        for name in ("requirements.lock", "pyproject.toml"):
            (self.root / name).write_bytes((ROOT / name).read_bytes())
        self.tools.mkdir()
        for name in (*TOOLS, "mkdir"):
            (self.tools / name).symlink_to(f"/usr/bin/{name}")
        (folder / "site/wordllama").mkdir(parents=True)

    def stub(self, name: str, text: str) -> None:
        """A program on the path."""
        (self.tools / name).write_text(text)
        (self.tools / name).chmod(0o755)

    def set_up(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the set-up, with little in its environment."""
        folder = self.root.parent
        named = {
            "PATH": str(self.tools),
            "OSTYPE": "darwin24",
            "LOG": str(self.log),
            "POURED": str(folder / "poured"),
            "SITE": str(folder / "site"),
        }
        return subprocess.run(
            ["bash", self.root / "bin/setup"],
            capture_output=True,
            text=True,
            check=False,
            env={**named, **environment},
        )


@pytest.fixture
def mac(tmp_path: Path) -> Mac:
    """A Mac with Python and without Pango."""
    made = Mac(tmp_path)
    made.stub("python3", PYTHON)
    return made


def test_pango_comes_from_homebrew(mac: Mac) -> None:
    """Pango is installed with Homebrew, and looked for in its folders, those of Intel's and of
    Apple's processors.
    """
    mac.stub("brew", BREW)
    done = mac.set_up(HOMEBREW_PREFIX="/custom")
    assert (done.returncode, done.stdout) == (0, "")
    assert "installing pango with Homebrew" in done.stderr
    looked = "libraries /custom/lib:/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib"
    assert mac.log.read_text().splitlines() == [looked, "brew install pango", looked]
    assert (mac.root / ".venv/lapel-installed-at").read_text() == f"{mac.root}\n"


def test_without_homebrew_its_address_is_told(mac: Mac) -> None:
    """Without Homebrew there is a line to paste, and the exit code of a missing environment."""
    done = mac.set_up()
    assert done.returncode == ExitCode.ENVIRONMENT
    assert "Homebrew is needed first: https://brew.sh" in done.stderr
    assert done.stderr.endswith("brew install pango\n")


def test_pango_for_another_processor(mac: Mac) -> None:
    """Where Homebrew has Pango and this Python cannot load it, the set-up ends with that."""
    mac.stub("brew", BREW.replace(": >", ": # "))
    done = mac.set_up()
    assert done.returncode == ExitCode.ENVIRONMENT
    assert "cannot load it; is it for another processor?" in done.stderr
    assert not (mac.root / ".venv").exists()


def test_no_python_at_all(mac: Mac) -> None:
    """Without Python both come from Homebrew, which may be on nobody's path yet."""
    (mac.tools / "python3").unlink()
    done = mac.set_up()
    assert done.returncode == ExitCode.ENVIRONMENT
    assert done.stderr.endswith("brew install python pango\n")
