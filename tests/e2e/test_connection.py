"""A lost connection, or a lost server, loses nothing that a person does."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.proxy import Proxy
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    st.session_state.setdefault("count", 0)
    if st.button("Increment"):
        st.session_state.count += 1
        print("counted", st.session_state.count, flush=True)
    st.write("Count =", st.session_state.count)
    st.write("Hello,", st.text_input("Name"))
"""

LONG = """
    import time
    from pathlib import Path

    import streamlit as st

    st.write("first")
    while not Path(__file__).with_name("go").exists():
        time.sleep(0.01)
    st.write("second")
    print("at the end", flush=True)
"""

CUT = "WebSocket connection to|ERR_CONNECTION"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def network(server: Server) -> Iterator[Proxy]:
    with Proxy(server.port) as proxy:
        yield proxy


def test_a_cut_network_keeps_state_and_clicks_made_meanwhile_count_once(
    network: Proxy, visit: Visit
) -> None:
    page = visit(network.url, but=CUT)
    click(page, 2)
    shows(page, "Count = 2")
    network.cut()
    expect(notice(page)).to_contain_text("Connection lost")
    shows(page, "Count = 2")
    click(page, 3)
    network.mend()
    shows(page, "Count = 5")
    expect(notice(page)).to_have_count(0)
    settled(page)
    shows(page, "Count = 5")


def test_a_text_entered_while_the_network_is_cut_stays_and_arrives(
    network: Proxy, visit: Visit
) -> None:
    page = visit(network.url, but=CUT)
    network.cut()
    expect(notice(page)).to_be_visible()
    field = page.get_by_label("Name")
    field.fill("Ada")
    field.press("Enter")
    expect(field).to_have_value("Ada")
    network.mend()
    shows(page, "Hello, Ada")
    expect(field).to_have_value("Ada")


def test_a_click_whose_answer_is_lost_counts_once(
    server: Server, network: Proxy, visit: Visit
) -> None:
    page = visit(network.url, but=CUT)
    click(page, 6)
    shows(page, "Count = 6")
    network.loses_answers = True
    click(page, 1)
    server.hear("counted 7")
    shows(page, "Count = 6")
    network.cut()
    network.mend()
    shows(page, "Count = 7")
    settled(page)
    shows(page, "Count = 7")


def test_l03_a_killed_server_is_awaited_and_every_click_counts(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    click(page, 4)
    shows(page, "Count = 4")
    server.kill()
    expect(notice(page)).to_contain_text("Connection lost")
    shows(page, "Count = 4")
    click(page, 1)
    server.start()
    shows(page, "Count = 5")
    expect(notice(page)).to_have_count(0)
    click(page, 1)
    shows(page, "Count = 6")


def test_half_a_text_stays_while_the_server_is_replaced(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    field = page.get_by_label("Name")
    field.fill("Ada Love")
    server.kill()
    expect(notice(page)).to_be_visible()
    page.keyboard.type("la")
    server.start()
    expect(notice(page)).to_have_count(0)
    settled(page)
    shows(page, "Hello,")
    expect(field).to_be_focused()
    page.keyboard.type("ce")
    expect(field).to_have_value("Ada Lovelace")
    page.keyboard.press("Enter")
    shows(page, "Hello, Ada Lovelace")


def test_a_run_goes_on_while_the_network_is_cut(serve: Serve, visit: Visit) -> None:
    server = serve(LONG)
    with Proxy(server.port) as network:
        page = visit(network.url, but=CUT, waits=False)
        first = page.get_by_text("first", exact=True)
        first.evaluate("(element) => (window.first = element)")
        network.cut()
        expect(notice(page)).to_be_visible()
        (server.folder / "go").touch()
        server.hear("at the end")
        network.mend()
        shows(page, "second")
        settled(page)
        assert first.evaluate("(element) => element === window.first")


def test_what_is_too_big_for_the_server_is_said_and_the_rest_works(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(SCRIPT, "--server.maxMessageSize", "1").url, but=CUT)
    field = page.get_by_label("Name")
    field.fill("a" * 1_100_000)
    field.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("larger than this server accepts")
    click(page, 1)
    shows(page, "Count = 1")
    field.fill("Ada")
    field.press("Enter")
    shows(page, "Hello, Ada")


def test_a_page_that_is_loaded_again_goes_on_where_it_was(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    click(page, 3)
    shows(page, "Count = 3")
    page.reload()
    shows(page, "Count = 3")
    click(page, 1)
    shows(page, "Count = 4")


def click(page: Page, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name="Increment").click()


def notice(page: Page) -> Locator:
    return page.get_by_test_id("stConnectionStatus")
