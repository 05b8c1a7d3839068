"""Taking back and doing again, also in a file that was changed meanwhile."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.preview.history import Deed, History, apply_deed

BEFORE = b"---\npin: [a]\n---\n# Job\n- note\n"
AFTER = b"---\npin: [a, b]\n---\n# Job\n- note\n"
DEED = Deed(Path("job.md"), BEFORE, AFTER, "b pinned")


def test_an_untouched_file_gets_its_bytes_back() -> None:
    assert apply_deed(DEED, BEFORE) == AFTER
    assert apply_deed(DEED.reversed(), AFTER) == BEFORE


@pytest.mark.parametrize(
    ("now", "back"),
    [
        (AFTER + b"- more\n", BEFORE + b"- more\n"),
        (b"\n" + AFTER, b"\n" + BEFORE),
        (AFTER.replace(b"note", b"other"), BEFORE.replace(b"note", b"other")),
        (AFTER.replace(b"b]", b"b, c]"), BEFORE.replace(b"a]", b"a, c]")),
    ],
)
def test_changes_elsewhere_are_kept(now: bytes, back: bytes) -> None:
    assert apply_deed(DEED.reversed(), now) == back


@pytest.mark.parametrize(
    "now",
    [
        b"---\npin: [c]\n---\n# Job\n- other\n",
        b"",
    ],
)
def test_a_change_at_its_place_is_never_overwritten(now: bytes) -> None:
    assert apply_deed(DEED.reversed(), now) is None


@given(st.binary(max_size=30), st.binary(max_size=30), st.binary(max_size=10))
def test_whatever_is_added_at_the_end_stays(before: bytes, after: bytes, more: bytes) -> None:
    deed = Deed(Path("job.md"), before, after, "")
    back = apply_deed(deed.reversed(), after + more)
    assert back is None or back == before + more


def test_a_new_deed_ends_what_could_be_done_again() -> None:
    one, other = DEED, Deed(Path("job.md"), AFTER, BEFORE, "b no longer pinned")
    history = History().after(one).after(other).back()
    assert (history.done, history.undone) == ((one,), (other,))
    assert history.forth().done == (one, other)
    assert history.after(other).undone == ()
