"""A chart of ECharts in a browser: what is found, read and pressed in it."""

from playwright.sync_api import FloatRect, Locator, Page, expect

BARS = """
    import pandas as pd, streamlit as st

    df = pd.DataFrame({"day": ["Mon", "Tue", "Wed"], "sales": [200, 200, 200]})
    event = st.echarts_chart(
        {
            "dataset": {"source": df},
            "tooltip": {"trigger": "axis", "formatter": "<b>{b}</b>: {@sales}<br>"},
            "grid": {"left": 0, "right": 0, "top": 0, "bottom": 0},
            "xAxis": {"type": "category", "show": False},
            "yAxis": {"show": False, "max": 200},
            "brush": {"xAxisIndex": "all", "toolbox": ["lineX", "clear"]},
            "toolbox": {"left": 0},
            "series": [{"type": "bar", "selectedMode": "multiple", "barWidth": "80%"}],
            "animation": False,
        },
        key="chart",
        on_select="rerun",
        alt="Sales by day",
    )
    rows = [row for group in event.selection.selected for row in group["data_indices"]]
    st.text(f"rows={rows} areas={len(event.selection.areas)}")
    st.button("Again")
    """
COLOR = """(host, [x, y]) => {
    const source = host.querySelector("canvas");
    const canvas = new OffscreenCanvas(1, 1);
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(source, -Math.floor(x * source.width), -Math.floor(y * source.height));
    return [...pen.getImageData(0, 0, 1, 1).data].join();
}"""


def chart_of(page: Page, place: int = 0) -> Locator:
    return page.get_by_test_id("stEChartsChart").nth(place)


def drawn(page: Page, place: int = 0) -> Locator:
    chart = chart_of(page, place)
    expect(chart).not_to_have_attribute("aria-busy", "true")
    expect(chart.locator("canvas, svg[width]").first).to_be_visible()
    return chart


def box_of(chart: Locator) -> FloatRect:
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    return box


def at(chart: Locator, x: float, y: float) -> tuple[float, float]:
    box = box_of(chart)
    return box["x"] + box["width"] * x, box["y"] + box["height"] * y


def color_at(chart: Locator, x: float, y: float) -> str:
    return str(chart.locator(".st-chart-host").evaluate(COLOR, [x, y]))


def take_tool(chart: Locator, place: int = 0) -> None:
    """Press a tool of the toolbox at the left."""
    box = box_of(chart)
    chart.page.mouse.click(box["x"] + 22 + 23 * place, box["y"] + 23)


def drag(chart: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from a place to another, in shares of the chart."""
    mouse = chart.page.mouse
    mouse.move(*at(chart, *start))
    mouse.down()
    mouse.move(*at(chart, *end), steps=5)
    mouse.up()
