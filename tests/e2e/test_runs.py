"""A run that goes on, and one that fails, as a person sees them."""

import re

from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows

WAIT_FOR = """
    import time
    from pathlib import Path

    import streamlit as st

    def wait_for(name):
        while not Path(__file__).with_name(name).exists():
            time.sleep(0.01)

"""

STREAMING = (
    WAIT_FOR
    + """
    st.write("first")
    wait_for("second")
    st.write("second")
"""
)

STALE = (
    WAIT_FOR
    + """
    again = st.button("Again", key="again")
    for line in range(60):
        st.write("line", line)
    if again:
        wait_for("rest")
    st.write("the rest")
    st.text_input("Name")
"""
)

CACHED = (
    WAIT_FOR
    + """
    st.write("above")

    @st.cache_data
    def load(city):
        wait_for(city)
        return f"loaded {city}"

    city = st.selectbox("City", ["Oslo", "Lima"])
    st.write(load(city))
    st.write("below")
"""
)

LONG = """
    import time

    import streamlit as st

    st.write("above")
    if st.button("Count"):
        place = st.empty()
        for number in range(100_000):
            place.write(f"number {number}")
            time.sleep(0.02)
    st.write("below")
"""

FAILING = """
    import streamlit as st

    st.session_state.setdefault("tries", 0)
    st.write("tries", st.session_state.tries)
    if st.button("Fail"):
        st.session_state.tries += 1
        raise ValueError("no <b>good</b>")
    st.write("drawn after")
"""


def test_r03_elements_show_while_the_script_runs(serve: Serve, visit: Visit) -> None:
    server = serve(STREAMING)
    page = visit(server.url, waits=False)
    shows(page, "first")
    expect(state(page)).to_have_attribute("data-test-script-state", "running")
    expect(page.get_by_role("img", name="Running...")).to_be_visible()
    (server.folder / "second").touch()
    shows(page, "second")
    settled(page)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


def test_r03_what_was_drawn_stays_until_the_run_replaces_it(serve: Serve, visit: Visit) -> None:
    server = serve(STALE)
    page = visit(server.url)
    field = page.get_by_label("Name")
    field.scroll_into_view_if_needed()
    page.evaluate(
        """() => {
            window.lost = 0;
            const count = (changes) => changes.forEach((each) => lost += each.removedNodes.length);
            const main = document.querySelector("[data-testid=stMainBlockContainer]");
            new MutationObserver(count).observe(main, {childList: true, subtree: true});
        }"""
    )
    top = scroll_of(page)
    assert top > 0
    page.get_by_role("button", name="Again").dispatch_event("click")
    expect(page.get_by_test_id("stStatusWidget")).to_be_visible()
    shows(page, "the rest")
    expect(field).to_be_in_viewport()
    (server.folder / "rest").touch()
    settled(page)
    shows(page, "the rest")
    assert page.evaluate("lost") == 0
    assert scroll_of(page) == top


def test_a_run_can_be_stopped(serve: Serve, visit: Visit) -> None:
    page = visit(serve(LONG).url)
    page.get_by_role("button", name="Count").click()
    expect(page.get_by_text(re.compile(r"number \d\d"))).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    settled(page)
    shows(page, "above")
    expect(page.get_by_text("number")).to_be_visible()
    page.keyboard.press("r")
    settled(page)
    expect(page.get_by_text("number")).to_have_count(0)
    shows(page, "below")


def test_r06_an_exception_shows_below_what_was_drawn_and_the_next_click_works(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(FAILING).url)
    shows(page, "drawn after")
    page.get_by_role("button", name="Fail").click()
    error = page.get_by_test_id("stException")
    expect(error.get_by_test_id("stExceptionMessage")).to_have_text("ValueError: no <b>good</b>")
    expect(error.get_by_test_id("stExceptionTraceRow")).to_have_count(1)
    expect(error).to_contain_text("app.py")
    expect(error).to_contain_text("""raise ValueError("no <b>good</b>")""")
    expect(page.get_by_test_id("stElementContainer").last).to_contain_text("Traceback")
    shows(page, "tries 0")
    expect(page.get_by_text("drawn after")).to_have_count(0)
    page.get_by_role("button", name="Fail").click()
    shows(page, "tries 1")
    page.keyboard.press("r")
    shows(page, "drawn after")
    shows(page, "tries 2")
    expect(error).to_have_count(0)


def state(page: Page) -> Locator:
    return page.get_by_test_id("stApp")


def scroll_of(page: Page) -> float:
    return page.evaluate(
        """() => Math.max(document.scrollingElement.scrollTop,
            ...[...document.querySelectorAll("section, main, div")].map((e) => e.scrollTop))"""
    )


def test_k09_a_spinner_stands_where_a_cached_function_goes_on_and_leaves_no_ghost(
    serve: Serve, visit: Visit
) -> None:
    server = serve(CACHED)
    page = visit(server.url, waits=False)
    spinner = page.get_by_test_id("stSpinner")
    expect(spinner).to_have_text("Running load(...).")
    expect(spinner.locator("code")).to_have_text("load(...)")
    (server.folder / "Oslo").touch()
    shows(page, "loaded Oslo")
    expect(spinner).to_have_count(0)
    page.reload()
    shows(page, "loaded Oslo")
    expect(spinner).to_have_count(0)
