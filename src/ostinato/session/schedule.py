"""Schedule: the run requests of one session: what runs next, why, and what it may supersede.

A request has a cause and a scope. A person's events wait in order, and make one run up to the
next press; what else asks for a run says only that it is due. The page swallows its parts: a run of
the page is also one of every part. What a run that was superseded has not drawn is still owed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple, get_args

from ostinato.run.ends import Outcome
from ostinato.run.scope import PAGE
from ostinato.session.inbox import Inbox
from ostinato.state.query import PAGE_ID
from ostinato.state.widget import is_within
from ostinato.wire.messages import Cause, Event

CAUSES: tuple[Cause, ...] = get_args(Cause)

SUPERSEDES: Mapping[Cause, bool] = {
    "event": True,
    "visit": True,
    "rerun": True,
    "file": True,
    "notice": False,
    "clock": False,
}
"""Whether a request may end the run that goes on early; else it waits for its end."""

MOST_RERUNS = 10
"""Runs that `st.rerun` ended, after which what they have not drawn is not expected."""

COMPLETE = (Outcome.DONE, Outcome.STOPPED, Outcome.FAILED, Outcome.ABANDONED)

NOTHING = ""
"""What no run draws: who waits for it waits for the end."""

Scopes = frozenset[str]

WHOLE: Scopes = frozenset([PAGE])
"""The scopes of a run of the whole page."""


class Request(NamedTuple):
    """A run that is wanted: with what a person did, or because of something else, or both."""

    events: list[Event]
    is_due: bool
    scopes: Scopes = WHOLE
    cause: Cause = "event"

    @property
    def has_press(self) -> bool:
        """Whether the run carries something that a person pressed on a page."""
        return any(event.trigger not in (None, PAGE_ID) for event in self.events)


def merge(scopes: Iterable[str]) -> Scopes:
    """Return what one run has to draw for several: the page swallows its parts, and a part its own.

    Example:
        >>> merge(["", "chart"])
        frozenset({''})
        >>> merge(["chart", "chart/legend"])
        frozenset({'chart'})
    """
    merged = frozenset(scopes)
    if PAGE in merged or not merged:
        return WHOLE
    return frozenset(each for each in merged if not is_within(each, merged - {each}))


class Schedule:
    """Events in order, and runs that are due without any.

    An event whose widget this process has not drawn yet is not applied, nor is any after it,
    before a run of the page has completed here (L09): it may be the next thing that the script
    draws.

    Later, too, it may be what the script draws only of the events before it: they came in runs of
    their own when a person did all that, and come again at once after a crash. So each of them has
    a run of its own again, and then there is one more, without any, before it is given up.

    Args:
        last: The number of the last event that is part of the session already.
        is_known: Returns whether this process has drawn the widget with an id.
        scope_of: Returns the scope that a widget belongs to.
        has_unheard: Returns whether the script has not been given all that a person has entered.
        is_ahead: Returns whether a value is of what its widget is yet to be drawn with.
        was_called: Returns whether the run that goes on, or was the last, has drawn a widget.
        is_wary: Whether some of what is stored cannot be read here: then a run shows first whether
            the script needs it, before anything is applied that another process could apply.
    """

    def __init__(
        self,
        last: int,
        is_known: Callable[[str], bool],
        scope_of: Callable[[str], str] = lambda id: PAGE,
        has_unheard: Callable[[], bool] = lambda: False,
        is_ahead: Callable[[str, Any], bool] = lambda id, wire: False,
        was_called: Callable[[str], bool] = lambda id: False,
        *,
        is_wary: bool = False,
    ) -> None:
        self.taken = last
        self._inbox = Inbox(last)
        self._is_known = is_known
        self._scope_of = scope_of
        self._has_unheard = has_unheard
        self._is_ahead = is_ahead
        self._was_called = was_called
        self._is_wary = is_wary
        self._blind_at: int | None = None
        self._in_vain = last
        self._has_held_press = False
        self._due: dict[str, Cause] = {PAGE: "visit"}
        self._running = Request([], True)
        self._has_completed = False
        self._reruns = 0
        self._is_held = False
        self.is_deserted = False

    @property
    def last(self) -> int:
        """The number of the last event that came in order."""
        return self._inbox.last

    @property
    def taken_before(self) -> int:
        """The number of the last event that was taken before the run that goes on."""
        events = self._running.events
        return events[0].number - 1 if events else self.taken

    @property
    def oldest(self) -> Event | None:
        """The event that waits longest, ready or not."""
        return self._inbox.first

    @property
    def is_press_next(self) -> bool:
        """Whether the event that waits longest is a press."""
        return self.oldest is not None and self.oldest.trigger is not None

    @property
    def first(self) -> Event | None:
        """The event that the next run begins with, if there is one that it can apply."""
        return self.oldest if self._inbox.has_ready(self._can_apply) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be run now."""
        is_ready = not self._is_held and self._inbox.has_ready(self._can_apply)
        return not self._due and not is_ready

    def put(self, event: Event, size: int) -> None:
        """Take an event; one that has to wait asks for the run that it waits for.

        Raises:
            WireError: If there are too many, or too large ones.
        """
        self._inbox.put(event, size)
        self._is_held = False
        if self._inbox and not self._inbox.has_ready(self._can_apply):
            self._note(PAGE, "event")

    def ask(self, cause: Cause, scope: str = PAGE) -> None:
        """Note that a run is due; one that is due already is not due twice."""
        self._note(scope, cause)
        self._is_held = False

    def _note(self, scope: str, cause: Cause) -> None:
        known = self._due.get(scope, cause)
        self._due[scope] = min(known, cause, key=CAUSES.index)

    def take(self, most: int | None = None) -> Request:
        """Return what the next run is to do.

        Args:
            most: How many events it may apply.
        """
        events = self._inbox.take(self._can_apply, self._most(most))
        self._has_held_press &= not any(event.trigger is not None for event in events)
        wanted = [scope for event in events for scope in self._scopes_of(event)]
        causes: list[Cause] = ["event"] if events else [*self._due.values()]
        cause: Cause = min(causes, key=CAUSES.index, default="event")
        request = Request(events, bool(self._due), merge([*wanted, *self._due]), cause)
        self._due.clear()
        if request.scopes == WHOLE:
            self.is_deserted = False
        self._running = request
        if events:
            self.taken = events[-1].number
        if any(event.trigger == PAGE_ID for event in events):
            self._begin_page()
        return request

    def _begin_page(self) -> None:
        """Expect of another page of the app what is expected of the first one."""
        self._has_completed, self._reruns = False, 0

    def _most(self, most: int | None) -> int | None:
        """Return how many events to take: no press, once, if a run before it would hear more (L11).

        What was entered before may be unheard: its run was cut short, or began anew. And one only
        if what a later one is about may be drawn of it.
        """
        if any(map(self._is_early, self._inbox.of_data())):
            most = 1
        before = self._inbox.before_press
        if before is None or self._has_held_press or not self._has_unheard():
            return most
        if not before and not self._due:
            return most
        self._has_held_press = True
        return before if most is None else min(most, before)

    def _scopes_of(self, event: Event) -> list[str]:
        return [self._scope_of(id) for id in event.ids] or [PAGE]

    def put_back(self, request: Request) -> None:
        """Take back what no run has begun with."""
        if request.is_due:
            self._owe(request)
        self._give_back(request.events)

    def hold(self, events: Sequence[Event]) -> None:
        """Take back what the script, as it is, cannot take, until there is reason to try again."""
        self._give_back(events)
        self._is_held = bool(events)

    def may_supersede(self, cause: Cause) -> bool:
        """Return whether what asks for a run now may end the one that goes on early.

        What brings nothing new, as a load or a rerun that a person asks for, waits for the end of a
        run that carries a press (R07).
        """
        brings_news = cause == "file" or (cause == "event" and self._inbox.has_news)
        return SUPERSEDES[cause] and (brings_news or not self._running.has_press)

    @property
    def has_completed(self) -> bool:
        """Whether all that the script draws is known, so that nothing is waited for."""
        return self._has_completed

    def awaited(self) -> set[str]:
        """Return the widgets that the run which goes on has to draw before it may be superseded."""
        if self._has_completed:
            early = filter(self._is_early, self._inbox.of_data())
            return {id for each in early for id in self._lacks(each) if not self._was_called(id)}
        if self._is_wary:
            return {NOTHING}
        # What is drawn and does not do is looked for to the end of the run.
        lacks_data = any(map(self._lacks, self._inbox.of_data()))
        unknown = {id for id in self._inbox.ids_until(PAGE_ID) if not self._is_known(id)}
        return {*unknown, NOTHING} if lacks_data else unknown

    def ended(
        self,
        outcome: Outcome,
        *,
        has_begun: bool,
        is_partial: bool = False,
        lacks_state: bool = False,
        has_given_up: bool = False,
        has_switched: bool = False,
        due: Collection[str] = (),
        unapplied: Sequence[Event] = (),
    ) -> None:
        """Note how a run has ended.

        Args:
            outcome: How.
            has_begun: Whether the script itself had begun, after the callbacks.
            is_partial: Whether the page keeps what the script has not reached.
            lacks_state: Whether it has failed for want of what is stored and cannot be read here.
            has_given_up: Whether it would not end by itself, as far as anybody can tell, and had
                not drawn all that events wait for.
            has_switched: Whether the script has gone on to another page of the app.
            due: What the script wants to run next.
            unapplied: Events that it took and has not applied: they come again.
        """
        self._give_back(unapplied)
        if has_switched:
            self._begin_page()
        self.is_deserted = self.is_deserted or outcome is Outcome.DESERTED
        if outcome is Outcome.SUPERSEDED:
            self._owe(self._running)
        if outcome is Outcome.RERUN:
            due = due or (PAGE,)
            self._reruns += PAGE in due
        for scope in due:
            self._note(scope, "rerun")
        # A page that Stop kept can be used: what is not drawn yet is still to come.
        is_kept = outcome is Outcome.STOPPED and is_partial and not self._inbox
        is_over = outcome in COMPLETE and has_begun and not is_kept
        is_complete = has_given_up or (is_over and not (lacks_state and self._is_blind()))
        is_whole = self._running.scopes == WHOLE
        if (is_complete and is_whole) or self._reruns >= MOST_RERUNS:
            self._has_completed = True
        if self._has_completed and (has_begun or outcome is Outcome.QUIET):
            self._look_for_early(is_over=has_begun and is_complete and is_whole)

    def _is_blind(self) -> bool:
        """Return whether nobody makes do with a page whose script lacks what is stored (L09).

        Where that can be read, what waits is done. Whoever makes do uses something else that the
        page has: the same once more is what one does who gets no answer.
        """
        if self._blind_at is None:
            self._blind_at = self._inbox.last
        held = {id for event in self._inbox if event.number <= self._blind_at for id in event.ids}
        later = [{*event.ids} for event in self._inbox if event.number > self._blind_at]
        return not any(ids and not ids & held and all(map(self._is_known, ids)) for ids in later)

    def _owe(self, request: Request) -> None:
        for scope in request.scopes:
            self._note(scope, request.cause)

    def _give_back(self, events: Sequence[Event]) -> None:
        if events:
            self._inbox.put_back(events)
            self.taken = events[0].number - 1

    def _look_for_early(self, *, is_over: bool) -> None:
        """Have another run draw what the oldest event is about, unless it has been looked for."""
        early = [*takewhile(self._is_early, self._inbox)]
        if not early:
            return
        is_calm = not self._running.events
        if is_calm and (is_over or all(map(self._was_called, self._lacks(early[0])))):
            self._in_vain = early[-1].number
        else:
            self._note(PAGE, "event")

    def _can_apply(self, event: Event) -> bool:
        if self._has_completed:
            return not self._is_early(event)
        return not self._is_wary and all(map(self._is_known, event.ids)) and not self._lacks(event)

    def _is_early(self, event: Event) -> bool:
        """Whether an event may be about what the events before it have the script make."""
        return event.number > self._in_vain and bool(self._lacks(event))

    def _lacks(self, event: Event) -> list[str]:
        """Return the widgets of an event that are not drawn with the data that it is about."""
        return [id for id, wire in event.values.items() if self._is_ahead(id, wire)]
