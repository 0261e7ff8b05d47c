"""Strangers: connections that never say what they want cost little, and not for long."""

import re
import resource
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from ostinato.server import http
from ostinato.server.app import App
from ostinato.server.limits import MOST_HANDSHAKES, HandshakeLimit, raise_file_limit
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.conftest import Start, served
from server.sockets import HELLO, dial, read

HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
UPGRADE = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
    b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """An address where patience is short."""
    monkeypatch.setattr(http, "HEAD_WITHIN", 0.1)
    (tmp_path / "app.py").write_text("")
    with served(App(tmp_path / "app.py"), http=http.TimeoutHttpProtocol) as host:
        name, port = host.split(":")
        yield name, int(port)


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTT",
    ],
    ids=["silent", "half a head", "half a second head"],
)
def test_who_does_not_ask_is_hung_up_on(host: tuple[str, int], beginning: bytes) -> None:
    with socket.create_connection(host, timeout=10) as connection:
        connection.sendall(beginning)
        connection.settimeout(4)
        heard = b""
        try:
            while data := connection.recv(65536):
                heard += data
        except ConnectionResetError:
            pass
    assert heard.startswith(b"HTTP/1.1 200") == (b"\r\n\r\n" in beginning)


def test_a_head_without_end_is_refused(start: Start) -> None:
    server = start("")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(HEAD + b"X: " + b"x" * http.LONGEST_HEAD)
        assert connection.recv(100).startswith(b"HTTP/1.1 400")


def test_who_has_asked_may_stay(host: tuple[str, int]) -> None:
    name, port = host
    with dial(f"{name}:{port}") as tab, httpx.Client(base_url=f"http://{name}:{port}") as client:
        tab.send(HELLO)
        assert read(tab, "welcome")
        assert client.get("/_stcore/health").text == "ok"
        with socket.create_connection(host, timeout=10) as silent:
            assert silent.recv(1) == b""
        tab.ping().wait(10)
        assert tab.close_code is None
        assert client.get("/_stcore/health").text == "ok"


def test_handshakes_are_limited() -> None:
    handshakes = HandshakeLimit(2)
    with handshakes.slot():
        assert not handshakes.is_full
        with handshakes.slot():
            assert handshakes.is_full
        assert not handshakes.is_full


def test_beyond_some_number_those_who_say_nothing_are_turned_away(start: Start) -> None:
    server = start("st.button('Go')\n")
    host = f"127.0.0.1:{server.port}"
    with ExitStack() as stack, dial(host) as tab:
        tab.send(HELLO)
        assert read(tab, "edits")
        silent = [stack.enter_context(upgraded(server.port)) for _ in range(MOST_HANDSHAKES)]
        with pytest.raises(InvalidStatus) as refused:
            dial(host)
        assert refused.value.response.status_code == 503
        assert refused.value.response.headers["Retry-After"] == "5"
        tab.ping().wait(10)
        silent[0].close()
        with dial(host) as late:
            late.send(HELLO)
            assert read(late, "edits")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_ten_thousand_who_say_nothing_disturb_nobody(start: Start, many_files: int) -> None:
    server = start("if st.button('Go'):\n    st.text('gone')\n")
    with ExitStack() as stack, dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        ((_, button, *_),) = read(tab, "edits")[1]
        before = megabytes(server.pid)
        for _ in range(min(10_000, many_files - 500)):
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        tab.send(encode(Event(1, {}, button)))
        assert read(tab, "edits")[1][0][4]["body"] == "gone"
        assert httpx.get(f"{server.url}/_stcore/health").text == "ok"
        assert megabytes(server.pid) - before < 100


@pytest.fixture
def many_files() -> Iterator[int]:
    """Let this process open as many files as the system grants, and say how many."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    raise_file_limit()
    yield before[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def megabytes(process: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found
    return int(found[1]) / 1000


def upgraded(port: int) -> socket.socket:
    """Open a WebSocket, and say nothing."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(UPGRADE)
    assert connection.recv(1000).startswith(b"HTTP/1.1 101")
    return connection


def test_as_many_connections_as_the_system_grants() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (before[1] // 2, before[1]))
        raise_file_limit()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (before[1], before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
