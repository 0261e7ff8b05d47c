"""The tab that tests and benchmarks use does what a page does."""

from typing import Any

import pytest

from ostinato.testing.tab import ACK_EVERY, Tab
from ostinato.wire.codec import encode
from ostinato.wire.messages import (
    AckBatch,
    AckEvent,
    Batch,
    ClientMessage,
    Edits,
    Insert,
    RunEnded,
    RunStarted,
    ServerMessage,
    Set,
    Welcome,
)
from ostinato.wire.props import Page


class Recorded(Tab):
    """A tab whose server is the test."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[ClientMessage] = []
        self.hear(0, welcome(is_resumed=False, received=0))
        self.hear(1, Edits([Insert(id, "main", "", Page(), 0) for id in "ab"]))

    def transmit(self, message: ClientMessage) -> None:
        self.sent.append(message)

    def hear(self, number: int, *messages: ServerMessage) -> list[Any]:
        return self.receive(encode(Batch(number, [*messages])))


def welcome(*, is_resumed: bool, received: int, applied: int = 0) -> Welcome:
    return Welcome("id", is_resumed, applied, received, True, False, False, 1000, "app", "1")


def test_what_is_not_confirmed_is_sent_again_in_order() -> None:
    tab = Recorded()
    events = [tab.send({"a": number}) for number in range(4)]
    tab.hear(2, AckEvent(2))
    tab.sent.clear()
    tab.hear(0, welcome(is_resumed=True, received=0))
    assert tab.sent == tab.unconfirmed == events[2:]
    assert tab.hello().next == 3


def test_numbers_that_the_server_has_had_are_taken() -> None:
    tab = Recorded()
    tab.hear(0, welcome(is_resumed=True, received=7))
    assert tab.send({}).number == 8


def test_values_are_part_of_the_page_once_and_what_a_press_carries_never() -> None:
    tab = Recorded()
    tab.send({"a": 1, "b": 2}, "b")
    tab.hear(2, RunStarted(1))
    assert tab.page.values == {"main": None, "a": 1, "b": 0}
    tab.send({"unknown": 3})
    tab.hear(3, Edits([Set("a", 5)]), RunStarted(2))
    assert tab.page.values == {"main": None, "a": 5, "b": 0}


def test_a_session_that_was_restored_applies_again_what_it_has_lost() -> None:
    tab = Recorded()
    tab.send({"a": 1})
    tab.hear(2, RunStarted(1), RunEnded("done"))
    assert tab.is_settled
    tab.hear(0, welcome(is_resumed=False, received=0))
    assert not tab.is_settled
    tab.hear(9, Edits([Set("a", 0)]), RunStarted(1), RunEnded("done"))
    assert tab.page.values["a"] == 1
    assert tab.is_settled


def test_a_batch_counts_once_and_none_may_be_missing() -> None:
    tab = Recorded()
    assert tab.hear(1, Edits([Insert("a", "main", "", Page())])) == []
    with pytest.raises(ValueError, match="none may be missing, got number=3 after 1"):
        tab.hear(3)


def test_batches_are_acknowledged_now_and_then() -> None:
    tab = Recorded()
    for number in range(2, 2 * ACK_EVERY + 1):
        tab.hear(number)
    assert tab.sent == [AckBatch(ACK_EVERY), AckBatch(2 * ACK_EVERY)]
