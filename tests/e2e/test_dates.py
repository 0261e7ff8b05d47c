"""Dates and times in a browser: by keyboard alone, in its language, and below our policy."""

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit
from e2e.server import Server

SCRIPT = """
import streamlit as st
st.text(st.date_input("Day", "2026-02-03", format="DD.MM.YYYY"))
days = st.date_input("Days", ("2026-02-03", "2026-02-09"), "2026-01-01", "2026-12-31")
st.text(" to ".join(map(str, days)))
st.text(st.time_input("Start", "08:45"))
st.text(st.datetime_input("Meeting", "2026-02-03 08:45"))
st.date_input("Empty", None, required=True)
st.date_input("Off", "2026-02-03", disabled=True)
st.selectbox("Other", ["a"])
"""
BUTTONS = ["Choose date", "Choose date range", "Choose time", "Choose date and time"]


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def shows(page: Page, *texts: str) -> None:
    expect(page.get_by_test_id("stText")).to_have_text(texts)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_any_of_them_open(
    server: Server, visit: Visit, theme: str, screen: str
) -> None:
    page = visit(server.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert violations(page) == []
    for name in BUTTONS:
        page.get_by_role("button", name=name, exact=True).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == [], name
        box = page.get_by_role("dialog").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SCREENS[screen]["width"]
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_all_of_it_by_keyboard(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    page.get_by_role("spinbutton", name="day, Day").first.focus()
    page.keyboard.type("12032026")
    page.keyboard.press("Tab")
    shows(page, "2026-03-12", "2026-02-03 to 2026-02-09", "08:45:00", "2026-02-03 08:45:00")

    page.keyboard.press("Enter")
    expect(page.get_by_role("grid", name="Choose date, March 2026")).to_be_visible()
    for key in ("PageUp", "ArrowDown", "Home", "Enter"):
        page.keyboard.press(key)
    shows(page, "2026-02-01", "2026-02-03 to 2026-02-09", "08:45:00", "2026-02-03 08:45:00")
    expect(page.get_by_role("button", name="Choose date").first).to_be_focused()

    page.get_by_role("button", name="Choose date range").press("Enter")
    expect(page.get_by_role("grid")).to_be_visible()
    page.keyboard.press("Enter")
    shows(page, "2026-02-01", "2026-02-03", "08:45:00", "2026-02-03 08:45:00")
    for key in ("PageDown", "PageDown", "Enter"):
        page.keyboard.press(key)
    shows(page, "2026-02-01", "2026-02-03 to 2026-04-04", "08:45:00", "2026-02-03 08:45:00")

    page.get_by_role("button", name="Choose time").press("Enter")
    expect(page.get_by_role("listbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("spinbutton", name="minute, Meeting").press("ArrowUp")
    shows(page, "2026-02-01", "2026-02-03 to 2026-04-04", "09:00:00", "2026-02-03 09:00:00")


def test_weeks_and_months_are_the_browsers(server: Server, visit: Visit) -> None:
    page = visit(server.url, locale="de-DE")
    page.get_by_role("button", name="Choose date").first.click()
    expect(page.get_by_role("combobox", name="month")).to_have_value("2")
    expect(page.get_by_role("option", name="Februar")).to_be_attached()
    expect(page.locator("[role=grid] th").first).to_have_text("Mo")


def test_a_date_that_is_typed_and_not_yet_sent_outlasts_a_refresh(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    page.get_by_role("spinbutton", name="day, Day").first.focus()
    page.keyboard.type("12")
    page.reload()
    expect(page.get_by_role("spinbutton", name="day, Day").first).to_have_text("12")
    shows(page, "2026-02-03", "2026-02-03 to 2026-02-09", "08:45:00", "2026-02-03 08:45:00")
