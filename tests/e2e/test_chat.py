"""A chat: nothing that is typed or sent is lost, and the page stays where its reader is."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows, with_field
from e2e.server import Server

SCRIPT = """
    import time
    from pathlib import Path

    import streamlit as st

    here = Path(__file__)
    state = st.session_state
    if "messages" not in state:
        state.messages = [
            {"role": ("user", "assistant")[n % 2], "content": f"message {n}"} for n in range(200)
        ]
    for message in state.messages:
        with st.chat_message(message["role"]):
            st.markdown(message["content"])

    def answer(question):
        yield f"answer to {question}:"
        for number in range(100_000):
            if here.with_name("go").exists():
                break
            time.sleep(0.005)
            yield f" {number}" + ("" if number % 20 else "\\n\\n")
        yield f" end of {question}"

    if question := st.chat_input("Ask", key="ask", max_chars=40):
        state.messages.append({"role": "user", "content": question})
        with st.chat_message("user"):
            st.markdown(question)
        with st.chat_message("assistant"):
            text = st.write_stream(answer(question), cursor="▌")
        state.messages.append({"role": "assistant", "content": text})
"""

PLACE = "main => main.scrollHeight - main.scrollTop - main.clientHeight"
CUT = "WebSocket connection to|net::ERR_|Failed to load resource"


@pytest.fixture
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def field(page: Page) -> Locator:
    return page.get_by_placeholder("Ask")


def ask(page: Page, question: str) -> None:
    field(page).fill(question)
    field(page).press("Enter")
    expect(field(page)).to_have_value("")


def questions(page: Page) -> list[str]:
    """What people have said after the first two hundred messages."""
    said = page.get_by_role("group", name="Chat message from user").all_inner_texts()
    return [text.strip() for text in said[100:]]


def test_l05_w20_a_question_that_interrupts_an_answer_is_heard_and_none_is_lost(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    ask(page, "first")
    expect(page.get_by_text("answer to first: 0")).to_be_visible()
    ask(page, "second")
    expect(page.get_by_text("answer to second: 0")).to_be_visible()
    ask(page, "third")
    ask(page, "third")
    ask(page, "fourth")
    expect(page.get_by_text("answer to fourth: 0")).to_be_visible()
    (server.folder / "go").touch()
    expect(page.get_by_text("end of fourth")).to_be_visible()
    settled(page)
    assert questions(page) == ["first", "second", "third", "third", "fourth"]
    assert page.get_by_text("▌").count() == 0
    expect(page.get_by_test_id("stChatMessage")).to_have_count(206)
    expect(page.get_by_test_id("stChatMessage").first).to_have_text("message 0")


def test_l08_half_a_message_outlasts_a_refresh_and_a_crash(server: Server, visit: Visit) -> None:
    page = visit(server.url, but=CUT)
    field(page).fill("half a")
    page.reload()
    settled(page)
    expect(field(page)).to_have_value("half a")
    server.kill()
    field(page).press("End")
    field(page).press_sequentially(" mess")
    server.start()
    settled(page)
    expect(field(page)).to_have_value("half a mess")
    page.reload()
    settled(page)
    expect(field(page)).to_have_value("half a mess")
    (server.folder / "go").touch()
    field(page).press("End")
    field(page).press_sequentially("age")
    field(page).press("Enter")
    expect(page.get_by_text("end of half a message")).to_be_visible()
    assert questions(page) == ["half a message"]


def test_l02_a_message_that_is_sent_while_the_server_is_down_is_answered(
    server: Server, visit: Visit
) -> None:
    page = with_field(visit(server.url, but=CUT), "Ask")
    (server.folder / "go").touch()
    server.kill()
    ask(page, "one")
    ask(page, "two")
    server.start()
    expect(page.get_by_text("end of two")).to_be_visible()
    assert questions(page) == ["one", "two"]


def test_the_page_follows_an_answer_until_its_reader_scrolls_away(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    main = page.get_by_role("main")
    shows(page, "message 199")
    page.wait_for_function(f"() => ({PLACE})(document.querySelector('main')) < 24")
    ask(page, "long")
    expect(page.get_by_text("40 41 42")).to_be_visible()
    # It follows.
    page.wait_for_function(f"() => ({PLACE})(document.querySelector('main')) < 200")
    page.mouse.move(400, 300)
    page.mouse.wheel(0, -1500)
    page.wait_for_function(f"() => ({PLACE})(document.querySelector('main')) > 1000")
    expect(page.get_by_text("100 101 102")).to_be_attached()
    before = main.evaluate("main => main.scrollTop")
    expect(page.get_by_text("240 241 242")).to_be_attached()
    assert main.evaluate("main => main.scrollTop") == before, "it stays"
    ask(page, "next")
    expect(page.get_by_text("answer to next: 0")).to_be_in_viewport()


def test_the_field_is_at_the_bottom_and_hides_nothing_that_has_the_focus(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url, viewport={"width": 390, "height": 700})
    box = field(page).bounding_box()
    assert box
    assert box["y"] > 600
    expect(page.get_by_text("message 199")).to_be_in_viewport()
    last = page.get_by_text("message 199").bounding_box()
    assert last
    assert last["y"] + last["height"] < box["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_stop_ends_an_answer_and_keeps_what_is_there(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT.replace('"Ask", ', '"Ask", submit_mode="stop", '))
    page = visit(server.url)
    ask(page, "long")
    stop = page.get_by_role("button", name="Stop script")
    expect(page.get_by_text("40 41 42")).to_be_visible()
    stop.click()
    settled(page)
    expect(stop).to_have_count(0)
    expect(page.get_by_text("40 41 42")).to_be_visible()
    assert page.get_by_text("▌").count() == 0
    expect(field(page)).to_be_focused()


def test_an_input_method_sends_nothing_before_the_text_is_complete(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    (server.folder / "go").touch()
    field(page).focus()
    typing = page.context.new_cdp_session(page)
    typing.send("Input.imeSetComposition", {"text": "にほ", "selectionStart": 2, "selectionEnd": 2})
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    typing.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    typing.send("Input.insertText", {"text": "日本"})
    expect(field(page)).to_have_value("日本")
    field(page).press("Enter")
    expect(page.get_by_text("end of 日本")).to_be_visible()
    assert questions(page) == ["日本"]


def test_a_stream_costs_bytes_for_what_is_new_of_it(serve: Serve, visit: Visit) -> None:
    server = serve(
        """
        import time
        import streamlit as st
        def words():
            for number in range(1000):
                yield f"{number:04} "
                time.sleep(0.001)
        if st.button("Go"):
            st.write_stream(words, cursor="▌")
            st.text("done")
        """
    )
    sizes: list[int] = []

    def hear(page: Page) -> None:
        page.on(
            "websocket", lambda socket: socket.on("framereceived", lambda f: sizes.append(len(f)))
        )

    page = visit(server.url, before=hear)
    sizes.clear()
    page.get_by_role("button", name="Go").click()
    shows(page, "done")
    assert sum(sizes) < 4 * 5000
