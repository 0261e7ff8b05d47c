"""Nothing a person does is lost: rules +L01 to +L08, over a network that fails."""

import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.errors import WireError
from ostinato.run import execution
from ostinato.wire.messages import Event, Hello
from tab import Server, Tab

OpenTab = Callable[..., Tab]

COUNTER = """
if "count" not in st.session_state:
    st.session_state.count = 0
gates.reach("before the button")
if st.button("Add"):
    gates.reach("clicked")
    st.session_state.count += 1
st.text(f"count={st.session_state.count}")
"""


def test_l05_twenty_quick_clicks_count_twenty(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    for _ in range(20):
        tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=20"]
    assert not tab.unconfirmed


def test_w20_l05_twenty_quick_choices_from_a_menu_are_twenty(open_tab: OpenTab) -> None:
    tab = open_tab("""
chosen = st.session_state.setdefault("chosen", [])
if (form := st.menu_button("Export", ["CSV", "JSON"])) is not None:
    chosen.append(form)
st.text(chosen)
""")
    id = tab.find("Export")
    for number in range(20):
        tab.send({id: [number % 2, ["CSV", "JSON"][number % 2]]}, id)
    tab.settle()
    assert tab.texts == [str(["CSV", "JSON"] * 10)]
    assert not tab.unconfirmed


def test_l05_a_click_is_not_cut_before_the_script_has_seen_it(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    server = tab.server
    server.gates.close("before the button")
    tab.click("Add")
    server.until(lambda: server.gates.reached.count("before the button") == 2)
    tab.click("Add")
    server.gates.open("before the button")
    tab.settle()
    assert tab.texts == ["count=2"]
    assert "superseded" not in tab.outcomes()


def test_l05_a_loop_started_by_a_click_ends_after_the_next_one(open_tab: OpenTab) -> None:
    rules = msgspec.structs.replace(Runner(), click_grace=0.05)
    tab = open_tab(
        """
if st.button("Loop"):
    place = st.empty()
    while True:
        place.text("going")
if st.button("Other"):
    st.text("other")
""",
        config=msgspec.structs.replace(Config(), runner=rules),
    )
    tab.click("Loop")
    tab.server.until(lambda: tab.texts == ["going"])
    tab.click("Other")
    tab.settle()
    assert tab.outcomes()[-2:] == ["superseded", "done"]
    assert tab.texts == ["other"]


PAIR = """
st.session_state.setdefault("on", False)
if st.session_state.on:
    st.button("Stop", on_click=lambda: st.session_state.update(on=False))
else:
    st.button("Start", on_click=lambda: st.session_state.update(on=True))
place = st.empty()
while st.session_state.on:
    place.text("going")
"""


def test_l05_a_button_that_its_callback_hides_keeps_no_later_click_waiting(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execution, "HIDDEN_AFTER", 0.05)
    tab = open_tab(PAIR)
    for _ in range(2):
        tab.click("Start")
        tab.server.until(lambda: tab.texts == ["going"])
        tab.click("Stop")
        tab.settle()
        assert (tab.labels, tab.texts) == (["Start"], [])


HIDDEN = """
if st.session_state.get("on"):
    if st.button("Stop"):
        st.session_state.on = False
        st.rerun()
    place = st.empty()
    while True:
        place.text("going")
if st.button("Start"):
    st.session_state.on = True
    st.rerun()
"""


def test_l05_a_press_that_nothing_draws_any_more_is_told_and_keeps_no_later_click_waiting(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execution, "HIDDEN_AFTER", 0.05)
    rules = msgspec.structs.replace(Runner(), click_grace=0.05)
    tab = open_tab(HIDDEN, config=msgspec.structs.replace(Config(), runner=rules))
    tab.click("Start")
    tab.click("Start")
    tab.server.until(lambda: tab.texts == ["going"] and "Stop" in tab.labels)
    tab.click("Stop")
    tab.settle()
    assert (tab.labels, tab.texts) == (["Start"], [])
    ((topic, text),) = tab.told("notification")
    assert topic == "dropped"
    assert "“Start” was no longer on the page" in text


def test_l05_a_press_is_waited_for_as_long_as_it_took_to_be_drawn(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execution, "HIDDEN_AFTER", 0.0)
    tab = open_tab("""
st.text_input("Name")
for n in range(50):
    st.text(n)
    gates.reach(f"{n}")
if st.button("Add", on_click=lambda: None):
    st.session_state.added = True
""")
    tab.server.gates.close("40")
    tab.click("Add")
    tab.server.until(lambda: tab.server.gates.reached.count("40") == 2)
    tab.send({tab.find("Name"): "Ann"})
    interrupt = tab.session.runner.run.interrupt
    tab.server.until(lambda: interrupt.asked and time.monotonic() > interrupt.patience.until)
    tab.server.gates.open("40")
    tab.settle()
    assert tab.session.state["added"]


def test_l09_going_back_keeps_no_later_click_waiting(serve: Callable[..., Server]) -> None:
    server = serve("""
is_pressed = st.button("Press")
place = st.empty()
while True:
    place.text(f"{st.query_params.get('b')} {is_pressed}")
""")
    tab = Tab(server, waits=False)
    server.until(lambda: tab.texts == ["None False"])
    tab.send({"main": ["b=2", 0]})
    server.until(lambda: tab.texts == ["2 False"])
    tab.send({}, tab.find("Press"))
    server.until(lambda: tab.texts == ["2 True"])


def test_l01_an_event_sent_twice_counts_once(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    event = Event(1, {}, tab.find("Add"))
    for _ in range(3):
        tab.transmit(event)
    tab.settle()
    assert tab.texts == ["count=1"]


def test_l01_events_that_overtake_each_other_are_put_in_order(open_tab: OpenTab) -> None:
    tab = open_tab("""
def note(name):
    st.session_state.log += [(name, st.session_state[name])]
if "log" not in st.session_state:
    st.session_state.log = []
st.number_input("A", value=0, key="a", on_change=note, args=("a",))
st.text(str(st.session_state.log))
""")
    id = tab.find("A")
    for number in (3, 1, 2):
        tab.transmit(Event(number, {id: number * 10}, None))
    tab.settle()
    assert tab.texts == ["[('a', 10), ('a', 20), ('a', 30)]"]


def test_l02_events_made_while_offline_are_sent_again(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    tab.click("Add")
    tab.settle()
    tab.disconnect()
    for _ in range(3):
        tab.click("Add")
    tab.connect()
    tab.settle()
    assert tab.resumed == [False, True]
    assert tab.texts == ["count=4"]
    assert not tab.unconfirmed


def test_l02_what_the_server_said_while_offline_arrives_later(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    server = tab.server
    server.gates.close("clicked")
    tab.click("Add")
    server.until(lambda: "clicked" in server.gates.reached)
    tab.disconnect()
    server.gates.open("clicked")
    server.until(lambda: tab.session.is_settled)
    tab.connect()
    tab.settle()
    assert tab.texts == ["count=1"]
    assert not tab.unconfirmed


def test_l02_a_tab_whose_session_is_gone_goes_on_in_a_new_one(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    for _ in range(5):
        tab.click("Add")
    tab.settle()
    tab.disconnect()
    tab.click("Add")
    tab.server.loop.run_until_complete(tab.server.registry.open(tab.hello("reset"), tab.browser))
    tab.connect()
    tab.settle()
    assert tab.resumed == [False, False]
    assert tab.texts == ["count=1"]
    assert not tab.unconfirmed


def test_a_tab_that_missed_too_much_gets_the_whole_page(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ostinato.session.allowance.MOST", 10)
    tab = open_tab(COUNTER)
    tab.click("Add")
    tab.settle()
    before = dict(tab.page.children)
    tab.disconnect()
    tab.click("Add")
    tab.seen -= 1
    tab.connect()
    tab.settle()
    assert tab.resumed == [False, False]
    assert tab.texts == ["count=2"]
    assert tab.page.children == before


def test_a_tab_can_join_while_a_run_goes_on(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Go"):
    st.text("one")
    gates.reach("middle")
    st.text("two")
""")
    server = tab.server
    server.gates.close("middle")
    tab.click("Go")
    server.until(lambda: "one" in tab.texts)
    tab.disconnect()
    tab.seen = 10_000
    tab.connect()
    server.until(lambda: tab.resumed == [False, False] and "one" in tab.texts)
    server.gates.open("middle")
    tab.settle()
    assert tab.texts == ["one", "two"]


def test_l04_callbacks_run_once_for_each_event_and_are_not_cut(open_tab: OpenTab) -> None:
    tab = open_tab("""
def note():
    gates.reach("callback")
    st.text("drawing")
    st.session_state.log += [st.session_state.a]
if "log" not in st.session_state:
    st.session_state.log = []
st.number_input("A", value=0, key="a", on_change=note)
st.text(f"log={st.session_state.log}")
""")
    server = tab.server
    server.gates.close("callback")
    tab.set("A", 1)
    server.until(lambda: "callback" in server.gates.reached)
    tab.set("A", 2)
    tab.set("A", 3)
    server.gates.open("callback")
    tab.settle()
    assert tab.texts[-1] == "log=[1, 2, 3]"


def test_l06_waiting_value_changes_are_one_run(open_tab: OpenTab) -> None:
    tab = open_tab("""
gates.reach("start")
st.session_state.runs = st.session_state.get("runs", 0) + 1
n = st.number_input("N", value=0)
st.text(f"runs={st.session_state.runs} n={n}")
""")
    server = tab.server
    server.gates.close("start")
    tab.set("N", 1)
    server.until(lambda: len(server.gates.reached) == 2)
    for value in range(2, 20):
        tab.set("N", value)
    server.gates.open("start")
    tab.settle()
    assert tab.texts == ["runs=3 n=19"]


ECHO = """
if "name" not in st.session_state:
    st.session_state.name = ""
st.session_state.name = st.text_input("Enter your name:", st.session_state.name)
st.text(f"Hello, {st.session_state.name}")
"""


def test_l07_the_echo_keeps_every_name(open_tab: OpenTab) -> None:
    tab = open_tab(ECHO)
    for name in ["Ada", "Bob", "Cy", "Dee", "Ed"]:
        tab.set("Enter your name:", name)
        tab.settle()
        assert tab.texts == [f"Hello, {name}"]
        assert tab.value("Enter your name:") == name


def test_l07_the_echo_keeps_names_that_come_too_fast(open_tab: OpenTab) -> None:
    tab = open_tab(ECHO)
    for name in ["Ada", "Bob", "Cy"]:
        tab.set("Enter your name:", name)
    tab.settle()
    assert tab.texts == ["Hello, Cy"]


def test_l08_a_rerun_does_not_send_a_value_the_browser_has(open_tab: OpenTab) -> None:
    tab = open_tab(ECHO + "st.button('Other')\n")
    tab.messages.clear()
    tab.set("Enter your name:", "Ada")
    tab.settle()
    tab.click("Other")
    tab.settle()
    patches = [edit for (edits,) in tab.told("edits") for edit in edits]
    assert [edit[2] for edit in patches] == [{"body": "Hello, Ada"}]


def test_w18_a_value_the_script_sets_is_sent(open_tab: OpenTab) -> None:
    tab = open_tab("""
def clear():
    st.session_state.name = ""
st.text_input("Name", key="name")
st.button("Clear", on_click=clear)
""")
    tab.set("Name", "Ada")
    tab.click("Clear")
    tab.settle()
    assert tab.value("Name") == ""


def test_w16_a_value_that_was_refused_is_taken_back_on_the_page(open_tab: OpenTab) -> None:
    tab = open_tab("n = st.number_input('N', 0, 10, 5)\nst.text(f'n={n}')\n")
    tab.set("N", 1000)
    assert tab.page.props
    tab.settle()
    assert tab.texts == ["n=5"]
    assert tab.value("N") == 5


def test_w16_a_disabled_button_cannot_be_forged(open_tab: OpenTab) -> None:
    tab = open_tab("""
clicked = st.button("Nope", disabled=True, on_click=lambda: gates.reach("called"))
st.text(f"{clicked}")
""")
    tab.click("Nope")
    tab.settle()
    assert tab.texts == ["False"]
    assert tab.server.gates.reached == []


def test_w17_a_form_sets_all_values_before_its_callbacks(open_tab: OpenTab) -> None:
    tab = open_tab("""
def note(name):
    state = st.session_state
    state.log = [*state.get("log", []), (name, state.a, state.b)]
st.number_input("A", value=0, key="a", on_change=note, args=("a",))
st.number_input("B", value=0, key="b", on_change=note, args=("b",))
st.button("Go", on_click=note, args=("go",))
st.text(str(st.session_state.get("log")))
""")
    tab.send({tab.find("A"): 1, tab.find("B"): 2}, tab.find("Go"))
    tab.settle()
    assert tab.texts == ["[('a', 1, 2), ('b', 1, 2), ('go', 1, 2)]"]


def test_w15_a_trigger_is_false_after_a_rerun(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Go", key="go"):
    st.session_state.clicks = st.session_state.get("clicks", 0) + 1
    st.rerun()
st.text(f"clicks={st.session_state.get('clicks', 0)} go={st.session_state.go}")
""")
    tab.click("Go")
    tab.settle()
    assert tab.texts == ["clicks=1 go=False"]


def test_s01_two_tabs_share_nothing(serve: Callable[..., Server]) -> None:
    server = serve(COUNTER)
    one, two = Tab(server), Tab(server)
    one.click("Add")
    one.settle()
    two.settle()
    assert (one.texts, two.texts) == (["count=1"], ["count=0"])


def test_a_second_hello_is_refused(open_tab: OpenTab) -> None:
    tab = open_tab("st.text('x')")
    with pytest.raises(WireError, match="hello: it opens a connection"):
        tab.transmit(Hello(1, None, 0, 1))


@pytest.mark.parametrize("is_developer", [True, False])
def test_d07_a_changed_script_is_offered_to_a_developer_or_rerun(
    open_tab: OpenTab, is_developer: bool
) -> None:
    tab = open_tab("st.text('old')")
    tab.attach(tab.hello(), is_developer=is_developer)
    tab.settle()
    tab.server.path.write_text("import ostinato as st\nst.text('new')")
    tab.server.registry.script_changed(rerun=False)
    tab.settle()
    assert (["script_changed"] in tab.messages) == is_developer
    assert tab.texts == ["old"]
    tab.server.registry.script_changed(rerun=True)
    tab.settle()
    assert tab.texts == ["new"]


def test_a_value_of_any_shape_is_dropped_without_harm(open_tab: OpenTab) -> None:
    tab = open_tab("n = st.slider('N', 0, 10, 5)\nst.text(f'n={n}')\n")
    shapes: list[Any] = [
        None,
        "x",
        [],
        [1, 2],
        {"a": [1]},
        True,
        [[1]],
        -5,
        [float("nan")],
        b"\x00",
    ]
    for shape in shapes:
        tab.set("N", shape)
    tab.send({"nobody": 1}, "nothing")
    tab.settle()
    assert tab.texts == ["n=5"]
    assert tab.value("N") == [5]


WIZARD = """
state = st.session_state
state.setdefault("step", 1)
data = state.setdefault("data", {})
def go(step):
    state.step = step
if state.step == 1:
    gates.reach("step 1")
    data["cups"] = st.number_input("Cups", value=1)
    st.divider()
    data["name"] = st.text_input("Name")
    gates.reach("read")
    st.button("Next", on_click=go, args=(2,))
st.text(data)
"""


@pytest.mark.parametrize("where", ["step 1", "read", "nowhere"])
def test_l11_a_click_comes_after_what_was_entered_before_it(open_tab: OpenTab, where: str) -> None:
    tab = open_tab(WIZARD)
    gates = tab.server.gates
    gates.close(where)
    gates.reached.clear()
    tab.set("Cups", 7)
    if where != "nowhere":
        tab.server.until(lambda: where in gates.reached)
    tab.set("Name", "Ada")
    tab.click("Next")
    gates.open(where)
    tab.settle()
    assert tab.texts == ["{'cups': 7, 'name': 'Ada'}"]


def test_l11_what_waits_with_a_click_is_read_before_it_is_applied(open_tab: OpenTab) -> None:
    tab = open_tab(WIZARD)
    gates = tab.server.gates
    gates.close("read")
    gates.reached.clear()
    tab.send({})
    tab.server.until(lambda: "read" in gates.reached)
    tab.set("Name", "Ada")
    tab.set("Cups", 7)
    tab.click("Next")
    gates.open("read")
    tab.settle()
    assert tab.texts == ["{'cups': 7, 'name': 'Ada'}"]
    assert not tab.unconfirmed


@pytest.mark.parametrize("what", ["rerun", "load"])
def test_l11_a_click_waits_also_for_a_run_that_something_else_cut_short(
    open_tab: OpenTab, what: str
) -> None:
    tab = open_tab(WIZARD)
    gates = tab.server.gates
    gates.close("step 1")
    gates.reached.clear()
    tab.set("Cups", 7)
    tab.server.until(lambda: "step 1" in gates.reached)
    if what == "rerun":
        tab.send({})
    else:
        tab.session.runner.request("visit")
    tab.click("Next")
    gates.open("step 1")
    tab.settle()
    assert tab.texts == ["{'cups': 7, 'name': ''}"]


def test_l11_a_click_waits_also_for_a_run_that_begins_anew(open_tab: OpenTab) -> None:
    tab = open_tab("""
state = st.session_state
state.setdefault("step", 1)
data = state.setdefault("data", {"big": False})
if state.step == 1:
    gates.reach("step 1")
    if (big := st.checkbox("Big")) != data["big"]:
        data["big"] = big
        st.rerun()
    data["cups"] = st.number_input("Cups", value=1)
    st.button("Next", on_click=state.__setitem__, args=("step", 2))
st.text(data)
""")
    gates = tab.server.gates
    gates.close("step 1")
    gates.reached.clear()
    tab.send({})
    tab.server.until(lambda: "step 1" in gates.reached)
    tab.set("Big", True)
    tab.set("Cups", 7)
    tab.click("Next")
    gates.open("step 1")
    tab.settle()
    assert tab.texts == ["{'big': True, 'cups': 7}"]


def test_l11_what_is_not_drawn_any_more_is_waited_for_once(open_tab: OpenTab) -> None:
    tab = open_tab("""
if not st.session_state.get("is_in"):
    st.text_input("Password", key="pw", on_change=st.session_state.__setitem__, args=("is_in", 1))
    st.stop()
st.button("Refresh")
st.stop()
""")
    tab.set("pw", "secret")
    tab.settle()
    assert not tab.session.state.inputs.unheard
