"""Hints: one line below an error that says what would mend it."""

import logging
import sys
from pathlib import Path

import pytest

from ostinato.run.hint import hint_of
from ostinato.run.script import compile_script, execute
from ostinato.testing import AppTest

IMPORT = "import ostinato as st\n"
UNSEEN = "no module {} is installed here: if it is a package, pip installs it"


def error_of(source: str, folder: Path) -> BaseException:
    """Run a script, and give what it raises."""
    (folder / "helpers.py").write_text("")
    (folder / "broken").mkdir()
    with pytest.raises(Exception) as raised:  # noqa: PT011  (each case has another)
        execute(compile_script(source, str(folder / "app.py"), magic=False), {})
    return raised.value


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("st.title('x')", "add: import streamlit as st"),
        ("pd.DataFrame()", "add: import pandas as pd"),
        ("selectbox('x', [])", "did you mean st.selectbox?"),
        ("nonsense", None),
        ("_uncaught", None),
        ("def f():\n    x\n    x = 1\nf()", None),
        ("import lifelines_nowhere", UNSEEN.format("lifelines_nowhere")),
        ("import psutil", UNSEEN.format("psutil")),
        ("import bcrypt", UNSEEN.format("bcrypt")),
        ("import pandsa", "did you mean import pandas?"),
        ("import plotly", "pip install plotly"),
        ("import cv2", "pip install opencv-python"),
        ("from sklearn import svm", "pip install scikit-learn"),
        ("from PIL import Image", "pip install pillow"),
        ("import helprs", "did you mean import helpers?"),
        ("import json.nowhere", None),
        ("import app", None),
        ("from json import nowhere", None),
        (
            IMPORT + "st.button('x', typ='primary')",
            "did you mean type=? It is what st.button takes",
        ),
        (
            IMPORT + "st.text('x', qqqq=1)",
            "st.text takes body, help, width, text_alignment, wrap",
        ),
        (
            IMPORT + "st.pills('x', [], optoins=[])",
            "did you mean options=? It is what st.pills takes",
        ),
        (
            IMPORT + "st.slider('x', minimum=1)",
            "did you mean min_value=? It is what st.slider takes",
        ),
        (
            IMPORT + "st.slider('x', maximum=1)",
            "did you mean max_value=? It is what st.slider takes",
        ),
        (
            IMPORT + "st.slider('x', min=1)",
            "did you mean min_value=? It is what st.slider takes",
        ),
        (
            IMPORT + "st.slider('x', default=1)",
            "did you mean value=? It is what st.slider takes",
        ),
        (
            IMPORT + "st.selectbox('x', default=1)",
            "did you mean index=? It is what st.selectbox takes",
        ),
        (
            IMPORT + "st.selectbox('x', choices=1)",
            "did you mean options=? It is what st.selectbox takes",
        ),
        (
            IMPORT + "st.button('x', callback=1)",
            "did you mean on_click=? It is what st.button takes",
        ),
        (IMPORT + "st.balloons(x=1)", "st.balloons takes no arguments"),
        (IMPORT + "st.sidebar.snow(x=1)", "st.snow takes no arguments"),
        (IMPORT + "st.rerun(x=1)", "st.rerun takes scope"),
        (
            IMPORT + "st.column_config.TextColumn(helpp='x')",
            "did you mean help=? It is what st.column_config.TextColumn takes",
        ),
        ("class A:\n    def text(self): pass\nA().text(bdy='x')", None),
        ("def text(body): pass\ntext(bdy='x')", None),
        ("raise ModuleNotFoundError(name=5)", None),
        ("dict(**{1: 2})", None),
        ("class E(TypeError):\n    __str__ = None\nraise E", None),
        ("raise TypeError", None),
        ("raise ModuleNotFoundError", None),
    ],
)
def test_an_error_gets_the_hint_that_mends_it(
    source: str, hint: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("cv2", "sklearn", "PIL", "plotly", "psutil", "bcrypt"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "app.py").write_text(source)
    assert hint_of(error_of(source, tmp_path)) == hint


def test_a_hint_stands_on_the_page_and_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "ostinato"):
        app = AppTest.from_string("st.title('x')").run()
    assert app.exception[0].hint == "add: import streamlit as st"
    assert caplog.messages[0].endswith("\nHint: add: import streamlit as st")


def test_an_error_without_a_hint_has_no_line_for_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "ostinato"):
        app = AppTest.from_string("1 / 0").run()
    assert app.exception[0].hint is None
    assert "Hint" not in caplog.text
