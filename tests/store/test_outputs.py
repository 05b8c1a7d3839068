"""What a person changed in the output folder is never lost, and never keeps lapel from working."""

from concurrent.futures import ThreadPoolExecutor
from errno import ENOSPC
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec import Struct

from lapel.store.manifest import MANIFEST_NAME, read_manifest
from lapel.store.outputs import Stored, read_output, store_outputs
from lapel.store.writing import write_atomically
from tests.quick import tries

NAME = "Jordan-Avery-Resume.docx"
NEW = "Jordan-Avery-Resume.new.docx"
NEW_2 = "Jordan-Avery-Resume.new-2.docx"


class Folder(Struct, frozen=True):
    """An output folder with one job's resume in it."""

    path: Path

    def store(self, content: bytes, *, force: bool = False, name: str = NAME) -> Stored:
        """One run that makes the resume with this content."""
        inputs = {"profile": "p1"}
        return store_outputs(self.path, {name: content}, inputs=inputs, job="j.md", force=force)

    def contents(self) -> dict[str, bytes]:
        """Every file but the manifest."""
        files = sorted(path for path in self.path.iterdir() if path.is_file())
        return {path.name: path.read_bytes() for path in files if path.name != MANIFEST_NAME}

    def edit(self, name: str, content: bytes = b"edited") -> None:
        """A person's own change."""
        (self.path / name).write_bytes(content)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "output" / "job")


def test_first_run_makes_the_folder(folder: Folder) -> None:
    """A first run writes the file and a manifest that says what it was made from."""
    stored = folder.store(b"1")
    path = folder.path / NAME
    assert stored == Stored(files=(path,), written=(path,), kept=(), diagnostics=())
    manifest = read_manifest(folder.path).value
    assert manifest is not None
    assert (manifest.job, manifest.inputs, list(manifest.outputs)) == (
        "j.md",
        {"profile": "p1"},
        [NAME],
    )


def test_what_a_run_wrote_before_the_disk_was_full_is_lapels(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that ends between two files leaves nothing that the next one takes for hand-made."""
    other = "Jordan-Avery-Resume.pdf"

    def run(contents: tuple[bytes, bytes], room_for: str = f"{NAME} {other}") -> Stored:
        def write(path: Path, content: bytes) -> None:
            if path.name not in room_for:
                raise OSError(ENOSPC, "no space", str(path))
            write_atomically(path, content)

        monkeypatch.setattr("lapel.store.outputs.write_atomically", write)
        files = dict(zip((NAME, other), contents, strict=True))
        return store_outputs(folder.path, files, inputs={}, job="j.md")

    run((b"1", b"1"))
    with pytest.raises(OSError, match="no space"):
        run((b"2", b"2"), room_for=NAME)
    with pytest.raises(OSError, match="no space"):
        run((b"3", b"3"), room_for="")
    assert folder.contents() == {NAME: b"2", other: b"1"}
    assert run((b"4", b"4")).kept == ()
    assert folder.contents() == {NAME: b"4", other: b"4"}


def test_runs_at_the_same_time_wait_for_each_other(folder: Folder) -> None:
    """Of two runs with other results one is the newer; neither takes the other for a person."""

    def run(number: int) -> int:
        return sum(len(folder.store(b"%d %d" % (number, turn)).kept) for turn in range(20))

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(run, range(3))) == 0
    assert list(folder.contents()) == [NAME]


def test_another_jobs_folder_is_no_own_one(folder: Folder) -> None:
    """Where two jobs of one name came to the same folder at once, each keeps its file."""
    folder.store(b"1")
    stored = store_outputs(folder.path, {NAME: b"2"}, inputs={}, job="other/j.md")
    assert (stored.kept, folder.contents()) == ((folder.path / NAME,), {NAME: b"1", NEW: b"2"})


def test_own_file_is_overwritten(folder: Folder) -> None:
    """A file as lapel wrote it makes room for the next one."""
    folder.store(b"1")
    assert folder.store(b"2").kept == ()
    assert folder.contents() == {NAME: b"2"}


def test_same_bytes_are_no_write(folder: Folder) -> None:
    """A run with the same result touches no file, but still says where the result is."""
    folder.store(b"1")
    before = (folder.path / NAME).stat().st_mtime_ns
    stored = folder.store(b"1")
    assert (stored.files, stored.written) == ((folder.path / NAME,), ())
    assert (folder.path / NAME).stat().st_mtime_ns == before


def test_edited_file_is_kept(folder: Folder) -> None:
    """A resume changed by hand stays; the new one is written beside it, with a warning."""
    folder.store(b"1")
    folder.edit(NAME)
    stored = folder.store(b"2")
    assert folder.contents() == {NAME: b"edited", NEW: b"2"}
    assert (stored.files, stored.kept) == ((folder.path / NEW,), (folder.path / NAME,))
    (warning,) = stored.diagnostics
    assert warning.message == (
        f"{folder.path / NAME} changed since lapel wrote it and is kept; the new one is {NEW}"
    )
    assert warning.help == f"delete one of the two, or run again with --force to overwrite {NAME}"


def test_edited_file_is_kept_when_nothing_else_changed(folder: Folder) -> None:
    """Running again on the same inputs does not undo an edit either."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"1")
    assert folder.contents() == {NAME: b"edited", NEW: b"1"}


def test_file_lapel_never_wrote_is_kept(folder: Folder) -> None:
    """A file that was there before the first run belongs to somebody else."""
    folder.path.mkdir(parents=True)
    folder.edit(NAME, b"mine")
    stored = folder.store(b"1")
    assert folder.contents() == {NAME: b"mine", NEW: b"1"}
    assert "was not written by lapel" in stored.diagnostics[0].message


def test_same_bytes_that_lapel_never_wrote_are_no_edit(folder: Folder) -> None:
    """Where the manifest was lost, what is there already needs no neighbour."""
    folder.path.mkdir(parents=True)
    folder.edit(NAME, b"1")
    assert folder.store(b"1").kept == ()
    assert folder.contents() == {NAME: b"1"}


def test_what_was_written_several_runs_ago_is_still_lapels(folder: Folder) -> None:
    """Runs that made something else in between do not turn it into somebody's own."""
    folder.store(b"1")
    folder.store(b"letter", name="Letter.docx")
    folder.store(b"letter 2", name="Letter.docx")
    assert folder.store(b"2").kept == ()
    assert folder.contents() == {NAME: b"2", "Letter.docx": b"letter 2"}


def test_own_neighbour_is_overwritten(folder: Folder) -> None:
    """As long as the edit stands, the neighbour is the one kept up to date."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    folder.store(b"3")
    assert folder.contents() == {NAME: b"edited", NEW: b"3"}


def test_edited_neighbour_is_kept(folder: Folder) -> None:
    """A neighbour that was edited as well is as safe as the file itself."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    folder.edit(NEW, b"edited too")
    folder.store(b"3")
    folder.store(b"4")
    assert folder.contents() == {NAME: b"edited", NEW: b"edited too", NEW_2: b"4"}


def test_undone_edit_is_no_edit(folder: Folder) -> None:
    """A file put back as lapel wrote it is overwritten again."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    folder.edit(NAME, b"1")
    assert folder.store(b"3").kept == ()
    assert folder.contents() == {NAME: b"3"}


def test_force_overwrites(folder: Folder) -> None:
    """Only --force takes an edit away, and then no new file of an earlier run stays beside it."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    assert folder.store(b"3", force=True).kept == ()
    assert folder.contents() == {NAME: b"3"}


def test_force_keeps_an_edited_neighbour(folder: Folder) -> None:
    """What somebody changed beside the file is theirs; only lapel's own goes."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    folder.edit(NEW, b"edited too")
    folder.store(b"3")
    folder.store(b"4", force=True)
    assert folder.contents() == {NAME: b"4", NEW: b"edited too"}


def test_the_new_one_put_in_the_place_of_the_edited_is_lapels(folder: Folder) -> None:
    """Who keeps the new one of the two, under the old name, has no edit to protect."""
    folder.store(b"1")
    folder.edit(NAME)
    folder.store(b"2")
    (folder.path / NEW).replace(folder.path / NAME)
    assert folder.store(b"3").kept == ()
    assert folder.contents() == {NAME: b"3"}


def test_earlier_files_stay(folder: Folder) -> None:
    """A format that is no longer asked for stays, and is still lapel's own when it comes back."""
    folder.store(b"docx")
    folder.store(b"pdf", name="r.pdf")
    assert folder.contents() == {NAME: b"docx", "r.pdf": b"pdf"}
    assert folder.store(b"docx 2").kept == ()


def test_forgotten_when_deleted(folder: Folder) -> None:
    """A deleted earlier file leaves the manifest: what comes under its name is a person's."""
    folder.store(b"docx")
    (folder.path / NAME).unlink()
    folder.store(b"pdf", name="r.pdf")
    folder.edit(NAME, b"docx")
    folder.store(b"docx 2")
    assert folder.contents()[NAME] == b"docx"


def test_damaged_manifest_protects_everything(folder: Folder) -> None:
    """Without a readable manifest every file counts as a person's, and the warning says so."""
    folder.store(b"1")
    folder.edit(MANIFEST_NAME, b"{")
    stored = folder.store(b"2")
    assert folder.contents() == {NAME: b"1", NEW: b"2"}
    assert [d.code for d in stored.diagnostics] == ["damaged-manifest", "hand-made-output"]


@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_file_is_never_replaced(folder: Folder, *, force: bool) -> None:
    """A folder or a dangling link in a file's place stays, even with --force."""
    (folder.path / NAME).mkdir(parents=True)
    (folder.path / NEW).symlink_to("nowhere")
    folder.store(b"1", force=force)
    assert folder.contents() == {NEW_2: b"1"}
    assert (folder.path / NEW).is_symlink()


@pytest.mark.parametrize("name", ["../x.pdf", "a/x.pdf", "/x.pdf", "..", "", MANIFEST_NAME])
def test_names_cannot_leave_the_folder(folder: Folder, name: str) -> None:
    """Whatever computed it, a name with a way out of the folder is refused."""
    with pytest.raises(ValueError, match="is not the name of an output file"):
        folder.store(b"1", name=name)
    assert not folder.path.exists()


def test_read_output_gives_what_the_last_run_wrote(folder: Folder) -> None:
    """A result is read back only while inputs, job and the file itself are as they were."""
    folder.store(b"1")
    same = {"profile": "p1"}
    assert read_output(folder.path, NAME, inputs=same, job="j.md") == b"1"
    assert read_output(folder.path, NAME, inputs={"profile": "p2"}, job="j.md") is None
    assert read_output(folder.path, NAME, inputs=same, job="k.md") is None
    assert read_output(folder.path, "other.pdf", inputs=same, job="j.md") is None
    folder.edit(NAME)
    assert read_output(folder.path, NAME, inputs=same, job="j.md") is None
    assert read_output(folder.path / "not-there", NAME, inputs=same, job="j.md") is None


class EditsAndRuns(RuleBasedStateMachine):
    """Any order of runs, edits and deletions."""

    folders: pytest.TempPathFactory

    def __init__(self) -> None:
        super().__init__()
        self.folder = Folder(self.folders.mktemp("output"))
        self.edits: dict[str, bytes] = {}
        self.last: tuple[Path, bytes] | None = None

    @rule(number=st.integers(0, 2))
    def run(self, number: int) -> None:
        """A run with one of three results."""
        content = f"run {number}".encode()
        self.last = (self.folder.store(content).files[0], content)

    @rule(name=st.sampled_from([NAME, NEW, NEW_2]), number=st.integers(0, 2))
    def edit(self, name: str, number: int) -> None:
        """A person writes over a file, or makes one."""
        self.edits[name] = f"edit {number}".encode()
        self.folder.edit(name, self.edits[name])
        self.last = None

    @rule(name=st.sampled_from([NAME, NEW, NEW_2]))
    def delete(self, name: str) -> None:
        """A person deletes a file."""
        (self.folder.path / name).unlink(missing_ok=True)
        self.edits.pop(name, None)
        self.last = None

    @invariant()
    def edits_are_safe(self) -> None:
        """Every file that a person wrote is as they wrote it."""
        contents = self.folder.contents()
        assert {name: contents.get(name) for name in self.edits} == self.edits

    @invariant()
    def last_run_is_there(self) -> None:
        """The last run's file is where it said."""
        if self.last is not None:
            assert self.last[0].read_bytes() == self.last[1]


def test_no_order_of_runs_and_edits_loses_an_edit(tmp_path_factory: pytest.TempPathFactory) -> None:
    """After any runs, edits and deletions every edit is there, and so is the last run's file."""
    EditsAndRuns.folders = tmp_path_factory
    machine = EditsAndRuns.TestCase
    machine.settings = settings(tries(30), stateful_step_count=15)
    machine().runTest()
