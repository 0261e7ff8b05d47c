"""Forms (F01, F02): what is submitted is one event, and is cleared only when it has been seen."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.run import elements, form, identity
from ostinato.session import ending, ladder
from ostinato.state.inputs import Inputs
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


def test_f02_after_a_superseded_run_the_next_sees_the_values_and_clears(open_tab: OpenTab) -> None:
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
    assert filled(tab) == ("nobody", False)


def test_f02_what_was_submitted_is_not_submitted_twice(open_tab: OpenTab) -> None:
    quick = Config(runner=msgspec.structs.replace(Runner(), click_grace=0.0))
    tab = open_tab(GUESTS, config=quick)
    hold(tab)
    submit(tab, name="Ada", comes=True)
    until_held(tab)
    submit(tab)
    submit(tab, name="Bob")
    tab.server.gates.open("end")
    tab.settle()
    assert "superseded" in tab.outcomes()
    assert tab.texts == ["Bob False True", "['Ada', 'nobody', 'Bob']"]
    assert filled(tab) == ("nobody", False)


RERUNS = """
with st.form("guest", clear_on_submit=True):
    st.text_input("Name", "", key="name")
    sent = st.form_submit_button("Add")
with st.form("place", clear_on_submit=True):
    st.text_input("City", "", key="city")
    told = st.form_submit_button("Tell")
st.checkbox("Other")
gates.reach("sent" if sent or told else "end")
if sent or told:
    st.rerun()
st.text("end")
"""


def submit_and_hold_the_rerun(tab: Tab) -> None:
    hold(tab)
    submit(tab, name="Ada")
    until_held(tab)


def test_f02_a_rerun_that_is_superseded_leaves_the_clearing_to_the_next(open_tab: OpenTab) -> None:
    tab = open_tab(RERUNS)
    submit_and_hold_the_rerun(tab)
    tab.set("Other", True)
    tab.server.gates.open("end")
    tab.settle()
    assert tab.outcomes() == ["done", "superseded", "superseded", "done"]
    assert tab.value("Name") == ""


def test_f02_a_rerun_whose_browser_goes_leaves_the_clearing_to_the_next(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "GONE_AFTER", 0.0)
    tab = open_tab(RERUNS)
    submit_and_hold_the_rerun(tab)
    run = tab.session.runner.run
    assert run is not None
    tab.disconnect()
    tab.server.until(lambda: run.interrupt.asked == "gone")
    tab.server.gates.open("end")
    tab.server.until(lambda: tab.session.is_settled)
    tab.connect()
    tab.settle()
    assert tab.value("Name") == ""


@pytest.mark.parametrize("answers", [True, False])
def test_f02_a_rerun_that_a_person_stops_clears_nothing(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    monkeypatch.setattr(ending, "PATIENCE", {"stop": 10.0 if answers else 0.0, "close": 1.0})
    monkeypatch.setattr(ladder, "AGAIN", 0.01)
    monkeypatch.setattr(ladder, "ABANDON_AFTER", 0.0)
    tab = open_tab(RERUNS)
    submit_and_hold_the_rerun(tab)
    tab.stop()
    if not answers:
        tab.settle()
    tab.server.gates.open("end")
    tab.settle()
    tab.send({})
    tab.settle()
    assert tab.value("Name") == "Ada"


SETS = """
st.session_state.setdefault("steps", [])
step = st.session_state.steps.pop(0) if st.session_state.steps else None
def note():
    st.session_state.steps = steps
    if in_callback:
        st.session_state.name = "Bob"
steps, in_callback = gates.steps, gates.in_callback
if step == "set":
    st.session_state.name = "Bob"
with st.form("guest", clear_on_submit=True):
    st.text_input("Name", "", key="name")
    st.text_input("City", "", key="city")
    sent = st.form_submit_button("Add", on_click=note)
if sent and steps or step:
    st.rerun()
"""


@pytest.mark.parametrize(
    ("in_callback", "steps"),
    [(True, []), (True, ["go"]), (True, ["go", "go"]), (False, ["set"]), (False, ["set", "go"])],
)
def test_f02_what_the_script_sets_from_the_submit_on_is_not_cleared(
    serve: Callable[..., Server], in_callback: bool, steps: list[str]
) -> None:
    server = serve(SETS)
    vars(server.gates).update(in_callback=in_callback, steps=steps)
    tab = Tab(server)
    submit(tab, name="Ada", city="Oslo")
    tab.settle()
    assert (tab.value("Name"), tab.value("City")) == ("Bob", "")
    vars(server.gates).update(in_callback=False, steps=["go"])
    tab.send({})
    tab.settle()
    submit(tab, name="Eve")
    tab.settle()
    assert tab.value("Name") == ""


def test_f02_what_is_open_in_a_form_stays_open_when_it_is_cleared(open_tab: OpenTab) -> None:
    tab = open_tab("""
with st.form("guest", clear_on_submit=True):
    first, second = st.tabs(["A", "B"], key="tabs", on_change="rerun")
    st.expander("More", key="more", on_change="rerun")
    first.text_input("Name", "", key="name")
    st.form_submit_button("Add")
""")
    tab.send({"#more": True})
    tab.send({"#tabs": "B"})
    submit(tab, name="Ada")
    tab.settle()
    values = tab.page.values
    assert (values["#more"], values["#tabs"], values["#name"]) == (True, "B", "")


def test_f02_a_form_that_another_thread_draws_is_cleared_too(open_tab: OpenTab) -> None:
    tab = open_tab("""
import threading
from ostinato.run.threads import add_script_run_ctx
def draw():
    with st.form("guest", clear_on_submit=True):
        st.text_input("Name", "", key="name")
        if st.form_submit_button("Add"):
            st.text(st.session_state.name)
thread = add_script_run_ctx(threading.Thread(target=draw))
thread.start()
thread.join()
""")
    submit(tab, name="Ada")
    tab.settle()
    assert tab.texts == ["Ada"]
    assert tab.value("Name") == ""


def test_f02_two_forms_that_are_submitted_one_after_the_other_are_both_cleared(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(RERUNS)
    gates = tab.server.gates
    gates.close("sent")
    submit(tab, name="Ada")
    tab.server.until(lambda: "sent" in gates.reached)
    tab.send({"#city": "Oslo"}, tab.find("Tell"))
    gates.open("sent")
    tab.settle()
    assert (tab.value("Name"), tab.value("City")) == ("", "")


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


def test_f02_an_input_asks_once_for_its_form_and_what_is_not_cleared_asks_no_more(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(place: Any) -> Any:
        asked.append("form")
        return form.form_of(place)

    for module in (elements, identity):
        monkeypatch.setattr(module, "form_of", counted, raising=False)
    monkeypatch.setattr(Inputs, "is_assigned", lambda *_: asked.append("assigned"))
    open_tab("""
with st.form("guest"):
    st.text_input("Name")
    st.checkbox("Comes", key="comes")
    st.form_submit_button("Add")
""")
    assert asked == ["form"] * 3


@pytest.mark.parametrize(("arguments", "is_told"), [("", True), (", key='add'", False)])
def test_l05_l09_a_submit_whose_form_is_not_drawn_any_more_is_told(
    open_tab: OpenTab, arguments: str, is_told: bool
) -> None:
    """With a key of its own the script may have read it, and need not draw it."""
    tab = open_tab(f"""
if not getattr(gates, "is_gone", False):
    with st.form("guest"):
        st.text_input("Name", key="name")
        st.form_submit_button("Add"{arguments})
""")
    vars(tab.server.gates)["is_gone"] = True
    submit(tab, name="Ada")
    tab.settle()
    text = "“Add” was no longer on the page: what you did there was not applied."
    assert tab.told("notification") == ([["dropped", text]] if is_told else [])


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


TWO_FORMS = """
def note():
    st.session_state.noted = True
with st.form("guest"):
    with st.expander("More", on_change="rerun", key="more"):
        st.text_input("Name", "nobody", key="name")
    st.form_submit_button("Add", key="add")
    st.form_submit_button("Never", key="never", disabled=True)
with st.form("place"):
    st.text_input("City", "nowhere", key="city")
    st.form_submit_button("Tell", key="tell")
st.button("Plain", key="plain")
st.text_input("Free", key="free")
state = st.session_state
st.text([state.name, state.city, state.free, state.more, state.add, state.tell, state.plain])
"""

NOTHING = ["nobody", "nowhere", "", False, False, False, False]


@pytest.mark.parametrize(
    ("trigger", "shown"),
    [
        (None, NOTHING),
        ("plain", [*NOTHING[:6], True]),
        ("tell", [*NOTHING[:5], True, False]),
        ("never", NOTHING),
        ("city", NOTHING),
        ("gone", NOTHING),
    ],
)
def test_f01_a_value_in_a_form_is_taken_with_a_submit_of_that_form_only(
    open_tab: OpenTab, trigger: str | None, shown: list[Any]
) -> None:
    tab = open_tab(TWO_FORMS)
    tab.send({"#name": "forged"}, trigger and f"#{trigger}")
    tab.settle()
    assert tab.texts == [str(shown)]
    assert tab.value("Name") == "nobody"
    assert "“Name” is in a form that could not be sent by then" in str(tab.told("notification"))
    tab.send({"#name": "Ada", "#free": "x"}, "#add")
    tab.settle()
    assert tab.texts == [str(["Ada", "nowhere", "x", False, True, False, False])]


def test_f01_a_value_of_another_form_is_dropped_and_those_of_its_own_are_not(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(TWO_FORMS)
    tab.send({"#name": "Ada", "#city": "forged"}, "#add")
    tab.settle()
    assert tab.texts == [str(["Ada", "nowhere", "", False, True, False, False])]
    assert "City" in str(tab.told("notification"))


def test_f01_what_opens_and_closes_in_a_form_is_no_value_of_it(open_tab: OpenTab) -> None:
    tab = open_tab(TWO_FORMS)
    tab.send({"#more": True})
    tab.settle()
    assert tab.texts == [str([*NOTHING[:3], True, *NOTHING[4:]])]
    assert tab.told("notification") == []


def test_f01_a_value_counts_until_its_input_is_in_a_form(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.checkbox("Form"):
    with st.form("guest"):
        st.text_input("Name", "nobody", key="name")
        st.form_submit_button("Add")
else:
    st.text_input("Name", "nobody", key="name")
st.text(st.session_state.name)
""")
    tab.set("Form", True)
    tab.set("Name", "Ada")  # It is in none yet.
    tab.settle()
    assert (tab.texts, tab.told("notification")) == (["Ada"], [])
    tab.set("Name", "Bob")
    tab.settle()
    assert tab.texts == ["Ada"]
    assert "Name" in str(tab.told("notification"))
    tab.set("Form", False)
    tab.settle()
    tab.set("Name", "Bob")
    tab.settle()
    assert tab.texts == ["Bob"]
