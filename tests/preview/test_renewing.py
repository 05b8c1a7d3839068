"""An engine that has laid out much is succeeded by another, and nobody sees it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.preview import renewing
from lapel.preview.building import Shop
from lapel.preview.session import Session
from lapel.rendering.engine import LayoutEngine
from lapel.source.diagnostics import Severity
from tests.patience import wait_until
from tests.preview.apart import run_apart
from tests.preview.browser import PROFILE, Desk


@pytest.mark.slow
def test_another_engine_takes_over_and_pages_go_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "MOST_CALLS", 1)

    async def until(is_so: Callable[[], bool], what: str) -> None:
        await asyncio.to_thread(wait_until, is_so, what)

    async def scene(first: LayoutEngine) -> tuple[int, str, list[str]]:
        session = Session(
            Shop(desk.job, Request(), first, tmp_path / "cache", Memory(), desk.folder)
        )
        running = asyncio.create_task(session.run())
        await until(lambda: session.shop.engine is not first, "another engine")
        later = session.shop.engine
        desk.lay(PROFILE.replace("three shops", "four shops"))
        session.change()
        await until(lambda: session.is_settled, "a preview at rest")
        assert session.last is not None
        texts = [account.text for account in session.last.ledger.highlights]
        told = [p.message for p in session.problems if p.severity is Severity.ERROR]
        session.close()
        await running
        later.close()
        return later.process_id, "\n".join(texts), told

    with LayoutEngine() as first:
        earlier = first.process_id
        process, texts, told = run_apart(lambda: scene(first))
    assert process != earlier
    assert "four shops" in texts
    assert told == []
