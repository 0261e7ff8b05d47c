"""Diagrams, which only a browser can measure, under the page's policy."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled

APP = r"""
    import streamlit as st

    if st.toggle("Draw"):
        st.mermaid_chart('''
            flowchart LR
                A[Start] --> B{Well?}
                B -->|Yes| C["<b>bold</b>"]:::hot
                classDef hot fill:#f96,stroke-width:4px
                click A "https://example.com"
        ''')
        st.mermaid_chart("flowchart LR; A --")
        st.markdown("```mermaid\npie\n  \"one\": 1\n  \"two\": 2\n```")
    """

FILLS = {"light": "rgb(243, 245, 247)", "dark": "rgb(26, 32, 41)"}


@pytest.mark.parametrize(("theme", "other"), [("light", "dark"), ("dark", "light")])
def test_a_diagram_is_drawn_in_the_theme_by_files_that_come_with_it(
    serve: Serve, visit: Visit, theme: str, other: str
) -> None:
    names: list[str] = []

    def watch(page: Page) -> None:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))

    page = visit(serve(APP).url, before=watch)
    settled(page)
    assert not [name for name in names if "draw" in name.lower() or "diagram" in name.lower()]
    page.get_by_text("Draw", exact=True).click()
    flow = page.get_by_role("img", name="Mermaid flowchart")
    expect(flow.get_by_text("Start")).to_be_visible()
    expect(flow.locator("a, foreignObject, b")).to_have_count(0)
    expect(page.get_by_role("img", name="Mermaid pie chart").get_by_text("33%")).to_be_visible()
    expect(page.get_by_test_id("stMermaidError")).to_contain_text("Parse error on line")
    assert "draw.js" in names
    assert not [name for name in names if name.startswith(("gantt", "sequence", "katex"))]
    expect(flow.locator(".node.hot rect").first).to_have_css("fill", "rgb(255, 153, 102)")
    box = flow.locator(".node rect").first
    expect(box).to_have_css("fill", FILLS[theme])
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    expect(box).to_have_css("fill", FILLS[other])


def test_a_diagram_shrinks_to_a_half_and_then_scrolls(serve: Serve, visit: Visit) -> None:
    app = """
        import streamlit as st

        long = " --> ".join(f"A{n}" for n in range(20))
        st.mermaid_chart(f"flowchart LR; {long}")
        st.mermaid_chart(f"flowchart LR; {long}", width=300)
        st.mermaid_chart("flowchart LR; A --> B", width="content")
        """
    page = visit(serve(app).url)
    pictures = page.get_by_role("img", name="Mermaid flowchart")
    expect(pictures).to_have_count(3)
    expect(page.get_by_role("group", name="Diagram")).to_have_count(1)
    long, narrow, small = (_width(each) for each in pictures.all())
    assert long > 704 > narrow == 300 > small


def test_a_diagram_is_saved_and_seen_on_the_whole_page(serve: Serve, visit: Visit) -> None:
    app = """
        import streamlit as st

        st.mermaid_chart("sequenceDiagram; A->>B: Hello", alt="A greeting")
        """
    page = visit(serve(app).url)
    picture = page.get_by_role("img", name="A greeting")
    expect(picture).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG: A greeting").click()
    assert download.value.suggested_filename == "mermaid-diagram.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    small = _width(picture)
    page.get_by_role("button", name="Fullscreen: A greeting").click()
    whole = page.get_by_role("dialog", name="A greeting")
    assert _width(whole.get_by_role("img")) > small
    page.keyboard.press("Escape")
    expect(whole).to_have_count(0)


def _width(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["width"]
