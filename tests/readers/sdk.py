"""The Open XML SDK, Microsoft's library for Word's files, as a validator in a process of its own.

As a program it takes the paths of Word files on its standard input, line by line, and answers each
with a line of JSON: what the SDK finds wrong. The SDK and a .NET to run it on come out of a Python
package that brings both for another purpose; the locks have it for Linux on x86-64.
"""

import functools
import json
import os
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[2]
CARRIER = "python-redlines-ooxmlpowertools"
SDK = "DocumentFormat.OpenXml.dll"
# Not the framework's: they come with the SDK, and .NET takes the newer of two.
BESIDE = (SDK, "System.IO.Packaging.dll")
FRAMEWORK = "Microsoft.NETCore.App"


def is_here() -> bool:
    """Whether the package that brings the SDK is installed."""
    try:
        return bool(version(CARRIER))
    except PackageNotFoundError:
        return False


def violations_by_sdk(path: Path) -> list[str]:
    """What the SDK finds wrong with a Word file: schema, semantics, relationships."""
    sdk = _process()
    assert sdk.stdin is not None
    assert sdk.stdout is not None
    sdk.stdin.write(f"{path.resolve()}\n")
    sdk.stdin.flush()
    found: list[str] = json.loads(sdk.stdout.readline())
    return found


@functools.cache
def _process() -> subprocess.Popen[str]:
    """It ends with the tests, when nobody writes to it any more."""
    command = [sys.executable, "-m", __spec__.name]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def _unpacked() -> Path:
    """The folder of a .NET and the SDK, unpacked from the package once in a set-up."""
    folder = ROOT / ".venv" / f"open-xml-sdk-{version(CARRIER)}"
    if folder.is_dir():
        return folder
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    archive = files(CARRIER.replace("-", "_")).joinpath("_binaries/linux-x64.tar.gz")
    with archive.open("rb") as file, tarfile.open(fileobj=file) as packed:
        packed.extractall(fresh, filter="data")
    _as_a_framework(fresh)
    try:
        fresh.rename(folder)
    except OSError:  # another worker was faster
        shutil.rmtree(fresh)
    return folder


def _as_a_framework(folder: Path) -> None:
    """The program's own .NET, laid out as one that any program can use."""
    (described,) = folder.glob("*.deps.json")
    dependencies = json.loads(described.read_text())
    platform = dependencies["runtimeTarget"]["name"]
    target = dependencies["targets"][platform]
    name, parts = next((k, v) for k, v in target.items() if f".{FRAMEWORK}." in k)
    number = name.rpartition("/")[2]
    home = folder / "shared" / FRAMEWORK / number
    home.mkdir(parents=True)
    for part in (*parts["runtime"], *parts["native"]):
        if (file := folder / Path(part).name).is_file() and file.name not in BESIDE:
            file.rename(home / file.name)
    host = folder / "host" / "fxr" / number
    host.mkdir(parents=True)
    (home / "libhostfxr.so").rename(host / "libhostfxr.so")
    own = {
        "runtimeTarget": {"name": platform},
        "targets": {platform: {name: parts}},
        "libraries": {name: {"type": "package", "serviceable": True, "sha512": ""}},
    }
    (home / f"{FRAMEWORK}.deps.json").write_text(json.dumps(own))
    framework = {"tfm": "net8.0", "framework": {"name": FRAMEWORK, "version": number}}
    settings = {**framework, "configProperties": {"System.Globalization.Invariant": True}}
    (folder / "lapel.runtimeconfig.json").write_text(json.dumps({"runtimeOptions": settings}))


def _answer() -> None:
    folder = _unpacked()
    from pythonnet import load

    config = folder / "lapel.runtimeconfig.json"
    load("coreclr", runtime_config=str(config), dotnet_root=str(folder))
    import clr

    for file in BESIDE:
        clr.AddReference(str(folder / file))
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator

    validator = OpenXmlValidator(FileFormatVersions.Office2013)
    for line in sys.stdin:
        document = WordprocessingDocument.Open(line.rstrip("\n"), False)
        found = [
            f"{error.Part.Uri if error.Part else ''} {error.Path.XPath if error.Path else ''}: "
            f"{error.Description}"
            for error in validator.Validate(document)
        ]
        document.Close()
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _answer()
