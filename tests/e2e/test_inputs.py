"""Issue 8: inputs take what people and other people's tests do with them."""

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    def reset():
        st.session_state.city = st.session_state.size = st.session_state.name = None

    st.session_state.setdefault("span", (2, 4))
    st.button("Reset", on_click=reset)
    city = st.selectbox("City", ["Oslo", "Bergen", "Rome"], key="city")
    size = st.number_input("Size", 0, 10, 3, key="size")
    name = st.text_input("Name", "Ada", key="name")
    maybe = st.selectbox("Maybe", ["yes", "no", "both"], index=None)
    number = st.number_input("Number", value=None)
    missing = st.number_input("Missing", value=float("nan"))
    level = st.slider("Level", 0, 10)
    span = st.slider("Span", 0, 10, key="span")
    narrow, wide = st.container(width=120), st.container(width=121)
    narrow.number_input("Narrow")
    wide.number_input("Wide")
    st.text(f"{city} {size} {name} {maybe} {number} {missing} {level} {span}")
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    return visit(server.url)


def test_none_empties_inputs_whatever_their_default(page: Page) -> None:
    page.get_by_role("button", name="Reset").click()
    shows(page, "None None None None None nan 0 (2, 4)")
    for label in ("City", "Size", "Name", "Missing"):
        expect(page.get_by_label(label, exact=True)).to_have_value("")
    page.get_by_label("Size", exact=True).fill("4")
    page.keyboard.press("Enter")
    shows(page, "None 4 None None None nan 0 (2, 4)")


def test_what_is_typed_into_a_selectbox_takes_the_place_of_its_choice(page: Page) -> None:
    box = page.get_by_label("Maybe", exact=True)
    for typed, chosen in (("ye", "yes"), ("bo", "both"), ("no", "no")):
        box.click()
        page.keyboard.type(typed)
        expect(box).to_have_value(typed)
        page.keyboard.press("Enter")
        expect(box).to_have_value(chosen)
    shows(page, "Oslo 3 Ada no None nan 0 (2, 4)")


def test_escape_empties_what_began_empty(page: Page) -> None:
    box, number = page.get_by_label("Maybe", exact=True), page.get_by_label("Number", exact=True)
    box.click()
    page.keyboard.type("ye")
    page.keyboard.press("Enter")
    number.fill("5")
    page.keyboard.press("Enter")
    shows(page, "Oslo 3 Ada yes 5.0 nan 0 (2, 4)")
    number.press("Escape")
    shows(page, "Oslo 3 Ada yes None nan 0 (2, 4)")
    box.click()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(box).to_have_value("yes")
    page.keyboard.press("Escape")
    shows(page, "Oslo 3 Ada None None nan 0 (2, 4)")


def test_escape_leaves_what_began_with_a_value(page: Page) -> None:
    for label in ("City", "Size"):
        page.get_by_label(label, exact=True).click()
        page.keyboard.press("Escape")
    settled(page)
    expect(page.get_by_label("City", exact=True)).to_have_value("Oslo")
    expect(page.get_by_label("Size", exact=True)).to_have_value("3")


def test_a_selectbox_has_one_input(page: Page) -> None:
    boxes = page.get_by_test_id("stSelectbox")
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        expect(box.locator("input")).to_have_count(1)


def test_a_click_in_the_middle_of_a_slider_moves_it(page: Page) -> None:
    slider = page.get_by_test_id("stSlider").first
    box = slider.bounding_box()
    assert box is not None
    assert box["height"] == 68
    slider.click()
    shows(page, "Oslo 3 Ada None None nan 5 (2, 4)")


def test_a_key_that_holds_two_values_makes_a_range(page: Page) -> None:
    thumbs = page.get_by_test_id("stSlider").last.get_by_role("slider")
    expect(thumbs).to_have_count(2)
    thumbs.first.press("ArrowLeft")
    shows(page, "Oslo 3 Ada None None nan 0 (1, 4)")


def test_a_narrow_number_field_has_no_step_buttons(page: Page) -> None:
    fields = page.get_by_test_id("stNumberInput")
    for label, is_shown in (("Narrow", False), ("Wide", True)):
        field = fields.filter(has=page.get_by_label(label, exact=True))
        expect(field.get_by_label("Increment")).to_be_visible(visible=is_shown)
