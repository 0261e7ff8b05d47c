"""Where the system forces its own colours, one sees what has the focus and what cannot be used."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, shows_focus

STATES = Path(__file__).parent / "apps" / "states.py"
RATINGS = """
import streamlit as st

st.feedback("faces", default=2, disabled=True)
st.feedback("faces", default=2, key="used")
"""

TABLE = """
import streamlit as st

st.dataframe(
    {"tags": [["reds", "prim"]], "done": [0.5]},
    column_config={
        "tags": st.column_config.MultiselectColumn(
            options=["reds", "prim"], color=["red", "primary"], width=150
        ),
        "done": st.column_config.ProgressColumn(color="red", width=200),
    },
    hide_index=True,
)
"""
INK = """(canvas) => {
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    const [width, top, height] = [350, 40, 26].map((each) => Math.round(each * scale));
    const { data } = canvas.getContext("2d").getImageData(0, top, width, height);
    const dark = new Map();
    for (let at = 0; at < data.length; at += 4) {
        const place = Math.floor(((at / 4) % width) / scale / 40);
        const isDark = data[at] + data[at + 1] + data[at + 2] < 380;
        dark.set(place, (dark.get(place) ?? 0) + isDark);
    }
    return Object.fromEntries(dark);
}"""
"""Counts the dark pixels of the first row of a table, by pieces of 40 pixels."""

IS_IN_PAGE = "document.activeElement !== document.body"
LOOKS = """(element) => {
    const {color, backgroundColor, borderColor} = getComputedStyle(element);
    return [color, backgroundColor, borderColor].join("; ");
}"""
HAS_TEXT = "(each) => !each.children.length && (each.innerText || each.value)"
SYSTEM_COLOR = """(color) => {
    document.body.append(Object.assign(document.createElement("i"), {style: `color: ${color}`}));
    return getComputedStyle(document.body.lastChild).color;
}"""


@pytest.fixture(scope="module")
def url(serve: Serve) -> str:
    return serve(STATES).url


def test_each_input_shows_its_focus(url: str, visit: Visit) -> None:
    page = forced(visit, url)
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate(IS_IN_PAGE):
        what = page.evaluate("document.activeElement.outerHTML")
        assert shows_focus(page), what
        stops += 1
        page.keyboard.press("Tab")
    assert stops > 30


def test_what_is_disabled_has_no_strong_text(url: str, visit: Visit) -> None:
    page = forced(visit, url)
    strong = page.evaluate(SYSTEM_COLOR, "CanvasText")
    disabled = page.locator(".stElementContainer:has(:disabled, [data-disabled])")
    expect(disabled).to_have_count(16)
    for element in disabled.all():
        name = element.locator("> *").get_attribute("data-testid")
        shown = {looks(each).split("; ")[0] for each in texts(element)}
        assert shown, name
        assert strong not in shown, name


@pytest.mark.parametrize("kind", ["stButtonGroup", "stFeedback"])
def test_what_is_chosen_and_disabled_is_neither_as_enabled_nor_as_not_chosen(
    serve: Serve, visit: Visit, url: str, kind: str
) -> None:
    page = forced(visit, url if kind == "stButtonGroup" else serve(RATINGS).url)
    off = page.get_by_test_id(kind).filter(has=page.locator(":disabled")).first
    on = page.get_by_test_id(kind).filter(has=page.locator(":enabled")).first
    chosen = "[data-selected], [data-lit]"
    kinds = [
        off.locator(f"button:is({chosen})").first,
        off.locator(f"button:not({chosen})").first,
        on.locator(f"button:is({chosen})").first,
    ]
    assert len({looks(each) for each in kinds}) == 3
    assert page.evaluate(SYSTEM_COLOR, "GrayText") in looks(kinds[0])


def test_the_rail_of_a_slider_says_whether_it_can_be_used(url: str, visit: Visit) -> None:
    page = forced(visit, url)
    on, off = page.get_by_test_id("stSlider").all()[:2]
    gray = page.evaluate(SYSTEM_COLOR, "GrayText")
    ground = "(rail) => getComputedStyle(rail).backgroundColor"
    assert off.locator(".st-slider-track").evaluate(ground) == gray
    assert on.locator(".st-slider-track").evaluate(ground) != gray


def test_what_a_table_draws_in_colors_is_seen(serve: Serve, visit: Visit) -> None:
    page = forced(visit, serve(TABLE).url)
    expect(page.get_by_test_id("glide-cell-1-0")).to_have_text("0.5")
    dark = page.get_by_test_id("data-grid-canvas").evaluate(INK)
    # The texts of both chips; what is done, and the track of what is not.
    assert all(dark.get(place, 0) > 40 for place in "0145"), dark
    assert dark["4"] > dark["6"] > 20, dark


def forced(visit: Visit, url: str) -> Page:
    page = visit(url, forced_colors="active", reduced_motion="reduce")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    return page


def looks(element: Locator) -> str:
    return element.evaluate(LOOKS)


def texts(element: Locator) -> list[Locator]:
    """Return what shows text of its own in an element."""
    shown = element.locator(":is(p, span:not(.st-hidden), textarea, input:not([type=range]))").all()
    return [each for each in shown if each.is_visible() and each.evaluate(HAS_TEXT)]
