"""Dialogs: windows over the page, which stay open until somebody closes them."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tab import Tab

OpenTab = Callable[..., Tab]

COUNTS = """
def count(name):
    st.session_state[name] = st.session_state.get(name, 0) + 1
    return f"{name} {st.session_state[name]}"

"""

VOTE = (
    COUNTS
    + """
st.text(count("page"))

def closed():
    count("closed")

@st.dialog("Vote", on_dismiss=st.session_state.get("how", "ignore"))
def vote(item, size=1):
    st.text(count(f"vote {item} {size}"))
    st.text_input("Why")
    if st.button("Submit"):
        st.session_state.vote = item
        st.rerun()
    st.button("Again")

if st.button("Open"):
    vote("tea", size=2)
st.button("By callback", on_click=vote, args=["milk"])
st.checkbox("Outside")
"""
)


def do(tab: Tab, *labels: str) -> list[str]:
    for label in labels:
        tab.click(label)
        tab.settle()
    return tab.texts


def is_open(tab: Tab, label: str = "Vote") -> bool:
    shown = [tab.page.props[id].get("label") for id in tab.page.walk("main")]
    return label in shown and tab.value(label) is True


def restart(tab: Tab) -> None:
    """Have another process take over, as after a crash that has lost the memory."""
    tab.disconnect()
    tab.server.loop.run_until_complete(tab.server.registry.close())
    tab.server.registry.__init__(tab.server.services)  # type: ignore[misc]


def test_g01_what_is_used_in_a_dialog_runs_its_function_alone(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    assert do(tab, "Open") == ["page 2", "vote tea 2 1"]
    tab.set("Why", "because")
    tab.settle()
    assert do(tab, "Again") == ["page 2", "vote tea 2 3"]
    assert (is_open(tab), tab.value("Why")) == (True, "because")


def test_g01_rerun_closes_a_dialog(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    assert do(tab, "Open", "Submit") == ["page 3"]
    assert tab.session.state["vote"] == "tea"
    tab.reload()
    tab.settle()
    assert tab.texts == ["page 4"]


def test_g01_a_person_closes_it_and_nothing_runs(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    tab.set("Vote", False)
    tab.settle()
    assert not is_open(tab)
    assert tab.session.state["page"] == 2
    tab.reload()
    tab.settle()
    assert tab.texts == ["page 3"]
    assert do(tab, "Open")[-1] == "vote tea 2 2"
    assert is_open(tab)


def test_g01_it_opens_again_though_the_page_still_has_it(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    tab.set("Vote", False)
    do(tab, "Open")
    assert is_open(tab)


@pytest.mark.parametrize("how", ["rerun", "closed"])
def test_g01_closing_it_can_run_the_script(open_tab: OpenTab, how: str) -> None:
    tab = open_tab(VOTE.replace('st.session_state.get("how", "ignore")', f"{how!r}"))
    if how == "closed":
        tab = open_tab(VOTE.replace('st.session_state.get("how", "ignore")', "closed"))
    do(tab, "Open")
    tab.set("Vote", False)
    tab.settle()
    assert tab.texts == ["page 3"]
    assert ("closed" in tab.session.state) is (how == "closed")


def test_g01_a_callback_can_open_one(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "By callback")
    assert is_open(tab)
    assert "vote milk 1 1" in tab.texts
    assert "vote milk 1 2" in do(tab, "Again")
    tab.reload()
    tab.settle()
    assert "vote milk 1 3" in tab.texts
    tab.set("Outside", True)
    tab.settle()
    assert tab.texts == ["page 4"]


def test_s10_an_open_dialog_stays_open_over_f5_and_another_process(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    tab.set("Why", "because")
    tab.settle()
    tab.reload()
    tab.settle()
    assert tab.texts == ["page 3", "vote tea 2 3"]
    assert (is_open(tab), tab.value("Why")) == (True, "because")
    restart(tab)
    tab.connect()
    tab.settle()
    assert tab.texts == ["page 4", "vote tea 2 4"]
    assert (is_open(tab), tab.value("Why")) == (True, "because")
    assert do(tab, "Submit") == ["page 5"]


@pytest.mark.parametrize("how", ["Submit", "Again", "close"])
def test_l09_what_is_done_in_a_dialog_while_its_process_dies_counts(
    open_tab: OpenTab, how: str
) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    restart(tab)
    if how == "close":
        tab.set("Vote", False)
    else:
        tab.click(how)
    tab.connect()
    tab.settle()
    assert is_open(tab) is (how == "Again")
    assert ("vote" in tab.session.state) is (how == "Submit")
    assert not tab.unconfirmed
    assert not tab.told("notification")


AGAIN = """
def part():
    if st.button("Next"):
        st.session_state.n = st.session_state.get("n", 0) + 1
        st.rerun(scope="fragment")
    st.text(f"n {st.session_state.get('n', 0)}")

fragment, ask = st.fragment(part), st.dialog("Vote")(part)
if st.checkbox("Fragment"):
    fragment()
if st.button("Open"):
    ask()
st.text("end")
"""


@pytest.mark.parametrize("kind", ["Fragment", "Open"])
def test_l09_a_press_that_reruns_its_part_counts_while_its_process_dies(
    open_tab: OpenTab, kind: str
) -> None:
    tab = open_tab(AGAIN)
    if kind == "Open":
        do(tab, "Open")
    else:
        tab.set("Fragment", True)
        tab.settle()
    restart(tab)
    tab.click("Next")
    tab.connect()
    tab.settle()
    # The whole page is due as well, so the press comes in a run of all of it.
    assert sorted(tab.texts) == ["end", "n 1"]
    assert "exception" not in [tab.page.props[id]["kind"] for id in tab.page.walk("main")]
    assert is_open(tab) is (kind == "Open")
    assert not tab.told("notification")


def test_l09_a_callback_that_names_a_fragment_counts_while_its_process_dies(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
import time

def aim():
    st.session_state.n = st.session_state.get("n", 0) + 1
    st.rerun(scope="part")

st.button("Aim", on_click=aim)
time.sleep(0.1)
st.fragment(lambda: st.text(f"n {st.session_state.get('n', 0)}"), key="part")()
st.text("end")
""")
    restart(tab)
    tab.click("Aim")
    tab.connect()
    tab.settle()
    # The press comes before the fragment has been drawn in this process.
    assert tab.texts == ["n 1", "end"]
    assert not tab.told("notification")


def test_s12_with_arguments_that_cannot_be_stored_it_closes(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
import threading
@st.dialog("Vote")
def vote(lock):
    st.text("in it")
if st.button("Open"):
    vote(threading.Lock())
"""
    )
    do(tab, "Open")
    tab.reload()
    tab.settle()
    assert is_open(tab)
    restart(tab)
    tab.connect()
    tab.settle()
    assert tab.texts == []


def test_g01_a_fragment_can_open_one_and_its_next_run_closes_it(open_tab: OpenTab) -> None:
    tab = open_tab(
        COUNTS
        + """
@st.dialog("Vote")
def vote():
    st.text(count("vote"))
    st.button("Again")

@st.fragment(key="part")
def part():
    st.text(count("part"))
    if st.button("Open"):
        vote()
    st.checkbox("Inside")
part()
"""
    )
    assert do(tab, "Open") == ["part 2", "vote 1"]
    assert do(tab, "Again") == ["part 2", "vote 2"]
    tab.session.request("clock", "__main__.part")
    tab.settle()
    assert tab.texts == ["part 3", "vote 3"]
    tab.reload()
    tab.settle()
    assert tab.texts == ["part 4", "vote 4"]
    restart(tab)
    tab.connect()
    tab.settle()
    assert tab.texts == ["part 5", "vote 5"]
    assert do(tab, "Again") == ["part 5", "vote 6"]
    tab.set("Inside", True)
    tab.settle()
    assert tab.texts == ["part 6"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("one(); two()", "dialog: a run can open one"),
        ("outer()", "dialog: one cannot be opened from inside of another"),
        ("st.dialog('')", "dialog: it needs a title"),
        ("st.dialog(one)", "dialog: it needs a title"),
        ("st.dialog('x', width='huge')", 'dialog "x": width must be'),
        ("st.dialog('x', position='up')", 'dialog "x": position must be'),
        ("st.dialog('x', on_dismiss='x')", 'dialog "x": on_dismiss must be'),
        ("st.dialog('x', icon='x')", 'dialog "x": icon'),
    ],
)
def test_g01_what_no_dialog_can_be_is_an_error(open_tab: OpenTab, source: str, words: str) -> None:
    tab = open_tab(
        f"""
one = st.dialog("One")(lambda: st.text("one"))
two = st.dialog("Two")(lambda: st.text("two"))
outer = st.dialog("Outer")(lambda: one())
try:
    {source}
except st.errors.StreamlitAPIException as error:
    st.text(error)
"""
    )
    assert tab.texts[-1].startswith(words)


def test_g02_in_a_form_or_a_column_it_is_of_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
@st.dialog("Vote")
def vote():
    st.button("Inside")
with st.sidebar, st.container():
    vote()
"""
    )
    assert tab.page.children["main"] == [tab.find("Vote")]


def test_w16_a_browser_cannot_close_what_is_not_dismissible(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE.replace('"Vote", ', '"Vote", dismissible=False, '))
    do(tab, "Open")
    tab.set("Vote", False)
    tab.settle()
    assert do(tab, "Again") == ["page 2", "vote tea 2 2"]
    tab.reload()
    tab.settle()
    assert is_open(tab)


def test_w16_nobody_sets_what_the_session_remembers_of_a_dialog(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    for values, trigger in (({"dialog": ["__main__.vote", [], {}]}, None), ({}, "dialog")):
        tab.send(values, trigger)
        tab.settle()
    assert "dialog" not in tab.session.state
    assert not tab.of_kind("exception")
    assert do(tab, "Open")[-1] == "vote tea 2 2"


def test_g01_closing_one_of_a_fragment_runs_the_page(open_tab: OpenTab) -> None:
    tab = open_tab(
        COUNTS
        + """
st.text(count("page"))

@st.dialog("Vote", on_dismiss="rerun")
def vote():
    st.text(count("vote"))

@st.fragment
def part():
    if st.button("Open"):
        vote()
part()
"""
    )
    assert do(tab, "Open") == ["page 1", "vote 1"]
    tab.set("Vote", False)
    tab.settle()
    assert tab.texts == ["page 2"]


def test_d07_a_dialog_closes_that_the_saved_script_does_not_define(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    tab.server.path.write_text("import ostinato as st\nst.text('new')\n")
    tab.session.script_changed(rerun=True)
    tab.settle()
    assert (tab.texts, is_open(tab)) == (["new"], False)
    assert not tab.session.home.dialogs


def test_d07_an_open_dialog_has_the_code_of_the_saved_script(open_tab: OpenTab) -> None:
    tab = open_tab(VOTE)
    do(tab, "Open")
    source = tab.server.path.read_text()
    tab.server.path.write_text(source.replace('st.text_input("Why")', 'st.text("new")'))
    tab.session.script_changed(rerun=True)
    tab.settle()
    assert tab.texts == ["page 3", "vote tea 2 2", "new"]


def test_g01_a_dialog_that_one_run_defines_closes_with_a_run_that_does_not_and_the_log_says_so(
    open_tab: OpenTab, caplog: pytest.LogCaptureFixture
) -> None:
    tab = open_tab("""
if st.button("Open"):
    @st.dialog("Vote")
    def vote():
        st.text("in it")
    vote()
""")
    assert do(tab, "Open") == ["in it"]
    assert not caplog.messages
    tab.reload()
    tab.settle()
    assert tab.texts == []
    assert not tab.session.home.dialogs
    [said] = caplog.messages
    assert "dialog: '__main__.vote' was open and is closed" in said
    assert "decorate it at the top of the script" in said


def test_g01_a_dialog_of_a_module_stays_open_though_no_run_defines_it_again(
    open_tab: OpenTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared_dialogs.py").write_text("""
import ostinato as st
def _vote():
    st.text("in it")
vote = st.dialog("Vote")(_vote)
""")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shared_dialogs", raising=False)
    tab = open_tab("""
from shared_dialogs import vote
if st.button("Open"):
    vote()
""")
    do(tab, "Open")
    for _ in range(2):
        tab.reload()
        tab.settle()
        assert (tab.texts, is_open(tab)) == (["in it"], True)
    del sys.modules["shared_dialogs"]
    tab.server.path.write_text("import ostinato as st\n")
    tab.session.script_changed(rerun=True)
    tab.settle()
    assert (tab.texts, is_open(tab)) == ([], False)


@pytest.mark.parametrize("end", ["st.stop()", "1 / 0"])
@pytest.mark.parametrize("in_part", [False, True])
def test_w10_a_page_forgets_inputs_though_its_open_dialog_ends_before_its_end(
    open_tab: OpenTab, end: str, in_part: bool
) -> None:
    call = "part()" if in_part else "draw()"
    tab = open_tab(f"""
gone = st.session_state.setdefault("gone", [])

@st.dialog("Vote")
def vote():
    st.text_input("Why", key="why")
    if gone:
        {end}
    st.text_input("How", key="how")

def draw():
    if not gone:
        st.text_input("Name", key="name")
    if st.button("Open"):
        vote()

@st.fragment
def part():
    draw()

{call}
""")
    tab.set("Name", "Ada")
    tab.settle()
    do(tab, "Open")
    tab.set("Why", "because")
    tab.set("How", "so")
    tab.settle()
    tab.session.state["gone"].append(True)
    if in_part:
        tab.session.request("clock", "__main__.part")
        tab.settle()
    else:
        tab.reload()
        tab.settle()
    assert tab.value("Why") == "because"
    state = tab.session.state
    assert ("name" in state, state["why"], state["how"]) == (False, "because", "so")


def test_w10_what_a_person_stops_while_a_dialog_opens_again_keeps_all_inputs(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
gone = st.session_state.setdefault("gone", [])

@st.dialog("Vote")
def vote():
    gates.reach("vote")
    st.text("in it")

if not gone:
    st.text_input("Name", key="name")
if st.button("Open"):
    vote()
""")
    tab.set("Name", "Ada")
    tab.settle()
    do(tab, "Open")
    tab.session.state["gone"].append(True)
    tab.server.gates.close("vote")
    tab.reload()
    tab.server.until(lambda: tab.server.gates.reached.count("vote") == 2)
    tab.stop()
    tab.server.until(lambda: tab.session.runner.run.interrupt.asked)
    tab.server.gates.open("vote")
    tab.settle()
    assert tab.session.state["name"] == "Ada"


SHARED = """
ss = st.session_state
ss.setdefault("things", [])
@st.dialog("Edit")
def edit(things):
    if st.button("Add"):
        things.append(1)
    st.text(f"in the dialog {len(things)}")
if st.button("Open"):
    edit(ss.things)
st.text(f"on the page {len(ss.things)} {sorted(ss)}")
"""


def test_s17_the_arguments_of_a_dialog_are_what_session_state_has_after_a_restore_too(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(SHARED)
    tab.click("Open")
    tab.settle()
    tab.click("Add")
    tab.settle()
    restart(tab)
    tab.connect()
    tab.settle()
    tab.click("Add")
    tab.settle()
    assert "in the dialog 2" in tab.texts
    tab.session.request("rerun")
    tab.settle()
    assert "on the page 2 ['things']" in tab.texts
    restart(tab)
    tab.connect()
    tab.settle()
    assert "on the page 2 ['things']" in tab.texts
