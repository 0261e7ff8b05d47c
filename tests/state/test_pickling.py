"""Pickling: what the script defines itself, and what has no form (S12, S13)."""

import importlib
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from memory import Memory
from ostinato.errors import UnreadableSessionStateError

Run = Callable[[str], ModuleType]
SCRIPT = """
import enum
from collections import namedtuple
from dataclasses import dataclass, field

@dataclass
class Order:
    name: str
    items: list = field(default_factory=list)

class Outer:
    class Inner:
        pass

class Color(enum.Enum):
    RED = "red"

class Flags(enum.Flag):
    A = enum.auto()
    B = enum.auto()

Point = namedtuple("Point", "x y")
Pair = namedtuple("Other", "x y")

class Slots:
    __slots__ = ("x",)

def double(n):
    return 2 * n

def make_adder(n):
    return lambda x: double(x) + n

def make_class():
    class Local:
        x = 5
    return Local
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a script again as `__main__`."""

    def run(source: str = SCRIPT) -> ModuleType:
        script = ModuleType("__main__")
        monkeypatch.setitem(sys.modules, "__main__", script)
        exec(source, vars(script))
        return script

    return run


@pytest.mark.parametrize(
    ("make", "is_alike"),
    [
        (lambda m: m.Order("a", [1]), lambda m, v: v == m.Order("a", [1])),
        (lambda m: m.Outer.Inner(), lambda m, v: isinstance(v, m.Outer.Inner)),
        (lambda m: {"k": [m.Color.RED]}, lambda m, v: v["k"][0] is m.Color.RED),
        (lambda m: m.Flags.A | m.Flags.B, lambda m, v: v is m.Flags.A | m.Flags.B),
        (lambda m: m.Point(1, 2), lambda m, v: isinstance(v, m.Point) and v.y == 2),
        (lambda m: m.Pair(1, 2), lambda m, v: v == (1, 2) and v.y == 2),
        (lambda m: m.Order, lambda m, v: v is m.Order),
        (lambda m: m.double, lambda m, v: v is m.double),
        (lambda m: m.Order("a").__repr__, lambda m, v: v() == "Order(name='a', items=[])"),
        (lambda m: [m.make_adder(1), m.Order("a")], lambda m, v: v == [v[0], m.Order("a")]),
        (lambda m: m.make_adder(1), lambda m, v: v(2) == 5),
        (lambda m: m.make_class()(), lambda m, v: v.x == 5),
        (lambda m: {"lambda": lambda: m.Order("a")}, lambda m, v: v["lambda"]() is not None),
    ],
)
@pytest.mark.parametrize("is_old", [False, True])
def test_s13_it_gets_the_class_that_the_script_defines_now(
    run: Run, make: Any, is_alike: Any, is_old: bool
) -> None:
    memory = Memory()
    memory.state["it"] = make(run(SCRIPT))
    if is_old:
        run(SCRIPT)
    assert memory.end_run() == {"pit"}
    assert memory.encoder.new_problems() == []
    value = memory.restored()
    assert is_alike(run(SCRIPT), value.state["it"])


def test_an_object_of_an_earlier_run_is_stored_though_the_script_was_cut_before_its_class(
    run: Run,
) -> None:
    memory = Memory()
    memory.state["it"] = run(SCRIPT).Color.RED
    memory.end_run()
    memory.state["it"] = [memory.state["it"]]
    run("")
    restored = memory.restored()
    script = run(SCRIPT)
    assert restored.state["it"] == [script.Color.RED]


def test_s13_a_renamed_class_harms_nothing(run: Run) -> None:
    memory = Memory()
    memory.state.update(order=run(SCRIPT).Order("a"), count=3)
    restored = memory.restored()
    run(SCRIPT.replace("class Order", "class Purchase"))
    assert restored.state["order"].name == "a"
    assert restored.state["count"] == 3
    assert restored.encoder.new_problems() == []
    restored = restored.restored()
    script = run(SCRIPT)
    assert restored.state["order"] == script.Order("a")


def test_s13_an_object_of_a_module_that_was_loaded_again_gets_the_new_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "orders_of_test.py").write_text(SCRIPT)

    def load() -> ModuleType:
        monkeypatch.delitem(sys.modules, "orders_of_test", raising=False)
        return importlib.import_module("orders_of_test")

    memory = Memory()
    old = load()
    memory.state["it"] = [old.Order("a"), old.Color.RED, old.double]
    new = load()
    restored = memory.restored()
    assert restored.state["it"] == [new.Order("a"), new.Color.RED, new.double]
    (tmp_path / "orders_of_test.py").write_text("")
    load()
    again = Memory(memory.stored)
    assert "it" in again.state
    with pytest.raises(UnreadableSessionStateError, match="orders_of_test does not define Order"):
        again.state["it"]
    assert "orders_of_test does not define Order" in again.problem("it")
    assert again.end_run() == set()


def test_a_name_that_now_means_something_else_is_no_class(run: Run) -> None:
    memory = Memory()
    script = run(SCRIPT + "\nOrder = Order('shadowed')")
    memory.state["order"] = script.Order
    restored = memory.restored()
    run(SCRIPT)
    assert restored.state["order"].name == "shadowed"


class Hostile:
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __reduce__(self) -> Any:
        raise self.error


class Speechless(Exception):
    def __str__(self) -> str:
        raise ValueError


def nested() -> list[Any]:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: sqlite3.connect(":memory:"),
            "a sqlite3.Connection cannot be stored: cannot pickle",
        ),
        (threading.Lock, "a _thread.lock cannot be stored: cannot pickle '_thread.lock' object"),
        (
            lambda: (n for n in [1]),
            "a generator cannot be stored: cannot pickle 'generator' object",
        ),
        (lambda: {"lock": threading.Lock()}, "a dict cannot be stored: cannot pickle"),
        (lambda: open(__file__), "a _io.TextIOWrapper cannot be stored: an open file"),  # noqa: SIM115
        (nested, "a list cannot be stored: "),
        (lambda: Hostile(KeyError("x")), ".Hostile cannot be stored: 'x'"),
        (lambda: Hostile(SystemExit("y")), ".Hostile cannot be stored: y"),
        (lambda: Hostile(KeyboardInterrupt()), ".Hostile cannot be stored: KeyboardInterrupt"),
        (lambda: Hostile(OSError("z\nmore")), ".Hostile cannot be stored: z"),
        (lambda: Hostile(Speechless()), ".Hostile cannot be stored: Speechless"),
        (lambda: Hostile(ValueError("long" * 999)), "longl..."),
    ],
)
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_s12_what_has_no_form_stays_here_and_is_told_once(make: Any, words: str) -> None:
    memory = Memory()
    memory.state.update(it=make(), other=1)
    assert memory.end_run() == {"pother"}
    ((name, problem),) = memory.encoder.new_problems()
    assert name == "it"
    assert words in problem
    assert "\n" not in problem
    assert not memory.encoder.is_whole(memory.state)
    memory.state["it"]
    memory.end_run()
    assert memory.encoder.new_problems() == []
    assert "it" not in memory.restored().state
    memory.state["it"] = 2
    memory.end_run()
    assert memory.encoder.is_whole(memory.state)
    assert memory.restored().state["it"] == 2
    memory.state["it"] = threading.Lock()
    assert memory.end_run() == {"pit"}
    assert len(memory.encoder.new_problems()) == 1


def test_a_value_that_becomes_storable_is_stored() -> None:
    memory = Memory()
    memory.state["it"] = [threading.Lock()]
    memory.end_run()
    memory.state["it"][0] = 1
    assert memory.end_run() == {"pit"}
    assert memory.encoder.is_whole(memory.state)


def test_a_value_that_can_be_made_again_does_not_hold_the_session_in_memory() -> None:
    memory = Memory()
    memory.state.rebuilders["db"] = threading.Lock
    memory.state["db"]
    memory.end_run()
    assert memory.encoder.is_whole(memory.state)
    assert memory.encoder.new_problems() == []
    assert memory.problem("db").startswith("a _thread.lock cannot be stored")


def test_a_value_that_changes_the_state_while_it_is_stored_harms_nobody() -> None:
    memory = Memory()
    memory.state["it"] = Meddling(memory.state)
    assert memory.end_run() == {"pit"}
    assert memory.end_run() == {"pmore"}


class Meddling:
    def __init__(self, state: Any) -> None:
        self.state = state

    def __reduce__(self) -> Any:
        self.state["more"] = 1
        return str, ()
