"""What is no place: the props of the page, effects, what is there for a while (mechanism 7)."""

from collections.abc import Callable
from typing import Any

import pytest

from tab import Tab

OpenTab = Callable[..., Tab]


def effects(tab: Tab) -> list[list[Any]]:
    return tab.told("effect")


def page_of(tab: Tab) -> dict[str, Any]:
    return tab.page.props["main"]


def error_of(tab: Tab) -> tuple[str, str]:
    (error,) = tab.of_kind("exception")
    return error["type"], error["message"]


CELEBRATE = """
if st.button("Go"):
    st.balloons()
    st.snow()
    message = st.toast("Saving", icon="⏳", duration="long")
    message.toast("Saved", duration=7)
st.text("below")
"""


def test_w22_an_effect_happens_once_and_no_reconnect_repeats_it(open_tab: OpenTab) -> None:
    tab = open_tab(CELEBRATE)
    assert effects(tab) == []
    tab.click("Go")
    tab.settle()
    first = effects(tab)
    kinds = [props["kind"] for _, props in first]
    assert kinds == ["balloons", "snow", "toast", "toast"]
    assert first[2][0] == first[3][0]
    assert len({id for id, _ in first}) == 3
    assert (first[3][1]["body"], first[3][1]["duration"]) == ("Saved", 7.0)
    assert tab.texts == ["below"]
    tab.disconnect()
    tab.connect()
    tab.settle()
    tab.send({})
    tab.settle()
    assert effects(tab) == first
    tab.reload()
    tab.settle()
    assert effects(tab) == first


def test_the_same_effect_in_the_next_run_is_another_one(open_tab: OpenTab) -> None:
    tab = open_tab(CELEBRATE)
    for _ in range(2):
        tab.click("Go")
        tab.settle()
    ids = [id for id, props in effects(tab) if props["kind"] == "balloons"]
    assert len(set(ids)) == 2


def test_l01_an_effect_reaches_a_browser_that_was_away_for_a_moment(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Go"):
    gates.reach("middle")
    st.toast("Done")
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.click("Go")
    tab.server.until(lambda: "middle" in gates.reached)
    tab.disconnect()
    gates.open("middle")
    tab.server.until(lambda: tab.session.is_settled)
    tab.connect()
    tab.settle()
    assert [props["body"] for _, props in effects(tab)] == ["Done"]


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("st.toast('')", "body must not be empty"),
        ("st.toast('x', duration='soon')", "duration must be"),
        ("st.toast('x', duration=0)", "duration must be"),
        ("st.toast('x', duration=True)", "duration must be"),
        ("st.toast('x', icon='abc')", "icon must be one emoji"),
        ("st.toast('\\udce9')", "must be text that UTF-8 can encode"),
    ],
)
def test_r06_a_toast_that_cannot_be_shown_is_an_error(
    open_tab: OpenTab, call: str, text: str
) -> None:
    tab = open_tab(call)
    assert text in error_of(tab)[1]
    assert effects(tab) == []


SPINNER = """
st.text("above")
with st.spinner("Counting", show_time=True):
    gates.reach("middle")
st.text("below")
"""


def test_a_spinner_is_there_for_as_long_as_its_block_runs(open_tab: OpenTab) -> None:
    tab = open_tab(SPINNER)
    before = tab.page.children["main"]
    gates = tab.server.gates
    gates.close("middle")
    tab.send({})
    tab.server.until(lambda: tab.of_kind("spinner"))
    assert tab.of_kind("spinner")[0]["text"] == "Counting"
    gates.open("middle")
    tab.settle()
    assert tab.of_kind("spinner") == []
    assert tab.page.children["main"] == before


@pytest.mark.parametrize("inside", ["1 / 0", "st.stop()", "if run < 3: st.rerun()"])
def test_a_spinner_leaves_no_ghost_however_its_block_ends(open_tab: OpenTab, inside: str) -> None:
    tab = open_tab(f"""
run = st.session_state.run = st.session_state.get("run", 0) + 1
with st.spinner("Working"):
    st.text("inside")
    {inside}
""")
    assert tab.of_kind("spinner") == []
    assert tab.texts == ["inside"]


def test_r04_a_run_that_is_superseded_takes_its_spinner_along(open_tab: OpenTab) -> None:
    tab = open_tab("""
name = st.text_input("Name")
with st.spinner("Working"):
    gates.reach("middle")
    st.text(name)
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.set("Name", "a")
    tab.server.until(lambda: tab.of_kind("spinner"))
    tab.set("Name", "b")
    gates.open("middle")
    tab.settle()
    assert tab.outcomes() == ["done", "superseded", "done"]
    assert (tab.texts, tab.of_kind("spinner")) == (["b"], [])


def test_w22_the_page_has_the_props_that_the_run_sets(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.checkbox("On", True):
    st.set_page_config("Sales", "📈", "wide", 300, {"get HELP": "https://x.org", "About": " # Hi "})
    st.set_page_config(page_title="Sales of today")
""")
    assert page_of(tab) == {
        "kind": "page",
        "title": "Sales of today",
        "icon": "📈",
        "layout": "wide",
        "sidebar": 300,
        "menu": {"Get help": "https://x.org", "About": "# Hi"},
    }
    tab.reload()
    tab.settle()
    assert page_of(tab)["title"] == "Sales of today"
    tab.set("On", False)
    tab.settle()
    assert page_of(tab)["title"] is None


def test_r03_what_is_set_again_is_not_sent_again(open_tab: OpenTab) -> None:
    tab = open_tab("st.set_page_config('Sales', layout='wide')\nst.button('Go')")
    sent = len(tab.messages)
    tab.click("Go")
    tab.settle()
    assert [message for message in tab.messages[sent:] if message[0] == "edits"] == []


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ("layout='narrow'", "layout must be one of"),
        ("initial_sidebar_state='shut'", "initial_sidebar_state must be one of"),
        ("initial_sidebar_state=100", "from 200 to 600"),
        ("menu_items={'Help': 'x'}", "menu_items may have"),
        ("menu_items={'Get help': 'javascript:alert(1)'}", "must be an address"),
        ("page_icon=object()", "page_icon must be an emoji"),
    ],
)
def test_r06_what_set_page_config_refuses(open_tab: OpenTab, arguments: str, text: str) -> None:
    tab = open_tab(f"st.set_page_config({arguments})")
    assert text in error_of(tab)[1]


@pytest.mark.parametrize(
    "icon", [":shark:", ":material/home:", " HTTPS://x.org/I.png", "/i.png", "random"]
)
def test_an_icon_may_be_written_in_many_ways(open_tab: OpenTab, icon: str) -> None:
    tab = open_tab(f"st.set_page_config(page_icon={icon!r})")
    shown = page_of(tab)["icon"]
    assert shown == icon.strip().replace("HTTPS", "https") if icon != "random" else len(shown) <= 2


def test_a_spinner_stands_where_it_is_called(open_tab: OpenTab) -> None:
    tab = open_tab("""
left, right = st.columns(2)
if st.button("Go"):
    with right.spinner("Waiting"):
        gates.reach("middle")
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.click("Go")
    tab.server.until(lambda: tab.of_kind("spinner"))
    columns = tab.of_kind("column")
    assert len(columns) == 2
    (spinner,) = (id for id, props in tab.page.props.items() if props.get("kind") == "spinner")
    (home,) = (id for id, inside in tab.page.children.items() if spinner in inside)
    (row,) = (inside for inside in tab.page.children.values() if home in inside)
    assert row[-1] == home
    gates.open("middle")
    tab.settle()
    assert tab.of_kind("spinner") == []


def test_w22_what_a_run_says_of_the_page_counts_at_once_though_it_is_the_default(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
is_wide = st.checkbox("Wide", True)
st.set_page_config(layout="wide" if is_wide else "centered")
st.text(is_wide)
gates.reach("middle")
""")
    assert page_of(tab)["layout"] == "wide"
    tab.server.gates.close("middle")
    tab.set("Wide", False)
    tab.server.until(lambda: tab.texts == ["False"])
    assert page_of(tab)["layout"] == "centered"


def test_w22_toasts_of_two_processes_are_not_one(open_tab: OpenTab) -> None:
    tab = open_tab("st.toast('a', duration='infinite')")
    server = tab.server
    tab.disconnect()
    server.loop.run_until_complete(server.registry.close())
    server.registry.__init__(server.services)  # type: ignore[misc]
    tab.seen = 0
    tab.connect()
    tab.settle()
    ids = [id for id, _ in effects(tab)]
    assert len(ids) == len(set(ids)) == 2


def test_w22_a_spinner_that_ends_in_a_later_run_leaves_no_ghost(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Begin"):
    st.session_state.spinner = st.spinner("Wait")
    st.session_state.spinner.__enter__()
if st.button("End"):
    st.session_state.spinner.__exit__(None, None, None)
st.text("end")
""")
    tab.click("Begin")
    tab.settle()
    tab.click("End")
    tab.settle()
    assert tab.outcomes()[-1] == "done"
    assert not tab.of_kind("spinner")
