"""+N03: a store that is late or away is in nobody's way, and the page tells what is true."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.editor_storm import cell, choose, write
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server
from services import RedisServer

SCRIPT = """
    import streamlit as st

    st.session_state.setdefault("count", 0)
    if st.button("Add one"):
        st.session_state.count += 1
    st.write("Count =", st.session_state.count)
    st.text_input("Name", key="name")
"""
TABLE = """
    import streamlit as st

    rows = {rows}
    out = st.session_state.rows = st.data_editor(rows, num_rows="dynamic", key="editor")
    st.text(" ".join(f"{{row['item']}}:{{row['count']}}" for row in out))
"""
ROWS = '[{"item": "pen", "count": 3}, {"item": "cup", "count": 5}]'
GIVEN_BACK = f'st.session_state.get("rows", {ROWS})'
CUT = "WebSocket connection to"
ALL_IS_CONFIRMED = """() => {
    dispatchEvent(new Event("pagehide"));
    return JSON.parse(Object.values(sessionStorage)[0]).events.length === 0;
}"""
"""Has the page write down what it would need after a reload, and looks for events in that."""


@pytest.fixture
def redis(start_redis: Callable[..., RedisServer]) -> RedisServer:
    return start_redis("--appendonly", "yes", "--appendfsync", "always")


def test_n03_what_is_not_saved_yet_is_said_until_it_is(
    serve: Serve, visit: Visit, redis: RedisServer
) -> None:
    page = visit(serve(SCRIPT, "--store", redis.url).url)
    click(page)
    shows(page, "Count = 1")
    redis.stop()
    click(page)
    shows(page, "Count = 2")
    expect(notice(page)).to_have_text("Not saved yet. Saving resumes by itself.")
    click(page)
    shows(page, "Count = 3")
    redis.start()
    expect(notice(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("Everything is saved.")
    page.reload()
    shows(page, "Count = 3")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_n03_a_page_stands_in_for_what_cannot_be_reached(
    serve: Serve, visit: Visit, redis: RedisServer, theme: str
) -> None:
    server = serve(SCRIPT, "--store", redis.url)
    page = visit(server.url, but=CUT, before=load_axe, color_scheme=theme)
    name = page.get_by_label("Name")
    name.fill("Ada")
    name.press("Enter")
    click(page)
    shows(page, "Count = 1")
    page.wait_for_function(ALL_IS_CONFIRMED)
    redis.stop()
    server.kill()
    server.start()
    expect(notice(page)).to_contain_text("cannot be reached right now")
    shows(page, "Count = 0")
    assert violations(page) == []
    click(page)
    shows(page, "Count = 1")
    redis.start()
    shows(page, "Count = 2")
    expect(name).to_have_value("Ada")
    expect(notice(page)).to_have_count(0)


def edited(serve: Serve, visit: Visit, redis: RedisServer, rows: str) -> tuple[Server, Page]:
    """Return a server, and a page on which a table was edited once, which the store has."""
    server = serve(TABLE.format(rows=rows), "--store", redis.url)
    page = visit(server.url, but=CUT)
    write(page, 0, "count", "7")
    shows(page, "pen:7 cup:5")
    page.wait_for_function(ALL_IS_CONFIRMED)
    return server, page


@pytest.mark.parametrize("rows", [ROWS, GIVEN_BACK])
def test_v08_a_table_that_stands_in_takes_no_edits_that_would_undo_others(
    serve: Serve, visit: Visit, redis: RedisServer, rows: str
) -> None:
    server, page = edited(serve, visit, redis, rows)
    choose(page, 1, "item")
    page.keyboard.type("sauc")
    redis.stop()
    server.kill()
    server.start()
    expect(notice(page)).to_contain_text("cannot be reached right now")
    settled(page)
    expect(cell(page, 1, "count")).to_have_attribute("aria-readonly", "true")
    page.keyboard.type("er")
    page.keyboard.press("Enter")
    left = page.get_by_text("“saucer” was not entered in “item”")
    expect(left).to_be_visible()
    shows(page, "pen:3 cup:5")
    redis.start()
    shows(page, "pen:7 cup:5")
    expect(left).to_be_visible()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.keyboard.press("Enter")
    shows(page, "pen:7 saucer:5")
    write(page, 1, "count", "8")
    shows(page, "pen:7 saucer:8")


@pytest.mark.parametrize("loads", [False, True])
def test_v08_what_is_entered_while_the_store_is_away_outlives_the_process(
    serve: Serve, visit: Visit, redis: RedisServer, loads: bool
) -> None:
    server, page = edited(serve, visit, redis, GIVEN_BACK)
    redis.stop()
    write(page, 1, "count", "8")
    shows(page, "pen:7 cup:8")
    write(page, 0, "item", "ink")
    shows(page, "ink:7 cup:8")
    write(page, 1, "item", "mug")
    shows(page, "ink:7 mug:8")
    server.kill()
    redis.start()
    server.start()
    if loads:
        page.reload()
    shows(page, "ink:7 mug:8")
    expect(notice(page)).to_have_count(0)
    write(page, 1, "count", "9")
    shows(page, "ink:7 mug:9")


def click(page: Page) -> None:
    page.get_by_role("button", name="Add one").click()


def notice(page: Page) -> Locator:
    return page.get_by_test_id("stSaving")
