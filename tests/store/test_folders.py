"""Every job file has its own folder and keeps it."""

from pathlib import Path

from lapel.store.folders import job_folder
from lapel.store.manifest import MANIFEST_NAME
from lapel.store.outputs import store_outputs


def tailor(output: Path, job: str) -> str:
    """The name of the folder that a run on this job file writes to."""
    folder = job_folder(output, Path(job), job)
    store_outputs(folder, {"resume.pdf": b"%PDF"}, inputs={}, job=job)
    return folder.name


def test_folder_is_the_stem(tmp_path: Path) -> None:
    """A job's folder is called as its file, run after run."""
    assert [tailor(tmp_path, "jobs/etsy.md") for _ in range(2)] == ["etsy", "etsy"]


def test_same_stem_never_shares(tmp_path: Path) -> None:
    """Job files that differ only in folder or suffix get folders of their own and keep them."""
    jobs = ["jobs/a/x.md", "jobs/b/x.md", "jobs/a/x.yaml"]
    assert [tailor(tmp_path, job) for job in jobs] == ["x", "x-2", "x-3"]
    assert [tailor(tmp_path, job) for job in reversed(jobs)] == ["x-3", "x-2", "x"]


def test_keeps_its_folder_when_a_better_name_comes_free(tmp_path: Path) -> None:
    """A job does not move when the folder that took its stem is gone."""
    tailor(tmp_path, "a/x.md")
    tailor(tmp_path, "b/x.md")
    (tmp_path / "x" / MANIFEST_NAME).unlink()
    (tmp_path / "x" / "resume.pdf").unlink()
    (tmp_path / "x").rmdir()
    assert tailor(tmp_path, "b/x.md") == "x-2"
    assert tailor(tmp_path, "c/x.md") == "x"


def test_job_file_that_is_called_like_a_second_one(tmp_path: Path) -> None:
    """`x-2.md` has the folder of its own name, and a second `x.md` goes further."""
    assert [tailor(tmp_path, job) for job in ("x-2.md", "a/x.md", "b/x.md")] == ["x-2", "x", "x-3"]


def test_folder_without_manifest_is_free(tmp_path: Path) -> None:
    """A folder that no job owns may be used; what lies in it is protected by itself."""
    (tmp_path / "x").mkdir()
    assert tailor(tmp_path, "x.md") == "x"


def test_stem_with_signs_of_a_pattern(tmp_path: Path) -> None:
    """A stem counts as it is written, whatever its characters mean elsewhere."""
    jobs = ["a/x{0}[1]*.md", "b/x{0}[1]*.md"]
    assert [tailor(tmp_path, job) for job in jobs] == ["x{0}[1]-", "x{0}[1]--2"]
    assert tailor(tmp_path, jobs[1]) == "x{0}[1]--2"


def test_file_in_the_way(tmp_path: Path) -> None:
    """A file that has the folder's name stays."""
    (tmp_path / "x").write_text("a note")
    assert tailor(tmp_path, "x.md") == "x-2"
