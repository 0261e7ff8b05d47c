"""Threads that a script starts and lets draw (R10), in a session that goes on."""

import logging
from collections.abc import Callable

import pytest

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
    """Give a function that opens a tab on a script, some of whose gates are closed."""

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

if "n" not in st.session_state or {end!r} != "st.rerun()":
    st.session_state.n = 1
    begin(work, st.empty())
    {end}
""",
        "step",
    )
    tab.server.gates.open("step")
    if end == "st.rerun()":
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
