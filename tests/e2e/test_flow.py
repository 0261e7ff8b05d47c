"""Fragments and dialogs as a person has them: by keys, over F5 and kill -9, on a clock."""

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled, shows, shows_focus
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    def count(name):
        st.session_state[name] = st.session_state.get(name, 0) + 1
        return st.session_state[name]

    st.text(f"page {count('page')}")

    @st.dialog("Cast your **vote**", icon=":material/mail:")
    def vote(item):
        st.text(f"vote {count('vote')}")
        st.text_input(f"Why {item}?", key="why")
        st.selectbox("How", ["hot", "cold"], key="how")
        st.date_input("When")
        for number in range(12):
            st.checkbox(f"Reason {number}")
        if st.button("Submit", type="primary"):
            st.session_state.said = f"{item}: {st.session_state.why}"
            st.rerun()

    if st.button("Tea"):
        vote("tea")
    st.text(st.session_state.get("said", "nothing said"))
"""

CLOCK = """
    import streamlit as st

    st.session_state.setdefault("ticks", 0)
    st.session_state.setdefault("page", 0)
    st.session_state.page += 1

    @st.fragment(run_every=0.1)
    def clock():
        st.session_state.ticks += 1
        st.text(f"ticks {st.session_state.ticks}")
        st.text_input("Name")

    clock()
    st.text(f"page {st.session_state.page}")
"""

CUT = "WebSocket connection to|net::ERR_|Failed to load resource"

FOCUS_IS_IN = "document.activeElement.closest('dialog') !== null"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    page = visit(server.url)
    shows(page, "page 1")
    return page


def opened(page: Page) -> Page:
    page.get_by_role("button", name="Tea").click()
    expect(page.get_by_label("Why tea?")).to_be_visible()
    return page


def test_g01_a_dialog_is_opened_used_and_closed_by_keys(page: Page) -> None:
    tea = page.get_by_role("button", name="Tea")
    tea.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cast your vote")
    expect(dialog).to_have_attribute("aria-modal", "true")
    expect(page.get_by_test_id("stDialog")).to_have_count(1)
    expect(dialog).to_be_focused()
    expect(page.get_by_label("Why tea?")).to_be_visible()
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    assert shows_focus(page)
    page.keyboard.press("Tab")
    page.keyboard.type("thirst")
    page.keyboard.press("Tab")
    # What opens in it closes by an Escape of its own.
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="cold")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option", name="cold")).to_have_count(0)
    expect(dialog).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS_IS_IN} || document.activeElement === document.body")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(tea).to_be_focused()
    settled(page)
    shows(page, "page 2")


def test_g01_what_is_done_in_it_runs_it_alone_and_a_press_beside_it_closes_it(page: Page) -> None:
    opened(page).get_by_label("Reason 1", exact=True).check()
    shows(page, "vote 2")
    page.get_by_role("dialog").click(position={"x": 20, "y": 20})
    expect(page.get_by_role("dialog")).to_be_visible()
    page.mouse.click(5, 5)
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)
    page.reload()
    shows(page, "page 3")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_s10_an_open_dialog_outlasts_f5_and_kill_9(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = opened(visit(server.url, but=CUT))
    why = page.get_by_label("Why tea?")
    why.fill("half")
    page.reload()
    expect(why).to_have_value("half")
    settled(page)
    why.fill("half typed")
    why.blur()
    settled(page)
    server.kill()
    page.get_by_label("Reason 3").check()
    server.start()
    settled(page)
    expect(page.get_by_label("Reason 3")).to_be_checked()
    expect(why).to_have_value("half typed")
    page.get_by_role("button", name="Submit").click()
    shows(page, "tea: half typed")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(server: Server, visit: Visit, theme: str, screen: str) -> None:
    page = visit(server.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    opened(page)
    settled(page)
    assert violations(page) == []


def test_on_a_phone_what_is_long_scrolls_in_it(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    opened(page)
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["height"] < 600
    page.get_by_role("button", name="Submit").click()
    shows(page, "tea: ")


def test_g02_a_fragment_on_a_clock_leaves_what_is_typed_and_rests_while_hidden(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(CLOCK).url)
    ticked(page, 3)
    page.get_by_label("Name").click()
    page.keyboard.type("Ad")
    ticked(page, 8)
    page.keyboard.type("a")
    expect(page.get_by_label("Name")).to_have_value("Ada")
    shows(page, "page 1")
    page.get_by_label("Name").blur()
    hide(page, True)
    page.keyboard.press("r")
    shows(page, "page 2")
    settled(page)
    ticks = int(page.get_by_text("ticks").inner_text().split()[1])
    for number in range(3, 10):
        page.keyboard.press("r")
        shows(page, f"page {number}")
    # Each run of the page is one of the fragment, and there was none besides.
    shows(page, f"ticks {ticks + 7}")
    hide(page, False)
    ticked(page, ticks + 9)
    shows(page, "page 9")


def ticked(page: Page, times: int) -> None:
    """Wait until the clock has ticked so often."""
    page.wait_for_function(
        "(times) => Number(/ticks (\\d+)/.exec(document.body.innerText)?.[1]) >= times", arg=times
    )


def hide(page: Page, is_hidden: bool) -> None:
    """Have the page believe that another tab is before it."""
    page.evaluate(
        """(isHidden) => {
            Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        is_hidden,
    )
