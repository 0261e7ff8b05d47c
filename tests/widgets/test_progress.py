"""Progress: a number that is shown as a bar."""

import subprocess
import sys
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueOutOfRangeError,
)
from ostinato.testing import AppTest


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        (0, 0),
        (1, 1),
        (100, 100),
        (0.0, 0),
        (1.0, 100),
        (0.5, 50),
        (0.29, 29),
        (0.58, 58),
        (0.999, 99),
        (sum([0.01] * 100), 100),
        (1 + 1e-10, 100),
        (-1e-17, 0),
        (np.int64(4), 4),
        (np.float32(0.5), 50),
    ],
)
def test_an_int_is_percent_and_a_float_a_share(value: Any, percent: int) -> None:
    assert st.progress(value).node.props.value == percent  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value", [101, -1, 1.01, 1.00001, -0.1, float("nan"), float("inf"), 10**400, -(10**400)]
)
def test_r06_what_is_out_of_range_is_refused(value: Any) -> None:
    with pytest.raises(
        StreamlitValueOutOfRangeError, match="^progress: value must be an int from .*: pass done"
    ):
        st.progress(value)


@pytest.mark.parametrize("value", [True, "50", None, [], Decimal("0.5"), 1j])
def test_r06_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="^progress: value must be an int"):
        st.progress(value)


def test_r06_what_else_it_refuses() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="^progress: text must be a str"):
        st.progress(5, text=3)  # type: ignore[arg-type]
    with pytest.raises(StreamlitInvalidWidthError, match="^progress: width must be"):
        st.progress(5, width="content")


def test_it_moves_in_its_place_and_can_go() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        bar = st.progress(0, "  Counting  ")
        st.text("below")
        for number in range(5):
            bar.progress(number * 10, f"*{number}*")
        gone = st.progress(1.0)
        gone.empty()
        st.sidebar.progress(3)
    """).run()
    assert [(bar.value, bar.text) for bar in app.progress] == [(40, "*4*"), (3, "")]
    assert [node.type for node in app.main.nodes()][:2] == ["progress", "text"]


def test_without_numpy_nothing_of_it_is_loaded() -> None:
    code = "import sys, ostinato as st; st.progress(5); sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
