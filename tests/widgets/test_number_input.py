"""Number input."""

from decimal import Decimal
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.values.number import Numeric


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, 0.0),
        ({"min_value": 1, "max_value": 5}, 1),
        ({"min_value": 1.0}, 1.0),
        ({"value": None}, None),
        ({"min_value": 1, "value": None}, None),
        ({"value": 5}, 5),
        ({"value": 5.5}, 5.5),
        ({"max_value": -3, "value": -4}, -4),
        ({"step": 1}, 0),
        ({"step": 0.5}, 0.0),
        ({"format": "%d"}, 0.0),
        ({"min_value": 5, "max_value": 5}, 5),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.number_input("a", **call) == value
    assert type(st.number_input("a", **call)) is type(value)


@pytest.mark.parametrize(
    ("call", "step", "format"),
    [
        ({}, 0.01, "%0.2f"),
        ({"value": 1}, 1, "%d"),
        ({"value": 1.0, "step": 0.001}, 0.001, "%0.3f"),
        ({"value": 1.0, "step": 0.5}, 0.5, "%0.2f"),
        ({"step": 0}, 0, "%d"),
        ({"step": 0.0}, 0.0, "%0.2f"),
        ({"value": 1, "format": "%+05d"}, 1, "%+05d"),
    ],
)
def test_step_and_format_follow_from_the_type(
    call: dict[str, Any], step: float, format: str
) -> None:
    field = AppTest.from_function(draw, args=(st, call)).run().number_input[0]
    assert (field.step, field.format) == (step, format)


def draw(st: Any, call: dict[str, Any]) -> None:
    st.number_input("a", **call)


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"min_value": 1, "max_value": 5.0}, StreamlitMixedNumericTypesError, "max_value=5.0"),
        ({"value": 1, "step": 0.1}, StreamlitMixedNumericTypesError, "got value=1, step=0.1"),
        ({"value": "5"}, StreamlitMixedNumericTypesError, "got value='5'"),
        ({"value": Decimal(5)}, StreamlitMixedNumericTypesError, "Decimal"),
        ({"min_value": 10, "max_value": 0}, StreamlitInvalidMinMaxError, "min_value=10"),
        ({"max_value": -3}, StreamlitValueAboveMaxError, "value=0 and max_value=-3"),
        ({"min_value": 0, "value": -1}, StreamlitValueBelowMinError, "value=-1 and min_value=0"),
        ({"value": 2**53}, StreamlitJSNumberBoundsError, "got value=9007199254740992"),
        ({"value": float("inf")}, StreamlitJSNumberBoundsError, "got value=inf"),
        ({"min_value": float("nan")}, StreamlitJSNumberBoundsError, "got min_value=nan"),
        ({"step": -1}, StreamlitValueError, "step must be finite and not below zero"),
        *(
            ({"value": 1, "format": format}, StreamlitInvalidNumberFormatError, "format must show")
            for format in ("x", "$%d", "%d%d", "%%", "", "%.1f%%", "percent", "%,d", 5)
        ),
    ],
)
def test_what_makes_no_field_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.number_input("a", **call)
    assert str(caught.value).startswith('number_input "a": ')


WHOLE = Numeric(True, 0, 10, False, False)
REAL = Numeric(False, None, None, False, False)
EMPTY = Numeric(False, None, None, True, False)


@pytest.mark.parametrize(
    ("amount", "wire", "value"),
    [(WHOLE, 3, 3), (WHOLE, 3.0, 3), (REAL, 3, 3.0), (EMPTY, None, None)],
)
def test_what_a_browser_sends_is_read(amount: Numeric, wire: object, value: object) -> None:
    assert amount.decode(wire) == value
    assert type(amount.decode(wire)) is type(value)


@pytest.mark.parametrize(
    ("amount", "wire"),
    [
        (WHOLE, 11),
        (WHOLE, -1),
        (WHOLE, 2.5),
        (WHOLE, True),
        (WHOLE, "3"),
        (WHOLE, None),
        (WHOLE, [3]),
        (REAL, None),
        (REAL, float("nan")),
        (REAL, float("inf")),
        (Numeric(True, None, None, False, False), 2**53),
        (Numeric(True, None, None, False, False), 1e300),
        (Numeric(False, None, None, True, True), None),
    ],
)
def test_w16_what_a_browser_cannot_mean_is_refused(amount: Numeric, wire: object) -> None:
    with pytest.raises(ValueError, match="expected a|is above|is below"):
        amount.decode(wire)


@pytest.mark.parametrize("value", [11, float("nan"), float("inf"), "x", (1,)])
def test_w14_a_value_of_the_script_that_does_not_fit_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="expected a|is above"):
        WHOLE.adopt(value)


def test_a_number_reaches_the_script() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.number_input("n", 0, 10, step=3))
        st.text(st.number_input("f", value=0.1, step=0.2))
        st.text(st.number_input("e", value=None))
    """).run()
    app.number_input[0].increment()
    app.number_input[1].increment()
    app.number_input[2].set_value(5.5).run()
    assert app.text.values == ["3", "0.3", "5.5"]
    app.number_input[0].set_value(9).run()
    app.number_input[0].increment()
    app.number_input[2].set_value(None).run()
    assert app.text.values == ["10", "0.3", "None"]
    app.number_input[0].decrement().run()
    assert app.text[0].value == "7"


def test_w14_session_state_out_of_bounds_becomes_the_default() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.number_input("n", 0, 10, 4, key="n"))
    """)
    app.session_state.n = 50
    app.run()
    assert app.text[0].value == "4"
    assert app.session_state.n == 4


def test_issue_8_no_number_is_shown_as_an_empty_field() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.number_input("n", value=float("nan")))
        st.text(st.number_input("k", value=1.0, key="k"))
    """)
    app.session_state.k = float("nan")
    app.run()
    assert app.text.values == ["nan", "nan"]
    assert app.run().text.values == ["nan", "nan"]
    app.number_input[0].set_value(2.5).run()
    assert app.text.values == ["2.5", "nan"]
    app.number_input[0].set_value(None).run()
    assert app.text.values == ["nan", "nan"]


def test_issue_8_none_in_session_state_empties_the_field() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def reset():
            st.session_state.n = None
        st.text(st.number_input("n", 0, 10, 3, key="n"))
        st.button("Reset", on_click=reset)
    """).run()
    app.button[0].click().run()
    assert app.text.values == ["None"]
    assert app.run().text.values == ["None"]
    app.number_input[0].set_value(4).run()
    assert app.text.values == ["4"]
