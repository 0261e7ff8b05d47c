"""axe finds nothing to complain of: light and dark, on a desktop and on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit
from e2e.server import Server

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(HERE / "apps" / "elements.py")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(server: Server, visit: Visit, theme: str, screen: str) -> None:
    page = visit(
        server.url,
        before=load_axe,
        viewport=SCREENS[screen],
        color_scheme=theme,
    )
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert violations(page) == [], "the page"

    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert violations(page) == [], "with the menu open"
    page.get_by_role("menuitem", name="About").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == [], "with a dialog open"
    page.keyboard.press("Escape")

    page.get_by_role("combobox", name="Colour").click()
    expect(page.get_by_role("option", name="green")).to_be_visible()
    assert violations(page) == [], "with the options open"
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Help for Name").focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert violations(page) == [], "with a tooltip"
    page.keyboard.press("Escape")

    change = "Expand" if screen == "phone" else "Collapse"
    page.get_by_role("button", name=f"{change} sidebar").click()
    assert violations(page) == [], f"after {change} sidebar"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_things_go_wrong(serve: Serve, visit: Visit, theme: str) -> None:
    server = serve("import streamlit as st\nst.write('above')\nst.undefined('a name')\n")
    page = visit(server.url, but="WebSocket connection to", before=load_axe, color_scheme=theme)
    expect(page.get_by_test_id("stException")).to_contain_text("Traceback")
    Path(server.folder, "app.py").write_text("import streamlit as st\n")
    expect(page.get_by_test_id("stScriptChanged")).to_be_visible()
    server.kill()
    expect(page.get_by_test_id("stConnectionStatus")).to_be_visible()
    assert violations(page) == []


def test_axe_would_find_something(server: Server, visit: Visit) -> None:
    page = visit(server.url, before=load_axe)
    page.get_by_label("Agree").evaluate("(box) => box.labels[0].replaceWith(box)")
    assert violations(page) != []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wider_than_the_screen(server: Server, visit: Visit, screen: str) -> None:
    page = visit(server.url, viewport=SCREENS[screen])
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(main) => main.scrollWidth <= main.clientWidth")
