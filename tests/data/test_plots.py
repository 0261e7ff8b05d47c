"""Plots: which points are drawn of a table, with numpy and without."""

import datetime as dt
import decimal
import math
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ostinato.arguments.colors import color_of
from ostinato.data.places import Choice
from ostinato.data.plots import CELLS, MOST_SERIES, STEPS, Plot, plot_of
from ostinato.data.tables import table_of
from ostinato.data.values import numbers


@pytest.fixture(params=["numpy", "plain"])
def by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Compute with numpy, and as an app does that has not loaded it."""
    if request.param == "plain":
        monkeypatch.delitem(sys.modules, "numpy")
    return request.param


def plot(data: Any, choice: Choice, span: tuple[float, float] | None = None) -> Plot:
    table = table_of(data)
    return plot_of(dict(enumerate(table.columns)), table.rows, choice, color_of, span)


def points(drawn: Plot) -> list[list[tuple[float, float]]]:
    """Return the points of each series."""
    xs, ys = (numbers(drawn.arrays[name]) for name in ("x", "y"))
    pairs, found, start = list(zip(xs, ys, strict=True)), [], 0
    for each in drawn.series:
        found.append(pairs[start : start + each.points])
        start += each.points
    assert start == len(pairs)
    return found


LINE = Choice("line", (1,), 0)
BARS = Choice("bar", (1,), 0, is_aligned=True)


def test_lines_go_from_left_to_right_and_points_of_the_same_place_stay(by: str) -> None:
    [line] = points(plot({"x": [3, 1, 2, 1], "y": [30, 10, 20, 11]}, LINE))
    assert line == [(1, 10), (1, 11), (2, 20), (3, 30)]


def test_what_is_missing_or_has_no_end_is_a_gap(by: str) -> None:
    [line] = points(plot({"x": [1, 2, 3], "y": [1.0, None, math.inf]}, LINE))
    assert line[0] == (1, 1)
    assert [math.isnan(y) for _x, y in line] == [False, True, True]


def test_q05_a_peak_among_many_points_is_drawn(by: str) -> None:
    count = 20 * STEPS
    heights = [0.0] * count
    heights[777], heights[12_345] = 9.0, -9.0
    drawn = plot({"x": list(range(count)), "y": heights}, LINE)
    [line] = points(drawn)
    assert drawn.is_sampled
    assert len(line) <= 4 * STEPS
    assert {(777, 9.0), (12_345, -9.0)} <= {*line}
    assert (line[0], line[-1]) == ((0, 0.0), (count - 1, 0.0))


def test_q05_a_gap_among_many_points_is_drawn(by: str) -> None:
    count = 20 * STEPS
    heights = [1.0 if not 4000 <= x < 8000 else None for x in range(count)]
    [line] = points(plot({"x": list(range(count)), "y": heights}, LINE))
    assert all(math.isnan(y) for x, y in line if 4100 < x < 7900)
    assert any(4100 < x < 7900 for x, _y in line)


def test_both_ways_to_compute_draw_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    draws = np.random.default_rng(5).normal(size=(9000, 2)).round(3)
    data = {"x": draws[:, 0].tolist(), "y": draws[:, 1].tolist(), "k": ["a", "b", "c"] * 3000}
    choices = [
        LINE._replace(color=2),
        Choice("area", (1,), 0, is_aligned=True),
        BARS._replace(color=2),
        Choice("scatter", (1,), 0, color=2),
    ]
    by_numpy = [points(plot(data, each)) for each in choices]
    monkeypatch.delitem(sys.modules, "numpy")
    for choice, expected in zip(choices, by_numpy, strict=True):
        for mine, theirs in zip(points(plot(data, choice)), expected, strict=True):
            assert [x for x, _y in mine] == [x for x, _y in theirs]
            assert [y for _x, y in mine] == pytest.approx([y for _x, y in theirs], nan_ok=True)


def test_q06_of_points_in_sight_finer_ones_are_drawn_and_lines_go_on(by: str) -> None:
    count = 20 * STEPS
    data = {"x": list(range(count)), "y": [x % 7 for x in range(count)]}
    drawn = plot(data, LINE, (100.5, 110.5))
    [line] = points(drawn)
    assert [x for x, _y in line] == list(range(100, 112))
    assert not drawn.is_sampled


def test_scattered_points_that_are_behind_others_are_left_out(by: str) -> None:
    count = 40_000
    data = {"x": [n % 100 for n in range(count)], "y": [n % 50 for n in range(count)]}
    drawn = plot(data, Choice("scatter", (1,), 0))
    assert drawn.is_sampled
    assert {*points(drawn)[0]} == {(n % 100, n % 50) for n in range(count)}
    assert len(points(drawn)[0]) <= CELLS[0] * CELLS[1]


def test_bars_of_the_same_place_are_summed(by: str) -> None:
    drawn = plot({"k": ["b", "a", "b"], "v": [1, 2, 3]}, BARS)
    assert drawn.x.categories == ("a", "b")
    assert points(drawn) == [[(0, 2), (1, 4)]]


def test_what_is_stacked_has_a_point_at_each_place(by: str) -> None:
    data = {"x": [1, 2, 3], "v": [5, 6, 7], "k": ["a", "b", "a"]}
    first, second = points(plot(data, BARS._replace(color=2)))
    assert [x for x, _y in first] == [x for x, _y in second] == [0, 1, 2]
    assert [y for _x, y in second if y == y] == [6]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ("apple", "fig", "pear")),
        ("data", ("pear", "apple", "fig")),
        ((1, False), ("apple", "fig", "pear")),
        ((1, True), ("pear", "fig", "apple")),
    ],
)
def test_q04_categories_are_in_the_order_that_is_asked_for(
    by: str, sort: Any, expected: tuple[str, ...]
) -> None:
    data = {"k": ["pear", "apple", "fig", "apple"], "v": [9, 1, 5, 2]}
    assert plot(data, BARS._replace(sort=sort)).x.categories == expected


def test_q04_categories_that_have_an_order_keep_it() -> None:
    sizes = pd.Categorical(["L", "S", "M"], ["S", "M", "L", "XL"], ordered=True)
    drawn = plot(pd.DataFrame({"size": sizes, "v": [3, 1, 2]}), Choice("bar", (2,), 1))
    assert drawn.x.categories == ("S", "M", "L")


def test_numbers_below_bars_are_in_order_and_many_are_an_axis(by: str) -> None:
    assert plot({"x": [10, 9, 2.5], "v": [1, 2, 3]}, BARS).x.categories == ("2.5", "9", "10")
    many = plot({"x": list(range(600)), "v": [1] * 600}, BARS)
    assert many.x.kind == "number"


def test_flags_are_categories_along_x_and_numbers_along_y(by: str) -> None:
    drawn = plot({"x": [True, False], "y": [True, False]}, LINE)
    assert drawn.x.categories == ("False", "True")
    assert points(drawn) == [[(0, 0), (1, 1)]]


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ([dt.date(1970, 1, 2)], "time", 86_400_000),
        ([dt.datetime(1970, 1, 1, 0, 0, 1)], "time", 1000),
        ([dt.timedelta(seconds=2)], "duration", 2000),
        ([dt.time(0, 1)], "clock", 60_000),
        ([decimal.Decimal("2.5")], "number", 2.5),
        ([2**63], "number", float(2**63)),
        ([1, decimal.Decimal("2.5")], "number", 1),
    ],
)
def test_values_of_all_kinds_have_a_place(
    by: str, values: list[Any], kind: str, expected: float
) -> None:
    drawn = plot({"x": values, "y": [1] * len(values)}, LINE)
    assert drawn.x.kind == kind
    assert points(drawn)[0][0][0] == expected


def test_moments_keep_the_zone_that_they_are_told_in() -> None:
    days = pd.date_range("2024-03-30", periods=3, tz="Europe/Berlin")
    drawn = plot(pd.DataFrame({"t": days, "v": [1, 2, 3]}), Choice("line", (2,), 1))
    assert drawn.x.zone == "Europe/Berlin"
    assert points(drawn)[0][0][0] == days[0].timestamp() * 1000


def test_colors_in_a_column_are_those_of_unnamed_series(by: str) -> None:
    data = {"x": [1, 2], "y": [3, 4], "c": ["#f00", "#00f"]}
    drawn = plot(data, LINE._replace(color=2))
    assert [(each.name, each.color) for each in drawn.series] == [("", "#00f"), ("", "#f00")]
    tuples = plot({**data, "c": [(255, 0, 0), (0, 0, 255)]}, LINE._replace(color=2))
    assert {each.color for each in tuples.series} == {"rgb(255, 0, 0)", "rgb(0, 0, 255)"}


def test_numbers_shade_scattered_points_and_name_lines(by: str) -> None:
    data = {"x": [1, 2], "y": [3, 4], "c": [10, 9]}
    shaded = plot(data, Choice("scatter", (1,), 0, color=2))
    assert numbers(shaded.arrays["shade"]) == [10, 9]
    lines = plot(data, LINE._replace(color=2))
    assert [each.name for each in lines.series] == ["9", "10"]


def test_more_series_than_can_be_seen_are_left_out_and_that_is_said(by: str) -> None:
    count = MOST_SERIES + 1
    data = {
        "x": list(range(count)),
        "y": list(range(count)),
        "k": [f"s{n:04}" for n in range(count)],
    }
    drawn = plot(data, LINE._replace(color=2))
    assert len(drawn.series) == MOST_SERIES
    assert drawn.left_out == f"{MOST_SERIES} of {count} series are drawn"


def test_no_rows_are_no_points(by: str) -> None:
    for choice in (LINE, BARS, Choice("scatter", (1,), 0), Choice("line", ())):
        assert all(each.points == 0 for each in plot({"x": [], "y": []}, choice).series)
