"""Scripts whose session is stored after each run, and goes on elsewhere (S10 to S13)."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.run.ends import Outcome
from ostinato.run.execution import run_script
from ostinato.run.run import Home, Run
from ostinato.run.script import Script
from ostinato.state.encoder import StateEncoder
from ostinato.state.signing import KeyRing
from ostinato.tree.node import Tree
from ostinato.wire.messages import Event


class Process:
    """One server process that holds a session; `moved` gives the next."""

    def __init__(self, path: Path, stored: dict[str, bytes], event: int = 0) -> None:
        self.script = Script(path)
        self.stored = stored
        self.encoder = StateEncoder("id", KeyRing(["key"]), max_value=10**6, max_total=10**6)
        self.state = self.encoder.restore(stored)
        self.tree = Tree()
        self.runs = 0
        self.event = event
        self.run()

    def run(self, *events: Event) -> Outcome:
        self.runs += 1
        run = Run(
            self.runs,
            self.state,
            self.tree,
            Config(),
            clock=lambda: 0.0,
            on_drawn=lambda: None,
            encoder=self.encoder,
            home=Home("label"),
        )
        outcome = run_script(run, self.script, events, is_due=not events)
        for name, signed in run.changes.items():
            if signed is None:
                self.stored.pop(name, None)
            else:
                self.stored[name] = signed
        return outcome

    def moved(self, source: str | None = None) -> "Process":
        """Let another process go on with the session, with a script that may have changed."""
        if source is not None:
            self.script.path.write_text("import ostinato as st\n" + source)
        return Process(self.script.path, self.stored, self.event)

    def send(self, values: dict[str, Any], trigger: str | None = None) -> Outcome:
        self.event += 1
        values = {self.find(label): value for label, value in values.items()}
        return self.run(Event(self.event, values, trigger and self.find(trigger)))

    def find(self, label: str) -> str:
        nodes = self.tree.known.items()
        return next(id for id, node in nodes if getattr(node.props, "label", "") == label)

    @property
    def texts(self) -> list[str]:
        return [node.props.body for node in self.tree.main.children if hasattr(node.props, "body")]

    @property
    def errors(self) -> list[str]:
        nodes = self.tree.main.children
        return [node.props.message for node in nodes if hasattr(node.props, "message")]


@pytest.fixture
def start(tmp_path: Path) -> Callable[[str], Process]:
    def start(source: str) -> Process:
        path = tmp_path / "app.py"
        path.write_text("import ostinato as st\n" + source)
        return Process(path, {})

    return start


Start = Callable[[str], Process]
DEFINED = """
from dataclasses import dataclass, field
@dataclass
class Order:
    items: list = field(default_factory=list)
def add():
    st.session_state.order.items.append(len(st.session_state.order.items))
st.button("Add", on_click=add)
"""
ORDERS = f"""{DEFINED}
if "order" not in st.session_state:
    st.session_state.order = Order()
"""


def test_s11_s13_an_object_of_the_script_survives_its_changes_and_moves(start: Start) -> None:
    process = start(ORDERS + "st.text(st.session_state.order.items)")
    for count in (1, 2, 3):
        process.send({}, "Add")
        process.send({}, "Add")
        assert process.texts == [str(list(range(2 * count)))]
        process = process.moved()
        assert process.texts == [str(list(range(2 * count)))]


@pytest.mark.parametrize(
    "callback",
    ["add", "functools.partial(add)", "functools.partial(functools.partial(add))", "Adder()",
     "Adder().add", "wrapped", "functools.cache(add)", "lambda: add()"],
)  # fmt: skip
def test_s13_a_callback_is_the_first_to_read_what_was_restored(start: Start, callback: str) -> None:
    source = DEFINED.replace(
        'st.button("Add", on_click=add)',
        f"""
import functools
class Adder:
    def add(self): add()
    __call__ = add
@functools.wraps(add)
def wrapped(): add()
st.button("Add", on_click={callback})""",
    )
    process = start(ORDERS).moved(source)
    assert process.send({}, "Add") is Outcome.DONE
    process = process.moved(source + "st.text(isinstance(st.session_state.order, Order))\n"
                            "st.text(st.session_state.order.items)")  # fmt: skip
    assert process.texts == ["True", "[0]"]


def test_s13_an_object_that_a_callback_changed_is_stored_though_the_script_did_not_run(
    start: Start,
) -> None:
    source = DEFINED.replace("on_click=add", "on_click=lambda: add() or st.stop()")
    process = start(ORDERS).moved(source)
    assert process.send({}, "Add") is Outcome.STOPPED
    shown = "st.text(f'{st.session_state.order} {isinstance(st.session_state.order, Order)}')"
    assert process.moved(source + shown).texts == ["Order(items=[0]) True"]


def test_s13_after_a_class_was_renamed_its_values_are_there(start: Start) -> None:
    process = start(ORDERS + "st.session_state.n = 5\nst.session_state.order.items.append(2)")
    process = process.moved(
        "st.text('order' in st.session_state)\nst.text(st.session_state.order)\n"
        "st.text(st.session_state.n)\nst.text_input('T')"
    )
    assert process.texts == ["True", "Order(items=[2])", "5"]
    assert process.encoder.new_problems() == []


def test_s13_an_order_that_was_read_above_its_class_is_not_lost(start: Start) -> None:
    source = """
st.session_state.setdefault("orders", [])
if "cart" not in st.session_state:
    st.session_state.cart = None
from dataclasses import dataclass
@dataclass
class Order:
    number: int
if st.button("Add"):
    st.session_state.cart = Order(len(st.session_state.orders))
    st.session_state.orders.append(st.session_state.cart)
st.text(len(st.session_state.orders))
st.text(st.session_state.cart)
"""
    process = start(source)
    for count in (1, 2, 3):
        process.send({}, "Add")
        process = process.moved()
        assert process.texts == [str(count), f"Order(number={count - 1})"]


def test_s13_what_cannot_be_read_is_shown_and_not_overwritten(start: Start) -> None:
    process = start("st.session_state.n = 3")
    before = process.stored["pn"] = process.stored["pn"][:-1]
    process = process.moved("st.session_state.setdefault('n', 0)\nst.session_state.n += 1")
    assert "st.session_state.n: it was stored and cannot be read here" in process.errors[0]
    process = process.moved("if 'n' not in st.session_state: st.session_state.n = 0")
    assert process.stored["pn"] == before
    process = process.moved("@st.rebuild('n')\ndef n(): return 7\nst.text(st.session_state.n)")
    assert process.texts == ["7"]


def test_l07_the_echo_goes_on_after_a_move(start: Start) -> None:
    process = start("""
s = st.session_state
s.setdefault("a", "x")
s.setdefault("b", "y")
s.a = st.text_input("Name", s.a)
s.b = st.text_input("Name", s.b)
st.text(f"{s.a} {s.b}")""")
    ids = [node.id for node in process.tree.main.children[:2]]
    for number, id in enumerate(ids, start=1):
        process.run(Event(number, {id: "same"}, None))
    assert process.texts == ["same same"]
    process = process.moved()
    assert process.errors == []
    assert process.texts == ["same same"]
    process.run(Event(3, {ids[1]: "other"}, None))
    assert process.texts == ["same other"]


def test_w07_a_value_the_person_entered_stands_after_a_move_until_the_default_changes(
    start: Start,
) -> None:
    source = 'st.text(st.text_input("Name", "one"))'
    process = start(source)
    process.send({"Name": "typed"})
    process = process.moved()
    assert process.texts == ["typed"]
    process = process.moved(source.replace("one", "two"))
    assert process.texts == ["two"]


def test_w10_what_is_not_drawn_after_a_move_is_gone_but_for_what_persists(start: Start) -> None:
    source = """
if st.session_state.get("show", True):
    st.number_input("N", value=0, key="n")
    st.number_input("M", value=0, key="m", persist_state="page")
st.text(f"{st.session_state.get('n')} {st.session_state.get('m')}")
"""
    process = start(source)
    process.send({"N": 5, "M": 6})
    process = process.moved("st.session_state.show = False\n" + source)
    assert process.texts == ["5 6"]
    process.run()
    assert process.texts == ["None 6"]
    process = process.moved()
    assert process.texts == ["None 6"]
    assert process.moved("st.session_state.show = True\n" + source).texts == ["0 6"]


def test_w02_a_keyed_widget_is_known_before_it_is_drawn(start: Start) -> None:
    source = """
st.text(st.session_state.get("n"))
st.text(st.session_state.get("go"))
st.number_input("N", value=0, key="n")
st.button("Go", key="go")
"""
    process = start(source)
    process.send({"N": 5})
    assert process.texts == ["5", "False"]
    assert process.moved().texts == ["5", "False"]


def test_an_enum_of_the_script_stays_chosen(start: Start) -> None:
    process = start("""
import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
st.text(st.selectbox("Color", list(Color), format_func=lambda c: c.name, key="c") is Color.BLUE)
""")
    process.send({"Color": [1, "BLUE"]})
    assert process.texts == ["True"]
    assert process.moved().texts == ["True"]


@pytest.mark.parametrize(
    ("end", "outcome"),
    [
        ("st.stop()", Outcome.STOPPED),
        ("st.rerun()", Outcome.RERUN),
        ("1 / 0", Outcome.FAILED),
        ("raise SystemExit", Outcome.STOPPED),
    ],
)
def test_what_a_run_did_is_stored_however_it_ends(start: Start, end: str, outcome: Outcome) -> None:
    process = start("st.session_state.n = st.session_state.get('n', 0) + 1\n" + end)
    assert process.run() is outcome
    assert process.moved("st.text(st.session_state.n)").texts == ["2"]


def test_a_change_that_runs_no_script_is_stored(start: Start) -> None:
    source = "st.text(st.text_input('T', on_change='ignore', key='t'))"
    process = start(source)
    for _ in range(3):
        process.run()
    assert process.send({"T": "typed"}) is Outcome.QUIET
    assert process.moved().texts == ["typed"]


def test_an_error_of_ours_fails_no_run(
    start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(encoder: StateEncoder, state: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(StateEncoder, "changes", fail)
    caplog.set_level(logging.ERROR, "ostinato")
    process = start("st.session_state.n = 1\nst.text('fine')")
    assert process.texts == ["fine"]
    assert "run 1: what it changed could not be made bytes" in caplog.text


def test_context_event_id_names_the_event_in_callbacks_and_body(start: Start) -> None:
    process = start("""
def note(): st.session_state.setdefault("ids", []).append(st.context.event_id)
st.text_input("A", on_change=note)
st.text_input("B", on_change=note)
st.text(f"{st.session_state.get('ids')} {st.context.event_id}")
""")
    assert process.texts == ["None None"]
    a, b = process.find("A"), process.find("B")
    process.run(Event(1, {a: "x"}, None), Event(2, {b: "y"}, None))
    assert process.texts == ["['label-1', 'label-2'] label-2"]
    process.run()
    assert process.texts == ["['label-1', 'label-2'] None"]


REBUILD = """
import threading
@st.rebuild("lock")
def make():
    st.session_state.made = st.session_state.get("made", 0) + 1
    return threading.Lock()
"""


@pytest.mark.parametrize("read", ["st.session_state.lock", "st.session_state['lock']"])
def test_rebuild_makes_what_cannot_be_stored_once_per_process(start: Start, read: str) -> None:
    process = start(f"""{REBUILD}
known = "lock" in st.session_state
st.text(f"{{known}} {{st.session_state.get('made')}} {{{read} is {read}}}")
""")
    assert process.texts == ["True None True"]
    process.run()
    assert process.texts == ["True 1 True"]
    process = process.moved()
    assert process.texts == ["True 1 True"]
    assert process.state["made"] == 2
    assert process.encoder.is_whole(process.state)


def test_rebuild_can_be_used_in_a_callback(start: Start) -> None:
    process = start(f"""{REBUILD}
def use():
    with st.session_state.lock: pass
st.button("Use", on_click=use)
st.text(st.session_state.get("made"))
""").moved()
    process.send({}, "Use")
    assert process.texts == ["1"]


@pytest.mark.parametrize("error", ["KeyError('mine')", "AttributeError('mine')", "OSError('mine')"])
@pytest.mark.parametrize("read", ["st.session_state.db", "st.session_state['db']"])
def test_rebuild_lets_errors_through(start: Start, error: str, read: str) -> None:
    process = start(f"""
@st.rebuild("db")
def make():
    raise {error}
try:
    {read}
except Exception as caught:
    st.text(repr(caught))
st.text(dict(st.session_state))
""")
    assert process.texts == [error, "{}"]


def test_what_is_made_again_can_be_replaced_and_dropped(start: Start) -> None:
    process = start("""
n = st.session_state.setdefault("n", [])
@st.rebuild("db")
def make(): return n.append(0) or len(n)
st.text(f"{st.session_state.db} {st.session_state.db}")
del st.session_state.db
st.text(st.session_state.db)
st.session_state.db = "mine"
st.text(st.session_state.db)
st.session_state.clear()
""")
    assert process.texts == ["1 1", "2", "mine"]
