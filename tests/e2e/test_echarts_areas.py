"""Areas that a person draws in charts of ECharts, in a browser (E09)."""

import pytest
from playwright.sync_api import Locator

from e2e.echarts import BARS, at, color_at, drag, drawn, take_tool
from e2e.page import Serve, Visit, settled, shows, until


def alpha_at(chart: Locator, x: float) -> int:
    return int(color_at(chart, x, 0.5).split(",")[3])


def draw_several(chart: Locator) -> None:
    """Take the first tool, and the one by which areas stay when another is drawn."""
    take_tool(chart)
    take_tool(chart, 1)


def test_e09_an_area_is_drawn_told_and_drawn_again_after_a_page_load(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    take_tool(chart)
    drag(chart, (0.4, 0.3), (0.95, 0.3))
    shows(page, "rows=[1, 2] areas=1")
    page.reload()
    settled(page)
    shows(page, "rows=[1, 2] areas=1")
    chart = drawn(page)
    chart.hover(position={"x": 5, "y": 5})
    chart.get_by_role("button", name="Clear selection").click()
    shows(page, "rows=[] areas=0")


@pytest.mark.parametrize("way", ["toolbox", "press between bars"])
def test_e09_an_area_that_is_taken_away_is_told(serve: Serve, visit: Visit, way: str) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    take_tool(chart)
    drag(chart, (0.4, 0.3), (0.6, 0.3))
    shows(page, "rows=[1] areas=1")
    assert alpha_at(chart, 1 / 6) < alpha_at(chart, 0.5) / 2
    if way == "toolbox":
        take_tool(chart, 1)
    else:
        page.mouse.click(*at(chart, 2 / 3, 0.3))
    shows(page, "rows=[] areas=0")


CHANGING = """
    import streamlit as st

    runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
    spec = {
        "title": {"text": f"Run {runs}"},
        "brush": {"xAxisIndex": "all", "toolbox": ["lineX", "clear"]},
        "toolbox": {"left": 0},
        "xAxis": {"type": "category", "data": ["a", "b", "c"]},
        "yAxis": {},
        "series": {"type": "bar", "data": [1, 2, runs]},
        "animation": False,
    }
    event = st.echarts_chart(spec, key="chart", on_select="rerun")
    st.text(f"run={runs} areas={len(event.selection.areas)}")
    st.button("Again")
    """


def test_e09_a_chart_that_changes_keeps_its_tool_and_the_drag_under_way(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(CHANGING).url)
    chart = drawn(page)
    take_tool(chart)
    page.get_by_role("button", name="Again").click()
    shows(page, "run=2 areas=0")
    page.mouse.move(*at(chart, 0.3, 0.5))
    page.mouse.down()
    page.mouse.move(*at(chart, 0.5, 0.5), steps=3)
    page.get_by_role("button", name="Again").dispatch_event("click")
    shows(page, "run=3 areas=0")
    page.mouse.move(*at(chart, 0.8, 0.5), steps=3)
    page.mouse.up()
    shows(page, "run=4 areas=1")
    # It was told once: what is drawn anew with the area in it tells nothing.
    page.get_by_role("button", name="Again").click()
    shows(page, "run=5 areas=1")


TWO_GRIDS = """
    import streamlit as st

    days = list("abcdefghij")
    runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
    spec = {
        "grid": [{"left": 0, "right": 0, "top": 50 + 150 * n, "height": 100} for n in (0, 1)],
        "xAxis": [
            {"type": "category", "data": days, "gridIndex": n, "show": False} for n in (0, 1)
        ],
        "yAxis": [{"gridIndex": n, "show": False, "max": 9} for n in (0, 1)],
        "brush": BRUSH,
        "toolbox": {"left": 0},
        "series": [
            {"type": "bar", "data": [9] * 10, "xAxisIndex": n, "yAxisIndex": n} for n in (0, 1)
        ],
        "animation": False,
        "title": {"right": 0, "text": TITLE},
    }
    event = st.echarts_chart(spec, key="chart", on_select=lambda: None)
    groups = event.selection.selected
    st.text({group.series_index: group.data_indices for group in groups})
    st.text(f"grids={[area.grid_index for area in event.selection.areas]}")
    """
IS_FITTED = """figure => {
    const host = figure.querySelector(".st-chart-host");
    return host.querySelector("canvas").clientWidth === host.clientWidth;
}"""
ONE_FOR_ALL = '{"xAxisIndex": "all", "toolbox": ["lineX", "keep", "clear"]}'
ONE_EACH = '[{"xAxisIndex": 0, "toolbox": ["lineX", "keep", "clear"]}, {"xAxisIndex": 1}]'


@pytest.mark.parametrize("brush", [ONE_FOR_ALL, ONE_EACH])
@pytest.mark.parametrize("title", ["'Still'", "str(runs)"])
def test_e09_areas_stay_in_their_grids_with_their_items(
    serve: Serve, visit: Visit, brush: str, title: str
) -> None:
    page = visit(serve(TWO_GRIDS.replace("BRUSH", brush).replace("TITLE", title)).url)
    chart = drawn(page)
    draw_several(chart)
    # It ends in the gap after "d": in its category, as that after it, and right of its middle.
    drag(chart, (0.11, 0.2), (0.395, 0.2))
    shows(page, "grids=[0]")
    shows(page, "{0: [1, 2, 3]}")
    drag(chart, (0.61, 0.6), (0.71, 0.6))
    shows(page, "grids=[0, 1]")
    shows(page, "{0: [1, 2, 3], 1: [6]}")
    # Narrower, each is where it was in its category: what is told next is right of all.
    page.set_viewport_size({"width": 500, "height": 720})
    until(page, lambda: chart.evaluate(IS_FITTED))
    drag(chart, (0.81, 0.6), (0.89, 0.6))
    shows(page, "grids=[0, 1, 1]")
    shows(page, "{0: [1, 2, 3], 1: [6, 8]}")
    page.set_viewport_size({"width": 900, "height": 720})
    page.emulate_media(color_scheme="dark")
    page.reload()
    settled(page)
    page.emulate_media(color_scheme="light")
    chart = drawn(page)
    draw_several(chart)
    drag(chart, (0.01, 0.6), (0.09, 0.6))
    shows(page, "grids=[0, 1, 1, 1]")
    shows(page, "{0: [1, 2, 3], 1: [0, 6, 8]}")


def test_e06_e09_what_is_clicked_is_not_what_lies_in_an_area(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    page.mouse.click(*at(chart, 0.17, 0.5))
    shows(page, "rows=[0] areas=0")
    take_tool(chart)
    drag(chart, (0.4, 0.3), (0.6, 0.3))
    shows(page, "rows=[0, 1] areas=1")
    page.reload()
    settled(page)
    take_tool(drawn(page), 1)
    shows(page, "rows=[0] areas=0")


def test_e09_e11_an_area_stays_in_another_theme(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    take_tool(chart)
    drag(chart, (0.4, 0.3), (0.6, 0.3))
    shows(page, "rows=[1] areas=1")
    light = color_at(chart, 0.5, 0.5)
    page.emulate_media(color_scheme="dark")
    until(page, lambda: color_at(chart, 0.5, 0.5) != light)
    # What lies beside it is pale, so it is there.
    assert alpha_at(chart, 1 / 6) < alpha_at(chart, 0.5) / 2
    take_tool(chart, 1)
    shows(page, "rows=[] areas=0")
