"""Who may send requests: this machine's own page and nobody else.

A web page of any other site may send requests to a port of this machine. Its requests carry its
Origin, or the name by which it found the way here as Host; and it cannot read the token that only
our own page holds.
"""

from collections.abc import Mapping
from secrets import compare_digest
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")
TOKEN_HEADER = "x-lapel-token"  # noqa: S105 - the header's name
READING = frozenset({"GET", "HEAD"})
OWN_SITES = frozenset({"", "same-origin", "none"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}


class Door(Struct, frozen=True):
    """What a request must have: the port's own name, and to act the page's origin and token."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """The values allowed in the Host header."""
        return frozenset(f"{name}:{self.port}" for name in NAMES)

    def refusal(self, method: str, headers: Mapping[str, str]) -> str | None:
        """Return why a request is refused, None where it may pass; header names in lower case."""
        if headers.get("host") not in self.hosts:
            return "this is not the address of the preview"
        origin = headers.get("origin")
        origins = {f"http://{host}" for host in self.hosts}
        if origin is not None and origin not in origins:
            return "only the preview's own page may ask"
        if headers.get("sec-fetch-site", "") not in OWN_SITES:
            return "only the preview's own page may ask"
        if method in READING:
            return None
        if origin is None:
            return "an act must come from the preview's own page"
        if not compare_digest(headers.get(TOKEN_HEADER, "").encode(), self.token.encode()):
            return "the token is missing or of an earlier run; reload the page"
        return None


class Guarded(Struct, frozen=True):
    """An app behind a door; every answer has the headers that keep others out."""

    app: "ASGIApp"
    door: Door

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass the request on, or refuse it with 403."""
        from starlette.responses import PlainTextResponse  # noqa: PLC0415 - of an extra

        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message["headers"], *own]}
            await send(message)

        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        reason = self.door.refusal(scope["method"], headers)
        answer = self.app if reason is None else PlainTextResponse(reason, status_code=403)
        return await answer(scope, receive, send_guarded)
