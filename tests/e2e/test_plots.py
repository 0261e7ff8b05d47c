"""Charts of tables, which only a browser can draw, under the page's policy."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled, shifted, watch_shifts

APP = """
    import streamlit as st

    days = {"day": ["Mo", "Tu", "We"], "paid": [1, 2, 3], "free": [5, 4, 1234]}
    st.line_chart(days, x="day", alt="Lines")
    st.area_chart(days, x="day", stack=True, alt="Areas")
    st.bar_chart(days, x="day", alt="Bars")
    st.scatter_chart(days, x="paid", y="free", size="paid", color="free", alt="Points")
    st.line_chart([], alt="Nothing")
    st.text("below")
    """

NAMES = ["Lines", "Areas", "Bars", "Points"]

INK = """(host) => {
    const drawn = host.querySelector("canvas");
    const { width, height } = drawn;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(drawn, 0, 0);
    const data = copy.getImageData(0, 0, width, height);
    const colors = new Map();
    for (let at = 0; at < data.data.length; at += 4)
        if (data.data[at + 3] === 255) {
            const color = data.data.slice(at, at + 3).join();
            colors.set(color, (colors.get(color) ?? 0) + 1);
        }
    return Object.fromEntries(colors);
}"""

SECOND = {"light": "209,87,10", "dark": "255,154,74"}


def host(page: Page, name: str) -> Locator:
    return page.get_by_role("application", name=name)


def ink(page: Page, name: str) -> dict[str, int]:
    """Return how many pixels have each color."""
    found: dict[str, int] = host(page, name).evaluate(INK)
    return found


def test_q01_charts_are_drawn_without_a_shift_or_a_breach_of_the_policy(
    serve: Serve, visit: Visit
) -> None:
    said: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda message: said.append(message.text))
        watch_shifts(page)
        load_axe(page)

    page = visit(serve(APP).url, before=watch)
    for name in NAMES:
        expect(host(page, name).locator("canvas")).to_be_visible()
        assert ink(page, name), name
    expect(page.get_by_text("There is no data to draw")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(5)
    settled(page)
    assert shifted(page) == 0
    assert [each for each in said if "Security" in each or "rror" in each] == []
    assert violations(page) == []


def test_q07_a_tooltip_tells_all_values_of_a_place(serve: Serve, visit: Visit) -> None:
    page = visit(serve(APP).url)
    chart = host(page, "Bars")
    expect(chart.locator("canvas")).to_be_visible()
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.85, box["y"] + 150)
    tip = chart.locator(".st-plot-tooltip")
    expect(tip).to_contain_text("We")
    expect(tip.locator("dt")).to_have_text(["paid", "free"])
    expect(tip.locator("dd")).to_have_text(["3", "1,234"])


def test_q08_the_legend_hides_a_series_by_keyboard_and_a_rerun_keeps_that(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(APP.replace('st.text("below")', 'st.button("again")')).url)
    legend = page.get_by_role("group", name="Series of Lines")
    free = legend.get_by_role("button", name="free")
    expect(free).to_have_attribute("aria-pressed", "true")
    expect(host(page, "Lines").locator("canvas")).to_be_visible()
    before = ink(page, "Lines")
    free.focus()
    page.keyboard.press("Enter")
    expect(free).to_have_attribute("aria-pressed", "false")
    page.wait_for_timeout(100)
    assert SECOND["light"] in before
    assert SECOND["light"] not in ink(page, "Lines")
    page.get_by_role("button", name="again").click()
    expect(free).to_have_attribute("aria-pressed", "false")
    free.click(modifiers=["Control"])
    expect(free).to_have_attribute("aria-pressed", "true")
    expect(legend.get_by_role("button", name="paid")).to_have_attribute("aria-pressed", "false")


LARGE = """
    import numpy as np, pandas as pd, streamlit as st

    heights = np.sin(np.arange(400_000) / 50)
    heights[123_456] = 40
    st.line_chart(pd.DataFrame({"v": heights}), alt="Many")
    """


def test_q06_keys_zoom_and_finer_points_come(serve: Serve, visit: Visit) -> None:
    asked: list[str] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: asked.append(request.url))

    page = visit(serve(LARGE).url, before=watch)
    chart = host(page, "Many")
    expect(chart.locator("canvas")).to_be_visible()
    assert not [url for url in asked if "/points?" in url]
    reset = page.get_by_role("button", name="Reset zoom")
    expect(reset).to_have_count(0)
    whole = ink(page, "Many")
    chart.focus()
    with page.expect_response(re.compile("/points[?]kind=line")) as answer:
        page.keyboard.press("+")
        page.keyboard.press("+")
    assert answer.value.ok
    expect(reset).to_be_visible()
    assert ink(page, "Many") != whole
    page.keyboard.press("0")
    expect(reset).to_have_count(0)
    page.wait_for_timeout(300)
    assert ink(page, "Many") == whole


def test_q06_a_wheel_scrolls_the_page_until_the_chart_has_the_focus(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(APP).url)
    chart = host(page, "Lines")
    expect(chart.locator("canvas")).to_be_visible()
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 150)
    page.mouse.wheel(0, 200)
    main = "document.querySelector('[data-testid=stMain]')"
    page.wait_for_function(f"() => ({main}.scrollTop || scrollY) > 0")
    expect(page.get_by_role("button", name="Reset zoom")).to_have_count(0)
    chart.focus()
    page.wait_for_timeout(100)
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 150)
    page.mouse.wheel(0, -300)
    expect(page.get_by_role("button", name="Reset zoom")).to_be_visible()


LIVE = """
    import streamlit as st

    @st.fragment(run_every=0.1)
    def live():
        values = st.session_state.setdefault("values", [0, 1])
        values.append(values[-1] + 1)
        st.line_chart({"v": values[-50:], "w": [1] * len(values[-50:])}, alt="Live")
        st.text(f"{len(values)} values")

    live()
    """


def test_q09_a_live_chart_is_changed_and_never_made_anew(serve: Serve, visit: Visit) -> None:
    page = visit(serve(LIVE).url)
    chart = host(page, "Live")
    expect(chart.locator("canvas")).to_be_visible()
    chart.evaluate("(host) => { window.first = host.querySelector('canvas'); }")
    before = ink(page, "Live")
    expect(page.get_by_text(re.compile("^[34][0-9] values"))).to_be_visible(timeout=20_000)
    assert page.evaluate("window.first.isConnected")
    assert ink(page, "Live") != before


@pytest.mark.parametrize(("theme", "other"), [("light", "dark"), ("dark", "light")])
def test_q10_a_chart_follows_the_theme(serve: Serve, visit: Visit, theme: str, other: str) -> None:
    page = visit(
        serve(APP).url,
        before=lambda page: page.emulate_media(color_scheme=theme),  # type: ignore[arg-type]
    )
    expect(host(page, "Bars").locator("canvas")).to_be_visible()
    assert SECOND[theme] in ink(page, "Bars")
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    page.wait_for_timeout(300)
    found = ink(page, "Bars")
    assert SECOND[other] in found
    assert SECOND[theme] not in found
    host(page, "Bars").focus()
    page.keyboard.press("+")
    reset = page.get_by_role("button", name="Reset zoom")
    expect(reset).to_be_visible()
    zoomed = ink(page, "Bars")
    for scheme in (theme, other):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_timeout(300)
    expect(reset).to_be_visible()
    assert ink(page, "Bars") == zoomed


def test_q10_the_data_behind_a_chart_is_a_table(serve: Serve, visit: Visit) -> None:
    page = visit(serve(APP).url)
    expect(host(page, "Lines").locator("canvas")).to_be_visible()
    page.get_by_role("button", name="Show data: Lines").focus()
    page.keyboard.press("Enter")
    box = page.get_by_test_id("data-grid-canvas").bounding_box()
    assert box
    assert box["height"] > 100
    expect(page.locator("[role=grid]")).to_have_attribute("aria-rowcount", "4")
    page.get_by_role("button", name="Show chart: Lines").click()
    expect(host(page, "Lines").locator("canvas")).to_be_visible()
