"""Names are safe everywhere, and still the person's own."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.store.names import document_name, folder_name

LONGEST_ANYWHERE = 255
"""The bytes that a file system takes of a name."""


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Jordan Avery", "Jordan-Avery-Resume.pdf"),
        ("  Jordan   Avery ", "Jordan-Avery-Resume.pdf"),
        ("Siobhán O'Neill-Byrne", "Siobhán-ONeill-Byrne-Resume.pdf"),
        ("Siobhán O’Neill", "Siobhán-ONeill-Resume.pdf"),
        ("Dr. Martin Luther King, Jr.", "Dr-Martin-Luther-King-Jr-Resume.pdf"),
        ("J.R.R. Tolkien", "J-R-R-Tolkien-Resume.pdf"),
        ("王小明", "王小明-Resume.pdf"),
        ("नरेन्द्र शर्मा", "नरेन्द्र-शर्मा-Resume.pdf"),
        ("Zoe\u0308 Žižek", "Zoë-Žižek-Resume.pdf"),
        ("../../etc/passwd", "etc-passwd-Resume.pdf"),
        ("CON", "CON-Resume.pdf"),
        ("🎷", "Resume.pdf"),
        ("", "Resume.pdf"),
    ],
)
def test_document_carries_the_persons_name(person: str, name: str) -> None:
    """A recruiter sees whose resume it is, whatever script the name is written in."""
    assert document_name(person, "Resume", "pdf") == name


def test_title_of_several_words() -> None:
    """The title's words are joined like the name's."""
    assert document_name("Jordan Avery", "Cover Letter", "docx") == "Jordan-Avery-Cover-Letter.docx"


def test_neither_name_nor_title() -> None:
    """There is a name even when nothing of the person's and the title's can stand in one."""
    assert document_name("?", "!", "pdf") == "document.pdf"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("etsy-engineering-manager-ml", "etsy-engineering-manager-ml"),
        ("Etsy (2nd round)", "Etsy (2nd round)"),
        ("v1.2_final", "v1.2_final"),
        ("..", "job"),
        (".hidden", "hidden"),
        ("trailing. .", "trailing"),
        ("a/b\\c:d", "a-b-c-d"),
        ("line\nbreak\x00", "line-break-"),
        ("left\u202eright", "left-right"),
        ("AUX", "job-AUX"),
        ("com1.notes", "job-com1.notes"),
        ("console", "console"),
    ],
)
def test_folder_is_named_as_the_job_file(stem: str, name: str) -> None:
    """The folder has the file's stem, but for what some system could not hold."""
    assert folder_name(stem) == name


def _assert_safe(name: str) -> None:
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name not in {".", ".."}
    assert not any(unicodedata.category(character).startswith("C") for character in name)
    assert name == name.strip(" .")
    assert len(name.encode()) + len(".new-99") <= LONGEST_ANYWHERE


@example(person="ж" * 300, title="ж" * 300)
@given(person=st.text(), title=st.text(max_size=30))
def test_any_person_gives_a_safe_document_name(person: str, title: str) -> None:
    """No name of a person or a document gives a file name that leaves its folder or is no name."""
    _assert_safe(document_name(person, title, "pdf"))


@example(stem="ж" * 300)
@given(stem=st.text() | st.text("/\\.: \u202econAUX\x00", max_size=8) | st.text(min_size=90))
def test_any_stem_gives_a_safe_folder_name(stem: str) -> None:
    """No name of a job file gives a folder outside `output/` or one that some system refuses."""
    name = folder_name(stem)
    _assert_safe(name)
    assert folder_name(name) == name
