"""Limits: what strangers may take of the server before they have said who they are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket

if sys.platform != "win32":
    import resource

PLACES = 1000
"""WebSockets of one process that may be open without a hello."""


class Doorway:
    """Counts the WebSockets that have not said who they are.

    Args:
        places: How many there may be.
    """

    def __init__(self, places: int = PLACES) -> None:
        self._free = places

    @property
    def is_full(self) -> bool:
        """Whether nobody else may come in for now."""
        return self._free <= 0

    @contextmanager
    def place(self) -> Iterator[None]:
        """Take a place until the connection has said who it is, or is gone."""
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1


TOO_MANY = PlainTextResponse("too many connections: try again later", 503, {"Retry-After": "5"})


async def turn_away(websocket: WebSocket, answer: Response = TOO_MANY) -> None:
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
