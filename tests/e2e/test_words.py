"""Words on the page: Markdown as Streamlit lays it out, and boxes for what is not there yet."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit
from e2e.server import Server

SCRIPT = '''
import streamlit as st
import streamlit.components.v1 as components
st.title("A **bold** title", anchor=False)
st.header("Below **it**")
st.markdown("""
a **bold** word[^1]

- plain
- [x] done

[^1]: The note.
""")
st.markdown("```\\nx = 1\\n```")
st.markdown("| a |\\n|-|\\n| 1 |")
st.text("below")
st.components.v1.html("<p>In a frame</p>", height=60)
st.bokeh_chart("https://a.example/" + 40 * "long")
components.html("<b>x</b>")
with st.sidebar.expander("More"):
    st.date_input("Day")
'''


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def styled(element: Locator, name: str) -> str:
    return str(element.evaluate("(element, name) => getComputedStyle(element)[name]", name))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_notes_and_placeholders(
    server: Server, visit: Visit, theme: str, screen: str
) -> None:
    # Axe asks frames, too, which an origin of their own keeps from hearing.
    page = visit(
        server.url,
        before=load_axe,
        viewport=SCREENS[screen],
        color_scheme=theme,
        but="postMessage",
    )
    expect(page.get_by_test_id("stMain").get_by_test_id("stPlaceholder")).to_have_count(1)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert violations(page) == []
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(main) => main.scrollWidth <= main.clientWidth")


def test_headings_and_bold_words_have_streamlits_weights(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    title, below = (page.get_by_role("heading", level=level).first for level in (1, 2))
    assert [styled(title, "fontWeight"), styled(below, "fontWeight")] == ["700", "600"]
    assert styled(title.locator("strong"), "fontWeight") == "700"
    assert styled(page.locator("p > strong").first, "fontWeight") == "600"
    assert title.get_attribute("id") == "a-bold-title"


def test_tasks_have_their_box_where_other_items_have_their_bullet(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    items = page.locator("ul > li")
    assert [styled(item, "listStyleType") for item in items.all()] == ["disc", "none"]
    bullets, box = items.first.bounding_box(), page.get_by_role("checkbox").bounding_box()
    assert bullets is not None
    assert box is not None
    assert bullets["x"] - 24 <= box["x"] <= bullets["x"] - box["width"]


def test_what_is_last_in_a_text_leaves_no_more_space_below_it(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    texts = page.get_by_test_id("stMain").get_by_test_id("stMarkdown").all()[1:]
    boxes = [element.bounding_box() for element in texts]
    fence, table = (box for box in boxes if box is not None)
    below = page.get_by_test_id("stText").bounding_box()
    assert below is not None
    assert table["y"] - fence["y"] - fence["height"] == pytest.approx(16, abs=0.5)
    assert below["y"] - table["y"] - table["height"] == pytest.approx(16, abs=0.5)


def test_a_footnote_is_led_to_and_leads_back(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    page.get_by_role("link", name="1", exact=True).click()
    expect(page.locator("li:target")).to_contain_text("The note.")
    page.get_by_role("link", name="Back to reference 1").click()
    expect(page.locator("a:target")).to_have_text("1")


def test_long_lines_of_code_wrap_if_they_are_to(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
            import streamlit as st

            st.code("word " * 200, wrap_lines=True)
            st.code("word " * 200)
            st.exception(ValueError())
        """).url
    )
    expect(page.get_by_test_id("stException")).to_be_visible()
    is_cut = "(box) => box.scrollWidth > box.clientWidth"
    boxes = page.locator(".st-code-scroll")
    assert [box.evaluate(is_cut) for box in boxes.all()[:2]] == [False, True]


def test_a_line_of_code_that_wraps_stays_within_its_block(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
            import streamlit as st

            st.code("if this:\\n    answer = st.first('one').second(x)", wrap_lines=True, width=300)
        """).url
    )
    edges = """(line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        const left = Math.min(...boxes.filter((box) => box.bottom === bottom).map((b) => b.left));
        return Math.round((left - boxes[0].left) / (boxes[0].height / 2));
    }"""
    line = page.locator(".st-code-line").last
    expect(line).to_contain_text("answer")
    # Boxes of a monospaced font are about twice as high as a letter is wide.
    assert line.evaluate(edges) >= 6
