"""Values that raise when they are compared, or fit nowhere: a clear error, or the default."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from ostinato.testing import AppTest

HOSTILE = """
import decimal
import numpy as np
import ostinato as st
class Raising:
    def __eq__(self, other): raise RuntimeError("compared")
    __hash__ = object.__hash__
class Unsure:
    def __eq__(self, other): return np.array([True, False])
    __hash__ = object.__hash__
class Unspeakable:
    def __repr__(self): raise RuntimeError("shown")
large, signal = 10**400, decimal.Decimal("sNaN")
"""


def run(script: str) -> AppTest:
    app = AppTest.from_string(HOSTILE + script).run()
    return app.run()


@pytest.mark.parametrize("call", ["selectbox", "radio"])
@pytest.mark.parametrize("option", ["Raising()", "Unsure()", "signal", "np.array([1, 2])"])
def test_options_that_cannot_be_compared_can_be_chosen(call: str, option: str) -> None:
    app = run(
        f"chosen = st.{call}('l', ['a', {option}], format_func=lambda each: type(each).__name__)\n"
        "st.text(type(chosen).__name__)"
    )
    getattr(app, call)[0].select_index(1).run()
    app.run()
    assert not app.exception
    assert app.text[0].value != "str"


@pytest.mark.parametrize(
    "value", ["large", "-large", "signal", "Raising()", "Unsure()", "Unspeakable()", "[Raising()]"]
)
@pytest.mark.parametrize(
    ("call", "default"),
    {
        "checkbox('l', key='k')": False,
        "number_input('l', value=3, key='k')": 3,
        "number_input('l', value=1.5, key='k')": 1.5,
        "selectbox('l', ['a', 'b'], key='k')": "a",
        "pills('l', ['a', 'b'], default='b', key='k')": "b",
        "multiselect('l', ['a', 'b'], key='k')": [],
        "date_input('l', '2026-02-03', key='k')": dt.date(2026, 2, 3),
        "time_input('l', '08:45', key='k')": dt.time(8, 45),
        "datetime_input('l', '2026-02-03', key='k')": dt.datetime(2026, 2, 3),
    }.items(),
)
def test_w14_a_hostile_value_of_a_key_gives_way_to_the_default(
    value: str, call: str, default: Any
) -> None:
    app = run(f"st.session_state.k = {value}\nst.text(repr(st.{call}))")
    assert not app.exception
    assert app.text[0].value == repr(default)


@pytest.mark.parametrize("value", ["large", "signal", "Raising()", "Unsure()", "float('inf')"])
@pytest.mark.parametrize("call", ["slider", "number_input"])
@pytest.mark.parametrize("name", ["min_value", "max_value", "value", "step"])
def test_a_hostile_argument_is_named(value: str, call: str, name: str) -> None:
    app = run(f"st.{call}('Age', {name}={value})")
    (error,) = app.exception
    assert error.error.startswith("Streamlit")
    assert error.message.startswith(call)
    assert "got " in error.message


def test_a_slider_has_no_bound_that_is_no_number() -> None:
    app = run("st.slider('Age', 0.0, float('nan'))")
    assert "numbers must be finite" in app.exception[0].message


@pytest.mark.parametrize(
    "value", ["large", "signal", "Raising()", "Unsure()", "[Raising()]", "'\\ud800'"]
)
@pytest.mark.parametrize(
    ("call", "names"),
    {
        "date_input": ("value", "min_value", "max_value", "format"),
        "time_input": ("value", "step"),
        "datetime_input": ("value", "min_value", "max_value", "step", "format"),
    }.items(),
)
def test_a_hostile_argument_of_dates_is_named(value: str, call: str, names: list[str]) -> None:
    for name in names:
        app = run(f"st.{call}('Day', {name}={value})")
        (error,) = app.exception
        assert error.error.startswith("Streamlit"), name
        assert error.message.startswith(f'{call} "Day": ')


class Word(str):
    """Text of a class of its own, as NumPy and pandas have it."""


@pytest.mark.parametrize("word", [Word("pear"), np.str_("pear")])
def test_w14_text_of_a_class_of_its_own_is_text(word: str) -> None:
    def script(word: str) -> None:
        import ostinato as st  # noqa: PLC0415

        st.session_state.setdefault("name", word)
        st.title("Fruit", anchor=word)
        st.text(st.text_input("Name", key="name"))
        first, second = st.tabs([word, "plum"])
        st.text(st.number_input(word, 0, 9, 3))

    app = AppTest.from_function(script, args=(word,)).run()
    assert not app.exception
    assert app.text.values == ["pear", "3"]
    assert app.tabs[0].label == "pear"
