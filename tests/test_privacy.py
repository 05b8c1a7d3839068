"""What a resume shows of the person beside their work: nothing unasked, and less for the web."""

import io
import json
import re
import zipfile
import zlib
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner

from lapel.cli.main import main
from lapel.store.formats import FORMATS
from tests.rendering.readers import by_pypdf

PROFILE = """\
basics:
  name: Anna Weiss
  label: Interpreter
  email: anna.weiss@example.org
  phone: +49 89 5550142
  birthDate: 1990-05-01
  nationality: Austrian
  location: {city: Munich, postalCode: 80331, countryCode: DE}
  profiles: [{network: GitHub, username: aweiss, url: https://example.org/aweiss}]
work:
  - {name: Court, position: Interpreter, startDate: 2019, highlights: [Interpreted nine trials]}
"""
JOB = "# Application Details\n\n## Company\nX\n\n## Position\nY\n"
CONTACT = ("anna.weiss", "5550142", "Munich", "80331")
PERSONAL = ("Austrian", "May 1, 1990")


@cache
def written(*arguments: str) -> dict[str, bytes]:
    """Every file of a run by its name."""
    folder = Path(mkdtemp(prefix="lapel-privacy-"))
    (folder / "profile.yaml").write_text(PROFILE)
    (folder / "job.md").write_text(JOB)
    asked = ["tailor", str(folder / "job.md"), "--profile", str(folder / "profile.yaml")]
    asked += ["--format", ",".join(FORMATS), "--output", str(folder), "--quiet", *arguments]
    result = CliRunner().invoke(main, asked, env={"LAPEL_CACHE": f"{folder}/cache"})
    assert result.exit_code == 0, result.output
    return {path.name: path.read_bytes() for path in Path(folder, "job").iterdir()}


def everything(name: str, data: bytes) -> str:
    """All that a file says, also where no reader looks: parts, streams, metadata."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "\n".join(
                package.read(part).decode("utf-8", "replace") for part in package.namelist()
            )
    if name.endswith(".pdf"):
        return by_pypdf(data) + data.decode("latin-1") + _streams(data)
    return data.decode()


def _streams(data: bytes) -> str:
    texts = []
    for part in data.split(b"stream\n")[1:]:
        try:
            texts.append(zlib.decompressobj().decompress(part).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(texts)


def resumes(files: dict[str, bytes]) -> dict[str, str]:
    """The documents, without the account of them."""
    return {
        n: everything(n, d) for n, d in files.items() if "ledger" not in n and n != "manifest.json"
    }


def test_personal_facts_are_off_unless_asked_for() -> None:
    """No birth date and no nationality in any file."""
    for name, text in resumes(written()).items():
        assert [fact for fact in (*PERSONAL, "1990") if fact in text] == [], name


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "md", "txt"])
def test_personal_facts_are_printed_where_asked_for(suffix: str) -> None:
    """With what they are, in the language's form of a day."""
    [text] = [t for n, t in resumes(written("--personal")).items() if n.endswith(suffix)]
    spoken = text.replace("\u00a0", " ").replace("\u2060", "")
    spoken = re.sub("<[^>]*>", "", spoken)
    assert "Nationality: Austrian" in spoken
    assert "May 1, 1990" in spoken


def test_a_public_resume_leaks_nothing() -> None:
    """Neither on the page nor in metadata, links, names of files, the manifest or the ledger."""
    files = written("--public", "--personal")
    for name, data in files.items():
        text = everything(name, data)
        assert [fact for fact in (*CONTACT, *PERSONAL) if fact in text] == [], name
    assert {name for name in files if "Public" in name} == set(resumes(files))
    assert all("example.org/aweiss" in text for text in resumes(files).values())


def test_the_manifest_tells_a_public_run_from_another() -> None:
    """An account of the one is not taken for the other's."""
    public, usual = (
        json.loads(written(*a)["manifest.json"])["inputs"] for a in (("--public", "--personal"), ())
    )
    assert public["options"] != usual["options"]
    assert public["profile"] == usual["profile"]


def test_the_job_file_may_ask(tmp_path: Path) -> None:
    """For one country's custom, and the command may say no."""
    (tmp_path / "p.yaml").write_text(PROFILE)
    (tmp_path / "job.md").write_text(f"---\npersonal: true\n---\n{JOB}")
    asked = ["tailor", str(tmp_path / "job.md"), "--profile", str(tmp_path / "p.yaml"), "--quiet"]
    asked += ["--format", "txt", "--output", str(tmp_path)]
    for extra, shown in (((), True), (("--no-personal",), False)):
        result = CliRunner().invoke(main, [*asked, *extra])
        assert result.exit_code == 0, result.output
        [text] = (tmp_path / "job").glob("*.txt")
        assert ("Austrian" in text.read_text()) == shown
