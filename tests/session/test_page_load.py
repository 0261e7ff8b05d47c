"""A page load runs the script, and no page is ever dead: +R07, +R08, R06."""

from collections.abc import Callable

import msgspec
import pytest

from ostinato.config import Config
from ostinato.session import ending, ladder
from ostinato.session.registry import Registry
from tab import Server, Tab

OpenTab = Callable[..., Tab]

COUNTER = """
gates.runs = getattr(gates, "runs", 0) + 1
st.session_state.setdefault("count", 0)
if st.button("Add"):
    st.session_state.count += 1
st.text(f"runs={gates.runs} count={st.session_state.count}")
"""


def load(tab: Tab) -> None:
    """Load the page again, which then knows nothing."""
    tab.page.reset()
    tab.messages.clear()
    tab.reload()


def test_r07_a_page_load_shows_what_was_there_and_then_runs(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    tab.click("Add")
    tab.settle()
    tab.server.gates.close("slow")
    tab.server.path.write_text('import ostinato as st, gates\ngates.reach("slow")\nst.text("new")')
    load(tab)
    tab.server.until(lambda: tab.texts == ["runs=2 count=1"])
    tab.server.gates.open("slow")
    tab.settle()
    assert tab.texts == ["new"]


def test_r07_a_reconnect_is_no_page_load(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    tab.disconnect()
    tab.connect()
    tab.settle()
    assert tab.texts == ["runs=1 count=0"]


def test_r07_a_load_and_what_was_done_before_it_are_one_run(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    tab.disconnect()
    tab.click("Add")
    load(tab)
    tab.settle()
    assert tab.texts[0].endswith("count=1")
    assert not tab.unconfirmed


def test_r07_a_load_reruns_though_all_that_waits_is_to_be_ignored(open_tab: OpenTab) -> None:
    tab = open_tab("""
gates.runs = getattr(gates, "runs", 0) + 1
st.checkbox("Tick", on_change="ignore")
st.text(f"runs={gates.runs}")
""")
    tab.set("Tick", True)
    tab.settle()
    assert tab.texts == ["runs=1"]
    tab.disconnect()
    tab.set("Tick", False)
    load(tab)
    tab.settle()
    assert tab.texts != ["runs=1"]
    assert tab.value("Tick") is False


def test_r07_a_load_does_not_cut_a_click_short(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER.replace("count += 1", 'count += 1\n    gates.reach("clicked")'))
    tab.server.gates.close("clicked")
    tab.click("Add")
    tab.server.until(lambda: "clicked" in tab.server.gates.reached)
    load(tab)
    tab.server.gates.open("clicked")
    tab.settle()
    assert tab.texts == ["runs=3 count=1"]


@pytest.mark.parametrize("how", ["load", "rerun", "return"])
def test_r07_nothing_but_news_cuts_a_click_short_however_long_its_run(
    open_tab: OpenTab, how: str
) -> None:
    runner = msgspec.structs.replace(Config().runner, click_grace=0.0)
    slow = 'gates.reach("clicked")\n    st.text("going on")\n    st.session_state.count += 1'
    config = msgspec.structs.replace(Config(), runner=runner)
    tab = open_tab(COUNTER.replace("st.session_state.count += 1", slow), config=config)
    tab.server.gates.close("clicked")
    tab.click("Add")
    tab.server.until(lambda: "clicked" in tab.server.gates.reached)
    if how == "load":
        load(tab)
    elif how == "rerun":
        tab.send({})
    else:
        tab.disconnect()
        tab.connect()
        tab.send({})
    tab.server.gates.open("clicked")
    tab.settle()
    assert tab.texts == ["runs=3 count=1"]
    assert "superseded" not in tab.outcomes()


def test_l05_a_rerun_that_is_asked_for_beside_a_click_does_not_wipe_away_what_it_shows(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("gates.reach('top')\nif st.button('Go'):\n    st.text('went')")
    tab.server.gates.close("top")
    tab.send({})
    tab.click("Go")
    tab.send({})
    tab.server.gates.open("top")
    tab.settle()
    assert tab.texts == ["went"]


BELOW = """
import time
st.session_state.setdefault("n", 0)
for step in range(150):
    st.text(f"step {step}")
    time.sleep(0.005)
gates.reach("button")
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n}")
"""
"""A button below work that takes longer than a page load is patient, and draws all the time."""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "PATIENCE", {"stop": 0.02, "load": 0.4, "close": 0.02})
    monkeypatch.setattr(ladder, "AGAIN", 0.02)


@pytest.mark.parametrize("is_fast", [True, False])
def test_r07_a_load_does_not_cut_a_click_short_before_its_button(
    open_tab: OpenTab, impatient: None, is_fast: bool
) -> None:
    runner = msgspec.structs.replace(Config().runner, fast_reruns=is_fast)
    tab = open_tab(BELOW, config=msgspec.structs.replace(Config(), runner=runner))
    tab.click("Add")
    tab.server.until(lambda: any(text.startswith("step") for text in tab.texts))
    load(tab)
    tab.settle()
    assert tab.texts[-1] == "n=1"
    assert not tab.told("notification")


def test_l09_loads_in_the_first_run_leave_events_waiting(
    serve: Callable[..., Server], impatient: None
) -> None:
    server = serve(BELOW)
    tab = Tab(server)
    add = tab.find("Add")
    tab.disconnect()
    # As after a crash: this process has drawn nothing of a session that another one has saved.
    server.loop.run_until_complete(server.registry.close())
    server.registry = Registry(server.services)
    tab.send({}, add)
    for _ in range(3):
        load(tab)
        server.until(lambda: any(text.startswith("step") for text in tab.texts))
    tab.settle()
    assert tab.texts[-1] == "n=1"


def test_l09_a_load_that_ends_a_run_which_hangs_leaves_events_waiting(
    serve: Callable[..., Server], impatient: None
) -> None:
    server = serve("""
import time
st.session_state.setdefault("n", 0)
while getattr(gates, "hangs", False):
    time.sleep(0.001)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n}")
""")
    tab = Tab(server)
    add = tab.find("Add")
    tab.disconnect()
    server.loop.run_until_complete(server.registry.close())
    server.registry = Registry(server.services)
    server.gates.hangs = True  # type: ignore[attr-defined]
    tab.send({}, add)
    load(tab)
    load(tab)
    server.until(lambda: ["notification", "stopped", ending.STOPPED] in tab.messages)
    server.gates.hangs = False  # type: ignore[attr-defined]
    tab.settle()
    assert tab.texts[-1] == "n=1"


def test_r08_a_page_whose_only_run_failed_heals_by_a_load(open_tab: OpenTab) -> None:
    tab = open_tab("""
if not hasattr(gates, "is_up"):
    gates.is_up = True
    raise ConnectionError("the database is away")
st.text("up")
""")
    assert tab.texts == []
    load(tab)
    tab.settle()
    assert tab.texts == ["up"]


ENDS = {
    "error": "raise ValueError('no')",
    "stop": "st.stop()",
    "exit": "import sys; sys.exit()",
    "error after a rerun": "st.rerun() if st.session_state.get('n') else 1 / 0",
    "drawn": "st.text('drawn above'); st.sidebar.text('beside'); st.stop()",
}


@pytest.mark.parametrize("end", ENDS)
def test_r08_a_callback_that_ends_its_run_keeps_the_page(open_tab: OpenTab, end: str) -> None:
    tab = open_tab(f"""
def end():
    {ENDS[end]}
st.session_state.setdefault("count", 0)
if st.button("Add"):
    st.session_state.count += 1
st.button("End", on_click=end)
with st.container():
    st.text("inside")
st.text_input("Name", key="name")
st.text(f"count={{st.session_state.count}}")
""")
    tab.click("Add")
    tab.set("Name", "Ada")
    tab.settle()
    for _ in range(3):
        tab.click("End")
        tab.settle()
        assert tab.labels == ["Add", "End", "Name"]
        assert tab.texts[-2:] == ["inside", "count=1"]
        above = tab.texts[:-2]
        assert above == (["drawn above"] if end == "drawn" else [])
        errors = tab.of_kind("exception")
        assert len(errors) == end.startswith("error")
    first = [tab.page.props[id]["kind"] for id in tab.page.walk("main")][0]
    assert first == {"error": "exception", "drawn": "text"}.get(end.split()[0], "button")
    # All that stands there works, and what was above is gone.
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["inside", "count=2"]
    assert tab.value("Name") == "Ada"
    assert not tab.of_kind("exception")
    assert not list(tab.page.walk("sidebar"))


def test_r08_a_script_that_no_longer_compiles_leaves_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(COUNTER)
    tab.server.path.write_text("def (")
    for _ in range(2):
        tab.click("Add")
        tab.settle()
        assert tab.labels == ["Add"]
        assert tab.texts == ["runs=1 count=0"]
        assert len(tab.of_kind("exception")) == 1
    load(tab)
    tab.settle()
    assert tab.labels == ["Add"]
    tab.server.path.write_text("import ostinato as st, gates\n" + COUNTER)
    load(tab)
    tab.settle()
    assert tab.texts == ["runs=3 count=2"]


def test_c02_what_a_callback_draws_takes_nothing_of_the_page(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.text("same")
st.button("Say", on_click=lambda: (st.text("same"), st.text("other")))
st.text("last")
""")
    ids = list(tab.page.walk("main"))
    tab.click("Say")
    tab.settle()
    assert tab.texts == ["same", "other", "same", "last"]
    assert list(tab.page.walk("main"))[2:] == ids


def test_a_page_that_reruns_for_ever_shows_what_it_draws(
    serve: Callable[..., Server],
) -> None:
    tab = Tab(serve('st.text("here")\nst.rerun()'), waits=False)
    tab.server.until(lambda: tab.texts == ["here"])
    load(tab)
    tab.server.until(lambda: tab.texts == ["here"])


def test_l07_what_was_entered_just_before_a_load_is_in_its_field(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.session_state.setdefault("echo", "")
st.session_state.echo = st.text_input("Echo", st.session_state.echo)
""")
    for text in ("x", "xy", "z", "", "xyz"):
        tab.send({tab.find("Echo"): text})
        # Its run is wanted, and has not begun.
        tab.reload()
        tab.settle()
        assert (tab.value("Echo") or "") == text
        assert tab.session.state["echo"] == text
