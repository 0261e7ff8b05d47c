"""Charts of ECharts in a browser, under the page's policy: what complains there fails the tests."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.echarts import BARS, at, color_at, drawn
from e2e.page import Serve, Visit, settled, shifted, shows, until, watch_shifts


def picture_of(chart: Locator) -> str:
    return str(chart.locator("canvas").first.evaluate("canvas => canvas.toDataURL()"))


def test_e06_e08_what_is_clicked_is_selected_and_outlasts_reruns_and_a_page_load(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    expect(chart).to_have_css("height", "350px")
    page.mouse.click(*at(chart, 0.5, 0.5))
    shows(page, "rows=[1] areas=0")
    page.mouse.click(*at(chart, 0.17, 0.5))
    shows(page, "rows=[0, 1] areas=0")
    page.get_by_role("button", name="Again").click()
    settled(page)
    page.reload()
    settled(page)
    shows(page, "rows=[0, 1] areas=0")
    # It is shown again: another click takes one of them back.
    page.mouse.click(*at(drawn(page), 0.5, 0.5))
    shows(page, "rows=[0] areas=0")
    page.mouse.dblclick(*at(chart, 0.83, 0.5))
    shows(page, "rows=[] areas=0")


def test_e10_keys_go_through_the_items_and_select(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BARS).url, before=load_axe)
    chart = drawn(page)
    host = chart.locator(".st-chart-host")
    expect(host).to_have_attribute("aria-label", "Sales by day")
    host.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(chart.get_by_role("status")).to_contain_text("Tue")
    page.keyboard.press("Enter")
    shows(page, "rows=[1] areas=0")
    page.keyboard.press("Escape")
    shows(page, "rows=[] areas=0")
    assert violations(page) == []


def test_e01_no_text_is_taken_for_what_all_objects_inherit_from(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
            import streamlit as st

            st.bar_chart({"x": ["__proto__", "a"], "y": [1, 2]}, x="x", y="y")
            spec = {"title": {"text": "__proto__"}, "yAxis": {}, "series": {"type": "line"}}
            st.echarts_chart({**spec, "xAxis": {"__proto__": {"gone": 1}}})
            if st.button("More"):
                st.selectbox("Which", ["a", "b"])
            """).url
    )
    drawn(page)
    assert page.evaluate("[...Object.keys(Object.prototype), ({}).gone ?? '']") == [""]
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("combobox", name="Which")).to_be_visible()


LYING = """
    import streamlit as st

    for inverse in (True, False):
        st.echarts_chart(
            {
                "xAxis": {},
                "yAxis": {"type": "category", "data": ["a", "b", "c"], "inverse": inverse},
                "series": [{"type": "bar", "data": [1, 2, 3]}],
            },
        )
    """


def test_e10_up_and_down_go_as_the_bars_of_the_only_series_lie(serve: Serve, visit: Visit) -> None:
    page = visit(serve(LYING).url)
    for place, (first, second) in enumerate([("1 of 3", "2 of 3"), ("3 of 3", "2 of 3")]):
        chart = drawn(page, place)
        chart.locator(".st-chart-host").focus()
        for words in (first, second):
            page.keyboard.press("ArrowDown")
            expect(chart.get_by_role("status")).to_contain_text(words)
        page.keyboard.press("ArrowUp")
        expect(chart.get_by_role("status")).to_contain_text(first)


def test_e11_a_chart_has_the_colours_of_the_page_and_changes_with_them(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(BARS).url, before=lambda page: page.emulate_media(color_scheme="light"))
    chart = drawn(page)
    assert color_at(chart, 0.5, 0.5) == "26,111,212,255"
    page.emulate_media(color_scheme="dark")
    until(page, lambda: color_at(chart, 0.5, 0.5) == "91,168,255,255")


ZOOMED = """
    import streamlit as st

    st.write("above")
    data = [[n, n % 7] for n in range(100)]
    spec = {"xAxis": {}, "yAxis": {}, "dataZoom": {"type": "inside"}, "animation": False}
    spec["series"] = {"type": "line", "data": data}
    st.echarts_chart(spec)
    for line in range(60):
        st.text(f"line {line}")
    """


def test_e12_the_wheel_scrolls_the_page_until_the_pointer_rests_on_the_chart(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(ZOOMED).url)
    chart = drawn(page)
    scrolled = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    picture = picture_of(chart)
    page.mouse.move(*at(chart, 0.5, 0.5))
    page.mouse.wheel(0, 40)
    until(page, lambda: page.evaluate(scrolled) > 0)
    before = page.evaluate(scrolled)
    assert picture_of(chart) == picture
    page.mouse.move(*at(chart, 0.5, 0.6))
    page.wait_for_timeout(400)
    page.mouse.wheel(0, -40)
    page.wait_for_timeout(300)
    assert page.evaluate(scrolled) == before
    assert picture_of(chart) != picture


KINDS = """
    import streamlit as st

    kind = st.query_params.get("kind")
    if kind == "pie":
        st.echarts_chart({"tooltip": {}, "series": {"type": "pie", "data": [1, 2]}})
    elif kind == "line":
        axes = {"xAxis": {}, "yAxis": {}, "tooltip": {"trigger": "axis"}}
        st.echarts_chart({**axes, "series": {"type": "line", "data": [[1, 2], [2, 3]]}})
    elif kind == "svg":
        axes = {"xAxis": {}, "yAxis": {}, "title": {"text": "T"}}
        st.echarts_chart({**axes, "series": {"type": "bar", "data": [[1, 2]]}}, renderer="svg")
    """


@pytest.mark.parametrize(
    ("kind", "files"),
    [("", set()), ("line", set()), ("pie", {"round"}), ("svg", {"legend", "svg"})],
)
def test_e13_what_a_specification_does_not_name_is_not_loaded(
    serve: Serve, visit: Visit, kind: str, files: set[str]
) -> None:
    names: set[str] = set()

    def note(page: Page) -> None:
        page.on("request", lambda one: names.add(urlsplit(one.url).path.rpartition("/")[2]))

    page = visit(f"{serve(KINDS).url}?kind={kind}", before=note)
    settled(page)
    more = {"axes", "components", "legend", "networks", "round", "svg"}
    found = {re.sub(r"\.js$", "", name) for name in names}
    assert ("echarts" in found) == bool(kind)
    assert found & more == files
    if kind:
        chart = drawn(page)
        page.mouse.move(*at(chart, 0.5, 0.5))
        page.wait_for_timeout(200)


def test_a_rerun_with_the_same_chart_draws_nothing_and_a_changed_one_stays_zoomed(
    serve: Serve, visit: Visit
) -> None:
    app = ZOOMED.replace('st.write("above")', 'n = st.number_input("N", 1, 100, 100)')
    page = visit(serve(app.replace("range(100)", "range(n)")).url)
    chart = drawn(page)
    page.evaluate("() => document.querySelector('.st-chart-host').mark = 1")
    page.mouse.move(*at(chart, 0.5, 0.5))
    page.wait_for_timeout(400)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    zoomed = picture_of(chart)
    page.keyboard.press("r")
    settled(page)
    assert picture_of(chart) == zoomed
    assert page.evaluate("() => document.querySelector('.st-chart-host').mark") == 1


def test_e14_what_cannot_be_drawn_is_said_in_its_place(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
        import streamlit as st

        st.echarts_chart({"series": [{"type": "barr"}]})
        st.echarts_chart({"xAxis": {}, "series": [{"type": "bar", "data": [1]}]})
        st.echarts_chart({"series": [{"type": "sankey", "links": [{"source": "a"}]}]})
        st.text("below")
        """).url
    )
    settled(page)
    alerts = page.get_by_role("alert")
    expect(alerts.nth(0)).to_contain_text('there is no series of the type "barr": use one of bar,')
    expect(alerts.nth(1)).to_contain_text('a series of the type "bar" needs an yAxis')
    shows(page, "below")


def test_the_data_of_a_chart_is_a_table_and_its_picture_a_file(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BARS).url)
    chart = drawn(page)
    chart.hover(position={"x": 5, "y": 5})
    with page.expect_download() as download:
        chart.get_by_role("button", name="Download as PNG").click()
    assert download.value.suggested_filename == "sales-by-day.png"
    chart.get_by_role("button", name="Show data").click()
    expect(chart.get_by_test_id("stDataFrame")).to_be_visible()


def test_nothing_moves_while_a_chart_comes(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BARS).url, before=watch_shifts)
    drawn(page)
    settled(page)
    assert shifted(page) == 0
