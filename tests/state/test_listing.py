"""What a developer is shown of the state, on demand, whatever the values do."""

import threading
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pytest

from memory import Memory


@dataclass
class Order:
    name: str
    items: list[int] = field(default_factory=list)


class Bad:
    def __repr__(self) -> str:
        raise ValueError("no words")


class Odd:
    def __repr__(self) -> str:
        return "a\n  b\ud800"


VALUES: list[tuple[Any, str]] = [
    (3, "3"),
    ("it's", '"it\'s"'),
    ([1, {"a": (2,)}], "[1, {'a': (2,)}]"),
    (Order("tea", [1, 2]), "Order(name='tea', items=[1, 2])"),
    (Bad(), "<Bad instance at"),
    ([1, Bad()], "[1, <Bad instance at"),
    (Odd(), "a b?"),
    (np.arange(3), "array([0, 1, 2])"),
    (pd.DataFrame({"a": [1]}), "a 0 1"),
    (threading.Lock(), "<unlocked _thread.lock object"),
    (range(10**9), "range(0, 1000000000)"),
]


@pytest.mark.parametrize(("value", "shown"), VALUES)
@pytest.mark.parametrize("is_asleep", [False, True])
def test_s12_a_value_is_shown_when_it_is_asked_for(value: Any, shown: str, is_asleep: bool) -> None:
    memory = Memory()
    memory.state.update(it=value, other=1)
    memory = memory.restored() if is_asleep else memory
    memory.end_run()
    for names, expected in (([], None), (["it"], shown)):
        entries = {e.name: e for e in memory.encoder.entries(memory.state, names)}
        if "it" not in entries:
            assert isinstance(value, type(threading.Lock()))
            continue
        assert (entries["it"].value is None) == (expected is None)
        assert (entries["it"].value or "").startswith(expected or "")
        assert entries["other"].value is None
    # Nothing was read by it.
    assert ("pit" in memory.state.entries.encoded) == (is_asleep and "it" in memory.state)


@pytest.mark.parametrize(
    "value",
    ["x" * 10**7, [0] * 10**6, {i: i for i in range(10**5)}, Order("x" * 10**6, [1] * 10**6)],
)
def test_s12_what_is_long_is_cut(value: Any) -> None:
    memory = Memory(max_value=10**8, max_total=10**9)
    memory.state["it"] = value
    (entry,) = memory.encoder.entries(memory.state, ["it"])
    assert entry.value is not None
    assert len(entry.value) <= 200
    assert "..." in entry.value or entry.value.endswith("…")


def test_s17_values_with_objects_in_common_are_shown_and_counted_once() -> None:
    memory = Memory()
    memory.state["a"] = ["x" * 10_000]
    memory.state["b"] = {"a": memory.state["a"]}
    memory.end_run()
    for each in (memory, Memory(memory.stored)):
        a, b = each.encoder.entries(each.state, ["b"])
        assert a.size + b.size < 12_000
        assert (b.value or "").startswith("{'a': ['xxx")
    assert a.type == b.type.replace("dict", "list")


def test_s13_what_cannot_be_read_says_so_in_place_of_its_value() -> None:
    memory = Memory()
    memory.state.update(n=1, bad=[1])
    memory.end_run()
    changed = Memory({**memory.stored, "pbad": b"nonsense"})
    bad, _ = changed.encoder.entries(changed.state, ["bad"])
    assert (bad.status, bad.value) == ("unreadable", None)
    assert bad.problem == "it cannot be read: it is in no form that this version knows"


def test_s12_not_even_an_exit_in_a_repr_does_harm() -> None:
    class Exit:
        def __repr__(self) -> str:
            raise SystemExit("no words")

    memory = Memory()
    memory.state["it"] = Exit()
    (entry,) = memory.encoder.entries(memory.state, ["it"])
    assert entry.value == "(its repr failed: no words)"
