"""Exception."""

import logging
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.config import Config
from ostinato.config.options import Client
from ostinato.run.execution import run_script
from ostinato.run.run import Run
from ostinato.run.script import Script
from ostinato.state.session_state import SessionState
from ostinato.testing import AppTest
from ostinato.tree.node import Tree
from ostinato.widgets.exception import UNTOLD

FAILING = """
import ostinato as st
st.text("before")
raise ValueError("a secret")
"""


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "ostinato")


def test_r06_an_uncaught_exception_is_shown_below_what_was_drawn() -> None:
    app = AppTest.from_string(FAILING).run()
    assert app.text[0].value == "before"
    assert (app.exception[0].error, app.exception[0].value) == ("ValueError", "a secret")
    assert [line.splitlines()[-1].strip() for line in app.exception[0].stack_trace] == [
        'raise ValueError("a secret")'
    ]


def test_an_exception_of_the_script_can_be_shown_like_any_element() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        try:
            {}["x"]
        except KeyError as error:
            st.exception(error)
        st.text("after")
    """).run()
    assert app.exception[0].value == "'x'"
    assert app.text[0].value == "after"


def test_our_errors_show_what_was_written_as_it_was() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.button("*One*", icon=":material/Thumb:")
    """).run()
    shown = app.exception[0]
    assert (shown.error, shown.is_markdown) == ("StreamlitAPIException", False)
    assert "got icon=':material/Thumb:'" in shown.value


def test_the_text_of_an_exception_of_streamlit_that_a_script_raises_is_markdown() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        from ostinato.errors import StreamlitAPIException
        st.exception(StreamlitAPIException("use `key=`"))
        raise StreamlitAPIException("use `key=`")
    """).run()
    assert [shown.is_markdown for shown in app.exception] == [True, True]


def test_a_syntax_error_shows_where_it_is() -> None:
    app = AppTest.from_string("x = (1").run()
    assert app.exception[0].error == "SyntaxError"
    assert app.exception[0].value == "'(' was never closed"
    assert "x = (1" in app.exception[0].stack_trace[-1]


def test_what_is_no_exception_is_shown_as_its_text() -> None:
    props = st.exception(5).node.props  # type: ignore[arg-type, union-attr]
    assert (props.type, props.message, props.trace) == ("int", "5", [])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("details", "type_", "message", "lines"),
    [
        ("full", "ValueError", "a secret", 1),
        ("stacktrace", "ValueError", UNTOLD, 1),
        ("type", "ValueError", UNTOLD, 0),
        ("none", "Error", UNTOLD, 0),
    ],
)
def test_r06_the_configuration_says_how_much_is_shown(
    details: Any, type_: str, message: str, lines: int, tmp_path: Path
) -> None:
    path = tmp_path / "app.py"
    path.write_text(FAILING, encoding="utf-8")
    tree = Tree()
    config = Config(client=Client(show_error_details=details))
    run = Run(1, SessionState(), tree, config, clock=lambda: 0.0, on_drawn=lambda: None)
    run_script(run, Script(path), [])
    run.canvas.take()
    shown: Any = tree.main.children[-1].props  # type: ignore[index]
    assert (shown.type, shown.message, len(shown.trace)) == (type_, message, lines)
