"""Maps of points."""

import math
import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import ostinato as st
from ostinato.data.positions import places_of
from ostinato.data.tables import table_of
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDataframeConversionError,
    StreamlitInvalidHeightError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.widgets.map import Map

CITIES = {"lat": [48.86, 51.51], "lon": [2.35, -0.13]}


def props(*args: Any, **named: Any) -> Map:
    return st.map(*args, **named).node.props  # type: ignore


def shown(script: str) -> Any:
    app = AppTest.from_string(f"import streamlit as st\n{script}").run()
    return app.get("map")[0]


@pytest.mark.parametrize(
    "data",
    [
        CITIES,
        pd.DataFrame(CITIES),
        pl.DataFrame(CITIES),
        pd.DataFrame(CITIES).to_dict("records"),
        pd.DataFrame(CITIES).set_index("lat"),
        {"LATITUDE": CITIES["lat"], "LONGITUDE": CITIES["lon"]},
        {"latitude": CITIES["lat"], "other": ["a", "b"], "LON": CITIES["lon"]},
    ],
)
def test_o01_columns_are_found_by_the_names_that_they_usually_have(data: Any) -> None:
    made = props(data)
    assert made.points.rows == 2
    assert [column.name for column in made.points.columns] == ["latitude", "longitude"]


def test_columns_are_named_by_the_script() -> None:
    script = "st.map({'a': [1], 'b': [2], 'lat': [3]}, latitude='a', longitude='b')"
    assert shown(script).points == [(1.0, 2.0)]


def test_o01_what_is_missing_is_no_place_and_no_error() -> None:
    script = "st.map({'lat': [1, None, 3], 'lon': [4, 5, float('nan')]})"
    points = shown(script).points
    assert points[0] == (1.0, 4.0)
    assert math.isnan(points[1][0])
    assert math.isnan(points[2][1])


@pytest.mark.parametrize("data", [None, {}, [], pd.DataFrame(), {"lat": [], "lon": []}])
def test_there_may_be_no_points(data: Any) -> None:
    assert props(data, size="s", color="c").points.rows == 0


@pytest.mark.parametrize(
    ("data", "named", "words"),
    [
        ({"x": [1], "lon": [2]}, {}, "needs a column named 'lat', 'latitude', 'LAT' or 'LATITUDE'"),
        (
            {"lat": [1], "x": [2]},
            {},
            "got 'lat', 'x': rename one, or say which it is by",
        ),
        (CITIES, {"latitude": "y"}, "has no column 'y', which latitude names, got 'lat', 'lon'"),
        (
            {"lat": [1, 91], "lon": [2, 3]},
            {},
            "between -90 and 90, got 91 in row 1 of column",
        ),
        ({"lat": [1], "lon": [-361.0]}, {}, "between -360 and 360, got -361 in row 0"),
        ({"lat": [float("inf")], "lon": [1]}, {}, "got inf in row 0"),
        ({"lat": [1, 2], "lon": ["a", "b"]}, {}, "longitude must be numbers, got 'a' in row 0"),
        (CITIES | {"s": ["x", "y"]}, {"size": "s"}, "size must be numbers, got 'x' in row 0"),
        (CITIES | {"c": ["#fff", "rod"]}, {"color": "c"}, "'rod' is no color, in row 1 of column"),
    ],
)
def test_o02_what_is_wrong_is_named_with_its_column_and_row(
    data: Any, named: dict[str, Any], words: str
) -> None:
    with pytest.raises(StreamlitAPIException) as raised:
        props(data, **named)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    "named",
    [{"color": "no"}, {"color": (1, 2)}, {"size": "no"}, {"size": -1}, {"size": float("nan")}]
    + [{"zoom": -1}, {"zoom": "near"}, {"zoom": 25}, {"size": True}],
)
def test_what_is_neither_a_value_nor_a_column_is_refused(named: dict[str, Any]) -> None:
    with pytest.raises(StreamlitValueError, match=next(iter(named))):
        props(CITIES, **named)


def test_other_arguments_are_checked() -> None:
    with pytest.raises(StreamlitInvalidHeightError):
        props(CITIES, height="tall")
    with pytest.raises(StreamlitDataframeConversionError, match="map"):
        props(3)


def test_one_size_and_color_for_all() -> None:
    made = props(CITIES, size=20, color="#0044ff", zoom=3)
    assert (made.size, made.color, made.zoom) == (20.0, 0xFFFF4400, 3.0)
    assert not made.has_sizes
    assert not made.has_colors
    usual = props(CITIES)
    assert (usual.size, usual.color, usual.zoom, usual.height) == (None, None, None, 500)


def test_sizes_and_colors_of_their_own() -> None:
    rng = np.random.default_rng
    data = pd.DataFrame(
        {
            "col1": rng(0).standard_normal(20) / 50 + 37.76,
            "col2": rng(1).standard_normal(20) / 50 + -122.4,
            "col3": rng(2).standard_normal(20) * 100,
            "col4": rng(3).standard_normal((20, 4)).tolist(),
        }
    )
    made = props(data, latitude="col1", longitude="col2", size="col3", color="col4")
    assert made.has_sizes
    assert made.has_colors
    assert len(made.points.columns) == 4


def test_primary_is_a_column_if_there_is_one() -> None:
    assert props(CITIES, color="primary").color is None
    assert props(CITIES | {"primary": ["#fff", None]}, color="primary").has_colors


def test_o01_a_color_of_the_theme_is_named() -> None:
    assert props(CITIES, color="red").color == 2
    assert props(CITIES | {"red": ["#fff", None]}, color="red").has_colors
    assert props({"lat": [], "lon": []}, color="green").color == 5
    named = {"c": ["red", "primary"]}
    assert props(CITIES | named, color="c").has_colors
    places = places_of("map", table_of(CITIES | named), None, None, None, "c")
    assert [*places.table.columns[2].array.buffers[0].cast("I")] == [2, 0]


def test_a_million_points_take_no_time_and_no_json() -> None:
    code = """
import sys, time
from array import array
import ostinato as st
from ostinato.data.arrow import FLOAT64, Array
from ostinato.data.column import Column, Table
from ostinato.data.positions import places_of
values = Array(FLOAT64, 1_000_000, [memoryview(array("d", [1.0]) * 1_000_000).cast("B")])
table = Table([Column("lat", values, "number"), Column("lon", values, "number")], 1_000_000)
places = places_of("map", table, None, None, None, None)
assert places.table.columns[0].array.buffers[0] is values.buffers[0]
assert not {"pandas", "numpy", "pyarrow"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_test_reads_points_and_table() -> None:
    element = shown("st.map({'lat': [1, 2], 'lon': [3, 4], 'name': ['a', 'b']}, alt='Two')")
    assert element.points == [(1.0, 3.0), (2.0, 4.0)]
    assert element.columns == ["lat", "lon", "name"]
    assert element.rows[1] == (2, 4, "b")


def test_o03_the_base_map_is_that_of_the_config() -> None:
    light, dark = props(CITIES).styles
    assert light == "https://tiles.openfreemap.org/styles/positron"
    assert dark == "https://tiles.openfreemap.org/styles/dark"
