"""Tab: the browser's side of the protocol, whatever carries its messages."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from itertools import takewhile
from typing import Any, Literal, get_args

from ostinato.state.query import PAGE_ID
from ostinato.testing.replica import TreeReplica
from ostinato.wire.codec import decode_plain
from ostinato.wire.messages import PROTOCOL, AckBatch, ClientMessage, Edit, Event, Hello

ACK_EVERY = 64
"""Batches between two acknowledgements, as in the client."""

EDITS: dict[str, Callable[..., Edit]] = {
    str(edit.__struct_config__.tag): edit for edit in get_args(Edit)
}


class Tab(ABC):
    """One browser tab without a page: it sends events, and keeps what it is told to show.

    A subclass is the transport: it sends messages, and hands on the frames that come.

    Attributes:
        page: What it shows.
        session_id: Its session; None until the server has made one.
        seen: The number of the last batch; 0 asks for the whole page.
        number: The number of the last event.
        applied: The number of the last event that a run has applied.
        unconfirmed: Events that the store may not have, oldest first.
        is_running: Whether a run goes on, or the first is yet to come.
    """

    def __init__(self) -> None:
        self.page = TreeReplica()
        self.session_id: str | None = None
        self.seen = 0
        self.number = 0
        self.applied = 0
        self.unconfirmed: list[Event] = []
        self.is_running = True
        self._unacknowledged = 0

    @abstractmethod
    def transmit(self, message: ClientMessage) -> None:
        """Send a message to the server; it may get lost."""

    def hello(self, how: Literal["resume", "fork", "reset"] = "resume") -> Hello:
        """Return the message that opens a connection."""
        oldest = self.unconfirmed[0].number if self.unconfirmed else self.number + 1
        return Hello(PROTOCOL, self.session_id, self.seen, oldest, how)

    def send(self, values: dict[str, Any], trigger: str | None = None) -> Event:
        """Do something, without waiting for what comes of it."""
        self.number += 1
        event = Event(self.number, values, trigger)
        self.unconfirmed.append(event)
        self.transmit(event)
        return event

    def receive(self, frame: bytes) -> list[list[Any]]:
        """Apply a frame from the server.

        Returns:
            The messages in it; none if it had come before.

        Raises:
            ValueError: If one is missing before it.
        """
        number, messages = decode_plain(frame)
        if 0 < number <= self.seen:
            return []
        if self.seen and number > self.seen + 1:
            raise ValueError(f"batch: none may be missing, got number={number} after {self.seen}")
        self.seen = number or self.seen
        for message in messages:
            self._take(message)
        if number:
            self._acknowledge()
        return list(messages)

    def forget(self) -> None:
        """Forget what came, as a page does that is loaded again: the server tells all of it."""
        self.seen = self._unacknowledged = 0
        self.is_running = True

    @property
    def is_settled(self) -> bool:
        """Whether a run has applied all that was done, and is over."""
        return not self.is_running and self.applied >= self.number

    # What is on the page.

    def find(self, label: str) -> str:
        """Return the id of the input with this label or key.

        Raises:
            LookupError: If there is none.
        """
        for id, props in self.page.props.items():
            if label in (props.get("label"), props.get("key")):
                return id
        raise LookupError(f"{label!r} is not among {self.labels}")

    @property
    def labels(self) -> list[str]:
        """The labels of all inputs."""
        return [props["label"] for props in self.page.props.values() if "label" in props]

    @property
    def texts(self) -> list[str]:
        """The texts in the main part."""
        shown = [self.page.props[id] for id in self.page.walk("main")]
        return [props["body"] for props in shown if "body" in props]

    # What a message does.

    def _take(self, message: list[Any]) -> None:
        match message:
            case ["welcome", session, is_resumed, applied, received, *_]:
                self.session_id = session
                self._welcome(is_resumed, applied, received)
            case ["reset"]:
                self.page.reset()
            case ["run_started", applied, *_]:
                self.is_running = True
                self._apply(applied)
            case ["edits", edits]:
                self.page.apply(EDITS[kind](*fields) for kind, *fields in edits)
            case ["run_ended", *_]:
                self.is_running = False
            case ["ack_event", last]:
                del self.unconfirmed[: len(self._up_to(last))]

    def _welcome(self, is_resumed: bool, applied: int, received: int) -> None:
        self.number = max(self.number, received)
        if not is_resumed:
            self.forget()
            # The session may have been restored to what it was before some events.
            self.applied = applied
        for event in [*self.unconfirmed]:
            self.transmit(event)

    def _apply(self, applied: int) -> None:
        """Make the values of events that a run has applied part of the page."""
        for event in self._up_to(applied):
            for id, value in event.values.items():
                # What a press carries is over with its run, unless it is another page.
                lasts = id != event.trigger or id == PAGE_ID
                if event.number > self.applied and lasts and id in self.page.values:
                    self.page.values[id] = value
        self.applied = applied

    def _up_to(self, number: int) -> list[Event]:
        return list(takewhile(lambda event: event.number <= number, self.unconfirmed))

    def _acknowledge(self) -> None:
        self._unacknowledged += 1
        if self._unacknowledged == ACK_EVERY:
            self._unacknowledged = 0
            self.transmit(AckBatch(self.seen))
