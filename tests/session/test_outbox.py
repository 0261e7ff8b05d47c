"""The outbox: numbered frames, kept until the browser has them."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.session import allowance
from ostinato.session.allowance import Allowance
from ostinato.session.outbox import PENDING_MESSAGES, Outbox, merge_updates
from ostinato.testing.replica import TreeReplica
from ostinato.wire.codec import decode_plain
from ostinato.wire.messages import (
    AckEvent,
    Append,
    Insert,
    Notification,
    Remove,
    ScriptChanged,
    Update,
)
from ostinato.wire.props import Props


class Note(Props, frozen=True):
    body: str


def numbers(frames: list[bytes] | None) -> list[int] | None:
    return None if frames is None else [decode_plain(frame)[0] for frame in frames]


def filled(count: int) -> Outbox:
    outbox = Outbox()
    for number in range(count):
        outbox.put(AckEvent(number))
        outbox.frame()
    return outbox


def test_all_that_is_pending_is_one_frame() -> None:
    outbox = Outbox()
    outbox.put(ScriptChanged())
    outbox.put_edits([Remove(["1"])])
    assert decode_plain(outbox.frame()) == [1, [["script_changed"], ["edits", [["remove", ["1"]]]]]]
    assert outbox.is_empty


def test_frames_are_kept_until_they_are_seen() -> None:
    outbox = filled(5)
    outbox.seen(2)
    assert numbers(outbox.since(2)) == [3, 4, 5]
    assert numbers(outbox.since(4)) == [5]
    assert numbers(outbox.since(5)) == []
    assert numbers(outbox.since(1)) is None
    assert numbers(outbox.since(6)) is None


def test_a_browser_that_never_answers_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(allowance, "MOST", 100)
    outbox = filled(50)
    assert numbers(outbox.since(0)) is None
    assert sum(map(len, outbox.since(49) or [])) <= 100


def test_edits_that_pile_up_give_way_to_the_whole_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MOST", 100)
    large = [Update("1", {"body": "x" * 200})]
    outbox = Outbox()
    outbox.put_edits(large)
    assert not outbox.is_overfull, "a large change is sent as it is"
    outbox.put(ScriptChanged())
    outbox.put_edits(large)
    outbox.put_edits(large)
    assert outbox.is_overfull
    assert outbox.take_pending() == [ScriptChanged()]
    assert not outbox.is_overfull


def test_n08_messages_that_pile_up_give_way_but_for_what_the_tree_does_not_tell() -> None:
    outbox = Outbox()
    outbox.put(Notification("dropped", "once"))
    for number in range(2 * PENDING_MESSAGES):
        outbox.put(AckEvent(number))
    assert outbox.is_overfull
    assert Notification("dropped", "once") in outbox.take_pending()
    for _ in range(2 * PENDING_MESSAGES):
        outbox.put(ScriptChanged())
    assert len(outbox.take_pending()) <= PENDING_MESSAGES


def test_n08_a_crowd_has_so_much_together_and_each_a_little() -> None:
    everyone = Allowance(in_all=10 * allowance.MOST)
    crowd = [Outbox(allowance=everyone) for _ in range(200)]
    for outbox in crowd:
        for number in range(80):
            outbox.put_edits([Update("1", {"body": "x" * 100_000})])
            if number < 40:
                outbox.frame()
    assert everyone.used < 10 * allowance.MOST + 200 * (allowance.LEAST + 300_000)
    while crowd:
        crowd.pop().close()
    assert everyone.used == 0


def test_numbers_go_on_after_the_whole_tree() -> None:
    outbox = filled(3)
    outbox.forget()
    assert numbers(outbox.since(2)) is None
    outbox.put(ScriptChanged())
    assert decode_plain(outbox.frame())[0] == 4


def mirrored(edits: list[Any]) -> list[Any]:
    mirror = TreeReplica()
    mirror.apply([Insert("1", "main", "", Note("a")), *edits])
    return mirror.outline("main")


def test_only_the_last_of_many_patches_is_sent() -> None:
    edits: list[Any] = [Update("1", {"body": str(number)}) for number in range(1000)]
    plain = mirrored([Update("1", {"body": "999"})])
    merged = merge_updates(edits)
    assert len(merged) == 1
    assert mirrored(merged) == plain


def test_a_patch_after_a_node_came_back_is_not_folded_into_one_before() -> None:
    edits: list[Any] = [
        Update("1", {"body": "b"}),
        Remove(["1"]),
        Insert("1", "main", "", Note("c")),
        Update("1", {"body": "d"}),
    ]
    assert mirrored(merge_updates(edits)) == [("1", {"kind": "note", "body": "d"}, None, [])]


def test_pieces_of_a_text_become_one() -> None:
    pieces = [Append("1", "body", letter) for letter in "abc"]
    assert merge_updates(pieces) == [Append("1", "body", "abc")]


STEPS = {
    "a": Append("1", "body", "a"),
    "b": Append("1", "body", "b"),
    "o": Append("2", "body", "o"),
    "u": Update("1", {"body": "u"}),
    "w": Update("1", {"wrap": False}),
}


@given(st.text("".join(STEPS) + "i", max_size=12))
def test_what_is_merged_leads_to_the_same_text(order: str) -> None:
    steps = {**STEPS, "i": Insert("1", "main", "", Note("i"))}
    start = Insert("2", "main", "", Note("o"))

    def edits() -> list[Any]:
        chosen: list[Any] = []
        for letter in order:
            chosen += [Remove(["1"])] if letter == "i" else []
            chosen.append(copy.deepcopy(steps[letter]))
        return chosen

    assert mirrored([start, *merge_updates(edits())]) == mirrored([start, *edits()])


def test_n08_what_is_closed_gives_its_share_back_and_takes_no_more() -> None:
    everyone = Allowance()
    outbox = Outbox(allowance=everyone)
    outbox.put(ScriptChanged())
    outbox.frame()
    for _ in range(2):
        outbox.put_edits([Update("1", {"body": "x" * 1000})])
    assert everyone.used > 1000
    outbox.close()
    assert everyone.used == 0
    assert len(outbox.frame()) > 2000, "the last frame can still be sent"
    for _ in range(3):
        outbox.put_edits([Update("1", {"body": "y" * 1000})])
    outbox.close()
    assert everyone.used == 0
    outbox.take_pending()
    del outbox
    assert everyone.used == 0
