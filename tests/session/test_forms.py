"""Forms (F01, F02): what is submitted is one event, and is cleared only when it has been seen."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.stores.memory import MemoryStore
from tab import Server, Tab

OpenTab = Callable[..., Tab]

GUESTS = """
st.session_state.setdefault("guests", [])
def note():
    st.session_state.guests.append(st.session_state.name)
with st.form("guest", clear_on_submit=True):
    name = st.text_input("Name", "nobody", key="name")
    st.checkbox("Comes", key="comes")
    sent = st.form_submit_button("Add", on_click=note)
st.text(f"{name} {st.session_state.comes} {sent}")
gates.reach("end")
st.checkbox("Other")
st.text(st.session_state.guests)
"""


def submit(tab: Tab, **values: Any) -> None:
    """Submit the form as the page does: what has changed, and the button, in one event."""
    tab.send({f"#{key}": value for key, value in values.items()}, tab.find("Add"))


def filled(tab: Tab) -> tuple[Any, Any]:
    return tab.value("Name"), tab.value("Comes")


def hold(tab: Tab) -> None:
    """Let the next run wait before its end."""
    tab.server.gates.close("end")
    tab.server.gates.reached.clear()


def until_held(tab: Tab) -> None:
    tab.server.until(lambda: "end" in tab.server.gates.reached)


def test_w17_f01_all_values_of_one_event_make_one_run(open_tab: OpenTab) -> None:
    tab = open_tab(GUESTS)
    runs = len(tab.outcomes())
    submit(tab, name="Ada", comes=True)
    tab.settle()
    assert tab.texts == ["Ada True True", "['Ada']"]
    assert len(tab.outcomes()) == runs + 1


def test_l05_a_fast_double_submit_counts_twice_in_order(open_tab: OpenTab) -> None:
    tab = open_tab(GUESTS)
    hold(tab)
    submit(tab, name="Ada")
    submit(tab, name="Bob")
    submit(tab)
    tab.server.gates.open("end")
    tab.settle()
    assert tab.texts == ["nobody False True", "['Ada', 'Bob', 'nobody']"]


def test_f02_what_is_cleared_is_no_value_that_the_script_has_set(open_tab: OpenTab) -> None:
    tab = open_tab(GUESTS)
    submit(tab, name="Ada")
    tab.settle()
    edits = [edit for (edits,) in tab.told("edits") for edit in edits]
    assert ["clear", "#name", "nobody"] in edits
    assert not [edit for edit in edits if edit[0] == "set"]
    assert filled(tab) == ("nobody", False)


def test_f02_a_superseded_run_loses_nothing(open_tab: OpenTab) -> None:
    quick = Config(runner=msgspec.structs.replace(Runner(), click_grace=0.0))
    tab = open_tab(GUESTS, config=quick)
    hold(tab)
    submit(tab, name="Ada", comes=True)
    until_held(tab)
    tab.set("Other", True)
    tab.server.gates.open("end")
    tab.settle()
    assert "superseded" in tab.outcomes()
    assert tab.texts[0] == "Ada True False"
    assert filled(tab) == ("Ada", True)


def test_f02_a_run_that_a_person_stops_loses_nothing(open_tab: OpenTab) -> None:
    tab = open_tab(GUESTS)
    hold(tab)
    submit(tab, name="Ada", comes=True)
    until_held(tab)
    tab.stop()
    tab.server.gates.open("end")
    tab.settle()
    tab.send({})
    tab.settle()
    assert filled(tab) == ("Ada", True)


@pytest.mark.parametrize("waits", [True, False])
def test_s10_f02_another_process_knows_what_was_cleared(tmp_path: Path, waits: bool) -> None:
    store = MemoryStore(time.monotonic)
    with Server(tmp_path, GUESTS, store=store) as first:
        tab = Tab(first)
        submit(tab, name="Ada", comes=True)
        if waits:
            tab.settle()
        with Server(tmp_path, GUESTS, store=store) as second:
            tab.move(second)
            tab.settle()
            assert filled(tab) == ("nobody", False)
            assert tab.texts[-1] == "['Ada']"
