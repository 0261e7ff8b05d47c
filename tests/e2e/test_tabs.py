"""What belongs to one tab stays with it: through a refresh, beside a duplicate, when it crashes."""

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
    from pathlib import Path

    import streamlit as st

    st.session_state.setdefault("count", 0)
    if st.button("Add one"):
        st.session_state.count += 1
    if Path(__file__).with_name("other").exists():
        st.session_state.name = "from the script"
    st.write("Count =", st.session_state.count)
    st.write("Got:", st.text_input("Name", key="name"), st.number_input("Age", value=7))
"""

NO_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})"
TEXT_COMES = """new Promise((done) => {
    const look = () => document.querySelector("main")?.innerText.includes("%s")
        ? done(true) : setTimeout(look, 20);
    look();
})"""
LEAVES = "dispatchEvent(new Event('pagehide'))"
"""What a page does when it is hidden: so a duplicate finds what the page has written down."""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def test_s15_a_duplicated_tab_goes_its_own_way_from_a_copy(server: Server, visit: Visit) -> None:
    first = visit(server.url)
    click(first, 2)
    shows(first, "Count = 2")
    second = duplicate(first)
    shows(second, "Count = 2")
    click(second, 3)
    shows(second, "Count = 5")
    click(first, 1)
    shows(first, "Count = 3")
    for page, count in ((second, 5), (first, 3)):
        page.reload()
        shows(page, f"Count = {count}")
        expect(page.get_by_role("status")).to_be_empty()


def test_s15_a_session_is_forgotten_without_its_cookie(server: Server, visit: Visit) -> None:
    page = visit(server.url, but="WebSocket connection to")
    click(page, 2)
    shows(page, "Count = 2")
    page.context.clear_cookies()
    page.reload()
    notice = page.get_by_test_id("stBegunAnew")
    expect(notice).to_contain_text("it begins anew")
    shows(page, "Count = 0")
    click(page, 1)
    shows(page, "Count = 1")
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)
    page.reload()
    shows(page, "Count = 1")
    expect(page.get_by_role("status")).to_be_empty()


def test_s10_a_tab_that_crashed_goes_on(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    click(page, 2)
    shows(page, "Count = 2")
    # Playwright will not talk to a page that has crashed; its browser does.
    tab = page.context.new_cdp_session(page)
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    tab.send("Page.navigate", {"url": server.url})
    wait = {"expression": TEXT_COMES % "Count = 2", "awaitPromise": True}
    assert tab.send("Runtime.evaluate", wait)["result"]["value"] is True


def test_two_pages_of_one_session_take_turns(server: Server, visit: Visit) -> None:
    """Where there are no locks, a duplicate may find the session of its twin."""
    first = visit(server.url, before=lambda page: page.context.add_init_script(NO_LOCKS))
    click(first, 1)
    shows(first, "Count = 1")
    first.evaluate(LEAVES)
    second = duplicate(first)
    shows(second, "Count = 1")
    expect(replaced(first)).to_contain_text("open in another tab")
    expect(first.get_by_test_id("stAppViewContainer")).to_have_attribute("inert", "")
    click(second, 1)
    shows(second, "Count = 2")
    replaced(first).get_by_role("button", name="Use it here").click()
    shows(first, "Count = 2")
    expect(replaced(first)).to_have_count(0)
    expect(replaced(second)).to_be_visible()
    click(first, 1)
    shows(first, "Count = 3")


def test_without_locks_the_duplicate_of_a_page_in_sight_begins_anew(
    server: Server, visit: Visit
) -> None:
    first = visit(server.url, before=lambda page: page.context.add_init_script(NO_LOCKS))
    click(first, 2)
    shows(first, "Count = 2")
    shows(duplicate(first), "Count = 0")
    first.reload()
    shows(first, "Count = 2")


def test_half_a_text_and_half_a_number_outlast_a_refresh(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    name, age = fields(page)
    enter(page, name, "Ada")
    shows(page, "Got: Ada 7")
    name.press("End")
    page.keyboard.type(" Love")
    page.reload()
    expect(name).to_have_value("Ada Love")
    shows(page, "Got: Ada 7")
    name.press("End")
    page.keyboard.type("lace")
    page.keyboard.press("Enter")
    shows(page, "Got: Ada Lovelace 7")
    age.fill("1")
    page.reload()
    expect(age).to_have_value("1")
    age.press("End")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    shows(page, "Got: Ada Lovelace 12")
    page.reload()
    shows(page, "Got: Ada Lovelace 12")
    expect(age).to_have_value("12")


def test_half_a_text_from_before_a_refresh_gives_way_to_what_the_script_sets(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url)
    name, _ = fields(page)
    name.fill("half a te")
    page.reload()
    expect(name).to_have_value("half a te")
    server.folder.joinpath("other").touch()
    page.keyboard.press("r")
    shows(page, "Got: from the script 7")
    expect(name).to_have_value("from the script")


def test_half_a_text_stays_with_its_tab(server: Server, visit: Visit) -> None:
    first = visit(server.url)
    name, _ = fields(first)
    name.fill("Ad")
    second = duplicate(first)
    settled(second)
    expect(fields(second)[0]).to_have_value("")
    expect(name).to_have_value("Ad")


def test_start_over_empties_all_and_stays_so(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    click(page, 2)
    shows(page, "Count = 2")
    name, _ = fields(page)
    name.fill("Ad")
    page.evaluate(LEAVES)
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitem", name="Start over").click()
    page.get_by_role("button", name="Start over").click()
    shows(page, "Count = 0")
    expect(name).to_have_value("")
    page.reload()
    shows(page, "Count = 0")
    expect(name).to_have_value("")


def click(page: Page, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name="Add one").click()


def fields(page: Page) -> tuple[Locator, Locator]:
    return page.get_by_label("Name"), page.get_by_role("spinbutton", name="Age")


def enter(page: Page, field: Locator, text: str) -> None:
    field.fill(text)
    page.keyboard.press("Enter")


def replaced(page: Page) -> Locator:
    return page.get_by_test_id("stReplaced")


def duplicate(page: Page) -> Page:
    """Open the page in a second tab, which begins with a copy of the first one's storage."""
    with page.context.expect_page() as opened:
        page.evaluate("void window.open(location.href)")
    return opened.value
