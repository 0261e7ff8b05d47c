"""Metric: numbers of all kinds, what a change looks like, and the numbers of a small chart."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ostinato as st
from ostinato.arguments.series import MOST, series_of
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.widgets.metric import Metric


def drawn(*args: Any, **kwargs: Any) -> Metric:
    props = st.metric("Sales", *args, **kwargs).node.props  # type: ignore[union-attr]
    assert isinstance(props, Metric)
    return props


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4, "4"),
        (-0.5, "-0.5"),
        (Decimal("1234567.10"), "1234567.10"),
        (10**30, "1" + "0" * 30),
        ("70 °F", "70 °F"),
        (None, "—"),
        ("", "—"),
        (True, "True"),
        (Fraction(1, 3), "1/3"),
        (np.int64(3), "3"),
        (np.float32(-2.5), "-2.5"),
        (np.array(3), "3"),
        (np.array([3]), "3"),
        (pd.Series([3]), "3"),
        (float("nan"), "nan"),
    ],
)
def test_j04_numbers_of_all_kinds_are_shown(value: Any, text: str) -> None:
    assert drawn(value).value == text


@pytest.mark.parametrize(
    ("delta", "color", "arrow"),
    [
        (3, "green", "up"),
        (-0.5, "red", "down"),
        ("-8%", "red", "down"),
        ("1.2 °F", "green", "up"),
        (" -3", "red", "down"),
        (0, "gray", None),
        (-0.0, "gray", None),
        (Decimal("0.00"), "gray", None),
        (np.int64(0), "gray", None),
        ("0", "gray", None),
        ("0%", "green", "up"),
        ("-0.0%", "red", "down"),
        (None, "gray", None),
        ("", "gray", None),
    ],
)
def test_j04_a_change_has_a_colour_and_an_arrow(delta: Any, color: str, arrow: str | None) -> None:
    props = drawn(4, delta)
    assert (props.color, props.arrow) == (color, arrow)


@pytest.mark.parametrize(
    ("delta_color", "colors"),
    [
        ("normal", ("green", "red", "gray")),
        ("inverse", ("red", "green", "gray")),
        ("off", ("gray", "gray", "gray")),
        ("blue", ("blue", "blue", "blue")),
        ("grey", ("gray", "gray", "gray")),
        ("primary", ("primary", "primary", "primary")),
    ],
)
def test_what_a_colour_means_can_be_said(delta_color: Any, colors: tuple[str, ...]) -> None:
    assert tuple(drawn(4, delta, delta_color).color for delta in (1, -1, 0)) == colors


@pytest.mark.parametrize(
    ("delta_arrow", "arrows"),
    [("auto", ("up", "down")), ("up", ("up", "up")), ("down", ("down",) * 2), ("off", (None,) * 2)],
)
def test_an_arrow_can_be_forced(delta_arrow: Any, arrows: tuple[str | None, ...]) -> None:
    assert tuple(drawn(4, delta, delta_arrow=delta_arrow).arrow for delta in (1, -1)) == arrows
    assert drawn(4, delta_arrow=delta_arrow).arrow is None


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        ([1, 2.5, Decimal(3), np.int8(4), True, "5"], [1, 2.5, 3, 4, 1, 5]),
        ({3}, [3]),
        ((each for each in range(3)), [0, 1, 2]),
        ({"Mon": 1, "Tue": 2}, [1, 2]),
        (np.array([1, 2]), [1, 2]),
        (np.array([[1, 9], [2, 9]]), [1, 2]),
        (np.array(7), [7]),
        (pd.Series([1, 2], index=["a", "b"]), [1, 2]),
        (pd.DataFrame({"x": [1, 2], "y": [8, 9]}), [1, 2]),
        (pd.DataFrame(), []),
        ([[1, 8], [2, 9]], [1, 2]),
        ([1, None, float("nan"), float("inf"), pd.NA, 2], [1, None, None, None, None, 2]),
        (5, [5]),
        ([], []),
    ],
)
def test_a_chart_takes_numbers_of_whatever_holds_them(data: Any, numbers: list[Any]) -> None:
    assert drawn(4, chart_data=data).chart_data == numbers


def test_j04_a_long_chart_keeps_its_highest_and_lowest_numbers() -> None:
    numbers: list[float | None] = [float(each % 7) for each in range(100_000)]
    numbers[50_001], numbers[70_007], numbers[99_999] = 1000.0, -1000.0, None
    shown = series_of("metric", "chart_data", numbers)
    assert len(shown) <= MOST
    assert (shown.index(1000.0), shown.index(-1000.0)) == (
        pytest.approx(len(shown) * 0.5, abs=3),
        pytest.approx(len(shown) * 0.7, abs=3),
    )
    assert series_of("metric", "chart_data", [None] * 2000) == [None] * (MOST // 2)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: st.metric("a", [1]), StreamlitInvalidParameterTypeError, "value must be a number"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, pd.NA), StreamlitInvalidParameterTypeError, "delta must be a"),
        (lambda: st.metric("a", 1, delta_color="pink"), StreamlitValueError, "delta_color must"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, delta_arrow="x"), StreamlitValueError, "delta_arrow must"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, chart_type="pie"), StreamlitValueError, "chart_type must"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, label_visibility="x"), StreamlitValueError, "label_visibility"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, format=3), StreamlitInvalidParameterTypeError, "format must"),  # type: ignore[arg-type]
        (
            lambda: st.metric("a", 1, delta_description=3),  # type: ignore[arg-type]
            StreamlitInvalidParameterTypeError,
            "delta_description must be a str, got delta_description=3",
        ),
        (lambda: st.metric("a", 1, height=0), StreamlitInvalidHeightError, "height must"),
        (lambda: st.metric("a", 1, width="x"), StreamlitInvalidWidthError, "width must"),  # type: ignore[arg-type]
        (lambda: st.metric("a", 1, icon="x"), StreamlitAPIException, "icon must be one emoji"),
        (
            lambda: st.metric("a", 1, chart_data=["x"]),
            StreamlitAPIException,
            "chart_data must hold numbers only, got 'x' in it",
        ),
        (
            lambda: st.metric("a", 1, chart_data="abc"),
            StreamlitInvalidParameterTypeError,
            "chart_data must be a sequence of numbers, got chart_data='abc'",
        ),
    ],
)
def test_r06_what_it_refuses(
    call: Callable[[], object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=f'^metric "a": {words}'):
        call()


def test_a_test_finds_the_number_and_how_it_has_changed() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.metric("Gas price", 4, -0.5, "inverse", format="dollar", chart_data=[1, 2])
        st.columns(2)[0].metric("Wind", "9 mph")
    """).run()
    gas, wind = app.metric
    assert (gas.label, gas.value, gas.delta, gas.color) == ("Gas price", "4", "-0.5", "green")
    assert (gas.format, gas.chart_data) == ("dollar", [1, 2])
    assert (wind.value, wind.delta) == ("9 mph", "")


def test_one_that_has_not_changed_costs_no_edit() -> None:
    assert drawn(4, 1, chart_data=np.arange(3)) == drawn(4, 1, chart_data=[0, 1, 2])


def test_what_cannot_say_what_it_is_is_named_by_its_type() -> None:
    class Evil:
        def __repr__(self) -> str:
            raise RuntimeError("no")

    with pytest.raises(StreamlitInvalidParameterTypeError, match="got value=<Evil>"):
        st.metric("a", Evil())  # type: ignore[arg-type]
