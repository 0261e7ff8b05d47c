"""+N08: who is gone without a word, or does not read, is hung up on; who is slow is not."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ostinato.server import heartbeat
from ostinato.server.app import App
from ostinato.server.heartbeat import SLOWEST, Heartbeat
from ostinato.server.websocket import BoundedWebSocket
from ostinato.state.widget import key_id
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.conftest import served
from server.sockets import HELLO, dial, read
from server.test_hostile_crowds import BINARY, PING, frame
from server.test_limits import upgraded

PONG = 10
SCRIPT = """
import streamlit as st
if st.button("Go", key="go"):
    st.text("x" * 4_000_000)
st.text("hello")
"""


class Clock:
    """A loop whose time passes when told to, and a transport that the test fills and empties."""

    def __init__(self) -> None:
        self.now = 0.0
        self.left = 0
        self.asked = 0
        self.is_deaf = False
        self.is_ended = False
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.heartbeat = Heartbeat(self, self, self._ask, lambda: self.is_deaf)  # type: ignore[arg-type]

    def call_later(self, delay: float, task: Callable[[], None]) -> object:
        self.timers.append((self.now + delay, task))
        return object()

    def get_write_buffer_size(self) -> int:
        return self.left

    def abort(self) -> None:
        self.is_ended = True

    def write(self, size: int, *, taken: int | None = None) -> None:
        """Send so many bytes, of which the system takes some at once: all, unless told."""
        self.left += size - (size if taken is None else taken)
        self.heartbeat.sent(size)

    def wait(self, seconds: float, each: Callable[[], object] = lambda: None) -> None:
        """Let time pass, and do something before each look."""
        end = self.now + seconds
        while self.timers and self.timers[0][0] <= end:
            self.now, task = self.timers.pop(0)
            each()
            task()
        self.now = end

    def _ask(self) -> None:
        self.asked += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_n08_a_browser_that_says_nothing_is_asked_and_then_given_up_within_10_s(
    clock: Clock,
) -> None:
    clock.write(100)
    clock.wait(6)
    assert (clock.asked, clock.is_ended) == (1, False)
    clock.wait(4)
    assert clock.is_ended


def test_n08_nothing_is_asked_and_no_time_is_taken_while_nothing_waits(clock: Clock) -> None:
    for _ in range(10):
        clock.write(100)
        clock.heartbeat.heard()
        clock.wait(60)
    assert not clock.timers
    assert (clock.asked, clock.is_ended) == (0, False)


def test_n08_whoever_says_anything_is_there(clock: Clock) -> None:
    for _ in range(100):
        clock.write(100)
        clock.wait(2.5, clock.heartbeat.heard)
    assert (clock.asked, clock.is_ended) == (0, False)


def test_n08_whoever_speaks_is_there_though_we_have_had_the_last_word(clock: Clock) -> None:
    def ping() -> None:
        clock.heartbeat.heard()
        clock.write(6)

    clock.write(100)
    clock.wait(600, ping)
    assert (clock.asked, clock.is_ended) == (0, False)


def test_n08_whoever_speaks_and_does_not_read_is_hung_up_on(clock: Clock) -> None:
    def click() -> None:
        clock.heartbeat.heard()
        clock.write(100, taken=0)

    clock.write(1000, taken=0)
    clock.wait(12.5, click)
    assert clock.is_ended


def test_n08_a_slow_link_may_take_its_time(clock: Clock) -> None:
    def carry() -> None:
        clock.left = max(0, clock.left - 100_000)

    clock.write(20_000_000, taken=0)
    clock.wait(500, carry)
    assert clock.left == 0
    clock.wait(20_000_000 / SLOWEST - 100)
    assert not clock.is_ended, "what a proxy has taken may be on its way yet"
    clock.heartbeat.heard()
    clock.wait(60)
    clock.write(100)
    clock.wait(10)
    assert clock.is_ended


def test_n08_it_is_not_silence_if_we_do_not_listen(clock: Clock) -> None:
    clock.is_deaf = True
    clock.write(100)
    clock.wait(600)
    assert not clock.is_ended


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that is impatient."""
    monkeypatch.setattr(heartbeat, "BEAT", 0.05)
    (tmp_path / "app.py").write_text(SCRIPT)
    with served(App(tmp_path / "app.py"), ws=BoundedWebSocket) as host:
        yield int(host.split(":")[1])


def test_n08_a_connection_that_answers_nothing_is_ended(port: int) -> None:
    with upgraded(port) as connection:
        connection.sendall(frame(BINARY, HELLO))
        assert bytes([0x80 | PING, 0]) in everything(connection)


def test_n08_a_connection_that_clicks_and_never_reads_is_ended(port: int) -> None:
    with upgraded(port) as connection:
        connection.sendall(frame(BINARY, HELLO))
        with pytest.raises((ConnectionResetError, BrokenPipeError)):
            click_on(connection)


def test_n08_a_connection_that_answers_pings_stays(port: int) -> None:
    with dial(f"127.0.0.1:{port}") as tab:
        tab.send(HELLO)
        read(tab, "run_ended")
        for number in range(1, 11):
            tab.send(encode(Event(number, {}, None)))
            read(tab, "run_ended")
        for _ in range(3):
            tab.ping().wait(10)
        assert tab.close_code is None


def click_on(connection: socket.socket) -> None:
    for number in range(1, 1_000_000):
        connection.sendall(frame(BINARY, encode(Event(number, {}, key_id("go")))))


def everything(connection: socket.socket) -> bytes:
    """Return all that comes until the connection is over."""
    connection.settimeout(20)
    heard = b""
    try:
        while data := connection.recv(65536):
            heard += data
    except ConnectionResetError:
        pass
    return heard
