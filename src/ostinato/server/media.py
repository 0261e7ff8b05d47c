"""Media: the files that pages show and give away, over HTTP."""

import asyncio
import contextlib
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from ostinato.errors import StoreError
from ostinato.run.filing import FRESH, Filing
from ostinato.server.byte_range import Span, Unsatisfiable, span_of
from ostinato.stores.files import PART, FileFacts, NoFile

IMMUTABLE = "private, max-age=31536000, immutable"

POLICY = (
    "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"
)
"""What a file may do that is looked at by itself: nothing."""

PDF_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'"
"""A browser shows no PDF in a sandbox; what is in one runs in a sandbox of the viewer's."""

HOLD_EVERY = FRESH / 3
"""Seconds after which a file that is still being sent is held again."""

STALLED_AFTER = 120.0
"""Seconds after which a browser is hung up on that takes nothing: it asks for the rest."""

RETRY_AFTER = "2"
"""Seconds after which it is worth asking again while the store is away."""

_NAME = re.compile(r"([0-9a-f]{32})(?:\.[0-9a-z]{1,10}|/([^/]{1,1000}))")


class Media:
    """An ASGI application that serves files below `_stcore/media/`.

    Args:
        filing: Returns where they are.
    """

    def __init__(self, filing: Callable[[], Filing]) -> None:
        self._filing = filing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
            return
        if scope["method"] not in ("GET", "HEAD"):
            await _refuse(send, 405, "method not allowed", {"allow": "GET, HEAD"})
            return
        path = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        name = _NAME.fullmatch(path)
        if name is None:
            await _refuse(send, 404, "not found")
            return
        id, saved_as = name.groups()
        try:
            facts = await self._filing().call(self._found, id)
        except NoFile:
            await _refuse(send, 404, "not found: it may be shown no more")
        except StoreError:
            await _refuse(
                send, 503, "not to be had just now: ask again", {"retry-after": RETRY_AFTER}
            )
        else:
            await self._answer(_File(id, facts, saved_as), scope, receive, send)

    def _found(self, id: str) -> FileFacts:
        """Return what is known of a file, and hold it for as long as the answer begins to take."""
        filing = self._filing()
        facts = filing.find(id)
        if facts.is_private or not filing.has_all([id]):
            raise NoFile(id)
        return facts

    async def _answer(self, file: "_File", scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        size = file.facts.size
        if _is_known(file.tag, headers.get("if-none-match", "")):
            await _begin(send, 304, file.headers)
            await send({"type": "http.response.body"})
            return
        status, fields = 200, dict(file.headers)
        span: Span | None = None
        try:
            if headers.get("if-range", file.tag) == file.tag:
                span = span_of(headers.get("range", ""), size)
        except Unsatisfiable:
            await _refuse(
                send, 416, "there are no such bytes", {"content-range": f"bytes */{size}"}
            )
            return
        if span is not None:
            status = 206
            fields["content-range"] = f"bytes {span.start}-{span.end - 1}/{size}"
        span = span or Span(0, size)
        fields["content-length"] = str(span.end - span.start)
        await _begin(send, status, fields)
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body"})
            return
        await self._send(file.id, span, receive, send)

    async def _send(self, id: str, span: Span, receive: Receive, send: Send) -> None:
        """Send bytes as fast as the browser takes them, and hold none that it does not."""
        loop, filing = asyncio.get_running_loop(), self._filing()
        gone = asyncio.ensure_future(_gone(receive))
        start, held_at = span.start, loop.time()
        try:
            while start < span.end and not gone.done():
                if loop.time() - held_at > HOLD_EVERY:
                    held_at = loop.time()
                    with contextlib.suppress(StoreError):
                        await filing.call(filing.hold, [id], FRESH)
                part = await filing.call(filing.read, id, start, min(PART, span.end - start))
                if not part:
                    raise NoFile(id)
                start += len(part)
                async with asyncio.timeout(STALLED_AFTER):
                    await send(
                        {"type": "http.response.body", "body": part, "more_body": start < span.end}
                    )
            if span.start == span.end:
                await send({"type": "http.response.body"})
        except (NoFile, StoreError, TimeoutError):
            # The head has promised more than there is: the connection ends, and the browser asks
            # for the rest.
            raise CutShort(id) from None
        finally:
            gone.cancel()


class CutShort(Exception):
    """A file cannot be sent to its end."""


class _File(NamedTuple):
    """A file that is asked for: its id, what is known of it, and as what it is to be saved."""

    id: str
    facts: FileFacts
    saved_as: str | None

    @property
    def tag(self) -> str:
        return f'"{self.id}"'

    @property
    def headers(self) -> dict[str, str]:
        type = self.facts.type
        is_pdf = type.partition(";")[0].lower() == "application/pdf"
        fields = {
            "content-type": type,
            "content-length": str(self.facts.size),
            "etag": self.tag,
            "accept-ranges": "bytes",
            "cache-control": IMMUTABLE,
            "content-security-policy": PDF_POLICY if is_pdf else POLICY,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
        }
        if self.saved_as is not None:
            fields["content-disposition"] = disposition(self.saved_as)
        return fields


def disposition(name: str) -> str:
    r"""Return the header that has a browser save a file under a name.

    Example:
        >>> disposition('naïve "1".csv')
        "attachment; filename=\"na_ve _1_.csv\"; filename*=UTF-8''na%C3%AFve%20%221%22.csv"
    """
    plain = re.sub(r"[^\w .()+,=@-]", "_", name, flags=re.ASCII)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


async def _begin(send: Send, status: int, fields: Mapping[str, str]) -> None:
    if status == 304:
        fields = {name: fields[name] for name in ("etag", "cache-control")}
    raw = [(name.encode(), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})


async def _refuse(
    send: Send, status: int, text: str, more: Mapping[str, str] | None = None
) -> None:
    body = f"{text}\n".encode()
    await _begin(
        send,
        status,
        {
            "content-type": "text/plain; charset=utf-8",
            "content-length": str(len(body)),
            "cache-control": "no-store",
            "x-content-type-options": "nosniff",
            **(more or {}),
        },
    )
    await send({"type": "http.response.body", "body": body})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _is_known(tag: str, header: str) -> bool:
    return tag in {each.strip().removeprefix("W/") for each in header[:1000].split(",")}
