"""Media: the files that pages show and give away, over HTTP."""

import gzip
import re
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from ostinato.errors import StoreError
from ostinato.run.component_folders import TYPE as FOLDER
from ostinato.run.filing import FRESH, GRACE, Filing
from ostinato.run.memory import Memory
from ostinato.server.file_answer import (
    FileAnswer,
    disposition,
    encodings_in,
    is_refused,
    name_in,
    refuse,
)
from ostinato.stores.files import FileFacts, NoFile
from ostinato.values.media_type import ARROW

IMMUTABLE = "private, max-age=31536000, immutable"

POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'"
"""What a file may do that is looked at by itself: nothing."""

SANDBOXED = f"{POLICY}; sandbox"
PDF_POLICY = f"{POLICY}; object-src 'self'"
"""A browser shows no PDF in a sandbox; what is in one runs in a sandbox of the viewer's."""

_INERT = re.compile(r"(audio|video|image/(?!svg))")
"""Types without scripts: in a sandbox, browsers play nothing by itself."""

HOLD_EVERY = GRACE / 2
"""Seconds after which a file that is still being sent is held again."""

RETRY_AFTER = "2"
"""Seconds after which it is worth asking again while the store is away."""

PACKED = 1 << 19
"""Bytes up to which a table is packed for a browser that asks for all of it."""

REMEMBERED = 16
"""How many are remembered as they were packed: many look at the same page."""

EFFORT = 1
"""The level of compression: what more would make smaller is smaller already."""

_NAME = re.compile(r"([0-9a-f]{32})(?:\.[0-9a-z]{1,10}(?:/([^/]{1,1000}))?|/([^/]{1,1000}))")
"""An id, with the name under which a file is shown, or is saved."""


class Media:
    """An ASGI application that serves the files of an app by their ids.

    Args:
        filing: Returns where they are.
    """

    def __init__(self, filing: Callable[[], Filing]) -> None:
        self._filing = filing
        self._packed: Memory[bytes] = Memory(REMEMBERED)
        self._packing = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if await is_refused(scope, send):
            return
        name = _NAME.fullmatch(name_in(scope))
        if name is None:
            await refuse(send, scope, 404, "not found")
            return
        id, shown_as, saved_as = name.groups()
        filing = self._filing()
        await filing.later.written(id)
        try:
            facts = await filing.call(_found, filing, id)
            answer = FileAnswer(
                _headers(facts, shown_as, saved_as), f'"{id}"', facts.size, _reader(filing, id)
            )
            if facts.type == ARROW and facts.size <= PACKED and _takes_packed(scope):
                answer = await self._pack(answer, filing, id)
        except NoFile:
            await refuse(send, scope, 404, "not found: it may be shown no more")
        except StoreError:
            again = {"retry-after": RETRY_AFTER}
            await refuse(send, scope, 503, "not to be had just now: ask again", again)
        else:
            await answer.send(scope, receive, send)

    async def _pack(self, answer: FileAnswer, filing: Filing, id: str) -> FileAnswer:
        """Return the answer with the content packed, if that makes it smaller."""
        mark = id.encode()
        packed = self._packed.find(mark)
        body = await self._packed_anew(answer, filing, mark) if packed is None else packed
        # What was asked for last is the last to be forgotten.
        self._packed.note(mark, body)
        if len(body) >= answer.size:
            return answer

        async def read(start: int, size: int) -> bytes:
            return body[start : start + size]

        headers = {**answer.headers, "content-encoding": "gzip"}
        return FileAnswer(headers, f'{answer.tag[:-1]}-gzip"', len(body), read)

    async def _packed_anew(self, answer: FileAnswer, filing: Filing, mark: bytes) -> bytes:
        content = await _content(answer)

        def pack() -> bytes:
            # Of many who come at the same moment, one packs, and all share what it has made.
            with self._packing:
                packed = self._packed.find(mark)
                if packed is None:
                    packed = gzip.compress(content, EFFORT, mtime=0)
                    self._packed.note(mark, packed)
                return packed

        return await filing.call(pack)


async def _content(answer: FileAnswer) -> bytes:
    """Return all of a file.

    Raises:
        NoFile: If it ends before it should.
    """
    content = b""
    while len(content) < answer.size:
        part = await answer.read(len(content), answer.size - len(content))
        if not part:
            raise NoFile(answer.tag)
        content += part
    return content


def _found(filing: Filing, id: str) -> FileFacts:
    """Return what is known of a file, and hold it for as long as the answer begins to take."""
    facts = filing.find(id)
    if facts.is_private or facts.type == FOLDER or not (filing.lend(id) or filing.has_all([id])):
        raise NoFile(id)
    return facts


def _reader(filing: Filing, id: str) -> Callable[[int, int], Awaitable[bytes]]:
    """Return what reads a file, and holds it as long as somebody does."""
    held_at = time.monotonic()

    async def read(start: int, size: int) -> bytes:
        nonlocal held_at
        if time.monotonic() - held_at > HOLD_EVERY:
            held_at = time.monotonic()
            with suppress(StoreError):
                await filing.call(filing.hold, [id], FRESH)
        return await filing.call(filing.read, id, start, size)

    return read


def _takes_packed(scope: Scope) -> bool:
    """Return whether somebody asks for all of a file, and takes it packed."""
    headers = Headers(scope=scope)
    return "range" not in headers and "gzip" in encodings_in(headers.get("accept-encoding", ""))


def _headers(facts: FileFacts, shown_as: str | None, saved_as: str | None) -> dict[str, str]:
    fields = {
        "content-type": facts.type,
        "cache-control": IMMUTABLE,
        "content-security-policy": _policy(facts.type.lower()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }
    if facts.type == ARROW:
        fields["vary"] = "accept-encoding"
    if saved_as is not None:
        fields["content-disposition"] = disposition(saved_as)
    elif shown_as is not None:
        fields["content-disposition"] = disposition(shown_as, "inline")
    return fields


def _policy(type: str) -> str:
    if type.partition(";")[0] == "application/pdf":
        return PDF_POLICY
    return POLICY if _INERT.match(type) else SANDBOXED
