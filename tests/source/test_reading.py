"""Bytes of a file as text, or one clear reason why not."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.source.diagnostics import Diagnostic
from lapel.source.reading import decode_source, read_source

FILE = Path("file.yaml")


def problem_of(data: bytes) -> Diagnostic:
    outcome = decode_source(FILE, data)
    assert outcome.value is None
    (problem,) = outcome.diagnostics
    return problem


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"a: 1\nb: 2\n"]
)
def test_a_byte_order_mark_and_any_newline_are_fine(data: bytes) -> None:
    """What an editor puts around the text is no part of it."""
    source = decode_source(FILE, data).value
    assert source is not None
    assert source.lines == ("a: 1", "b: 2", "")


def test_the_digest_is_of_the_bytes() -> None:
    """Two files with the same text but other newlines are two files."""
    one, other = decode_source(FILE, b"a\n").value, decode_source(FILE, b"a\r\n").value
    assert one
    assert other
    assert one.text == other.text
    assert one.digest != other.digest


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_another_unicode_encoding_is_named_or_found_by_its_nul_characters(encoding: str) -> None:
    """UTF-16 and UTF-32 are asked to be saved as UTF-8, also without their mark."""
    problem = problem_of("name: Ada\n".encode(encoding))
    assert problem.message.startswith(("this file is UTF-", "a NUL character"))
    assert "UTF-8" in problem.help


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word file or another archive"),
        (b"{\\rtf1\\ansi Nurse Manager}", "rich text (RTF)"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_a_file_of_another_format_is_named(data: bytes, kind: str) -> None:
    """Nobody is asked to save a PDF as UTF-8."""
    problem = problem_of(data)
    assert problem.message == f"this is {kind}, expected plain text"
    assert problem.help.startswith("copy its words")


def test_latin_1_is_placed_at_its_first_byte() -> None:
    """The first byte that is no UTF-8 has a line and a column, counted in characters."""
    problem = problem_of("basics:\r\n  näme: José\r\n".encode("latin-1"))
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 4)
    assert problem.message == "the byte 0xE4 is not UTF-8"
    assert problem.excerpt == "  näme: José"


def test_a_nul_character_is_placed() -> None:
    """A NUL says that this is no text, and where."""
    problem = problem_of(b"a: 1\nb: x\0y\n")
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 5)


@pytest.mark.parametrize("typed", ["jobs/hearth", "jobs/heart.md", "hearth.md", "hearth", "haerth"])
def test_a_missing_file_names_the_one_that_is_meant(tmp_path: Path, typed: str) -> None:
    """A suffix, a workspace's folder or a letter that was left out is found by what is there."""
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "hearth.md").write_text("# Job")
    (tmp_path / "jobs" / "hearth.pdf").write_text("")
    [problem] = read_source(tmp_path / typed).diagnostics
    assert problem.help == f"did you mean {tmp_path / 'jobs' / 'hearth.md'}?"


def test_what_is_not_a_file_is_said(tmp_path: Path) -> None:
    """A missing file, a folder and a path that cannot be one are errors with a reason."""
    messages = [
        problem.message
        for path in (tmp_path / "none.yaml", tmp_path, Path("a\0b"), tmp_path / ("x" * 5000))
        for problem in read_source(path).diagnostics
    ]
    assert messages == [
        "there is no such file",
        "this is a folder, not a file",
        "this file cannot be read",
        "this file cannot be read",
    ]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """Nobody waits for what somebody may write into a pipe, or for the end of a device."""
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path / "pipe.md", Path("/dev/zero")):
        (problem,) = read_source(path).diagnostics
        assert problem.message == "this is a pipe or a device, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    """A file that may not be read says so."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert [p.message for p in read_source(path).diagnostics] == ["this file may not be read"]


def test_bytes_that_are_no_text_are_no_wrong_encoding() -> None:
    """A program or a picture is not to be saved as UTF-8."""
    [problem] = decode_source(FILE, b"\x7fELF\x02\x00\xd0\x00").diagnostics
    assert problem.message == "this is not a text file"


@given(st.binary())
def test_any_bytes_are_a_text_or_a_reason(data: bytes) -> None:
    """Whatever a file holds, reading it never raises, and a problem has a place in it."""
    outcome = decode_source(FILE, data)
    assert (outcome.value is None) == bool(outcome.errors)
    for problem in outcome.diagnostics:
        assert problem.place
        assert problem.place.line >= 1
        assert problem.place.column >= 1
