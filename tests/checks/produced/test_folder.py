"""`lapel check` on a folder that lapel wrote, and on what became of it."""

import json
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pypdf
import pytest
from click.testing import CliRunner, Result
from pypdf.generic import NameObject

import lapel.checks
from lapel.checks.produced.docx import read_docx
from lapel.checks.produced.folder import check_file, check_folder
from lapel.checks.produced.pdf import read_pdf
from lapel.cli.exit_codes import ExitCode
from lapel.cli.main import main
from lapel.ledger.serialising import ledger_from_json

PDF, DOCX = "Ines-Moreau-Resume.pdf", "Ines-Moreau-Resume.docx"


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def without_paragraph(path: Path, text: str) -> None:
    """Take the paragraph that holds the text out of a DOCX."""
    word = docx.Document(str(path))
    (paragraph,) = (p for p in word.paragraphs if text in p.text)
    paragraph._p.getparent().remove(paragraph._p)
    word.save(str(path))


def test_what_lapel_wrote_has_no_problem(folder: Path) -> None:
    """Both files read back whole."""
    result = check(folder)
    assert (result.exit_code, result.stdout) == (ExitCode.DONE, "1 file: no problems\n")
    assert result.stderr == ""


@pytest.mark.parametrize("name", [PDF, DOCX])
def test_the_text_view_is_what_a_parser_sees(folder: Path, name: str) -> None:
    """Numbered lines and the links, with nothing else on standard output."""
    lines = check(folder / name, "--text").stdout.splitlines()
    assert lines[0] == f"{folder / name}, as a parser reads it:"
    assert lines[1] == "    1  Ines Moreau"
    assert " link  mailto:ines@example.org" in lines
    assert any("Head Baker" in line for line in lines)


def test_what_is_printed_as_json_keeps_to_its_schema(folder: Path) -> None:
    """One object with problems, counts and what was read; its schema lies in the package."""
    without_paragraph(folder / DOCX, "Taught four")
    printed = json.loads(check(folder, "jobs/hearth.md", "--json").stdout)
    path = Path(lapel.checks.__file__).parent / "schemas" / "check.schema.json"
    schema = path.read_text()
    assert CliRunner().invoke(main, ["schema", "check"]).stdout == schema
    jsonschema.validate(printed, json.loads(schema))
    assert [seen["file"] for seen in printed["seen"]] == [str(folder / PDF), str(folder / DOCX)]
    assert {problem["code"] for problem in printed["problems"]} >= {"drift", "lost-words"}
    assert printed["errors"] == 0


def test_a_lost_bullet_is_an_error_in_lapels_own_file_only(folder: Path) -> None:
    """A bullet that vanished from the DOCX is named with its place; by hand, it is a warning."""
    without_paragraph(folder / DOCX, "Taught four")
    found = {d.code: d for d in check_folder(folder, Path()).diagnostics}
    lost = found["lost-words"]
    assert lost.message == "“Taught four apprentices Hallqvist’s starter” is lost"
    assert lost.help.startswith("the line was to say: profiles/ines.yaml:16: “Taught")
    assert (found["drift"].severity, lost.severity) == ("warning", "warning")
    ledger = ledger_from_json((folder / "ledger.json").read_text())
    (own,) = check_file(folder / DOCX, ledger, frozenset()).diagnostics
    assert own.severity == "error"


def test_what_changed_around_the_folder_is_named(folder: Path) -> None:
    """A file that is gone, and a profile that says something else by now."""
    (folder / PDF).unlink()
    with Path("profiles/ines.yaml").open("a") as profile:
        profile.write("interests: [Rowing]\n")
    messages = [d.message for d in check_folder(folder, Path()).diagnostics]
    assert messages == [
        "lapel wrote this file, and it is gone",
        "the profile file changed since output/hearth was written",
    ]


def test_a_font_that_was_taken_out_is_named(folder: Path) -> None:
    """A PDF that names a font and does not hold it."""
    writer = pypdf.PdfWriter(clone_from=folder / PDF)
    for page in writer.pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].values():
            whole = font["/DescendantFonts"][0].get_object()
            for key in [key for key in whole["/FontDescriptor"] if key.startswith("/FontFile")]:
                del whole["/FontDescriptor"][NameObject(key)]
    writer.write(folder / PDF)
    codes = {d.code for d in check_folder(folder, Path()).diagnostics}
    assert codes == {"drift", "loose-font"}


@pytest.mark.parametrize(("name", "what"), [(PDF, "a PDF"), (DOCX, "a Word document")])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"PK\x03\x04"])
def test_a_broken_file_is_one_sentence(folder: Path, name: str, what: str, data: bytes) -> None:
    """No traceback, and the exit code says that there was nothing to check."""
    (folder / name).write_bytes(data)
    result = check(folder / name)
    said, help = result.stderr.splitlines()  # and not a word of a library
    assert f"{name}:1:1: error: this cannot be read as {what}" in said
    assert help.startswith("  help: make it anew: lapel tailor JOB writes")
    assert result.exit_code == ExitCode.UNREADABLE


@pytest.mark.parametrize("manifest", [None, "{", "[]"])
def test_a_folder_that_is_none_of_lapels(folder: Path, manifest: str | None) -> None:
    """Without a manifest there is nothing to hold the files against."""
    path = folder / "manifest.json"
    path.unlink()
    if manifest is not None:
        path.write_text(manifest)
    result = check(folder)
    assert "manifest" in result.stderr
    assert result.exit_code == ExitCode.UNREADABLE


def test_any_pdf_can_be_looked_at(folder: Path, tmp_path: Path) -> None:
    """A file that lapel did not write is read all the same, with the rules that need no plan."""
    other = tmp_path / "other.pdf"
    other.write_bytes((folder / PDF).read_bytes())
    assert check(other).exit_code == ExitCode.DONE
    assert "Head Baker" in check(other, "--text").stdout


def test_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    """Somebody's DOCX with a table still gives its words, in order."""
    word = docx.Document()
    word.add_paragraph("before")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    word.save(str(tmp_path / "a.docx"))
    read = read_docx(tmp_path / "a.docx").value
    assert read is not None
    assert read.lines == ("before", "left", "right")


def test_both_readers_say_what_a_file_says_of_itself(folder: Path) -> None:
    """Title, author, language and headings come through in both formats."""
    for read in (read_pdf(folder / PDF).value, read_docx(folder / DOCX).value):
        assert read is not None
        assert (read.title, read.author, read.language) == ("Ines Moreau",) * 2 + ("en",)
        assert read.tagged
        assert read.links[:2] == ("tel:+12185550142", "https://moreau.example.org")
