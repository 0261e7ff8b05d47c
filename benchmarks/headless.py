"""Headless: a browser tab of ours without a page. It speaks the wire, and counts."""

from benchmarks.websocket import WebSocket, connect
from ostinato.testing.tab import Tab
from ostinato.wire.codec import encode
from ostinato.wire.messages import ClientMessage
from ostinato.wire.parts import Joint


class HeadlessTab(Tab):
    """One tab, opened on a script that has a button, or sliders.

    Attributes:
        bytes: How much came from the server.
        messages: In how many frames.
    """

    def __init__(self, websocket: WebSocket) -> None:
        super().__init__()
        self.bytes = 0
        self.messages = 0
        self._websocket = websocket
        self._joint = Joint()
        self._button = self._slider = ""

    @classmethod
    async def open(cls, port: int) -> "HeadlessTab":
        """Connect, and wait until the script has run once.

        Raises:
            ConnectionError: If the server does not want to talk.
        """
        tab = cls(await connect(port, "/_stcore/stream"))
        tab.transmit(tab.hello())
        await tab._run_ended()
        tab._button, tab._slider = tab._first("button"), tab._first("slider")
        return tab

    def transmit(self, message: ClientMessage) -> None:
        """Send a message."""
        self._websocket.send(encode(message))

    async def click(self) -> None:
        """Press the first button of the page, or move the first slider, and wait for the effect.

        Where there is neither, wait for the part of the page that runs by itself.

        Raises:
            ConnectionError: If the server hangs up.
        """
        if not self._button and not self._slider:
            self.is_running = True  # It is about to.
            await self._run_ended()
            return
        moved = {} if self._button else {self._slider: 1 + (self.number + 1) % 99}
        self.send(moved, self._button or None)
        await self._run_ended()

    def close(self) -> None:
        """Leave."""
        self._websocket.close()

    async def _run_ended(self) -> None:
        """Take batches until a run has ended that knows of all our events."""
        while not self.is_settled:
            piece = await self._websocket.receive()
            self.bytes += len(piece)
            self.messages += 1
            frame = self._joint.join(piece)
            for message in self.receive(frame) if frame else ():
                if message[0] == "refused":
                    raise ConnectionError(f"headless: the server refused: {message[1]}")

    def _first(self, kind: str) -> str:
        """Return the id of the first element of a kind, if there is one."""
        props = self.page.props
        return next((id for id in self.page.walk("main") if props[id]["kind"] == kind), "")
