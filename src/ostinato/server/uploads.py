"""Uploads: the way of a file from a browser to the store, one part with each request.

A part that has arrived is kept, and the browser is given a receipt; what was cut leaves nothing.
So whatever is lost is sent again, to whichever process answers, and nobody here keeps account of
what is under way but for the bytes that a session may send before anything comes of them.
"""

import asyncio
import base64
import hashlib
import logging
import re
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import NamedTuple

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from ostinato.config import Config
from ostinato.config.units import MEGABYTE
from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.run.upload import TooLarge, Upload
from ostinato.run.uploads import LIFE, MOST_PART, Permit, Uploads
from ostinato.server.cookie import browser_of
from ostinato.server.origins import is_allowed_origin
from ostinato.stores.files import NoFile, NoRoom, StoredFile
from ostinato.values.media_type import UNKNOWN

logger = logging.getLogger("ostinato")

BLOCK = 1 << 17
"""Bytes that are written at a time: what an upload under way costs."""

PAUSE = 0.5
"""Seconds after which what has come is written, though it is no whole block."""

SILENT_FOR = 30.0
"""Seconds for which a browser may send nothing of a part that it has begun."""

AT_LEAST = 2_000 * MEGABYTE
FILES_PENDING = 10
"""A session may send so many bytes, or so many times those of its largest file, in `LIFE`."""

MOST_OWNERS = 100_000

RECEIPT = "x-ostinato-receipt"
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
CLOSING = PRIVATE | {"Connection": "close"}
PERMIT, SIZE, OFFSET = "x-ostinato-permit", "x-ostinato-size", "x-ostinato-offset"
_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):")


class PartRefused(Exception):
    """A part is not taken.

    Args:
        status: The status of the answer.
        text: Why, for a person.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Part(NamedTuple):
    """What a request says of the part that it brings."""

    permit: Permit
    browser: str
    length: int
    digest: bytes | None


class UploadRoute:
    """Takes parts of files.

    Args:
        uploads: Returns those of the app.
        config: Returns how it is served.
    """

    def __init__(self, uploads: Callable[[], Uploads], config: Callable[[], Config]) -> None:
        self._uploads, self._config = uploads, config
        self._pending = Pending()

    async def answer(self, request: Request) -> Response:
        """Take a part and return its receipt, or give one back for its receipt."""
        try:
            if request.method == "GET":
                return await self._give(request)
            receipt = await self._take(request)
        except PartRefused as error:
            return _words(error.status, str(error))
        except ClientDisconnect:
            return _words(400, "the connection was cut")
        except NoRoom as error:
            logger.warning("upload: %s", error)
            return _words(507, "the server has no room for it just now")
        except StoreError:
            return _words(503, "the server cannot keep it just now")
        return _words(200, receipt)

    async def _give(self, request: Request) -> Response:
        """Give a browser a part that it has sent: no other has the receipt, and the cookie."""
        uploads = self._uploads()
        if not is_allowed_origin(request.scope, self._config()):
            raise PartRefused(403, "this page may not have it")
        try:
            part = uploads.read_receipt(
                browser_of(request.headers), request.headers.get(RECEIPT, "")
            )
        except ValueError as error:
            raise PartRefused(403, str(error)) from None
        try:
            await uploads.files.call(uploads.files.find, part.id)
        except NoFile:
            raise PartRefused(404, "it is not here any more: upload it again") from None
        headers = PRIVATE | {"Content-Length": str(part.size)}
        return StreamingResponse(_pieces(uploads.files, part), 200, headers, UNKNOWN)

    async def _take(self, request: Request) -> str:
        uploads = self._uploads()
        part = self._read_head(request, uploads)
        self._pending.add(part.permit, part.length, asyncio.get_running_loop().time())
        call, upload, plain = uploads.files.call, None, hashlib.sha256()

        def write(upload: Upload, block: bytearray) -> None:
            plain.update(block)
            try:
                upload.write(block)
            except TooLarge:
                raise PartRefused(400, f"expected {part.length} bytes, got more") from None

        try:
            upload = await call(uploads.begin, part.length)
            async for block in _blocks(request):
                await call(write, upload, block)
            if upload.size != part.length:
                raise PartRefused(400, f"expected {part.length} bytes, got {upload.size}")
            if part.digest is not None and plain.digest() != part.digest:
                raise PartRefused(422, "what arrived is not what was sent")
            stored = await call(upload.commit, LIFE)
        except BaseException:
            self._pending.take_back(part.permit, part.length)
            raise
        finally:
            if upload is not None:
                await asyncio.shield(call(upload.close))
        return uploads.receipt(part.browser, stored)

    def _read_head(self, request: Request, uploads: Uploads) -> Part:
        """Read what a request says before its content.

        Raises:
            PartRefused: If its content is not to be read.
        """
        headers = request.headers
        if not is_allowed_origin(request.scope, self._config()):
            raise PartRefused(403, "this page may not upload here")
        browser = browser_of(headers)
        try:
            permit = uploads.read_permit(browser, headers.get(PERMIT, ""))
        except ValueError as error:
            raise PartRefused(403, str(error)) from None
        size, offset = _number(headers.get(SIZE)), _number(headers.get(OFFSET))
        length = _number(headers.get("content-length"), missing=411)
        if size > permit.limit:
            raise PartRefused(
                413, f"the file must have at most {_shown(permit.limit)}, got {_shown(size)}"
            )
        if length > MOST_PART or offset + length > size or not length:
            raise PartRefused(413, f"a part must have 1 to {MOST_PART} bytes, and lie in its file")
        found = _DIGEST.fullmatch(headers.get("content-digest", ""))
        return Part(permit, browser, length, base64.b64decode(found[1]) if found else None)


class Pending:
    """Counts what each session has sent in the last while, be it of a file that is whole or not."""

    def __init__(self) -> None:
        self._sent: dict[str, deque[tuple[float, int]]] = {}
        self._sums: dict[str, int] = {}

    def add(self, permit: Permit, size: int, now: float) -> None:
        """Count bytes that are to come.

        Raises:
            PartRefused: If they are too many.
        """
        owner, limit = permit
        sent = self._sent.setdefault(owner, deque())
        while sent and sent[0][0] < now - LIFE:
            self._sums[owner] -= sent.popleft()[1]
        total = self._sums.get(owner, 0) + size
        if total > max(AT_LEAST, FILES_PENDING * limit):
            raise PartRefused(429, "too much was uploaded in a short time: wait some minutes")
        sent.append((now, size))
        self._sums[owner] = total
        if len(self._sent) > MOST_OWNERS:
            self._forget(now)

    def take_back(self, permit: Permit, size: int) -> None:
        """Do not count bytes that have left nothing."""
        sent = self._sent.get(permit.owner, deque())
        for place in range(len(sent) - 1, -1, -1):
            if sent[place][1] == size:
                del sent[place]
                self._sums[permit.owner] -= size
                return

    def _forget(self, now: float) -> None:
        for owner in [
            one for one, sent in self._sent.items() if not sent or sent[-1][0] < now - LIFE
        ]:
            del self._sent[owner]
            self._sums.pop(owner, None)


async def _blocks(request: Request) -> AsyncIterator[bytearray]:
    """Yield what arrives in blocks that are worth a thread; each is valid until the next."""
    block, is_over = bytearray(), False
    while not is_over:
        try:
            async with asyncio.timeout(PAUSE if block else SILENT_FOR):
                message = await request.receive()
        except TimeoutError:
            if not block:
                raise PartRefused(408, "nothing more came of it") from None
        else:
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            block += message.get("body", b"")
            is_over = not message.get("more_body", False)
            del message  # else it is in memory until the next comes
            if len(block) < BLOCK and not is_over:
                continue
        if block:
            yield block
            block.clear()


async def _pieces(files: Filing, part: StoredFile) -> AsyncIterator[bytes]:
    for start in range(0, part.size, BLOCK):
        yield await files.call(files.read, part.id, start, BLOCK)


def _number(text: str | None, missing: int = 400) -> int:
    if text is None:
        raise PartRefused(missing, "a part must say how long it is, and where in its file")
    if not (text.isascii() and text.isdecimal() and len(text) < len("9" * 17)):
        raise PartRefused(400, "a part must say how long it is, in digits")
    return int(text)


def _shown(size: int) -> str:
    return f"{size / MEGABYTE:.4g} MB"


def _words(status: int, text: str) -> Response:
    # What is still on its way is not read then: the browser has to leave this connection.
    return PlainTextResponse(text, status, PRIVATE if status == 200 else CLOSING)
