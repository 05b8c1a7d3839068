"""What `pip install .` installs is all of lapel."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
from setuptools.build_meta import build_sdist, build_wheel
folder = sys.argv[1]  # which building changes
build_sdist(folder)
build_wheel(folder)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built offline from a clean copy."""
    folder = tmp_path_factory.mktemp("build")
    copy = folder / "lapel"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
    line = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(line, cwd=copy, check=True, capture_output=True)
    return folder


def expected() -> set[str]:
    """Every file of the package, the built-in themes among them."""
    package = ROOT / "src/lapel"
    return {
        f"lapel/{path.relative_to(package).as_posix()}"
        for folder in (package, package / "templates")
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_holds_the_whole_package(built: Path) -> None:
    """The wheel has every module, every data file and the built-in themes, and nothing else."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == expected()
    assert "lapel/templates/classic/theme.yaml" in names


def test_source_distribution_holds_the_whole_package(built: Path) -> None:
    """A wheel built from the source distribution is as whole as one built from the repository."""
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {member.name.partition("/src/")[2] for member in archive if member.isfile()}
    assert expected() <= names
