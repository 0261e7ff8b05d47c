"""What the tests wait for on a page, and the types of the fixtures that open it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.server import Server

Serve = Callable[..., Server]
Visit = Callable[..., Page]


def settled(page: Page) -> None:
    """Wait until the page is connected and no run goes on."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def shows(page: Page, text: str) -> None:
    """Wait until an element of this very text is in sight."""
    expect(page.get_by_text(text, exact=True)).to_be_visible()
