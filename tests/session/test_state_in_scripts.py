"""Session state and widgets as scripts use them: rules S02 to S09 and W01 to W14."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ostinato.config import Config
from tab import Tab

OpenTab = Callable[..., Tab]


def error_of(tab: Tab) -> str:
    (error,) = tab.of_kind("exception")
    return f"{error['type']}: {error['message']}"


def test_s02_items_and_attributes_are_the_same(open_tab: OpenTab) -> None:
    tab = open_tab("""
s = st.session_state
s["a"] = 1
s.b = 2
s.update(c=3)
del s["a"]
st.text(f"{s.to_dict()} {s.b == s['b']} {s.pop('c')} {s.setdefault('d', 4)} {len(s)} {'b' in s}")
del s.b
s.clear()
st.text(f"{s.to_dict()}")
""")
    assert tab.texts == ["{'b': 2, 'c': 3} True 3 4 2 True", "{}"]


@pytest.mark.parametrize(
    ("access", "kind"),
    [
        ("st.session_state['nope']", "KeyError"),
        ("st.session_state.nope", "AttributeError"),
        ("del st.session_state.nope", "AttributeError"),
        ("del st.session_state['nope']", "KeyError"),
    ],
)
def test_s03_a_missing_key_is_an_error_that_names_it(
    open_tab: OpenTab, access: str, kind: str
) -> None:
    words = error_of(open_tab(f"x = 1\n{access}\n"))
    assert words.startswith(kind)
    assert 'no key "nope"' in words
    assert 'if "nope" not in st.session_state' in words


def test_s04_a_key_that_is_not_a_str_is_converted(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.session_state[1] = "one"
n = st.number_input("N", value=7, key=2)
st.text(f"{st.session_state['1']} {1 in st.session_state} {st.session_state['2']}")
""")
    assert tab.texts == ["one True 7"]


def test_s06_values_are_kept_by_identity(open_tab: OpenTab) -> None:
    tab = open_tab("""
import socket, threading
kept = gates.__dict__.setdefault("kept", [lambda: 1, threading.Lock(), (n for n in [1])])
if "kept" in st.session_state:
    st.text(str(all(a is b for a, b in zip(st.session_state.kept, kept))))
st.session_state.kept = kept
""")
    tab.send({})
    tab.settle()
    assert tab.texts == ["True"]


def test_s07_assigning_a_key_to_itself_keeps_it_while_not_drawn(open_tab: OpenTab) -> None:
    tab = open_tab("""
if "n" in st.session_state:
    st.session_state.n = st.session_state.n
if not st.checkbox("Hide"):
    st.number_input("N", value=0, key="n")
""")
    tab.set("N", 5)
    tab.set("Hide", True)
    tab.settle()
    tab.send({})
    tab.settle()
    tab.set("Hide", False)
    tab.settle()
    assert tab.value("N") == 5


@pytest.mark.parametrize(("setting", "warnings"), [("true", 1), ("false", 0)])
def test_s08_a_script_runs_without_a_server(tmp_path: Path, setting: str, warnings: int) -> None:
    script = tmp_path / "alone.py"
    script.write_text("""
import ostinato as st
st.session_state.x = st.text_input("Name", "Ada")
with st.sidebar:
    st.title("t")
left, right = st.columns(2)
left.write("hi")
with right:
    st.button("Go")
place = st.empty()
place.text("a")
place.container().text("b")
print(st.session_state.x, st.session_state.get("y"), st.slider("S", 0, 9, 3))
st.stop()
print("never")
""")
    environment = {**os.environ, "OSTINATO_GLOBAL_SHOW_WARNING_ON_DIRECT_EXECUTION": setting}
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    assert done.stdout == "Ada None 3\n"
    assert done.stderr.count('start the script with "ostinato run path/to/app.py"') == warnings


def test_s09_what_cannot_be_pickled_is_refused_where_the_configuration_demands(
    open_tab: OpenTab,
) -> None:
    strict = msgspec.structs.replace(Config().runner, enforce_serializable_session_state=True)
    tab = open_tab(
        "st.session_state.fine = [1]\nst.session_state.bad = lambda: 1\n",
        config=msgspec.structs.replace(Config(), runner=strict),
    )
    words = error_of(tab)
    assert words.startswith("UnserializableSessionStateError: st.session_state.bad: ")
    assert "got a function" in words
    assert dict(tab.session.state) == {"fine": [1]}


def test_w03_setting_a_widget_after_it_was_drawn_is_an_error(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.session_state.n = 3
st.number_input("N", key="n")
st.session_state.n = 4
""")
    assert "st.session_state.n: a widget cannot be set after it was drawn" in error_of(tab)
    assert tab.value("N") == 3


def test_w05_a_key_twice_is_an_error_that_names_it(open_tab: OpenTab) -> None:
    words = error_of(open_tab("st.button('A', key='k')\nst.checkbox('B', key='k')\n"))
    assert words.startswith("StreamlitDuplicateElementKey")
    assert "key='k'" in words


@pytest.mark.parametrize("call", ["st.button('A')", "st.text_input('A')", "st.checkbox('A', True)"])
def test_w05_two_equal_widgets_are_an_error_with_a_way_out(open_tab: OpenTab, call: str) -> None:
    words = error_of(open_tab(f"{call}\n{call}\n"))
    assert words.startswith("StreamlitDuplicateElementId")
    assert "label='A'" in words
    assert "key=" in words


def test_issue_8_a_duplicate_is_refused_as_such_however_often(open_tab: OpenTab) -> None:
    tab = open_tab("""
for value in ("x", "y", "y", "y", "z", "z"):
    try:
        st.text_input("A", value)
        st.text(value)
    except Exception as error:
        st.text(type(error).__name__)
""")
    refused = "StreamlitDuplicateElementId"
    assert tab.texts == ["x", "y", refused, refused, "z", refused]


def test_w06_what_is_never_part_of_identity(open_tab: OpenTab) -> None:
    tab = open_tab("""
n = st.session_state.get("n", 0)
def noop(*a, **k): pass
st.text_input(
    "Name", help=f"help {n}", label_visibility=["visible", "hidden"][n % 2], disabled=n == 1,
    on_change=noop, args=(n,), kwargs={"n": n}, width=100 + n,
)
if st.button("Next"):
    st.session_state.n = n + 1
    st.rerun()
""")
    id = tab.find("Name")
    tab.set("Name", "Ada")
    for _ in range(3):
        tab.click("Next")
        tab.settle()
    assert tab.find("Name") == id
    assert tab.value("Name") == "Ada"


def test_w07_calls_alike_but_for_their_default_are_told_apart(open_tab: OpenTab) -> None:
    tab = open_tab("""
a = st.text_input("Name", "one")
b = st.text_input("Name", "two")
st.text(f"{a} {b}")
""")
    first, second = (id for id in tab.page.walk("main") if "label" in tab.page.props[id])
    tab.send({second: "changed"})
    tab.settle()
    assert tab.texts == ["one changed"]
    tab.send({first: "changed"})
    tab.settle()
    assert tab.texts == ["changed changed"]


def test_w07_echoes_alike_may_come_to_hold_the_same(open_tab: OpenTab) -> None:
    tab = open_tab("""
s = st.session_state
s.setdefault("a", "x")
s.setdefault("b", "y")
s.a = st.text_input("Name", s.a)
s.b = st.text_input("Name", s.b)
st.text(f"{s.a} {s.b}")
""")
    first, second = (id for id in tab.page.walk("main") if "label" in tab.page.props[id])
    for id in (first, second, first):
        tab.send({id: "same"})
        tab.settle()
    assert tab.texts == ["same same"]
    tab.send({first: "other"})
    tab.settle()
    assert tab.texts == ["other same"]


def test_w08_a_keyed_widget_is_the_same_with_another_label(open_tab: OpenTab) -> None:
    tab = open_tab("""
n = st.session_state.get("n", 0)
st.number_input(f"Label {n}", 0, 100 - n * 50, value=0, key="k")
if st.button("Next"):
    st.session_state.n = n + 1
    st.rerun()
""")
    tab.set("k", 40)
    tab.click("Next")
    tab.settle()
    assert tab.value("Label 1") == 40
    tab.set("k", 45)
    tab.click("Next")
    tab.settle()
    assert tab.value("Label 2") == 0


def test_w10_a_widget_not_drawn_is_readable_in_that_run_and_gone_in_the_next(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
if st.checkbox("Show", True):
    st.number_input("N", value=1, key="n")
st.text(f"{st.session_state.get('n')}")
""")
    tab.set("N", 5)
    tab.set("Show", False)
    tab.settle()
    assert tab.texts == ["5"]
    tab.send({})
    tab.settle()
    assert tab.texts == ["None"]
    tab.set("Show", True)
    tab.settle()
    assert tab.value("N") == 1


@pytest.mark.parametrize("end", ["st.stop()", "1 / 0"])
def test_w12_a_run_that_did_not_complete_cleans_nothing_up(open_tab: OpenTab, end: str) -> None:
    tab = open_tab(f"""
if st.checkbox("Break"):
    {end}
st.number_input("N", value=1, key="n")
""")
    tab.set("N", 5)
    tab.set("Break", True)
    tab.settle()
    assert tab.labels == ["Break"]
    tab.set("Break", False)
    tab.settle()
    assert tab.value("N") == 5


def test_w13_what_a_widget_returns_is_a_copy(open_tab: OpenTab) -> None:
    tab = open_tab("""
pair = st.selectbox("Pair", [[1, 2], [3, 4]], key="pair")
pair.append("changed")
st.text(f"{st.session_state.pair}")
""")
    assert tab.texts == ["[1, 2]"]


def test_w04_a_drawn_button_cannot_be_set(open_tab: OpenTab) -> None:
    tab = open_tab("st.button('Go', key='go')\nst.session_state.go = True\n")
    assert error_of(tab).startswith("StreamlitWidgetAlreadyInstantiatedError: st.session_state.go")


def test_a_dropped_value_is_told_in_the_log(
    open_tab: OpenTab, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "ostinato")
    tab = open_tab("st.number_input('N', 0, 10)")
    tab.set("N", 99)
    tab.settle()
    assert "run 2: 1 change(s) dropped" in caplog.text


@pytest.mark.parametrize("end", ["st.rerun()", "st.stop()"])
def test_w02_what_a_run_set_that_then_ended_early_is_shown_by_the_next(
    open_tab: OpenTab, end: str
) -> None:
    tab = open_tab(f"""
if st.button("Set"):
    st.session_state.name = "set"
    {end}
st.text(st.text_input("Name", "default", key="name"))
""")
    tab.click("Set")
    tab.settle()
    tab.send({})
    tab.settle()
    assert (tab.texts, tab.value("Name")) == (["set"], "set")


def test_w14_what_does_not_fit_is_told_also_if_another_run_set_it(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Set"):
    st.session_state.age = 300
    st.rerun()
st.slider("Age", 0, 100, key="age")
""")
    tab.click("Set")
    tab.settle()
    assert "StreamlitValueAboveMaxError" in error_of(tab)


def test_s07_what_is_set_while_a_widget_is_away_is_kept_whatever_ends_the_run(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
if not st.checkbox("Hide", key="hide"):
    st.text_input("Name", key="name")
elif "done" not in st.session_state:
    st.session_state.done = True
    st.session_state.name = "set"
    st.rerun()
st.text(st.session_state.get("name"))
""")
    tab.set("Hide", True)
    tab.settle()
    tab.send({})
    tab.settle()
    assert tab.texts == ["set"]


def test_x01_without_a_server_a_script_has_what_its_folder_and_the_current_one_hold(
    tmp_path: Path,
) -> None:
    here, app = tmp_path / "here", tmp_path / "app"
    for folder in (here, app):
        (folder / ".streamlit").mkdir(parents=True)
        secrets = f"both = '{folder.name}'\n{folder.name} = true\n"
        (folder / ".streamlit/secrets.toml").write_text(secrets)
    quiet = "[global]\nshowWarningOnDirectExecution = false\n"
    (app / ".streamlit/config.toml").write_text(quiet)
    (here / ".streamlit/config.toml").write_text("[client]\ntoolbarMode = 'viewer'\n")
    (app / "alone.py").write_text("""
import ostinato as st
st.title("t")

@st.cache_data(persist="disk", show_spinner=False)
def load():
    return 1

load()
print(dict(st.secrets), st.get_option("client.toolbarMode"))
""")
    done = subprocess.run(
        [sys.executable, app / "alone.py"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "HOME": str(tmp_path)},
        cwd=here,
    )
    assert done.stdout == "{'both': 'app', 'here': True, 'app': True} viewer\n"
    assert done.stderr == ""
    assert [(folder / ".ostinato/cache").exists() for folder in (here, app)] == [False, True]
