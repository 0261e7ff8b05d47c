"""The developer panel: what a session keeps, and what it cannot."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
    import sqlite3

    import streamlit as st

    st.header("Shop")
    st.session_state.setdefault("cart", [])
    if "db" not in st.session_state:
        st.session_state.db = sqlite3.connect(":memory:", check_same_thread=False)
    if st.button("Add"):
        st.session_state.cart.append("x" * 2000)
    st.text_input("City")
    st.text_input("Name", key="name")
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def test_s12_what_is_not_stored_is_named_and_explained(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    notice = page.get_by_test_id("stUnkept")
    expect(notice).to_contain_text("“db” does not survive a restart")
    notice.get_by_role("button", name="Details").click()
    expect(notice).to_have_count(0)
    values = page.get_by_role("table", name="Values")
    expect(row(values, "db")).to_contain_text("live only")
    expect(values).to_contain_text("sqlite3.Connection cannot be stored")
    expect(row(values, "cart")).to_contain_text("list")
    widgets = page.get_by_role("table", name="Widgets")
    expect(row(widgets, "City")).to_contain_text("str")
    expect(row(widgets, "name")).to_contain_text("str")


def test_the_panel_follows_what_the_script_does(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    button = page.get_by_role("button", name="Add")
    page.keyboard.press("?")
    cart = row(page.get_by_role("table", name="Values"), "cart")
    expect(cart).to_contain_text(" B")
    button.evaluate("(button) => button.click()")
    expect(cart).to_contain_text("2.")
    expect(cart).to_contain_text("KB")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_s12_a_value_is_shown_on_demand_and_follows_the_script(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    page.keyboard.press("?")
    values = page.get_by_role("table", name="Values")
    name = values.get_by_role("button", name="cart", exact=True)
    expect(values).not_to_contain_text("[]")
    name.click()
    expect(name).to_have_attribute("aria-expanded", "true")
    expect(values).to_contain_text("[]")
    page.get_by_role("button", name="Add").evaluate("(button) => button.click()")
    expect(values).to_contain_text("['xxxx")
    name.press("Enter")
    expect(name).to_have_attribute("aria-expanded", "false")
    expect(values).not_to_contain_text("['xxxx")


def test_the_runs_say_why_they_ran_and_what_they_did(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    page.get_by_label("City").fill("Oslo")
    page.get_by_role("button", name="Add").click()
    settled(page)
    page.get_by_role("heading", name="Shop").click()
    page.keyboard.press("?")
    page.get_by_role("tab", name="Values").press("ArrowRight")
    runs = page.get_by_test_id("stSessionRuns")
    names = runs.get_by_role("rowheader")
    expect(names).to_have_text(["Add", "City", "Page load"])
    runs.get_by_role("button", name="Add").press("Enter")
    expect(runs.get_by_role("term").filter(has_text="Read")).to_have_count(1)
    expect(runs).to_contain_text("the whole page")
    expect(runs.get_by_role("definition").last).to_have_text("cart")


def test_nobody_else_is_told(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT, "--client.toolbarMode", "viewer").url)
    page.keyboard.press("?")
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menuitem", name="About")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Session state")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(server: Server, visit: Visit, theme: str, screen: str) -> None:
    options = {"viewport": SCREENS[screen], "color_scheme": theme}
    page = visit(server.url, before=load_axe, **options)
    expect(page.get_by_test_id("stUnkept")).to_be_visible()
    assert violations(page) == [], "with a notice"
    page.get_by_role("button", name="Details").click()
    expect(page.get_by_role("table", name="Values")).to_be_visible()
    for name in ("cart", "db"):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("table", name="Values")).to_contain_text("<sqlite3.Connection")
    assert violations(page) == [], "with the panel open"
    body = page.get_by_test_id("stSessionState")
    assert body.evaluate("(body) => body.scrollWidth <= body.clientWidth")
    page.get_by_role("tab", name="Runs").click()
    page.get_by_role("button", name="Page load").last.click()
    assert violations(page) == [], "with the runs"


def test_the_menu_opens_the_panel_and_gets_the_focus_back(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    menu = page.get_by_role("button", name="Main menu")
    menu.press("Enter")
    page.get_by_role("menuitem", name="Session state").press("Enter")
    panel = page.get_by_role("dialog", name="Session state")
    expect(panel).to_be_visible()
    settled(page)
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    expect(menu).to_be_focused()


def row(table: Locator, key: str) -> Locator:
    named = table.page.get_by_role("rowheader", name=key, exact=True)
    return table.get_by_role("row").filter(has=named)
