"""Forty charts, a container each, to be seen beside those of Streamlit: `make pictures`.

`?part=N` draws the N-th ten of them.
"""

from collections.abc import Callable

import altair as alt
import graphviz
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pydeck as pdk
import streamlit as st

st.set_page_config(page_title="Charts")

CHARTS: list[Callable[[], object]] = []
RANDOM = np.random.default_rng(7)
DAYS = pd.date_range("2026-01-01", periods=120, freq="D")
WALK = pd.DataFrame(
    RANDOM.normal(0.1, 1, (120, 3)).cumsum(axis=0), columns=["north", "south", "west"], index=DAYS
)
LONG = WALK.rename_axis("day").reset_index().melt("day", var_name="where", value_name="height")
SALES = pd.DataFrame(
    {
        "fruit": ["apples", "pears", "plums", "figs", "grapes"] * 2,
        "year": ["2025"] * 5 + ["2026"] * 5,
        "tons": [12.0, 7.5, 3.2, 1.1, 9.4, 14.1, 6.0, 4.4, 1.9, 8.8],
        "gain": [3.1, -1.2, 0.4, -0.6, 2.2, 2.8, -2.1, 1.0, 0.2, -0.9],
    }
)
POINTS = pd.DataFrame(
    {
        "x": RANDOM.normal(size=300),
        "y": RANDOM.normal(size=300),
        "group": RANDOM.choice(["left", "middle", "right"], 300),
        "weight": RANDOM.uniform(1, 100, 300),
    }
)
PLACES = pd.DataFrame(
    {
        "city": ["Vienna", "Paris", "Madrid", "Rome", "Berlin"],
        "lat": [48.21, 48.86, 40.42, 41.9, 52.52],
        "lon": [16.37, 2.35, -3.7, 12.5, 13.4],
        "millions": [2.0, 2.1, 3.3, 2.8, 3.7],
    }
)


def chart(draw: Callable[[], object]) -> Callable[[], object]:
    """Note one of the forty."""
    CHARTS.append(draw)
    return draw


@chart
def line_of_a_wide_frame() -> None:
    st.line_chart(WALK)


@chart
def line_of_a_long_frame() -> None:
    st.line_chart(LONG, x="day", y="height", color="where")


@chart
def line_of_numbers() -> None:
    st.line_chart([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])


@chart
def line_with_gaps() -> None:
    holes = WALK.copy()
    holes.iloc[30:45, 0] = None
    holes.iloc[60:80, 1] = None
    st.line_chart(holes, y=["north", "south"], color=["#d1570a", "#1a6fd4"])


@chart
def line_over_categories() -> None:
    st.line_chart(SALES[:5], x="fruit", y=["tons", "gain"])


@chart
def line_over_hours_of_a_zone() -> None:
    hours = pd.date_range("2026-03-28 12:00", periods=48, freq="h", tz="Europe/Vienna")
    st.line_chart(pd.DataFrame({"load": np.sin(np.arange(48) / 4)}, index=hours))


@chart
def area_stacked() -> None:
    st.area_chart(WALK.abs())


@chart
def area_normalized() -> None:
    st.area_chart(WALK.abs() + 1, stack="normalize")


@chart
def area_centered() -> None:
    st.area_chart(WALK.abs() + 1, stack="center")


@chart
def area_of_one_upon_another() -> None:
    st.area_chart(WALK, stack=False)


@chart
def bars() -> None:
    st.bar_chart(SALES[:5], x="fruit", y="tons")


@chart
def bars_stacked() -> None:
    st.bar_chart(SALES, x="fruit", y="tons", color="year")


@chart
def bars_side_by_side() -> None:
    st.bar_chart(SALES, x="fruit", y="tons", color="year", stack=False)


@chart
def bars_that_lie_sorted() -> None:
    st.bar_chart(SALES[5:], x="fruit", y="tons", horizontal=True, sort="-tons")


@chart
def bars_below_zero() -> None:
    st.bar_chart(SALES, x="fruit", y="gain", color="year")


@chart
def bars_of_many() -> None:
    names = [f"Part {number}" for number in range(60)]
    st.bar_chart(pd.DataFrame({"part": names, "count": RANDOM.integers(1, 99, 60)}), x="part")


@chart
def bars_over_months() -> None:
    months = pd.date_range("2025-01-01", periods=14, freq="MS")
    st.bar_chart(pd.DataFrame({"rain": RANDOM.uniform(20, 90, 14)}, index=months))


@chart
def bars_normalized() -> None:
    st.bar_chart(SALES, x="year", y="tons", color="fruit", stack="normalize", horizontal=True)


@chart
def points_of_groups_and_sizes() -> None:
    st.scatter_chart(POINTS, x="x", y="y", color="group", size="weight")


@chart
def points_of_numbers_as_colors() -> None:
    st.scatter_chart(POINTS, x="x", y="y", color="weight")


@chart
def points_over_categories() -> None:
    st.scatter_chart(POINTS, x="group", y="weight")


@chart
def points_by_the_ten_thousand() -> None:
    st.scatter_chart(pd.DataFrame(RANDOM.normal(size=(10_000, 2)), columns=["a", "b"]), x="a")


@chart
def labels_and_a_size() -> None:
    st.line_chart(WALK["north"], x_label="Day of the year", y_label="Meters", width=420, height=240)


@chart
def nothing() -> None:
    st.line_chart(pd.DataFrame({"a": []}))


@chart
def large_numbers() -> None:
    st.bar_chart(
        pd.DataFrame({"year": ["2024", "2025", "2026"], "sum": [1.2e9, 3.4e9, 2.9e9]}), x="year"
    )


@chart
def metrics() -> None:
    left, middle, right = st.columns(3)
    values = [3, 4, 2, 6, 5, 8, 7]
    left.metric("Line", 7, 2, chart_data=values, border=True)
    middle.metric("Area", 7, -2, chart_data=values, chart_type="area", border=True)
    right.metric("Bar", 7, 0, chart_data=values, chart_type="bar", border=True)


@chart
def vega_layers() -> None:
    st.vega_lite_chart(
        SALES[:5],
        {
            "layer": [
                {
                    "mark": "bar",
                    "encoding": {
                        "x": {"field": "fruit"},
                        "y": {"field": "tons", "type": "quantitative"},
                    },
                },
                {
                    "mark": {"type": "rule", "color": "firebrick"},
                    "encoding": {"y": {"aggregate": "mean", "field": "tons"}},
                },
            ]
        },
    )


@chart
def vega_facets() -> None:
    st.vega_lite_chart(
        POINTS,
        {
            "mark": "point",
            "width": 160,
            "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "group"},
                "column": {"field": "group"},
            },
        },
    )


@chart
def vega_ring() -> None:
    st.vega_lite_chart(
        SALES[:5],
        {
            "mark": {"type": "arc", "innerRadius": 60},
            "encoding": {
                "theta": {"field": "tons", "type": "quantitative"},
                "color": {"field": "fruit", "type": "nominal"},
            },
        },
    )


@chart
def altair_heat() -> None:
    cells = alt.Chart(LONG).mark_rect()
    st.altair_chart(cells.encode(x="month(day):O", y="where:N", color="mean(height):Q"))


@chart
def altair_boxes() -> None:
    st.altair_chart(alt.Chart(POINTS).mark_boxplot().encode(x="group", y="weight", color="group"))


@chart
def altair_side_by_side() -> None:
    brush = alt.selection_interval()
    points = alt.Chart(POINTS).mark_point().encode(x="x", y="y", color="group").add_params(brush)
    counts = alt.Chart(POINTS).mark_bar().encode(x="count()", y="group").transform_filter(brush)
    st.altair_chart(points.properties(width=250) | counts.properties(width=180))


@chart
def plotly_points() -> None:
    figure = go.Figure()
    for name, rows in POINTS.groupby("group"):
        figure.add_scatter(x=rows["x"], y=rows["y"], mode="markers", name=name)
    st.plotly_chart(figure)


@chart
def plotly_bars() -> None:
    figure = go.Figure(layout={"title": "Harvest", "barmode": "group"})
    for year, rows in SALES.groupby("year"):
        figure.add_bar(x=rows["fruit"], y=rows["tons"], name=year)
    st.plotly_chart(figure)


@chart
def plotly_heat_and_hill() -> None:
    side = np.linspace(-2, 2, 30)
    hill = np.exp(-(side[:, None] ** 2) - side[None, :] ** 2)
    left, right = st.columns(2)
    left.plotly_chart(go.Figure(go.Heatmap(z=hill)), key="heat")
    right.plotly_chart(go.Figure(go.Surface(z=hill)), key="hill")


@chart
def plotly_sun_without_a_theme() -> None:
    rings = go.Sunburst(
        labels=["all", "a", "b", "a1", "a2"],
        parents=["", "all", "all", "a", "a"],
        values=[0, 4, 3, 2, 2],
    )
    st.plotly_chart(go.Figure(rings), theme=None)


@chart
def pyplot() -> None:
    figure, axes = plt.subplots(figsize=(6, 3))
    axes.plot(WALK.index, WALK["north"])
    axes.fill_between(WALK.index, WALK["south"], WALK["west"], alpha=0.3)
    st.pyplot(figure)


@chart
def graph() -> None:
    dots = graphviz.Digraph()
    dots.edges([("script", "page"), ("page", "person"), ("person", "script")])
    dots.edge("script", "store", label="keeps")
    st.graphviz_chart(dots)


@chart
def points_on_a_map() -> None:
    st.map(PLACES, size=40_000, height=320)


@chart
def deck() -> None:
    layer = pdk.Layer(
        "ScatterplotLayer",
        PLACES,
        get_position="[lon, lat]",
        get_radius="millions * 30000",
        get_fill_color=[26, 111, 212, 180],
    )
    view = pdk.ViewState(latitude=46, longitude=6, zoom=3.4)
    st.pydeck_chart(pdk.Deck([layer], initial_view_state=view), height=320)


PART = int(st.query_params.get("part", 1))
for number in range(10 * PART - 9, 10 * PART + 1):
    draw = CHARTS[number - 1]
    with st.container(key=f"c{number}"):
        st.caption(f"{number}. {draw.__name__.replace('_', ' ')}")
        draw()
