"""Visitor: somebody with one browser tab, over a real socket."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, Literal, Self

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from e2e.server import Server
from ostinato.server.cookie import NAME
from ostinato.testing.replica import TreeReplica
from ostinato.wire.codec import decode_plain, encode
from ostinato.wire.messages import PROTOCOL, ClientMessage, Event, Hello
from ostinato.wire.parts import Joint
from server.test_socket import dial
from tab import typed

PATIENCE = 20.0
COUNTER = """
st.session_state.setdefault("count", 0)
if st.button("Add one"):
    st.session_state.count += 1
st.text(f"Count = {st.session_state.count}")
"""


class Visitor:
    """Somebody who behaves, and remembers all they have sent.

    Args:
        server: Where they go.
    """

    def __init__(self, server: Server) -> None:
        self.cookie = secrets.token_urlsafe(16)
        self.id: str | None = None
        self.number = 0
        self.sent: list[bytes] = []
        self.told: list[str] = []
        self.sentences: list[str] = []
        self._is_cut = False
        self._server = server
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self.connect()

    def __exit__(self, *error: object) -> None:
        self._leave()

    def connect(self, how: Literal["resume", "fork", "reset"] = "resume") -> Self:
        """Come back, as a page does that was loaded anew."""
        self.mirror = TreeReplica()
        self.applied = self.confirmed = 0
        self._is_over = False
        if how != "resume":
            self.number = 0
        self._leave()
        self.socket = self._stack.enter_context(call(self._server, self.cookie))
        self.transmit(Hello(PROTOCOL, self.id, 0, self.number + 1, how))
        self.until(lambda: self._is_over)
        return self

    def move(self, server: Server) -> Self:
        """Come to another server."""
        self._server = server
        return self.connect()

    def transmit(self, message: ClientMessage) -> None:
        self.sent.append(encode(message))
        self.socket.send(self.sent[-1])

    def send(self, values: dict[str, Any], trigger: str | None = None) -> None:
        """Do something, and wait until it is applied, drawn and saved."""
        self.post(values, trigger)
        self.settle()

    def post(self, values: dict[str, Any], trigger: str | None = None) -> None:
        """Do something."""
        self.number += 1
        self.transmit(Event(self.number, values, trigger))

    def click(self, label: str) -> None:
        self.send({}, self.find(label))

    def click_on(self, label: str, is_over: Callable[[], bool]) -> None:
        """Click, and come back whenever the server is gone, as a page does, until it is over."""
        event = Event(self.number + 1, {}, self.find(label))
        while not is_over():
            with suppress(ConnectionClosed, ConnectionRefusedError, TimeoutError):
                if self._is_cut:
                    self.connect()
                self._is_cut = True
                self.transmit(event)
                self.until(is_over)
        self._is_cut = False
        self.number += 1

    def set(self, label: str, value: object) -> None:
        self.send({self.find(label): value})

    def settle(self) -> None:
        self.until(lambda: self._is_over and self.number <= min(self.applied, self.confirmed))

    def until(self, is_true: Callable[[], bool]) -> None:
        while not is_true():
            _, messages = heard(self.socket)
            for message in messages:
                self._hear(message)

    def find(self, label: str) -> str:
        """Give the id of an input."""
        return next(id for id, props in self.mirror.props.items() if props.get("label") == label)

    @property
    def texts(self) -> list[str]:
        shown = [self.mirror.props[id] for id in self.mirror.walk("main")]
        return [props["body"] for props in shown if "body" in props]

    def _leave(self) -> None:
        # The server may be gone already.
        with suppress(ConnectionClosed):
            self._stack.close()

    def _hear(self, message: list[Any]) -> None:
        match message:
            case ["welcome", session, *_]:
                self.id = session
            case ["reset"]:
                self.mirror.reset()
            case ["run_started", _, applied, *_]:
                self._is_over, self.applied = False, applied
            case ["edits", edits]:
                self.mirror.apply(typed(edits))
            case ["run_ended", *_]:
                self._is_over = True
            case ["notification", topic, text]:
                self.told.append(topic)
                self.sentences.append(text)
            case ["ack_event", event]:
                self.confirmed = event


@contextmanager
def undisturbed(server: Server) -> Iterator[Visitor]:
    """Hold that somebody who counts before, meanwhile and afterwards notices nothing.

    Whoever ends the server meanwhile has the visitor come back.
    """
    with Visitor(server) as other:
        other.click("Add one")
        yield other
        other.click("Add one")
        assert other.texts[0] == "Count = 2"


def call(server: Server, cookie: str = "") -> ClientConnection:
    """Open a WebSocket as a browser that has a cookie."""
    headers = {"Cookie": f"{NAME}={cookie}"} if cookie else {}
    host = f"127.0.0.1:{server.port}"
    return dial(host, additional_headers=headers, max_size=None)


def heard(socket: ClientConnection) -> Any:
    """Give the next batch."""
    joint = Joint()
    while (frame := joint.join(socket.recv(timeout=PATIENCE))) is None:  # type: ignore[arg-type]
        pass
    return decode_plain(frame)


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
