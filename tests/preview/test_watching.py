"""What the preview watches: every folder that a build reads in, and the files that lapel reads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from lapel.inputs import read_here
from lapel.options import Request
from lapel.preview import watching
from lapel.preview.watching import changes_in, concerns, watched_folders
from tests.patience import wait_until
from tests.preview.browser import PROFILE, Desk

PHOTO = PROFILE.replace("basics: {", "basics: {image: pictures/ines.jpg, ", 1)


@pytest.mark.parametrize(
    "name",
    [
        "job.md",
        "job.txt",
        "job.mdown",
        "job.markdown",
        "profile.json",
        "lexicon.yaml",
        "photo.JPG",
        "photo.png",
        "face.ttf",
        "resume.html.j2",
        "letters",
    ],
)
def test_a_change_of_what_lapel_reads_counts(name: str) -> None:
    assert concerns(None, f"/somewhere/{name}")


@pytest.mark.parametrize("name", ["resume.pdf", "job.md~", "notes.md.swp", "4913.tmp"])
def test_a_change_of_anything_else_does_not(name: str) -> None:
    assert not concerns(None, f"/somewhere/{name}")


def test_every_folder_that_is_read_in_is_watched(desk: Desk) -> None:
    desk.lay(PHOTO)
    for name in ("jobs/letters", "templates/own", "profiles/pictures"):
        (desk.folder / name).mkdir(parents=True)
    Image.new("RGB", (300, 400)).save(desk.folder / "profiles" / "pictures" / "ines.jpg")
    inputs = read_here(desk.job, Request(personal=True), desk.folder).value
    assert inputs is not None
    watched = watched_folders(desk.job, desk.folder, inputs)
    root = desk.folder.resolve()
    assert {str(folder.relative_to(root)) for folder in watched} == {
        ".",
        "jobs",
        "jobs/letters",
        "profiles",
        "profiles/pictures",
        "templates",
        "templates/own",
    }


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[None]]:
    """One item for each that came of watching the folder ``watched``."""
    (tmp_path / "watched").mkdir()
    monkeypatch.setattr(watching, "LOOK_UP_TICKS", 1)
    stop, items = Event(), list[None]()

    def listen() -> None:
        for item in changes_in(lambda: frozenset({tmp_path / "watched"}), stop):
            items.append(item)

    with ThreadPoolExecutor(1) as thread:
        listening = thread.submit(listen)
        yield items
        stop.set()
        listening.result()


def test_word_comes_when_watching_has_begun(heard: list[None]) -> None:
    """What was saved before is news as well."""
    wait_until(lambda: heard, "word")


def test_a_folder_in_the_place_of_another_is_watched(heard: list[None], tmp_path: Path) -> None:
    """As after going to another branch and back."""
    wait_until(lambda: heard, "word")
    (tmp_path / "watched").rename(tmp_path / "earlier")
    (tmp_path / "watched").mkdir()
    wait_until(lambda: len(heard) > 1, "word of another folder")
    before = len(heard)
    (tmp_path / "watched" / "ines.yaml").write_text("")
    wait_until(lambda: len(heard) > before, "word of a file in it")
