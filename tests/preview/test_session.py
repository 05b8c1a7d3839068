"""The loop of the preview: changes come together, the newest wins, and nothing ends it."""

import asyncio
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.preview import session as session_module
from lapel.preview.building import Shop, StaleError
from lapel.preview.session import Session
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from tests.patience import PATIENCE_S, wait_until
from tests.preview.apart import run_apart

Build = Callable[..., Outcome[Any]]


def shop(tmp_path: Path) -> Shop:
    """A shop whose engine is never asked."""
    return Shop(tmp_path / "job.md", Request(), None, tmp_path, Memory())  # type: ignore[arg-type]


def failing(message: str) -> Outcome[Any]:
    return Outcome(None, (Diagnostic("some-error", Severity.ERROR, message),))


async def messages_of(session: Session, number: int) -> list[str]:
    """The first messages of that many states."""
    found: list[str] = []
    async for news in session.bulletin.listen():
        assert news is not None
        found += [problem["message"] for problem in json.loads(news.text)["problems"]]
        if len(found) == number:
            break
    return found


def test_of_changes_in_a_row_the_newest_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    builds: list[str] = []

    def build(_shop: object, _before: object, _tried: object, is_stale: Any, *_: object) -> Any:  # noqa: ANN401
        builds.append("begun")
        begun.set()
        go_on.wait(PATIENCE_S)
        if is_stale(None):
            raise StaleError
        return failing(f"build {len(builds)}")

    monkeypatch.setattr(session_module, "build", build)
    monkeypatch.setattr(session_module, "changed_since", lambda *_: True)

    async def scene() -> list[str]:
        session = Session(shop(tmp_path))
        running = asyncio.create_task(session.run())
        await asyncio.to_thread(begun.wait, PATIENCE_S)
        for _ in range(5):
            session.change()
        go_on.set()
        told = await messages_of(session, 1)
        session.close()
        await running
        return told

    assert run_apart(scene) == ["build 2"]
    assert len(builds) == 2


def test_a_build_that_breaks_off_is_told_and_the_next_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Exception | Outcome[Any]] = [RuntimeError("a strange file"), failing("mended")]

    def build(*_: object) -> Outcome[Any]:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(session_module, "build", build)

    async def scene() -> list[str]:
        session = Session(shop(tmp_path))
        running = asyncio.create_task(session.run())
        told = await messages_of(session, 1)
        session.change()
        await asyncio.to_thread(wait_until, lambda: session.bulletin.version == 2, "another state")
        told += await messages_of(session, 1)
        session.close()
        await running
        return told

    assert run_apart(scene) == ["RuntimeError: a strange file", "mended"]


@pytest.mark.parametrize("busy_with", ["a build", "a trial"])
def test_pages_are_let_go_at_once_whatever_is_computed(
    busy_with: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server waits for its streams no longer than two seconds and then breaks them off."""
    begun, go_on, was_waiting = threading.Event(), threading.Event(), []

    def be_busy() -> None:
        begun.set()
        was_waiting.append(not go_on.wait(PATIENCE_S))

    def build(*_: object) -> Outcome[Any]:
        if busy_with == "a build":
            be_busy()
        return failing("built")

    monkeypatch.setattr(session_module, "build", build)

    async def scene() -> None:
        session = Session(shop(tmp_path))
        running = asyncio.create_task(session.run())
        listening = asyncio.create_task(messages_of(session, 2))
        tried = asyncio.create_task(session.work(be_busy)) if busy_with == "a trial" else None
        await asyncio.to_thread(begun.wait, PATIENCE_S)
        session.close()
        await listening
        go_on.set()
        await running
        if tried is not None:
            await tried

    run_apart(scene)
    assert was_waiting == [False]
