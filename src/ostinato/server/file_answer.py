"""File answer: a file over HTTP, or a part of it, as fast as the browser takes it."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Literal, NamedTuple
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from ostinato.server.byte_range import Span, Unsatisfiable, span_of
from ostinato.stores.files import PART, NoFile

IMMUTABLE = "public, max-age=31536000, immutable"
"""Caching of what has an address of its own for each content, and is for everybody."""

STALLED_AFTER = 120.0
"""Seconds after which a browser is hung up on that takes nothing: it asks for the rest."""

LONGEST_HEADER = 1000
"""Characters of a list of tags that are looked at."""

_ZERO = re.compile(r"q=0(\.0*)?")


class CutShort(Exception):
    """A file cannot be sent to its end."""


class FileAnswer(NamedTuple):
    """A file to answer a request with.

    Args:
        headers: Those that tell of the file, but not of its size.
        tag: What tells this content from any other.
        size: Its bytes.
        read: Returns so many bytes from a place on.
    """

    headers: Mapping[str, str]
    tag: str
    size: int
    read: Callable[[int, int], Awaitable[bytes]]

    async def send(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for it, which may be for a part, or whether there is anything new.

        Raises:
            CutShort: If it was begun and cannot be ended: the connection is to end with it.
        """
        headers = Headers(scope=scope)
        fields = {**self.headers, "etag": self.tag, "accept-ranges": "bytes"}
        if is_known(self.tag, headers.get("if-none-match", "")):
            kept = ("etag", "cache-control", "vary", "access-control-allow-origin")
            await begin(send, 304, {name: each for name, each in fields.items() if name in kept})
            await send({"type": "http.response.body"})
            return
        status, span = 200, Span(0, self.size)
        try:
            if headers.get("if-range", self.tag) == self.tag:
                part = span_of(headers.get("range", ""), self.size)
                status, span = (200, span) if part is None else (206, part)
        except Unsatisfiable:
            await refuse(
                send, scope, 416, "no such bytes", {"content-range": f"bytes */{self.size}"}
            )
            return
        if status == 206:
            fields["content-range"] = f"bytes {span.start}-{span.end - 1}/{self.size}"
        fields["content-length"] = str(span.end - span.start)
        await begin(send, status, fields)
        if scope["method"] == "HEAD" or span.start == span.end:
            await send({"type": "http.response.body"})
            return
        await self._send(span, receive, send)

    async def _send(self, span: Span, receive: Receive, send: Send) -> None:
        """Send bytes, and hold none that the browser does not take."""
        gone = asyncio.ensure_future(_gone(receive))
        start = span.start
        try:
            while start < span.end and not gone.done():
                part = await self.read(start, min(PART, span.end - start))
                if not part:
                    raise CutShort
                start += len(part)
                message = {"type": "http.response.body", "body": part}
                async with asyncio.timeout(STALLED_AFTER):
                    await send({**message, "more_body": start < span.end})
        except (NoFile, OSError, TimeoutError):
            # The head has promised more: the browser sees that, and asks for the rest.
            raise CutShort from None
        finally:
            gone.cancel()


def disposition(name: str, how: Literal["attachment", "inline"] = "attachment") -> str:
    r"""Return the header that has a browser save a file under a name, or call it so that it shows.

    Example:
        >>> disposition('naïve "1".csv')
        "attachment; filename=\"na_ve _1_.csv\"; filename*=UTF-8''na%C3%AFve%20%221%22.csv"
    """
    plain = re.sub(r"[^\w .()+,=@-]", "_", name, flags=re.ASCII)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


async def begin(send: Send, status: int, fields: Mapping[str, str]) -> None:
    """Begin an answer."""
    raw = [(name.encode(), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})


async def refuse(
    send: Send, scope: Scope, status: int, text: str, more: Mapping[str, str] | None = None
) -> None:
    """Answer with a sentence, which nobody keeps."""
    body = f"{text}\n".encode()
    fields = {
        "content-type": "text/plain; charset=utf-8",
        "content-length": str(len(body)),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        **(more or {}),
    }
    await begin(send, status, fields)
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


async def is_refused(scope: Scope, send: Send) -> bool:
    """Refuse what is no request for a file; return whether it was."""
    if scope["type"] != "http":
        await send({"type": "websocket.close", "code": 1000})
        return True
    if scope["method"] not in ("GET", "HEAD"):
        await refuse(send, scope, 405, "method not allowed", {"allow": "GET, HEAD"})
        return True
    return False


def name_in(scope: Scope) -> str:
    """Return what is asked for below the place where an application is mounted."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")).lstrip("/")


def is_known(tag: str, header: str) -> bool:
    """Return whether a browser that says so has what this tag tells."""
    return tag in {each.strip().removeprefix("W/") for each in header[:LONGEST_HEADER].split(",")}


def encodings_in(header: str) -> set[str]:
    """Return the encodings that a browser takes.

    Example:
        >>> encodings_in("GZIP, br;q=0")
        {'gzip'}
    """
    parts = [part.partition(";") for part in header.lower().split(",")]
    return {name.strip() for name, _, weight in parts if not _ZERO.fullmatch(weight.strip())}


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
