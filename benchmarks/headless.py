"""Headless: a browser tab of ours without a page. It speaks the wire, and counts."""

from benchmarks.websocket import WebSocket, connect
from ostinato.wire.codec import decode_plain, encode
from ostinato.wire.messages import PROTOCOL, AckBatch, Event, Hello
from ostinato.wire.parts import Joint

SEEN_EVERY = 64
"""Batches between two messages that say how far the tab is, as in the client."""


class HeadlessTab:
    """One tab, opened on a script that has a button, or sliders.

    Attributes:
        bytes: How much came from the server.
        messages: In how many frames.
    """

    def __init__(self, websocket: WebSocket) -> None:
        self.bytes = 0
        self.messages = 0
        self._websocket = websocket
        self._joint = Joint()
        self._button = self._slider = ""
        self._event = 0
        self._seen = 0
        self._applied = 0

    @classmethod
    async def open(cls, port: int) -> "HeadlessTab":
        """Connect, and wait until the script has run once.

        Raises:
            ConnectionError: If the server does not want to talk.
        """
        tab = cls(await connect(port, "/_stcore/stream"))
        tab._websocket.send(encode(Hello(PROTOCOL, None, 0, 1)))
        await tab._run_ended()
        return tab

    async def click(self) -> None:
        """Press the first button of the page, or move the first slider, and wait for the effect.

        Raises:
            ConnectionError: If the server hangs up.
        """
        self._event += 1
        moved = {} if self._button else {self._slider: 1 + self._event % 99}
        self._websocket.send(encode(Event(self._event, moved, self._button or None)))
        await self._run_ended()

    def close(self) -> None:
        """Leave."""
        self._websocket.close()

    async def _run_ended(self) -> None:
        """Take batches until a run has ended that knows of all our events."""
        while not self._take(await self._websocket.receive()):
            pass

    def _take(self, piece: bytes) -> bool:
        self.bytes += len(piece)
        self.messages += 1
        frame = self._joint.join(piece)
        if frame is None:
            return False
        number, messages = decode_plain(frame)
        if number - self._seen >= SEEN_EVERY:
            self._seen = number
            self._websocket.send(encode(AckBatch(number)))
        is_over = False
        for kind, *fields in messages:
            if kind == "run_started":
                self._applied = fields[1]
            elif kind == "edits" and not self._button and not self._slider:
                self._button = _first(fields[0], "button")
                self._slider = _first(fields[0], "slider")
            elif kind == "run_ended":
                is_over = self._applied >= self._event
            elif kind == "refused":
                raise ConnectionError(f"headless: the server refused: {fields[0]}")
        return is_over


def _first(edits: list[list[object]], kind: str) -> str:
    for name, id, *rest in edits:
        props = rest[2] if name == "insert" else None
        if isinstance(props, dict) and props["kind"] == kind:
            return str(id)
    return ""
