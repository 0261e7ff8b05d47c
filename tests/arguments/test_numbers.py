"""Numbers, texts and dates of NumPy and pandas are arguments as those of Python are."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest


def drawn(call: str, before: str = "") -> AppTest:
    script = f"""
import datetime as dt
from decimal import Decimal
import numpy as np, pandas as pd
import ostinato as st
{before}
st.session_state.result = {call}
"""
    app = AppTest.from_string(script).run()
    assert not app.exception, app.exception[0].value
    return app


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("st.slider('a', np.int64(0), np.int64(10), np.int64(2))", 2),
        ("st.slider('a', 0, 10, np.uint8(2), np.int8(2))", 2),
        ("st.slider('a', 0.0, 10.0, np.float32(2.5), np.float16(0.5))", 2.5),
        ("st.slider('a', 0, 10, [np.int64(1), 5], format=np.str_('%d'))", (1, 5)),
        ("st.number_input('a', 0, 10, np.uint8(2), np.int64(2), np.str_('%d'))", 2),
        ("st.number_input('a', 0.0, 10.0, np.float64(2.5))", 2.5),
        ("st.select_slider('a', [1, 2, 3], np.int64(2))", 2),
        ("st.select_slider('a', np.array([1, 2, 3]), (1, np.int64(3)))", (1, 3)),
        ("st.select_slider('a', [1.0, 2.0], 2)", 2.0),
        ("st.select_slider('a', [1, 2], Decimal(2))", 2),
        ("st.select_slider('a', [True, 1], 1)", 1),
        ("st.select_slider('a', ['1', '2'], np.str_('2'))", "2"),
        ("st.multiselect('a', [1, 2], np.int64(2), max_selections=np.int64(1))", [2]),
        ("st.multiselect('a', [1, 2], [2.0, np.int64(2)])", [2]),
        ("st.pills('a', np.array([1, 2]), default=np.int64(2))", 2),
        ("st.pills('a', [1, 2], default=[2.0], selection_mode='multi')", [2]),
        ("st.segmented_control('a', [1, 2], default=True)", 1),
        ("st.radio('a', [1, 2], captions=np.array(['x', 'y']))", 1),
        ("st.feedback('stars', default=np.uint8(4))", 4),
        ("st.pagination(np.int64(5), default=np.int64(2), max_visible_pages=np.int64(5))", 2),
        ("st.text_input('a', 'abc', max_chars=np.int64(3))", "abc"),
        ("st.text_area('a', 'abc', max_chars=np.int64(3))", "abc"),
        ("st.chat_input('a', max_chars=np.int64(3))", None),
        ("st.date_input('a', pd.Timestamp('2026-03-04'))", dt.date(2026, 3, 4)),
        (
            "st.datetime_input('a', pd.Timestamp('2026-03-04 05:06'), step=pd.Timedelta('5min'))",
            dt.datetime(2026, 3, 4, 5, 6),
        ),
    ],
)
def test_arguments_may_be_of_numpy_and_pandas_and_values_are_of_python(
    call: str, value: Any
) -> None:
    result = drawn(call).session_state.result
    assert (result, type(result)) == (value, type(value))


@pytest.mark.parametrize(
    ("held", "call", "value"),
    [
        ("np.int64(2)", "st.selectbox('a', [1, 2], key='k')", 2),
        ("np.int64(2)", "st.radio('a', [1, 2], key='k')", 2),
        ("np.int64(2)", "st.select_slider('a', [1, 2], key='k')", 2),
        ("np.int64(2)", "st.pills('a', [1, 2], key='k')", 2),
        ("[np.int64(2)]", "st.multiselect('a', [1, 2], key='k')", [2]),
        ("np.float32(2.5)", "st.number_input('a', 1.0, 9.0, key='k')", 2.5),
        ("Decimal('2.5')", "st.number_input('a', 1.0, 9.0, key='k')", 2.5),
        ("Decimal('nan')", "st.number_input('a', 1, 9, key='k')", 1),
        # Streamlit resets these to the first option.
        ("2.0", "st.selectbox('a', [1, 2], key='k')", 2),
        ("True", "st.selectbox('a', [3, 1], key='k')", 1),
    ],
)
def test_w14_a_key_may_hold_numbers_of_numpy(held: str, call: str, value: Any) -> None:
    result = drawn(call, f"st.session_state.k = {held}").session_state.result
    assert (result, type(result)) == (value, type(value))


@pytest.mark.parametrize(
    ("spec", "weights"),
    [
        ("np.int64(2)", [0.5, 0.5]),
        ("np.uint8(1)", [1]),
        ("np.array([1, 3])", [0.25, 0.75]),
        ("[np.float64(1), np.float32(0.5), np.int32(1)]", [0.4, 0.2, 0.4]),
        ("[Decimal(1), 3]", [0.25, 0.75]),
        ("pd.Series([1, 3], index=['a', 'b'])", [0.25, 0.75]),
    ],
)
def test_columns_take_weights_of_any_class_of_numbers(spec: str, weights: list[float]) -> None:
    app = drawn(f"len(st.columns({spec}))")
    assert [column.weight for column in app.columns] == weights


@pytest.mark.parametrize(
    "spec", [Decimal(2), 2.0, np.float64(2), np.array(2), np.array([[1, 2]]), [None], ["1"], "12"]
)
def test_columns_refuse_what_is_no_count_and_no_numbers(spec: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="columns: spec must be"):
        st.columns(spec)


@pytest.mark.parametrize("count", [2.0, np.float64(2), np.bool_(True), True, "2", Decimal(2)])
def test_a_count_is_a_whole_number_and_no_bool(count: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="max_selections must be"):
        st.multiselect("a", [1, 2], max_selections=count)
    with pytest.raises(errors.StreamlitAPIException, match="max_chars must be"):
        st.text_input("a", max_chars=count)
    with pytest.raises(errors.StreamlitAPIException, match="default must be"):
        st.feedback(default=count)
