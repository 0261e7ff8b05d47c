"""What is seen while a run goes on: skeleton and status."""

from collections.abc import Callable
from typing import Any

import pytest

from tab import Tab

OpenTab = Callable[..., Tab]


def test_w22_a_skeleton_with_a_block_is_there_for_as_long_as_that_runs(open_tab: OpenTab) -> None:
    tab = open_tab("""
with st.skeleton("stretch") as place:
    gates.reach("middle")
    st.text("inside")
if st.button("Go"):
    place.text("filled")
""")
    gates = tab.server.gates
    assert (tab.texts, tab.of_kind("skeleton")) == (["inside"], [])
    gates.close("middle")
    tab.click("Go")
    tab.server.until(lambda: tab.of_kind("skeleton"))
    assert tab.of_kind("skeleton") == [{"kind": "skeleton", "height": "stretch", "waits": True}]
    gates.open("middle")
    tab.settle()
    assert (tab.texts, tab.of_kind("skeleton")) == (["filled", "inside"], [])


@pytest.mark.parametrize("inside", ["1 / 0", "st.stop()", "if run < 3: st.rerun()"])
def test_w22_a_skeleton_leaves_no_ghost_however_its_block_ends(
    open_tab: OpenTab, inside: str
) -> None:
    tab = open_tab(f"""
run = st.session_state.run = st.session_state.get("run", 0) + 1
with st.skeleton():
    {inside}
""")
    assert tab.of_kind("skeleton") == []


def test_what_a_status_says_is_seen_while_the_run_goes_on(open_tab: OpenTab) -> None:
    tab = open_tab("""
with st.status("Load") as status:
    st.text("inside")
    status.update(label="Half")
    gates.reach("middle")
""")
    gates = tab.server.gates
    (done,) = tab.of_kind("status")
    assert (done["label"], done["state"]) == ("Half", "complete")
    gates.close("middle")
    tab.send({})
    tab.server.until(lambda: tab.of_kind("status")[0].get("state", "running") == "running")
    tab.reload()
    tab.server.until(lambda: tab.of_kind("status"))
    assert tab.of_kind("status")[0]["label"] == "Half"
    gates.open("middle")
    tab.settle()
    assert tab.of_kind("status") == [done]
    assert tab.texts == ["inside"]


def test_r04_a_status_does_not_spin_on_when_a_person_has_stopped_its_run(open_tab: OpenTab) -> None:
    tab = open_tab("""
with st.status("Load") as status:
    gates.reach("middle")
    st.text("never")
st.button("Go")
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.click("Go")
    tab.server.until(lambda: tab.of_kind("status")[0].get("state", "running") == "running")
    tab.stop()
    gates.open("middle")
    tab.settle()
    assert tab.of_kind("status")[0]["state"] == "error"


def test_r04_a_run_that_is_superseded_leaves_its_status_to_the_next(open_tab: OpenTab) -> None:
    tab = open_tab("""
name = st.text_input("Name")
with st.status("Load"):
    gates.reach("middle")
    st.text(name)
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.set("Name", "a")
    tab.server.until(lambda: tab.of_kind("status")[0].get("state", "running") == "running")
    tab.set("Name", "b")
    gates.open("middle")
    tab.settle()
    assert tab.of_kind("status")[0]["state"] == "complete"
    states = [edit[2]["state"] for edit in edits(tab) if edit[0] == "update" and "state" in edit[2]]
    assert "error" not in states


def edits(tab: Tab) -> list[list[Any]]:
    return [edit for message in tab.messages if message[0] == "edits" for edit in message[1]]
