"""Sockets: connections to a server, on which a test says and reads what it likes."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from e2e.server import Server
from ostinato.server.cookie import NAME
from ostinato.wire.codec import decode_plain, encode
from ostinato.wire.messages import PROTOCOL, Hello
from ostinato.wire.parts import Joint

PATIENCE = 20.0
HELLO = encode(Hello(PROTOCOL, None, 0, 1))


def dial(host: str, path: str = "/_stcore/stream", **options: Any) -> ClientConnection:
    return connect(f"ws://{host}{path}", **options)


def call(server: Server, cookie: str = "") -> ClientConnection:
    """Open a WebSocket as a browser that has a cookie."""
    headers = {"Cookie": f"{NAME}={cookie}"} if cookie else {}
    host = f"127.0.0.1:{server.port}"
    return dial(host, additional_headers=headers, max_size=None)


def frame_of(socket: ClientConnection) -> bytes:
    """Return the next frame, whole."""
    joint = Joint()
    while (frame := joint.join(socket.recv(timeout=PATIENCE))) is None:  # type: ignore[arg-type]
        pass
    return frame


def heard(socket: ClientConnection) -> Any:
    """Return the next batch."""
    return decode_plain(frame_of(socket))


def read(socket: ClientConnection, tag: str) -> list[Any]:
    """Return the next message with this tag."""
    return read_frame(socket, tag)[1]


def read_frame(socket: ClientConnection, tag: str) -> tuple[int, list[Any]]:
    """Return the number of the next frame that has a message with this tag, and the message."""
    while True:
        number, messages = heard(socket)
        for message in messages:
            if message[0] == tag:
                return number, message


def read_run(socket: ClientConnection) -> list[Any]:
    """Return all edits until a run has ended: what takes longer comes in several frames."""
    edits: list[Any] = []
    while True:
        _, messages = heard(socket)
        for message in messages:
            if message[0] == "edits":
                edits += message[1]
            elif message[0] == "run_ended":
                return edits


def refusal(socket: ClientConnection) -> tuple[str, int]:
    """Return the reason and the code with which the server hangs up."""
    reason = read(socket, "refused")[1]
    with pytest.raises(ConnectionClosed) as closed:
        socket.recv(timeout=PATIENCE)
    assert closed.value.rcvd is not None
    return reason, closed.value.rcvd.code


def answer(server: Server, frames: Sequence[bytes], cookie: str = "") -> tuple[str, int | None]:
    """Send frames to the server, and give why and with which code it hangs up."""
    reason = ""
    with call(server, cookie) as socket:
        # It may hang up before it has heard all; what it said until then can still be read.
        with suppress(ConnectionClosed):
            for frame in frames:
                socket.send(frame)
        with suppress(ConnectionClosed):
            while True:
                _, messages = heard(socket)
                reason = next((each[1] for each in messages if each[0] == "refused"), reason)
    # The connection may be gone before the message was read, but the code came with the words.
    return reason or socket.close_reason or "", socket.close_code
