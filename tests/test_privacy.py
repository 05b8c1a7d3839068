"""What a resume shows of the person beside their work: nothing unasked, and less for the web."""

import io
import json
import re
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from lapel.rendering.photos import fit_photo
from lapel.store.formats import FORMATS
from lapel.theme.model import BUILT_IN_THEMES
from lapel.theme.reading import read_theme
from tests.command import run_lapel
from tests.folders import new_folder
from tests.rendering.readers import by_pypdf

PROFILE = """\
basics:
  name: Anna Weiss
  label: Interpreter
  email: anna.weiss@example.org
  phone: +49 89 5550142
  birthDate: 1990-05-01
  nationality: Austrian
  location: {address: Rosenweg 3, postalCode: 80331, city: Munich, countryCode: DE}
  profiles: [{network: GitHub, username: aweiss, url: https://example.org/aweiss}]
work:
  - {name: Court, position: Interpreter, startDate: 2019, highlights: [Interpreted nine trials]}
language: en
"""
JOB = "# Application Details\n\n## Company\nX\n\n## Position\nY\n"
CONTACT = ("anna.weiss", "5550142", "Munich", "80331", "Rosenweg")
PERSONAL = ("Austrian", "May 1, 1990")


@cache
def written(*arguments: str) -> dict[str, bytes]:
    """Every file of a run by its name."""
    folder = new_folder("privacy")
    (folder / "profile.yaml").write_text(PROFILE)
    (folder / "job.md").write_text(JOB)
    asked = ["tailor", str(folder / "job.md"), "--profile", str(folder / "profile.yaml")]
    asked += ["--format", ",".join(FORMATS), "--output", str(folder), "--quiet", *arguments]
    result = run_lapel(*asked)
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


def documents(files: dict[str, bytes]) -> dict[str, str]:
    """The documents, without the account of them."""
    return {
        n: everything(n, d) for n, d in files.items() if "ledger" not in n and n != "manifest.json"
    }


@pytest.mark.slow
def test_personal_facts_are_off_unless_asked_for() -> None:
    """No birth date and no nationality in any file."""
    for name, text in documents(written()).items():
        assert [fact for fact in (*PERSONAL, "1990") if fact in text] == [], name


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "md", "txt"])
def test_personal_facts_are_printed_where_asked_for(suffix: str) -> None:
    """With what they are, in the language's form of a day."""
    [text] = [
        t for n, t in documents(written("--personal")).items() if n.endswith(f"Resume.{suffix}")
    ]
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
    assert {name for name in files if "Public" in name} == set(documents(files))
    assert all("example.org/aweiss" in text for text in documents(files).values())


def test_an_address_is_printed_on_both_documents_where_the_language_has_it(tmp_path: Path) -> None:
    """A German resume and letter have it, and its JSON Resume; for the web it leaves them."""
    (tmp_path / "p.yaml").write_text(PROFILE)
    (tmp_path / "job.md").write_text(
        f"{JOB}\n## Cover Letter\n- Ich dolmetsche seit 2019 bei Gericht.\n"
    )
    asked = ["tailor", str(tmp_path / "job.md"), "--profile", str(tmp_path / "p.yaml"), "--quiet"]
    asked += ["--format", "txt,json", "--output", str(tmp_path), "--language", "de"]
    for extra, shown in (((), {True}), (("--public",), {False})):
        result = run_lapel(*asked, *extra)
        assert result.exit_code == 0, result.output
        texts = [file.read_text() for file in (tmp_path / "job").glob("Anna-*")]
        assert {"Rosenweg 3" in text and "80331" in text for text in texts} == shown
        for file in (tmp_path / "job").iterdir():
            file.unlink()


@pytest.mark.slow
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
        result = run_lapel(*asked, *extra)
        assert result.exit_code == 0, result.output
        [text] = (tmp_path / "job").glob("*Resume.txt")
        assert ("Austrian" in text.read_text()) == shown


@cache
def pictured(name: str, *arguments: str, picture: bytes = b"") -> tuple[dict[str, bytes], str]:
    """The files of a profile with a photo, and what the command said."""
    folder = new_folder("photo")
    if picture:
        (folder / "anna.png").write_bytes(picture)
    (folder / "profile.yaml").write_text(PROFILE.replace("  label:", f"  image: {name}\n  label:"))
    (folder / "job.md").write_text(JOB)
    asked = ["tailor", str(folder / "job.md"), "--profile", str(folder / "profile.yaml")]
    asked += ["--format", "pdf,docx,html", "--only", "resume", "--output", str(folder), *arguments]
    result = run_lapel(*asked)
    written = Path(folder, "job").glob("Anna-*")
    return {path.suffix[1:]: path.read_bytes() for path in written}, result.stderr


def picture() -> bytes:
    """A tall picture with metadata that tells where it was taken."""
    metadata = Image.Exif()
    metadata[0x010E] = "taken in Ottakring"
    target = io.BytesIO()
    Image.new("RGB", (400, 900), "#88aacc").save(target, "PNG", exif=metadata)
    return target.getvalue()


def test_a_photo_stands_in_every_format_with_its_text() -> None:
    """Tagged as a figure in the PDF, described in the DOCX, and without the file's metadata."""
    files, said = pictured("anna.png", "--personal", picture=picture())
    assert "error" not in said
    pdf = everything("resume.pdf", files["pdf"])
    assert "/Figure" in pdf
    assert "Photo of Anna Weiss" in pdf
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        [name] = [n for n in package.namelist() if n.startswith("word/media/")]
        photo = package.read(name)
        document = package.read("word/document.xml").decode()
    assert 'descr="Photo of Anna Weiss"' in document
    assert "<wp:anchor" in document
    assert 'alt="Photo of Anna Weiss"' in files["html"].decode()
    with Image.open(io.BytesIO(photo)) as shown:
        assert shown.width / shown.height == pytest.approx(35 / 45, abs=0.01)
        assert dict(shown.getexif()) == {}
    assert not any(b"Ottakring" in data for data in files.values())


@pytest.mark.parametrize("asked", [(), ("--public", "--personal")])
def test_no_photo_where_none_is_asked_for(asked: tuple[str, ...]) -> None:
    """The picture need not even be there."""
    files, said = pictured("anna.png", *asked)
    assert "picture" not in said
    assert "/Figure" not in everything("resume.pdf", files["pdf"])
    assert "<img" not in files["html"].decode()


@pytest.mark.parametrize(("name", "data"), [("none.jpg", b""), ("anna.png", b"no picture")])
def test_a_photo_that_cannot_be_read_is_an_error(name: str, data: bytes) -> None:
    """At its line of the profile."""
    files, said = pictured(name, "--personal", picture=data)
    assert files == {}
    assert "profile.yaml:3:10: error: " in said
    assert name in said


def test_text_keeps_clear_of_the_photo() -> None:
    """The header's lines end before it, in every theme, and it does not leave the paper."""
    for theme in sorted(path.parent.name for path in BUILT_IN_THEMES.glob("*/theme.yaml")):
        read = read_theme(BUILT_IN_THEMES / theme).value
        assert read is not None
        for paper in read.papers:
            shown = fit_photo(read, paper.name)
            assert 0.5 < shown.portrait.height_pt / read.portrait.height_pt <= 1
            assert shown.header_inset_pt > shown.portrait.width_pt
            assert shown.for_letter().header_inset_pt == 0


@pytest.mark.slow
def test_a_text_that_says_the_telephone_is_warned_of(tmp_path: Path) -> None:
    """A bullet is printed as it is written; a number of another kind is no telephone's."""
    told = PROFILE.replace(
        "[Interpreted nine trials]",
        "[On call at +49 (89) 555-0142, Read 5550142 words, Write to anna.weiss@example.org]",
    )
    (tmp_path / "p.yaml").write_text(told)
    (tmp_path / "job.md").write_text(JOB)
    asked = ["tailor", str(tmp_path / "job.md"), "--profile", str(tmp_path / "p.yaml"), "--dry-run"]
    for extra, count in (((), 0), (("--public",), 2)):
        result = run_lapel(*asked, "--only", "resume", *extra)
        assert result.exit_code == 0, result.output
        assert result.stderr.count("is to stay private") == count
