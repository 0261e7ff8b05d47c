"""What the tests wait for and assert on a page, and the types of the fixtures that open it."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.server import Server

Serve = Callable[..., Server]
Visit = Callable[..., Page]

_SHOWS_FOCUS = """async () => {
    const CLEAR = "rgba(0, 0, 0, 0)";
    const here = document.activeElement;
    const see = async () => {
        await Promise.all(document.getAnimations()
            .filter((each) => each instanceof CSSTransition)
            .map((each) => each.finished.catch(() => null)));
        const looks = [];
        for (let at = here, depth = 0; depth < 3; at = at.parentElement, depth++) {
            const look = getComputedStyle(at);
            looks.push(look.boxShadow, look.backgroundColor);
            if (look.borderWidth !== "0px") looks.push(look.borderColor);
            // Outlines are clear unless the system forces its own colours.
            if (look.outlineStyle !== "none" && look.outlineColor !== CLEAR)
                looks.push(look.outline);
        }
        return looks.join();
    };
    const focused = await see();
    here.blur();
    const blurred = await see();
    here.focus({focusVisible: true, preventScroll: true});
    const box = here.getBoundingClientRect();
    const isInSight = box.bottom > 0 && box.top < innerHeight;
    return focused !== blurred && isInSight;
}"""


def watch_shifts(page: Page) -> None:
    """Have a page that is yet to be loaded add up how far its parts move by themselves."""
    page.add_init_script("""
        window.shifted = 0;
        new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) window.shifted += value;
        }).observe({ type: "layout-shift", buffered: true });
    """)


def shifted(page: Page) -> float:
    """Return how far they have moved: see `watch_shifts`."""
    return float(page.evaluate("window.shifted"))


def settled(page: Page, *, within: float | None = None) -> None:
    """Wait until the page is connected, no run goes on, and all is drawn that was loaded for it.

    Args:
        page: The page.
        within: How many milliseconds each of these may take.
    """
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=within)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=within)
    expect(app).to_have_attribute("data-test-awaited", "0", timeout=within)


def assert_is_no_page(page: Page, address: str) -> None:
    """Assert that a file is served so that a browser takes it for no page."""
    headers = page.request.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "text/html" not in headers["content-type"]


def until(page: Page, is_true: Callable[[], object]) -> None:
    """Let the page go on until something is true that nothing on it tells."""
    end = time.monotonic() + 20
    while not is_true():
        assert time.monotonic() < end, "it did not become true"
        page.wait_for_timeout(20)


def with_field(page: Page, label: str) -> Page:
    """Wait for a field, whose code comes after the page, and never from a server that is gone."""
    expect(page.get_by_label(label)).to_be_visible()
    return page


def shows(page: Page, text: str) -> None:
    """Wait until an element of this very text is in sight."""
    expect(page.get_by_text(text, exact=True)).to_be_visible()


def shows_focus(page: Page) -> bool:
    """Return whether one sees what has the focus, in this place and by its looks."""
    return page.evaluate(_SHOWS_FOCUS)
