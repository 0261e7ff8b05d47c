"""Threads that a script starts and lets draw (R10), in a session that goes on."""

import gc
import logging
from collections.abc import Callable

import pytest

from ostinato.run.hosting import hosting
from tab import Server, Tab

OpenTab = Callable[..., Tab]
STEPS = "step 0", "step 1", "step 2"

GIVE = """
import threading
from ostinato.run.threads import add_script_run_ctx

def begin(work, *args):
    thread = threading.Thread(target=work, args=args, daemon=True)
    add_script_run_ctx(thread).start()
    return thread
"""


@pytest.fixture
def open_tab(serve: Callable[[str], Server]) -> OpenTab:
    """Return a function that opens a tab on a script, some of whose gates are closed."""

    def open_one(source: str, *closed: str) -> Tab:
        server = serve(GIVE + source)
        server.gates.close(*closed)
        return Tab(server)

    return open_one


AFTER_THE_END = """
place = st.empty()

def work(place):
    for number in range(3):
        gates.reach(f"step {number}")
        place.text(f"step {number}")
        st.text(f"below {number}")
        st.session_state.step = number
    gates.reach("over")

if "begun" not in st.session_state:
    st.session_state.begun = True
    begin(work, place)
st.button("Again")
st.text(f"script step={st.session_state.get('step')}")
"""


def test_r10_what_a_thread_draws_after_the_script_has_ended_is_sent(open_tab: OpenTab) -> None:
    tab = open_tab(AFTER_THE_END, *STEPS)
    assert tab.texts == ["script step=None"]
    tab.server.gates.open("step 0")
    tab.server.until(lambda: tab.texts == ["step 0", "script step=None", "below 0"])
    tab.server.gates.open("step 1")
    tab.server.until(lambda: tab.texts == ["step 1", "script step=None", "below 0", "below 1"])


def test_r10_from_the_next_run_on_nobody_sees_it_and_the_thread_goes_on(open_tab: OpenTab) -> None:
    tab = open_tab(AFTER_THE_END, *STEPS)
    tab.server.gates.open("step 0")
    tab.server.until(lambda: "below 0" in tab.texts)
    tab.click("Again")
    tab.settle()
    assert tab.texts == ["script step=0"]
    tab.server.gates.open("step 1", "step 2")
    tab.server.until(lambda: "over" in tab.server.gates.reached)
    tab.click("Again")
    tab.settle()
    assert tab.texts == ["script step=2"]


def test_r10_a_page_that_is_loaded_anew_shows_what_a_thread_has_drawn(open_tab: OpenTab) -> None:
    tab = open_tab(AFTER_THE_END, *STEPS)
    tab.server.gates.open("step 0")
    tab.server.until(lambda: "below 0" in tab.texts)
    tab.disconnect()
    tab.server.gates.open("step 1")
    tab.server.until(lambda: "step 2" in tab.server.gates.reached)
    tab.connect()
    tab.server.until(lambda: "below 1" in tab.texts)


def test_r10_a_thread_and_the_script_draw_each_into_places_of_their_own(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
left, right = st.columns(2)

def work():
    with left:
        for number in range(200):
            st.text(f"left {number}")

thread = begin(work)
with right:
    for number in range(200):
        st.text(f"right {number}")
thread.join()
"""
    )
    for side in ("left", "right"):
        own = [text for text in tab.texts if text.startswith(side)]
        assert own == [f"{side} {number}" for number in range(200)]


def test_r10_a_thread_that_draws_at_once_does_not_flood_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
place = st.empty()

def work():
    for number in range(2000):
        place.text(f"number {number}")

begin(work)
"""
    )
    tab.server.until(lambda: tab.texts == ["number 1999"])
    assert len(tab.messages) < 1000


@pytest.mark.parametrize("end", ["st.stop()", "raise ValueError", "st.rerun()"])
def test_r10_however_the_script_ends_its_thread_may_go_on(open_tab: OpenTab, end: str) -> None:
    tab = open_tab(
        f"""
def work(place):
    gates.reach("step")
    place.text("late")
    gates.reach("over")

if "n" not in st.session_state or {end!r} != "st.rerun()":
    st.session_state.n = 1
    begin(work, st.empty())
    {end}
""",
        "step",
    )
    tab.server.gates.open("step")
    if end == "st.rerun()":
        tab.server.until(lambda: "over" in tab.server.gates.reached)
        tab.settle()
        assert tab.texts == []
    else:
        tab.server.until(lambda: "late" in tab.texts)


def test_r10_stop_in_a_thread_ends_the_thread_alone(
    open_tab: OpenTab, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    tab = open_tab(
        """
def work():
    try:
        st.text("before")
        st.stop()
        st.text("never")
    except SystemExit:
        st.text("in the thread")

begin(work).join()
st.text("after")
"""
    )
    assert tab.texts == ["before", "in the thread", "after"]
    assert not caplog.records


def test_r10_a_run_is_handed_on_from_thread_to_thread(open_tab: OpenTab) -> None:
    tab = open_tab("""
from ostinato.run.threads import get_script_run_ctx
seen = []

def work(left):
    seen.append(type(get_script_run_ctx()._run).__name__)
    if left:
        begin(work, left - 1).join()
    else:
        st.text(f"last {set(seen)}")

begin(work, 30).join()
""")
    assert tab.texts == ["last {'Run'}"]


def test_r10_a_thread_that_is_given_another_run_inside_of_a_container(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
import sys
from ostinato.run.threads import get_script_run_ctx
state = st.session_state
box = st.container()

def work(box):
    with box:
        st.text("inside")
        gates.reach("step 0")
    st.text("on the page")
    gates.reach("over")

if "begun" not in state:
    state.begun = True
    gates.thread = begin(work, box)
else:
    add_script_run_ctx(gates.thread)
    gates.reach("given")
st.button("Again")
""",
        "step 0",
    )
    tab.server.until(lambda: tab.texts == ["inside"])
    tab.click("Again")
    tab.settle()
    tab.server.gates.open("step 0")
    tab.server.until(lambda: "over" in tab.server.gates.reached)
    tab.server.until(lambda: tab.texts == ["on the page"])


UNDEFINED = """
import sys
import threading
gates.reach("before")

def tune():
    return "a"

def ask():
    gates.asked.append(hasattr(sys.modules["__main__"], "tune"))
    gates.reach("asked")

if not hasattr(gates, "asked"):
    gates.asked = []
    def wait():
        gates.reach("step 0")
        ask()
    threading.Thread(target=wait, daemon=True).start()
st.button("Again")
"""


def test_r09_a_thread_finds_a_name_while_the_next_run_has_not_defined_it(open_tab: OpenTab) -> None:
    with hosting:
        tab = open_tab(UNDEFINED, "step 0")
        tab.server.gates.close("before")
        tab.click("Again")
        tab.server.until(lambda: tab.server.gates.reached.count("before") == 2)
        tab.server.gates.open("step 0")
        tab.server.until(lambda: "asked" in tab.server.gates.reached)
        tab.server.gates.open("before")
        tab.settle()
    assert tab.server.gates.asked == [True]


def test_the_names_of_a_run_are_let_go_at_its_end(open_tab: OpenTab) -> None:
    tab = open_tab("""
import weakref

class Big:
    pass

big = Big()
gates.big = weakref.ref(big)
st.button("Again")
""")
    tab.click("Again")
    tab.settle()
    gc.collect()
    assert tab.server.gates.big() is None
