"""The inbox: each event once and in order (+L01), values merged, triggers never (+L06)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.errors import WireError
from ostinato.session.inbox import LIMIT, LIMIT_BYTES, Inbox
from ostinato.wire.messages import Event


def value(number: int) -> Event:
    return Event(number, {"field": number}, None)


def always(event: Event) -> bool:
    return True


def click(number: int) -> Event:
    return Event(number, {}, "button")


def take_all(inbox: Inbox) -> list[list[int]]:
    batches = []
    while inbox:
        batches.append([event.number for event in inbox.take(always)])
    return batches


@given(st.data())
def test_l01_each_event_once_and_in_order_however_it_arrives(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 30))
    repeats = data.draw(st.lists(st.integers(1, count), max_size=30))
    inbox, taken = Inbox(), []
    for number in data.draw(st.permutations([*range(1, count + 1), *repeats])):
        inbox.put(value(number))
        if data.draw(st.booleans()):
            taken += [event.number for event in inbox.take(always)]
    taken += [event.number for event in inbox.take(always)]
    assert taken == list(range(1, count + 1))


def test_l06_l11_value_changes_are_taken_together_and_a_trigger_after_them() -> None:
    inbox = Inbox()
    for event in (value(1), value(2), click(3), click(4), value(5)):
        inbox.put(event)
    assert take_all(inbox) == [[1, 2], [3], [4], [5]]


def test_l01_an_event_of_before_a_restart_is_not_applied_again() -> None:
    inbox = Inbox(last=7)
    inbox.put(click(7))
    inbox.put(click(8))
    assert take_all(inbox) == [[8]]


def test_a_rerun_that_is_asked_for_after_a_press_is_the_run_of_the_press() -> None:
    inbox = Inbox()
    events = [value(1), click(2), Event(3, {}, None), Event(4, {}, None), value(5), click(6)]
    for event in events:
        inbox.put(event)
    assert take_all(inbox) == [[1], [2, 3, 4], [5], [6]]


@pytest.mark.parametrize("first", [1, 2])
def test_a_flood_is_refused(first: int) -> None:
    inbox = Inbox()
    for number in range(first, LIMIT + first):
        inbox.put(click(number))
    with pytest.raises(WireError, match=f"event: at most {LIMIT} may wait"):
        inbox.put(click(LIMIT + first))


@pytest.mark.parametrize("first", [1, 2])
def test_large_events_do_not_pile_up(first: int) -> None:
    inbox = Inbox()
    inbox.put(value(first), LIMIT_BYTES)
    inbox.put(value(first + 1), LIMIT_BYTES)
    with pytest.raises(WireError, match="bytes may wait, got 134217728: slow down"):
        inbox.put(value(first + 2), 1)


def test_large_events_that_were_taken_do_not_count() -> None:
    inbox = Inbox()
    for number in (1, 2, 3):
        inbox.put(value(number), LIMIT_BYTES + 1)
        assert take_all(inbox) == [[number]]


def test_what_may_be_of_data_is_found_in_its_order() -> None:
    inbox = Inbox()
    events = [Event(n, {"a": {"of": n} if n % 2 else n}, None) for n in range(1, 6)]
    for event in reversed(events):
        inbox.put(event)
    assert inbox.of_data() == [events[0], events[2], events[4]]
    taken = inbox.take(lambda event: True, 3)
    assert inbox.of_data() == [events[4]]
    inbox.put_back(taken)
    assert inbox.of_data() == [events[0], events[2], events[4]]
