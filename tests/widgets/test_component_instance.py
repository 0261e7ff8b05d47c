"""Components of the first kind."""

import json
import re
import time
from base64 import b64decode
from pathlib import Path
from typing import Any, cast

import pytest

from ostinato.components import v1
from ostinato.config import Config
from ostinato.config.options import Client
from ostinato.data.arriving import columns_in, frame_of
from ostinato.errors import (
    MarshallComponentException,
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from ostinato.widgets.component_instance import ComponentInstance
from ostinato.wire.components import ComponentBytes, ComponentTable
from ostinato.wire.props import files_of
from tab import Server, Tab

HEAD = """
import os, tempfile
import ostinato as st
from ostinato.components import v1 as components
folder = tempfile.gettempdir()
clock = components.declare_component("clock", path=folder)
"""


def app_of(script: str) -> AppTest:
    return AppTest.from_string(HEAD + script)


def told(app: AppTest, place: int = 0) -> dict[str, Any]:
    """Return the arguments that a component is told."""
    found: dict[str, Any] = json.loads(app.get("component_instance")[place].args)
    return found


def test_m01_a_component_is_called_by_its_module_and_its_name() -> None:
    clock = v1.declare_component("clock", path="/tmp")
    assert clock.name.endswith("test_component_instance.clock")
    assert (clock.path, clock.url, clock.abspath) == ("/tmp", None, "/tmp")
    assert clock(default=5) == 5  # in plain Python
    both = v1.declare_component("clock", path=Path("/tmp"), url="http://localhost:3001")
    assert (both.path, both.url) == ("/tmp", "http://localhost:3001")
    assert clock == v1.declare_component("clock", path="/tmp")
    app = app_of(
        "clock()\ncomponents.declare_component('c', 'x', 'https://a.b/')()\n"
        "components.declare_component('a/b', folder)()"
    ).run()
    first, second, third = app.get("component_instance")
    assert (first.name, first.label) == ("script.clock", "clock")
    assert re.fullmatch(r"component/script\.clock/[0-9a-f]{32}/index\.html", first.src)
    assert second.src == "https://a.b/"
    assert third.src == first.src.replace("script.clock", "script.a_b")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, 'component "script.x": there must be a path or a URL'),
        ({"url": "localhost:3001"}, "url must begin with"),
        ({"url": "javascript:alert(1)"}, "url must begin with"),
        ({"url": "http://"}, 'pass an address such as "http://localhost:3001"'),
        ({"url": "http://["}, "url must name the host of a page, got url='http://['"),
        ({"url": "http://:3001"}, "url must name the host"),
        ({"url": "http://a:port"}, "url must name the host"),
        ({"url": "http://a:99999"}, "url must name the host"),
        ({"url": "https://my host/"}, "url must name the host"),
        ({"url": "http://a%zz/"}, "url must name the host"),
        ({"path": "/not/there"}, "path must be a folder, got path='/not/there'"),
        ({"path": __file__}, "path must be a folder"),
    ],
)
def test_m01_what_leads_to_no_page_is_an_error(arguments: dict[str, str], words: str) -> None:
    app = app_of(f"components.declare_component('x', **{arguments!r})").run()
    assert words in app.exception[0].value


def test_m02_a_component_is_told_what_json_has_and_bytes_and_tables() -> None:
    app = app_of("""
import numpy as np, pandas as pd
clock(a=[1, {"b": None}], c=float("nan"), d=np.int64(3), e="é", blob=b"\\x00\\x01",
      table=pd.DataFrame({"x": ["p", "q"]}, index=["r", "s"]), default={"z": 1}, key="k")
""").run()
    assert not app.exception
    assert told(app) == {
        "a": [1, {"b": None}], "c": None, "d": 3, "e": "é", "default": {"z": 1}, "key": "k",
    }  # fmt: skip
    (component,) = app.get("component_instance")
    assert b64decode(component.blobs["blob"]["data"]) == b"\x00\x01"
    table = component.tables["table"]
    streams = {name: b64decode(table[name]["data"]) for name in ("data", "index", "columns")}
    assert columns_in(streams["data"])[0] == ("x", ["p", "q"])
    assert columns_in(streams["index"]) == [("0", ["r", "s"])]
    assert columns_in(streams["columns"]) == [("0", ["x"])]
    frame = frame_of(streams)
    assert (list(frame.index), list(frame.columns), list(frame["x"])) == (
        ["r", "s"],
        ["x"],
        ["p", "q"],
    )


def test_m02_what_is_large_is_a_file_that_is_written_once() -> None:
    app = app_of("""
import pandas as pd
clock(blob=b"x" * 100_000, table=pd.DataFrame({"x": range(20_000)}), key="k")
st.button("Again")
""").run()
    (component,) = app.get("component_instance")
    files = component.blobs["blob"]["file"], component.tables["table"]["data"]["file"]
    assert app.files[files[0]] == b"x" * 100_000
    assert len(app.files[files[1]]) > 160_000
    app.button[0].click().run()
    (again,) = app.get("component_instance")
    assert (again.blobs["blob"]["file"], again.tables["table"]["data"]["file"]) == files


def test_m02_files_among_its_arguments_are_kept_as_long_as_it_is_shown() -> None:
    one, two = (ComponentBytes(file=f"_stcore/media/{id}.bin") for id in ("12ab", "34cd"))
    shown = ComponentInstance(
        label="clock",
        name="app.clock",
        src="component/app.clock/56ef/index.html",
        blobs={"blob": one},
        tables={"table": ComponentTable(two, ComponentBytes(data=b""), ComponentBytes(data=b""))},
    )
    assert {*files_of(shown)} == {"12ab", "34cd", "56ef"}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("clock(1)", "each argument must have a name, got 1 without one"),
        (
            "clock(a=object())",
            "clock: an argument must be what JSON has, bytes, or a table, got a=",
        ),
        ("clock(a={1, 2})", "got a={1, 2}"),
        ("clock(default=object())", "got default="),
        ("clock(a=1, b=[b''])", r"got b=\[b''\]"),
    ],
)
def test_m02_what_cannot_be_told_is_an_error_that_names_it(call: str, words: str) -> None:
    clock = v1.declare_component("clock", path="/tmp")
    with pytest.raises(MarshallComponentException, match=words):
        eval(call, {"clock": clock})


@pytest.mark.parametrize(
    ("tab_index", "error"),
    [("a", StreamlitInvalidParameterTypeError), (-2, StreamlitValueError)],
)
def test_m01_a_tab_index_is_minus_one_or_more(tab_index: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="clock: tab_index must be"):
        v1.declare_component("clock", path="/tmp")(tab_index=tab_index)


def test_m03_what_a_component_says_is_what_its_call_returns() -> None:
    app = app_of("""
st.text(repr(clock(default="none yet", key="k")))
st.text(repr(st.session_state.k))
""").run()
    assert [each.value for each in app.text] == ["'none yet'", "None"]
    (component,) = app.get("component_instance")
    values: tuple[Any, ...] = ({"a": [1, None, "é"]}, b"\x00\xff", 7, [], "")
    for said in values:
        component.set_value(said).run()
        assert [each.value for each in app.text] == [repr(said), repr(said)]
    component.set_value(None).run()
    assert [each.value for each in app.text] == ["'none yet'", "None"]


def test_m04_a_component_is_known_by_its_key_or_by_its_arguments() -> None:
    app = app_of("""
n = st.number_input("n", value=1)
d = st.number_input("d", value=1)
st.text(repr([clock(n=n, default=d, key="k"), clock(n=n, default=d)]))
""").run()
    keyed, plain = app.get("component_instance")
    keyed.set_value("K").run()
    plain.set_value("P").run()
    assert app.text[0].value == "['K', 'P']"
    app.number_input[1].set_value(2).run()
    assert app.text[0].value == "['K', 'P']"
    app.number_input[0].set_value(2).run()
    assert app.text[0].value == "['K', 2]"
    with pytest.raises(StreamlitDuplicateElementKey):
        raise _error("clock(key='a')\nclock(key='a')")
    with pytest.raises(StreamlitDuplicateElementId):
        raise _error("clock(a=1)\nclock(a=1)")


def _error(script: str) -> Exception:
    lines = script.replace("\n", "\n    ")
    caught = "except Exception as error:\n    st.session_state.error = type(error)"
    app = app_of(f"try:\n    {lines}\n{caught}").run()
    kind: type[Exception] = app.session_state.error
    return kind()


def test_m05_it_calls_back_and_is_held_back_in_a_form() -> None:
    app = app_of("""
def note():
    st.session_state.log = [*st.session_state.get("log", []), st.session_state.k]
with st.form("f"):
    inside = clock(key="i")
    st.form_submit_button("Send")
clock(key="k", on_change=note)
st.text(repr([inside, st.session_state.get("log")]))
""").run()
    inside, outside = app.get("component_instance")
    outside.set_value(1).run()
    outside.set_value(1).run()
    outside.set_value(2).run()
    inside.set_value("held")
    app.run()
    assert app.text[0].value == "[None, [1, 2]]"
    app.button[0].click().run()
    assert app.text[0].value == "['held', [1, 2]]"


SAYING = """
import tempfile
from ostinato.components import v1 as components
clock = components.declare_component("clock", path=tempfile.gettempdir())
plain = components.declare_component("plain", path=tempfile.gettempdir())
st.text(repr(clock(key="k")))
st.text(repr(plain(default=0)))
"""


def test_m05_it_outlives_a_refresh_and_the_process_and_counts_once(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    with (
        Server(tmp_path, SAYING, store=store) as first,
        Server(tmp_path, SAYING, store=store) as other,
    ):
        tab = Tab(first)
        tab.set("clock", 'json:{"said":[1]}')
        tab.set("plain", "bytes:AP8=")
        tab.settle()
        said = ["{'said': [1]}", "b'\\x00\\xff'"]
        assert tab.texts == said
        tab.reload()
        tab.settle()
        assert tab.texts == said
        tab.move(other)
        tab.settle()
        assert tab.texts == said


def test_m05_what_is_said_while_away_arrives_later_and_the_last_counts(tmp_path: Path) -> None:
    with Server(tmp_path, SAYING) as server:
        tab = Tab(server)
        tab.disconnect()
        for number in range(5):
            tab.set("clock", f"json:{number}")
        tab.connect()
        tab.settle()
        assert tab.texts[0] == "4"


def test_m10_garbage_from_a_browser_changes_nothing(tmp_path: Path) -> None:
    with Server(tmp_path, SAYING) as server:
        tab = Tab(server)
        tab.set("clock", "json:1")
        for wire in (5, b"json:2", "json:{", "pickle:x", 'dataframe:{"data":""}', "bytes:*"):
            tab.set("clock", wire)
        tab.settle()
        assert tab.texts[0] == "1"


def test_m03_the_script_may_set_what_it_returns(tmp_path: Path) -> None:
    script = SAYING + "if st.button('Set'): st.session_state.later = True\n"
    script = script.replace("st.text(repr(clock", "if 'later' in st.session_state: "
                            "st.session_state.k = {1, 2}\nst.text(repr(clock")  # fmt: skip
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        tab.set("clock", "json:1")
        tab.click("Set")
        tab.settle()
        tab.click("Set")
        tab.settle()
        assert tab.texts[0] == "{1, 2}"


def test_m12_what_is_put_around_register_widget_has_a_word_in_callbacks() -> None:
    app = AppTest.from_string("""
        import tempfile
        import streamlit as st
        from streamlit.components.v1 import components, declare_component

        if not hasattr(components.register_widget, "is_around"):
            inner = components.register_widget
            def around(*args, **kwargs):
                if kwargs.get("user_key") == "k":
                    kwargs["on_change_handler"], kwargs["args"] = note, ("x",)
                return inner(*args, **kwargs)
            def note(word):
                st.session_state.word = word
            around.is_around = True
            components.register_widget = around
        declare_component("clock", path=tempfile.gettempdir())(key="k")
        st.text(st.session_state.get("word"))
    """).run()
    app.get("component_instance")[0].set_value(1).run()
    assert app.text[0].value == "x"


def test_m11_html_and_pages_stand_in_frames_of_their_size() -> None:
    def props(place: Any) -> tuple[Any, ...]:
        found = place.node.props
        return found.src, found.html, found.width, found.height, found.scrolling, found.tab_index

    assert props(v1.html("<b>x</b>")) == (None, "<b>x</b>", "stretch", 150, False, None)
    assert props(v1.html("x", 30, 0, True, tab_index=-1)) == (None, "x", 30, 0, True, -1)
    assert props(v1.iframe("https://a.b")) == ("https://a.b", None, "stretch", 150, False, None)
    assert props(v1.iframe("app/static/x.html", height=cast("Any", 20.0)))[0::3] == (
        "app/static/x.html",
        20,
    )
    assert props(v1.iframe("localhost:8000/x"))[0] == "localhost:8000/x"
    assert props(v1.iframe("data:text/html,<b>x</b>"))[:2] == (None, "<b>x</b>")


def test_m11_an_address_that_only_begins_like_that_of_a_component_is_of_no_file() -> None:
    place: Any = v1.iframe("component/x")
    assert list(files_of(place.node.props)) == []


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: v1.html(cast("Any", 5)), StreamlitInvalidParameterTypeError),
        (lambda: v1.iframe(cast("Any", 5)), StreamlitInvalidParameterTypeError),
        (lambda: v1.html("x", width=cast("Any", "wide")), StreamlitInvalidWidthError),
        (lambda: v1.html("x", height=-1), StreamlitInvalidHeightError),
        (lambda: v1.html("x", height=cast("Any", float("nan"))), StreamlitInvalidHeightError),
        (lambda: v1.html("x", height=True), StreamlitInvalidHeightError),
        (lambda: v1.iframe("javascript:alert(1)"), StreamlitAPIException),
        (lambda: v1.iframe(" JavaScript:alert(1)"), StreamlitAPIException),
        (lambda: v1.iframe("file:///etc/passwd"), StreamlitAPIException),
        (lambda: v1.html("x", tab_index=-2), StreamlitValueError),
    ],
)
def test_m11_what_is_no_frame_is_refused(call: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        call()


def test_m13_a_frame_is_isolated_if_the_config_says_so(tmp_path: Path) -> None:
    config = Config(client=Client(isolated_components=True))
    script = SAYING + "components.declare_component('far', url='https://a.b')()"
    with Server(tmp_path, script, config) as server:
        shown = Tab(server).of_kind("component_instance")
    assert [each.get("is_isolated", False) for each in shown] == [True, True, False]


@pytest.mark.parametrize(
    "url",
    ["http://[::1]:3001/a", "HTTPS://a.b/%20?q=[", "http://münchen.example", "http://u:p@a:1/x"],
)
def test_m01_an_address_that_browsers_take_is_taken(url: str) -> None:
    assert v1.declare_component("far", url=url).url == url
