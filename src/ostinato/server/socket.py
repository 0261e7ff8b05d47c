"""Socket: one WebSocket, from the first message to the last."""

import asyncio
import logging
from contextlib import suppress
from functools import partial

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from ostinato.config import Config
from ostinato.config.units import MEGABYTE
from ostinato.errors import MessageTooBig, WireError
from ostinato.server.cookie import browser_of
from ostinato.server.hosts import LONGEST_SHOWN
from ostinato.server.limits import HandshakeLimit, reject
from ostinato.server.logins import Logins, LoginUnknown
from ostinato.server.origins import (
    NOT_TRUSTED,
    is_allowed_origin,
    is_developer,
    is_ours_but_for_scheme,
)
from ostinato.server.visit import visit_of
from ostinato.session.connection import CloseReason, Connection
from ostinato.session.registry import Draining, LoggedOut, NotYours, Registry
from ostinato.session.session import Session
from ostinato.tasks import begin
from ostinato.wire.codec import decode, encode, protocol_of
from ostinato.wire.messages import PROTOCOL, AckBatch, Batch, Facts, Hello, Ping, Pong, Refused
from ostinato.wire.parts import split

logger = logging.getLogger("ostinato")

HELLO_WITHIN = 10.0
"""Seconds that a connection may stay silent before it has said who it is."""

MOST_WAITING = 500
"""Events of a session that may wait before no more are read: browsers do not send more at once."""

EBB_EVERY = 0.05
"""Seconds between two looks whether there is room again."""

CLOSE_TEXTS = {
    CloseReason.DRAINED: "another process goes on",
    CloseReason.REPLACED: "another connection has taken over",
    CloseReason.MOVED: "the session has moved",
    CloseReason.LOGGED_OUT: "whose session it was has logged out",
}
PONG = encode(Batch(0, [Pong()]))
BROKEN = 1011
"""Code that closes a socket after an internal error: the browser connects again."""


class _OtherProtocol(Exception):
    """The page is of another version."""


WARNING, DEBUG = logging.WARNING, logging.DEBUG
REFUSALS: dict[type[Exception], tuple[str, int, int]] = {
    WireError: ("", 4400, WARNING),
    # There may be thousands who say nothing: they are not to fill the log as well.
    TimeoutError: ("hello: it comes first, got nothing: reload the page", 4400, DEBUG),
    LoggedOut: (CLOSE_TEXTS[CloseReason.LOGGED_OUT], CloseReason.LOGGED_OUT, DEBUG),
    NotYours: ("this page's session cannot be opened here: it begins anew", 4403, WARNING),
    _OtherProtocol: ("the page is of another version: reload it", 4409, WARNING),
    MessageTooBig: ("", 1009, WARNING),
}
"""Per error: the text (empty: the error's own), the close code, and the log level."""


async def serve_socket(
    websocket: WebSocket,
    registry: Registry,
    config: Config,
    handshakes: HandshakeLimit,
    logins: Logins,
) -> None:
    """Talk to one browser until it leaves or breaks the rules."""
    if not is_allowed_origin(websocket.scope, config):
        await _refuse_origin(websocket)
        return
    if handshakes.is_full:
        await reject(websocket)
        return
    try:
        with handshakes.slot():
            await websocket.accept()
            hello = await _greeting(websocket, config)
        await _Conversation(websocket, registry, config, hello, logins).go_on()
    except tuple(REFUSALS) as error:
        reason, code, level = REFUSALS[type(error)]
        await _refuse(websocket, reason or str(error), code, level)
    except Draining:
        await websocket.close(CloseReason.DRAINED)
    except LoginUnknown as error:
        logger.warning("login: nobody can be known while %s", error)
        await _close(websocket, BROKEN)
    except WebSocketDisconnect:
        return


class _Conversation:
    """A browser and its session, or one after another: a session that rests is woken."""

    def __init__(
        self,
        websocket: WebSocket,
        registry: Registry,
        config: Config,
        hello: Hello,
        logins: Logins,
    ) -> None:
        self._websocket = websocket
        self._registry = registry
        self._config = config
        self._hello = hello
        self._browser = browser_of(websocket.headers)
        self._logins = logins
        self._is_developer = is_developer(websocket.scope, config)
        self._visit = visit_of(websocket)
        self._session: Session | None = None
        self._connection: Connection | None = None
        self._sender: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None
        self._resting: str | None = None

    async def go_on(self) -> None:
        """Talk until the browser leaves."""
        try:
            await self._open()
            while True:
                await self._take(await _receive(self._websocket, self._config))
        finally:
            await self._leave()

    async def _open(self) -> Session:
        """Get a session, and begin to pass on what it says."""
        visitor = await self._logins.visitor_of(self._websocket.headers)
        session = await self._registry.open(self._hello, self._browser, visitor)
        self._session, self._resting = session, None
        self._connection = session.connect(
            self._hello, is_developer=self._is_developer, visit=self._visit
        )
        self._sender = begin(partial(self._send, self._connection), "socket", self._hang_up)
        return session

    async def _take(self, frame: bytes) -> None:
        """Pass a message on; it wakes a session that rests, unless it is for the past."""
        message = decode(frame)
        if isinstance(message, Ping):
            await self._pong()
            return
        if isinstance(message, Facts):
            self._visit = visit_of(self._websocket, message.text)
            if self._session is not None:
                self._session.visited(self._visit)
            return
        if self._connection is not None and self._connection.close_reason is CloseReason.RESTING:
            assert self._sender is not None
            await self._sender
        if self._session is None and isinstance(message, AckBatch):
            return
        session = self._session or await self._open()
        session.receive(message, len(frame))
        # Whoever is quicker than the script fills the network's memory, and not ours.
        while session.waiting > MOST_WAITING and self._sender and not self._sender.done():
            await asyncio.sleep(EBB_EVERY)

    async def _pong(self) -> None:
        """Show that we live; it wakes no session, and waits for no frame that is under way."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.send({"type": "websocket.send", "bytes": PONG})

    async def _send(self, connection: Connection) -> None:
        try:
            await self._send_frames(connection)
        except WebSocketDisconnect:
            return
        except RuntimeError:
            # Starlette's word for a socket that is closed already.
            if self._websocket.application_state is not WebSocketState.DISCONNECTED:
                raise

    async def _send_frames(self, connection: Connection) -> None:
        async for frame in connection.frames():
            for piece in split(frame):
                await self._websocket.send({"type": "websocket.send", "bytes": piece})
        if connection.close_reason is CloseReason.RESTING:
            assert self._session is not None
            self._hello = Hello(PROTOCOL, self._session.id, 0, self._session.received + 1)
            # Nothing here may hold what is to leave memory.
            self._resting = self._session.id
            self._session = self._connection = None
        elif connection.close_reason:
            await self._websocket.close(
                connection.close_reason, CLOSE_TEXTS[connection.close_reason]
            )

    def _hang_up(self, error: BaseException) -> None:
        """Close a socket on which nothing can be sent any more: the browser comes again."""
        self._closing = begin(partial(_close, self._websocket, BROKEN), "socket")

    async def _leave(self) -> None:
        if self._session is not None and self._connection is not None:
            self._session.disconnect(self._connection)
        if self._resting is not None:
            self._registry.leave(self._resting)
        if self._sender is not None:
            self._sender.cancel()
            await asyncio.gather(self._sender, return_exceptions=True)


async def _close(websocket: WebSocket, code: int) -> None:
    with suppress(WebSocketDisconnect, RuntimeError):
        await websocket.close(code)


async def _greeting(websocket: WebSocket, config: Config) -> Hello:
    async with asyncio.timeout(HELLO_WITHIN):
        frame = await _receive(websocket, config)
    if protocol_of(frame) not in (None, PROTOCOL):
        raise _OtherProtocol
    hello = decode(frame)
    if not isinstance(hello, Hello):
        raise WireError("hello: it comes first, got another message: reload the page")
    return hello


async def _receive(websocket: WebSocket, config: Config) -> bytes:
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    frame: bytes | None = message.get("bytes")
    if frame is None:
        raise WireError("bad message: expected a binary frame, got text")
    if len(frame) > config.server.max_message_bytes:
        raise MessageTooBig(
            f"message: at most {config.server.max_message_size} MB, got"
            f" {len(frame) / MEGABYTE:.1f} MB: raise server.maxMessageSize"
        )
    return frame


async def _refuse_origin(websocket: WebSocket) -> None:
    if is_ours_but_for_scheme(websocket.scope):
        # It is our own page that could not open its connection: its visitor has to be told.
        await websocket.accept()
        await _refuse(websocket, NOT_TRUSTED, 4400, WARNING)
        return
    origin = websocket.headers.get("origin", "")[:LONGEST_SHOWN]
    host = websocket.headers.get("host", "")[:LONGEST_SHOWN]
    logger.warning(
        "socket: a page must be of the origin it is served from, got %r at %r: "
        "name it in server.corsAllowedOrigins if it is one of yours",
        origin,
        host,
    )
    await websocket.close()


async def _refuse(websocket: WebSocket, reason: str, code: int, level: int) -> None:
    """Say why, then hang up; the browser may have gone already."""
    logger.log(level, "socket: closed with %d: %s", code, reason)
    try:
        await websocket.send_bytes(encode(Batch(0, [Refused(reason)])))
        await websocket.close(code, reason[:100])
    except (WebSocketDisconnect, RuntimeError):
        return
