"""+L08: a rerun never takes away what somebody is typing."""

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
    import time
    from pathlib import Path

    import streamlit as st

    def finish(path):
        while not path.exists():
            time.sleep(0.01)
        path.unlink()

    slow = st.button("Slow")
    replaces = st.button("Replace")
    if slow or replaces:
        st.write("waiting")
        finish(Path(__file__).with_name("go"))
    if replaces:
        st.session_state.name = "from the script"

    def call_back():
        st.session_state.name = "from the callback"

    st.button("Call back", on_click=call_back, shortcut="Ctrl+K")
    st.button("Tick", shortcut="Ctrl+J")
    name = st.text_input("Name", "Ada", key="name")
    number = st.number_input("Number", value=7)
    city = st.selectbox("City", ["Oslo", "Bergen", "Tromsø"])
    st.write("Got:", name, number, city)
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def test_l08_half_a_text_and_its_caret_stay(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    begin(page, "Slow")
    field = page.get_by_label("Name")
    field.fill("Grce")
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    finish(server, page)
    expect(field).to_be_focused()
    expect(field).to_have_value("Grce")
    shows(page, "Got: Ada 7 Oslo")
    page.keyboard.type("a")
    expect(field).to_have_value("Grace")
    page.keyboard.press("Enter")
    shows(page, "Got: Grace 7 Oslo")


def test_l08_half_a_number_stays(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    begin(page, "Slow")
    field = page.get_by_role("spinbutton", name="Number")
    field.fill("12")
    finish(server, page)
    expect(field).to_be_focused()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    shows(page, "Got: Ada 123 Oslo")


def test_l08_half_a_choice_stays(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    begin(page, "Slow")
    field = page.get_by_role("combobox", name="City")
    field.click()
    page.keyboard.type("ber")
    expect(page.get_by_role("option")).to_have_text(["Bergen"])
    finish(server, page)
    expect(page.get_by_role("option")).to_have_text(["Bergen"])
    expect(field).to_have_value("ber")
    page.keyboard.press("Enter")
    shows(page, "Got: Ada 7 Bergen")


def test_l08_what_the_script_sets_takes_the_place_of_half_a_text(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    begin(page, "Replace")
    field = page.get_by_label("Name")
    field.fill("half a te")
    finish(server, page)
    expect(field).to_have_value("from the script")
    shows(page, "Got: from the script 7 Oslo")


def test_l08_what_a_callback_sets_takes_the_place_of_a_text(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    field = page.get_by_label("Name")
    field.fill("half a te")
    page.keyboard.press("Control+k")
    expect(field).to_have_value("from the callback")
    shows(page, "Got: from the callback 7 Oslo")


def test_a_shortcut_sends_what_was_typed_and_leaves_the_caret(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    field = page.get_by_label("Name")
    field.fill("Ad Lovelace")
    for _ in range(9):
        field.press("ArrowLeft")
    page.keyboard.press("Control+j")
    shows(page, "Got: Ad Lovelace 7 Oslo")
    expect(field).to_be_focused()
    page.keyboard.type("a")
    expect(field).to_have_value("Ada Lovelace")


def begin(page: Page, button: str) -> None:
    """Start a run that waits before it comes to the fields."""
    page.get_by_role("button", name=button).click()
    shows(page, "waiting")


def finish(server: Server, page: Page) -> None:
    (server.folder / "go").touch()
    settled(page)
