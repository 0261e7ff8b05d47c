"""Everything can be done without a mouse, and one always sees where one is."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows, shows_focus
from e2e.server import Server

APPS = Path(__file__).parent / "apps"

STOPS = [
    *["Skip to main content", "Sidebar", "Collapse sidebar", "Link to heading", "City", "Search"],
    "Width of the sidebar",
    *["Main menu", "Page", "Link to heading", "Link to heading", "Link to heading", "link"],
    *["Copy to clipboard", "Copy to clipboard", "{", '"tags": [', "Copy to clipboard"],
    *["Press", "Save", "Agree", "Age", "Range — start", "Range — end", "Day", "Hour", "Moment"],
    *["Help for Name", "Name", "Secret", "Show password", "Count", "Colour", "small", "One", "Two"],
]
"""What Tab comes by on the page of all elements; "Off" is disabled."""

FOCUSED = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const regions = {stSidebarContent: "Sidebar", stMain: "Page"};
    const label = document.getElementById(here.getAttribute("aria-labelledby"));
    return regions[here.dataset.testid] ?? here.ariaLabel ?? here.labels?.[0]?.innerText
        ?? label?.innerText ?? here.innerText;
}"""

FIELDS = """
    from datetime import date

    import streamlit as st

    st.session_state.setdefault("pressed", 0)
    if st.button("Press"):
        st.session_state.pressed += 1
    agree = st.checkbox("Agree")
    age = st.slider("Age", 0, 100, 30, step=5)
    low, high = st.slider("Range", 0, 10, (2, 8))
    day = st.slider("Day", date(2026, 1, 1), date(2026, 12, 31), date(2026, 6, 1))
    count = st.number_input("Count", 0, 4, 3)
    city = st.selectbox("City", ["Oslo", "Bergen", "Tromsø"], index=None)
    size = st.radio("Size", ["S", "M", "L"], index=None, horizontal=True)
    st.write("Size:", size)
    with st.sidebar:
        name = st.text_input("Name")
    st.write("Got:", st.session_state.pressed, agree, age, low, high, str(day), count, city, name)
"""

BOXES = """
    import streamlit as st

    lines = 20 if st.checkbox("More") else 1
    with st.form("form", height=300):
        st.text_area("Notes", height="stretch")
        for line in range(lines):
            st.text(line)
        st.form_submit_button("Save")
    with st.container(height=200, key="box"):
        for line in range(lines):
            st.text(line)
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(FIELDS)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    return visit(server.url)


@pytest.mark.parametrize("colors", ["none", "active"])
def test_tab_comes_by_everything_in_order_and_is_seen(
    serve: Serve, visit: Visit, colors: str
) -> None:
    server = serve(APPS / "elements.py")
    page = visit(
        server.url,
        forced_colors=colors,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
    )
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    for stop in STOPS:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == stop
        assert shows_focus(page), stop
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) is None


def test_the_skip_link_leads_to_the_page(page: Page) -> None:
    page.keyboard.press("Tab")
    link = page.get_by_test_id("stSkipToContent")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Press")).to_be_focused()


def test_enter_and_space_press_a_button(page: Page) -> None:
    button = page.get_by_role("button", name="Press")
    button.press("Enter")
    got(page, "1 False 30 2 8 2026-06-01 3 None")
    button.press("Space")
    got(page, "2 False 30 2 8 2026-06-01 3 None")
    expect(button).to_be_focused()


def test_space_ticks_a_checkbox(page: Page) -> None:
    box = page.get_by_role("checkbox", name="Agree")
    box.press("Space")
    got(page, "0 True 30 2 8 2026-06-01 3 None")
    box.press("Space")
    got(page, "0 False 30 2 8 2026-06-01 3 None")


def test_keys_move_a_slider(page: Page) -> None:
    slider = page.get_by_role("slider", name="Age")
    steps = {"ArrowRight": 35, "ArrowLeft": 30, "ArrowUp": 35, "ArrowDown": 30}
    for key, age in {**steps, "PageUp": 40, "PageDown": 30, "End": 100, "Home": 0}.items():
        slider.press(key)
        got(page, f"0 False {age} 2 8 2026-06-01 3 None")


def test_keys_move_either_end_of_a_range_and_a_day(page: Page) -> None:
    page.get_by_role("slider", name="Range — start").press("ArrowRight")
    page.get_by_role("slider", name="Range — end").press("ArrowLeft")
    day = page.get_by_role("slider", name="Day")
    day.press("ArrowRight")
    got(page, "0 False 30 3 7 2026-06-02 3 None")
    expect(day).to_have_attribute("aria-valuetext", "2026-06-02")


def test_arrows_step_a_number_within_its_bounds(page: Page) -> None:
    field = page.get_by_role("spinbutton", name="Count")
    field.press("ArrowUp")
    got(page, "0 False 30 2 8 2026-06-01 4 None")
    field.press("ArrowUp")
    field.press("ArrowDown")
    got(page, "0 False 30 2 8 2026-06-01 3 None")
    field.fill("2")
    field.press("Enter")
    got(page, "0 False 30 2 8 2026-06-01 2 None")


def test_radios_are_one_stop_for_tab_in_which_arrows_choose(page: Page) -> None:
    page.get_by_role("combobox", name="City").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    shows(page, "Size: S")
    for key, size in {"ArrowRight": "M", "ArrowDown": "L", "ArrowUp": "M"}.items():
        page.keyboard.press(key)
        shows(page, f"Size: {size}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="M")).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("radio", name="M")).to_be_focused()
    expect(page.get_by_role("radio", name="M")).to_be_checked()


def test_a_choice_is_made_by_typing(page: Page) -> None:
    field = page.get_by_role("combobox", name="City")
    field.focus()
    page.keyboard.type("trom")
    expect(page.get_by_role("option")).to_have_text(["Tromsø"])
    page.keyboard.press("Enter")
    got(page, "0 False 30 2 8 2026-06-01 3 Tromsø")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_be_focused()


def test_a_choice_is_made_by_arrows_and_given_up_by_escape(page: Page) -> None:
    field = page.get_by_role("combobox", name="City")
    field.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("")
    field.press("ArrowDown")
    expect(page.get_by_role("option", name="Oslo")).to_have_attribute("data-highlighted", "")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    got(page, "0 False 30 2 8 2026-06-01 3 Bergen")


def test_the_menu_is_used_by_keys(page: Page) -> None:
    button, menu = menu_of(page)
    button.press("Enter")
    expect(menu.get_by_role("menuitemradio", name="System")).to_be_focused()
    page.keyboard.press("End")
    expect(menu.get_by_role("menuitem", name="About")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(menu.get_by_role("menuitemradio", name="System")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(button).to_be_focused()


def test_start_over_by_keys_empties_state(page: Page) -> None:
    page.get_by_role("button", name="Press").press("Enter")
    got(page, "1 False 30 2 8 2026-06-01 3 None")
    button, menu = menu_of(page)
    button.press("Enter")
    menu.get_by_role("menuitem", name="Start over").press("Enter")
    dialog = page.get_by_role("dialog", name="Start over?")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    got(page, "1 False 30 2 8 2026-06-01 3 None")
    expect(button).to_be_focused()
    button.press("Enter")
    menu.get_by_role("menuitem", name="Start over").press("Enter")
    dialog.get_by_role("button", name="Start over").press("Enter")
    got(page, "0 False 30 2 8 2026-06-01 3 None")
    settled(page)


def test_the_theme_is_chosen_in_the_menu_and_kept(page: Page) -> None:
    body = page.locator("body")
    light = body.evaluate("(body) => getComputedStyle(body).backgroundColor")
    button, menu = menu_of(page)
    button.press("Enter")
    menu.get_by_role("menuitemradio", name="Dark").press("Enter")
    expect(body).not_to_have_css("background-color", light)
    page.reload()
    shows(page, "Got: 0 False 30 2 8 2026-06-01 3 None")
    expect(body).not_to_have_css("background-color", light)


def test_the_sidebar_is_folded_and_unfolded_by_keys(page: Page) -> None:
    page.get_by_role("button", name="Collapse sidebar").press("Enter")
    expand = page.get_by_role("button", name="Expand sidebar")
    expect(expand).to_be_focused()
    expect(page.get_by_label("Name")).not_to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
    expect(page.get_by_label("Name")).to_be_in_viewport()


def test_on_a_phone_the_sidebar_is_a_drawer_that_escape_closes(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url, viewport={"width": 390, "height": 844})
    field = page.get_by_label("Name")
    expect(field).not_to_be_in_viewport()
    page.get_by_role("button", name="Expand sidebar").press("Enter")
    field.fill("Ada")
    field.press("Enter")
    page.keyboard.press("Escape")
    expect(field).not_to_be_in_viewport()
    expect(page.get_by_role("button", name="Expand sidebar")).to_be_focused()
    got(page, "0 False 30 2 8 2026-06-01 3 None Ada")


def got(page: Page, values: str) -> None:
    shows(page, f"Got: {values}")


def menu_of(page: Page) -> tuple[Locator, Locator]:
    return page.get_by_role("button", name="Main menu"), page.get_by_role("menu")


def test_what_grows_too_wide_can_be_scrolled_from_then_on(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve(
            """
            import streamlit as st

            times = 100 if st.checkbox("Long") else 1
            st.code("x = 1; " * times, language=None)
            """
        ).url
    )
    code = page.get_by_role("group", name="Code")
    expect(page.get_by_test_id("stCode")).to_be_visible()
    expect(code).to_have_count(0)
    page.get_by_text("Long").click()
    code.press("ArrowRight")
    expect(code).to_be_focused()
    page.wait_for_function("(box) => box.scrollLeft > 0", arg=code.element_handle())


def test_on_a_phone_a_link_to_the_page_shows_the_page(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve(
            """
            import streamlit as st

            st.sidebar.markdown("[To the end](#end)")
            for number in range(60):
                st.text(number)
            st.header("End", anchor="end")
            """
        ).url,
        viewport={"width": 390, "height": 844},
    )
    page.get_by_role("button", name="Expand sidebar").click()
    page.get_by_role("link", name="To the end").click()
    expect(page.get_by_test_id("stSidebarBackdrop")).to_have_count(0)
    expect(page.get_by_role("heading", name="End")).to_be_in_viewport()


def test_tab_stops_at_a_box_only_while_there_is_more_in_it(serve: Serve, visit: Visit) -> None:
    page = visit(serve(BOXES).url)
    boxes = [page.get_by_test_id("stForm"), page.locator(".st-key-box")]
    for box in boxes:
        expect(box).not_to_have_attribute("tabindex", "0")
    area = page.get_by_role("textbox", name="Notes").bounding_box()
    form = boxes[0].bounding_box()
    assert area
    assert form
    assert area["height"] > 100
    assert area["y"] + area["height"] < form["y"] + form["height"]
    page.get_by_text("More").click()
    for box in boxes:
        expect(box).to_have_attribute("tabindex", "0")
    page.get_by_text("More").click()
    for box in boxes:
        expect(box).not_to_have_attribute("tabindex", "0")


def test_of_a_row_that_scrolls_what_has_the_focus_is_in_sight(serve: Serve, visit: Visit) -> None:
    """A browser is content with an edge of it, which fades here."""
    page = visit(
        serve("""
            import streamlit as st

            names = [f"Name {'x' * (number % 5)} {number}" for number in range(12)]
            st.pills("Names", names, wrap=False)
            """).url,
        viewport={"width": 390, "height": 844},
    )
    page.get_by_role("radio").first.focus()
    for key in [*["ArrowRight"] * 11, *["ArrowLeft"] * 11]:
        page.keyboard.press(key)
        page.wait_for_function("""() => {
            const here = document.activeElement;
            const [box, row] = [here, here.closest(".st-fading")]
                .map((each) => each.getBoundingClientRect());
            const [before, after] = [here.previousElementSibling, here.nextElementSibling]
                .map((each) => (each ? 39 : 0));
            return box.left >= row.left + before && box.right <= row.right - after;
        }""")
