"""Objects that keys have in common stay common, and are never stored at different ages (S17)."""

import gc
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memory import Memory
from ostinato.errors import UnreadableSessionStateError
from ostinato.state.sharing import Sharing, objects_of


class Player:
    def __init__(self, name: str) -> None:
        self.name = name
        self.points: list[int] = []


def groups(memory: Memory) -> set[str]:
    return {name for name in memory.stored if name[0] == "g"}


@pytest.mark.parametrize("order", ["player first", "game first"])
@pytest.mark.parametrize("runs", [0, 1, 3])
def test_s17_one_object_under_two_keys_stays_one(order: str, runs: int) -> None:
    memory = Memory()
    player = Player("Ada")
    game = {"players": [player, Player("Bob")]}
    keys: list[tuple[str, Any]] = [("player", player), ("game", game)]
    for key, value in keys if order == "player first" else reversed(keys):
        memory.state[key] = value
    for _ in range(runs):
        memory.end_run()
    for round in range(3):
        memory = memory.restored()
        # Only one of them is touched.
        if round % 2:
            memory.state["player"].points.append(round)
        else:
            memory.state["game"]["players"][0].points.append(round)
        memory.end_run()
        memory.end_run()
    memory = memory.restored()
    assert memory.state["player"] is memory.state["game"]["players"][0]
    assert memory.state["player"].points == [0, 1, 2]


@pytest.mark.parametrize(
    ("make", "change", "read"),
    [
        (list, lambda x: x.append(1), list),
        (dict, lambda x: x.update(a=1), dict),
        (set, lambda x: x.add(1), set),
        (lambda: bytearray(b"a"), lambda x: x.extend(b"b"), bytes),
        (SimpleNamespace, lambda x: setattr(x, "a", 1), lambda x: x.a),
        (lambda: np.zeros(3), lambda x: x.fill(2), lambda x: x.tolist()),
        (
            lambda: pd.DataFrame({"a": [1, 2]}),
            lambda x: x.__setitem__("b", 1),
            lambda x: list(x.columns),
        ),
        (lambda: Player("x"), lambda x: x.points.append(1), lambda x: x.points),
        (lambda: iter([1, 2, 3]), next, lambda x: list(x)),
    ],
)
@pytest.mark.parametrize(
    ("hold", "held"),
    [
        (lambda x: {"deep": [x]}, lambda b: b["deep"][0]),
        (lambda x: {"x": x}, lambda b: b["x"]),
        (lambda x: ((x,), 1), lambda b: b[0][0]),
        (lambda x: [{"y": ((x,),)}], lambda b: b[0]["y"][0][0]),
    ],
)
def test_s17_any_object_that_can_change_is_found(
    make: Callable[[], Any],
    change: Callable[[Any], Any],
    read: Callable[[Any], Any],
    hold: Callable[[Any], Any],
    held: Callable[[Any], Any],
) -> None:
    memory = Memory()
    memory.state["a"] = make()
    memory.state["b"] = hold(memory.state["a"])
    # Python forgets what it need not look at.
    gc.collect()
    memory = memory.restored()
    change(memory.state["a"])
    memory.end_run()
    change_seen = Memory(memory.stored)
    assert change_seen.state["a"] is held(change_seen.state["b"])
    assert read(change_seen.state["a"]) == read(memory.state["a"])


def test_s17_what_begins_to_be_shared_is_stored_together_from_then_on() -> None:
    memory = Memory()
    memory.state.update(a=[1], b={"x": None}, c=[[3]])
    memory = memory.restored()
    assert not groups(memory)
    memory.state["b"]["x"] = memory.state["a"]
    memory.end_run()
    assert len(groups(memory)) == 1
    memory.state["c"][0] = memory.state["a"]
    memory.end_run()
    assert len(groups(memory)) == 1
    memory = memory.restored()
    memory.state["c"][0].append(2)
    memory.end_run()
    memory = Memory(memory.stored)
    assert memory.state["a"] == [1, 2]
    assert memory.state["b"]["x"] is memory.state["a"] is memory.state["c"][0]


@pytest.mark.parametrize("moves", [False, True])
def test_s17_what_is_no_longer_shared_parts(moves: bool) -> None:
    memory = Memory()
    memory.state["a"] = [1]
    memory.state["b"] = {"x": memory.state["a"]}
    memory.end_run()
    assert len(groups(memory)) == 1
    if moves:
        memory = memory.restored()
    memory.state["b"]["x"] = list(memory.state["a"])
    memory.state["b"]["y"] = 1
    memory.end_run()
    assert not groups(memory)
    memory.state["a"].append(2)
    assert memory.end_run() == {"pa"}
    memory = memory.restored()
    assert (memory.state["a"], memory.state["b"]) == ([1, 2], {"x": [1], "y": 1})


@pytest.mark.parametrize("does", ["assign", "delete", "lock"])
def test_s17_others_stay_when_one_of_them_goes_before_they_were_read(does: str) -> None:
    memory = Memory()
    memory.state["a"] = [1]
    memory.state["b"] = {"x": memory.state["a"]}
    memory.state["c"] = (memory.state["a"],)
    memory = memory.restored()
    if does == "assign":
        memory.state["a"] = 5
    elif does == "delete":
        del memory.state["a"]
    else:
        memory.state["a"] = (n for n in [1])
    memory.end_run()
    memory.end_run()
    memory = memory.restored()
    assert memory.state["b"]["x"] == [1]
    memory.state["b"]["x"].append(2)
    memory.end_run()
    memory = memory.restored()
    assert memory.state["c"][0] is memory.state["b"]["x"]
    assert memory.state["c"] == ([1, 2],)
    assert memory.state.get("a") == (5 if does == "assign" else None)


@pytest.mark.parametrize("size", [1, 50_000])
def test_s17_what_was_restored_and_not_changed_is_known_to_be_shared(size: int) -> None:
    memory = Memory()
    memory.state["a"] = [[n] for n in range(size)]
    memory.state["b"] = [0]
    memory = memory.restored()
    memory.state["b"].append(memory.state["a"])
    memory.end_run()
    memory.end_run()
    memory.state["a"].append("more")
    memory = memory.restored()
    assert memory.state["b"][1] is memory.state["a"]
    assert memory.state["a"][-1] == "more"


def test_s17_two_groups_and_one_that_joins_them() -> None:
    memory = Memory()
    one, two = [1], [2]
    memory.state.update(a=one, b=[one], c=two, d=[two])
    memory.end_run()
    assert len(groups(memory)) == 2
    memory.state["e"] = [one, two]
    memory.end_run()
    assert len(groups(memory)) == 1
    del memory.state["e"]
    memory.state["a"].append(0)
    memory.state["c"].append(0)
    memory = memory.restored().restored()
    assert len(groups(memory)) == 2
    assert memory.state["b"][0] is memory.state["a"]
    assert memory.state["d"][0] is memory.state["c"]
    assert memory.state["b"] == [[1, 0]]


def test_s17_a_group_whose_entry_is_gone_is_unreadable_and_kept() -> None:
    memory = Memory()
    memory.state["a"] = [1]
    memory.state["b"] = [memory.state["a"]]
    memory.end_run()
    (group,) = groups(memory)
    lost = Memory({name: value for name, value in memory.stored.items() if name != group})
    with pytest.raises(UnreadableSessionStateError, match="a part of it is not in the store"):
        lost.state["a"]
    lost.end_run()
    assert lost.stored.keys() == {"pa", "pb"}


def test_s17_a_group_that_can_no_longer_be_stored_comes_apart_and_is_told() -> None:
    memory = Memory()
    memory.state["a"] = [1]
    memory.state["b"] = [memory.state["a"]]
    memory.end_run()
    memory.state["a"].append(n for n in [1])
    memory.end_run()
    assert {name for name, _ in memory.encoder.new_problems()} == {"a", "b"}
    assert memory.stored == {}
    memory.state["a"].pop()
    memory.end_run()
    memory = memory.restored()
    assert memory.state["b"][0] is memory.state["a"]


def test_s15_s17_a_copy_shares_its_own_objects() -> None:
    memory = Memory()
    memory.state["a"] = [1]
    memory.state["b"] = [memory.state["a"]]
    copy = memory.restored(session="copy", source="session")
    copy.end_run()
    for _ in range(2):
        copy = Memory(copy.stored, session="copy")
        assert copy.state["a"] is copy.state["b"][0]
        copy.state["a"].append(2)
        copy.end_run()
    again = Memory(memory.stored, session="third", source="session")
    again.state["b"][0].append(9)
    again.end_run()
    again = Memory(again.stored, session="third")
    assert again.state["a"] == [1, 9]


def test_what_only_looks_alike_is_stored_alone() -> None:
    memory = Memory()
    name = "a text that all have" * 10
    point = (1.5, name)
    columns = pd.Index(["x", "y"])
    memory.state.update(
        a={"name": name, "point": point},
        b={"name": name, "point": point},
        c=pd.DataFrame([[1, 2]], columns=columns),
        d=pd.DataFrame([[3, 4]], columns=columns),
        e=np.zeros(3),
        f=np.ones(3),
        g=Player,
        h=[Player],
    )
    for _ in range(3):
        memory.end_run()
        for key in memory.state:
            memory.state[key]
        assert not groups(memory)


KEYS = "abcd"


@example([("link", "b", "c"), ("move", "a", "a"), ("new", "c", "a")])
@example([("link", "a", "b"), ("move", "a", "a"), ("link", "c", "a")])
@example([("link", "b", "c"), ("link", "a", "c"), ("end", "a", "a"), ("delete", "c", "a")])
@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["link", "link", "new", "append", "delete", "end", "move", "read"]),
            st.sampled_from(KEYS),
            st.sampled_from(KEYS),
        ),
        max_size=25,
    )
)
def test_s17_state_is_as_if_there_were_no_store(steps: list[tuple[str, str, str]]) -> None:
    """The model is a dict: values, and who shares with whom, are what they would be in it."""
    memory = Memory()
    model: dict[str, Any] = {}
    for state in (memory.state, model):
        state.update((key, [key]) for key in KEYS)
    for number, (does, key, other) in enumerate(steps):
        for state in (memory.state, model):
            act(state, does, key, other, number)
        if does == "end":
            memory.end_run()
        elif does == "move":
            memory = memory.restored()
    memory = memory.restored()
    assert dict(memory.state) == model
    for key in model:
        memory.state[key].append("mark")
        model[key].append("mark")
        assert dict(memory.state) == model


def act(state: Any, does: str, key: str, other: str, number: int) -> None:
    if does == "new":
        state[key] = [number]
    elif key not in state:
        return
    elif does == "link" and other in state and not reaches(state[other], state[key]):
        state[key].append(state[other])
    elif does == "append":
        state[key].append(number)
    elif does == "delete":
        del state[key]
    elif does == "read":
        state[key]


def reaches(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, list) and any(reaches(each, other) for each in one))


class Moody:
    """It holds others, and can be stored whenever it has no error."""

    def __init__(self, *held: Any) -> None:
        self.held = held
        self.error: BaseException | None = None

    def __getstate__(self) -> dict[str, Any]:
        if self.error is not None:
            raise self.error
        return {"held": self.held, "error": None}


PASSING, FOR_EVER = OSError("disk"), TypeError("cannot pickle 'x'")


@pytest.mark.parametrize("error", [PASSING, FOR_EVER])
@pytest.mark.parametrize("is_new", [False, True])
@pytest.mark.parametrize("name", ["aa", "z"])
def test_s17_the_others_stay_together_while_one_cannot_be_stored(
    name: str, is_new: bool, error: BaseException
) -> None:
    memory = Memory()
    rows, other = [1], [1]
    memory.state.update(a=rows, b={"rows": rows}, d=other, e={"rows": other})
    moody = Moody() if is_new else Moody(rows, other)
    memory.state[name] = moody
    memory.end_run()
    assert len(groups(memory)) == (2 if is_new else 1)
    moody.error = error
    moody.held = rows, other
    if is_new:
        memory.state[name] = moody
    for number in (2, 3):
        memory.state["b"]["rows"].append(number)
        memory.state["d"].append(number)
        memory.end_run()
        crashed = Memory(memory.stored)
        assert crashed.state["a"] == crashed.state["d"] == [*range(1, number + 1)]
        assert crashed.state["a"] is crashed.state["b"]["rows"]
        assert crashed.state["d"] is crashed.state["e"]["rows"]
        # The bytes of a passing failure are there, and said to be older.
        assert (name in crashed.state) == (error is PASSING)
    assert memory.problem(name)
    # All are one again as soon as it can be stored, whoever of them is touched.
    moody.error = None
    if error is FOR_EVER:
        memory.state[name] = moody
    memory.end_run()
    memory = Memory(memory.stored)
    assert memory.state["a"] is memory.state[name].held[0] is memory.state["b"]["rows"]
    assert memory.state["d"] is memory.state[name].held[1] is memory.state["e"]["rows"]
    assert len(groups(memory)) == 1


def test_s17_a_new_partner_that_cannot_be_stored_leaves_the_others_alone() -> None:
    memory = Memory()
    rows = [1]
    moody = Moody([rows])
    memory.state.update(moody=moody, a=None)
    memory.end_run()
    memory.end_run()
    # Nobody touches the one that fails.
    moody.error = PASSING
    memory.state["a"] = {"rows": rows}
    memory.end_run()
    assert memory.problem("moody")
    assert Memory(memory.stored).state["a"] == {"rows": [1]}
    moody.error = None
    memory.end_run()
    memory = Memory(memory.stored)
    assert memory.state["a"]["rows"] is memory.state["moody"].held[0][0]


def test_s17_a_web_of_lists_is_gone_through_once() -> None:
    web: list[Any] = [1]
    for _ in range(100):
        web = [web, web]
    held = objects_of(web, None)
    assert len(held) == 101


def test_s17_what_a_function_holds_is_found() -> None:
    rows = [1]
    memory = Memory()
    memory.state.update(rows=rows, count=lambda: len(rows))
    memory = memory.restored()
    memory.state["rows"].append(2)
    assert memory.state["count"]() == 2


def test_s17_what_was_changed_through_a_key_that_is_gone_is_stored() -> None:
    memory = Memory()
    draft = {"title": "?"}
    memory.state.update(draft=draft, todo=[draft])
    memory.end_run()
    memory.end_run()
    memory.state["draft"]["title"] = "done"
    del memory.state["draft"]
    memory.end_run()
    assert Memory(memory.stored).state["todo"] == [{"title": "done"}]


def test_s17_what_is_changed_through_a_key_that_cannot_be_stored_now_is_stored() -> None:
    memory = Memory()
    rows = [0]
    moody = Moody(rows)
    memory.state.update(rows=rows, moody=moody)
    memory.end_run()
    memory.end_run()
    moody.error = PASSING
    for number in range(1, 5):
        # Nobody touches the other key.
        memory.state["moody"].held[0].append(number)
        memory.end_run()
        assert Memory(memory.stored).state["rows"] == [*range(number + 1)]


@pytest.mark.parametrize("are_read", [False, True])
def test_s18_an_older_value_can_be_read_whatever_becomes_of_its_partners(are_read: bool) -> None:
    memory = Memory()
    rows = [1]
    memory.state.update(a=rows, b=[rows], e=[rows])
    memory = memory.restored()
    moody = Moody()
    moody.error = PASSING
    memory.state["e"] = moody
    if are_read:
        memory.state["a"].append(2)
    else:
        memory.state.update(a=[3], b=[4])
    for _ in range(2):
        memory.end_run()
        assert "older value" in memory.problem("e")
        assert Memory(memory.stored).state["e"] == [[1]]
        assert Memory(memory.stored).state["a"] == ([1, 2] if are_read else [3])
        memory.state["b"].append(5)


class Model:
    """It has something that can never be stored, and a list that another key has too."""

    def __init__(self, rows: list[int]) -> None:
        self.lock = threading.Lock()
        self.rows = rows


@pytest.mark.parametrize("is_first", [False, True])
def test_s17_what_is_changed_through_a_key_that_can_never_be_stored_is_stored(
    is_first: bool,
) -> None:
    memory = Memory()
    rows = [0]
    if is_first:
        memory.state.update(model=Model(rows), rows=rows, other=[1])
    else:
        memory.state.update(rows=rows, other=[1], model=Model(rows))
    for number in range(1, 5):
        memory.end_run()
        # Nobody touches the other key.
        memory.state["model"].rows.append(number)
    memory.end_run()
    restored = Memory(memory.stored)
    assert restored.state["rows"] == [0, 1, 2, 3, 4]
    assert "model" not in restored.state


def test_s17_a_large_value_that_cannot_be_stored_is_not_searched_to_the_end() -> None:
    class Asked(dict[int, set[str]]):
        times = 0

        def get(self, key: int, default: Any = None) -> Any:
            self.times += 1
            return super().get(key, default)

    sharing = Sharing()
    sharing._owners = asked = Asked()  # noqa: SLF001
    sharing.within([[n] for n in range(200_000)])
    assert 1 < asked.times <= 20_000
