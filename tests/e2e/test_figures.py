"""Figures of Matplotlib and graphs of Graphviz, as a browser shows them under the page's policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled, shifted, watch_shifts

APP = r"""
    import streamlit as st
    from matplotlib.figure import Figure

    st.button("Again")
    figure = Figure()
    figure.subplots().plot([1, 3, 2])
    figure.axes[0].set_title("A way")
    st.pyplot(figure)
    st.graphviz_chart("digraph { a -> b; c [URL=\"https://example.com\"] }", alt="Two towns")
    st.graphviz_chart("digraph {\n  a -> b\n  b -> -> c\n}")
    st.graphviz_chart("graph { a [style=filled fillcolor=\"red:blue\"] }", height=120)
    st.text("Below")
    """


@pytest.mark.parametrize(("theme", "other"), [("light", "dark"), ("dark", "light")])
def test_y04_y05_graphs_follow_the_theme_and_break_no_policy(
    serve: Serve, visit: Visit, theme: str, other: str
) -> None:
    policies: dict[str, str] = {}

    def watch(page: Page) -> None:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        load_axe(page)
        page.on(
            "response",
            lambda answer: policies.update(
                {answer.url.rpartition("/")[2]: answer.headers.get("content-security-policy", "")}
            ),
        )

    page = visit(serve(APP).url, before=watch)
    graph = page.get_by_role("figure", name="Two towns")
    line = graph.locator("ellipse").first
    expect(line).to_be_visible()
    settled(page)
    ink = page.evaluate("getComputedStyle(document.body).color")
    expect(line).to_have_css("stroke", ink)
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    expect(line).not_to_have_css("stroke", ink)
    expect(graph.get_by_role("link")).to_have_attribute("href", "https://example.com")
    expect(page.get_by_test_id("stGraphVizError")).to_contain_text("syntax error in line 3")
    assert [name for name, policy in policies.items() if "wasm" in policy] == ["graphviz_worker.js"]
    assert violations(page) == []


def test_y01_a_figure_is_sharp_moves_nothing_and_comes_once(serve: Serve, visit: Visit) -> None:
    fetched: list[str] = []

    def watch(page: Page) -> None:
        watch_shifts(page)
        page.on("request", lambda request: fetched.append(request.url))

    server = serve("\n".join(line for line in APP.splitlines() if "graphviz" not in line))
    page = visit(server.url, before=watch)
    picture = page.get_by_role("img", name="A way")
    expect(picture).to_be_visible()
    settled(page)
    shown, natural = picture.evaluate("each => [each.clientWidth, each.naturalWidth]")
    assert natural > 1.8 * shown > 1000
    assert shifted(page) == 0
    before = len(fetched)
    page.get_by_role("button", name="Again").click()
    settled(page)
    assert len(fetched) == before


def test_a_graph_is_saved_and_seen_closer(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    page = visit(serve(APP).url)
    graph = page.get_by_role("figure", name="Two towns")
    expect(graph.locator("ellipse").first).to_be_visible()
    for kind, start in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download as {kind}: Two towns").click()
        assert download.value.suggested_filename == f"graph.{kind.lower()}"
        assert download.value.path().read_bytes().startswith(start)
    page.get_by_role("button", name="Fullscreen: Two towns").click()
    whole = page.get_by_role("dialog", name="Two towns")
    node = whole.locator("ellipse").first
    before = node.bounding_box()
    whole.get_by_role("button", name="Zoom in").click()
    after = node.bounding_box()
    assert before
    assert after
    assert after["width"] > 1.4 * before["width"]
    page.keyboard.press("Escape")
    expect(whole).to_have_count(0)
