"""Options: what it takes to open a list of a hundred thousand of them in Chromium."""

import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium, opened
from benchmarks.products import PRODUCTS
from benchmarks.reruns import in_turns
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
KINDS = {"selectbox": "stSelectbox", "multiselect": "stMultiSelect"}
"""The test id of each input."""

TIMES = {"first": "for the first time", "again": "once more"}

# Promises the milliseconds from the press of the mouse to the first frame that has options.
OPENING = """
() => {
  window.opening = new Promise((done) => {
    addEventListener('pointerdown', ({timeStamp}) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[role="option"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp)));
      });
      observer.observe(document.body, {subtree: true, childList: true});
    }, {capture: true, once: true});
  });
}
"""


def opening() -> list[Row]:
    """Measure the first opening of each list, and the second."""
    with ExitStack() as stack:
        servers = {
            each.name: stack.enter_context(served(each, "options_100000")) for each in PRODUCTS
        }
        browser = stack.enter_context(chromium())
        rounds = in_turns(lambda product: _open_all(browser, servers[product.name]), ROUNDS)

    def row(kind: str, time: str) -> Row:
        streamlit, ostinato = (
            statistics.median(one[kind, time] for one in rounds[each.name]) for each in PRODUCTS
        )
        what = f"{kind} of 100,000 options opens, {TIMES[time]} (ms)"
        return Row(f"options.{kind}_{time}", what, streamlit, ostinato)

    return [row(kind, time) for kind in KINDS for time in TIMES]


def _open_all(browser: Browser, server: Server) -> dict[tuple[str, str], float]:
    with opened(browser, server.url) as (page, _):
        return {
            (kind, time): _open(page, test_id) for kind, test_id in KINDS.items() for time in TIMES
        }


def _open(page: Page, test_id: str) -> float:
    page.evaluate(OPENING)
    page.locator(f'[data-testid="{test_id}"] [role="combobox"]').click()
    milliseconds: float = page.evaluate("window.opening")
    page.keyboard.press("Escape")
    page.locator('[role="option"]').first.wait_for(state="detached")
    return milliseconds
