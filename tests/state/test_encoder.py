"""The encoder: only what changed is handed on, and all of it comes back (S10 to S14)."""

import json
from base64 import b64decode
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from memory import MEGABYTE, Memory, run_as_main
from ostinato.errors import UnreadableSessionStateError
from ostinato.state.signing import BadSignature, KeyRing
from ostinato.values.boolean import Boolean


class UpTo:
    """An answer that takes any number up to a limit, and no number."""

    def __init__(self, limit: int = 100) -> None:
        self.limit = limit

    def decode(self, value: Any) -> Any:
        if value is not None and value > self.limit:
            raise ValueError(value)
        return value

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        value = self.decode(value)
        return value, value


def test_only_what_changed_is_handed_on() -> None:
    memory = Memory()
    memory.state.update(a=1, b=[1], c="x")
    assert memory.end_run() == {"pa", "pb", "pc"}
    assert memory.end_run() == set()
    memory.state["a"] += 1
    memory.state["b"] = [1]
    memory.state["c"]
    assert memory.end_run() == {"pa"}


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ([1], lambda value: value.append(2)),
        ({"a": [1]}, lambda value: value["a"].append(2)),
        ({1}, lambda value: value.add(2)),
        (bytearray(b"a"), lambda value: value.extend(b"b")),
        (np.zeros(1000), lambda value: value.__setitem__(999, 1.0)),
        (np.zeros((40, 40), order="F"), lambda value: value.__setitem__((3, 4), 1.0)),
        (np.zeros((40, 40))[::2, ::2], lambda value: value.__setitem__((3, 4), 1.0)),
        (np.array(["a", None]), lambda value: value.__setitem__(0, "b")),
        (pd.DataFrame({"n": [1, 2], "t": ["a", "b"]}), lambda df: df.__setitem__("new", 0)),
        (pd.DataFrame({"n": [1, 2]}), lambda df: df.__setattr__("columns", ["m"])),
        (pd.Series([1, 2]), lambda series: series.__setitem__(0, 9)),
    ],
)
def test_s11_what_is_changed_in_place_is_handed_on(value: Any, change: Any) -> None:
    memory = Memory()
    memory.state["value"] = value
    memory.end_run()
    memory.end_run()
    change(memory.state["value"])
    assert memory.end_run() == {"pvalue"}
    assert_alike(memory.restored().state["value"], value)


def test_s11_a_callback_may_change_what_the_run_before_has_read() -> None:
    memory = Memory()
    memory.state["items"] = []
    memory.end_run()
    items = memory.state["items"]
    memory.end_run()
    items.append(1)
    assert memory.end_run() == {"pitems"}


@pytest.mark.parametrize(
    "value",
    [
        np.arange(10.0),
        pd.DataFrame({"n": np.arange(10), "t": ["a"] * 10, "d": pd.date_range("2026", periods=10)}),
        pd.DataFrame({"c": pd.Categorical(["a", "b"])}, index=["x", "y"]),
    ],
)
def test_arrays_can_be_written_to_after_a_restore(value: Any) -> None:
    memory = Memory()
    memory.state["value"] = value
    restored = memory.restored().state["value"]
    assert_alike(restored, value)
    if isinstance(restored, np.ndarray):
        restored[0] = 7
    else:
        restored.iloc[0, 0] = value.iloc[1, 0]
        restored["more"] = 1


def test_an_array_that_could_not_be_written_to_still_cannot() -> None:
    memory = Memory()
    memory.state["value"] = np.arange(10)
    memory.state["value"].flags.writeable = False
    assert not memory.restored().state["value"].flags.writeable


def test_arrays_that_share_memory_are_as_they_were() -> None:
    memory = Memory()
    whole = np.arange(1000)
    memory.state["value"] = {"whole": whole, "again": whole}
    restored = memory.restored().state["value"]
    assert restored["whole"] is restored["again"]


def test_what_is_removed_is_removed() -> None:
    memory = Memory()
    memory.state.update(a=1, b=2, c=3)
    memory.end_run()
    del memory.state["a"]
    memory.state.pop("b")
    assert memory.end_run() == {"pa", "pb"}
    memory.state.clear()
    assert memory.end_run() == {"pc"}
    assert memory.stored == {}


def test_what_came_and_went_within_a_run_is_not_spoken_of() -> None:
    memory = Memory()
    memory.state["a"] = 1
    del memory.state["a"]
    assert memory.end_run() == set()


def test_a_widget_that_gave_way_to_a_plain_value_comes_back_as_that() -> None:
    memory = Memory()
    memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
    memory.state.inputs.sweep()
    memory.end_run()
    memory.state["k"] = memory.state["k"]
    memory.state.inputs.sweep()
    assert memory.end_run() == {"pk", "w#k"}
    assert dict(memory.restored().state) == {"k": 1}


def test_what_was_restored_and_read_is_not_handed_on_again() -> None:
    memory = Memory()
    memory.state.update(a=[1], b=np.arange(9), c={"d": "e"})
    restored = memory.restored()
    dict(restored.state)
    assert restored.end_run() == set()


@pytest.mark.parametrize("runs_between", [0, 3])
def test_w07_the_default_of_an_echo_is_remembered(runs_between: int) -> None:
    memory = Memory()

    def call(default: int) -> int:
        widget, _ = memory.state.inputs.call("n-1", None, UpTo(), default, default)
        value: int = widget.value
        return value

    call(0)
    memory.state.inputs.change("n-1", 5)
    for _ in range(1 + runs_between):
        memory.end_run()
    assert call(0) == 5
    memory.end_run()
    memory.end_run()
    memory.end_run()
    assert call(5) == 5
    memory = memory.restored()
    assert call(0) == 0


def test_w07_that_a_person_has_changed_a_widget_is_remembered_until_it_is_drawn() -> None:
    memory = Memory()
    memory.state.inputs.call("n-1", None, UpTo(), 0, 0)
    memory.state.inputs.change("n-1", 5)
    changed = memory.restored()
    assert changed.state.inputs.call("n-1", None, UpTo(), 1, 1)[1] == 5
    for _ in range(3):
        memory.end_run()
    memory.state.inputs.call("n-1", None, UpTo(), 0, 0)
    drawn = memory.restored()
    assert drawn.state.inputs.call("n-1", None, UpTo(), 1, 1)[1] == 1


def test_w08_a_value_that_had_to_give_way_does_not_come_back() -> None:
    memory = Memory()
    memory.state.inputs.call("#k", "k", UpTo(), 0, 0)
    memory.state.inputs.change("#k", 50)
    memory.state.inputs.call("#k", "k", UpTo(), 0, 0)
    for _ in range(3):
        memory.end_run()
    memory.state.inputs.call("#k", "k", UpTo(9), 0, 0)
    assert memory.restored().state["k"] == 0


def test_w15_a_button_whose_key_was_deleted_has_it_again_when_it_was_pressed() -> None:
    memory = Memory()
    memory.state.inputs.call_press("#go", "go", Boolean(), False, "button")
    memory.end_run()
    del memory.state["go"]
    for _ in range(3):
        memory.end_run()
    memory.state.inputs.press("#go")
    memory.state.inputs.release("#go")
    assert memory.restored().state["go"] is False


def test_w10_that_a_widget_persists_now_is_remembered() -> None:
    memory = Memory()
    widget, _ = memory.state.inputs.call("#k", "k", UpTo(), 0, 0)
    memory.end_run()
    memory.end_run()
    memory.state.inputs.persist(widget, True)
    restored = memory.restored()
    restored.state.inputs.sweep()
    assert restored.state["k"] == 0


def test_a_button_cannot_be_pressed_before_it_is_drawn_with_its_callback() -> None:
    memory = Memory()
    memory.state.inputs.call_press("#go", "go", Boolean(), False, "button")
    restored = memory.restored()
    assert restored.state["go"] is False
    with pytest.raises(LookupError, match="#go"):
        restored.state.inputs.press("#go")
    restored.state.inputs.call_press("#go", "go", Boolean(), False, "button")
    restored.state.inputs.press("#go")
    assert restored.state["go"] is True


def test_what_nobody_reads_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    memory.state["a"] = Loud()
    memory.state["b"] = 2
    restored = memory.restored()
    assert restored.state["b"] == 2
    assert restored.end_run() == set()
    assert Loud.restored == 0
    assert isinstance(restored.state["a"], Loud)
    assert Loud.restored == 1


class Loud:
    restored = 0

    def __setstate__(self, state: object) -> None:
        Loud.restored += 1

    def __getstate__(self) -> int:
        return 1


def broken(signed: bytes) -> bytes:
    return signed[:-1] + bytes([signed[-1] ^ 1])


@pytest.fixture
def unreadable() -> Memory:
    """Return a session with a key, and a widget, whose bytes do not verify."""
    memory = Memory()
    memory.state.update(good=1, bad=[2])
    memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
    memory.state.inputs.change("#k", 7)
    memory.end_run()
    changed = {name: broken(memory.stored[name]) for name in ("pbad", "w#k")}
    return Memory({**memory.stored, **changed})


ALTERED = "it was altered, or belongs to another place"


@pytest.mark.parametrize("key", ["bad", "k"])
@pytest.mark.parametrize(
    "read",
    [
        lambda state, key: state[key],
        lambda state, key: state.get(key),
        lambda state, key: state.setdefault(key, 5),
        lambda state, key: state.pop(key, None),
        lambda state, key: dict(state),
    ],
)
def test_s13_what_cannot_be_read_is_present_and_says_so(
    unreadable: Memory, key: str, read: Any
) -> None:
    stored = dict(unreadable.stored)
    for _ in range(2):
        assert key in unreadable.state
        assert set(unreadable.state) == {"good", "bad", "k"}
        assert len(unreadable.state) == 3
        with pytest.raises(UnreadableSessionStateError) as caught:
            read(unreadable.state, key)
        assert ALTERED in str(caught.value)
        with pytest.raises(UnreadableSessionStateError, match=f"session_state.{key}: "):
            unreadable.state[key]
        unreadable.end_run()
    assert unreadable.problem(key) == f"it cannot be read: {ALTERED}"
    assert [name for name, _ in unreadable.encoder.new_problems()].count(key) == 1
    assert unreadable.stored == stored
    everything = unreadable.encoder.everything(unreadable.state)
    assert {name: everything[name] for name in ("pbad", "w#k")} == {
        name: stored[name] for name in ("pbad", "w#k")
    }
    assert unreadable.encoder.is_whole(unreadable.state)


def test_s13_what_cannot_be_read_gives_way_when_its_key_is_written(unreadable: Memory) -> None:
    unreadable.state["bad"] = 3
    unreadable.state["k"] = 4
    assert unreadable.end_run() == {"pbad", "pk", "w#k"}
    assert unreadable.problem("bad") == ""
    assert dict(unreadable.restored().state) == {"good": 1, "bad": 3, "k": 4}


def test_s13_what_cannot_be_read_can_be_deleted(unreadable: Memory) -> None:
    del unreadable.state["bad"]
    del unreadable.state["k"]
    assert unreadable.end_run() == {"pbad", "w#k"}
    assert dict(unreadable.state) == {"good": 1}
    with pytest.raises(KeyError):
        del unreadable.state["bad"]


def test_s13_what_cannot_be_read_is_made_again_by_its_hook(unreadable: Memory) -> None:
    unreadable.state.rebuilders["bad"] = lambda: "made"
    assert unreadable.state["bad"] == "made"
    assert unreadable.end_run() == {"pbad"}
    assert unreadable.restored().state["bad"] == "made"


def test_s13_a_widget_that_cannot_be_read_begins_at_its_default_beside_its_bytes(
    unreadable: Memory,
) -> None:
    before = unreadable.stored["w#k"]
    for _ in range(3):
        widget, shown = unreadable.state.inputs.call("#k", "k", UpTo(), 1, 1)
        assert (widget.value, shown) == (1, 1)
        assert unreadable.state["k"] == 1
        unreadable.state.inputs.sweep()
        unreadable.end_run()
    unreadable.state.inputs.sweep()
    unreadable.end_run()
    assert unreadable.stored["w#k"] == before
    unreadable.state.inputs.call("#k", "k", UpTo(), 1, 1)
    unreadable.state.inputs.change("#k", 5)
    unreadable.end_run()
    assert unreadable.stored["w#k"] != before
    assert unreadable.restored().state["k"] == 5


@pytest.mark.parametrize("does", ["assign", "press"])
def test_s13_the_script_or_a_press_replaces_a_widget_that_cannot_be_read(does: str) -> None:
    memory = Memory()
    memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
    memory.state.inputs.call_press("#go", "go", Boolean(), False, "button")
    memory.end_run()
    memory = Memory({name: broken(signed) for name, signed in memory.stored.items()})
    if does == "assign":
        memory.state["k"] = 9
        memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
        assert memory.end_run() == {"w#k"}
        assert Memory(memory.stored).state["k"] == 9
    else:
        memory.state.inputs.call_press("#go", "go", Boolean(), False, "button")
        memory.end_run()
        memory.state.inputs.press("#go")
        memory.state.inputs.release("#go")
        assert memory.end_run() == {"w#go"}
        assert Memory(memory.stored).state["go"] is False


def test_clearing_forgets_what_cannot_be_read() -> None:
    restored = Memory({"pbad": b"nonsense", "w#bad": b"nonsense"})
    restored.state.clear()
    assert restored.end_run() == {"pbad", "w#bad"}
    assert restored.encoder.entries(restored.state) == []


@pytest.mark.parametrize(
    ("step", "values"),
    [(("s", "t"), [5, 6]), (("t",), [5, 6])],
)
def test_s13_what_a_machine_with_another_secret_has_signed_is_not_overwritten(
    step: tuple[str, ...], values: list[int]
) -> None:
    ahead = Memory(secrets=("s", "t"))
    ahead.state["n"] = 4
    ahead.end_run()
    behind = Memory(ahead.stored, secrets=("s",))
    for _ in range(3):
        assert "n" in behind.state
        with pytest.raises(UnreadableSessionStateError, match="a secret that this app does not"):
            behind.state["n"] += 1
        behind.end_run()
    behind.state["other"] = 1
    behind.end_run()
    learnt = Memory(behind.stored, secrets=step)
    for value in values:
        learnt.state["n"] += 1
        learnt.end_run()
        assert learnt.state["n"] == value


def test_s13_changing_a_secret_in_the_safe_order_loses_nothing() -> None:
    stored: dict[str, bytes] = {}
    steps = [("s",), ("t", "s"), ("s", "t"), ("t",)]
    for before, after in pairwise([*steps]):
        # Machines change one after another, and the session goes to and fro.
        for secrets in (before, after, before, after):
            memory = Memory(stored, secrets=secrets)
            memory.state["n"] = memory.state.get("n", 0) + 1
            memory.end_run()
            stored = memory.stored
            if after == ("t",) and secrets == after:
                break
    assert Memory(stored, secrets=("t",)).state["n"] == 10


def test_s13_what_a_newer_version_has_stored_comes_back_after_the_upgrade(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr("ostinato.state.signing.VERSION", b"\x02")
        ahead = Memory({"zsomething": b"\x02of a later version"})
        ahead.state.update(n=4, xs=[1])
        ahead.end_run()
    behind = Memory(ahead.stored)
    assert set(behind.state) == {"n", "xs"}
    with pytest.raises(UnreadableSessionStateError, match="in no form that this version knows"):
        behind.state.setdefault("n", 0)
    behind.state["more"] = 1
    behind.end_run()
    assert behind.stored["zsomething"] == ahead.stored["zsomething"]
    with monkeypatch.context() as newer:
        newer.setattr("ostinato.state.signing.VERSION", b"\x02")
        again = Memory(behind.stored)
        assert (again.state["n"], again.state["xs"]) == (4, [1])


def test_s13_what_earlier_versions_have_stored_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file was written by commit 4d4ca48, from the script below."""
    path = Path(__file__).with_name("stored") / "4d4ca48.json"
    stored = {name: b64decode(signed) for name, signed in json.loads(path.read_text()).items()}
    script = run_as_main(monkeypatch, path.with_suffix(".py").read_text())
    memory = Memory(stored)
    state = memory.state
    assert (state["count"], state["items"], state["k"]) == (3, [1, {"a": (2,)}], 7)
    assert state["order"] == script.Order("a", [1])
    assert state["orders"] == [script.Order("b")]
    assert state["color"] is script.Color.RED
    assert state["fn"] is script.double
    assert state["data"] == bytearray(b"ab")
    assert state["adder"](2) == 5
    memory = memory.restored()
    script = run_as_main(monkeypatch, "")
    assert (memory.state["order"].name, memory.state["adder"](2)) == ("a", 5)


def test_stored_bytes_name_no_module_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(__file__).with_name("stored") / "4d4ca48.py"
    script = run_as_main(monkeypatch, path.read_text())
    memory = Memory()
    one = script.Order("a", [1])
    memory.state.update(
        order=one,
        again=one,
        color=script.Color.RED,
        add=script.make_adder(1),
        view=memoryview(b"a"),
    )
    memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
    memory.end_run()
    assert memory.stored
    for signed in memory.stored.values():
        assert b"ostinato." not in signed


@pytest.mark.parametrize("moved", ["pother", "w#a", "wa"])
def test_s14_a_value_moved_to_another_key_is_not_read(moved: str) -> None:
    memory = Memory()
    memory.state["a"] = 1
    memory.end_run()
    restored = Memory({moved: memory.stored["pa"]})
    for key in restored.state:
        with pytest.raises(UnreadableSessionStateError):
            restored.state[key]
    assert restored.state.inputs.find("a") is None
    assert len(restored.encoder.new_problems()) == 1


def test_s14_a_value_of_another_session_or_app_is_not_read() -> None:
    memory = Memory()
    memory.state["a"] = 1
    for options in ({"session": "other"}, {"secrets": ("other",)}):
        with pytest.raises(UnreadableSessionStateError):
            memory.restored(**options).state["a"]
    assert dict(memory.restored(secrets=("secret", "new")).state) == {"a": 1}


def test_s15_a_copy_is_signed_for_its_own_session() -> None:
    memory = Memory()
    memory.state.update(read=[1], unread=[2], gone=3)
    copy = memory.restored(session="copy", source="session")
    copy.state["read"]
    del copy.state["gone"]
    assert copy.end_run() == {"pread", "punread", "pgone"}
    assert copy.end_run() == set()
    assert dict(copy.restored(session="copy").state) == {"read": [1], "unread": [2]}
    with pytest.raises(UnreadableSessionStateError):
        Memory(copy.stored).state["read"]


def test_s15_what_does_not_verify_is_not_copied() -> None:
    memory = Memory()
    memory.state.update(a=1, b=2)
    memory.end_run()
    copy = Memory({**memory.stored, "pb": b"forged"}, session="copy", source="session")
    assert copy.end_run() == {"pa"}
    assert copy.encoder.new_problems() == [("b", "it cannot be read: " + reason(b"forged"))]


def reason(signed: bytes) -> str:
    with pytest.raises(BadSignature) as caught:
        KeyRing(["secret"]).verify("b", signed)
    return caught.value.reason


def test_a_store_that_lost_all_gets_all() -> None:
    memory = Memory()
    memory.state.update(a=1, b=[2])
    memory.state.inputs.call("#k", "k", UpTo(), 1, 1)
    memory.state.inputs.call("text-1", None, UpTo(), 1, 1)
    restored = memory.restored()
    restored.state["a"]
    restored.stored.clear()
    restored.keep(restored.encoder.everything(restored.state))
    assert restored.stored.keys() == {"pa", "pb", "w#k", "wtext-1"}
    assert dict(restored.restored().state) == {"a": 1, "b": [2], "k": 1}


def test_a_value_that_is_too_large_stays_here_and_its_older_form_is_forgotten() -> None:
    memory = Memory(max_value=MEGABYTE)
    memory.state["a"] = np.zeros(100_000)
    memory.end_run()
    memory.state["a"] = np.zeros(MEGABYTE // 4)
    assert memory.end_run() == {"pa"}
    assert memory.stored == {}
    problem = "2.0 MB are more than session.maxValueSize (1.0 MB): it stays in this process only"
    assert memory.encoder.new_problems() == [("a", problem)]
    assert not memory.encoder.is_whole(memory.state)
    memory.state["a"]
    memory.end_run()
    assert memory.encoder.new_problems() == []
    memory.state["a"] = 1
    memory.end_run()
    assert memory.encoder.is_whole(memory.state)
    assert memory.restored().state["a"] == 1


def test_a_pickle_that_grows_too_long_is_given_up() -> None:
    memory = Memory(max_value=MEGABYTE)
    memory.state["a"] = list(range(10**6))
    memory.end_run()
    ((_, problem),) = memory.encoder.new_problems()
    assert problem.startswith("it takes more than session.maxValueSize (1.0 MB)")


def test_a_session_that_is_too_large_leaves_out_what_came_last_until_there_is_room() -> None:
    memory = Memory(max_total=2 * MEGABYTE)
    for key in "abc":
        memory.state[key] = np.ones(100_000)
        memory.end_run()
    ((name, problem),) = memory.encoder.new_problems()
    assert name == "c"
    assert problem.startswith("0.8 MB are more than session.maxSize (2.0 MB) has room for")
    assert memory.stored.keys() == {"pa", "pb"}
    memory.end_run()
    del memory.state["a"]
    assert memory.end_run() == {"pa", "pc"}
    assert memory.encoder.is_whole(memory.state)


def test_a_key_that_is_no_text_is_not_stored() -> None:
    memory = Memory()
    memory.state["\ud800"] = 1
    memory.state["ä\0"] = 2
    assert memory.end_run() == {"pä\0"}
    assert memory.encoder.new_problems()[0][1].startswith("its key is no valid text")


def test_entries_tell_what_is_there_and_read_nothing() -> None:
    memory = Memory()
    memory.state["data"] = pd.DataFrame({"a": [1]})
    memory.state["make"] = (n for n in [1])
    memory.state["loud"] = Loud()
    memory.state.inputs.call("#age", "age", UpTo(), 1.5, 1.5)
    memory.state.inputs.call("text-1", None, UpTo(), None, None)
    memory.state.inputs.call_press("#go", "go", Boolean(), False, "button")
    before = Loud.restored
    for each in (memory, memory.restored()):
        each.end_run()
        entries = each.encoder.entries(each.state)
        sizes = {f"p{entry.name}": entry.size for entry in entries if not entry.is_widget}
        assert sizes.pop("pmake", 0) == 0
        assert sizes == {name: len(memory.stored[name]) for name in ("pdata", "ploud")}
        rows = [(entry.name, entry.is_widget, entry.type) for entry in entries]
        assert [row for row in rows if row[0] != "make"] == [
            ("data", False, "pandas.DataFrame"),
            ("loud", False, f"{__name__}.Loud"),
            ("age", True, "float"),
            ("go", True, "bool"),
            ("text-1", True, "NoneType"),
        ]
    assert Loud.restored == before


def assert_alike(one: Any, other: Any) -> None:
    if isinstance(other, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other)
    elif isinstance(other, pd.Series):
        pd.testing.assert_series_equal(one, other)
    elif isinstance(other, np.ndarray):
        np.testing.assert_array_equal(one, other)
    else:
        assert one == other


class AsItIs:
    """An answer that takes anything."""

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        return value, str(value)

    def decode(self, wire: Any) -> Any:
        return wire


def test_s11_an_object_that_a_widget_returns_may_be_changed_in_place() -> None:
    memory = Memory()
    thing = SimpleNamespace(n=1)
    for n, changed in ((1, {"w#k"}), (1, set()), (2, {"w#k"})):
        widget, _ = memory.state.inputs.call("#k", "k", AsItIs(), thing, "thing")
        widget.value.n = n
        assert memory.end_run() == changed
