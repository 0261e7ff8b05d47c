"""Inbox: what a person did, once each and in order, whatever the network makes of it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

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
        self._of_data: dict[int, Event] = {}
        self._sizes: dict[int, int] = {}
        self._bytes = 0

    def __len__(self) -> int:
        """Count the events that a run could take now."""
        return len(self._waiting)

    def __iter__(self) -> Iterator[Event]:
        """Go over the events that a run could take now, oldest first."""
        return iter(self._waiting)

    def of_data(self) -> list[Event]:
        """Return those of them whose values may say of which data they are, oldest first.

        They are few, while thousands of others may wait.
        """
        return [self._of_data[number] for number in sorted(self._of_data)]

    @property
    def last(self) -> int:
        """The number of the last event that came in order."""
        return self._last

    @property
    def first(self) -> Event | None:
        """The event that waits longest, if there is one."""
        return self._waiting[0] if self._waiting else None

    @property
    def before_press(self) -> int | None:
        """How many of the events that wait come before the first press; None if there is none."""
        presses = (at for at, event in enumerate(self._waiting) if event.trigger is not None)
        return next(presses, None)

    @property
    def has_news(self) -> bool:
        """Whether an event that waits is about a widget, and not only a rerun that is asked for."""
        return any(event.trigger is not None or event.values for event in self._waiting)

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
            self._note(following)
            self._last += 1
        waiting = len(self._waiting) + len(self._early)
        if waiting > LIMIT:
            raise WireError(f"event: at most {LIMIT} may wait, got {waiting}: slow down")

    def put_back(self, events: Sequence[Event]) -> None:
        """Take back what the run that took it has not applied."""
        self._waiting[:0] = events
        for event in events:
            self._note(event)
        self._sizes.update((event.number, 0) for event in events)

    def ids_until(self, trigger: str) -> set[str]:
        """Return the ids of all widgets that events name which wait before a trigger."""
        before = takewhile(lambda event: event.trigger != trigger, self._waiting)
        return {id for event in before for id in event.ids}

    def has_ready(self, is_ready: Callable[[Event], bool]) -> bool:
        """Return whether a run could apply the first of the events now."""
        return bool(self._waiting) and is_ready(self._waiting[0])

    def take(self, is_ready: Callable[[Event], bool], most: int | None = None) -> list[Event]:
        """Take what one run can apply: value changes, up to the first trigger, or that (L06, L11).

        A rerun that is asked for right after a trigger is the same run.

        Args:
            is_ready: Says whether an event can be applied now; those after one that cannot wait.
            most: How many events to take, at most.
        """
        end, has_press, has_values = 0, False, False
        for event in self._waiting[:most]:
            is_press = event.trigger is not None
            if not is_ready(event) or (has_press and event.ids) or (has_values and is_press):
                break
            end += 1
            has_press, has_values = has_press or is_press, has_values or bool(event.ids)
        taken, self._waiting = self._waiting[:end], self._waiting[end:]
        self._bytes -= sum(self._sizes.pop(event.number) for event in taken)
        for event in taken:
            self._of_data.pop(event.number, None)
        return taken

    def _note(self, event: Event) -> None:
        if any(isinstance(value, dict) for value in event.values.values()):
            self._of_data[event.number] = event
