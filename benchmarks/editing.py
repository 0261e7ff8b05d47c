"""Editing: how soon the script knows of a cell that somebody has filled in."""

import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium, opened, settle
from benchmarks.products import PRODUCTS
from benchmarks.reruns import in_turns
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
EDITS = 12
WARM_UP = 2
PAUSE = 100
"""Milliseconds from key to key: what is typed at once does not arrive in Streamlit's cells."""

# Notes the milliseconds from the Enter that ends the typing to the text that the callback led to.
WATCH = """
() => {
  const text = () => document.querySelector('[data-testid="stMarkdown"]')?.textContent;
  window.took = [];
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return;
    const start = performance.now();
    const before = text();
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      window.took.push(performance.now() - start);
    });
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
  }, {capture: true});
}
"""


def edits() -> list[Row]:
    """Measure cells that are filled in by the keyboard, one below the other."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, "editor")) for each in PRODUCTS}
        browser = stack.enter_context(chromium())
        times = in_turns(lambda product: _edit(browser, servers[product.name]), ROUNDS)
    streamlit, ostinato = (statistics.median(times[each.name]) for each in PRODUCTS)
    return [Row("edit", "Enter in a cell to what its callback shows (ms)", streamlit, ostinato)]


def _edit(browser: Browser, server: Server) -> float:
    with opened(browser, server.url) as (page, _):
        page.evaluate(WATCH)
        _choose_first_count(page)
        for done in range(EDITS):
            page.keyboard.type(str(2000 + done), delay=PAUSE)
            page.wait_for_timeout(PAUSE)
            page.keyboard.press("Enter")
            page.wait_for_function("count => window.took.length === count", arg=done + 1)
            settle(page)
        took: list[float] = page.evaluate("window.took")
        return statistics.median(took[WARM_UP:])


def _choose_first_count(page: Page) -> None:
    """Choose a cell as a person does: the first of the numbers, at the right of the first row."""
    page.locator(".dvn-scroller").click(position={"x": 550, "y": 52})
