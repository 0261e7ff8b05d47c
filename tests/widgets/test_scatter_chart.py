"""Scatter chart: the sizes of points, and values that are no numbers."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.widgets.scatter_chart import ScatterChart

DATA = {"x": [1, 2], "y": [3, 4], "weight": [5.0, None], "who": ["a", "b"]}


def drawn(**kwargs: Any) -> ScatterChart:
    props = st.scatter_chart(DATA, **{"x": "x", "y": "y", **kwargs}).node.props  # type: ignore[union-attr]
    assert isinstance(props, ScatterChart)
    return props


def test_points_have_the_size_that_is_given_or_that_of_their_row() -> None:
    assert (drawn().size, drawn(size=100).size, drawn(size="weight").size) == (None, 100, None)
    assert [each.name for each in drawn(size="weight").points.columns] == ["x", "y", "size"]


def test_a_point_without_a_size_is_none() -> None:
    assert drawn(size="weight").series[0].points == 1


@pytest.mark.parametrize("size", [0, -1, True, [1], float("nan")])
def test_other_sizes_are_refused(size: Any) -> None:
    with pytest.raises(StreamlitValueError, match="size must be a column or a positive number"):
        drawn(size=size)


def test_a_column_of_texts_has_no_sizes() -> None:
    with pytest.raises(StreamlitAPIException, match="size must be a column of numbers"):
        drawn(size="who")


def test_texts_have_places_along_both_axes() -> None:
    props = drawn(x="who", y="who", color="y")
    assert (props.x.categories, props.y.categories) == (["a", "b"], ["a", "b"])
