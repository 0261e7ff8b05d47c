"""Fragments, clocks and a dialog, crashes between any two steps: nothing is lost or doubled."""

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from ostinato.stores.memory import MemoryStore
from tab import Server, Tab

SCRIPT = """
state = st.session_state
for name in ("page", "part", "whole", "called", "inner", "voted", "closed"):
    state.setdefault(name, 0)
state.setdefault("echo", "")

def add(name):
    state[name] += 1

@st.dialog("Vote", on_dismiss="ignore")
def vote(item):
    gates.reach("dialog")
    st.text(f"open {item}")
    if st.button("Again"):
        add("voted")
    if st.button("Submit"):
        add("closed")
        st.rerun()

@st.fragment
def inner():
    if st.button("Inner", on_click=add, args=["called"]):
        add("inner")

@st.fragment(run_every=3600)
def part():
    state.echo = st.text_input("Echo", state.echo)
    gates.reach("part")
    if st.button("Part"):
        add("part")
    if st.button("Whole"):
        add("whole")
        st.rerun()
    inner()
    st.sidebar.text(f"beside {state.part}")

if st.button("Page"):
    add("page")
if st.button("Open"):
    vote("tea")
gates.reach("page")
part()
st.checkbox("Outside", key="outside")
"""

GATES = ("page", "part", "dialog")
COUNTED = {
    "Page": ("page",),
    "Part": ("part",),
    "Whole": ("whole",),
    "Inner": ("inner", "called"),
    "Again": ("voted",),
    "Submit": ("closed",),
}
CLOSING = ("Page", "Whole", "Submit")
"""What closes the dialog: a press on the page, and whatever calls `st.rerun`."""


class FlowModel(RuleBasedStateMachine):
    """A tab, processes that die, scripts that are held up, and what must come of it."""

    @initialize()
    def open(self) -> None:
        self.folders: list[Path] = []
        self.servers: list[Server] = []
        self.store = MemoryStore(time.monotonic)
        self.tab = Tab(self.start())
        self.ids = {label: self.tab.find(label) for label in ("Page", "Part", "Whole", "Inner")}
        self.ids |= {label: self.tab.find(label) for label in ("Echo", "Open", "Outside")}
        self.counts = {name: 0 for names in COUNTED.values() for name in names}
        self.echo, self.outside = "", False
        self.is_open = self.is_shown = False

    def start(self) -> Server:
        self.folders.append(Path(tempfile.mkdtemp()))
        self.servers.append(Server(self.folders[-1], SCRIPT, store=self.store))
        return self.servers[-1]

    def teardown(self) -> None:
        for server in self.servers:
            server.__exit__(None, None, None)
        for folder in self.folders:
            shutil.rmtree(folder)

    # What people do.

    def press(self, label: str, id: str) -> None:
        for name in COUNTED[label]:
            self.counts[name] += 1
        if label in CLOSING:
            self.is_open = self.is_shown = False
        self.tab.send({}, id)

    @rule(label=st.sampled_from(["Page", "Part", "Whole", "Inner"]), times=st.integers(1, 3))
    def click(self, label: str, times: int) -> None:
        for _ in range(times):
            self.press(label, self.ids[label])

    @rule(text=st.text("xyz", max_size=3))
    def type(self, text: str) -> None:
        self.echo = text
        self.tab.send({self.ids["Echo"]: text})

    @rule(is_on=st.booleans())
    def tick(self, is_on: bool) -> None:
        self.outside = is_on
        self.is_open = self.is_shown = False
        self.tab.send({self.ids["Outside"]: is_on})

    @rule()
    def open_the_dialog(self) -> None:
        self.is_open, self.is_shown = True, False
        self.tab.send({}, self.ids["Open"])

    @precondition(lambda self: self.is_shown)
    @rule(label=st.sampled_from(["Again", "Submit"]))
    def use_the_dialog(self, label: str) -> None:
        self.press(label, self.tab.find(label))

    @precondition(lambda self: self.is_shown)
    @rule()
    def close_the_dialog(self) -> None:
        self.is_open = self.is_shown = False
        self.tab.send({self.tab.find("Vote"): False})

    # What else happens.

    @rule(part=st.sampled_from(["__main__.part", "__main__.part/__main__.inner"]))
    def ring_a_clock(self, part: str) -> None:
        self.tab.session.request("clock", part)

    @rule()
    def crash(self) -> None:
        self.tab.move(self.start())

    @rule()
    def load_the_page_again(self) -> None:
        self.tab.reload()

    @precondition(lambda self: self.tab.connection is not None)
    @rule()
    def reconnect(self) -> None:
        self.tab.disconnect()
        self.tab.connect()

    @rule(gate=st.sampled_from(GATES))
    def hold_the_script_up(self, gate: str) -> None:
        self.tab.server.gates.close(gate)

    @rule()
    def let_it_go_on(self) -> None:
        self.tab.server.gates.open(*GATES)
        self.tab.server.until(lambda: True)

    # What must come of it.

    @rule()
    def nothing_is_lost_and_nothing_doubled(self) -> None:
        tab = self.tab
        tab.server.gates.open(*GATES)
        tab.settle()
        state: Any = tab.session.state
        assert {name: state[name] for name in self.counts} == self.counts
        assert (state["echo"], state["outside"]) == (self.echo, self.outside)
        assert (tab.value("Echo") or "") == self.echo
        side = [tab.page.props[id]["body"] for id in tab.page.walk("sidebar")]
        assert side == [f"beside {self.counts['part']}"]
        is_open = "Vote" in tab.labels and tab.value("Vote") is True
        assert is_open is self.is_open
        assert "Vote" in tab.labels or tab.texts == []
        assert not tab.unconfirmed
        assert not tab.told("notification")
        self.is_shown = is_open


FlowModel.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestFlowModel = FlowModel.TestCase
