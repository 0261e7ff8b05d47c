"""WebSocket: uvicorn's, but what it keeps for a browser that breaks the rules has an end."""

import socket
from asyncio.transports import BaseTransport
from contextlib import suppress

from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame

from ostinato.server.deflate import LargeDeflate, LargeDeflateFactory
from ostinato.server.heartbeat import Heartbeat

MOST_FRAGMENTS = 10_000
"""Pieces that a message may come in: each takes memory, however small it is."""

MOST_UNSENT = 128 * 1024
"""Bytes that the system takes ahead of a slow link: with more, nobody could see how slow it is."""


class BoundedWebSocket(WebSocketsSansIOProtocol):
    """One connection. Uvicorn itself counts the bytes of a message only.

    Uvicorn's keep-alive asks an idle browser for a sign of life, now and then, and waits for it.
    While something is under way our heartbeat does, which knows how much that is, and which ends
    a connection that does not read: to close it would be to wait until it does.
    """

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to look after the connection."""
        super().connection_made(transport)
        # Uvicorn's own would compress every message.
        if self.config.ws_per_message_deflate:
            self.conn.available_extensions = [LargeDeflateFactory()]
        self._saved = 0
        self._is_awaited = False
        connection = transport.get_extra_info("socket")
        if connection is not None and hasattr(socket, "TCP_NOTSENT_LOWAT"):
            with suppress(OSError):  # as a Unix socket would say
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, MOST_UNSENT)
        self._heartbeat = Heartbeat(self.loop, self.transport, self._ask, lambda: self.read_paused)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no longer."""
        self._heartbeat.stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what the browser sends, a sign of life whatever it is."""
        self._heartbeat.heard()
        super().data_received(data)

    async def receive(self) -> ASGIReceiveEvent:
        """Return the next message."""
        self._is_awaited = True
        try:
            return await super().receive()
        finally:
            self._is_awaited = False

    def send_receive_event_to_app(self) -> None:
        """Pass a message on. Reading stops until it is taken, unless somebody waits for it."""
        is_taken, self._is_awaited = self._is_awaited and not self.read_paused, False
        if is_taken:
            # So that uvicorn believes.
            self.read_paused = True
        if self._is_unreadable():
            # As uvicorn does, which also says in the log what anybody can make it say.
            self.frames = []
            self.conn.send_close(CloseCode.INVALID_DATA)
            self.handle_parser_exception()
        else:
            super().send_receive_event_to_app()
        if is_taken:
            self.read_paused = False

    async def send(self, message: ASGISendEvent) -> None:
        """Send a message, and expect to be heard."""
        await self.writable.wait()
        if self.close_sent and self.initial_response is None:
            # The browser has broken the rules, and was hung up on.
            raise ClientDisconnected
        await super().send(message)
        content = message.get("bytes")
        size = len(content) if isinstance(content, bytes) else 0
        self._heartbeat.sent(size - self._newly_saved())

    def keepalive_timeout(self) -> None:
        """Hang up on an idle browser that is gone."""
        if not self._heartbeat.is_beating:
            super().keepalive_timeout()
            return
        self.pong_timer = None
        self.pending_ping_payload = None
        self.schedule_ping()

    def handle_cont(self, event: Frame) -> None:
        """Take a fragment of a message, and refuse more than `MOST_FRAGMENTS`."""
        if len(self.frames) < MOST_FRAGMENTS:
            super().handle_cont(event)
        elif not self.close_sent:
            self.frames = []
            self.conn.fail(CloseCode.MESSAGE_TOO_BIG, f"more than {MOST_FRAGMENTS} fragments")
            self.handle_parser_exception()

    def handle_ping(self) -> None:
        """Answer a ping, but not that of a browser which reads no answers."""
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()

    def _is_unreadable(self) -> bool:
        if self.curr_msg_data_type != "text" or self.close_sent:
            return False
        try:
            b"".join(self.frames).decode()
        except UnicodeDecodeError:
            return True
        return False

    def _newly_saved(self) -> int:
        """Return the bytes that compression has saved since this was asked last."""
        before = self._saved
        deflates = [each for each in self.conn.extensions if isinstance(each, LargeDeflate)]
        self._saved = sum(each.saved for each in deflates)
        return self._saved - before

    def _ask(self) -> None:
        if not self.close_sent:
            self.conn.send_ping(b"")
            self.transport.write(b"".join(self.conn.data_to_send()))
