"""Themes in a browser: at the first paint, in the menu, in charts and tables, as files change."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
import streamlit as st

st.sidebar.title("Side")
st.sidebar.text_input("Name", "Ada")
st.sidebar.button("Press", type="primary")
st.sidebar.markdown("A [link](https://example.com), `code`, :red[red].")
st.title("A strange theme")
st.markdown("A [link](https://example.com), `code`, :green-background[green], :primary[own].")
st.button("Primary", type="primary")
st.button("Secondary")
st.text_input("Text", "typed")
st.slider("Slider", 0, 10, 4)
st.toggle("Toggle", True)
st.info("Info")
st.error("Error")
st.dataframe({"a": [1, 2], "b": ["x", "y"]})
st.line_chart({"a": [1, 3, 2], "b": [2, 1, 3]})
points = [{"x": at, "v": at} for at in range(10)]
st.vega_lite_chart(
    {
        "mark": "circle",
        "data": {"values": points},
        "encoding": {
            "x": {"field": "x", "type": "ordinal"},
            "color": {"field": "v", "type": "quantitative"},
        },
    }
)
st.code("x = 1")
with st.popover("More"):
    st.write("Inside")
st.text(f"{st.context.theme.type} {st.get_option('theme.primaryColor')}")
"""
STRANGE = """
[theme]
base = "dark"
primaryColor = "#ffd23f"
backgroundColor = "#0b1d3a"
font = "serif"
baseRadius = "large"
chartCategoricalColors = ["#ffd23f", "#7fd1ae"]
dataframeHeaderBackgroundColor = "#14305c"
chartSequentialColors = [
    "#112233", "#f0f", "#f0e", "#f0d", "#f0c", "#f0b", "#f0a", "#f09", "#f08", "#ff0044",
]

[theme.sidebar]
backgroundColor = "#f4ecd8"
primaryColor = "#7a3b00"
"""
BOTH = """
[theme.light]
primaryColor = "#7a3b00"
[theme.dark]
primaryColor = "#ffd23f"
"""
YELLOW, BROWN, NIGHT = "rgb(255, 210, 63)", "rgb(122, 59, 0)", "rgb(11, 29, 58)"
CREAM, GRAY = "rgb(244, 236, 216)", "rgb(217, 222, 229)"

Themed = Callable[..., Server]


@pytest.fixture(scope="module")
def themed(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Themed:
    """Serve a script beside a file of options."""

    def start(options: str, script: str = SCRIPT, *flags: str) -> Server:
        folder = tmp_path_factory.mktemp("themed")
        (folder / ".streamlit").mkdir()
        (folder / ".streamlit/config.toml").write_text(options)
        (folder / "app.py").write_text(script)
        return serve(folder / "app.py", *flags)

    return start


@pytest.fixture(scope="module")
def strange(themed: Themed) -> Server:
    return themed(STRANGE)


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate(
        "(element, name) => getComputedStyle(element).getPropertyValue(name)", name
    )
    return found


def test_t02_a_strange_theme_is_everywhere(strange: Server, visit: Visit) -> None:
    page = visit(strange.url, color_scheme="light")
    assert style(page, "body", "background-color") == NIGHT
    assert style(page, "h1", "font-family").startswith("ui-serif")
    primary = page.get_by_role("button", name="Primary")
    expect(primary).to_have_css("background-color", YELLOW)
    expect(primary).to_have_css("border-radius", "16px")
    expect(page.get_by_role("button", name="Press")).to_have_css("background-color", BROWN)
    assert style(page, ".stSidebar", "background-color") == CREAM
    assert style(page, ".stSidebar", "color-scheme") == "light"
    expect(page.get_by_text("dark #ffd23f")).to_be_visible()


def test_t02_no_other_theme_is_painted_before(strange: Server, visit: Visit) -> None:
    def watch(page: Page) -> None:
        # The script of the page is late: what is painted until then is what the sheet says.
        page.route("**/page.js", lambda route: late(page, route))

    grounds: list[str] = []

    def late(page: Page, route: Route) -> None:
        page.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
        grounds.append(style(page, "body", "background-color"))
        grounds.append(style(page, "html", "color-scheme"))
        route.continue_()

    visit(strange.url, before=watch, color_scheme="light")
    assert grounds == [NIGHT, "dark"]


@pytest.mark.parametrize("screen", SCREENS)
def test_t03_axe_finds_nothing_in_a_strange_theme(
    strange: Server, visit: Visit, screen: str
) -> None:
    page = visit(strange.url, before=load_axe, viewport=SCREENS[screen])
    assert violations(page) == [], "the page"
    page.get_by_role("button", name="More").click()
    expect(page.get_by_text("Inside")).to_be_visible()
    assert violations(page) == [], "with a popover"
    if screen == "phone":
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Expand sidebar").click()
        expect(page.get_by_role("button", name="Press")).to_be_visible()
        assert violations(page) == [], "with the sidebar"


def test_t04_the_menu_knows_the_app_s_theme(strange: Server, visit: Visit) -> None:
    page = visit(strange.url, color_scheme="light")
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menuitemradio", name="App")).to_be_checked()
    page.get_by_role("menuitemradio", name="Light").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.get_by_text("light #ffd23f")).to_be_visible()
    # Fonts and corners stay.
    assert style(page, "h1", "font-family").startswith("ui-serif")
    page.reload()
    settled(page)
    assert style(page, "body", "background-color") == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitemradio", name="App").click()
    expect(page.locator("body")).to_have_css("background-color", NIGHT)


def test_t04_a_theme_for_both_follows_the_system_and_the_menu(themed: Themed, visit: Visit) -> None:
    page = visit(themed(BOTH).url, color_scheme="light")
    primary = page.get_by_role("button", name="Primary")
    expect(primary).to_have_css("background-color", BROWN)
    page.emulate_media(color_scheme="dark")
    expect(primary).to_have_css("background-color", YELLOW)
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menuitemradio", name="System")).to_be_checked()
    page.get_by_role("menuitemradio", name="Light").click()
    expect(primary).to_have_css("background-color", BROWN)
    page.emulate_media(color_scheme="light")
    page.get_by_role("menuitemradio", name="Dark").click()
    expect(primary).to_have_css("background-color", YELLOW)
    page.emulate_media(media="print")
    expect(primary).to_have_css("background-color", BROWN)


def colors_of(page: Page, selector: str) -> set[str]:
    """Return the colors of all pixels of canvases."""
    found: list[str] = page.locator(selector).evaluate_all("""(canvases) => {
        const colors = new Set();
        for (const canvas of canvases) {
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width,
                canvas.height);
            for (let at = 0; at < data.length; at += 4)
                if (data[at + 3] === 255)
                    colors.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
        }
        return [...colors];
    }""")
    return set(found)


def test_t10_charts_and_tables_have_its_colors(strange: Server, visit: Visit) -> None:
    page = visit(strange.url)
    page.wait_for_function("() => document.querySelector('.st-chart canvas')?.width > 0")
    assert {YELLOW, "rgb(127, 209, 174)"} <= colors_of(page, ".st-chart canvas")
    marks = page.locator(".stVegaLiteChart .mark-symbol path")
    expect(marks.first).to_be_attached()
    fills = marks.evaluate_all("(paths) => paths.map((path) => getComputedStyle(path).fill)")
    assert {"rgb(17, 34, 51)", "rgb(255, 0, 68)"} <= set(fills)
    assert "rgb(20, 48, 92)" in colors_of(page, ".stDataFrame canvas")


TOLD = """
import streamlit as st

NAMES = ["link-underline", "code-font-size", "code-font-weight", "metric-value-font-size"]
NAMES += ["dataframe-header-text-color", "dataframe-border-color"]
read = st.components.v2.component(
    "read",
    html="<pre></pre>",
    js="export default ({ parentElement }) => {"
    "  const style = getComputedStyle(parentElement.querySelector('pre'));"
    "  const read = (name) => style.getPropertyValue('--st-' + name);"
    f"  parentElement.querySelector('pre').textContent = {NAMES}.map(read).join(' ');"
    "}",
)
read()
if st.checkbox("Table"):
    st.table({"a": [1, 2]})
    st.dataframe({"a": [1, 2]})
"""


def test_h09_a_component_is_told_what_the_theme_says(themed: Themed, visit: Visit) -> None:
    options = (
        "[theme]\nlinkUnderline = false\ncodeFontSize = '19px'\ncodeFontWeight = 300\n"
        "metricValueFontSize = '3rem'\ndataframeHeaderTextColor = '#010203'\n"
    )
    page = visit(themed(options, TOLD).url, color_scheme="light")
    told = "0 19px 300 3rem rgb(1, 2, 3) rgb(217, 222, 229)"
    expect(page.get_by_text(told, exact=True)).to_be_visible()


def test_h09_a_table_looks_the_same_beside_a_component(themed: Themed, visit: Visit) -> None:
    page = visit(themed("", TOLD).url, color_scheme="light")
    expect(page.get_by_text(re.compile(r"1 0?\.875em 400 2rem"))).to_be_visible()
    page.get_by_text("Table").click()
    head = page.locator(".stTable th").first
    expect(head).to_have_css("color", "rgb(90, 101, 117)")
    expect(page.locator(".stTable td").first).to_have_css("border-bottom-color", GRAY)
    page.wait_for_function("() => document.querySelector('.stDataFrame canvas')?.width > 0")
    assert "rgb(243, 245, 247)" in colors_of(page, ".stDataFrame canvas")


def test_t09_saving_the_file_changes_an_open_page(themed: Themed, visit: Visit) -> None:
    server = themed(BOTH)
    file = server.folder / ".streamlit/config.toml"
    page = visit(server.url, color_scheme="light")
    page.get_by_role("textbox", name="Text").fill("half typed")
    file.write_text(BOTH.replace("#7a3b00", "#123456"))
    primary = page.get_by_role("button", name="Primary")
    expect(primary).to_have_css("background-color", "rgb(18, 52, 86)")
    expect(page.get_by_role("textbox", name="Text")).to_have_value("half typed")

    file.write_text("[theme]\nprimaryColor = 'nocolor'")
    server.hear("the theme stays as it was")
    expect(primary).to_have_css("background-color", "rgb(18, 52, 86)")

    file.write_text(STRANGE)
    expect(page.locator("body")).to_have_css("background-color", NIGHT)
    expect(page.get_by_text("dark #ffd23f")).to_be_visible()

    file.write_text("")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.locator("link[data-theme-sheet]").count() == 0


def test_t08_a_font_of_the_app_is_shown(themed: Themed, visit: Visit) -> None:
    options = (
        "[server]\nenableStaticServing = true\n[theme]\nfont = 'Own, serif'\n"
        "[[theme.fontFaces]]\nfamily = 'Own'\nurl = 'app/static/own.woff2'\n"
    )
    server = themed(options)
    [font] = (Path(__file__).parents[2] / "src/ostinato/static/assets").rglob("inter*.woff2")
    (server.folder / "static").mkdir()
    (server.folder / "static/own.woff2").write_bytes(font.read_bytes())
    page = visit(server.url)
    page.wait_for_function(
        "[...document.fonts].some((f) => f.family.includes('Own') && f.status === 'loaded')"
    )


def open_editor(page: Page) -> Any:
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitem", name="Edit theme").click()
    editor = page.get_by_test_id("stThemeEditor")
    expect(editor).to_be_visible()
    return editor


def test_t11_the_editor_shows_what_is_tried_at_once(serve: Serve, visit: Visit) -> None:
    url = serve(SCRIPT).url
    page = visit(url, color_scheme="light")
    editor = open_editor(page)
    light = editor.get_by_role("group", name="Light")
    light.get_by_label("Primary", exact=True).fill("#ffee00")
    primary = page.get_by_role("button", name="Primary", exact=True)
    expect(primary).to_have_css("background-color", "rgb(255, 238, 0)")
    expect(editor.get_by_text("One pair has too little.")).to_be_visible()
    expect(editor.get_by_text("needs 3")).to_be_visible()
    expect(page.get_by_test_id("stThemeToml")).to_have_text(
        '[theme.light]\nprimaryColor = "#ffee00"\n'
    )
    light.get_by_label("Primary", exact=True).fill("#ffee0")
    expect(editor.get_by_text("It must be a color")).to_be_visible()
    light.get_by_label("Primary", exact=True).fill("rebeccapurple")
    expect(primary).to_have_css("background-color", "rgb(102, 51, 153)")
    expect(editor.get_by_text("Everything can be read.")).to_be_visible()
    editor.get_by_label("Corners").select_option("none")
    expect(primary).to_have_css("border-radius", "0px")

    page.keyboard.press("Escape")
    expect(editor).to_have_count(0)
    page.reload()
    settled(page)
    assert style(page, ".st-button-primary", "background-color") == "rgb(102, 51, 153)"

    editor = open_editor(page)
    expect(light.get_by_label("Primary", exact=True)).to_have_value("rebeccapurple")
    editor.get_by_role("button", name="Reset").click()
    expect(primary).to_have_css("background-color", "rgb(11, 117, 108)")
    page.reload()
    settled(page)
    assert style(page, ".st-button-primary", "background-color") == "rgb(11, 117, 108)"


def test_t11_the_editor_begins_with_the_app_s_theme(strange: Server, visit: Visit) -> None:
    page = visit(strange.url)
    editor = open_editor(page)
    ground = editor.get_by_role("group", name="Colors").get_by_label("Background", exact=True)
    expect(ground).to_have_value("#0b1d3a")
    ground.fill("#301040")
    expect(page.locator("body")).to_have_css("background-color", "rgb(48, 16, 64)")
    toml = page.get_by_test_id("stThemeToml")
    expect(toml).to_contain_text('backgroundColor = "#301040"')
    expect(toml).to_contain_text("[theme.sidebar]")
    page.reload()
    settled(page)
    assert style(page, "body", "background-color") == "rgb(48, 16, 64)"
    editor = open_editor(page)
    editor.get_by_role("button", name="Reset").click()
    expect(page.locator("body")).to_have_css("background-color", NIGHT)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_t11_the_editor_is_for_everybody(
    serve: Serve, visit: Visit, screen: str, scheme: str
) -> None:
    page = visit(
        serve("import streamlit as st\nst.title('Short')\n").url,
        before=load_axe,
        viewport=SCREENS[screen],
        color_scheme=scheme,
    )
    editor = open_editor(page)
    expect(editor.get_by_role("group", name="Page")).to_be_visible()
    assert violations(page) == []
    assert editor.evaluate("(box) => box.getBoundingClientRect().right <= innerWidth")
    assert editor.evaluate("(box) => box.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Main menu")).to_be_focused()


def test_t11_visitors_have_no_editor(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT, "--client.toolbarMode", "viewer").url)
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert page.get_by_role("menuitem", name=re.compile("Edit theme")).count() == 0
