"""Placeholders: a name of Streamlit that is not there yet ends nothing."""

import copy
import datetime as dt
import logging
from typing import Any

import pytest

import ostinato as st
from ostinato.run.absent import GONE, NOT_YET, RENAMED, not_yet, tell
from ostinato.run.absent_values import VALUES
from ostinato.run.nothing import NOTHING
from ostinato.testing import AppTest
from ostinato.widgets.placeholder import BEHAVIOURS, Stand

IMPORT = "import ostinato as st\n"


@pytest.fixture(autouse=True)
def _nothing_told() -> None:
    tell.cache_clear()


def run(script: str) -> AppTest:
    app = AppTest.from_string(IMPORT + script).run()
    assert [one.message for one in app.exception] == []
    return app


def boxes(app: AppTest) -> list[str]:
    return [one.sentence for one in app.get("placeholder")]


@pytest.mark.parametrize("name", sorted({**NOT_YET, **GONE}))
def test_every_name_says_what_there_is_instead(name: str) -> None:
    entry = {**NOT_YET, **GONE}[name]
    assert entry.behaviour in {*BEHAVIOURS, *VALUES, "mapping", "place"}
    assert entry.advice.startswith((": ", "; "))
    assert not_yet(name).startswith(f"st.{name} is n")


def test_r11_a_name_that_is_not_there_yet_draws_a_box_and_the_rest_of_the_page_runs() -> None:
    app = run("st.text('a')\nst.line_chart([1])\nst.sidebar.metric('Sales', 3)\nst.text('b')\n")
    assert [node.type for node in app.main.nodes()] == ["text", "placeholder", "text"]
    assert boxes(app) == [not_yet("line_chart"), not_yet("metric")]
    assert app.sidebar.get("placeholder")[0].label == "Sales"
    assert (
        not_yet("radio") == "st.radio is not available in Ostinato yet; st.selectbox is the nearest"
    )


def test_r11_the_log_says_so_once_for_each_name(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "ostinato"):
        run("st.radio('a', [1])\nst.radio('b', [1])\nst.set_page_config(layout='wide')\n").run()
    assert caplog.messages == [not_yet("radio"), not_yet("set_page_config")]


TODAY, NOON = dt.date(2026, 2, 3), dt.time(12)


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("radio('x', ['a', 'b'])", "a"),
        ("radio('x', ['a', 'b'], 1)", "b"),
        ("radio('x', ['a', 'b'], index=None)", None),
        ("radio('x', [])", None),
        ("multiselect('x', ['a', 'b'])", []),
        ("multiselect('x', ['a', 'b'], ['b'])", ["b"]),
        ("multiselect('x', ['a', 'b'], default='b')", ["b"]),
        ("pills('x', ['a'])", None),
        ("pills('x', ['a'], default='a')", "a"),
        ("segmented_control('x', ['a'], selection_mode='multi', default='a')", ["a"]),
        ("select_slider('x', ['a', 'b'])", "a"),
        ("select_slider('x', ['a', 'b'], value=['a', 'b'])", ("a", "b")),
        ("color_picker('x')", "#000000"),
        ("color_picker('x', '#00f900')", "#00f900"),
        ("date_input('x', dt.date(2026, 2, 3))", TODAY),
        ("date_input('x', '2026-02-03')", TODAY),
        ("date_input('x', dt.datetime(2026, 2, 3, 4))", TODAY),
        ("date_input('x', [dt.date(2026, 2, 3)])", (TODAY,)),
        ("date_input('x', None)", None),
        ("date_input('x') - dt.date.today()", dt.timedelta()),
        ("time_input('x', dt.time(12))", NOON),
        ("time_input('x', '12:00')", NOON),
        ("time_input('x').second", 0),
        ("datetime_input('x', dt.date(2026, 2, 3))", dt.datetime(2026, 2, 3)),
        ("datetime_input('x').microsecond", 0),
        ("text_area('x')", ""),
        ("text_area('x', 'text')", "text"),
        ("text_area('x', None)", None),
        ("toggle('x')", False),
        ("toggle('x', True)", True),
        ("feedback('stars', default=2)", 2),
        ("pagination(5)", 1),
        ("file_uploader('x')", None),
        ("file_uploader('x', accept_multiple_files=True)", []),
        ("camera_input('x')", None),
        ("chat_input()", None),
        ("download_button('x', b'')", False),
        ("data_editor([1])", [1]),
        ("get_option('a')", None),
        ("experimental_get_query_params()", {}),
    ],
)
def test_r11_an_input_gives_the_value_that_it_would_begin_with(call: str, value: object) -> None:
    app = run(f"import datetime as dt\nst.session_state.out = st.{call}")
    assert app.session_state["out"] == value


def test_r11_an_input_with_a_key_is_in_session_state_and_takes_what_is_set_there() -> None:
    app = run("""
if "r" not in st.session_state:
    st.session_state.r = "b"
st.session_state.d = "no option"
st.text(st.radio("x", ["a", "b"], key="r") + st.session_state.r)
st.text(st.radio("y", ["a", "b"], key="d"))
st.data_editor([1], key="e")
st.text(st.session_state.e["edited_rows"])
""")
    assert app.text.values == ["bb", "a", "{}"]
    assert app.run().text.values == ["bb", "a", "{}"]


def test_r11_what_is_in_containers_is_drawn_and_their_box_once() -> None:
    app = run("""
one, two = st.tabs(["One", "Two"])
one.text("1")
with two:
    st.text("2")
for name in ("user", "ai"):
    with st.chat_message(name):
        st.text(name)
with st.expander("More", expanded=True) as more, st.spinner("..."), st.echo():
    st.text("more")
with st.status("Working") as status:
    status.update(label="Done", state="complete")
with st.bottom:
    st.text("low")
st.bottom.text("lower")
""")
    assert app.text.values == ["1", "2", "user", "ai", "more", "low", "lower"]
    assert app.markdown.values == [
        *("**One**", "**Two**", "**user**", "**ai**", "**More**", "**Working**")
    ]
    once = ["tabs", "chat_message", "expander", "echo", "status", "bottom"]
    assert boxes(app) == [not_yet(name) for name in once]


def test_a_form_can_be_sent() -> None:
    app = run("""
for name in ("a", "b"):
    with st.form(name):
        text = st.text_input("Name", key=f"{name}-text")
        if st.form_submit_button("Send", type="primary"):
            st.text(f"{name} got {text}")
""")
    app.text_input(key="b-text").set_value("Ada")
    app.button[1].click().run()
    assert app.text.values == ["b got Ada"]


def test_r11_decorators_leave_functions_as_they_are() -> None:
    app = run("""
@st.cache_data
def plain(x):
    return x + 1
@st.cache_resource(ttl=3, show_spinner=False)
def called(x):
    return x + 2
@st.fragment(run_every=2)
def part():
    st.text("part")
@st.dialog("Vote")
def vote(x):
    st.text(x)
@st.experimental_memo
def old():
    return 4
plain.clear()
st.cache_data.clear()
st.text(f"{plain(1)} {called(x=1)} {old()} {plain.__name__}")
part()
vote("in the dialog")
""")
    assert app.text.values == ["2 3 4 plain", "part", "in the dialog"]
    assert app.markdown.values == ["**Vote**"]


def test_r11_mappings_are_empty_and_say_that_nothing_is_set() -> None:
    app = run("""
st.text([dict(st.secrets), "a" in st.secrets, st.query_params.get("a", "none")])
st.text([st.query_params.get_all("a"), st.query_params.to_dict(), st.user.is_logged_in])
st.query_params["a"] = "1"
st.query_params.b = "2"
try:
    st.secrets["password"]
except KeyError as error:
    st.text(error.args[0])
""")
    assert app.text.values[:2] == ["[{}, False, 'none']", "[[], {}, False]"]
    assert app.text.values[2] == f"password: {not_yet('secrets')}"
    assert boxes(app) == [not_yet("query_params")]


def test_what_would_be_wrong_in_silence_says_so_and_goes_on() -> None:
    app = run("""
page = st.navigation([st.Page("a.py", title="A")])
page.run()
st.switch_page("b.py")
st.login("google")
rows = st.connection("sql").query("select 1")
st.text([len(rows), bool(rows), [row for row in rows]])
event = st.dataframe([1], on_select="rerun", column_config={"a": st.column_config.Column("A")})
st.text(len(event.selection.rows))
st.text(st.write_stream(word for word in ("a", "b")))
bar = st.progress(0)
bar.progress(50)
st.bar_chart([1]).add_rows([2])
st.components.v1.html("<b>x</b>")
clock = st.components.v1.declare_component("clock", path=".")
st.text(clock(zone="UTC", default=3))
""")
    assert app.text.values == ["[0, False, []]", "0", "ab", "3"]
    assert app.markdown.values == ["ab"]
    names = ["navigation", "switch_page", "login", "connection", "dataframe", "write_stream"]
    assert boxes(app)[:6] == [not_yet(name) for name in names]
    clock = "components.v1.declare_component('clock')"
    assert boxes(app)[6:] == [
        not_yet(name) for name in ("progress", "bar_chart", "components.v1.html", clock)
    ]


@pytest.mark.parametrize("name", sorted(RENAMED))
def test_r11_an_old_name_is_what_it_became(name: str, caplog: pytest.LogCaptureFixture) -> None:
    new = RENAMED[name]
    assert type(getattr(st, name)) is type(getattr(st, new))
    assert f"st.{name} is no part of Streamlit any more: st.{new} is what it became" in caplog.text


def test_an_old_name_does_what_the_new_one_does() -> None:
    app = run("""
left, right = st.beta_columns(2)
right.text("right")
st.sidebar.beta_container().text("beside")
if "again" not in st.session_state:
    st.session_state.again = True
    st.experimental_rerun()
st.text("the second run")
""")
    assert app.text.values == ["right", "the second run", "beside"]


def test_nothing_is_nothing_whatever_is_done_with_it() -> None:
    with NOTHING.a.b(1)["c"] as inside:
        assert (str(inside), list(inside), len(inside), bool(inside)) == ("", [], 0, False)
    with pytest.raises(AttributeError):
        _ = inside.__array__


def test_a_name_that_is_shown_instead_of_called_ends_nothing() -> None:
    app = run("""
st.radio
st.cache
st.secrets
st.write(st.components, st.bottom, st.connection("sql"), st.navigation([]).title)
st.text(hasattr(st.radio, "shape"))
""")
    assert app.text.values == ["False"]


@pytest.mark.parametrize("name", sorted(NOT_YET))
def test_without_a_server_it_is_quiet_too(name: str) -> None:
    assert getattr(st, name) is not None
    made: Any = getattr(st.container(), name)
    if NOT_YET[name].behaviour in VALUES:
        assert made("Label") is not NOTHING
    assert isinstance(st.metric("a", 1), Stand)


@pytest.mark.parametrize("name", sorted(NOT_YET))
def test_what_stands_for_a_name_can_be_copied(name: str) -> None:
    one = getattr(st, name)
    assert type(copy.copy(one)) is type(copy.deepcopy(one)) is type(one)


def test_options_that_come_one_by_one_are_options() -> None:
    app = AppTest.from_string(
        "import ostinato as st; st.text(st.radio('x', (each for each in 'ab'), key='k'))"
    ).run()
    assert app.text[0].value == "a"


def test_a_container_has_what_streamlit_once_had() -> None:
    app = AppTest.from_string("import ostinato as st; st.sidebar.bokeh_chart(1); st.text('on')")
    assert [each.value for each in app.run().text] == ["on"]


STREAMS = {
    "a generator": "(w for w in words)",
    "a function": "lambda: iter(words)",
    "an asynchronous generator": "later()",
    "an asynchronous function": "later",
}


@pytest.mark.parametrize("stream", STREAMS.values(), ids=STREAMS)
def test_a_stream_is_shown_and_given(stream: str) -> None:
    app = run(
        "words = ['la ', 'li']\n"
        "async def later():\n    for w in words: yield w\n"
        f"st.text(st.write_stream({stream}))\n"
    )
    assert [each.value for each in app.markdown] == ["la li"]
    assert app.text[0].value == "la li"


def test_a_stream_that_is_none_says_so() -> None:
    app = AppTest.from_string(IMPORT + "st.write_stream(5)").run()
    assert app.exception[0].message.startswith("write_stream: stream must be")


DECORATED = {
    "st.cache_data": "f",
    "st.cache_data(ttl=5)": "f",
    "st.cache_resource": "f",
    "st.fragment": "f",
    "st.spinner('wait')": "f",
    "st.dialog('Title')": "f",
}


@pytest.mark.parametrize("decorator", DECORATED)
def test_a_decorated_function_answers(decorator: str) -> None:
    app = run(f"@{decorator}\ndef f():\n    return 3\nst.text(f())")
    assert app.text[0].value in ("3", "None" if "dialog" in decorator else "3")


def test_what_is_cached_stays_what_it_is() -> None:
    app = run(
        "import inspect\n"
        "class A:\n"
        "    @st.cache_data\n    @classmethod\n    def f(cls): return 1\n"
        "@st.cache_resource\nclass B: pass\n"
        "@st.cache_data\nasync def g(): pass\n"
        "st.text((A.f(), isinstance(B(), B), inspect.iscoroutinefunction(g), g.clear()))"
    )
    assert app.text[0].value == "(1, True, True, None)"


ODD = {
    "st.multiselect('l', np.array([1, 2]), default=np.array([1, 2]))": "[1, 2]",
    "st.radio('l', None)": "None",
    "st.radio('l', 5)": "None",
}


@pytest.mark.parametrize("call", ODD)
def test_odd_options_end_nothing(call: str) -> None:
    app = run(f"import numpy as np\nst.text([*map(int, x)] if (x := {call}) and x[0] == 1 else x)")
    assert app.text[0].value == ODD[call]


def test_an_index_that_is_none_of_the_options_says_so() -> None:
    app = AppTest.from_string(IMPORT + "st.radio('l', [1], index=5)").run()
    assert "got index=5" in app.exception[0].message
