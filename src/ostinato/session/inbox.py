"""Inbox: what a person did, once each and in order, whatever the network makes of it."""

from ostinato.errors import WireError
from ostinato.wire.messages import Event

LIMIT = 1_000
"""How many events may wait: no browser sends so many before it hears that they are applied."""

LIMIT_BYTES = 64 * 1024 * 1024
"""How many bytes may wait; one event more is taken, however large."""


class Inbox:
    """The events of one session that no run has taken yet (L01).

    Args:
        last: The number of the last event that is part of the session already.
    """

    def __init__(self, last: int = 0) -> None:
        self._last = last
        self._waiting: list[Event] = []
        self._early: dict[int, Event] = {}
        self._sizes: dict[int, int] = {}
        self._bytes = 0

    def __len__(self) -> int:
        """Count the events that a run could take now."""
        return len(self._waiting)

    @property
    def last(self) -> int:
        """The number of the last event that came in order."""
        return self._last

    def put(self, event: Event, size: int = 0) -> None:
        """Take an event; one that came before is dropped, one that came early waits its turn.

        Args:
            event: What a person did.
            size: The bytes it came in.

        Raises:
            WireError: If there are too many, or too large ones.
        """
        if event.number <= self._last:
            return
        if self._bytes > LIMIT_BYTES:
            raise WireError(
                f"event: at most {LIMIT_BYTES} bytes may wait, got {self._bytes}: slow down"
            )
        self._early[event.number] = event
        self._bytes += size - self._sizes.get(event.number, 0)
        self._sizes[event.number] = size
        while (following := self._early.pop(self._last + 1, None)) is not None:
            self._waiting.append(following)
            self._last += 1
        if len(self._waiting) + len(self._early) > LIMIT:
            raise WireError(
                f"event: at most {LIMIT} may wait, got number={event.number}: slow down"
            )

    def ids(self) -> set[str]:
        """Give the ids of all widgets that waiting events name."""
        ids = {id for event in self._waiting for id in event.values}
        return ids | {event.trigger for event in self._waiting if event.trigger is not None}

    def take(self) -> list[Event]:
        """Take what one run can apply: value changes, up to and with the first trigger (L06)."""
        triggers = (n for n, event in enumerate(self._waiting) if event.trigger is not None)
        end = next(triggers, len(self._waiting)) + 1
        taken, self._waiting = self._waiting[:end], self._waiting[end:]
        self._bytes -= sum(self._sizes.pop(event.number) for event in taken)
        return taken
