"""Who may ask the preview what: its own page, and nobody else."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from lapel.preview.guarding import HEADERS, Door, Guarded
from tests.preview.apart import run_apart

DOOR = Door(8123, "secret")
OWN = {"host": "127.0.0.1:8123", "origin": "http://127.0.0.1:8123", "x-lapel-token": "secret"}


def test_the_own_page_may_read_and_act() -> None:
    assert DOOR.refusal("GET", {"host": "localhost:8123"}) is None
    assert DOOR.refusal("POST", OWN) is None


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:8124", "[::1]:8123"]
)
def test_another_host_is_refused_even_for_reading(host: str) -> None:
    assert DOOR.refusal("GET", {"host": host}) is not None


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8123"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_origin_is_refused(method: str, origin: str) -> None:
    assert DOOR.refusal(method, {**OWN, "origin": origin}) is not None


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_asks_for_is_refused(site: str) -> None:
    assert DOOR.refusal("GET", {**OWN, "sec-fetch-site": site}) is not None


@pytest.mark.parametrize("missing", ["origin", "x-lapel-token"])
def test_an_act_needs_origin_and_token(missing: str) -> None:
    headers = {name: value for name, value in OWN.items() if name != missing}
    assert DOOR.refusal("POST", headers) is not None


def test_an_act_with_the_token_of_an_earlier_run_is_refused() -> None:
    assert "reload" in (DOOR.refusal("POST", {**OWN, "x-lapel-token": "older"}) or "")


def ask(scope: Scope) -> tuple[list[str], list[Message]]:
    """Which kinds of requests came through the door, and what was answered."""
    reached: list[str] = []
    answered: list[Message] = []

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        reached.append(scope["type"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        answered.append(message)

    run_apart(lambda: Guarded(app, DOOR)(scope, receive, send))
    return reached, answered


def test_a_server_that_starts_and_ends_passes_the_door() -> None:
    """What is no request has neither host nor headers, and is handed on as it is."""
    reached, answered = ask({"type": "lifespan"})
    assert reached == ["lifespan"]
    assert answered[0]["headers"] == []


def test_every_answer_carries_the_headers_and_a_stranger_gets_nothing_else() -> None:
    """An answer, and a refusal, say what a page may load."""
    for host, status in (("localhost:8123", 200), ("evil.example", 403)):
        request = {"type": "http", "method": "GET", "headers": [(b"host", host.encode())]}
        reached, answered = ask(request)
        assert (answered[0]["status"], len(reached)) == (status, status == 200)
        sent = {name.decode(): value.decode() for name, value in answered[0]["headers"]}
        assert HEADERS.items() <= sent.items()
