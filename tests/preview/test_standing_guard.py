"""What the running server refuses, and that it serves nothing but its own."""

import socket
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S, wait_until
from tests.preview.browser import JOB, Preview

OWN = "http://127.0.0.1:{port}"


def asked(preview: Preview, method: str, path: str, **changed: str | None) -> int:
    """The status of a request like the page's own, but for the headers changed."""
    headers = {
        "host": f"127.0.0.1:{preview.port}",
        "origin": f"http://127.0.0.1:{preview.port}",
        "x-lapel-token": preview.token(),
        "content-type": "application/json",
    }
    headers |= {name.replace("_", "-"): value for name, value in changed.items() if value}
    for name, value in changed.items():
        if value is None:
            del headers[name.replace("_", "-")]
    body = '{"kind": "drop", "target": "mill/rye"}' if method == "POST" else ""
    return preview.ask(method, path, headers, body)[0]


def test_acts_from_elsewhere_are_refused_and_change_nothing(preview: Preview) -> None:
    for changed in (
        {"host": "evil.example"},
        {"host": f"evil.example:{preview.port}"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"x_lapel_token": None},
        {"x_lapel_token": "guessed"},
        {"sec_fetch_site": "cross-site"},
    ):
        for path in ("/take", "/try", "/undo", "/redo", "/write"):
            assert asked(preview, "POST", path, **changed) == 403, (path, changed)
    assert preview.desk.job.read_text() == JOB


def test_pages_of_another_name_get_nothing_to_read(preview: Preview) -> None:
    for path in ("/", "/events", "/parsed/resume", "/files/resume/pdf", "/own/main.js"):
        assert asked(preview, "GET", path, host=f"evil.example:{preview.port}") == 403
        assert asked(preview, "GET", path, origin="http://evil.example") == 403


@pytest.mark.parametrize(
    "path",
    [
        "/own/../server.py",
        "/own/..%2fserver.py",
        "/own/%2e%2e/server.py",
        "/own/..%5cserver.py",
        "/own//etc/passwd",
        "/own/index.html",
        "/files/../../jobs/hearth.md",
        "/files/%2e%2e%2f%2e%2e%2fjobs%2fhearth.md",
        "/files/resume/exe",
        "/sheets/resume/x/99/800.png",
        "/jobs/hearth.md",
        "/../../etc/passwd",
    ],
)
def test_nothing_else_is_served(preview: Preview, path: str) -> None:
    status, text = preview.ask("GET", path, {"host": f"127.0.0.1:{preview.port}"})
    assert status == 404
    assert "root:" not in text
    assert "Hearth" not in text


def test_every_answer_keeps_strangers_out(preview: Preview) -> None:
    import http.client

    for path in ("/", "/own/main.js", "/nowhere"):
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE_S)
        connection.request("GET", path)
        answer = connection.getresponse()
        policy = answer.getheader("content-security-policy") or ""
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.getheader("x-content-type-options") == "nosniff"
        assert answer.getheader("access-control-allow-origin") is None
        connection.close()


def test_it_listens_on_this_machine_only(preview: Preview) -> None:
    addresses = {
        info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    }
    for address in addresses - {"127.0.0.1"}:
        if str(address).startswith("127."):
            continue
        with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
            socket.create_connection((str(address), preview.port), timeout=2)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"kind": "burn", "target": "mill/rye"}',
        '{"kind": "drop"}',
        '{"kind": "drop", "target": "nobody/nothing"}',
        '{"kind": "order", "target": "mill", "ids": ["quay/ovens"]}',
        '{"kind": "order", "target": "mill", "ids": [1]}',
        '{"kind": "wording", "target": "mill/rye", "value": "none such"}',
        '{"kind": "set", "target": "profile", "value": "../../etc/passwd"}',
        '{"kind": "set", "target": "pages", "value": "many"}',
    ],
)
def test_an_act_that_cannot_be_is_refused_in_a_sentence(preview: Preview, body: str) -> None:
    headers = {
        "origin": f"http://127.0.0.1:{preview.port}",
        "x-lapel-token": preview.token(),
    }
    wait_for_a_page(preview)
    status, text = preview.ask("POST", "/take", headers, body)
    assert status == 400
    assert '{"error":' in text
    assert preview.desk.job.read_text() == JOB


def wait_for_a_page(preview: Preview) -> None:
    """Wait until something is on show."""
    wait_until(lambda: preview.ask("GET", "/files/resume/pdf")[0] == 200, "a page")


def test_a_path_of_the_machine_stays_on_the_machine(preview: Preview) -> None:
    wait_for_a_page(preview)
    assert str(Path.home()) not in preview.ask("GET", "/")[1]
