"""Whatever people, scripts and networks do: no input is lost, none is doubled (+L01 to +L07)."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ostinato.wire.messages import Event
from tab import Server, Tab

SCRIPT = """
state = st.session_state
for name in ("a", "b", "called"):
    state.setdefault(name, 0)
state.setdefault("echo", "")
state.setdefault("log", [])

def note():
    state.log += [state.noted]

def bump():
    state.called += 1

if st.button("A"):
    gates.reach("clicked")
    state.a += 1
state.echo = st.text_input("Echo", state.echo)
gates.reach("middle")
if st.button("B", on_click=bump):
    state.b += 1
    st.rerun()
st.number_input("Moving", value=state.called)
gates.reach("late")
st.number_input("Noted", value=0, key="noted", on_change=note)
st.text(f"a={state.a} b={state.b} echo={state.echo} log={state.log}")
"""

NUMBERS = st.integers(0, 50)
PLACES = st.integers(0, 10_000)
"""Modulo how many there are, which may depend on threads: one of them."""


class SessionModel(RuleBasedStateMachine):
    """A tab on a bad network, a script that is held up, and what must come of it."""

    script = SCRIPT

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.server = Server(self.folder, self.script)
        self.tab = Tab(self.server)
        self.ids = {label: self.tab.find(label) for label in ("A", "B", "Echo", "Moving", "Noted")}
        self.clicks = {"A": 0, "B": 0}
        self.echo, self.noted, self.log = "", 0, list[int]()
        self.moving = {0}
        self.sent: list[Event] = []
        self.held: list[Event] | None = None

    def teardown(self) -> None:
        self.arrive()
        self.server.__exit__(None, None, None)
        shutil.rmtree(self.folder)

    def act(self, values: dict[str, Any], trigger: str | None = None) -> None:
        tab = self.tab
        if self.held is None:
            self.sent.append(tab.send(values, trigger))
            return
        connection, tab.connection = tab.connection, None
        event = tab.send(values, trigger)
        tab.connection = connection
        self.sent.append(event)
        self.held.append(event)

    # What people do.

    @rule(label=st.sampled_from(["A", "B"]), times=st.integers(1, 4))
    def click(self, label: str, times: int) -> None:
        for _ in range(times):
            self.clicks[label] += 1
            if label == "B":
                self.moving = {*self.moving, self.clicks["B"]}
            self.act({}, self.ids[label])

    @rule(text=st.text("xyz", max_size=3))
    def type(self, text: str) -> None:
        self.echo = text
        self.act({self.ids["Echo"]: text})

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=4))
    def change_noted(self, numbers: list[int]) -> None:
        for number in numbers:
            if number != self.noted:
                self.log.append(number)
            self.noted = number
            self.act({self.ids["Noted"]: number})

    @rule(number=NUMBERS)
    def change_moving(self, number: int) -> None:
        self.moving = {number}
        self.act({self.ids["Moving"]: number})

    @rule(text=st.text("xyz", max_size=3), number=NUMBERS)
    def change_two_at_once_and_click(self, text: str, number: int) -> None:
        self.echo = text
        self.moving = {number}
        self.clicks["A"] += 1
        self.act({self.ids["Echo"]: text, self.ids["Moving"]: number}, self.ids["A"])

    @rule()
    def ask_for_a_rerun(self) -> None:
        self.act({})

    # What networks do.

    @precondition(lambda self: self.tab.connection is not None and self.held is None)
    @rule()
    def disconnect(self) -> None:
        self.tab.disconnect()

    @precondition(lambda self: self.tab.connection is None)
    @rule()
    def connect(self) -> None:
        self.tab.connect()

    @precondition(lambda self: self.tab.connection is not None)
    @rule(which=PLACES)
    def repeat(self, which: int) -> None:
        if self.sent:
            self.tab.transmit(self.sent[which % len(self.sent)])

    @precondition(lambda self: self.tab.connection is not None and self.held is None)
    @rule()
    def hold_back(self) -> None:
        self.held = []

    @precondition(lambda self: self.held is not None)
    @rule(places=st.lists(PLACES, max_size=20))
    def deliver_in_any_order(self, places: list[int]) -> None:
        held, self.held = self.held or [], None
        for place in places:
            if held:
                self.tab.transmit(held.pop(place % len(held)))
        for event in held:
            self.tab.transmit(event)

    # What scripts do.

    @rule(gate=st.sampled_from(["clicked", "middle", "late"]))
    def hold_the_script_up(self, gate: str) -> None:
        self.server.gates.close(gate)

    @rule()
    def let_it_go_on(self) -> None:
        self.server.gates.open("clicked", "middle", "late")
        self.server.until(lambda: True)

    # What must come of it.

    def arrive(self) -> None:
        for event in self.held or []:
            self.tab.transmit(event)
        self.held = None
        if self.tab.connection is None:
            self.tab.connect()
        self.server.gates.open("clicked", "middle", "late")
        self.tab.settle()

    @rule()
    def nothing_is_lost_and_nothing_doubled(self) -> None:
        self.arrive()
        tab = self.tab
        assert tab.texts == self.expected()
        assert tab.session.state["called"] == self.clicks["B"]
        assert not tab.unconfirmed
        assert (tab.value("Echo") or "") == self.echo
        assert tab.value("Noted") == self.noted
        assert tab.value("Moving") in self.moving
        self.moving = {tab.value("Moving")}

    def expected(self) -> list[str]:
        """Return the texts that the page has to show."""
        return [f"a={self.clicks['A']} b={self.clicks['B']} echo={self.echo} log={self.log}"]

    @invariant()
    def what_is_confirmed_was_sent(self) -> None:
        if hasattr(self, "tab"):
            assert all(event in self.sent for event in self.tab.unconfirmed)


PAGES = """
def page_of(name, other):
    def page():
        number = f"n_{name}"
        if st.button(f"Count {name}"):
            gates.reach("counted")
            state[number] = state.get(number, 0) + 1
        if st.button(f"Leave {name}"):
            st.switch_page(pages[other])
        local = st.text_input(f"Local {name}", key="local")
        gates.reach("page")
        st.text(f"{name} n={state.get(number, 0)} local={local}")
    return st.Page(page, title=name, url_path=name)

pages = {"one": page_of("one", "two"), "two": page_of("two", "one")}
st.navigation([*pages.values()]).run()
"""
OTHER = {"one": "two", "two": "one"}
PATHS = {"one": "", "two": "two"}


class PagesModel(SessionModel):
    """The same of an app with pages, which people, the script, back and forward lead to."""

    script = SCRIPT + PAGES

    @initialize()
    def open(self) -> None:
        super().open()
        self.at = "one"
        self.counted = {"one": 0, "two": 0}
        self.local = ""

    def sees(self, label: str) -> bool:
        """Return whether a widget of the page is shown that the person is on, or on the way to."""
        return f"{label} {self.at}" in self.tab.labels

    def turn_to(self, page: str) -> None:
        if page != self.at:
            self.at, self.local = page, ""

    @rule(page=st.sampled_from(["one", "two"]))
    def follow_a_link(self, page: str) -> None:
        self.turn_to(page)
        self.act({"main": ["", 0, PATHS[page]]}, "main")

    # What is shown by now depends on threads, so no choice of a rule may depend on it.

    @rule(times=st.integers(1, 3))
    def click_on_the_page(self, times: int) -> None:
        for _ in range(times if self.sees("Count") else 0):
            self.counted[self.at] += 1
            self.act({}, self.tab.find(f"Count {self.at}"))

    @rule(text=st.text("xyz", max_size=3))
    def type_on_the_page(self, text: str) -> None:
        if not self.sees("Local"):
            return
        self.local = text
        self.act({self.tab.find(f"Local {self.at}"): text})

    @rule()
    def have_the_script_switch(self) -> None:
        if not self.sees("Leave"):
            return
        self.act({}, self.tab.find(f"Leave {self.at}"))
        self.turn_to(OTHER[self.at])

    @rule(gate=st.sampled_from(["counted", "page"]))
    def hold_the_page_up(self, gate: str) -> None:
        self.server.gates.close(gate)

    def expected(self) -> list[str]:
        local = f"{self.at} n={self.counted[self.at]} local={self.local}"
        assert self.tab.address[2] == PATHS[self.at]
        return [*super().expected(), local]

    def arrive(self) -> None:
        self.server.gates.open("counted", "page")
        super().arrive()


SessionModel.TestCase.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
PagesModel.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestSessionModel = SessionModel.TestCase
TestPagesModel = PagesModel.TestCase
