"""`ostinato hello` works, and is for everybody."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Visit, settled, shows
from e2e.server import Server


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    hello = [sys.executable, "-m", "ostinato", "hello", "--server.headless", "true"]
    server = Server([*hello, "--server.port", "{port}"], Path(tmp_path_factory.mktemp("tour")))
    yield server.start()
    server.stop()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(tour: Server, visit: Visit, theme: str, screen: str) -> None:
    page = visit(tour.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert page.get_by_test_id("stMain").evaluate("(main) => main.scrollWidth <= main.clientWidth")
    assert violations(page) == []


def test_a_page_that_is_chosen_on_a_phone_is_in_sight(tour: Server, visit: Visit) -> None:
    page = visit(tour.url, viewport=SCREENS["phone"])
    page.get_by_role("radio", name="Fields").click()
    expect(page.get_by_role("heading", name="Fields", exact=True)).to_be_in_viewport()
    expect(page.get_by_test_id("stSidebarBackdrop")).to_have_count(0)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebar").get_by_role("link").last.click()
    expect(page.get_by_test_id("stSidebarBackdrop")).to_have_count(0)
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_choice_of_a_row_that_is_longer_than_a_phone_is_in_sight(
    tour: Server, visit: Visit
) -> None:
    page = visit(f"{tour.url}?page=Chat", viewport=SCREENS["phone"])
    expect(page.get_by_role("radio", name="Chat")).to_be_in_viewport(ratio=1)


def test_the_phrase_plays_until_it_is_stopped(tour: Server, visit: Visit) -> None:
    page = visit(tour.url)
    page.get_by_role("button", name="Play").click()
    stop = page.get_by_test_id("stMain").get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    expect(page.get_by_role("button", name="♪").first).to_be_visible()
    stop.click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    settled(page)


def test_clicks_and_names_count_until_start_over(tour: Server, visit: Visit) -> None:
    page = visit(tour.url)
    count = page.get_by_role("button", name="Count", exact=True)
    count.evaluate("(button) => { for (let click = 0; click < 10; click++) button.click(); }")
    expect(page.get_by_role("heading", name="10")).to_be_visible()
    page.get_by_label("Name").fill("Ada")
    page.keyboard.press("Enter")
    shows(page, "Hello, Ada!")
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    page.get_by_role("menuitem", name="Start over").click()
    page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(page.get_by_role("heading", name="10")).to_have_count(0)
    expect(page.get_by_label("Name")).to_have_value("")
