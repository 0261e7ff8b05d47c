"""Placeholders: a name that Streamlit has given up ends nothing."""

import copy
import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.run.absent import GONE, RENAMED, gone, tell
from ostinato.run.resources import Resources
from ostinato.testing import AppTest
from ostinato.widgets.placeholder import BEHAVIOURS, Stand, _stand_in

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


@pytest.mark.parametrize("name", sorted(GONE))
def test_every_name_says_what_there_is_instead(name: str) -> None:
    entry = GONE[name]
    assert entry.behaviour in BEHAVIOURS
    assert entry.advice.startswith((": ", "; "))
    assert gone(name).startswith(f"st.{name} is n")


def test_every_behaviour_stands_for_a_name() -> None:
    unused = {*BEHAVIOURS} - {entry.behaviour for entry in GONE.values()}
    assert not unused, f"nothing has these behaviours: take out {unused}"


def test_r11_a_name_that_is_gone_draws_a_box_and_the_rest_of_the_page_runs() -> None:
    app = run("st.text('a')\nst.bokeh_chart([1])\nst.text('b')\n")
    assert [node.type for node in app.main.nodes()] == ["text", "placeholder", "text"]
    assert boxes(app) == [gone("bokeh_chart")]


def test_r11_the_log_says_so_once_for_each_name(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "ostinato"):
        run("st.bokeh_chart([1])\nst.bokeh_chart([2])\n").run()
    assert caplog.messages == [gone("bokeh_chart")]


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("download_button('x', b'')", False),
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
st.text(st.select_slider("x", ["a", "b"], key="r") + st.session_state.r)
st.text(st.select_slider("y", ["a", "b"], key="d"))
st.data_editor([1], key="e")
st.text(st.session_state.e["edited_rows"])
""")
    assert app.text.values == ["bb", "a", "{}"]
    assert app.run().text.values == ["bb", "a", "{}"]


def test_r11_decorators_leave_functions_as_they_are() -> None:
    app = run("""
@st.cache_data
def plain(x):
    return x + 1
@st.cache_resource(ttl=3, show_spinner=False)
def called(x):
    return x + 2
@st.experimental_memo
def old():
    return 4
plain.clear()
st.cache_data.clear()
st.text(f"{plain(1)} {called(x=1)} {old()} {plain.__name__}")
""")
    assert app.text.values == ["2 3 4 plain"]


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


def test_a_name_that_is_shown_instead_of_called_ends_nothing() -> None:
    app = run("""
st.bokeh_chart
st.cache
st.text(hasattr(st.bokeh_chart, "shape"))
st.write(st.components)
""")
    assert app.text.values == ["False"]


@pytest.mark.parametrize("name", sorted(GONE))
def test_without_a_server_it_is_quiet_too(name: str) -> None:
    assert getattr(st, name) is not None
    assert getattr(st.container(), name) is not None
    anything: Any = st
    assert isinstance(anything.bokeh_chart([1]), Stand)


@pytest.mark.parametrize("name", sorted(GONE))
def test_what_stands_for_a_name_can_be_copied(name: str) -> None:
    one = _stand_in(name)
    assert type(copy.copy(one)) is type(copy.deepcopy(one)) is type(one)


def test_options_that_come_one_by_one_are_options() -> None:
    app = AppTest.from_string(
        "import ostinato as st; st.text(st.select_slider('x', (each for each in 'ab'), key='k'))"
    ).run()
    assert app.text[0].value == "a"


def test_a_container_has_what_streamlit_once_had() -> None:
    app = AppTest.from_string("import ostinato as st; st.sidebar.bokeh_chart(1); st.text('on')")
    assert [each.value for each in app.run().text] == ["on"]


DECORATED = {
    "st.cache_data": "f",
    "st.cache_data(ttl=5)": "f",
    "st.cache_resource": "f",
    "st.fragment": "f",
    "st.spinner('wait')": "f",
}


@pytest.mark.parametrize("decorator", DECORATED)
def test_a_decorated_function_answers(decorator: str) -> None:
    app = run(f"@{decorator}\ndef f():\n    return 3\nst.text(f())")
    assert app.text[0].value == "3"


def test_what_is_cached_stays_what_it_is() -> None:
    app = run(
        "import inspect\n"
        "class A:\n"
        "    @st.experimental_memo\n    @classmethod\n    def f(cls): return 1\n"
        "@st.experimental_singleton\nclass B: pass\n"
        "@st.experimental_memo\nasync def g(): pass\n"
        "st.text((A.f(), isinstance(B(), B), inspect.iscoroutinefunction(g), g.clear()))"
    )
    assert app.text[0].value == "(1, True, True, None)"


@pytest.mark.parametrize("decorator", ["experimental_memo", "experimental_singleton"])
def test_whatever_is_cached_can_be_called_and_cleared(decorator: str) -> None:
    app = run(
        "class A:\n"
        "    @st.CACHE\n    @staticmethod\n    def s(x): return x\n"
        "    @st.CACHE\n    @classmethod\n    def c(cls, x): return x\n"
        "    @st.CACHE\n    def m(_self, x): return x\n"
        "@st.CACHE\nclass B:\n    def __init__(self, x): self.x = x\n"
        "@st.CACHE\nclass C:\n    x = 1\n    def clear(self): return 'its own'\n"
        "bound, built_in = st.CACHE(A().m), st.CACHE(len)\n"
        "for each in (A.s, A.c, A().m, B, bound, built_in):\n"
        "    each([1]); st.text(each.clear())\n"
        "st.text((B(2).x, C().clear()))".replace("CACHE", decorator)
    )
    assert [text.value for text in app.text] == ["None"] * 6 + ["(2, 'its own')"]


@pytest.mark.parametrize(
    ("call", "who"),
    {
        "color_picker('a', key='k'); st.color_picker('b', key='k')": "color_picker: a key can be",
        "pills('a', ['x'], key='k'); st.pills('b', ['x'], key='k')": "pills: a key can be used",
        "pills('a', ['x'], key='\\ud800')": "pills: key must be text that UTF-8 can encode",
        "dataframe([1]).slider('x')": "slider: only st.empty and containers can hold it, got an"
        ' element "dataframe"',
        "header('a', anchor='\\ud800')": "header: anchor must be text that UTF-8 can encode",
        "info('a', title='\\ud800')": "info: title must be text that UTF-8 can encode",
    }.items(),
)
def test_an_error_names_what_the_script_has_called(call: str, who: str) -> None:
    (error,) = AppTest.from_string(f"{IMPORT}st.{call}").run().exception
    assert error.message.startswith(who)


def test_a_table_whose_data_cannot_be_read_ends_nothing() -> None:
    app = run("""
class Styler:
    @property
    def data(self):
        raise RuntimeError("no")
st.write(Styler())
st.text("on")
""")
    assert app.text[0].value == "on"


KEYED = {
    "download_button('l', '', key='k')": False,
}


@pytest.mark.parametrize("call", KEYED)
def test_a_key_is_in_session_state_with_what_the_placeholder_gives(call: str) -> None:
    app = run(f"st.{call}\nst.session_state.out = st.session_state.k")
    assert app.session_state["out"] == KEYED[call]
    assert app.run().session_state["k"] == KEYED[call]


def test_a_star_import_brings_all_names() -> None:
    app = AppTest.from_string(
        "from ostinato import *\ncomponents.v1.html('')\nset_page_config()\ntext(len(query_params))"
    ).run()
    assert not app.exception
    assert {"components", "write", "App"} < set(dir(st))
    assert [name for name in dir(st) if name.startswith("_")] == ["__version__"]


def test_a_star_import_loads_nothing_heavy_and_tells_nothing() -> None:
    heavy = "{'asyncio', 'ostinato.server.app', 'starlette', 'uvicorn'}"
    code = f"from ostinato import *\nimport sys\nprint({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("set()\n", "")


WRONG = {
    "bar_chart([1], dleta=2)": "got an unexpected keyword argument 'dleta'",
    "altair_chart()": "missing 1 required positional argument: 'altair_chart'",
    "column_config.TextColumn('l', 5)": "takes from 0 to 1 positional arguments but 2 were given",
    "cache_data(tll=5)": "got an unexpected keyword argument 'tll'",
    "sidebar.date_input('l', valeu=1)": "got an unexpected keyword argument 'valeu'",
    "sidebar.button('l', tpye=1)": "got an unexpected keyword argument 'tpye'",
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_argument_of_an_absent_name_is_the_error_of_a_living_one(
    call: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = AppTest.from_string(f"{IMPORT}st.{call}").run()
    (error,) = app.exception
    assert (error.error, error.message.partition("() ")[2]) == ("TypeError", WRONG[call])
    # The traceback ends at the script's line, on the page and in the log.
    for text in ("\n".join(error.stack_trace), caplog.messages[-1]):
        assert "line 2, in <module>" in text
        assert "ostinato/run" not in text
        assert "ostinato/widgets" not in text


@pytest.mark.parametrize(
    "script", ["st.secrets['a']", "st.session_state['a']", "st.radoi", "import streamlit.widgets"]
)
def test_the_traceback_of_what_is_missing_ends_at_the_line_of_the_script(
    script: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = AppTest.from_string(f"import streamlit as st\n{script}").run()
    assert len(app.exception) == 1
    assert "line 2, in <module>" in caplog.messages[-1]
    assert "/src/ostinato/" not in caplog.messages[-1]


def test_old_names_take_the_arguments_that_they_took() -> None:
    app = run("""
@st.cache(allow_output_mutation=True)
def a(): return 1
@st.experimental_memo
def b(): return 2
@st.experimental_singleton(suppress_st_warning=True)
def c(): return 3
st.text((a(), b(), c()))
""")
    assert app.text.values == ["(1, 2, 3)"]


RESOURCE = """
class Thing: pass
@st.cache_resource(ttl=60)
def make(name, _log=None):
    st.session_state.made = st.session_state.get("made", 0) + 1
    return Thing()
"""


def test_a_resource_is_made_once_for_all_runs_sessions_and_equal_arguments(
    tmp_path: Path,
) -> None:
    use = "st.text((id(make('a')), id(make(name='a', _log=1)), id(make('b'))))"
    (tmp_path / "app.py").write_text(IMPORT + RESOURCE + use)
    app, other = (AppTest.from_file(tmp_path / "app.py").run() for _ in range(2))
    one, same, another = app.text[0].value.strip("()").split(", ")
    assert one == same != another
    assert app.session_state["made"] == 2
    assert app.run().text[0].value == other.text[0].value == f"({one}, {same}, {another})"
    assert app.session_state["made"] == 2
    assert "made" not in other.session_state


def test_a_resource_can_be_cleared() -> None:
    app = run(
        RESOURCE
        + "for clear in (lambda: make.clear('c'), make.clear, st.cache_resource.clear):\n"
        + "    make('c'); make('d'); clear()\n"
        + "st.text(st.session_state.made)"
    )
    assert app.text[0].value == "5"


def test_a_resource_is_made_by_one_thread_and_an_error_is_not_kept() -> None:
    made: list[str] = []

    def make(name: str) -> object:
        made.append(name)
        if len(made) == 1:
            raise OSError
        return object()

    give = Resources().shared(make)  # type: ignore[arg-type]
    with pytest.raises(OSError):  # noqa: PT011  (it has no message)
        give("a")
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(give("a"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), len(set(map(id, found)))) == (2, 1)


def test_arguments_that_nothing_tells_apart_make_a_resource_anew() -> None:
    give = Resources().shared(lambda function: object())  # type: ignore[arg-type]
    assert give(lambda: 1) is not give(lambda: 1)


def test_the_log_says_that_nothing_is_cached(caplog: pytest.LogCaptureFixture) -> None:
    app = run("@st.experimental_memo\ndef f(): return 1\nf()")
    assert boxes(app) == []
    assert "nothing is cached, functions run whenever they are called" in caplog.text
