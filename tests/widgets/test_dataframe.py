"""Dataframe: a table, how its columns are shown, and what is selected in it."""

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import ostinato as st
from ostinato import column_config as kinds
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.selection import DataframeState
from ostinato.wire.frames import Look

SELECTING = """
    import ostinato as st
    rows = st.session_state.setdefault("rows", 3)
    def note():
        st.session_state.noted = st.session_state.table.selection.rows
    event = st.dataframe(
        {"a": list(range(rows)), "b": ["x"] * rows},
        key="table",
        on_select=note,
        selection_mode=["multi-row", "multi-column", "single-cell"],
    )
    st.text(event)
    st.button("Again")
"""


def shown(data: Any = None, **options: Any) -> Any:
    return st.dataframe(data, **options).node.props  # type: ignore[union-attr]


def labels(props: Any) -> list[str | None]:
    return [column.options and column.options.label for column in props.frame.columns]


def test_a_table_tells_its_cells() -> None:
    app = AppTest.from_string("""
        import pandas as pd, streamlit as st
        st.dataframe(pd.DataFrame({"a": [1, 2], "b": ["x", None]}, index=["r", "s"]))
        st.dataframe([1, 2], height=200, placeholder="-", row_height=50, alt="Numbers")
        st.dataframe()
    """).run()
    first, second, empty = app.dataframe
    assert first.columns == ["", "a", "b"]
    assert first.rows == [("r", 1, "x"), ("s", 2, None)]
    expected = pd.DataFrame({"a": [1, 2], "b": ["x", None]}, index=["r", "s"])
    pd.testing.assert_frame_equal(first.value, expected, check_column_type=False)
    assert second.rows == [(1,), (2,)]
    assert (second.height, second.placeholder, second.row_height) == (200, "-", 50)
    assert (second.alt, second.editing_mode) == ("Numbers", "read_only")
    assert (empty.rows, empty.value.shape) == ([], (0, 0))


def test_v06_columns_are_configured_by_name_by_number_and_as_the_index() -> None:
    data = pd.DataFrame({"a": [1], "b": [2]}, index=pd.Index(["r"], name="id"))
    config = {"_index": "Index", "a": kinds.NumberColumn("A"), 2: {"label": "B"}, "none": "x"}
    props = shown(data, column_config=config)
    assert labels(props) == ["Index", "A", "B"]
    assert props.frame.columns[1].options.type == "number"
    assert labels(shown(data, column_config={"id": "I", "_index": "x"}))[0] == "I"
    assert shown(data, column_config={"b": None}).frame.columns[2].options.hidden


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pd.DataFrame({"a": [1], "b": [2]}), ["zero", "one", None]),
        ({"a": [1], "b": [2]}, ["one", None]),
        (pl.DataFrame({"a": [1], "b": [2]}), ["one", None]),
        (pa.table({"a": [1], "b": [2]}), ["zero", "one"]),
    ],
)
def test_numbers_of_columns_are_those_of_streamlit(data: Any, expected: list[str | None]) -> None:
    assert labels(shown(data, column_config={0: "zero", 1: "one"})) == expected


def test_columns_are_shown_in_the_order_that_is_asked_for() -> None:
    data = pd.DataFrame({"a": [1], "b": [2]})
    assert shown(data, column_order=["b", "a", "b", "c"]).order == [2, 1, 2]
    assert shown(data, column_order="a").order == [1]
    assert shown(data).order is None
    twice = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert shown(twice, column_order=["a"]).order == [1, 2]


def test_the_index_is_hidden_when_asked_and_beside_what_is_selected_if_it_is_plain() -> None:
    data = pd.DataFrame({"a": [1]})
    hides = {"hide_index": True}
    assert (shown(data).hide_index, shown(data, **hides).hide_index) == (False, True)
    app = AppTest.from_string("""
        import pandas as pd, streamlit as st
        data = pd.DataFrame({"a": [1]})
        st.dataframe(data, on_select="rerun", key="1")
        st.dataframe(data, on_select="rerun", selection_mode="single-cell", key="2")
        st.dataframe(data.set_axis(["r"]), on_select="rerun", key="3")
        st.dataframe(data, on_select="rerun", hide_index=False, key="4")
    """).run()
    assert [table.hide_index for table in app.dataframe] == [True, False, False, False]
    numbered = shown({"a": [5]}, hide_index=False)
    assert [column.is_index for column in numbered.frame.columns] == [True, False]


def test_what_a_styler_says_is_shown() -> None:
    app = AppTest.from_string("""
        import pandas as pd, streamlit as st
        data = pd.DataFrame({"a": [1.25, 2.0], "b": ["x", "<y>"]})
        style = data.style.format({"a": "{:.1f} kg"}).highlight_max(subset="a", color="#ff0000")
        st.dataframe(style.map(lambda _: "font-weight: bold; border: 1px", subset="b"))
        st.dataframe(data.style)
    """).run()
    styled, plain = app.dataframe
    assert styled.texts == [(None, "1.2 kg", None), (None, "2.0 kg", None)]
    assert {*(styled.frame_shown.looks or ())} == {Look(background="#ff0000"), Look(weight="bold")}
    assert styled.rows == plain.rows == [(0, 1.25, "x"), (1, 2.0, "<y>")]
    assert not any(column.has_texts or column.has_looks for column in plain.frame_shown.columns)


def test_v05_a_selection_is_a_value_of_the_script() -> None:
    app = AppTest.from_string(SELECTING).run()
    assert app.text[0].value == str({"selection": {"rows": [], "columns": [], "cells": []}})
    app.dataframe[0].select(rows=[2, 0], columns=["b"], cells=[(1, "a")]).run()
    expected = {"selection": {"rows": [2, 0], "columns": ["b"], "cells": [(1, "a")]}}
    assert app.text[0].value == str(expected)
    assert app.session_state.table == expected
    assert isinstance(app.session_state.table, DataframeState)
    assert app.session_state.noted == [2, 0]
    app.button[0].click().run()
    assert app.dataframe[0].selection.rows == [2, 0]


def test_v05_a_selection_outlives_a_change_of_the_data_as_far_as_its_rows_exist() -> None:
    app = AppTest.from_string(SELECTING).run()
    app.dataframe[0].select(rows=[0, 2]).run()
    app.session_state.rows = 5
    app.run()
    assert app.dataframe[0].selection.rows == [0, 2]
    app.session_state.rows = 2
    app.run()
    assert app.dataframe[0].selection.rows == [0]


def test_w08_a_script_selects_by_the_key() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        if st.button("Select"):
            st.session_state.table = {"selection": {"rows": [1]}}
        st.text(st.dataframe([1, 2], key="table", on_select="rerun").selection.rows)
        st.text(
            st.dataframe(
                [1, 2],
                on_select="rerun",
                selection_default={"selection": {"rows": [0]}},
            ).selection.rows
        )
    """).run()
    assert app.text.values == ["[]", "[0]"]
    app.button[0].click().run()
    assert app.text.values == ["[1]", "[0]"]
    app.dataframe[1].select().run()
    assert app.text.values == ["[1]", "[]"]


def test_w14_a_selection_that_is_none_is_an_error() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.session_state.setdefault("table", {"rows": [1]})
        st.dataframe([1], key="table", on_select="rerun")
    """).run()
    assert "a selection must be a dict with 'selection'" in app.exception[0].value


def test_what_cannot_be_selected_is_refused_by_a_test_too() -> None:
    app = AppTest.from_string(SELECTING).run()
    for wrong in ({"rows": [3]}, {"columns": ["c"]}, {"cells": [(0, "a"), (1, "a")]}):
        with pytest.raises(errors.StreamlitAPIException, match="cannot be selected"):
            app.dataframe[0].select(**wrong)  # type: ignore[arg-type]
    quiet = AppTest.from_string("import streamlit as st; st.dataframe([1])").run()
    with pytest.raises(errors.StreamlitAPIException, match="does not ask"):
        quiet.dataframe[0].select(rows=[0])


def test_a_selection_in_a_form_is_submitted_with_it() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        with st.form("f"):
            event = st.dataframe([1, 2], on_select="rerun", key="t")
            st.form_submit_button("Send")
        st.text(event.selection.rows)
    """).run()
    app.dataframe[0].select(rows=[1])
    app.button[0].click().run()
    assert app.text[0].value == "[1]"


def test_v06_w15_a_button_in_a_row_says_which_for_one_run() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        def note(word):
            st.session_state.noted = word, st.session_state.go.row
        go = st.column_config.ButtonColumn("Do", key="go", on_click=note, args=["clicked"])
        st.dataframe({"n": [1, 2], "b": ["Stop", "Go"]}, column_config={"b": go}, key="t")
        click = st.session_state.go
        st.text(None if click is None else (click.row, click["label"]))
        st.text(st.session_state.get("noted"))
    """).run()
    assert app.text.values == ["None", "None"]
    app.dataframe[0].press("b", 1).run()
    assert app.text.values == ["(1, 'Go')", "('clicked', 1)"]
    app.run()
    assert app.text.values == ["None", "('clicked', 1)"]
    with pytest.raises(errors.StreamlitAPIException, match="no column of buttons"):
        app.dataframe[0].press("n", 1)


def test_w05_two_columns_of_buttons_cannot_have_the_same_key() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        go = st.column_config.ButtonColumn(key="go")
        st.dataframe({"a": ["x"]}, column_config={"a": go})
        st.dataframe({"b": ["x"]}, column_config={"b": go})
    """).run()
    assert "a key can be used once in a run, got key='go' twice" in app.exception[0].value


def test_what_is_shown_cannot_be_taken_away_if_the_option_says_so() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.dataframe([1])
        st.set_option("client.disableDataExport", True)
        st.dataframe([2])
        st.set_option("client.disableDataExport", False)
    """).run()
    assert [table.can_export for table in app.dataframe] == [True, False]


def test_a_lazy_frame_shows_its_first_rows_and_all_of_them_if_asked() -> None:
    lazy = pl.LazyFrame({"a": range(10_005)})
    frame = shown(lazy).frame
    assert (frame.rows, frame.of) == (10_000, -1)
    whole = shown(lazy, lazy=True).frame
    assert (whole.rows, whole.of) == (10_005, None)


def test_the_old_form_of_the_width_still_counts() -> None:
    for old, width in ((False, "content"), (True, "stretch")):
        with pytest.warns(DeprecationWarning, match=f"use width='{width}'") as said:
            props = shown([1], use_container_width=old, alt=np.ones(2))
        assert props.width == width
        assert said[0].filename == __file__


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (
            {"data": 5},
            errors.StreamlitDataframeConversionError,
            "dataframe: a table must be made of rows",
        ),
        ({"data": "text"}, errors.StreamlitAPIException, "got 'text'"),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError, "width must be"),
        (
            {"width": "wide", "key": "prices"},
            errors.StreamlitInvalidWidthError,
            'dataframe "prices": width',
        ),
        ({"height": 0}, errors.StreamlitInvalidHeightError, "height must be"),
        ({"row_height": 0}, errors.StreamlitValueError, "row_height must be a positive count"),
        ({"row_height": "a"}, errors.StreamlitInvalidParameterTypeError, "row_height"),
        ({"column_config": [1]}, errors.StreamlitInvalidParameterTypeError, "must be a dict"),
        ({"column_config": {"a": 3}}, errors.StreamlitInvalidParameterTypeError, "'a': 3"),
        ({"column_config": {2.5: "x"}}, errors.StreamlitInvalidParameterTypeError, "2.5"),
        ({"column_config": {"a": {"x": 1}}}, errors.StreamlitInvalidParameterTypeError, "label"),
        ({"column_order": 5}, errors.StreamlitInvalidParameterTypeError, "column_order"),
        ({"on_select": "select"}, errors.StreamlitValueError, 'must be "rerun", "ignore"'),
        (
            {"on_select": "rerun", "selection_mode": "rows"},
            errors.StreamlitValueError,
            "selection_mode",
        ),
        (
            {"on_select": "rerun", "selection_mode": ["multi-row", "single-row"]},
            errors.StreamlitIncompatibleParametersError,
            "one row can be selected or several",
        ),
        (
            {"selection_default": {"selection": {"rows": [0]}}},
            errors.StreamlitIncompatibleParametersError,
            'needs on_select="rerun"',
        ),
        (
            {"on_select": "rerun", "selection_default": {"rows": [0]}},
            errors.StreamlitAPIException,
            'pass {"selection": {"rows": [0]}}',
        ),
    ],
)
def test_what_a_table_cannot_be_called_with_is_an_error_that_says_so(
    arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        st.dataframe(**{"data": [1], **arguments})
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "data",
    ["pd.DataFrame({'a': [1]})", "np.zeros((2, 2))", "pl.Series([1])", "pa.table({'a': [1]})"],
)
def test_write_and_magic_show_tables(data: str) -> None:
    app = AppTest.from_string(
        f"""
        import numpy as np, pandas as pd, polars as pl, pyarrow as pa, streamlit as st
        data = {data}
        st.write("Here", data)
        data
    """,
        default_timeout=20,
    ).run()
    assert not app.exception
    assert [node.type for node in app.nodes()] == ["markdown", "dataframe", "dataframe"]
