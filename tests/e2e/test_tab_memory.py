"""+L02, +N09: what a tab keeps for its next load, with little room, or none, or rubbish there."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, shows, with_field
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    st.session_state.setdefault("count", 0)
    if st.button("Increment"):
        st.session_state.count += 1
    st.write("Count =", st.session_state.count)
    name = st.text_input("Name")
    notes = st.text_input("Notes")
    st.write("Hello,", name, len(notes))
"""
LONG = """
    import streamlit as st

    for line in range(200):
        st.text(f"Line {line}")
"""
CUT = "WebSocket connection to|ERR_|Failed to load resource"
LARGE = "x" * 6_000_000
TOO_LARGE = "was too large for this browser to keep"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def test_l02_six_megabytes_of_text_cost_no_click_and_no_other_text(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = with_field(visit(server.url, but=CUT), "Notes")
    press(page)
    shows(page, "Count = 1")
    server.kill()
    press(page)
    page.get_by_label("Name").fill("Ada")
    paste(page, LARGE)
    press_by_script(page)
    server.start()
    page.reload()
    shows(page, "Count = 3")
    shows(page, "Hello, Ada 0")


@pytest.mark.parametrize("is_open", [True, False], ids=["half typed", "entered"])
def test_l02_a_text_that_has_no_room_is_named_after_the_refresh(
    serve: Serve, visit: Visit, is_open: bool
) -> None:
    server = serve(SCRIPT)
    page = with_field(visit(server.url, but=CUT), "Notes")
    server.kill()
    expect(page.get_by_test_id("stConnectionStatus")).to_be_visible()
    press(page)
    paste(page, LARGE)
    if not is_open:
        page.get_by_label("Notes").press("Enter")
    page.get_by_label("Name").fill("Ada")
    server.start()
    page.reload()
    shows(page, "Count = 1")
    expect(notification(page)).to_contain_text(f"What you had entered in “Notes” {TOO_LARGE}")
    expect(page.get_by_label("Name")).to_have_value("Ada")
    page.get_by_role("button", name="Dismiss").press("Enter")
    expect(notification(page)).to_have_count(0)
    page.reload()
    shows(page, "Count = 1")
    expect(notification(page)).to_have_count(0)


@pytest.mark.parametrize(
    "rubbish", ["{", "null", "5", "[]", '"s"', '{"session": {}}', "\x00", '{"session": "s1"}']
)
def test_n09_damaged_storage_leaves_no_blank_page(
    server: Server, visit: Visit, rubbish: str
) -> None:
    spoil = f"""
        if (!sessionStorage.getItem("spoilt")) {{
            sessionStorage.setItem("spoilt", "yes");
            sessionStorage.setItem("ostinato:/", {json.dumps(rubbish)});
        }}
    """
    page = visit(server.url, before=lambda page: page.add_init_script(spoil))
    press(page)
    shows(page, "Count = 1")
    expect(page.get_by_role("status")).to_contain_text("begins anew")
    page.reload()
    shows(page, "Count = 1")


def test_n09_damaged_drafts_cost_no_click(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    spoil = 'sessionStorage.setItem("ostinato:/:drafts", "{");'
    page = visit(server.url, but=CUT)
    press(page)
    shows(page, "Count = 1")
    page.add_init_script(spoil)
    server.kill()
    press(page)
    server.start()
    page.reload()
    shows(page, "Count = 2")
    expect(notification(page)).to_contain_text("damaged: some of it is missing")


@pytest.mark.parametrize(
    "block",
    [
        """Object.defineProperty(window, "sessionStorage", {
            get() { throw new DOMException("no", "SecurityError"); } });""",
        """Object.defineProperty(window, "sessionStorage", { value: null });""",
        """Storage.prototype.setItem = Storage.prototype.removeItem = () => {
            throw new DOMException("full", "QuotaExceededError"); };""",
    ],
    ids=["forbidden", "absent", "without room"],
)
def test_n09_a_browser_that_keeps_nothing_says_so_once_it_matters(
    server: Server, visit: Visit, block: str
) -> None:
    page = visit(server.url, before=lambda page: page.add_init_script(block))
    assert notification(page).count() == 0
    press(page)
    shows(page, "Count = 1")
    expect(notification(page)).to_have_text(
        "This browser keeps nothing for this page: a reload begins anew.Dismiss"
    )
    page.get_by_role("button", name="Dismiss").click()
    press(page)
    shows(page, "Count = 2")
    assert notification(page).count() == 0
    page.reload()
    shows(page, "Count = 0")
    expect(notification(page)).to_contain_text("This browser keeps nothing")


def test_l08_a_click_by_a_script_sends_half_a_text_first(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    page.get_by_label("Name").fill("Ada")
    press_by_script(page)
    shows(page, "Count = 1")
    shows(page, "Hello, Ada 0")
    expect(page.get_by_label("Name")).to_be_focused()


def press(page: Page) -> None:
    page.get_by_role("button", name="Increment").click()


def press_by_script(page: Page) -> None:
    page.get_by_role("button", name="Increment").evaluate("(button) => button.click()")


def paste(page: Page, text: str) -> None:
    """Put a large text into the field, as typed, and leave the focus there."""
    field = page.get_by_label("Notes")
    field.focus()
    field.evaluate(
        """(field, text) => {
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
            set.call(field, text);
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        text,
    )


def notification(page: Page) -> Locator:
    return page.get_by_test_id("stNotification")


def test_r03_a_refresh_leaves_the_page_where_it_was(serve: Serve, visit: Visit) -> None:
    page = visit(serve(LONG).url)
    shows(page, "Line 199")
    main = page.get_by_role("main")
    main.evaluate("main => main.scrollTop = 2000")
    page.reload()
    shows(page, "Line 199")
    page.wait_for_function("() => document.getElementById('stMain').scrollTop === 2000")
