"""Schedule: what one session runs next, and what a run that goes on may be cut short for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ostinato.run.ends import Outcome
from ostinato.session.inbox import Inbox
from ostinato.wire.messages import Event

MOST_RERUNS = 10
"""Runs that `st.rerun` ended, after which what they have not drawn is not expected."""

COMPLETE = (Outcome.DONE, Outcome.STOPPED, Outcome.FAILED, Outcome.ABANDONED)


class Request(NamedTuple):
    """A run that is wanted: with what a person did, or because of something else, or both."""

    events: list[Event]
    is_due: bool


class Schedule:
    """Events in order, and a run that is due without any.

    An event whose widget this process has not drawn yet is not applied, nor is any after it,
    before a run has completed here (L09): it may be the next thing that the script draws.

    Args:
        last: The number of the last event that is part of the session already.
        is_known: Says whether this process has drawn the widget with an id.
    """

    def __init__(self, last: int, is_known: Callable[[str], bool]) -> None:
        self.taken = last
        self._inbox = Inbox(last)
        self._is_known = is_known
        self._is_due = True
        self._has_completed = False
        self._reruns = 0
        self._is_held = False
        self.is_deserted = False

    @property
    def last(self) -> int:
        """The number of the last event that came in order."""
        return self._inbox.last

    @property
    def oldest(self) -> Event | None:
        """The event that waits longest, ready or not."""
        return self._inbox.first

    @property
    def first(self) -> Event | None:
        """The event that the next run begins with, if there is one that it can apply."""
        return self.oldest if self._inbox.has_ready(self._can_apply) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be run now."""
        is_ready = not self._is_held and self._inbox.has_ready(self._can_apply)
        return not self._is_due and not is_ready

    def put(self, event: Event, size: int) -> None:
        """Take an event; one that has to wait asks for the run that it waits for.

        Raises:
            WireError: If there are too many, or too large ones.
        """
        self._inbox.put(event, size)
        self._is_held = False
        if self._inbox and not self._inbox.has_ready(self._can_apply):
            self._is_due = True

    def ask(self) -> None:
        """Note that a run is due, whatever a person does."""
        self._is_due = True
        self._is_held = False

    def take(self, most: int | None = None) -> Request:
        """Give what the next run is to do.

        Args:
            most: How many events it may apply.
        """
        request = Request(self._inbox.take(self._can_apply, most), self._is_due)
        self._is_due = self.is_deserted = False
        if request.events:
            self.taken = request.events[-1].number
        return request

    def put_back(self, request: Request) -> None:
        """Take back what no run has begun with."""
        self._is_due |= request.is_due
        self._give_back(request.events)

    def hold(self, events: Sequence[Event]) -> None:
        """Take back what the script, as it is, cannot take, until there is reason to try again."""
        self._give_back(events)
        self._is_held = bool(events)

    def awaited(self) -> set[str]:
        """Give the widgets that the run which goes on has to draw before it may be cut short."""
        if self._has_completed:
            return set()
        return {id for id in self._inbox.ids() if not self._is_known(id)}

    def ended(
        self,
        outcome: Outcome,
        *,
        has_begun: bool,
        is_partial: bool = False,
        unapplied: Sequence[Event] = (),
    ) -> None:
        """Note how a run has ended.

        Args:
            outcome: How.
            has_begun: Whether the script itself had begun, after the callbacks.
            is_partial: Whether the page keeps what the script has not reached.
            unapplied: Events that it took and has not applied: they come again.
        """
        self._give_back(unapplied)
        self.is_deserted = outcome is Outcome.DESERTED
        if outcome in (Outcome.RERUN, Outcome.SUPERSEDED):
            self._is_due = True
        if outcome is Outcome.RERUN:
            self._reruns += 1
        # A page that Stop kept can be used: what is not drawn yet is still to come.
        is_kept = outcome is Outcome.STOPPED and is_partial and not self._inbox
        is_complete = outcome in COMPLETE and has_begun and not is_kept
        if is_complete or self._reruns >= MOST_RERUNS:
            self._has_completed = True

    def _give_back(self, events: Sequence[Event]) -> None:
        if events:
            self._inbox.put_back(events)
            self.taken = events[0].number - 1

    def _can_apply(self, event: Event) -> bool:
        return self._has_completed or all(map(self._is_known, event.ids))
