"""Figures of Plotly, drawn by its own builds under the page's policy: nothing may complain."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled, shifted, watch_shifts

APP = """
    import streamlit as st

    def note():
        chosen = st.session_state.bars.selection.point_indices
        st.session_state.setdefault("calls", []).append(chosen)

    st.button("Again")
    height = 3 if st.toggle("Higher") else 1
    event = st.plotly_chart(
        {
            "data": [
                {"type": "bar", "x": ["p", "q", "r"], "y": [3, height, 2], "name": "one"},
                {"type": "bar", "x": ["p", "q", "r"], "y": [1, 2, 3], "name": "two"},
            ],
            "layout": {"title": {"text": "<b>Bars</b>"}},
        },
        key="bars",
        on_select=note,
        # Two clicks on two bars are none on the ground, however fast they come.
        config={"doubleClickDelay": 150},
    )
    st.text(f"points {[(p.curve_number, p.x) for p in event.selection.points]}")
    st.text(f"boxes {len(event.selection.box)}")
    st.text(f"calls {len(st.session_state.get('calls', []))}")
    """

ALONE = """
    import streamlit as st

    st.plotly_chart([{"type": "bar", "x": ["p", "q"], "y": [3, 2]}])
    st.text("below")
    """

BUILDS = """
    import numpy as np
    import streamlit as st

    kind = st.radio("Kind", ["none", "pie", "heatmap", "surface", "map", "wrong"])
    z = np.arange(12.0).reshape(3, 4)
    data = {
        "pie": {"type": "pie", "labels": ["a", "b"], "values": [1, 2]},
        "heatmap": {"type": "heatmap", "z": z},
        "surface": {"type": "surface", "z": z},
        "map": {"type": "scattermap", "lat": [1], "lon": [1]},
        "wrong": {"type": "scatter", "x": [1, 2], "y": [1, 2]},
    }
    if kind != "none":
        layout = {"xaxis": {"domain": [0, 1], "tickvals": 5, "range": "no"}}
        st.plotly_chart({"data": [data[kind]], "layout": layout if kind == "wrong" else {}})
    st.text(f"after {kind}")
    """

MANY = """
    import numpy as np
    import streamlit as st

    n = 1_000_000
    x = np.arange(n)
    fall = st.toggle("Fall")
    y = np.sin(x / 50_000) * (-1 if fall else 1)
    st.button("Again")
    st.plotly_chart([{"type": "scattergl", "mode": "markers", "x": x, "y": y, "name": "wave"}])
    """


DRIVER = "WebGL|GPU|Canvas2D"
"""What browsers say of what Plotly does with pictures; it is none of ours."""


def chart(page: Page) -> Locator:
    return page.get_by_test_id("stPlotlyChart")


def drawn(page: Page) -> Locator:
    """Wait for the chart, whose library comes after the page."""
    expect(chart(page)).not_to_have_attribute("aria-busy", "true", timeout=30_000)
    expect(chart(page).locator(".main-svg").first).to_be_attached()
    return chart(page)


def of_plotly(page: Page, expression: str) -> Any:
    """Return what Plotly itself says of what it shows: `gd` is the figure."""
    return chart(page).evaluate(
        f"(box) => {{ const gd = box.querySelector('.js-plotly-plot'); return {expression}; }}"
    )


def becomes(page: Page, condition: str) -> None:
    """Wait until Plotly says so."""
    page.wait_for_function(
        f"() => {{ const gd = document.querySelector('.js-plotly-plot'); return {condition}; }}"
    )


def press_bar(page: Page, place: int) -> None:
    box = chart(page).locator(".point").nth(place).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag over the chart, from one share of its width and height to another."""
    box = chart(page).locator(".nsewdrag").first.bounding_box()
    assert box
    for x, y in (start, end):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
        if (x, y) == start:
            page.mouse.down()
    page.mouse.up()


@pytest.fixture
def bars(serve: Serve, visit: Visit) -> Page:
    page = visit(serve(APP).url, before=load_axe)
    drawn(page)
    return page


def test_a05_what_is_selected_is_told_and_stays_over_reruns_and_a_refresh(bars: Page) -> None:
    press_bar(bars, 1)
    expect(bars.get_by_text("points [(0, 'q')]")).to_be_visible()
    settled(bars)
    bars.wait_for_timeout(200)
    bars.keyboard.down("Shift")
    press_bar(bars, 5)
    bars.keyboard.up("Shift")
    expect(bars.get_by_text("points [(0, 'q'), (1, 'r')]")).to_be_visible()
    expect(bars.get_by_text("calls 2")).to_be_visible()
    bars.get_by_text("Higher", exact=True).click()
    settled(bars)
    assert of_plotly(bars, "gd.data.map((each) => [...each.selectedpoints])") == [[1], [2]]
    bars.reload()
    drawn(bars)
    assert of_plotly(bars, "gd.data.map((each) => [...each.selectedpoints])") == [[1], [2]]
    expect(bars.get_by_text("calls 2")).to_be_visible()
    chart(bars).hover()
    chart(bars).get_by_role("button", name="Clear selection").click()
    expect(bars.get_by_text("points []")).to_be_visible()
    expect(bars.get_by_text("calls 3")).to_be_visible()
    assert of_plotly(bars, "gd.data[0].selectedpoints ?? null") is None


def test_a05_a_box_is_drawn_again_and_a_double_click_clears_it(bars: Page) -> None:
    chart(bars).hover()
    chart(bars).get_by_role("button", name="Box Select").click()
    drag(bars, (0.4, 0.05), (0.95, 0.95))
    expect(bars.get_by_text("boxes 1")).to_be_visible()
    bars.reload()
    drawn(bars)
    expect(chart(bars).locator(".selectionlayer path, .select-outline").first).to_be_attached()
    box = chart(bars).locator(".nsewdrag").first.bounding_box()
    assert box
    bars.mouse.dblclick(box["x"] + 5, box["y"] + 5)
    expect(bars.get_by_text("boxes 0")).to_be_visible()


def test_a05_a_click_after_a_box_is_told_once_and_the_box_is_gone(bars: Page) -> None:
    chart(bars).hover()
    chart(bars).get_by_role("button", name="Box Select").click()
    drag(bars, (0.4, 0.05), (0.95, 0.95))
    expect(bars.get_by_text("calls 1")).to_be_visible()
    chart(bars).hover()
    chart(bars).get_by_role("button", name="Pan:").click()
    press_bar(bars, 0)
    expect(bars.get_by_text("points [(0, 'p')]")).to_be_visible()
    becomes(bars, "!gd.layout.selections?.length")
    settled(bars)
    expect(bars.get_by_text("points [(0, 'p')]")).to_be_visible()
    expect(bars.get_by_text("calls 2")).to_be_visible()


def test_a04_what_was_zoomed_and_hidden_stays_over_reruns_and_themes(bars: Page) -> None:
    chart(bars).hover()
    chart(bars).get_by_role("button", name="Zoom in").click()
    entry = chart(bars).get_by_role("button", name="two", exact=True)
    expect(entry).to_have_attribute("aria-pressed", "true")
    before = of_plotly(bars, "gd.layout.xaxis.range")
    entry.press("Enter")
    expect(entry).to_have_attribute("aria-pressed", "false")
    bars.get_by_text("Higher", exact=True).click()
    settled(bars)
    becomes(bars, "gd.data[0].y[1] === 3")
    text = "getComputedStyle(gd.querySelector('.xtick text')).fill"
    light = of_plotly(bars, text)
    bars.emulate_media(color_scheme="dark")
    becomes(bars, f"{text} !== '{light}'")
    assert of_plotly(bars, "gd.layout.xaxis.range") == before
    assert of_plotly(bars, "gd.data[1].visible") == "legendonly"


def test_a07_keys_go_through_the_points_and_select_them(bars: Page) -> None:
    figure = drawn(bars)
    figure.get_by_role("application").focus()
    said = figure.get_by_role("status")
    for key, words in [
        ("ArrowRight", "one, (p, 3) (1 of 3)"),
        ("ArrowDown", "two, (p, 1) (1 of 3)"),
        ("End", "two, (r, 3) (3 of 3)"),
    ]:
        bars.keyboard.press(key)
        expect(said).to_have_text(words)
    # One that comes before Plotly points there counts, too.
    bars.keyboard.press("ArrowLeft")
    bars.keyboard.press("Enter")
    expect(bars.get_by_text("points [(1, 'q')]")).to_be_visible()
    expect(said).to_have_text("two, (q, 2) (2 of 3)")
    assert of_plotly(bars, "gd.data.map((each) => [...each.selectedpoints])") == [[], [1]]
    bars.keyboard.press("Escape")
    expect(bars.get_by_text("points []")).to_be_visible()
    expect(figure.locator(".hovertext")).to_have_count(0)
    entry = figure.get_by_role("button", name="one", exact=True)
    entry.press("Enter")
    expect(entry).to_have_attribute("aria-pressed", "false")
    figure.get_by_role("application").focus()
    bars.keyboard.press("Home")
    expect(said).to_have_text("two, (p, 1) (1 of 3)")
    expect(bars.get_by_text("calls 2")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a07_it_has_a_name_a_table_and_nothing_that_axe_finds(bars: Page, theme: str) -> None:
    bars.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    figure = bars.get_by_role("figure", name="Bars (bar chart: one, two)")
    expect(figure).to_be_visible()
    assert violations(bars) == []
    figure.hover()
    figure.get_by_role("button", name="Show data").click()
    expect(figure.get_by_role("row").nth(1)).to_have_text("onep3")
    figure.get_by_role("button", name="Show chart").click()
    expect(figure.locator(".main-svg").first).to_be_visible()


def test_a08_it_is_as_large_from_the_first_moment_as_it_stays(serve: Serve, visit: Visit) -> None:
    page = visit(serve(ALONE).url, before=watch_shifts)
    drawn(page)
    expect(page.get_by_text("below")).to_be_visible()
    assert shifted(page) == 0
    assert of_plotly(page, "gd.clientWidth === gd._fullLayout.width")
    page.set_viewport_size({"width": 390, "height": 800})
    becomes(page, "gd.clientWidth < 390 && gd._fullLayout.width === gd.clientWidth")


def test_a02_the_smallest_build_that_draws_it_is_loaded(serve: Serve, visit: Visit) -> None:
    names: list[str] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))

    page = visit(serve(BUILDS).url, before=watch, but=DRIVER)
    settled(page)
    assert not any("plotly-" in name for name in names)
    for kind, build in (("pie", "basic"), ("heatmap", "cartesian"), ("surface", "strict")):
        assert f"plotly-{build}.min.js" not in names
        page.get_by_text(kind, exact=True).click()
        expect(page.get_by_text(f"after {kind}")).to_be_visible()
        becomes(page, f"gd?.data[0].type === '{kind}'")
        assert f"plotly-{build}.min.js" in names


def test_a09_what_cannot_be_drawn_says_why_and_the_page_stands(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BUILDS).url, but="WARN")
    page.get_by_text("map", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("scattermap lies on a map of the web")
    expect(page.get_by_text("after map")).to_be_visible()
    page.get_by_text("pie", exact=True).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    drawn(page)


def test_a03_a_million_points_come_as_bytes_and_once(serve: Serve, visit: Visit) -> None:
    files: list[str] = []

    def watch(page: Page) -> None:
        def note(request: Request) -> None:
            if "/media/" in request.url:
                files.append(request.url)

        page.on("request", note)

    # To draw them takes a browser without a graphics card its time.
    page = visit(serve(MANY).url, before=watch, but=DRIVER, waits=False)
    settled(page, within=30_000)
    drawn(page)
    assert of_plotly(page, "[gd.data[0].x.constructor.name, gd.data[0].y.length]") == [
        "Int32Array",
        1_000_000,
    ]
    assert len(files) == 2
    for _ in range(2):
        page.get_by_role("button", name="Again", exact=True).click()
        settled(page)
    assert len(files) == 2
    page.get_by_text("Fall", exact=True).click()
    becomes(page, "gd.data[0].y[50000] < 0")
    assert len(files) == 3
