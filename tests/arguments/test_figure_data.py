"""Figure data: the table behind a figure of Matplotlib."""

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from ostinato.arguments.figure_data import MOST_ROWS, table_of

DAYS = pd.date_range("2026-01-01", periods=2)


def axes() -> Any:
    return Figure().subplots()


def table(of: Any) -> dict[str, Any]:
    found = table_of(of.figure)
    assert found is not None
    return msgspec.json.decode(found)


def rows(draw: Callable[[Any], object]) -> list[list[Any]]:
    of = axes()
    draw(of)
    return table(of)["rows"]


def test_y01_a_line_has_its_label_and_the_axes_their_names() -> None:
    of = axes()
    of.plot([1, 3], label="boats")
    of.axhline(2)
    of.axvline(1)
    of.set_xlabel("month")
    assert table(of) == {
        "columns": ["series", "month", "y"],
        "rows": [["boats", 0, 1], ["boats", 1, 3]],
        "count": 2,
    }


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (
            lambda of: of.plot(DAYS, [0.1 + 0.2, np.nan]),
            [["2026-01-01", 0.3], ["2026-01-02", None]],
        ),
        (lambda of: of.plot(["p", "q"], [1, 2]), [["p", 1], ["q", 2]]),
        (lambda of: of.bar(["p", "q"], [3, 4.5]), [["p", 3], ["q", 4.5]]),
        (lambda of: of.barh(["p", "q"], [3, 4]), [[3, "p"], [4, "q"]]),
        (lambda of: of.bar(DAYS, [3, 4]), [["2026-01-01", 3], ["2026-01-02", 4]]),
        (lambda of: of.scatter(DAYS, [3, 4]), [["2026-01-01", 3], ["2026-01-02", 4]]),
        (lambda of: of.scatter([1, 2], ["p", "q"]), [[1, "p"], [2, "q"]]),
        (lambda of: of.hist([1, 1, 2], bins=2), [[1.25, 2], [1.75, 1]]),
        (lambda of: of.pie([1, 3], labels=["p", "q"]), [["p", 0.25], ["q", 0.75]]),
        (lambda of: of.imshow(np.zeros((3, 5))), [["5 columns", "3 rows"]]),
        (lambda of: of.plot(np.ma.array([1, 2], mask=[0, 1])), [[0, 1], [1, None]]),
        (
            lambda of: pd.DataFrame({"u": [1, 2]}, index=["r", "s"]).plot.bar(ax=of),
            [["r", 1], ["s", 2]],
        ),
        (
            lambda of: pd.Series(
                [1, 2], index=pd.period_range("2026-01", periods=2, freq="M")
            ).plot(ax=of),
            [["2026-01", 1], ["2026-02", 2]],
        ),
    ],
)
def test_what_is_drawn_is_told_as_the_script_has_it(
    draw: Callable[[Any], object], expected: list[list[Any]]
) -> None:
    assert [row[1:] for row in rows(draw)] == expected


def named(of: Any) -> None:
    of.bar([0, 1], [1, 2])
    of.scatter([0, np.nan], [3, 4])
    of.set_xticks([0, 1], ["same", "same"])


def in_days(of: Any) -> None:
    pd.Series([1, 2], index=DAYS).plot(ax=of)
    of.scatter([np.nan], [2])


def too_far(of: Any) -> None:
    of.scatter(DAYS[:1], [1])
    of.scatter([1e9], [2])


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (named, [["same", 1], ["same", 2], ["same", 3], [None, None]]),
        (in_days, [["2026-01-01", 1], ["2026-01-02", 2], [None, None]]),
        (too_far, [["2026-01-01", 1], [1_000_000_000, 2]]),
    ],
)
def test_y01_a_number_that_no_name_or_moment_stands_for_keeps_no_figure_from_being_shown(
    draw: Callable[[Any], object], expected: list[list[Any]]
) -> None:
    assert [row[1:] for row in rows(draw)] == expected


def test_series_without_a_label_are_counted() -> None:
    def draw(of: Any) -> None:
        of.plot([1], [1])
        of.plot([2], [2], label="own")
        of.plot([3], [3])
        of.scatter([4], [4])

    assert [row[0] for row in rows(draw)] == ["Line 1", "own", "Line 2", "Points"]


def test_several_axes_are_told_apart_and_a_scale_of_colors_has_no_data() -> None:
    figure = Figure()
    left, right = figure.subplots(1, 2)
    left.plot([1], [2])
    left.set_title("Left")
    figure.colorbar(right.imshow(np.zeros((2, 2))))
    assert table(left) == {
        "columns": ["axes", "series", "x", "y"],
        "rows": [["Left", "Line", 1, 2], ["Axes 2", "Image", "2 columns", "2 rows"]],
        "count": 2,
    }


def test_y01_a_table_has_an_end() -> None:
    of = axes()
    of.plot(np.arange(700), np.arange(700))
    of.scatter(np.arange(5000), np.arange(5000))
    made = table(of)
    assert len(made["rows"]) == MOST_ROWS
    assert made["rows"][-1] == ["Points", 299, 299]
    assert made["count"] == 5700


def test_a_figure_of_nothing_has_no_table() -> None:
    assert table_of(Figure()) is None
    assert table_of(axes().figure) is None
    space = Figure().add_subplot(projection="3d")
    space.plot([1, 2], [1, 2], [3, 4])
    assert table_of(space.figure) is None
