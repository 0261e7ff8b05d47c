"""Fragments: functions whose part of the page runs without the rest (G01, G02)."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ostinato.session.clocks import Clocks
from ostinato.wire.messages import Seen
from tab import Server, Tab

OpenTab = Callable[..., Tab]

COUNTS = """
def count(name):
    st.session_state[name] = st.session_state.get(name, 0) + 1
    return f"{name} {st.session_state[name]}"

"""

CHART = (
    COUNTS
    + """
st.text(count("page"))

@st.fragment
def chart(title):
    st.text(count(title))
    if st.button("Again"):
        count("presses")
        st.text("pressed")
    if st.button("Whole"):
        st.rerun()
    if st.button("Twice"):
        st.rerun(scope="fragment")
    if st.button("Stop"):
        st.stop()
    if st.button("Break"):
        1 / 0
    st.checkbox("Inside", key="inside")
    return title

title = chart("chart")
st.checkbox("Outside", key="outside")
st.text(f"end {title}")
"""
)


def do(tab: Tab, *labels: str) -> list[str]:
    for label in labels:
        tab.click(label)
        tab.settle()
    return tab.texts


def test_g01_an_interaction_runs_the_function_alone_with_its_arguments(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    assert tab.texts == ["page 1", "chart 1", "end chart"]
    assert do(tab, "Again") == ["page 1", "chart 2", "pressed", "end chart"]
    tab.set("Inside", True)
    tab.settle()
    assert tab.texts == ["page 1", "chart 3", "end chart"]
    assert tab.session.state["inside"] is True
    tab.set("Outside", True)
    tab.settle()
    assert tab.texts == ["page 2", "chart 4", "end chart"]
    assert tab.value("Inside") is True


def test_g01_rerun_in_a_fragment_runs_the_app_or_the_fragment(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    assert do(tab, "Whole") == ["page 2", "chart 3", "end chart"]
    assert do(tab, "Twice") == ["page 2", "chart 5", "end chart"]
    assert tab.outcomes() == ["done", "superseded", "done", "superseded", "done"]


def test_g01_stop_ends_the_fragment_alone_and_an_error_stands_in_it(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    assert do(tab, "Stop") == ["page 1", "chart 2", "end chart"]
    tab.session.request("clock", "__main__.chart")
    tab.settle()
    assert "Inside" in tab.labels
    do(tab, "Break")
    (error,) = tab.of_kind("exception")
    assert error["type"] == "ZeroDivisionError"
    kinds = [tab.page.props[id]["kind"] for id in tab.page.walk("main")]
    assert kinds.index("exception") < kinds.index("checkbox")
    assert do(tab, "Again") == ["page 1", "chart 5", "pressed", "end chart"]


def test_g01_an_error_in_a_run_of_the_page_stands_in_its_fragment(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
@st.fragment
def part():
    if st.checkbox("Fail", True):
        1 / 0
    st.text("whole")

st.container().text("above")
with st.container(key="box"):
    part()
st.text("below")
"""
    )
    assert tab.texts == ["above"]
    (fragment,) = [id for id in tab.page.props if tab.page.props[id]["kind"] == "fragment"]
    assert "exception" in [tab.page.props[id]["kind"] for id in tab.page.walk(fragment)]


@pytest.mark.parametrize(
    "source",
    [
        'st.rerun(scope="fragment")',
        'st.fragment(lambda: st.rerun(scope="fragment"))()',
        'st.rerun(scope="key")',
        'st.rerun(scope=["key"])',
    ],
)
def test_g01_a_rerun_that_cannot_be_is_an_error(open_tab: OpenTab, source: str) -> None:
    tab = open_tab(
        f"try:\n    {source}\n"
        "except st.errors.StreamlitAPIException as error:\n    st.text(error)\n"
    )
    (text,) = tab.texts
    assert text.startswith("rerun: only")


KEYS = (
    COUNTS
    + """
st.text(count("page"))

def aim(scope):
    try:
        st.rerun(scope=scope)
    except st.errors.StreamlitAPIException as error:
        st.session_state.error = str(error)

@st.fragment(key="one")
def one():
    st.text(count("one"))

@st.fragment(key="two")
def two():
    st.text(count("two"))
    st.button("from two", on_click=aim, args=["one"])

one()
two()
one()
st.button("one", on_click=aim, args=["one"])
st.button("both", on_click=aim, args=[["one", "two"]])
st.button("none", on_click=aim, args=["three"])
st.button("fragment", on_click=aim, args=["fragment"])
st.button("app", on_click=aim, args=["app"])
"""
)


def test_g01_a_callback_can_name_the_fragments_to_run(open_tab: OpenTab) -> None:
    tab = open_tab(KEYS)
    assert do(tab, "one") == ["page 1", "one 3", "two 1", "one 4"]
    assert do(tab, "both") == ["page 1", "one 5", "two 2", "one 6"]
    assert do(tab, "from two") == ["page 1", "one 7", "two 2", "one 8"]
    assert do(tab, "none") == ["page 2", "one 9", "two 3", "one 10"]
    assert "no fragment on the page has this key, got scope='three'" in tab.session.state["error"]
    assert do(tab, "fragment") == ["page 3", "one 11", "two 4", "one 12"]
    assert do(tab, "app")[0] == "page 4"


ELSEWHERE = (
    COUNTS
    + """
top = st.container()
top.text("above")

@st.fragment
def part(name):
    st.text(count(name))
    top.text(f"top {st.session_state[name]}")
    with st.sidebar:
        st.text(f"side {name}")
        st.checkbox(f"Side {name}")
    if st.checkbox(f"More {name}"):
        top.button(f"Top {name}")
        st.sidebar.text("more")

part("a")
top.text("between")
part("b")
st.sidebar.text("page")
top.text("below")
"""
)


def sidebar(tab: Tab) -> list[str]:
    shown = [tab.page.props[id] for id in tab.page.walk("sidebar")]
    return [props["body"] if "body" in props else props["label"] for props in shown]


def test_g01_what_a_fragment_draws_elsewhere_is_replaced_in_place(open_tab: OpenTab) -> None:
    tab = open_tab(ELSEWHERE)
    assert tab.texts == ["above", "top 1", "between", "top 1", "below", "a 1", "b 1"]
    side = ["side a", "Side a", "side b", "Side b", "page"]
    assert sidebar(tab) == side
    tab.set("Side a", True)
    tab.settle()
    assert tab.texts == ["above", "top 2", "between", "top 1", "below", "a 2", "b 1"]
    assert sidebar(tab) == side
    tab.set("More a", True)
    tab.settle()
    assert tab.texts == ["above", "top 3", "between", "top 1", "below", "a 3", "b 1"]
    assert sidebar(tab) == ["side a", "Side a", "more", "side b", "Side b", "page"]
    do(tab, "Top a")
    assert tab.texts == ["above", "top 4", "between", "top 1", "below", "a 4", "b 1"]
    tab.set("More a", False)
    tab.settle()
    assert sidebar(tab) == side
    assert "Top a" not in tab.labels


def test_g02_a_run_of_a_fragment_lets_its_own_widgets_lapse_only(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
@st.fragment
def part():
    if st.checkbox("More", True):
        st.text_input("Name", "Ada", key="name")

@st.fragment
def other():
    st.text_input("Other", "Bob", key="other")

part()
other()
st.text_input("Page", "Eve", key="page")
"""
    )
    tab.set("More", False)
    tab.settle()
    assert sorted(tab.session.state) == ["other", "page"]


def test_g01_fragments_in_loops_and_in_one_another_are_told_apart(open_tab: OpenTab) -> None:
    tab = open_tab(
        COUNTS
        + """
@st.fragment
def inner(name):
    st.text(count(f"inner {name}"))
    st.checkbox("In")

@st.fragment
def outer(name):
    st.text(count(f"outer {name}"))
    st.checkbox("Out")
    inner(name)

for name in "ab":
    outer(name)
"""
    )
    boxes = {label: [] for label in ("In", "Out")}
    for id, props in tab.page.props.items():
        if props.get("label") in boxes:
            boxes[props["label"]].append(id)
    assert len({*boxes["In"], *boxes["Out"]}) == 4
    tab.send({boxes["In"][1]: True})
    tab.settle()
    assert tab.texts == ["outer a 1", "inner a 1", "outer b 1", "inner b 2"]
    tab.send({boxes["Out"][0]: True})
    tab.settle()
    assert tab.texts == ["outer a 2", "inner a 2", "outer b 1", "inner b 2"]
    assert tab.page.values[boxes["In"][1]] is True


def test_c02_what_a_callback_draws_stands_above_and_goes_with_the_next_run(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(
        COUNTS
        + """
def say():
    st.text("said")
    part("callback")

@st.fragment
def part(name):
    st.text(count(name))
    st.button("Say " + name, on_click=say)
    st.checkbox("Quiet " + name)

st.text("page")
part("script")
"""
    )
    assert do(tab, "Say script") == ["said", "callback 1", "page", "script 2"]
    tab.set("Quiet callback", True)
    tab.settle()
    assert tab.texts == ["said", "callback 2", "page", "script 2"]
    tab.set("Quiet script", True)
    tab.settle()
    assert tab.texts == ["page", "script 3"]


def test_f01_a_form_in_a_fragment_is_submitted_to_it_and_cleared(open_tab: OpenTab) -> None:
    tab = open_tab(
        COUNTS
        + """
st.text(count("page"))

@st.fragment
def part():
    with st.form("f", clear_on_submit=True):
        name = st.text_input("Name")
        if st.form_submit_button("Add"):
            st.text(f"added {name}")

part()
"""
    )
    tab.send({tab.find("Name"): "Ada"}, tab.find("Add"))
    tab.settle()
    assert tab.texts == ["page 1", "added Ada"]
    assert tab.value("Name") == ""


def test_an_event_of_a_fragment_that_is_gone_runs_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(
        COUNTS
        + """
st.text(count("page"))

@st.fragment
def part():
    st.checkbox("Inside")

if not st.checkbox("Hide"):
    part()
"""
    )
    inside = tab.find("Inside")
    tab.set("Hide", True)
    tab.settle()
    tab.send({inside: True})
    tab.settle()
    assert tab.texts == ["page 3"]
    assert not tab.of_kind("exception")


@pytest.mark.parametrize("how", ["st.stop()", "1 / 0"])
def test_l05_a_fragment_that_stops_or_fails_ends_no_other(open_tab: OpenTab, how: str) -> None:
    tab = open_tab(
        f"""
@st.fragment
def first():
    if st.checkbox("One"):
        {how}

@st.fragment
def second():
    if st.checkbox("Two"):
        st.text("two")
    else:
        st.checkbox("Three", key="three")

first()
second()
gates.reach("end")
"""
    )
    tab.server.gates.close("end")
    tab.send({})
    tab.server.until(lambda: tab.server.gates.reached.count("end") == 2)
    tab.set("One", True)
    tab.set("Two", True)
    tab.server.gates.open("end")
    tab.settle()
    assert tab.texts == ["two"]
    assert len(tab.told("run_started")) == 3
    assert "three" not in tab.session.state
    assert bool(tab.of_kind("exception")) is (how == "1 / 0")


# Clocks.

CLOCK = (
    COUNTS
    + """
st.text(count("page"))

@st.fragment(run_every=every)
def clock():
    st.text(count("clock"))
    gates.reach("clock")

if not st.checkbox("Hide"):
    clock()
"""
)


def clocked(every: object) -> str:
    return f"every = {every!r}\n" + CLOCK


def ticks(tab: Tab) -> int:
    return tab.server.gates.reached.count("clock")


def test_g02_a_fragment_runs_on_its_clock_until_it_is_gone(open_tab: OpenTab) -> None:
    tab = open_tab(clocked(0.05))
    tab.server.until(lambda: ticks(tab) >= 3)
    assert tab.texts[0] == "page 1"
    tab.set("Hide", True)
    tab.settle()
    seen = ticks(tab)
    assert not tab.session.clocks.are_ticking
    assert tab.texts == ["page 2"]
    tab.settle()
    assert ticks(tab) == seen


def test_g02_it_rests_while_nobody_sees_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(clocked(0.05))
    tab.transmit(Seen(False))
    assert not tab.session.clocks.are_ticking
    tab.transmit(Seen(True))
    assert tab.session.clocks.are_ticking
    seen = ticks(tab)
    tab.server.until(lambda: ticks(tab) > seen)
    tab.disconnect()
    assert not tab.session.clocks.are_ticking
    tab.connect()
    seen = ticks(tab)
    tab.server.until(lambda: ticks(tab) > seen)


def test_g02_it_never_piles_up_and_never_ends_the_run_of_a_person(open_tab: OpenTab) -> None:
    tab = open_tab(clocked(0.05) + 'st.checkbox("Slow")\ngates.reach("end")\n')
    gates = tab.server.gates
    tab.server.until(lambda: ticks(tab) >= 2)
    gates.close("end")
    before = gates.reached.count("end")
    tab.set("Slow", True)
    tab.server.until(lambda: gates.reached.count("end") > before)
    seen, loop = ticks(tab), tab.server.loop
    due = loop.time() + 0.2
    tab.server.until(lambda: loop.time() > due)
    gates.open("end")
    tab.server.until(lambda: ticks(tab) > seen)
    causes = [cause for *_, cause in tab.told("run_started")]
    assert "superseded" not in tab.outcomes()
    # All the ticks of that time are one run.
    assert causes[causes.index("event") + 1 :] == ["clock"]


def test_g02_after_f5_or_a_move_the_clock_goes_on(open_tab: OpenTab) -> None:
    tab = open_tab(clocked(0.05))
    tab.reload()
    seen = ticks(tab)
    tab.server.until(lambda: ticks(tab) > seen + 1)
    tab.disconnect()
    tab.server.loop.run_until_complete(tab.server.registry.close())
    tab.server.registry.__init__(tab.server.services)  # type: ignore[misc]
    tab.connect()
    seen = ticks(tab)
    tab.server.until(lambda: ticks(tab) > seen + 1)


def test_g02_a_session_with_a_clock_rests_only_while_nobody_sees_it(open_tab: OpenTab) -> None:
    tab = open_tab(clocked(60))
    late = tab.session.used_at + 10 * tab.server.services.config.session.rest
    assert not tab.session.can_rest(late)
    tab.transmit(Seen(False))
    assert tab.session.can_rest(late)


def test_l09_events_of_a_fragment_survive_a_move(serve: Callable[..., Server]) -> None:
    tab: Any = Tab(serve(CHART))
    tab.disconnect()
    tab.server.loop.run_until_complete(tab.server.registry.close())
    tab.server.registry.__init__(tab.server.services)
    tab.click("Again")
    tab.set("Inside", True)
    tab.connect()
    tab.settle()
    assert tab.session.state["inside"] is True
    assert tab.session.state["presses"] == 1
    assert not tab.unconfirmed


class Hand:
    """A loop whose time is moved by hand."""

    def __init__(self) -> None:
        self.now, self.calls = 0.0, list[tuple[float, Any]]()

    def time(self) -> float:
        return self.now

    def call_at(self, at: float, task: Any) -> Any:
        entry = (at, task)
        self.calls.append(entry)
        return SimpleNamespace(cancel=lambda: self.calls.remove(entry))

    def move(self, to: float) -> None:
        self.now = to
        for at, task in [*self.calls]:
            if at <= to:
                self.calls.remove((at, task))
                task()


def test_g02_what_takes_longer_than_its_time_leaves_room_for_others() -> None:
    loop, asked = Hand(), list[str]()
    clocks = Clocks(loop, asked.append)  # type: ignore[arg-type]
    scopes: Any = {"slow": SimpleNamespace(run_every=10.0), "none": SimpleNamespace(run_every=None)}
    clocks.turn(is_on=True)
    clocks.follow(scopes)
    loop.move(9)
    assert asked == []
    loop.move(10)
    assert asked == ["slow"]
    # Its run goes on, and that of a person is over.
    loop.move(30)
    assert (asked, loop.calls) == (["slow"], [])
    clocks.follow(scopes)
    loop.move(39)
    assert asked == ["slow"]
    loop.move(40)
    assert asked == ["slow"] * 2
    # It keeps its time if it is quick.
    loop.move(41)
    clocks.follow(scopes)
    loop.move(50)
    assert asked == ["slow"] * 3
    clocks.follow({})
    loop.move(100)
    assert (asked, clocks.are_ticking) == (["slow"] * 3, False)


def test_w07_a_fragment_that_a_callback_has_called_too_keeps_what_was_entered(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(
        """
@st.fragment
def part():
    st.text(f"is {st.checkbox('On')}")

st.button("Call", on_click=part)
part()
"""
    )
    tab.set("On", True)
    tab.settle()
    assert do(tab, "Call") == ["is False", "is True"]


# In parallel.

PARALLEL = (
    COUNTS
    + """
st.text(count("page"))

@st.fragment(parallel=True)
def part(name, waits_for=None):
    if waits_for:
        gates.reach(waits_for)
    st.text(count(name))
    if st.checkbox(f"Stop {name}"):
        st.stop()
    if st.checkbox(f"Break {name}"):
        1 / 0
    if st.checkbox(f"Anew {name}") and st.session_state[name] < 9:
        st.rerun()
    st.text(f"end {name}")
    return name

gone = part("slow", "slow"), part("quick")
st.text(gone)
st.checkbox("Outside")
gates.reach("script")
"""
)


def test_g01_parallel_fragments_stand_in_the_order_of_their_calls(open_tab: OpenTab) -> None:
    tab = open_tab(PARALLEL)
    whole = ["page 1", "slow 1", "end slow", "quick 1", "end quick", "(None, None)"]
    assert tab.texts == whole
    gates = tab.server.gates
    gates.close("slow")
    tab.set("Outside", True)
    # The script has ended, and so has what is quick; its run waits for what is slow.
    tab.server.until(lambda: gates.reached.count("script") == 2 and "quick 2" in tab.texts)
    assert "page 2" in tab.texts
    assert tab.outcomes() == ["done"]
    gates.open("slow")
    tab.settle()
    assert tab.texts == [text.replace("1", "2") for text in whole]
    tab.set("Stop quick", True)
    tab.settle()
    assert tab.texts == ["page 2", "slow 2", "end slow", "quick 3", "(None, None)"]


def test_g01_a_parallel_fragment_ends_no_other_and_its_error_stands_in_it(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(PARALLEL)
    tab.set("Stop slow", True)
    tab.set("Break quick", True)
    tab.settle()
    tab.set("Outside", True)
    tab.settle()
    assert tab.texts == ["page 2", "slow 3", "quick 3", "(None, None)"]
    fragments = [id for id, props in tab.page.props.items() if props["kind"] == "fragment"]
    kinds = [[tab.page.props[id]["kind"] for id in tab.page.walk(each)] for each in fragments]
    assert ["exception" in each for each in kinds] == [False, True]
    tab.set("Stop slow", False)
    tab.settle()
    tab.set("Anew slow", True)
    tab.settle()
    assert tab.session.state["slow"] == 9


def test_r04_parallel_fragments_end_early_with_their_run(open_tab: OpenTab) -> None:
    tab = open_tab(PARALLEL)
    gates = tab.server.gates
    gates.close("slow")
    tab.set("Outside", True)
    tab.server.until(lambda: gates.reached.count("slow") == 2)
    tab.set("Outside", False)
    gates.open("slow")
    tab.settle()
    assert tab.outcomes() == ["done", "superseded", "done"]
    assert (tab.texts[0], tab.texts[2], tab.texts[-1]) == ("page 3", "end slow", "(None, None)")
