"""Components of the second kind: what they keep, what is triggered in them, what they are given."""

import datetime as dt
import re
import textwrap
from collections import deque
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import ostinato as st
from ostinato import errors
from ostinato.run import component_data
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from ostinato.values.codec import Misfit
from ostinato.values.component import KeptValues, checked
from tab import Server, Tab

pack = partial(component_data.data_of, 'component "c"')

KNOB = """
    import ostinato as st
    knob = st.components.v2.component("knob", html="<b>x</b>", js="export default () => {}")
    def note(name):
        return lambda: st.session_state.setdefault("calls", []).append(
            (name, dict(st.session_state.k))
        )
    seen = dict(st.session_state.get("k", {}))
    kept = knob(
        key="k",
        data={"n": st.session_state.get("n", 0)},
        default={"angle": 3},
        on_angle_change=note("angle"),
        on_hit_change=note("hit"),
    )
    st.text(f"seen {seen}")
    st.text(f"kept {dict(kept)}")
    st.text(f"state {dict(st.session_state.k)}")
    st.text(f"calls {st.session_state.get('calls', [])}")
    """


def text_of(source: str) -> str:
    return textwrap.dedent(source).replace("import ostinato as st\n", "")


@pytest.fixture
def server(tmp_path: Any) -> Any:
    with Server(tmp_path, text_of(KNOB)) as server:
        yield server


def told(tab: Tab) -> dict[str, str]:
    return dict(each.split(" ", 1) for each in tab.texts)


def turn(tab: Tab, **values: Any) -> None:
    """Have a component keep values, as its browser does."""
    tab.send({"#k": {**tab.page.values["#k"], **values}})


def hit(tab: Tab, kept: dict[str, Any] | None = None, **triggers: Any) -> None:
    """Trigger something, and keep values in the same event."""
    values = {} if kept is None else {"#k": {**tab.page.values["#k"], **kept}}
    tab.send({**values, "!#k": triggers}, "!#k")


def test_h01_what_it_keeps_begins_with_its_defaults_and_names(server: Server) -> None:
    tab = Tab(server)
    assert told(tab)["kept"] == "{'angle': 3, 'hit': None}"
    assert told(tab)["state"] == "{'angle': 3}"
    assert tab.page.values["#k"] == {"angle": 3}


def test_h02_a_value_stays_and_its_callback_is_called_once_if_it_is_another(
    server: Server,
) -> None:
    tab = Tab(server)
    turn(tab, angle=7)
    tab.settle()
    assert told(tab)["kept"] == "{'angle': 7, 'hit': None}"
    calls = "[('angle', {'angle': 7})]"
    assert told(tab)["calls"] == calls
    turn(tab, angle=7)
    turn(tab, extra=[1, {"a": None}])
    tab.settle()
    assert told(tab)["kept"] == "{'angle': 7, 'hit': None, 'extra': [1, {'a': None}]}"
    assert told(tab)["calls"] == calls


def test_h03_a_trigger_lasts_one_run_and_is_seen_in_its_callback(server: Server) -> None:
    tab = Tab(server)
    hit(tab, hit="now")
    tab.settle()
    for name in ("seen", "kept", "state"):
        assert told(tab)[name] == "{'angle': 3, 'hit': 'now'}"
    assert told(tab)["calls"] == "[('hit', {'angle': 3, 'hit': 'now'})]"
    tab.send({})
    tab.settle()
    assert told(tab)["kept"] == "{'angle': 3, 'hit': None}"
    for name in ("seen", "state"):
        assert told(tab)[name] == "{'angle': 3}"


def test_h03_each_trigger_counts_in_order(server: Server) -> None:
    tab = Tab(server)
    for number in range(5):
        hit(tab, hit=number)
    tab.settle()
    calls = [f"('hit', {{'angle': 3, 'hit': {number}}})" for number in range(5)]
    assert told(tab)["calls"] == f"[{', '.join(calls)}]"


def test_h04_one_event_brings_values_and_triggers(server: Server) -> None:
    tab = Tab(server)
    hit(tab, {"angle": 9}, hit="now", other=1)
    tab.settle()
    both = "{'angle': 9, 'hit': 'now', 'other': 1}"
    assert told(tab)["kept"] == both
    assert told(tab)["calls"] == f"[('angle', {both}), ('hit', {both})]"
    assert tab.page.values["#k"] == {"angle": 9}


def test_h05_all_of_it_outlasts_a_refresh_and_a_change_of_process(
    tmp_path: Any,
) -> None:
    store = MemoryStore(lambda: 0.0)
    with Server(tmp_path, text_of(KNOB), store=store) as one:
        tab = Tab(one)
        turn(tab, angle=7)
        hit(tab, hit="once")
        tab.settle()
        tab.reload()
        tab.settle()
        assert told(tab)["kept"] == "{'angle': 7, 'hit': None}"
        with Server(tmp_path, text_of(KNOB), store=store) as other:
            tab.move(other)
            tab.settle()
            assert told(tab)["kept"] == "{'angle': 7, 'hit': None}"
            turn(tab, angle=8)
            tab.settle()
            assert told(tab)["calls"].count("'angle', ") == 2
            tab.disconnect()


def test_h06_the_script_changes_what_is_kept_in_place_or_sets_it() -> None:
    app = AppTest.from_string(
        textwrap.dedent("""
        import ostinato as st
        def turn(): st.session_state.k["angle"] = 20
        st.button("In place", on_click=turn)
        st.button("Set", on_click=lambda: st.session_state.update(k={"angle": 30, "own": {1}}))
        if st.button("Before"):
            st.session_state.k.angle = 40
        """)
        + text_of(KNOB)
    ).run()
    for number, kept in enumerate(
        ["'angle': 20", "'angle': 30, 'own': {1}", "'angle': 40, 'own': {1}"]
    ):
        app.button[number].click().run()
        assert f"state {{{kept}}}" in app.text.values
        assert f"state {{{kept}}}" in app.run().text.values
    assert "calls []" in app.text.values


def test_h06_what_only_python_knows_stays_when_a_browser_keeps_something(tmp_path: Any) -> None:
    source = text_of(KNOB).replace('{"angle": 3}', '{"angle": {3}}')
    with Server(tmp_path, source) as server:
        tab = Tab(server)
        assert tab.page.values["#k"] == {}
        turn(tab, other=1)
        tab.settle()
        assert told(tab)["kept"] == "{'angle': {3}, 'hit': None, 'other': 1}"


@pytest.mark.parametrize(
    "change",
    [
        "k['angle'] = 1",
        "k.angle = 1",
        "k |= {'angle': 1}",
        "k.update(angle=1)",
        "k.setdefault('other', 1)",
        "k.pop('angle')",
        "k.popitem()",
        "k.clear()",
        "del k.angle",
    ],
)
def test_h06_what_is_kept_cannot_be_set_after_it_was_drawn(change: str) -> None:
    app = AppTest.from_string(f"{KNOB}\n    k = st.session_state.k\n    {change}").run()
    (error,) = app.exception
    assert "st.session_state.k: what a component keeps cannot be set after" in error.message
    assert app.session_state["k"] == {"angle": 3}


def test_h06_what_is_kept_is_changed_as_a_dict_is() -> None:
    kept = KeptValues({"a": 1, "b": 2})
    kept.update(c=3)
    kept |= {"d": 4}
    assert (kept.setdefault("a", 9), kept.pop("b"), kept.pop("x", 0)) == (1, 2, 0)
    assert kept.popitem() in [("a", 1), ("c", 3), ("d", 4)]
    with pytest.raises(AttributeError, match="x"):
        del kept.x
    kept.clear()
    assert kept == {}


def test_h06_session_state_says_none_of_what_is_not_there_and_a_result_raises() -> None:
    result = st.components.v2.component("c", html="x")(on_a_change=print, default={"a": 1})
    assert (result, result.a) == ({"a": 1}, 1)
    with pytest.raises(AttributeError, match="pass on_b_change=lambda: None to have it as None"):
        _ = result.b
    assert KeptValues({"a": 1}).b is None


def data_of(value: Any) -> Any:
    """Return data as a browser gets them, with tables as dicts of lists."""
    told = pack(value)
    plain = None if told.content is None else msgspec.msgpack.decode(told.content.data or b"")
    tables = [pa.ipc.open_stream(each.data).read_all().to_pydict() for each in told.tables]
    return plain, tables


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        ({"a": (1, 2), 3: True, "n": float("inf")}, {"a": [1, 2], "3": True, "n": float("inf")}),
        (b"abc", b"abc"),
        ({"x": b"abc"}, {"x": b"abc"}),
        (dt.date(2026, 1, 2), "2026-01-02"),
        ([np.int64(3), np.float32(0.5), {"s"}], [3, 0.5, ["s"]]),
        (MappingProxyType({"a": deque([1])}), {"a": [1]}),
    ],
)
def test_h11_values_of_json_and_bytes_are_data(value: Any, told: Any) -> None:
    assert data_of(value) == (told, [])


def test_h11_tables_are_arrow_wherever_they_are() -> None:
    frame = pd.DataFrame({"x": [1.5, None], "y": ["a", "b"]}, index=pd.Index(["r", "s"], name="i"))
    plain, tables = data_of(frame)
    assert plain == {"\0table": 0}
    assert tables == [{"x": [1.5, None], "y": ["a", "b"], "i": ["r", "s"]}]
    plain, tables = data_of({"n": 1, "deep": [pl.DataFrame({"a": [1]}), np.arange(2)]})
    assert plain == {"n": 1, "deep": [{"\0table": 0}, {"\0table": 1}]}
    assert [*map(len, tables)] == [1, 1]
    names = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")]))
    assert [*data_of(names)[1][0]] == ["a / b", "a / c"]


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        (object(), "must be made of values of JSON, bytes and tables"),
        ({"a": [print]}, "a builtin_function_or_method is none of these"),
        ({(1, 2): 3}, "keys are supported"),
        (2**70, "whole numbers of at most 64 bits"),
        ("\ud800", "texts that UTF-8 can encode"),
    ],
)
def test_h11_what_cannot_be_sent_is_an_error_that_says_why(value: Any, rule: str) -> None:
    with pytest.raises(errors.BidiComponentUnserializableDataError, match=rule) as error:
        st.components.v2.component("c", html="x")(data=value)
    assert str(error.value).startswith('component "c": data must')


def test_h11_round_data_are_an_error() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(errors.BidiComponentUnserializableDataError, match="nested this deeply"):
        st.components.v2.component("c", html="x")(data=value)


WRONG = [
    ({"on_click": print}, errors.BidiComponentInvalidCallbackNameError, "on_click=...: call it"),
    ({"on__change": print}, errors.BidiComponentInvalidCallbackNameError, "on_value_change"),
    ({"on_a_change": 1}, errors.StreamlitInvalidParameterTypeError, "must be a function"),
    ({"default": {"a": 1}}, errors.BidiComponentInvalidDefaultKeyError, "pass on_a_change="),
    ({"default": [1]}, errors.StreamlitInvalidParameterTypeError, "default must be a dict"),
    ({"width": "wide"}, errors.StreamlitInvalidWidthError, "width must be"),
    ({"height": -1}, errors.StreamlitInvalidHeightError, "height must be"),
]


@pytest.mark.parametrize(("arguments", "error", "rule"), WRONG)
def test_h13_wrong_arguments_are_errors(
    arguments: dict[str, Any], error: type[Exception], rule: str
) -> None:
    with pytest.raises(error, match=re.escape(rule)):
        st.components.v2.component("c", html="x")(**arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"name": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"name": " "}, errors.StreamlitAPIException),
        ({"name": "c", "html": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"name": "c", "js": Path("index.js")}, errors.StreamlitInvalidParameterTypeError),
        ({"name": "c", "css": "style.css"}, errors.StreamlitAPIException),
    ],
)
def test_h13_what_is_registered_is_text(arguments: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.components.v2.component(**arguments)


def test_h13_a_parameter_that_there_is_not_is_told_and_ends_nothing() -> None:
    mount: Any = st.components.v2.component("c", html="x")
    with pytest.warns(UserWarning, match="there is no parameter 'isolate_styles'"):
        assert mount(isolate_styles=True) == {}


def test_h14_the_last_of_two_with_one_name_counts(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        one = st.components.v2.component("c", html="one")
        st.components.v2.component("c", html="two")
        one()
        """).run()
    assert app.get("component_v2")[0].html == "two"
    assert caplog.messages.count(
        'component "c": it is registered twice, and the last one counts: give each component a'
        " name of its own"
    )
    caplog.clear()
    app.run()
    assert app.get("component_v2")[0].html == "two"


def test_w05_two_alike_need_keys() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        c = st.components.v2.component("c", html="x")
        c(data=1)
        c(data=2)
        c(key="a")
        c(data=1)
        """).run()
    assert [each.error for each in app.exception] == ["StreamlitDuplicateElementId"]


def test_h15_in_a_form_it_is_sent_with_the_others_and_triggers_nothing(tmp_path: Any) -> None:
    source = text_of(KNOB) + "with st.form('f'):\n"
    source += "    inside = knob(key='in', on_a_change=note('a'), on_b_change=note('b'))\n"
    source += "    st.form_submit_button('Go')\nst.text(f'inside {inside}')\n"
    with Server(tmp_path, source) as server:
        tab = Tab(server)
        assert tab.page.props["#in"].get("press", "") == ""
        tab.send({"#in": {"a": 5}})
        tab.settle()
        assert told(tab)["inside"] == "{'a': None, 'b': None}"
        tab.send({"#in": {"a": 5}}, tab.find("Go"))
        tab.settle()
        assert told(tab)["inside"] == "{'a': 5, 'b': None}"
        assert told(tab)["calls"] == "[('a', {'angle': 3})]"


FORGED = [
    ({"#k": 5}, None),
    ({"#k": [1]}, None),
    ({"#k": {"": 1}}, None),
    ({"#k": {"x" * 201: 1}}, None),
    ({"#k": {str(number): 0 for number in range(201)}}, None),
    ({"#k": {"a": [[[]]] * 300_000}}, None),
    ({"!#k": {}}, "!#k"),
    ({"!#k": 7}, "!#k"),
    ({}, "!#k"),
    ({"!#k": {"hit": b"bytes"}}, "!#k"),
    ({"#k": {"a": float("nan")}}, None),
    ({"#k": {"a": [{"b": float("inf")}]}}, None),
    ({"!#k": {"hit": float("-inf")}}, "!#k"),
]


def test_h10_too_many_characters_are_refused() -> None:
    with pytest.raises(Misfit, match="texts of at most 1000000 characters, got 1000001"):
        checked({"a": ["x" * 500_000, {"k": "x" * 500_000}]})


@pytest.mark.parametrize(("values", "trigger"), FORGED, ids=range(len(FORGED)))
def test_h10_what_a_browser_forges_is_dropped_and_said(
    server: Server, values: dict[str, Any], trigger: str | None
) -> None:
    tab = Tab(server)
    tab.send(values, trigger)
    tab.settle()
    assert told(tab)["kept"] == "{'angle': 3, 'hit': None}"
    assert told(tab)["calls"] == "[]"
    assert any("“k" in text for _topic, text in tab.told("notification")), tab.told("notification")


def test_l04_a_callback_that_fails_keeps_no_other_from_being_called(tmp_path: Any) -> None:
    source = text_of(KNOB).replace(
        "on_hit_change=note", "on_bad_change=lambda: 1 / 0, on_hit_change=note"
    )
    with Server(tmp_path, source) as server:
        tab = Tab(server)
        hit(tab, bad=1, hit=2)
        tab.settle()
        assert "division by zero" in str(tab.of_kind("exception"))
        tab.send({})
        tab.settle()
        assert told(tab)["calls"] == "[('hit', {'angle': 3, 'bad': 1, 'hit': 2})]"


def test_a_test_reads_data_keeps_values_and_triggers() -> None:
    app = AppTest.from_string("""
        import ostinato as st, pandas as pd
        knob = st.components.v2.component("knob", html="<b>x</b>")
        with st.form("f"):
            knob(key="in")
            st.form_submit_button("Go")
        data = {"n": 1, "rows": pd.DataFrame({"a": [1]})}
        more = {"on_hit_change": print, "on_at_change": print}
        st.text(knob(key="k", data=data, default={"at": {1}}, **more))
        """).run()
    knob = app.component_v2("k")
    assert (knob.name, knob.value) == ("knob", {"at": {1}})
    assert (knob.data["n"], knob.data["rows"][:4]) == (1, b"\xff\xff\xff\xff")
    knob.set_value({"a": 1}).trigger(hit=2).trigger(went=3).run()
    assert app.text[0].value == "{'hit': 2, 'at': {1}, 'a': 1, 'went': 3}"
    assert app.run().text[0].value == "{'hit': None, 'at': {1}, 'a': 1}"
    with pytest.raises(errors.StreamlitAPIException, match="in a form nothing is triggered"):
        app.component_v2("in").trigger(hit=1)
    with pytest.raises(errors.StreamlitAPIException, match='"knob": not a value'):
        app.component_v2("k").set_value({"a": print})


def test_f_a_component_in_a_fragment_runs_that_alone(tmp_path: Any) -> None:
    source = """
        knob = st.components.v2.component("knob", html="x")
        st.session_state.whole = st.session_state.get("whole", 0) + 1
        def note(): st.session_state.hits = st.session_state.get("hits", 0) + 1
        @st.fragment
        def part():
            kept = knob(key="k", on_hit_change=note)
            st.text(f"kept {dict(kept)}")
            st.text(f"hits {st.session_state.get('hits', 0)}")
            st.text(f"whole {st.session_state.whole}")
        part()
        """
    with Server(tmp_path, textwrap.dedent(source)) as server:
        tab = Tab(server)
        hit(tab, {"a": 1}, hit=True)
        tab.settle()
        assert told(tab) == {"kept": "{'hit': True, 'a': 1}", "hits": "1", "whole": "1"}
        hit(tab, hit=False)
        tab.settle()
        assert told(tab) == {"kept": "{'hit': False, 'a': 1}", "hits": "2", "whole": "1"}
