"""Floods, endless messages, those who do not read and those who do not speak: memory is bounded.

Memory is what the system counts for the server's process, at its peak.
"""

import os
import select
import socket
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from e2e.server import Server
from ostinato.server.limits import MOST_HANDSHAKES, raise_file_limit
from ostinato.server.websocket import MOST_FRAGMENTS
from ostinato.session.inbox import LIMIT, LIMIT_BYTES
from ostinato.wire.codec import encode
from ostinato.wire.messages import AckBatch, Event
from server.conftest import Start
from server.sockets import HELLO, PATIENCE, answer
from server.test_limits import UPGRADE, upgraded
from server.test_uploads import head
from server.visitor import COUNTER, Visitor, undisturbed
from services import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read in /proc")
MEGABYTE = 1_000_000
CROWD = int(os.environ.get("CROWD", "2000"))
"""How many come: as many as the system has open files for, if you like."""

TEXT, BINARY, CONTINUED, CLOSE, PING = 1, 2, 0, 8, 9
HELD = f"""{COUNTER}
from pathlib import Path
import time
while st.session_state.count == 0 and not Path("gate").exists():
    time.sleep(0.01)
"""
ENDLESS = f"""{COUNTER}
import itertools
from pathlib import Path
if st.session_state.count == 0 and Path("gate").exists():
    box = st.empty()
    for n in itertools.count():
        (box.text if n % 2 else box.code)(f"{{n}}" + "x" * 1_000_000)
        Path("drawn").write_text(f"{{n}}")
        if not Path("gate").exists():
            break
"""
LARGE = f"""{COUNTER}
st.text(f"{{st.session_state.count}}" + "x" * 20_000)
"""
DEAF = 60
"""How many come who click and do not read: 500, if you like, take no more than these do."""


def memory(server: Server, name: str) -> int:
    status = Path(f"/proc/{server.pid}/status").read_text()
    return 1024 * int(status.split(f"{name}:")[1].split()[0])


@contextmanager
def bounded(server: Server, limit: int) -> Iterator[Visitor]:
    """Hold that the server needs at most so many bytes more, and others notice nothing."""
    with undisturbed(server) as other:
        before = memory(server, "VmRSS")
        Path(f"/proc/{server.pid}/clear_refs").write_text("5")  # the peak begins anew
        yield other
    more = memory(server, "VmHWM") - before
    assert more <= limit, f"{more / MEGABYTE:.0f} MB more than before"


def frame(kind: int, content: bytes, *, size: int | None = None, is_last: bool = True) -> bytes:
    """Return a frame, or the beginning of one that says it is larger."""
    length = len(content) if size is None else size
    head = bytes([kind | 0x80 * is_last])
    if length < 126:
        head += bytes([0x80 | length])
    elif length < 2**16:
        head += struct.pack("!BH", 0x80 | 126, length)
    else:
        head += struct.pack("!BQ", 0x80 | 127, length)
    return head + bytes(4) + content


def push(connection: socket.socket, pieces: bytes, most: int) -> int:
    """Send pieces again and again, until the server takes no more; give how many bytes it took."""
    connection.settimeout(1)
    sent = 0
    with suppress(OSError):
        while sent < most:
            sent += connection.send(pieces[sent % len(pieces) :])
    return sent


def hung_up_with(connection: socket.socket) -> int:
    """Return the code with which the server has hung up."""
    connection.settimeout(PATIENCE)
    heard = b""
    with suppress(ConnectionResetError):
        while data := connection.recv(65536):
            heard += data
    _, _, close = heard.rpartition(b"\x88")
    code: int = struct.unpack("!H", close[1:3])[0]
    return code


def test_a_message_of_a_gigabyte_is_hung_up_on(start: Start) -> None:
    server = start(COUNTER)
    with bounded(server, 20 * MEGABYTE), upgraded(server.port) as connection:
        connection.sendall(frame(BINARY, HELLO))
        connection.sendall(frame(BINARY, b"", size=1000 * MEGABYTE))
        assert push(connection, bytes(MEGABYTE), 1000 * MEGABYTE) < 100 * MEGABYTE
        assert hung_up_with(connection) == 1009


def test_a_message_over_the_limit_is_refused_with_a_reason(start: Start) -> None:
    server = start(COUNTER)
    with bounded(server, 120 * MEGABYTE):
        large = encode(Event(1, {"x": "y" * 21 * MEGABYTE}, None))
        for frames in ([large], [HELLO, large]):
            reason, code = answer(server, frames)
            assert reason == ("message: at most 20 MB, got 21.0 MB: raise server.maxMessageSize")
            assert code == 1009


@pytest.mark.parametrize("piece", [b"", b"x", b"x" * 1000], ids=["empty", "tiny", "small"])
def test_a_message_in_endless_pieces_is_hung_up_on(start: Start, piece: bytes) -> None:
    server = start(COUNTER)
    with bounded(server, 60 * MEGABYTE), upgraded(server.port) as connection:
        connection.sendall(frame(BINARY, HELLO))
        connection.sendall(frame(BINARY, b"", is_last=False))
        pieces = frame(CONTINUED, piece, is_last=False) * MOST_FRAGMENTS
        push(connection, pieces, 500 * MEGABYTE)
        assert hung_up_with(connection) == 1009


def test_who_breaks_the_rules_of_sockets_is_hung_up_on_and_fills_no_log(start: Start) -> None:
    server = start(COUNTER)
    no_text = frame(TEXT, b"\xff")
    pieces = frame(BINARY, b"", is_last=False) + frame(CONTINUED, b"a", is_last=False) * 300_000
    with undisturbed(server):
        with upgraded(server.port) as connection:
            connection.sendall(frame(BINARY, HELLO) + no_text)
            assert hung_up_with(connection) == 1007
        for _ in range(10):
            # Hung up on while it is still being answered.
            with upgraded(server.port) as connection, suppress(OSError):
                connection.sendall(frame(BINARY, HELLO) + pieces)
    assert [line for line in server.log if "Traceback" in line or "ERROR" in line] == []


def test_pings_without_end_are_not_answered_to_who_does_not_read(start: Start) -> None:
    server = start(COUNTER)
    with bounded(server, 20 * MEGABYTE), upgraded(server.port) as connection:
        connection.sendall(frame(BINARY, HELLO))
        assert push(connection, frame(PING, b"x" * 125) * 1000, 60 * MEGABYTE) >= 60 * MEGABYTE


def test_tiny_messages_in_thousands_do_no_harm(start: Start) -> None:
    server = start(COUNTER)
    with bounded(server, 20 * MEGABYTE), Visitor(server) as visitor:
        for _ in range(5000):
            visitor.transmit(AckBatch(0))
            visitor.send({})
        visitor.settle()
        visitor.click("Add one")
        assert visitor.texts == ["Count = 1"]


def test_u04_a_thousand_files_half_way_take_little_and_leave_nothing(start: Start) -> None:
    server = start(f'{COUNTER}\nst.file_uploader("File", max_upload_size=20)')
    files = server.folder / ".ostinato" / "files"
    with bounded(server, 500 * MEGABYTE), Visitor(server) as visitor:
        before = memory(server, "VmRSS")
        with ExitStack() as stack:
            for _ in range(1000):
                where = "127.0.0.1", server.port
                line = stack.enter_context(socket.create_connection(where, PATIENCE))
                line.sendall(head(visitor, MEGABYTE) + bytes(200_000))
            for _ in range(20):
                visitor.click("Add one")
            assert visitor.texts[0] == "Count = 20"
            # What has come is written, though there is more to come.
            most = before + 200 * MEGABYTE
            wait_until(lambda: memory(server, "VmRSS") < most, "memory to be free again")
        wait_until(lambda: not any(map(Path.is_file, files.rglob("*"))), "all to be removed")


def test_events_after_one_that_never_comes_have_an_end(start: Start) -> None:
    server = start(HELD)
    (server.folder / "gate").touch()
    with bounded(server, 60 * MEGABYTE):
        events = [encode(Event(n, {"x": n}, None)) for n in range(2, LIMIT + 3)]
        reason, code = answer(server, [HELLO, *events])
        assert reason == f"event: at most {LIMIT} may wait, got {LIMIT + 1}: slow down"
        assert code == 4400


def test_n08_events_that_come_too_quickly_are_read_when_there_is_room(start: Start) -> None:
    server = start(HELD)
    gate = server.folder / "gate"
    gate.touch()
    with bounded(server, 20 * MEGABYTE), Visitor(server) as visitor:
        gate.unlink()
        click = visitor.find("Add one")
        with upgraded(server.port) as flood:
            flood.sendall(frame(BINARY, HELLO))
            events = (encode(Event(n, {}, click)) for n in range(1, 10_001))
            clicks = b"".join(frame(BINARY, event) for event in events)
            assert push(flood, clicks, 60 * MEGABYTE) < 60 * MEGABYTE
        for _ in range(3 * LIMIT):
            visitor.send({}, click)
        gate.touch()
        visitor.settle()
        assert visitor.texts == [f"Count = {3 * LIMIT}"]


@pytest.mark.parametrize("first", [1, 2], ids=["in order", "after one that never comes"])
def test_large_events_that_wait_have_an_end(start: Start, first: int) -> None:
    server = start(HELD)
    (server.folder / "gate").touch()
    with bounded(server, LIMIT_BYTES + 60 * MEGABYTE):
        (server.folder / "gate").unlink()
        events = [
            encode(Event(n, {"x": "y" * 10 * MEGABYTE}, None)) for n in range(first, first + 8)
        ]
        reason, code = answer(server, [HELLO, *events])
        assert reason.startswith(f"event: at most {LIMIT_BYTES} bytes may wait")
        assert code == 4400
        (server.folder / "gate").touch()


def test_a_browser_that_does_not_read_does_not_fill_the_memory(start: Start) -> None:
    server = start(ENDLESS)
    drawn = server.folder / "drawn"
    with bounded(server, 150 * MEGABYTE), upgraded(server.port) as connection:
        (server.folder / "gate").touch()
        connection.sendall(frame(BINARY, HELLO))
        wait_until(lambda: drawn.exists() and int(drawn.read_text() or 0) > 2000, "2 GB drawn")
        (server.folder / "gate").unlink()


def test_n08_a_crowd_that_clicks_and_never_reads_is_hung_up_on(start: Start) -> None:
    server = start(LARGE)
    with bounded(server, 300 * MEGABYTE) as other, ExitStack() as stack:
        click = other.find("Add one")
        events = (encode(Event(n, {}, click)) for n in range(1, 20_001))
        clicks = memoryview(b"".join(frame(BINARY, event) for event in events))
        sent = {}
        for _ in range(DEAF):
            connection = stack.enter_context(upgraded(server.port))
            connection.sendall(frame(BINARY, HELLO))
            connection.setblocking(False)
            sent[connection] = 0
        end = time.monotonic() + 60
        while sent:
            assert time.monotonic() < end, f"{len(sent)} are still there"
            for connection in select.select((), sent, (), 1)[1]:
                start_at = sent[connection]
                try:
                    sent[connection] += connection.send(clicks[start_at : start_at + 1000])
                except OSError:
                    del sent[connection]


def test_connections_that_never_speak_are_bounded(start: Start) -> None:
    raise_file_limit()
    server = start(COUNTER)
    with bounded(server, 10 * MEGABYTE + 10_000 * CROWD) as other, ExitStack() as stack:
        for number in range(CROWD):
            connection = stack.enter_context(socket.socket())
            connection.bind((f"127.0.0.{2 + number % 8}", 0))
            connection.connect(("127.0.0.1", server.port))
        other.act({})


def test_websockets_that_never_speak_are_turned_away_beyond_some_number(start: Start) -> None:
    raise_file_limit()
    server = start(COUNTER)
    with bounded(server, 40 * MEGABYTE) as other, ExitStack() as stack:
        let_in = 0
        for _ in range(CROWD):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            connection.sendall(UPGRADE)
            let_in += connection.recv(1000).startswith(b"HTTP/1.1 101")
        assert let_in == MOST_HANDSHAKES
        other.act({})
