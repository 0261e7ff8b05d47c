"""Visitor: somebody with one browser tab, over a real socket."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, Literal, Self

from websockets.exceptions import ConnectionClosed

from e2e.server import Server
from ostinato.testing.tab import Tab
from ostinato.wire.codec import encode
from ostinato.wire.messages import ClientMessage
from server.sockets import call, frame_of

COUNTER = """
st.session_state.setdefault("count", 0)
if st.button("Add one"):
    st.session_state.count += 1
st.text(f"Count = {st.session_state.count}")
"""


class Visitor(Tab):
    """Somebody who behaves, and remembers all they have sent.

    Args:
        server: Where they go.
    """

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.cookie = secrets.token_urlsafe(16)
        self.sent: list[bytes] = []
        self.told: list[str] = []
        self.sentences: list[str] = []
        self._server = server
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self.connect()

    def __exit__(self, *error: object) -> None:
        self._leave()

    def connect(self, how: Literal["resume", "fork", "reset"] = "resume") -> Self:
        """Come back, as a page does that was loaded again."""
        self.forget()
        if how != "resume":
            self.number, self.unconfirmed = 0, []
        self._leave()
        self.socket = self._stack.enter_context(call(self._server, self.cookie))
        self.transmit(self.hello(how))
        self.until(lambda: not self.is_running)
        return self

    def move(self, server: Server) -> Self:
        """Come to another server."""
        self._server = server
        return self.connect()

    def transmit(self, message: ClientMessage) -> None:
        self.sent.append(encode(message))
        self.socket.send(self.sent[-1])

    def act(self, values: dict[str, Any], trigger: str | None = None) -> None:
        """Do something, and wait until it is applied, drawn and saved."""
        self.send(values, trigger)
        self.settle()

    def click(self, label: str) -> None:
        self.act({}, self.find(label))

    def click_on(self, label: str, is_over: Callable[[], bool]) -> None:
        """Click, and come back whenever the server is gone, as a page does, until it is over."""
        gone = (ConnectionClosed, ConnectionRefusedError, TimeoutError)
        with suppress(*gone):
            self.send({}, self.find(label))
            self.until(is_over)
        while not is_over():
            with suppress(*gone):
                self.connect()
                self.until(is_over)

    def set(self, label: str, value: object) -> None:
        self.act({self.find(label): value})

    def settle(self) -> None:
        self.until(lambda: self.is_settled and not self.unconfirmed)

    def until(self, is_true: Callable[[], bool]) -> None:
        while not is_true():
            for message in self.receive(frame_of(self.socket)):
                if message[0] == "notification":
                    self.told.append(message[1])
                    self.sentences.append(message[2])

    def _leave(self) -> None:
        # The server may be gone already.
        with suppress(ConnectionClosed):
            self._stack.close()


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
