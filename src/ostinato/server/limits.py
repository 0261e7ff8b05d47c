"""Limits: what strangers may take of the server before they have said who they are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket

if sys.platform != "win32":
    import resource

MOST_HANDSHAKES = 1000
"""WebSockets of one process that may be open without a hello."""


class HandshakeLimit:
    """Limits the WebSockets that have not said hello.

    Args:
        most: How many there may be.
    """

    def __init__(self, most: int = MOST_HANDSHAKES) -> None:
        self._free = most

    @property
    def is_full(self) -> bool:
        """Whether no other may begin for now."""
        return self._free <= 0

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Take a slot until the connection has said who it is, or is gone."""
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1


TOO_MANY = PlainTextResponse("too many connections: try again later", 503, {"Retry-After": "5"})


async def reject(websocket: WebSocket, answer: Response = TOO_MANY) -> None:
    """Refuse a connection: at once, since a closing handshake would keep it for seconds."""
    if "websocket.http.response" not in websocket.scope.get("extensions", {}):
        await websocket.close()
        return
    await websocket.send_denial_response(answer)


def raise_file_limit() -> None:
    """Take as many open files, and so connections, as the system grants."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
