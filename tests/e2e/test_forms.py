"""F01 to F03: forms. One event for many values, and nothing of a form half filled is lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
import time
from pathlib import Path

import streamlit as st

state = st.session_state
state.setdefault("runs", 0)
state.setdefault("log", [])
state.runs += 1
here = Path(__file__)


def note():
    state.log.append(state.name)


st.text(f"Runs: {state.runs}")
with st.form("guest"):
    name = st.text_input("Name", "Ada", key="name")
    left, right = st.columns(2)
    age = left.slider("Age", 0, 99, 30)
    size = right.radio("Size", ["S", "M", "L"])
    with st.expander("More"):
        city = st.selectbox("City", ["Oslo", "Bergen"])
        count = st.number_input("Count", value=2)
    sent = st.form_submit_button("Save", on_click=note)
    also = st.form_submit_button("Save and close", shortcut="Ctrl+J")
st.text(f"Got: {name} {age} {size} {city} {count} {sent} {also}")
with st.form("todo", clear_on_submit=True):
    todo = st.text_input("To do")
    urgent = st.checkbox("Urgent")
    if st.form_submit_button("Add"):
        st.text(f"Added: {todo} {urgent}")
        while here.with_name("wait").exists():
            time.sleep(0.01)
        if todo == "fail":
            raise ValueError("nothing is lost")
st.checkbox("Elsewhere")
st.text(f"Log: {state.log}")
"""
CUT = "WebSocket connection to|net::ERR_|Failed to load resource"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def name(page: Page) -> Locator:
    return page.get_by_label("Name")


def fill(page: Page) -> None:
    """Fill the form, up to the middle of a word, with everything a form can hold."""
    page.get_by_role("slider", name="Age").press("ArrowRight")
    page.get_by_text("L", exact=True).click()
    page.get_by_text("More", exact=True).click()
    page.get_by_role("combobox", name="City").click()
    page.get_by_role("option", name="Bergen").click()
    page.get_by_role("button", name="Increment").click()
    name(page).fill("Gra")


def is_filled(page: Page) -> None:
    expect(name(page)).to_have_value("Gra")
    expect(page.get_by_role("slider", name="Age")).to_have_attribute("aria-valuenow", "31")
    expect(page.get_by_role("radio", name="L")).to_be_checked()
    expect(page.get_by_role("combobox", name="City")).to_have_value("Bergen")
    expect(page.get_by_label("Count")).to_have_value("3")


def test_f01_w17_many_values_are_one_run(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    fill(page)
    settled(page)
    shows(page, "Runs: 1")
    press(page, "Save")
    shows(page, "Got: Gra 31 L Bergen 3 True False")
    shows(page, "Runs: 2")
    shows(page, "Log: ['Gra']")
    is_filled(page)
    page.keyboard.press("Control+j")
    shows(page, "Got: Gra 31 L Bergen 3 False True")
    shows(page, "Runs: 3")


def test_f03_l02_half_filled_it_outlasts_a_refresh_a_crash_and_another_change(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    fill(page)
    page.reload()
    settled(page)
    is_filled(page)
    shows(page, "Got: Ada 30 S Oslo 2 False False")
    server.kill()
    server.start()
    settled(page)
    is_filled(page)
    page.get_by_text("Elsewhere").click()
    settled(page)
    is_filled(page)
    server.kill()
    name(page).press("End")
    page.keyboard.type("ce")
    page.keyboard.press("Tab")
    page.get_by_role("slider", name="Age").press("ArrowRight")
    server.start()
    settled(page)
    page.reload()
    settled(page)
    expect(name(page)).to_have_value("Grace")
    shows(page, "Log: []")
    press(page, "Save")
    shows(page, "Got: Grace 32 L Bergen 3 True False")
    shows(page, "Log: ['Grace']")


def test_l02_submitted_to_a_server_that_is_gone_it_counts_once(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    fill(page)
    server.kill()
    press(page, "Save")
    is_filled(page)
    server.start()
    shows(page, "Got: Gra 31 L Bergen 3 True False")
    shows(page, "Log: ['Gra']")
    is_filled(page)


def test_s01_another_tab_has_a_form_of_its_own(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    fill(page)
    second = page.context.new_page()
    second.goto(server.url)
    settled(second)
    expect(name(second)).to_have_value("Ada")
    is_filled(page)


def test_f02_enter_submits_by_the_first_button(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    name(page).fill("Bob")
    expect(page.get_by_text("Press Enter to submit form").first).to_be_visible()
    page.keyboard.press("Enter")
    shows(page, "Got: Bob 30 S Oslo 2 True False")
    shows(page, "Runs: 2")
    expect(name(page)).to_be_focused()


def test_f02_clear_on_submit(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    todo = page.get_by_label("To do")
    page.get_by_text("Urgent").click()
    todo.fill("tea")
    page.keyboard.press("Enter")
    shows(page, "Added: tea True")
    settled(page)
    shows(page, "Runs: 2")
    expect(todo).to_have_value("")
    expect(todo).to_be_focused()
    expect(page.get_by_label("Urgent")).not_to_be_checked()
    page.keyboard.type("milk")
    press(page, "Add")
    shows(page, "Added: milk False")


def test_f02_a_failed_run_clears_nothing(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    todo = page.get_by_label("To do")
    page.get_by_text("Urgent").click()
    todo.fill("fail")
    press(page, "Add")
    expect(page.get_by_test_id("stException")).to_be_visible()
    settled(page)
    expect(todo).to_have_value("fail")
    expect(page.get_by_label("Urgent")).to_be_checked()


def test_f02_what_is_typed_while_the_script_runs_is_not_cleared(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    todo = page.get_by_label("To do")
    flag = server.folder / "wait"
    flag.touch()
    todo.fill("tea")
    page.keyboard.press("Enter")
    shows(page, "Added: tea False")
    page.get_by_text("Urgent").click()
    todo.fill("mil")
    flag.unlink()
    settled(page)
    expect(todo).to_have_value("mil")
    expect(page.get_by_label("Urgent")).to_be_checked()
    todo.press("End")
    page.keyboard.type("k")
    page.keyboard.press("Enter")
    shows(page, "Added: milk True")
    settled(page)
    expect(todo).to_have_value("")


def test_f02_what_is_submitted_while_the_script_runs_is_what_is_shown(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    flag = server.folder / "wait"
    flag.touch()
    page.get_by_label("To do").fill("tea")
    page.keyboard.press("Enter")
    shows(page, "Added: tea False")
    page.get_by_text("Urgent").click()
    press(page, "Add")
    flag.unlink()
    shows(page, "Added: tea True")


def test_l05_a_fast_double_submit_counts_twice_in_order(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    name(page).fill("one")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    press(page, "Save")
    shows(page, "Log: ['one', 'two', 'two']")
    settled(page)
    shows(page, "Runs: 4")


def test_it_is_as_wide_as_the_page_on_a_phone(server: Server, visit: Visit) -> None:
    page = visit(server.url, viewport={"width": 390, "height": 800})
    form = page.get_by_test_id("stForm").first
    expect(form).to_be_visible()
    box = form.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
