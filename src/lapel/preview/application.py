"""The answers of the preview: its own page, the events, the pictures, the files to keep."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePath
from urllib.parse import quote

from msgspec import Struct, to_builtins
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from lapel.preview.acts import ActError, parse_act
from lapel.preview.presence import WHO_PATH
from lapel.preview.rewording import Rewording
from lapel.preview.session import Session
from lapel.preview.taking import ConflictError
from lapel.preview.view import LETTER, RESUME
from lapel.rendering.engine import EngineCrashedError
from lapel.rendering.fonts import MissingFontError
from lapel.rendering.templates import TemplateError

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FILE_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PAGE = "index.html"
TOKEN_MARK, PAGE_MARK = b"{{token}}", b"{{page}}"
LONGEST_BODY = 1_000_000
FRESH = {"cache-control": "no-store"}
FOR_GOOD = {"cache-control": "private, max-age=3600, immutable"}


class Answers(Struct, frozen=True):
    """The answers of one session; whoever serves them checks each request first."""

    session: Session
    token: str
    own: Mapping[str, bytes]

    def app(self) -> Starlette:
        """Return the routes; nothing but these can be asked for."""
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/own/{name}", self.own_file),
                Route(WHO_PATH, self.who),
                Route("/events", self.events),
                Route("/sheets/{document}/{digest}/{width:int}.png", self.sheet),
                Route("/parsed/{document}", self.parsed),
                Route("/files/{document}/{kind}", self.download),
                Route("/try", self.try_act, methods=["POST"]),
                Route("/take", self.take_act, methods=["POST"]),
                Route("/reword", self.reword, methods=["POST"]),
                Route("/try-rewording", self.try_rewording, methods=["POST"]),
                Route("/write", self.write, methods=["POST"]),
                Route("/undo", self.undo, methods=["POST"]),
                Route("/redo", self.redo, methods=["POST"]),
            ]
        )

    @property
    def page_digest(self) -> str:
        """A digest that differs between versions of the page."""
        own = b"\0".join(self.own[name] for name in sorted(self.own))
        return sha256(own).hexdigest()

    async def page(self, _: Request) -> Response:
        """Return the page itself, with the token of this run in it."""
        html = self.own[PAGE].replace(TOKEN_MARK, self.token.encode())
        html = html.replace(PAGE_MARK, self.page_digest.encode())
        return Response(html, media_type=TYPES[".html"], headers=FRESH)

    async def who(self, _: Request) -> Response:
        """Answer which job is shown here, in which state and of which files; a second preview
        asks.
        """
        session = self.session
        who = {
            "job": str(session.shop.job.resolve()),
            "version": session.bulletin.version,
            "settled": session.is_settled,
            "files": session.inputs.digests() if session.inputs else {},
        }
        return JSONResponse(who, headers=FRESH)

    async def own_file(self, request: Request) -> Response:
        """Return a script, the stylesheet, the icon."""
        name = request.path_params["name"]
        if name not in self.own or name == PAGE:
            return _answer_missing()
        return Response(self.own[name], media_type=TYPES[PurePath(name).suffix], headers=FRESH)

    async def events(self, _: Request) -> Response:
        """Send the page's digest, then the states, as server-sent events."""
        hello = json.dumps({"token": self.token, "page": self.page_digest})

        async def stream() -> AsyncIterator[str]:
            yield f"retry: 500\nevent: hello\ndata: {hello}\n\n"
            async for news in self.session.bulletin.listen():
                yield f"event: {news.kind}\ndata: {news.text}\n\n" if news else ": still here\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream", headers=FRESH)

    async def sheet(self, request: Request) -> Response:
        """Return the picture of a page, by the digest of its looks."""
        asked = request.path_params
        try:
            picture = await self.session.gallery.png(
                asked["document"], asked["digest"], max(1, asked["width"])
            )
        except KeyError:
            return _answer_missing()
        return Response(picture, media_type="image/png", headers=FOR_GOOD)

    async def parsed(self, request: Request) -> Response:
        """Return the text of the PDF as a parser reads it, page by page."""
        pdf = self._find_pdf(request.path_params["document"])
        if not pdf:
            return _answer_missing()
        pages = await self.session.gallery.text(pdf)
        return JSONResponse({"pages": pages}, headers=FRESH)

    async def download(self, request: Request) -> Response:
        """Return a document as a file."""
        document, kind = request.path_params["document"], request.path_params["kind"]
        made = await self.session.file_of(document, kind)
        if made is None:
            return _answer_missing()
        name, data = quote(made[0]), made[1]
        headers = {**FRESH, "content-disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(data, media_type=FILE_TYPES[kind], headers=headers)

    def _find_pdf(self, document: str) -> bytes:
        """Return the newest PDF of a document, b"" where there is none."""
        shown = self.session.last
        if shown is None or document not in (RESUME, LETTER):
            return b""
        if document == RESUME:
            return shown.pdf
        return shown.letter.pdf if shown.letter else b""

    async def try_act(self, request: Request) -> Response:
        """Answer what an act would do to the pages."""

        async def work() -> Mapping[str, object]:
            effect: Mapping[str, object] = to_builtins(
                await self.session.try_act(parse_act(await _json(request)))
            )
            return effect

        return await _answer(work)

    async def take_act(self, request: Request) -> Response:
        """Take an act: write the job file."""

        async def work() -> Mapping[str, object]:
            return {"told": await self.session.take_act(parse_act(await _json(request)))}

        return await _answer(work)

    async def reword(self, request: Request) -> Response:
        """Give a part of the letter other words."""

        async def work() -> Mapping[str, object]:
            return {"told": await self.session.reword(_parse_rewording(await _json(request)))}

        return await _answer(work)

    async def try_rewording(self, request: Request) -> Response:
        """Answer how full the letter would be with other words."""

        async def work() -> Mapping[str, object]:
            effect: Mapping[str, object] = to_builtins(
                await self.session.try_rewording(_parse_rewording(await _json(request)))
            )
            return effect

        return await _answer(work)

    async def write(self, _: Request) -> Response:
        """Write the documents and the ledger into the output folder."""

        async def work() -> Mapping[str, object]:
            return {"told": await self.session.write()}

        return await _answer(work)

    async def undo(self, _: Request) -> Response:
        """Take the newest act back."""

        async def work() -> Mapping[str, object]:
            return {"told": await self.session.undo()}

        return await _answer(work)

    async def redo(self, _: Request) -> Response:
        """Redo what was undone last."""

        async def work() -> Mapping[str, object]:
            return {"told": await self.session.redo()}

        return await _answer(work)


def _parse_rewording(sent: object) -> Rewording:
    match sent:
        case {"index": int(index), "was": str(was), "text": str(text)}:
            return Rewording(index, was, text)
    raise ActError("this is no part of a letter")


async def _json(request: Request) -> object:
    """Read the JSON that was sent, never much; raises ActError for anything else."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise ActError("this is too long")
    try:
        return json.loads(body)
    except ValueError as error:
        raise ActError("this is no JSON") from error


async def _answer(work: Callable[[], Awaitable[Mapping[str, object]]]) -> Response:
    """Return the answer as JSON, or in a sentence why there is none."""
    try:
        return JSONResponse(await work(), headers=FRESH)
    except ActError as error:
        return JSONResponse({"error": str(error)}, status_code=400, headers=FRESH)
    except ConflictError as error:
        return JSONResponse({"error": str(error)}, status_code=409, headers=FRESH)
    except (EngineCrashedError, MissingFontError, TemplateError) as error:
        return JSONResponse({"error": str(error)}, status_code=500, headers=FRESH)
    except FileNotFoundError as error:
        gone = f"{PurePath(str(error.filename)).name} is not there any more; nothing was written"
        return JSONResponse({"error": gone}, status_code=409, headers=FRESH)
    except OSError as error:
        reason = f"the file cannot be written: {(error.strerror or 'unknown').lower()}"
        return JSONResponse({"error": reason}, status_code=500, headers=FRESH)


def read_own_files() -> dict[str, bytes]:
    """Return the page's files by name, read once: nothing else can be asked for."""
    folder = files("lapel.preview") / "page"
    return {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}


def _answer_missing() -> Response:
    return Response("there is nothing here", status_code=404, headers=FRESH)
