"""The manifest comes back as it was written, and a damaged one is a warning, never a crash."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.source.diagnostics import Severity
from lapel.store.manifest import MANIFEST_NAME, Manifest, digest_of, read_manifest, write_manifest

texts = st.dictionaries(st.text(), st.text())
manifests = st.builds(Manifest, job=st.text(), inputs=texts, outputs=texts, earlier=texts)


@given(manifest=manifests)
def test_written_manifest_is_read_back(
    manifest: Manifest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the names and digests are, the manifest says the same after a round trip."""
    folder = tmp_path_factory.mktemp("output")
    write_manifest(folder, manifest)
    assert read_manifest(folder).value == manifest


def test_name_that_is_no_text(tmp_path: Path) -> None:
    """A job file whose name is not UTF-8 keeps its folder."""
    manifest = Manifest("jobs/\udcff.md")
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path).value == manifest


def test_same_manifest_is_not_written_again(tmp_path: Path) -> None:
    """A run that changes nothing leaves the manifest's time as it was."""
    write_manifest(tmp_path, Manifest("jobs/a.md"))
    before = (tmp_path / MANIFEST_NAME).stat()
    write_manifest(tmp_path, Manifest("jobs/a.md"))
    after = (tmp_path / MANIFEST_NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_no_manifest_is_no_problem(tmp_path: Path) -> None:
    """A folder that lapel never wrote to has no manifest and nothing is wrong with that."""
    found = read_manifest(tmp_path / "not-there")
    assert (found.value, found.diagnostics) == (None, ())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"job": 1}',
        b'{"job": "a", "inputs": {}, "outputs": {}}',
        b'{"job": "a", "inputs": [], "outputs": {}, "earlier": {}}',
        b'{"job": "a", "inputs": {"job": 1}, "outputs": {}, "earlier": {}}',
        b"[" * 200_000,
    ],
)
def test_damaged_manifest_is_a_warning(content: bytes, tmp_path: Path) -> None:
    """A manifest that is cut, edited or not one at all counts as absent, and the person is told."""
    (tmp_path / MANIFEST_NAME).write_bytes(content)
    found = read_manifest(tmp_path)
    assert found.value is None
    assert [(d.code, d.severity) for d in found.diagnostics] == [
        ("damaged-manifest", Severity.WARNING)
    ]


def test_folder_in_the_manifests_place(tmp_path: Path) -> None:
    """Even a folder called manifest.json is a damaged manifest and no crash."""
    (tmp_path / MANIFEST_NAME).mkdir()
    assert read_manifest(tmp_path).diagnostics[0].code == "damaged-manifest"


def test_wrote_knows_this_run_and_earlier_ones() -> None:
    """A file is lapel's own only under the name and with the bytes that lapel wrote."""
    manifest = Manifest("a", {}, {"new": digest_of(b"1")}, {"old": digest_of(b"2")})
    assert manifest.wrote("new", b"1")
    assert manifest.wrote("old", b"2")
    assert not manifest.wrote("new", b"2")
    assert not manifest.wrote("other", b"1")
