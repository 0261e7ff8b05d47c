"""A run has a cause and a scope: a part of the page runs alone, also on a clock (mechanism 1)."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.run.ends import Outcome
from ostinato.session.schedule import CAUSES, WHOLE, Schedule, merge
from ostinato.wire.messages import Event
from tab import Tab

OpenTab = Callable[..., Tab]

PART = """
from ostinato.run.run import run_here
from ostinato.run.scope import draw_scope, next_scope

def part(name, function):
    place = st.container()
    return draw_scope(run_here(), next_scope(run_here(), name), place.node, function)

st.session_state.setdefault("page", 0)
st.session_state.page += 1
"""

CHART = (
    PART
    + """
def chart():
    st.session_state.setdefault("chart", 0)
    st.session_state.chart += 1
    st.text(f"chart {st.session_state.chart}")
    if st.button("Again"):
        st.text("pressed")
    st.checkbox("Inside", key="inside")

st.text(f"page {st.session_state.page}")
st.checkbox("Outside", key="outside")
part("chart", chart)
st.text(f"end {st.session_state.outside}")
"""
)


def causes(tab: Tab) -> list[str]:
    return [cause for *_, cause in tab.told("run_started")]


def ask(tab: Tab, cause: Any, scope: str) -> None:
    tab.session.request(cause, scope)
    tab.settle()


def test_a_widget_of_a_part_runs_that_part_alone(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    assert tab.texts == ["page 1", "chart 1", "end False"]
    tab.click("Again")
    tab.settle()
    assert tab.texts == ["page 1", "chart 2", "pressed", "end False"]
    tab.set("Inside", True)
    tab.settle()
    assert tab.texts == ["page 1", "chart 3", "end False"]
    assert tab.session.state["inside"] is True
    tab.set("Outside", True)
    tab.settle()
    assert tab.texts == ["page 2", "chart 4", "end True"]


def test_w10_a_run_of_a_part_forgets_no_widget_of_another(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    tab.set("Outside", True)
    tab.settle()
    tab.click("Again")
    tab.settle()
    assert tab.session.state["outside"] is True


def test_a_part_runs_on_a_clock_and_says_why(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    loop = tab.server.loop
    loop.call_soon(tab.session.request, "clock", "chart")
    tab.server.until(lambda: "chart 2" in tab.texts)
    loop.call_soon(tab.session.request, "clock", "chart")
    tab.server.until(lambda: "chart 3" in tab.texts)
    tab.settle()
    assert tab.texts == ["page 1", "chart 3", "end False"]
    assert causes(tab) == ["visit", "clock", "clock"]


def test_a_clock_never_ends_the_run_of_a_person_and_never_piles_up(open_tab: OpenTab) -> None:
    tab = open_tab(CHART + 'gates.reach("end")\n')
    gates = tab.server.gates
    gates.close("end")
    tab.set("Outside", True)
    tab.server.until(lambda: gates.reached.count("end") == 2)
    for _ in range(5):
        tab.session.request("clock", "chart")
    gates.open("end")
    tab.settle()
    assert tab.outcomes() == ["done", "done", "done"]
    assert tab.texts == ["page 2", "chart 3", "end True"]
    assert causes(tab) == ["visit", "event", "clock"]


def test_what_a_part_no_longer_draws_goes_and_its_widgets_with_it(open_tab: OpenTab) -> None:
    tab = open_tab(
        PART
        + """
def chart():
    if st.checkbox("More", True):
        st.text_input("Name", "Ada", key="name")

part("chart", chart)
st.text("below")
"""
    )
    assert "Name" in tab.labels
    tab.set("More", False)
    tab.settle()
    assert tab.labels == ["More"]
    assert "name" not in tab.session.state
    assert tab.texts == ["below"]


def test_a_part_in_a_part_runs_alone_and_with_what_it_lies_in(open_tab: OpenTab) -> None:
    tab = open_tab(
        PART
        + """
def inner():
    st.session_state.inner = st.session_state.get("inner", 0) + 1
    st.text(f"inner {st.session_state.inner}")

def outer():
    st.session_state.outer = st.session_state.get("outer", 0) + 1
    st.text(f"outer {st.session_state.outer}")
    part("inner", inner)

part("outer", outer)
"""
    )
    ask(tab, "clock", "outer/inner")
    assert tab.texts == ["outer 1", "inner 2"]
    ask(tab, "clock", "outer")
    assert tab.texts == ["outer 2", "inner 3"]
    ask(tab, "clock", "outer/inner")
    assert tab.texts == ["outer 2", "inner 4"]


def test_equal_widgets_in_two_parts_are_two_widgets(open_tab: OpenTab) -> None:
    tab = open_tab(
        PART
        + """
def box(name):
    st.text(f"{name} {st.checkbox('On')}")

st.checkbox("On")
part("left", lambda: box("left"))
part("right", lambda: box("right"))
"""
    )
    ids = [id for id, props in tab.page.props.items() if props.get("label") == "On"]
    assert len(set(ids)) == 3
    tab.send({ids[2]: True})
    tab.settle()
    assert tab.texts == ["left False", "right True"]
    tab.send({ids[1]: True})
    tab.settle()
    assert tab.texts == ["left True", "right True"]


def test_a_part_that_is_gone_is_a_matter_of_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    ask(tab, "clock", "another")
    assert tab.texts == ["page 2", "chart 2", "end False"]


def test_l09_after_a_move_an_event_of_a_part_waits_for_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    tab.disconnect()
    tab.server.loop.run_until_complete(tab.server.registry.close())
    tab.server.registry.__init__(tab.server.services)  # type: ignore[misc]
    tab.click("Again")
    tab.connect()
    tab.settle()
    assert "pressed" in tab.texts


def test_r06_an_error_in_a_part_stands_in_it_and_the_rest_stays(open_tab: OpenTab) -> None:
    tab = open_tab(
        PART
        + """
def chart():
    if st.button("Break"):
        1 / 0
    st.text("drawn")

part("chart", chart)
st.text("below")
"""
    )
    tab.click("Break")
    tab.settle()
    (error,) = tab.of_kind("exception")
    assert error["type"] == "ZeroDivisionError"
    shown = [tab.page.props[id]["kind"] for id in tab.page.walk("main")]
    assert shown.index("exception") < shown.index("text")
    assert tab.texts == ["below"]
    tab.click("Break")
    tab.settle()


def test_r04_an_event_supersedes_a_run_of_a_part_and_what_is_owed_is_drawn(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(
        PART
        + """
def chart():
    st.checkbox("Fast")
    gates.reach("middle")
    st.text(f"drawn {st.session_state.page}")

part("chart", chart)
st.checkbox("Outside")
"""
    )
    gates = tab.server.gates
    gates.close("middle")
    tab.set("Fast", True)
    tab.server.until(lambda: gates.reached.count("middle") == 2)
    tab.set("Outside", True)
    gates.open("middle")
    tab.settle()
    assert tab.outcomes() == ["done", "superseded", "done"]
    assert tab.texts == ["drawn 2"]


# The schedule, as a table.


@pytest.mark.parametrize(
    ("scopes", "merged"),
    [
        (["a"], {"a"}),
        (["a", "b", "a"], {"a", "b"}),
        (["a", ""], {""}),
        ([], {""}),
        (["a", "a/b", "a/b/c", "ab", "d/e"], {"a", "ab", "d/e"}),
    ],
)
def test_the_page_swallows_its_parts(scopes: list[str], merged: set[str]) -> None:
    assert merge(scopes) == merged


def scheduled(*scopes: str) -> Schedule:
    """Return one that has run the page, whose widgets are called by the scope they belong to."""
    schedule = Schedule(0, lambda id: True, lambda id: id.partition(":")[0])
    schedule.take()
    schedule.ended(Outcome.DONE, has_begun=True)
    for scope in scopes:
        schedule.ask("clock", scope)
    return schedule


def test_value_changes_of_several_parts_are_one_run_and_each_press_one_of_its_own() -> None:
    schedule = scheduled()
    schedule.put(Event(1, {"a:x": 1}, None), 0)
    schedule.put(Event(2, {"b:x": 1}, None), 0)
    schedule.put(Event(3, {}, "b:go"), 0)
    schedule.put(Event(4, {}, "a:go"), 0)
    for numbers, scopes in (([1, 2], {"a", "b"}), ([3], {"b"}), ([4], {"a"})):
        request = schedule.take()
        assert ([event.number for event in request.events], request.scopes) == (numbers, scopes)
    assert schedule.is_empty


def test_a_clock_that_waits_goes_with_the_event_and_the_event_says_why() -> None:
    schedule = scheduled("a")
    schedule.put(Event(1, {"b:x": 1}, None), 0)
    request = schedule.take()
    assert (request.scopes, request.cause) == ({"a", "b"}, "event")


def test_what_was_superseded_is_owed() -> None:
    schedule = scheduled("a")
    schedule.take()
    schedule.ended(Outcome.SUPERSEDED, has_begun=True)
    schedule.put(Event(1, {"b:x": 1}, None), 0)
    assert schedule.take().scopes == {"a", "b"}


def test_l02_a_part_that_runs_meanwhile_does_not_stand_for_a_page_that_was_deserted() -> None:
    schedule = Schedule(0, lambda id: True)
    schedule.take()
    schedule.ended(Outcome.DESERTED, has_begun=True)
    schedule.ask("clock", "a")
    schedule.take()
    schedule.ended(Outcome.DONE, has_begun=True)
    assert schedule.is_deserted
    schedule.ask("visit")
    schedule.take()
    assert not schedule.is_deserted


def test_l09_a_run_of_a_part_completes_no_page() -> None:
    schedule = Schedule(0, lambda id: False, lambda id: "")
    schedule.take()
    schedule.ended(Outcome.SUPERSEDED, has_begun=True)
    schedule.take()
    schedule.ask("clock", "a")
    assert schedule.take().scopes == {"a"}
    schedule.ended(Outcome.DONE, has_begun=True)
    schedule.put(Event(1, {"new": 1}, None), 0)
    assert schedule.take().events == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), st.sampled_from(CAUSES), st.sampled_from(["", "a", "b"])),
        st.tuples(st.just("change"), st.sampled_from(["", "a", "b"])),
        st.tuples(st.just("press"), st.sampled_from(["", "a", "b"])),
        st.tuples(st.just("take"), st.sampled_from(["done", "superseded", "back"])),
    )
)


@given(STEPS)
def test_l05_nothing_asked_for_is_lost_and_no_two_presses_share_a_run(steps: list[Any]) -> None:
    schedule, number = scheduled(), 0
    owed: set[str] = set()
    taken: list[int] = []
    for kind, *rest in steps:
        if kind == "ask":
            schedule.ask(*rest)
            owed.add(rest[1])
        elif kind == "take":
            request = schedule.take()
            wanted = WHOLE if "" in owed else owed
            events = {each.partition(":")[0] for event in request.events for each in event.ids}
            assert request.scopes == merge([*wanted, *events])
            assert sum(event.trigger is not None for event in request.events) <= 1
            assert all(event.trigger is None for event in request.events[:-1])
            owed = set()
            if rest[0] == "back":
                schedule.put_back(request)
                owed = set(request.scopes) if request.is_due else set()
                continue
            taken += [event.number for event in request.events]
            schedule.ended(Outcome(rest[0]), has_begun=True)
            owed = set(request.scopes) if rest[0] == "superseded" else set()
        else:
            number += 1
            id = f"{rest[0]}:x"
            press = kind == "press"
            schedule.put(Event(number, {} if press else {id: 1}, id if press else None), 0)
    while not schedule.is_empty:
        taken += [event.number for event in schedule.take().events]
        schedule.ended(Outcome.DONE, has_begun=True)
    assert taken == list(range(1, number + 1))


def test_l11_how_long_the_page_takes_to_come_to_an_input_is_not_said_by_a_part(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(CHART)
    widgets = tab.session.state.entries.widgets
    before = widgets["#inside"].elements_until
    ask(tab, "event", tab.session.state.inputs.scope_of("#inside"))
    assert tab.texts == ["page 1", "chart 2", "end False"]
    assert widgets["#inside"].elements_until == before > 0
