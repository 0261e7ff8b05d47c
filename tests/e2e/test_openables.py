"""What opens and closes: by keys, over refreshes, and where a person looks for what is in it."""

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    state = st.session_state
    with st.expander("More"):
        st.text("in the expander")
    for name, tab in zip("ABC", st.tabs(["Tab A", "Tab B", "Tab C"])):
        tab.text(f"in tab {name}")
    with st.popover("Filter"):
        city = st.selectbox("City", ["Oslo", "Bergen"])
        st.checkbox("Red")
    lazy = st.expander("Lazy", on_change="rerun", key="lazy")
    if lazy.open:
        lazy.text("computed")
    state.setdefault("chosen", [])
    if (form := st.menu_button("Export", ["CSV", "**JSON**"], key="export")) is not None:
        state.chosen.append(form)
    st.button("Rerun")
    st.text(f"{city} {state.lazy} {state.chosen}")
    for name in ("One", "Two"):
        with st.expander(name, type="step", icon=":material/check:"):
            st.text(name.lower())
    st.expander("Aside", type="compact", expanded=True).text("in small print")
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    page = visit(server.url)
    shows(page, "in tab A")
    return page


def test_w21_what_is_open_outlasts_reruns_and_refreshes(page: Page) -> None:
    page.get_by_text("More", exact=True).click()
    page.get_by_role("tab", name="Tab C").click()
    page.get_by_role("button", name="Rerun").click()
    settled(page)
    shows(page, "in the expander")
    shows(page, "in tab C")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("checkbox", name="Red").check()
    page.reload()
    settled(page)
    expect(page.get_by_role("checkbox", name="Red")).to_be_checked()
    shows(page, "in the expander")
    shows(page, "in tab C")
    expect(page.get_by_text("in tab A")).to_be_hidden()


def test_w21_what_the_script_asks_for_runs_it_and_outlasts_a_refresh(page: Page) -> None:
    page.get_by_text("Lazy", exact=True).click()
    shows(page, "computed")
    shows(page, "Oslo True []")
    page.reload()
    shows(page, "computed")
    page.get_by_text("Lazy", exact=True).click()
    shows(page, "Oslo False []")
    expect(page.get_by_text("computed")).to_have_count(0)


def test_keys_open_an_expander_and_go_from_tab_to_tab(page: Page) -> None:
    label = page.locator("summary", has_text="More")
    label.press("Enter")
    shows(page, "in the expander")
    label.press("Space")
    expect(page.get_by_text("in the expander")).to_be_hidden()
    page.get_by_role("tab", name="Tab A").press("ArrowRight")
    shows(page, "in tab B")
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="Tab C")).to_be_focused()
    shows(page, "in tab C")


def test_escape_closes_what_is_innermost_and_gives_the_focus_back(page: Page) -> None:
    opener = page.get_by_role("button", name="Filter")
    opener.press("Enter")
    city = page.get_by_role("combobox", name="City")
    expect(city).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Bergen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option", name="Bergen")).to_be_hidden()
    expect(city).to_be_visible()
    page.keyboard.press("Escape")
    expect(city).to_be_hidden()
    expect(opener).to_be_focused()


def test_what_is_chosen_in_a_popover_leaves_it_open(page: Page) -> None:
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("combobox", name="City").click()
    page.get_by_role("option", name="Bergen").click()
    shows(page, "Bergen False []")
    panel = page.get_by_role("dialog", name="Filter")
    expect(panel).to_be_visible()
    beside = panel.bounding_box()
    assert beside
    page.mouse.click(beside["x"] + beside["width"] + 100, beside["y"])
    expect(panel).to_be_hidden()


def test_w20_keys_choose_from_a_menu_again_and_again(page: Page) -> None:
    opener = page.get_by_role("button", name="Export")
    for _ in range(3):
        opener.press("Enter")
        expect(page.get_by_role("menuitem", name="CSV")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(opener).to_be_focused()
    shows(page, "Oslo False ['**JSON**', '**JSON**', '**JSON**']")


def test_a_link_to_a_text_opens_the_expander_that_it_is_in(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    opens = "document.querySelector('details').open"
    shows(page, "in tab A")
    assert not page.evaluate(opens)
    page.evaluate("document.querySelector('details [data-testid=stText]').id = 'there'")
    page.evaluate("location.hash = 'there'")
    shows(page, "in the expander")
    page.reload()
    shows(page, "in the expander")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(server: Server, visit: Visit, theme: str, screen: str) -> None:
    page = visit(server.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    shows(page, "in tab A")
    page.get_by_text("More", exact=True).click()
    shows(page, "in the expander")
    assert violations(page) == []
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("menuitem", name="CSV")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("dialog", name="Filter")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
