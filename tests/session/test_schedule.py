"""The schedule: what runs next, and what a run may be cut for (R04, +L05, +L06, +L09)."""

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.run.ends import Outcome
from ostinato.session.schedule import MOST_RERUNS, NOTHING, Schedule
from ostinato.wire.messages import Event

WIDGETS = ("a", "b", "c")


def value(number: int, *ids: str) -> Event:
    return Event(number, dict.fromkeys(ids, number), None)


def click(number: int, id: str) -> Event:
    return Event(number, {}, id)


def schedule(*known: str, events: list[Event]) -> Schedule:
    made = Schedule(0, set(known).__contains__)
    for event in events:
        made.put(event, 1)
    return made


@pytest.mark.parametrize(
    ("known", "events", "taken", "awaited"),
    [
        ("", [], [], set()),
        ("", [value(1, "a")], [], {"a"}),
        ("a", [value(1, "a")], [1], set()),
        ("a", [value(1, "a"), click(2, "b")], [1], {"b"}),
        ("b", [value(1, "a"), click(2, "b")], [], {"a"}),
        ("ab", [value(1, "a"), click(2, "b")], [1], set()),
        ("ab", [click(1, "b"), value(2, "a")], [1], set()),
        ("a", [value(1, "a", "b")], [], {"b"}),
        ("", [Event(1, {}, None)], [1], set()),
        ("", [Event(1, {}, None), value(2, "a")], [1], {"a"}),
    ],
)
def test_l09_before_a_run_has_completed_only_what_is_known_is_taken(
    known: str, events: list[Event], taken: list[int], awaited: set[str]
) -> None:
    made = schedule(*known, events=events)
    assert made.awaited() == awaited
    request = made.take()
    assert [event.number for event in request.events] == taken
    assert request.is_due


@pytest.mark.parametrize(
    ("is_cut", "waits", "waits_on"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_l09_a_page_that_stop_kept_while_nothing_waited_is_still_to_be_drawn(
    is_cut: bool, waits: bool, waits_on: bool
) -> None:
    made = schedule(events=[click(1, "a")] if waits else [])
    made.take()
    made.ended(Outcome.STOPPED, has_begun=True, is_partial=is_cut)
    if not waits:
        made.put(click(1, "a"), 1)
    assert made.awaited() == ({"a"} if waits_on else set())
    assert [event.number for event in made.take().events] == ([] if waits_on else [1])


@pytest.mark.parametrize("outcome", Outcome)
def test_l09_which_ends_of_a_run_count(outcome: Outcome) -> None:
    made = schedule(events=[click(1, "a")])
    made.take()
    made.ended(outcome, has_begun=True)
    ended_early = (Outcome.QUIET, Outcome.SUPERSEDED, Outcome.DESERTED, Outcome.RERUN)
    is_complete = outcome not in ended_early
    assert (made.first is not None) is is_complete
    assert made.awaited() == (set() if is_complete else {"a"})


def test_l09_a_run_that_did_not_begin_does_not_count() -> None:
    made = schedule(events=[click(1, "a")])
    made.take()
    made.ended(Outcome.FAILED, has_begun=False)
    # What waits does not make the session run for ever; whatever is done next makes it run once.
    assert made.is_empty
    made.put(click(2, "a"), 1)
    assert not made.is_empty


@pytest.mark.parametrize(
    ("lacks_state", "later", "is_taken"),
    [
        (False, None, True),
        (True, None, False),
        (True, click(2, "b"), False),
        (True, Event(2, {}, None), False),
        (True, click(2, "a"), False),
        (True, click(2, "shown"), True),
        (True, value(2, "shown"), True),
    ],
)
def test_l09_a_run_that_lacks_what_is_stored_counts_once_its_page_is_used(
    lacks_state: bool, later: Event | None, is_taken: bool
) -> None:
    made = schedule("shown", events=[click(1, "a")])
    made.take()
    made.ended(Outcome.FAILED, has_begun=True, lacks_state=lacks_state)
    if later is not None:
        made.put(later, 1)
        assert made.take().events == []
        made.ended(Outcome.FAILED, has_begun=True, lacks_state=lacks_state)
    assert (made.first is not None) is is_taken


def test_l09_reruns_by_the_script_are_waited_for_but_not_for_ever() -> None:
    made = schedule(events=[click(1, "a")])
    for _ in range(MOST_RERUNS):
        assert made.first is None
        made.take()
        made.ended(Outcome.RERUN, has_begun=True)
    assert made.first is not None


def of_data(number: int) -> Event:
    return Event(number, {"a": {"of": number}}, None)


class Making:
    """A script that makes data of values: each of widget "a" is of what the one before led to."""

    def __init__(self, *numbers: int) -> None:
        self.made, self.has_called = 0, False
        self.schedule = Schedule(
            0,
            {"a"}.__contains__,
            is_ahead=lambda id, wire: wire["of"] > self.made + 1,
            was_called=lambda id: self.has_called,
        )
        self.schedule.take()
        self.schedule.ended(Outcome.DONE, has_begun=True)
        for number in numbers:
            self.schedule.put(of_data(number), 1)

    def run(self, outcome: Outcome = Outcome.DONE, makes: int = 0) -> list[int]:
        request = self.schedule.take()
        self.made = max(self.made, makes)
        self.schedule.ended(outcome, has_begun=outcome is not Outcome.QUIET)
        return [event.number for event in request.events]


def test_v08_values_of_data_that_earlier_ones_led_to_have_a_run_each_again() -> None:
    making = Making(1, 2, 3)
    assert making.run(makes=1) == [1]
    assert making.run(makes=2) == [2]
    assert making.run() == [3]
    assert making.schedule.is_empty


def test_l06_values_of_data_that_is_there_are_merged() -> None:
    making = Making(1)
    making.made = 2
    making.schedule.put(of_data(2), 1)
    assert making.run() == [1, 2]


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.FAILED, Outcome.QUIET])
def test_v08_what_no_event_has_the_script_make_a_run_without_any_may(outcome: Outcome) -> None:
    making = Making(1, 2)
    assert making.run(outcome) == [1]
    assert making.run(makes=1) == []
    assert making.run() == [2]


def test_v08_data_that_never_comes_is_looked_for_once() -> None:
    making = Making(2, 3)
    making.schedule.put(of_data(1), 1)
    assert making.run() == [1]
    assert making.run() == []
    assert making.run() == [2, 3]
    assert making.schedule.is_empty


def test_v08_a_run_that_was_cut_has_looked_if_it_has_called_what_is_waited_for() -> None:
    making = Making(1, 2)
    making.run()
    assert making.schedule.awaited() == {"a"}
    assert making.run(Outcome.SUPERSEDED) == []
    assert making.run(Outcome.SUPERSEDED) == []
    making.has_called = True
    assert making.schedule.awaited() == set()
    assert making.run(Outcome.SUPERSEDED) == []
    assert making.run() == [2]


def test_v08_the_first_run_goes_on_to_its_end_for_data_that_it_does_not_show() -> None:
    made = Schedule(0, {"a"}.__contains__, is_ahead=lambda id, wire: True)
    made.put(of_data(1), 1)
    assert made.take().events == []
    assert made.awaited() == {NOTHING}
    made.ended(Outcome.DONE, has_begun=True)
    assert [event.number for event in made.take().events] == [1]


def test_n08_of_many_events_only_those_that_may_be_of_data_are_looked_at_each_time() -> None:
    asked: list[str] = []

    def is_ahead(id: str, wire: object) -> bool:
        asked.append(id)
        return False

    made = Schedule(0, {"a"}.__contains__, is_ahead=is_ahead)
    made.take()
    made.ended(Outcome.DONE, has_begun=True)
    for number in range(1, 500):
        made.put(value(number, "a"), 1)
        assert made.awaited() == set()
    assert len(made.take().events) == 499
    assert len(asked) < 3 * 499


class Looked(Event, frozen=True):
    """An event that counts how often anybody looks at what it is about."""

    times: ClassVar[list[int]] = []

    @property
    def ids(self) -> list[str]:
        Looked.times.append(self.number)
        return super().ids


def test_n08_a_run_looks_at_its_own_event_and_not_at_all_that_wait() -> None:
    made = Schedule(0, {"a"}.__contains__)
    made.take()
    made.ended(Outcome.DONE, has_begun=True)
    for number in range(1, 501):
        made.put(Looked(number, {}, "a"), 1)
    Looked.times.clear()
    for number in range(1, 501):
        assert made.may_supersede("event")
        assert [event.number for event in made.take().events] == [number]
        made.ended(Outcome.DONE, has_begun=True)
    assert len(Looked.times) < 10 * 500


def test_r04_a_run_that_was_cut_or_reran_is_followed_by_another() -> None:
    for outcome in Outcome:
        made = schedule(events=[])
        made.take()
        made.ended(outcome, has_begun=True)
        assert made.is_empty is (outcome not in (Outcome.SUPERSEDED, Outcome.RERUN))


def test_r08_what_an_abandoned_run_has_not_applied_comes_again() -> None:
    made = schedule("a", events=[click(1, "a")])
    request = made.take()
    assert made.taken == 1
    made.ended(Outcome.ABANDONED, has_begun=False, unapplied=request.events)
    assert made.taken == 0
    assert made.take().events == request.events


@given(st.data())
def test_l09_whatever_is_drawn_when_each_event_is_taken_once_and_in_order(
    data: st.DataObject,
) -> None:
    """Nothing is taken before its widget is known or a run has completed, and nothing is left."""
    known: set[str] = set()
    made = Schedule(0, known.__contains__)
    sent, taken, has_completed = 0, list[int](), False
    outcomes = st.sampled_from([Outcome.SUPERSEDED, Outcome.RERUN, Outcome.DONE, Outcome.FAILED])
    for _ in range(data.draw(st.integers(1, 20))):
        for _ in range(data.draw(st.integers(0, 3))):
            sent += 1
            id = data.draw(st.sampled_from(WIDGETS))
            made.put(data.draw(st.sampled_from([value, click]))(sent, id), 1)
        if made.is_empty:
            continue
        request = made.take(data.draw(st.none() | st.just(1)))
        assert has_completed or known.issuperset(id for e in request.events for id in e.ids)
        assert all(event.trigger is None for event in request.events[:-1])
        taken += [event.number for event in request.events]
        known |= data.draw(st.sets(st.sampled_from(WIDGETS)))
        outcome = data.draw(outcomes)
        made.ended(outcome, has_begun=True)
        has_completed = has_completed or outcome in (Outcome.DONE, Outcome.FAILED)
    made.ended(Outcome.DONE, has_begun=True)
    while not made.is_empty:
        taken += [event.number for event in made.take().events]
    assert taken == list(range(1, sent + 1))


def test_w23_what_was_entered_on_the_next_page_keeps_no_run_of_this_one_going() -> None:
    schedule = Schedule(0, lambda id: id == "main")
    schedule.take()
    schedule.put(Event(1, {"main": ["", 0, "b"]}, "main"), 1)
    schedule.put(Event(2, {"b/#x": 1}, None), 1)
    assert schedule.awaited() == set()
    assert [event.number for event in schedule.take().events] == [1]
    assert schedule.awaited() == {"b/#x"}


def test_w23_a_page_load_does_not_wait_for_the_end_of_a_page_that_was_gone_to() -> None:
    schedule = Schedule(0, lambda id: True)
    schedule.put(Event(1, {"main": ["", 0, "b"]}, "main"), 1)
    schedule.take()
    assert schedule.may_supersede("visit")
    schedule.put(Event(2, {}, "button"), 1)
    schedule.take()
    assert not schedule.may_supersede("visit")
