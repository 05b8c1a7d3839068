"""What the preview watches: every folder that a build reads in, and the files that lapel reads."""

import pytest
from PIL import Image

from lapel.inputs import Request, read_here
from lapel.preview.watching import concerns, watched_folders
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
