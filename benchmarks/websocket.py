"""WebSocket: the smallest client that the load of both products can share.

A library would cost the generator more than the server under test needs for a whole rerun.
"""

import asyncio
import base64
import os
from collections import deque

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
NO_MASK = bytes(4)
"""Clients must send a mask; this one leaves the payload as it is."""


class WebSocket(asyncio.Protocol):
    """One open connection. `await receive()` gives the frames, in order."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._frames: deque[bytes] = deque()
        self._partial = b""
        self._waiter: asyncio.Future[None] | None = None
        self._is_open = False
        self._is_closed = False
        self._transport: asyncio.Transport | None = None

    def send(self, payload: bytes) -> None:
        """Send one binary message."""
        self._write(BINARY, payload)

    async def receive(self) -> bytes:
        """Wait for the next message.

        Raises:
            ConnectionError: If the server has hung up.
        """
        while not self._frames:
            await self._wait()
        return self._frames.popleft()

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = transport  # type: ignore[assignment]

    def connection_lost(self, error: Exception | None) -> None:
        """Wake whoever waits: nothing more will come."""
        self._is_closed = True
        self._wake()

    def data_received(self, data: bytes) -> None:
        """Take what has arrived apart."""
        self._buffer += data
        if not self._is_open:
            head, end, rest = bytes(self._buffer).partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head.partition(b"\r\n")[0]:
                self.close()
                return
            self._is_open = True
            self._buffer = bytearray(rest)
        while self._take_frame():
            pass
        self._wake()

    async def open(self, host: str, path: str) -> None:
        """Ask the server to speak WebSocket.

        Raises:
            ConnectionError: If it does not want to.
        """
        key = base64.b64encode(os.urandom(16)).decode()
        assert self._transport is not None
        self._transport.write(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while not self._is_open:
            await self._wait()

    async def _wait(self) -> None:
        if self._is_closed:
            raise ConnectionError("websocket: the server has hung up")
        self._waiter = asyncio.get_running_loop().create_future()
        await self._waiter

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _write(self, opcode: int, payload: bytes) -> None:
        size = len(payload)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 1 << 16:
            head += b"\xfe" + size.to_bytes(2)
        else:
            head += b"\xff" + size.to_bytes(8)
        assert self._transport is not None
        self._transport.write(head + NO_MASK + payload)

    def _take_frame(self) -> bool:
        """Take one frame from the buffer; say whether there was one."""
        buffer = self._buffer
        if len(buffer) < 2:
            return False
        size, start = buffer[1], 2
        if size > 125:
            start = 4 if size == 126 else 10
            if len(buffer) < start:
                return False
            size = int.from_bytes(buffer[2:start])
        if len(buffer) < start + size:
            return False
        is_final, opcode = bool(buffer[0] & 0x80), buffer[0] & 0x0F
        payload = bytes(buffer[start : start + size])
        del buffer[: start + size]
        self._handle(opcode, payload, is_final)
        return True

    def _handle(self, opcode: int, payload: bytes, is_final: bool) -> None:
        if opcode == PING:
            self._write(PONG, payload)
        elif opcode == CLOSE:
            self.close()
        elif opcode != PONG:
            self._partial += payload
            if is_final:
                self._frames.append(self._partial)
                self._partial = b""


async def connect(port: int, path: str) -> WebSocket:
    """Open a connection to a server on this machine.

    Raises:
        ConnectionError: If nobody answers, or not in WebSocket.
    """
    loop = asyncio.get_running_loop()
    _, websocket = await loop.create_connection(WebSocket, "127.0.0.1", port)
    await websocket.open(f"127.0.0.1:{port}", path)
    return websocket
