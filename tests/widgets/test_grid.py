"""Grid: children as cells."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.testing import AppTest


def test_each_element_is_a_cell_and_a_cell_holds_several() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        grid = st.grid(3, key="cards")
        grid.text("one")
        with grid.cell(column_span=2, row_span=2):
            st.text("two")
            st.text("three")
        with grid:
            st.text("four")
        grid.cell(column_span="all").text("five")
    """)
    for _ in range(2):
        (grid,) = app.run().grid
        assert grid.key == "cards"
        assert [child.type for child in grid.children.values()] == [
            "text",
            "container",
            "text",
            "container",
        ]
        assert grid.text.values == ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize(
    ("gap", "gaps"),
    [
        ("small", ("small", "small")),
        (None, (None, None)),
        (("Large", 3), ("large", 3)),
        ([None, "medium"], (None, "medium")),
    ],
)
def test_rows_and_columns_may_have_gaps_of_their_own(gap: Any, gaps: tuple[Any, Any]) -> None:
    props: Any = st.grid(gap=gap).node.props  # type: ignore[union-attr]
    assert (props.row_gap, props.column_gap) == gaps


TYPE, VALUE, RANGE = (
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"columns": 0}, RANGE, "columns must be from 1 to 24"),
        ({"columns": 25}, RANGE, "columns must be from 1 to 24"),
        ({"columns": "x"}, VALUE, 'columns must be "auto"'),
        ({"columns": [1, 2]}, TYPE, 'columns must be "auto"'),
        ({"columns": 1.5}, TYPE, 'columns must be "auto"'),
        ({"columns": True}, TYPE, 'columns must be "auto"'),
        ({"columns": None}, TYPE, 'columns must be "auto"'),
        ({"wrap": False}, StreamlitIncompatibleParametersError, "only a count of columns"),
        ({"min_column_width": "x"}, VALUE, "min_column_width must be"),
        ({"min_column_width": 0}, VALUE, "min_column_width must be"),
        ({"min_column_width": None}, TYPE, "min_column_width must be"),
        ({"min_column_width": float("nan")}, TYPE, "min_column_width must be"),
        ({"row_height": "stretch"}, VALUE, "row_height must be"),
        ({"row_height": -3}, VALUE, "row_height must be"),
        ({"gap": "x"}, VALUE, "gap must be"),
        ({"gap": (1, 2, 3)}, VALUE, "gap must be"),
        ({"gap": (1, "x")}, VALUE, "gap must be"),
        ({"gap": -1}, VALUE, "gap must be"),
        ({"vertical_alignment": "distribute"}, VALUE, "vertical_alignment must be"),
        ({"width": "content"}, StreamlitInvalidWidthError, "width must be"),
        ({"height": "auto"}, StreamlitInvalidHeightError, "height must be"),
    ],
)
def test_r06_what_makes_no_grid_is_refused(
    arguments: Any, error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f"^grid: {text}"):
        st.grid(**arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"column_span": 0}, VALUE),
        ({"column_span": "x"}, VALUE),
        ({"column_span": 4}, RANGE),
        ({"column_span": 1.5}, TYPE),
        ({"column_span": None}, TYPE),
        ({"row_span": 0}, VALUE),
        ({"row_span": 1.5}, TYPE),
        ({"row_span": True}, TYPE),
        ({"row_span": "all"}, TYPE),
    ],
)
def test_r06_what_makes_no_cell_is_refused(arguments: Any, error: type[Exception]) -> None:
    (name,) = arguments
    with pytest.raises(error, match=rf"^cell: {name} must .*got {name}="):
        st.grid(3).cell(**arguments)


def test_a_grid_of_any_count_of_columns_has_cells_of_any_width() -> None:
    assert st.grid().cell(column_span=25).node.props.column_span == 25  # type: ignore[union-attr]
