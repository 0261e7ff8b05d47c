"""Scripts that never end, and modules that fail, as a person meets them."""

import re

from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

HANGING = """
    import time
    from pathlib import Path

    import streamlit as st

    st.session_state.setdefault("n", 0)
    if st.button("Add"):
        st.session_state.n += 1
    st.write("n is", st.session_state.n)
    loops, sleeps = st.button("Loop"), st.button("Sleep")
    if loops or sleeps:
        Path(__file__).with_name("hangs").touch()
    while loops:
        pass
    if sleeps:
        time.sleep(10**6)
    st.write("below")
"""
STOPPED = re.compile("did not answer, and was stopped")

IMPORTING = """
    import streamlit as st
    import {module}

    st.write("value", {module}.value)
    st.button("Go")
"""


def test_r08_stop_gets_out_of_clicks_that_hang(serve: Serve, visit: Visit) -> None:
    server = serve(HANGING)
    page = visit(server.url)
    for turn, name in enumerate(("Loop", "Sleep", "Loop"), 1):
        hang(server, page, name)
        page.get_by_role("button", name="Stop").click()
        settled(page)
        expect(page.get_by_test_id("stNotification")).to_contain_text(STOPPED)
        shows(page, "below")
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_text(f"n is {turn}")).to_be_visible()
        settled(page)


def test_r08_a_refresh_gets_out_of_clicks_that_hang(serve: Serve, visit: Visit) -> None:
    server = serve(HANGING)
    page = visit(server.url)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("n is 1")).to_be_visible()
    for turn, name in enumerate(("Loop", "Sleep"), 2):
        hang(server, page, name)
        page.reload()
        # What was there last shows at once.
        shows(page, "below")
        expect(page.get_by_test_id("stNotification")).to_contain_text(STOPPED, timeout=20_000)
        settled(page)
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_text(f"n is {turn}")).to_be_visible()
        settled(page)


def test_r08_a_page_whose_module_was_broken_heals_by_itself(serve: Serve, visit: Visit) -> None:
    server = serve(IMPORTING.format(module="mendable"), "--server.runOnSave", "true")
    module = server.folder / "mendable.py"
    page = visit(server.url)
    error = page.get_by_test_id("stException")
    expect(error).to_contain_text("No module named 'mendable'")
    for number, broken in enumerate(("value = (", "1 / 0", "import deeper_mendable"), 1):
        module.write_text(f"value = {number}\n")
        expect(page.get_by_text(f"value {number}")).to_be_visible()
        expect(error).to_have_count(0)
        module.write_text(broken)
        expect(error).to_be_visible()
        settled(page)
    (server.folder / "deeper_mendable.py").write_text("def\n")
    expect(error).to_contain_text("SyntaxError")
    (server.folder / "deeper_mendable.py").write_text("")
    expect(error).to_contain_text("AttributeError")
    module.write_text("value = 9\n")
    expect(page.get_by_text("value 9")).to_be_visible()


def test_r08_a_package_that_comes_later_is_offered(serve: Serve, visit: Visit) -> None:
    server = serve(IMPORTING.format(module="late_package"), "--server.runOnSave", "false")
    page = visit(server.url)
    expect(page.get_by_test_id("stException")).to_be_visible()
    (server.folder / "late_package").mkdir()
    (server.folder / "late_package/__init__.py").write_text("value = 5\n")
    notice = page.get_by_test_id("stScriptChanged")
    expect(notice).to_be_visible()
    notice.get_by_role("button", name="Rerun", exact=True).click()
    expect(page.get_by_text("value 5")).to_be_visible()


def hang(server: Server, page: Page, name: str) -> None:
    """Click, and wait until the script hangs."""
    mark = server.folder / "hangs"
    mark.unlink(missing_ok=True)
    page.get_by_role("button", name=name).click()
    while not mark.exists():
        page.wait_for_timeout(10)
