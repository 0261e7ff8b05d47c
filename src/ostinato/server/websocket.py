"""WebSocket: uvicorn's, but what it keeps for a browser that breaks the rules has an end."""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame

MOST_FRAGMENTS = 10_000
"""Pieces that a message may come in: each takes memory, however small it is."""


class BoundedWebSocket(WebSocketsSansIOProtocol):
    """One connection. Uvicorn itself counts the bytes of a message only."""

    def handle_cont(self, event: Frame) -> None:
        """Take a piece of a message, but not without end."""
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
