"""The session-state tutorial does in a browser what it says."""

import pytest
from playwright.sync_api import expect

from e2e import tutorial
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server


@pytest.fixture(scope="module")
def counter(serve: Serve) -> Server:
    return serve(tutorial.SCRIPTS["counter"])


@pytest.mark.parametrize("name", tutorial.SCRIPTS)
def test_every_example_runs(serve: Serve, visit: Visit, name: str) -> None:
    page = visit(serve(tutorial.SCRIPTS[name]).url)
    expect(page.get_by_test_id("stElementContainer")).not_to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_five_increments_count_five(counter: Server, visit: Visit) -> None:
    page = visit(counter.url)
    shows(page, "Count = 0")
    for count in range(1, 6):
        page.get_by_role("button", name="Increment").click()
        shows(page, f"Count = {count}")


def test_twenty_quick_clicks_count_twenty(counter: Server, visit: Visit) -> None:
    page = visit(counter.url)
    button = page.get_by_role("button", name="Increment")
    button.evaluate("button => { for (let click = 0; click < 20; click++) button.click(); }")
    shows(page, "Count = 20")
    settled(page)
    shows(page, "Count = 20")


def test_two_browsers_do_not_share_a_count(counter: Server, visit: Visit) -> None:
    one, other = visit(counter.url), visit(counter.url)
    one.get_by_role("button", name="Increment").click()
    shows(one, "Count = 1")
    other.get_by_role("button", name="Increment").click(click_count=2)
    shows(other, "Count = 2")
    shows(one, "Count = 1")


def test_two_tabs_do_not_share_a_count(counter: Server, visit: Visit) -> None:
    one = visit(counter.url)
    other = one.context.new_page()
    other.goto(counter.url)
    one.get_by_role("button", name="Increment").click()
    shows(one, "Count = 1")
    shows(other, "Count = 0")


def test_five_names_typed_one_after_another_each_appear(serve: Serve, visit: Visit) -> None:
    page = visit(serve(tutorial.SCRIPTS["name"]).url)
    field = page.get_by_label("Enter your name:")
    for name in ("Ada", "Grace", "Edsger", "Barbara", "Alan"):
        field.fill(name)
        field.press("Enter")
        shows(page, f"Hello, {name}")
        expect(field).to_have_value(name)


def test_a_slider_moved_six_times_by_key_shows_each_value(serve: Serve, visit: Visit) -> None:
    page = visit(serve(tutorial.SCRIPTS["volume"]).url)
    shows(page, "Volume = 50")
    slider = page.get_by_role("slider", name="Volume")
    slider.focus()
    for volume in range(51, 57):
        slider.press("ArrowRight")
        shows(page, f"Volume = {volume}")
        expect(slider).to_have_attribute("aria-valuenow", str(volume))


def test_on_click_counts_and_reset_resets(serve: Serve, visit: Visit) -> None:
    script = tutorial.SCRIPTS["on_click"] + "\n" + tutorial.RESET
    page = visit(serve(script).url)
    for count in range(1, 6):
        page.get_by_role("button", name="Increment").click()
        shows(page, f"Count = {count}")
    page.get_by_role("button", name="Reset").click()
    shows(page, "Count = 0")
    page.get_by_role("button", name="Increment").click()
    shows(page, "Count = 1")
