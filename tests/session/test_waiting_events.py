"""Events that come before their widgets: +L09, and what is dropped in the end is told (+R08)."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ostinato.session import runner
from ostinato.session.dropped import HELD, UNREAD
from ostinato.state.signing import KeyRing
from ostinato.stores.memory import MemoryStore
from ostinato.wire.messages import Event
from tab import Server, Tab

Process = Callable[..., Server]

SLOW = """
state = st.session_state
state.setdefault("count", 0)
gates.reach("start")
st.text_input("Name", key="name")
gates.reach("work")
st.checkbox("Tick", key="tick")
gates.reach("more work")
if st.button("Add"):
    state.count += 1
gates.reach("end")
st.text(f"count={state.count} name={state.name} tick={state.tick}")
"""


READS_FIRST = """
state = st.session_state
st.button("Help")
if "n" not in state:
    state.n = 0
state.n += 0
if st.button("Add"):
    state.n += 1
st.text(f"n={state.n}")
"""
READS_LAST = """
state = st.session_state
st.button("Help")
name = st.text_input("Name")
if "n" not in state:
    state.n = 0
if st.button("Add"):
    state.n += 1
st.text(f"n={state.n}")
"""
CALLS_BACK = """
state = st.session_state
def add(): state.n += 1
st.button("Help")
if "n" not in state:
    state.n = 0
st.button("Add", on_click=add)
st.text(f"n={state.n}")
"""
STORED = {"reads first": READS_FIRST, "reads last": READS_LAST, "calls back": CALLS_BACK}


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    """Yield a function that starts a process over one store."""
    with ExitStack() as stack:
        store = MemoryStore(time.monotonic)

        def start(source: str = SLOW, new: str = "") -> Server:
            server = stack.enter_context(Server(tmp_path, source, store=store))
            server.services.keys = KeyRing(["secret", *([new] if new else [])])
            return server

        yield start


@pytest.mark.parametrize("place", ["start", "work", "more work", "end"])
def test_l09_type_then_click_after_a_crash_loses_neither(process: Process, place: str) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.set("Name", "Ada")
    tab.set("Tick", True)
    tab.click("Add")
    second = process()
    second.gates.close(place)
    tab.move(second)
    second.until(lambda: place in second.gates.reached)
    second.gates.open(place)
    tab.settle()
    assert tab.texts == ["count=1 name=Ada tick=True"]
    assert not tab.unconfirmed


@pytest.mark.parametrize("place", ["start", "work", "more work", "end"])
def test_l09_events_that_come_during_the_first_run_wait(process: Process, place: str) -> None:
    tab = Tab(process())
    name, tick, add = map(tab.find, ("Name", "Tick", "Add"))
    tab.disconnect()
    tab.send({name: "Ada"})
    second = process()
    second.gates.close(place)
    tab.move(second)
    second.until(lambda: place in second.gates.reached)
    tab.send({}, add)
    tab.send({name: "Bob"})
    tab.send({}, add)
    tab.send({tick: True})
    second.gates.open(place)
    tab.settle()
    assert tab.texts == ["count=2 name=Bob tick=True"]
    assert not tab.unconfirmed


def test_l09_a_loop_that_has_drawn_what_waits_is_cut(process: Process) -> None:
    source = """
is_ticked = st.checkbox("Tick")
place = st.empty()
while not is_ticked:
    place.text("going")
st.text("stopped")
"""
    tab = Tab(process(source), waits=False)
    tab.server.until(lambda: tab.texts == ["going"])
    tab.disconnect()
    tab.set("Tick", True)
    tab.move(process(source))
    tab.settle()
    assert tab.texts == ["stopped"]


def test_l09_reruns_by_the_script_are_waited_for(process: Process) -> None:
    source = """
state = st.session_state
state.setdefault("count", 0)
if "lock" not in state:
    import threading
    state.lock = threading.Lock()
    st.rerun()
if st.button("Add"):
    state.count += 1
st.text(f"count={state.count}")
"""
    tab = Tab(process(source))
    tab.disconnect()
    tab.click("Add")
    tab.move(process(source))
    tab.settle()
    assert tab.texts == ["count=1"]


def test_l09_a_page_that_reruns_for_ever_is_not_waited_for(process: Process) -> None:
    source = 'st.button("Add")\ngates.reach("again")\nst.rerun()'
    tab = Tab(process(source), waits=False)
    tab.server.until(lambda: "Add" in tab.labels)
    tab.disconnect()
    second = process(source)
    tab.send({}, "#gone")
    tab.move(second)
    second.until(lambda: not tab.unconfirmed and told(tab))
    assert tab.labels == ["Add"]
    assert second.gates.reached.count("again") >= 10


LOOP = """
is_ticked = st.checkbox("Tick", key="tick")
place = st.empty()
while not is_ticked:
    place.text("going")
st.text("stopped")
"""


def test_l09_a_first_run_without_end_is_not_waited_for_for_ever(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It draws what waits no more, as the new version has no such widget."""
    tab = Tab(process('st.button("Add", key="add")\nst.checkbox("Tick", key="tick")'))
    tab.disconnect()
    tab.click("Add")
    tab.set("Tick", True)
    monkeypatch.setattr(runner, "GIVEN_UP_AFTER", 0.05)
    tab.move(process(LOOP))
    tab.settle()
    assert tab.texts == ["stopped"]
    assert not tab.unconfirmed
    (notice,) = told(tab)
    assert notice[0] == "dropped"


def test_l09_what_is_drawn_before_it_is_given_up_is_applied(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that takes long, and draws little meanwhile, is no run without end."""
    source = """
place = st.empty()
gates.reach("work")
for step in range(5):
    place.text(step)
st.text(st.button("Add"))
"""
    tab = Tab(process(source))
    tab.disconnect()
    tab.click("Add")
    second = process(source)
    monkeypatch.setattr(runner, "GIVEN_UP_AFTER", 0.0)
    second.gates.close("work")
    tab.move(second)
    second.until(lambda: tab.session.runner.run.interrupt.has_given_up)
    second.gates.open("work")
    tab.settle()
    assert tab.texts == ["4", "True"]
    assert told(tab) == []


def told(tab: Tab) -> list[tuple[str, str]]:
    return [(topic, text) for topic, text in tab.told("notification")]


def test_l09_a_widget_that_is_gone_in_the_new_version_is_told_of_once(process: Process) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.click("Add")
    tab.set("Name", "Ada")
    tab.move(process('st.text_input("Name", key="name")\nst.text(st.session_state.name)'))
    tab.settle()
    assert tab.texts == ["Ada"]
    assert not tab.unconfirmed
    (notice,) = told(tab)
    assert notice[0] == "dropped"
    assert "was not applied" in notice[1]


def test_l09_what_is_dropped_names_the_widget_and_not_more_than_one(process: Process) -> None:
    tab = Tab(process('st.number_input("Age", 0, 9, key="age")\nst.checkbox("Tick", key="tick")'))
    tab.send({"#age": 99, "#tick": "yes", "#lost": 1})
    tab.settle()
    assert told(tab) == [
        (
            "dropped",
            "“Age” does not take what you entered: the change was not applied."
            " Nor was what you did in 2 other places.",
        )
    ]


def test_l09_an_event_that_waits_is_confirmed_after_it_is_applied(process: Process) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.click("Add")
    second = process()
    second.gates.close("more work")
    tab.move(second)
    second.until(lambda: "more work" in second.gates.reached)
    assert [event.number for event in tab.unconfirmed] == [1]
    # The crash that follows finds it unconfirmed, and nothing of it done.
    third = process()
    tab.move(third)
    tab.settle()
    assert tab.texts == ["count=1 name= tick=False"]
    second.gates.open("more work")


def test_r08_a_script_that_cannot_begin_leaves_events_to_the_one_that_can(process: Process) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.click("Add")
    broken = process("def (")
    tab.move(broken)
    tab.settle()
    assert [event.number for event in tab.unconfirmed] == [1]
    broken.path.write_text("import ostinato as st, gates\n" + SLOW)
    tab.session.script_changed(rerun=True)
    tab.settle()
    assert tab.texts == ["count=1 name= tick=False"]
    assert isinstance(tab.send({}), Event)
    tab.settle()


CANNOT_RUN = {
    "does not compile": lambda path: path.write_text("def ("),
    "is not there": lambda path: path.unlink(),
    "is empty": lambda path: path.write_text(""),
    "is blank": lambda path: path.write_text("\n\n"),
}


@pytest.mark.parametrize("how", CANNOT_RUN)
def test_l05_what_is_done_while_the_script_cannot_run_waits(process: Process, how: str) -> None:
    tab = Tab(process())
    source = tab.server.path.read_text()
    CANNOT_RUN[how](tab.server.path)
    tab.set("Name", "Ada")
    tab.settle()
    for _ in range(3):
        tab.click("Add")
        tab.settle()
    assert told(tab)[-1] == (HELD.topic, HELD.text)
    assert tab.texts == ["count=0 name= tick=False"]
    assert len(tab.of_kind("exception")) == 1
    assert len(tab.unconfirmed) == 4
    tab.server.path.write_text(source)
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=4 name=Ada tick=False"]
    assert tab.unconfirmed == []
    assert tab.of_kind("exception") == []


def test_l05_who_did_nothing_is_not_told_that_it_waits(process: Process) -> None:
    tab = Tab(process())
    source = tab.server.path.read_text()
    tab.server.path.write_text("def (")
    tab.send({})  # As "Always rerun" does when the script is saved.
    tab.settle()
    assert (told(tab), len(tab.of_kind("exception"))) == ([], 1)
    tab.click("Add")
    tab.settle()
    assert told(tab) == [(HELD.topic, HELD.text)]
    tab.server.path.write_text(source)
    tab.send({})
    tab.settle()
    assert tab.texts == ["count=1 name= tick=False"]
    assert len(tab.unconfirmed) == 0


def test_l05_it_waits_for_another_process_too(process: Process) -> None:
    tab = Tab(process())
    tab.server.path.write_text("def (")
    tab.click("Add")
    tab.settle()
    tab.move(process())
    tab.settle()
    assert tab.texts == ["count=1 name= tick=False"]


def test_l05_a_script_that_still_cannot_run_is_not_tried_again_and_again(process: Process) -> None:
    tab = Tab(process())
    tab.server.path.write_text("def (")
    tab.click("Add")
    tab.settle()
    begun = len(tab.told("run_started"))
    tab.session.script_changed(rerun=True)
    tab.settle()
    after = len(tab.told("run_started"))
    assert after == begun + 1


STEPS = """
state = st.session_state
state.setdefault("step", 1)
data = state.setdefault("data", dict())
gates.reach("start")
{above}
if state.step == 1:
    data["cups"] = st.number_input("Cups", value=1)
    gates.reach("read")
    {below}
st.text(data)
"""
NEXT = 'st.button("Next", on_click=state.__setitem__, args=("step", 2))'


@pytest.mark.parametrize("above", [True, False], ids=["a button above", "a button below"])
@pytest.mark.parametrize("where", ["nowhere", "start", "read"])
def test_l11_a_click_comes_after_what_was_entered_in_another_process_too(
    process: Process, where: str, above: bool
) -> None:
    source = STEPS.format(above=NEXT if above else "", below="" if above else NEXT)
    first = process(source)
    tab = Tab(first)
    first.gates.close(where)
    first.gates.reached.clear()
    tab.set("Cups", 7)
    if where != "nowhere":
        first.until(lambda: where in first.gates.reached)
    tab.click("Next")
    second = process(source)
    tab.move(second)
    first.gates.open(where)
    tab.settle()
    assert tab.texts == ["{'cups': 7}"]
    assert not tab.unconfirmed


@pytest.fixture(params=STORED.values(), ids=STORED)
def stored(request: pytest.FixtureRequest) -> str:
    """Return a script that needs what it has stored."""
    return str(request.param)


@pytest.fixture
def away(process: Process, stored: str) -> Tab:
    """Return a tab that is about to come to a process which cannot read what another has stored."""
    tab = Tab(process(stored))
    tab.move(process(stored, "new"))
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["n=1"]
    tab.disconnect()
    return tab


def come(tab: Tab, server: Server) -> None:
    """Have a tab come to a process that is told of the new secret later than others."""
    tab.move(server)
    server.until(lambda: tab.of_kind("exception") and tab.session.is_settled)


@pytest.mark.parametrize(
    "labels", [["Add"], ["Help", "Add"], ["Add", "Help"], ["Add", "Add"]], ids=str
)
def test_l09_a_process_that_cannot_read_what_is_stored_drops_nothing(
    process: Process, stored: str, away: Tab, labels: list[str]
) -> None:
    for label in labels:
        away.click(label)
    come(away, process(stored))
    assert [event.number for event in away.unconfirmed] == [*range(2, 2 + len(labels))]
    assert {*told(away)} == {("failed", UNREAD.text)}
    away.messages.clear()
    away.move(process(stored, "new"))
    away.settle()
    assert away.texts == [f"n={1 + labels.count('Add')}"]
    assert told(away) == []


def test_l09_nor_what_is_typed_above_a_click(process: Process) -> None:
    tab = Tab(process(READS_LAST))
    tab.move(process(READS_LAST, "new"))
    tab.click("Add")
    tab.settle()
    tab.disconnect()
    tab.set("Name", "Ada")
    tab.click("Add")
    come(tab, process(READS_LAST))
    tab.move(process(READS_LAST, "new"))
    tab.settle()
    assert (tab.texts, tab.value("Name")) == (["n=2"], "Ada")


@pytest.mark.parametrize(
    "again", [lambda tab: tab.transmit(tab.send({})), Tab.reload], ids=["a rerun", "a reload"]
)
def test_l09_who_is_impatient_gives_nothing_up(
    process: Process, stored: str, away: Tab, again: Callable[[Tab], None]
) -> None:
    away.click("Add")
    come(away, process(stored))
    again(away)
    away.server.until(lambda: away.session.is_settled)
    away.move(process(stored, "new"))
    away.settle()
    assert away.texts == ["n=2"]


@pytest.mark.parametrize("stored", [READS_LAST, CALLS_BACK], indirect=True)
def test_l09_nor_does_the_same_click_again(process: Process, stored: str, away: Tab) -> None:
    away.click("Add")
    come(away, process(stored))
    away.click("Add")
    away.server.until(lambda: away.session.is_settled)
    away.move(process(stored, "new"))
    away.settle()
    assert away.texts == ["n=3"]


def test_l09_whoever_uses_the_page_that_lacks_it_makes_do_with_that(
    process: Process, stored: str, away: Tab
) -> None:
    away.click("Add")
    come(away, process(stored))
    away.messages.clear()
    away.click("Help")
    away.settle()
    assert away.unconfirmed == []
    topics = {READS_FIRST: ["dropped"], READS_LAST: [], CALLS_BACK: ["failed"]}
    assert [topic for topic, _ in told(away)] == topics[stored]


def test_l09_who_needs_nothing_of_what_cannot_be_read_waits_for_nothing(process: Process) -> None:
    script = """
if st.button("Add"):
    st.session_state.n = 0
st.text(st.text_input("Name"))
"""
    tab = Tab(process(script))
    tab.move(process(script, "new"))
    tab.click("Add")
    tab.settle()
    tab.disconnect()
    tab.set("Name", "Ada")
    tab.move(process(script))
    tab.settle()
    assert tab.texts == ["Ada"]
    assert told(tab) == []
