"""Developers are told what the last runs did, and why each of them ran."""

from collections.abc import Callable
from typing import Any

from ostinato.session.history import MOST
from ostinato.wire.inspection import RunReport
from ostinato.wire.messages import Inspect, Stop
from session.test_scopes import CHART
from tab import Tab

OpenTab = Callable[..., Tab]

SCRIPT = """
st.session_state.setdefault("count", 0)
st.session_state.setdefault("rows", [1])
st.session_state.setdefault("old", 1)
if st.button("Add"):
    st.session_state.count += 1
    del st.session_state.old
    len(st.session_state.rows)
st.text_input("Name")
st.text(f"{st.session_state.count}")
"""


def reports(tab: Tab) -> list[RunReport]:
    """Return what a developer is told of the last runs, the newest first."""
    tab.session.receive(Inspect([]))
    tab.settle()
    _, runs, _ = tab.told("inspected")[-1]
    return [_report(run) for run in runs]


def _report(fields: list[Any]) -> RunReport:
    return RunReport(*fields)


def watched(tab: Tab) -> Tab:
    tab.attach(tab.hello(), is_developer=True)
    tab.settle()
    return tab


def test_a_run_tells_what_was_used_and_what_it_touched(open_tab: OpenTab) -> None:
    tab = watched(open_tab(SCRIPT))
    tab.click("Add")
    tab.settle()
    (run,) = reports(tab)
    assert (run.cause, run.used, run.parts, run.outcome) == ("event", ["Add"], [], "done")
    assert run.written == ["count", "old"]
    assert run.read == ["rows"]
    assert run.dropped == []


def test_a_run_tells_how_long_each_part_took_and_what_was_sent(open_tab: OpenTab) -> None:
    tab = watched(open_tab(SCRIPT))
    before = len(tab.messages)
    tab.click("Add")
    tab.settle()
    (run,) = reports(tab)
    assert [kind for kind, _ in run.durations] == ["waiting", "callbacks", "script", "saving"]
    assert all(seconds >= 0 for _, seconds in run.durations)
    assert (run.elements, run.edits) == (3, 1)
    assert len(tab.messages) > before
    assert 20 < run.bytes < 200


def test_a_part_that_ran_alone_is_named(open_tab: OpenTab) -> None:
    tab = watched(open_tab(CHART))
    tab.set("Inside", True)
    tab.settle()
    tab.session.request("clock", "chart")
    tab.settle()
    clock, inside = reports(tab)
    assert (inside.cause, inside.used, inside.parts) == ("event", ["Inside"], ["chart"])
    assert (clock.cause, clock.used, clock.parts) == ("clock", [], ["chart"])
    assert (inside.written, inside.read) == (["chart"], [])


def test_what_could_not_be_applied_and_how_it_ended_is_told(open_tab: OpenTab) -> None:
    tab = watched(open_tab('st.checkbox("Here")\nif st.button("Fail"):\n    1 / 0'))
    tab.click("Fail")
    tab.settle()
    tab.send({tab.find("Here"): "no"})
    tab.settle()
    dropped, failed = reports(tab)
    assert (failed.outcome, failed.used) == ("failed", ["Fail"])
    assert (dropped.outcome, dropped.dropped) == ("done", ["Here"])


def test_a_run_that_was_stopped_is_told(open_tab: OpenTab) -> None:
    tab = watched(open_tab('if st.button("Loop"):\n    while True:\n        st.empty()'))
    tab.click("Loop")
    tab.server.until(lambda: tab.session.runner.run is not None)
    tab.session.receive(Stop())
    tab.settle()
    (run,) = reports(tab)
    assert (run.outcome, run.used) == ("superseded", ["Loop"])


def test_nothing_is_noted_for_those_who_are_no_developers(open_tab: OpenTab) -> None:
    tab = open_tab(SCRIPT)
    tab.click("Add")
    tab.settle()
    assert tab.session.state.touched is None
    assert reports(watched(tab)) == []


def test_the_last_runs_are_kept_and_no_more(open_tab: OpenTab) -> None:
    tab = watched(open_tab(SCRIPT))
    for _ in range(MOST + 2):
        tab.click("Add")
        tab.settle()
    told = [run.number for run in reports(tab)]
    assert told == sorted(told, reverse=True)
    assert len(told) == MOST
    assert tab.session.state.touched is None


def test_a_run_tells_of_its_caches(open_tab: OpenTab) -> None:
    script = "@st.cache_data\ndef load(n):\n    return n\nst.button('Again')\nload(1)\nload(1)"
    tab = watched(open_tab(script))
    tab.click("Again")
    tab.settle()
    (run,) = reports(tab)
    assert [[*use] for use in run.caches] == [["load", 2, 0]]


def test_a_change_of_page_is_told_as_one(open_tab: OpenTab) -> None:
    tab = watched(open_tab("st.checkbox('On', key='on', bind='query-params')"))
    tab.send({"main": ["on=true", 0, ""]})
    tab.settle()
    assert reports(tab)[0].used == ["Address of the page"]
