"""Pages in a browser: links, bookmarks, back and forward, and what outlasts a crash."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled, shows, shows_focus, with_field
from e2e.server import Server

SCRIPT = """
import streamlit as st


def home():
    st.header("Welcome")
    st.text_input("Name", key="name")
    st.text(f"name {st.session_state.name}")
    st.page_link(pages[1], label="To the orders", query_params={"id": "7"})
    if st.button("Pay"):
        st.switch_page(pages[2])


def orders():
    st.header("Your orders")
    st.text(f"order {st.query_params.get('id')}")
    st.text_input("Note", key="note")
    st.text(f"note {st.session_state.note}")


def pay():
    st.header("Payment")


pages = [
    st.Page(home, title="Home", icon=":material/home:"),
    st.Page(orders, title="Orders"),
    st.Page(pay, title="Pay"),
]
POSITION = "sidebar"
page = st.navigation({"": pages[:1], "Shop": pages[1:]}, position=POSITION)
st.session_state.visits = st.session_state.get("visits", 0) + 1
page.run()
"""

LONG = """
import streamlit as st


def one():
    for row in range(100):
        st.text(f"One {row}")


def two():
    for row in range(100):
        st.text(f"Two {row}")


st.navigation([st.Page(one, title="One"), st.Page(two, title="Two")]).run()
"""

TOASTS = """
import streamlit as st

if st.sidebar.button("Tell"):
    st.toast("Told")
"""


@pytest.fixture(scope="module")
def shop(serve: Serve) -> Server:
    return serve(SCRIPT)


def link(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stSidebarNavLink").filter(has_text=name)


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text)).to_be_visible()


def test_a_link_is_a_link_and_a_click_on_it_loads_nothing(shop: Server, visit: Visit) -> None:
    page = visit(shop.url)
    page.evaluate("window.mark = 1")
    expect(page).to_have_title("Home")
    expect(link(page, "Home")).to_have_attribute("aria-current", "page")
    link(page, "Orders").click()
    heading(page, "Your orders")
    expect(page).to_have_url(f"{shop.url}/orders")
    expect(page).to_have_title("Orders")
    expect(link(page, "Orders")).to_have_attribute("aria-current", "page")
    expect(link(page, "Home")).not_to_have_attribute("aria-current", "page")
    assert page.evaluate("window.mark") == 1
    with page.context.expect_page() as opened:
        link(page, "Pay").click(modifiers=["ControlOrMeta"])
    other = opened.value
    heading(other, "Payment")
    expect(other).to_have_url(f"{shop.url}/pay")
    heading(page, "Your orders")


def test_a_bookmark_leads_to_its_page_with_its_parameters(shop: Server, visit: Visit) -> None:
    page = visit(f"{shop.url}/orders?id=3")
    shows(page, "order 3")
    page.reload()
    settled(page)
    shows(page, "order 3")
    expect(page).to_have_url(f"{shop.url}/orders?id=3")


def test_back_and_forward_go_from_page_to_page(shop: Server, visit: Visit) -> None:
    page = visit(shop.url)
    with_field(page, "Name")
    page.get_by_test_id("stPageLink-NavLink").click()
    shows(page, "order 7")
    link(page, "Home").click()
    page.get_by_role("button", name="Pay").click()
    heading(page, "Payment")
    expect(page).to_have_url(f"{shop.url}/pay")
    page.go_back()
    heading(page, "Welcome")
    page.go_back()
    shows(page, "order 7")
    expect(page).to_have_url(f"{shop.url}/orders?id=7")
    page.evaluate("history.back(); history.forward(); history.forward(); history.forward()")
    heading(page, "Payment")
    settled(page)
    expect(page.get_by_role("heading", name="Welcome")).to_have_count(0)
    expect(page).to_have_url(f"{shop.url}/pay")


def test_back_leads_to_where_a_page_was_scrolled_to(serve: Serve, visit: Visit) -> None:
    page = visit(serve(LONG).url)
    main = page.get_by_test_id("stMain")
    shows(page, "One 99")
    main.evaluate("(main) => main.scrollTop = 1000")
    link(page, "Two").click()
    shows(page, "Two 99")
    page.wait_for_function("() => document.getElementById('stMain').scrollTop === 0")
    page.go_back()
    shows(page, "One 99")
    page.wait_for_function("() => document.getElementById('stMain').scrollTop === 1000")
    page.go_forward()
    shows(page, "Two 99")
    settled(page)
    page.wait_for_function("() => document.getElementById('stMain').scrollTop === 0")


def test_a_toast_lies_under_the_open_sidebar_of_a_phone(serve: Serve, visit: Visit) -> None:
    page = visit(serve(TOASTS).url, viewport={"width": 390, "height": 844})
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name="Tell").click()
    toast = page.get_by_test_id("stToast")
    expect(toast).to_be_visible()
    over = """(toast) => {
        const { left, top, width, height } = toast.getBoundingClientRect();
        const place = document.elementFromPoint(left + width / 2, top + height / 2);
        return place.closest(".stSidebar, .st-backdrop") !== null;
    }"""
    assert toast.evaluate(over)


def test_l08_what_is_half_typed_is_sent_before_a_link_is_followed(
    shop: Server, visit: Visit
) -> None:
    page = visit(f"{shop.url}/orders")
    with_field(page, "Note").get_by_label("Note").fill("x")
    link(page, "Orders").click()
    shows(page, "note x")


def test_l03_a_link_that_is_followed_while_the_server_is_dead_is_kept(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but="WebSocket|ERR_")
    with_field(page, "Name").get_by_label("Name").fill("Ada")
    page.get_by_label("Name").press("Enter")
    shows(page, "name Ada")
    server.kill()
    link(page, "Orders").click()
    expect(page).to_have_url(f"{server.url}/orders")
    server.start()
    heading(page, "Your orders")
    settled(page)
    server.kill()
    server.start()
    page.reload()
    settled(page)
    heading(page, "Your orders")


def test_an_address_that_leads_nowhere_shows_a_notice_and_the_first_page(
    shop: Server, visit: Visit
) -> None:
    for path in ("nothing", "nothing/at/all", "%00", "%E0%A4%A", "x" * 5000, "a%2Fb", "é#x"):
        page = visit(f"{shop.url}/{path}", but="400|404|431")
        if page.get_by_test_id("stApp").count() == 0:
            pytest.fail(f"no page at {path!r}")
        heading(page, "Welcome")
        expect(page.get_by_role("status").first).to_contain_text("There is no page")
        assert page.url.split("#")[0] == f"{shop.url}/"


def test_a_slash_at_the_end_leads_to_the_page(shop: Server, visit: Visit) -> None:
    page = visit(f"{shop.url}/orders/?id=4")
    shows(page, "order 4")
    expect(page).to_have_url(f"{shop.url}/orders?id=4")


def test_pages_are_found_under_a_base_path(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT, "--server.baseUrlPath", "my/app")
    root = f"{server.url.split('/my')[0]}/my/app"
    page = visit(f"{root}/orders")
    heading(page, "Your orders")
    link(page, "Home").click()
    heading(page, "Welcome")
    expect(page).to_have_url(f"{root}/")


def test_the_menu_is_used_with_the_keyboard(shop: Server, visit: Visit) -> None:
    page = visit(shop.url)
    link(page, "Home").focus()
    page.keyboard.press("Tab")
    expect(link(page, "Orders")).to_be_focused()
    assert shows_focus(page)
    page.keyboard.press("Enter")
    heading(page, "Your orders")
    expect(link(page, "Orders")).to_be_focused()


def test_the_menu_at_the_top_opens_its_sections(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT.replace('POSITION = "sidebar"', 'POSITION = "top"'))
    page = visit(server.url, before=load_axe)
    section = page.get_by_test_id("stTopNavSection")
    section.focus()
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_test_id("stTopNavDropdownLink").last).to_be_focused()
    page.keyboard.press("Escape")
    expect(section).to_be_focused()
    expect(page.get_by_test_id("stTopNavPopover")).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    heading(page, "Payment")
    expect(section).to_be_focused()


@pytest.mark.parametrize("position", ["sidebar", "top"])
def test_on_a_phone_the_menu_is_in_the_drawer_which_a_link_closes(
    serve: Serve, visit: Visit, position: str
) -> None:
    script = SCRIPT.replace('POSITION = "sidebar"', f'POSITION = "{position}"')
    phone = {"viewport": {"width": 390, "height": 800}, "has_touch": True}
    page = visit(serve(script).url, before=load_axe, **phone)
    page.get_by_role("button", name="Expand sidebar").click()
    assert violations(page) == []
    link(page, "Orders").click()
    heading(page, "Your orders")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
