"""The layout engine's process: answers in order, raises what was raised, and may crash alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapel.rendering.engine import EngineCrashedError, LayoutEngine


@pytest.fixture(scope="module")
def engine() -> Iterator[LayoutEngine]:
    """An engine for all tests that leave it as it was."""
    with LayoutEngine() as one:
        yield one


def double(number: int) -> int:
    return 2 * number


def fail(message: str) -> None:
    raise ValueError(message)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def test_calls_are_answered_in_their_order(engine: LayoutEngine) -> None:
    """Two calls may be under way; each gets its own answer."""
    first, second = engine.call(double, 1), engine.call(double, 2)
    assert (first.wait(), second.wait()) == (2, 4)


def halves(text: str) -> Iterator[str]:
    middle = len(text) // 2
    yield text[:middle]
    yield text[middle:]


def test_an_answer_may_come_in_parts(engine: LayoutEngine) -> None:
    """Each wait gives the next, also where another call's answer was asked for between them; a
    forgotten one leaves none of its parts.
    """
    engine.call(halves, "gone").forget()
    pending, other = engine.call(halves, "ebbflow"), engine.call(double, 1)
    assert pending.wait() == "ebb"
    assert other.wait() == 2
    assert pending.wait() == "flow"
    assert (engine._answers, engine._forgotten) == ({}, set())


def test_what_a_call_raises_is_raised_here(engine: LayoutEngine) -> None:
    """An error of the child is the parent's, and the child goes on."""
    with pytest.raises(ValueError, match="no such page"):
        engine.call(fail, "no such page").wait()
    assert engine.call(double, 3).wait() == 6


def test_a_module_of_the_folder_one_stands_in_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever keeps a `struct.py` beside a resume gets a page all the same."""
    (tmp_path / "struct.py").write_text("raise SystemExit('the wrong struct')")
    monkeypatch.chdir(tmp_path)
    with LayoutEngine() as engine:
        assert engine.call(double, 2).wait() == 4
    assert "PYTHONSAFEPATH" not in os.environ


def test_an_interrupt_while_the_child_starts_is_not_for_it() -> None:
    """The terminal's interrupt goes to every process; a starting child would print its end."""
    with LayoutEngine() as engine:
        os.kill(engine.process_id, signal.SIGINT)
        assert engine.call(double, 2).wait() == 4


def test_a_crash_ends_the_child_alone() -> None:
    """A native library that crashes is an error with the signal, not the end of everything."""
    with LayoutEngine() as engine:
        pending = engine.call(crash)
        with pytest.raises(EngineCrashedError, match="signal 11"):
            pending.wait()
        with pytest.raises(EngineCrashedError):
            engine.call(double, 1).wait()


def test_the_child_ends_with_the_block() -> None:
    """No process is left behind."""
    with LayoutEngine() as engine:
        process = engine.process_id
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_child_whose_parent_was_killed_ends_in_silence() -> None:
    """It was at work and has an answer that nobody takes any more."""
    code = (
        "import os, time\nfrom lapel.rendering.engine import LayoutEngine\n"
        "engine = LayoutEngine()\nengine.call(abs, -1).wait()\n"
        "engine.call(time.sleep, 0.3)\nos._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (9, "")


def test_an_answer_nobody_waits_for_is_nobody_elses() -> None:
    """A call that was given up on leaves the next one its own answer."""
    with LayoutEngine() as engine:
        engine.call(double, 1)
        engine.call(fail, "nobody hears this")
        assert engine.call(double, 21).wait() == 42


def test_a_forgotten_answer_is_not_kept(engine: LayoutEngine) -> None:
    """What nobody wants any more, before it came or after, leaves nothing behind."""
    early = engine.call(str.upper, "early")
    early.forget()
    late = engine.call(str.upper, "late")
    assert engine.call(str.upper, "wanted").wait() == "WANTED"
    late.forget()
    assert engine.call(str.upper, "last").wait() == "LAST"
    assert (engine._answers, engine._forgotten) == ({}, set())


def wait_for(path: Path) -> str:
    while not path.exists():
        time.sleep(0.01)
    return path.name


def test_while_an_answer_is_awaited_modules_are_loaded(
    engine: LayoutEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is needed later is loaded while this process would do nothing, and not sooner."""
    mark = tmp_path / "loaded"
    (tmp_path / "needed_later.py").write_text(f"open({str(mark)!r}, 'w').close()\n")
    monkeypatch.syspath_prepend(tmp_path)
    engine.load_meanwhile(["needed_later"])
    assert not mark.exists()
    assert engine.call(wait_for, mark).wait() == "loaded"
    monkeypatch.delitem(sys.modules, "needed_later")
