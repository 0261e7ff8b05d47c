"""Charts in Vega-Lite and of Altair, under the page's policy: nothing may complain."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled, shifted, watch_shifts

APP = """
    import altair as alt
    import pandas as pd
    import streamlit as st

    more = st.button("More")
    rows = st.session_state.setdefault("rows", 4)
    if more:
        rows = st.session_state.rows = rows + 1
    table = pd.DataFrame({
        "a": range(1, rows + 1),
        "b": [(n * 7) % 5 for n in range(rows)],
        "c": ["u" if n % 2 else "v" for n in range(rows)],
        "t": pd.date_range("2024-01-01", periods=rows),
    })
    base = alt.Chart(table).mark_circle(size=400).encode(x="a:Q", y="b:Q").properties(height=200)
    brush = alt.selection_interval(name="brush", encodings=["x"])
    event = st.altair_chart(
        base.mark_bar().encode(x="t:T").add_params(brush),
        key="brushed", on_select="rerun", alt="Brushed",
    )
    st.text(f"brush {event.selection.brush}")
    at = alt.selection_point(fields=["c"])
    color = alt.condition(at, "c:N", alt.value("grey"))
    event = st.altair_chart(
        base.encode(color=color).add_params(at), key="picked", on_select="rerun", alt="Picked"
    )
    st.text(f"points {event.selection.param_1}")
    st.altair_chart(base.interactive(), key="zoomed", alt="Zoomed")
    st.text("The end")
    """

KINDS = """
    import altair as alt
    import pandas as pd
    import streamlit as st

    table = pd.DataFrame({"a": [1, 2, 3], "b": [2, 4, 3], "c": ["u", "v", "u"]})
    bars = alt.Chart(table).mark_bar().encode(x="a:O", y="b:Q", color="c:N")
    st.altair_chart(bars + bars.mark_rule(), alt="Layered")
    st.altair_chart(bars.facet("c:N"), alt="Faceted")
    st.altair_chart(bars | bars.mark_line(), alt="Beside")
    st.altair_chart(bars & bars.mark_area(), alt="Above")
    st.altair_chart(bars.properties(height=100).repeat(row=["a", "b"]), alt="Repeated")
    st.vega_lite_chart(
        table,
        {
            "params": [{"name": "most", "value": 4, "bind": {"input": "range", "max": 4}}],
            "transform": [{"filter": "datum.b <= most"}],
            "mark": {"type": "bar", "tooltip": True},
            "encoding": {
                "x": {"field": "a", "type": "ordinal"}, "y": {"field": "b", "type": "quantitative"}
            },
        },
        alt="Bound",
    )
    st.text("The end")
    """

WRONG = """
    import streamlit as st

    table = {"a": [1, 2], "b": [3, 4]}
    x = {"x": {"field": "a", "type": "quantitative"}}
    st.vega_lite_chart(table, {"mark": "bar", "encoding": {"x": {"field": "z"}}})
    st.vega_lite_chart(table, {"mark": "column", "encoding": x})
    calculated = [{"calculate": "datum.a +* 2", "as": "q"}]
    st.vega_lite_chart(table, {"mark": "bar", "transform": calculated, "encoding": x})
    st.vega_lite_chart({"mark": "bar", "data": {"url": "https://example.com/x.csv"}})
    st.vega_lite_chart({"a": []}, {"mark": "bar", "encoding": x})
    st.vega_lite_chart(table, {"mark": "bar", "encoding": x}, alt="Well")
    """

MANY = """
    import altair as alt
    import numpy as np
    import pandas as pd
    import streamlit as st

    random = np.random.default_rng(0)
    table = pd.DataFrame(random.standard_normal((100_000, 2)), columns=["x", "y"])
    st.altair_chart(alt.Chart(table).mark_circle(size=8).encode(x="x", y="y"))
    st.text("The end")
    """


def chart(page: Page, name: str) -> Locator:
    return page.get_by_role("figure", name=name, exact=True)


def drawn(page: Page, name: str) -> Locator:
    """Wait for a chart, whose library comes after the page."""
    expect(chart(page, name).locator("svg.marks, canvas.marks")).to_be_visible(timeout=30_000)
    return chart(page, name)


def text(page: Page, start: str) -> str:
    return page.get_by_text(re.compile(f"^{start} ")).inner_text()


def drag(page: Page, box: Locator, start: float, end: float) -> None:
    """Drag over a chart, from one share of its width to another."""
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place
    y = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + start * place["width"], y)
    page.mouse.down()
    page.mouse.move(place["x"] + end * place["width"], y, steps=5)
    page.mouse.up()


def pick(page: Page, place: int) -> None:
    chart(page, "Picked").locator(".mark-symbol.role-mark path").nth(place).click(force=True)


def has_brush(page: Page) -> None:
    """Wait until the range is drawn that is selected."""
    brush = drawn(page, "Brushed").locator(".brush_brush path").first
    expect(brush).to_have_attribute("d", re.compile(r"^M[\d.]+,0h\d\d"))


def gone(page: Page) -> float:
    """Return where the first number stands below the chart that can be zoomed."""
    first = chart(page, "Zoomed").locator(".role-axis-label text").first.text_content()
    return float((first or "").replace("\N{MINUS SIGN}", "-"))


def prepare(page: Page) -> None:
    load_axe(page)
    watch_shifts(page)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_z03_z04_what_is_selected_is_there_again(  # noqa: PLR0915  (one visit)
    serve: Serve, visit: Visit, zone: str
) -> None:
    server = serve(APP)
    page = visit(server.url, timezone_id=zone, viewport={"width": 1000, "height": 1200})
    for name in ("Brushed", "Picked", "Zoomed"):
        drawn(page, name)
    expect(page.get_by_text("brush {}")).to_be_visible()
    drag(page, chart(page, "Brushed"), 0.3, 0.6)
    expect(page.get_by_text("brush {'t': [")).to_be_visible()
    brush = text(page, "brush")
    low, high = (int(each) for each in re.findall(r"\d{13}", brush))
    day = 86_400_000
    start = 1_704_067_200_000
    assert start < low < high < start + 3 * day
    pick(page, 1)
    expect(page.get_by_text("points [{'c': 'u'}]")).to_be_visible()
    drag(page, chart(page, "Zoomed"), 0.5, 0.3)
    page.get_by_role("button", name="More").click()
    settled(page)
    assert (text(page, "brush"), text(page, "points")) == (brush, "points [{'c': 'u'}]")
    expect(chart(page, "Picked").locator(".mark-symbol.role-mark path")).to_have_count(5)
    has_brush(page)
    page.reload()
    settled(page)
    has_brush(page)
    drawn(page, "Picked")
    assert (text(page, "brush"), text(page, "points")) == (brush, "points [{'c': 'u'}]")
    grey = chart(page, "Picked").locator('.mark-symbol.role-mark path[fill="grey"]')
    expect(grey).to_have_count(3)
    page.emulate_media(color_scheme="dark")
    has_brush(page)
    expect(grey).to_have_count(3)
    page.set_viewport_size({"width": 700, "height": 1200})
    has_brush(page)
    assert (text(page, "brush"), text(page, "points")) == (brush, "points [{'c': 'u'}]")
    chart(page, "Brushed").dblclick()
    expect(page.get_by_text("brush {}")).to_be_visible()
    chart(page, "Picked").hover()
    chart(page, "Picked").get_by_role("button", name="Clear selection").click()
    expect(page.get_by_text("points {}")).to_be_visible()
    expect(grey).to_have_count(0)


def test_z04_what_is_selected_outlives_the_server(serve: Serve, visit: Visit) -> None:
    server = serve(APP)
    page = visit(
        server.url, but="WebSocket|ERR_CONNECTION", viewport={"width": 1000, "height": 900}
    )
    drawn(page, "Picked")
    pick(page, 0)
    expect(page.get_by_text("points [{'c': 'v'}]")).to_be_visible()
    server.kill()
    pick(page, 1)
    server.start()
    expect(page.get_by_text("points [{'c': 'u'}]")).to_be_visible(timeout=30_000)
    page.reload()
    settled(page)
    expect(page.get_by_text("points [{'c': 'u'}]")).to_be_visible()


def test_z04_what_was_selected_just_before_a_reload_stays(serve: Serve, visit: Visit) -> None:
    page = visit(serve(APP).url, viewport={"width": 1000, "height": 1200})
    for name in ("Brushed", "Picked", "Zoomed"):
        drawn(page, name)
    at_first = gone(page)
    drag(page, chart(page, "Brushed"), 0.3, 0.6)
    page.reload()
    settled(page)
    expect(page.get_by_text("brush {'t': [")).to_be_visible()
    drawn(page, "Zoomed")
    drag(page, chart(page, "Zoomed"), 0.7, 0.3)
    page.reload()
    settled(page)
    drawn(page, "Zoomed")
    assert gone(page) != at_first


def test_z04_what_a_click_selects_is_told_before_the_page_can_go(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(APP).url, viewport={"width": 1000, "height": 1200})
    drawn(page, "Picked")
    pick(page, 1)
    page.reload()
    settled(page)
    expect(page.get_by_text("points [{'c': 'u'}]")).to_be_visible()


def test_z07_the_keyboard_goes_through_marks_selects_and_zooms(  # noqa: PLR0915  (one visit)
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(APP).url, before=prepare, viewport={"width": 1000, "height": 1200})
    for name in ("Brushed", "Picked", "Zoomed"):
        drawn(page, name)
    picked = chart(page, "Picked")
    picked.locator(".st-vega-host").focus()
    page.keyboard.press("ArrowRight")
    status = picked.get_by_role("status")
    expect(status).to_have_text("a: 1, b: 0, c: v (1 of 4)")
    expect(page.locator(".st-vega-tooltip:popover-open")).to_have_text("a1b0cv")
    ring, first = (
        each.bounding_box()
        for each in (
            picked.locator(".st-vega-ring"),
            picked.locator(".mark-symbol.role-mark path").first,
        )
    )
    assert ring
    assert first
    assert abs(ring["x"] + ring["width"] / 2 - first["x"] - first["width"] / 2) < 2
    assert abs(ring["y"] + ring["height"] / 2 - first["y"] - first["height"] / 2) < 2
    page.keyboard.press("ArrowRight")
    expect(status).to_have_text("a: 2, b: 2, c: u (2 of 4)")
    page.keyboard.press("Enter")
    expect(page.get_by_text("points [{'c': 'u'}]")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_text("points [{'c': 'u'}, {'c': 'v'}]")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_text("points {}")).to_be_visible()
    expect(picked.locator(".st-vega-ring")).to_have_count(0)
    point = chart(page, "Zoomed").locator(".mark-symbol.role-mark path").nth(2)
    at_first = point.get_attribute("transform") or ""
    chart(page, "Zoomed").locator(".st-vega-host").focus()
    page.keyboard.press("+")
    expect(point).not_to_have_attribute("transform", at_first)
    closer = point.get_attribute("transform") or ""
    page.keyboard.press("Shift+ArrowLeft")
    expect(point).not_to_have_attribute("transform", closer)
    page.keyboard.press("0")
    expect(point).to_have_attribute("transform", at_first)


def test_z04_where_a_chart_is_zoomed_to_is_kept(serve: Serve, visit: Visit) -> None:
    page = visit(serve(APP).url, viewport={"width": 1000, "height": 1200})
    drawn(page, "Zoomed")
    at_first = gone(page)
    drag(page, chart(page, "Zoomed"), 0.7, 0.3)
    there = gone(page)
    assert there != at_first
    page.get_by_role("button", name="More").click()
    expect(chart(page, "Picked").locator(".mark-symbol.role-mark path")).to_have_count(5)
    assert gone(page) == there
    page.emulate_media(color_scheme="dark")
    page.reload()
    settled(page)
    drawn(page, "Zoomed")
    assert gone(page) == there


@pytest.mark.parametrize("screen", list(SCREENS))
def test_z01_z05_nothing_moves_nothing_complains(serve: Serve, visit: Visit, screen: str) -> None:
    page = visit(serve(KINDS).url, before=prepare, viewport=SCREENS[screen])
    for name in ("Layered", "Faceted", "Beside", "Above", "Repeated", "Bound"):
        drawn(page, name)
    assert shifted(page) < 0.001
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(drawn(page, "Layered").locator("text").first).to_have_css("fill", "rgb(163, 175, 191)")
    assert violations(page) == []


def test_z01_a_chart_has_inputs_and_says_what_is_under_the_pointer(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(KINDS).url)
    bound = drawn(page, "Bound")
    bars = bound.locator(".mark-rect.role-mark path")
    expect(bars).to_have_count(3)
    bars.first.hover()
    expect(page.locator(".st-vega-tooltip:popover-open")).to_have_text("a1b2")
    bound.get_by_role("slider").fill("3")
    expect(bars).to_have_count(2)
    page.emulate_media(color_scheme="dark")
    expect(bound.get_by_role("slider")).to_have_value("3")
    expect(bars).to_have_count(2)


def test_z05_new_rows_come_into_the_picture_that_is_there(serve: Serve, visit: Visit) -> None:
    page = visit(serve(APP).url)
    drawn(page, "Picked")
    page.evaluate("document.querySelectorAll('svg.marks').forEach((each) => (each.id = 'mine'))")
    page.get_by_role("button", name="More").click()
    expect(chart(page, "Picked").locator(".mark-symbol.role-mark path")).to_have_count(5)
    expect(page.locator("svg.marks#mine")).to_have_count(3)


def test_z06_what_is_wrong_is_said_and_the_rest_stands(serve: Serve, visit: Visit) -> None:
    page = visit(serve(WRONG).url, before=load_axe)
    drawn(page, "Well")
    alerts = page.get_by_role("alert")
    expect(alerts).to_have_count(5)
    for alert, words in zip(
        alerts.all(),
        [
            'no field "z" in the data: it has "a", "b"',
            'no mark "column"',
            'Unexpected token * in "datum.a +* 2"',
            "https://example.com/x.csv are not loaded",
            "the table is empty",
        ],
        strict=True,
    ):
        expect(alert).to_contain_text(words)
    assert violations(page) == []


def test_z01_no_text_is_taken_for_what_all_objects_inherit_from(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
            import altair as alt
            import pandas as pd
            import streamlit as st

            table = pd.DataFrame({"k": ["__proto__", "a", "__proto__", "b"], "v": [1, 2, 3, 3]})
            base = alt.Chart(table).encode(x="v:Q", color="k:N")
            st.altair_chart(base.mark_area().encode(y="sum(v):Q"), alt="Stacked")
            ranked = base.transform_window(rank="rank()", groupby=["k"])
            st.altair_chart(ranked.mark_point().encode(y="rank:Q"), alt="Ranked")
            """).url
    )
    drawn(page, "Stacked")
    expect(drawn(page, "Ranked").locator(".mark-symbol.role-mark path")).to_have_count(4)
    assert page.evaluate("Object.keys(Object.prototype)") == []


def test_z02_a_hundred_thousand_points_are_drawn_on_a_canvas(serve: Serve, visit: Visit) -> None:
    page = visit(serve(MANY).url, before=prepare, within=30_000)
    expect(page.locator("canvas.marks")).to_be_visible(timeout=30_000)
    assert shifted(page) < 0.001
    page.locator(".st-vega-host").focus()
    page.keyboard.press("End")
    status = page.get_by_test_id("stVegaLiteChart").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^x: .* \(100000 of 100000\)$"))


def test_a_chart_is_enlarged_saved_and_read_as_a_table(
    serve: Serve, visit: Visit, tmp_path: Path
) -> None:
    page = visit(serve(KINDS).url)
    layered = drawn(page, "Layered")
    layered.hover()
    with page.expect_download() as download:
        layered.get_by_role("button", name="Download as PNG").click()
    assert download.value.suggested_filename == "layered.png"
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"
    layered.get_by_role("button", name="Fullscreen").click()
    large = page.get_by_role("dialog").locator("svg.marks")
    expect(large).to_have_attribute("width", re.compile(r"1[12]\d\d"))
    page.keyboard.press("Escape")
    expect(layered.locator("svg.marks")).to_have_attribute("width", "704")
    layered.hover()
    layered.get_by_role("button", name="Show data").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
