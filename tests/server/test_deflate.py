"""Compression: of what is large, on a connection whose browser can take it, and if it pays."""

import random
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.sync.client import ClientConnection, connect

from benchmarks.products import APPS
from e2e.server import Server
from ostinato.server.deflate import LARGE, LargeDeflate, LargeDeflateFactory
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Hello
from server.sockets import heard
from server.visitor import Visitor

Start = Callable[..., Server]
ON = ("--server.enableWebsocketCompression", "true")
HELLO = encode(Hello(PROTOCOL, None, 0, 1))
FIRST_TREE = 25_000


class Meter(socket.socket):
    """A socket that counts what comes."""

    received = 0

    def recv(self, size: int, flags: int = 0) -> bytes:
        data = super().recv(size, flags)
        self.received += len(data)
        return data


def dial(server: Server, **options: Any) -> tuple[ClientConnection, Meter]:
    meter = Meter()
    meter.connect(("127.0.0.1", server.port))
    url = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    return connect(url, sock=meter, max_size=None, **options), meter


def load(socket: ClientConnection) -> str:
    """Come, wait until the page is there, and give the id of its button."""
    socket.send(HELLO)
    button = ""
    while True:
        for kind, *fields in heard(socket)[1]:
            if kind == "edits" and not button:
                button = next(edit[1] for edit in fields[0] if edit[4]["kind"] == "button")
            if kind == "run_ended":
                return button


def serve_rows(tmp_path: Path, *flags: str) -> Server:
    script = tmp_path / "rows_2000.py"
    shutil.copy(APPS / script.name, script)
    return Server.of(script, *flags)


def test_the_first_tree_of_2000_lines_is_small_on_the_wire_and_a_click_no_larger(
    tmp_path: Path,
) -> None:
    server = serve_rows(tmp_path, *ON).start()
    try:
        socket, meter = dial(server)
        with socket:
            button = load(socket)
            assert meter.received < FIRST_TREE
            before = meter.received
            socket.send(encode(Event(1, {}, button)))
            frames: list[Any] = []
            while not any(each[0] == "run_ended" for each in frames):
                frames += heard(socket)[1]
            assert meter.received - before < 100
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("flags", "options"),
    [((), {}), (ON, {"compression": None})],
    ids=["not asked for, as in Streamlit", "a browser without the extension"],
)
def test_without_the_extension_all_comes_as_it_is(
    tmp_path: Path, flags: tuple[str, ...], options: dict[str, Any]
) -> None:
    server = serve_rows(tmp_path, *flags).start()
    try:
        socket, meter = dial(server, **options)
        with socket:
            load(socket)
            assert meter.received > 100_000
    finally:
        server.stop()


def test_what_a_browser_sends_is_bounded_as_it_is_inflated(start: Start) -> None:
    server = start("st.text('hello')", *ON, "--server.maxMessageSize", "1")
    before = peak_of(server)
    socket, _ = dial(server)
    with socket:
        socket.send(HELLO)
        heard(socket)
        with pytest.raises(ConnectionClosed) as closed:  # noqa: PT012  (it may hear of it at once)
            socket.send(bytes(200_000_000))
            while True:
                heard(socket)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009
    assert peak_of(server) - before < 20_000
    with Visitor(server) as other:
        assert other.texts == ["hello"]


@pytest.mark.parametrize(
    ("content", "is_smaller"),
    [
        (b"a" * (LARGE - 1), False),
        (b"a" * LARGE, True),
        (random.Random(0).randbytes(10 * LARGE), False),
    ],
    ids=["small", "large", "dense"],
)
def test_n10_a_message_is_compressed_if_it_is_large_and_gets_smaller(
    content: bytes, is_smaller: bool
) -> None:
    frame = Frame(Opcode.BINARY, content)
    deflate = LargeDeflate(True, True, 12, 12)
    sent = deflate.encode(frame)
    assert sent.rsv1 == is_smaller
    assert deflate.saved == len(content) - len(sent.data)
    assert bytes(LargeDeflate(True, True, 12, 12).decode(sent).data) == content


def test_nothing_is_kept_from_one_message_to_the_next() -> None:
    offer = ClientPerMessageDeflateFactory().get_request_params()
    answer, agreed = LargeDeflateFactory().process_request_params(offer, [])
    assert ("server_no_context_takeover", None) in answer
    assert ("client_no_context_takeover", None) in answer
    agreed.decode(agreed.encode(Frame(Opcode.BINARY, bytes(LARGE))))
    assert not {"encoder", "decoder"} & vars(agreed).keys()


def peak_of(server: Server) -> int:
    """Return the most kilobytes that a server has had in memory."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1])
