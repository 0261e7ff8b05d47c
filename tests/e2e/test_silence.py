"""+N08: a connection that has gone silent is noticed, and what was done meanwhile counts once."""

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.proxy import Proxy
from e2e.server import Server
from ostinato.wire.codec import encode
from ostinato.wire.messages import Batch, Pong

SCRIPT = """
    import time
    from pathlib import Path

    import streamlit as st

    st.session_state.setdefault("count", 0)
    if st.button("Increment"):
        st.session_state.count += 1
    st.write("Count =", st.session_state.count)
    if st.button("Long"):
        st.write("waiting")
        while not Path(__file__).with_name("go").exists():
            time.sleep(0.01)
        st.write("over")
    if st.button("Live"):
        slot = st.empty()
        for n in range(1_000_000):
            slot.text(f"Live {n}")
            time.sleep(0.01)
    if st.button("Large"):
        st.text("x" * 600_000)
    st.write("The end")
"""

CUT = "WebSocket connection to|ERR_|Failed to load resource"
PONG = encode(Batch(0, [Pong()]))
WATCH = """() => {
    window.seen = [];
    addEventListener("offline", () => setTimeout(() => { window.isOffline = true; }, 500));
    const look = () => {
        const notices = document.querySelectorAll(".st-shell-notice");
        for (const each of notices) window.seen.push(each.textContent);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""
"""Notes every notice that comes up, and when the browser has been offline for a while."""

SOON = 20_000
"""Milliseconds until a silent connection is given up and a notice says so."""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def network(server: Server) -> Iterator[Proxy]:
    with Proxy(server.port) as proxy:
        yield proxy


def test_n08_a_server_that_has_stopped_is_told_of_and_counts_every_click_when_it_goes_on(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    press(page, "Increment")
    shows(page, "Count = 1")
    server.send(signal.SIGSTOP)
    try:
        press(page, "Increment")
        expect(notice(page)).to_contain_text("Connection lost", timeout=SOON)
        press(page, "Increment")
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    finally:
        server.send(signal.SIGCONT)
    expect(page.get_by_text("Count = 3")).to_be_visible(timeout=SOON)
    expect(notice(page)).to_have_count(0)
    settled(page)
    shows(page, "Count = 3")


@pytest.mark.parametrize(
    ("questions", "answers"), [(True, False), (False, True)], ids=["questions", "answers"]
)
def test_n08_a_network_that_swallows_is_left(
    network: Proxy, visit: Visit, questions: bool, answers: bool
) -> None:
    page = visit(network.url, but=CUT)
    press(page, "Increment")
    shows(page, "Count = 1")
    network.swallow(questions=questions, answers=answers)
    press(page, "Increment")
    expect(notice(page)).to_be_visible(timeout=SOON)
    network.mend()
    expect(page.get_by_text("Count = 2")).to_be_visible(timeout=SOON)
    settled(page)
    shows(page, "Count = 2")


def test_n08_a_click_that_is_swallowed_while_frames_still_come_is_sent_again(
    network: Proxy, visit: Visit
) -> None:
    page = visit(network.url, but=CUT)
    press(page, "Live")
    moves(page)
    network.swallow(answers=False)
    press(page, "Increment")
    expect(notice(page)).to_be_visible(timeout=SOON)
    network.mend()
    expect(page.get_by_text("Count = 1")).to_be_visible(timeout=SOON)


def test_n08_a_run_that_says_nothing_for_long_is_not_taken_for_silence(
    server: Server, network: Proxy, visit: Visit
) -> None:
    sockets: list[WebSocket] = []

    def note(socket: WebSocket) -> None:
        sockets.append(socket)

    page = visit(network.url, before=lambda page: page.on("websocket", note))
    press(page, "Long")
    shows(page, "waiting")
    for _ in range(5):
        sockets[0].wait_for_event("framereceived", lambda frame: frame == PONG, timeout=SOON)
    (server.folder / "go").touch()
    shows(page, "over")
    assert len(sockets) == 1


def test_n08_a_slow_link_gets_a_large_frame_on_its_first_connection(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    with Proxy(server.port, rate=40_000) as network:
        page = visit(network.url, waits=False)
        expect(page.get_by_text("The end")).to_be_visible(timeout=60_000)
        before = network.connections
        press(page, "Large")
        expect(page.get_by_text("x" * 600_000)).to_be_visible(timeout=60_000)
        assert network.connections == before
        assert notice(page).count() == 0


def test_n08_a_browser_that_is_offline_says_so_at_once_and_shows_no_run(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url, but=CUT)
    press(page, "Live")
    moves(page)
    expect(page.get_by_test_id("stStatusWidget")).to_be_visible()
    page.context.set_offline(True)  # which leaves the socket open
    expect(notice(page)).to_contain_text("You are offline; ", timeout=2000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    press(page, "Increment")
    expect(notice(page)).to_contain_text("offline; what you have done waits, and will be sent.")
    page.context.set_offline(False)
    shows(page, "Count = 1")
    expect(notice(page)).to_have_count(0)


def test_n08_a_server_that_is_within_reach_all_the_same_is_not_called_offline(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    press(page, "Live")
    moves(page)
    page.evaluate(WATCH)
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    page.wait_for_function("() => window.isOffline")
    moves(page)
    assert page.evaluate("() => window.seen") == []


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def moves(page: Page) -> None:
    """Wait until the run that goes on draws something new."""
    live = page.get_by_test_id("stText")
    before = live.text_content()
    assert before
    expect(live).not_to_have_text(before)


def notice(page: Page) -> Locator:
    return page.get_by_test_id("stConnectionStatus")
