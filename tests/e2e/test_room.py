"""The room that fields and what they say take, so that nothing is cut, covered or pushed away."""

from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from e2e.axe import SCREENS
from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
import streamlit as st

st.sidebar.multiselect("Rights", ["read", "write", "other"], default=["read", "write"])
with st.form("form"):
    st.text_input("Name", help="In full", max_chars=9)
    st.columns(2)[0].text_input("Address", required=True)
    st.number_input("Pieces", 1, 20, 3)
    st.form_submit_button("Send")
st.radio("Plan", ["Free", "Pro", "Team"], captions=["For one", "", "For many"])
st.pills("Topic", ["one", "two"])
st.segmented_control("Size", ["S", "L"])
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    page = visit(server.url)
    settled(page)
    return page


def box_of(place: Locator) -> FloatRect:
    box = place.bounding_box()
    assert box is not None
    return box


def bottom_of(place: Locator) -> float:
    box = box_of(place)
    return box["y"] + box["height"]


def test_chips_that_fit_leave_no_empty_line_below_them(page: Page) -> None:
    chips = page.get_by_test_id("stMultiSelect").get_by_role("group")
    expect(chips.get_by_text("write")).to_be_visible()
    assert box_of(chips)["height"] == 40
    field = page.get_by_role("combobox", name="Rights")
    field.click()
    assert box_of(chips)["height"] == 40
    field.press_sequentially("oth")
    assert box_of(chips)["height"] > 60


def test_what_a_field_says_has_air_around_it_and_moves_nothing(page: Page) -> None:
    button = page.get_by_role("button", name="Send")
    number = page.get_by_test_id("stNumberInput")
    before = box_of(button)
    page.get_by_label("Pieces").fill("99")
    button.click()
    for frame, error, below in [
        (
            page.get_by_role("textbox", name="Address"),
            page.get_by_test_id("stTextInputError"),
            number,
        ),
        (
            page.get_by_test_id("stNumberInputContainer"),
            page.get_by_test_id("stNumberInputError"),
            button,
        ),
    ]:
        expect(error).to_be_visible()
        assert box_of(error)["y"] - bottom_of(frame) >= 2
        assert box_of(below)["y"] - bottom_of(error) >= 2
    assert box_of(button) == before


def test_what_enter_does_is_said_where_it_does_that(page: Page) -> None:
    hint = page.get_by_test_id("stTextInput").first.get_by_test_id("InputInstructions")
    page.get_by_role("button", name="Help for Name").click()
    expect(page.get_by_role("tooltip")).to_be_visible()
    expect(hint).to_be_hidden()
    page.get_by_role("textbox", name="Name").click()
    expect(hint).to_be_visible()


def test_options_are_as_far_apart_with_a_caption_as_without(page: Page) -> None:
    options = page.get_by_test_id("stRadioOption")
    expect(options).to_have_count(3)
    free, pro, team = options.all()
    caption = page.get_by_test_id("stRadioCaption").first
    after_caption = box_of(pro)["y"] - bottom_of(caption)
    assert after_caption > box_of(caption)["y"] - bottom_of(free)
    assert box_of(team)["y"] - bottom_of(pro) == pytest.approx(after_caption, abs=0.5)


def test_all_that_can_be_used_has_the_same_border(page: Page) -> None:
    edge = "(each) => getComputedStyle(each).borderColor"
    button = page.get_by_role("button", name="Send").evaluate(edge)
    for name in ("one", "S"):
        assert page.get_by_role("radio", name=name, exact=True).evaluate(edge) == button


def test_buttons_of_a_notice_stand_in_one_line_on_a_phone(serve: Serve, visit: Visit) -> None:
    server = serve("import streamlit as st\nst.write('one')\n")
    page = visit(server.url, viewport=SCREENS["phone"], reduced_motion="reduce")
    settled(page)
    Path(server.folder, "app.py").write_text("import streamlit as st\nst.write('two')\n")
    notice = page.get_by_test_id("stScriptChanged")
    expect(notice).to_be_visible()
    first, second = (box_of(each)["y"] for each in notice.get_by_role("button").all())
    assert first == second
    assert first > bottom_of(notice.get_by_text("The script has changed."))
