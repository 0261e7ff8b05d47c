"""What a first visit costs. The limits stand in `benchmarks/limits.toml`."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Page, Request

import ostinato
from benchmarks.table import limit
from e2e import tutorial
from e2e.page import Serve, Visit, shows

STATIC = Path(ostinato.__file__).parent / "static"


CALLED = """
import streamlit as st

st.button("Go")
st.text("Text")
if call := st.query_params.get("call"):
    eval(f"st.{call}")
"""
ELEMENTS = {
    'checkbox("A")': "plain",
    'toggle("A")': "plain",
    'radio("A", ["x"])': "plain",
    'number_input("A")': "plain",
    'text_input("A")': "plain",
    'text_area("A")': "plain",
    'feedback("stars")': "plain",
    "pagination(9)": "plain",
    'link_button("A", "/")': "plain",
    'date_input("A")': "date",
    'time_input("A")': "date",
    'datetime_input("A")': "date",
    'selectbox("A", ["x"])': "select",
    'multiselect("A", ["x"])': "select",
    'dataframe({"a": [1]})': "table",
    'vega_lite_chart({"mark": "bar", "data": {"values": [{"a": 1}]}})': "vega",
    "line_chart([1, 2])": "plot",
    "bar_chart([1, 2])": "plot",
    'plotly_chart([{"y": [1]}])': "plotly",
    'echarts_chart({"xAxis": {}, "yAxis": {}, "series": {"type": "bar", "data": [1]}})': (
        "echarts_chart"
    ),
}


def test_a_first_load_is_small(serve: Serve, visit: Visit) -> None:
    requests: list[Request] = []
    page = visit(serve(tutorial.SCRIPTS["counter"]).url, before=into(requests))
    shows(page, "Count = 0")
    page.wait_for_load_state("networkidle")
    fetched = [each for each in requests if each.url.startswith("http")]
    assert len(fetched) <= at_most("first_load.requests"), [each.url for each in fetched]
    packed = packable(requests)
    assert sum(map(zipped, packed)) <= 1024 * at_most("first_load.gzip_kib")
    for each in packed:
        response = each.response()
        assert response
        assert response.headers["content-encoding"] == "br", each.url


def test_an_element_brings_little_and_nothing_that_others_need(serve: Serve, visit: Visit) -> None:
    server = serve(CALLED)

    def sizes(call: str) -> dict[str, int]:
        requests: list[Request] = []
        page = visit(f"{server.url}?call={quote(call)}", before=into(requests))
        page.wait_for_load_state("networkidle")
        return {urlsplit(each.url).path: zipped(each) for each in packable(requests)}

    before = sizes("")
    for call, kind in ELEMENTS.items():
        added = {path: size for path, size in sizes(call).items() if path not in before}
        size = max(added.values()) if kind == "plain" else sum(added.values())
        assert 0 < size <= 1024 * at_most(f"element.{kind}_kib"), (call, added)
        if kind == "plot":
            assert max(added.values()) <= 1024 * at_most("element.echarts_kib"), (call, added)


def into(requests: list[Request]) -> Callable[[Page], None]:
    return lambda page: page.on("request", lambda request: requests.append(request))


def packable(requests: list[Request]) -> list[Request]:
    """Leave out the font: nothing waits for it, and it does not pack."""
    fetched = [each for each in requests if each.url.startswith("http")]
    return [each for each in fetched if each.resource_type != "font"]


def zipped(request: Request) -> int:
    """Return the size of what was asked for, as gzip packs it if that pays."""
    path = STATIC / (urlsplit(request.url).path.lstrip("/") or "index.html")
    packed = path.with_name(f"{path.name}.gz")
    return (packed if packed.exists() else path).stat().st_size


def at_most(figure: str) -> float:
    bound = limit(figure).at_most
    assert bound is not None
    return bound
