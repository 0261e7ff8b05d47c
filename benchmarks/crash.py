"""Crash: a server that is killed under somebody who clicks, and started again at once."""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLate

from benchmarks.browser import chromium, opened
from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns
from benchmarks.servers import copied, free_port, running
from benchmarks.table import Row

ROUNDS = 5
BEFORE = 3
"""Clicks before the crash."""

STILL = 1000
"""Milliseconds after the last click: it is confirmed, and nothing is under way."""

PATIENCE = 60_000
"""Milliseconds after which nobody waits any more for a page: they are the figure then."""

TEXT = """document.querySelector('[data-testid="stMarkdown"]')?.textContent ?? ''"""

# Presses the button whenever it can be pressed, until the text of the page is another.
PRESS_UNTIL_CHANGED = """
(before) => {
  if (text() !== before) return text();
  const button = document.querySelector('[data-testid="stButton"] button:enabled');
  if (performance.now() - (window.pressedAt ?? 0) > 50) {
    window.pressedAt = performance.now();
    button?.click();
  }
  return null;
  function text() {
    return %s;
  }
}
""".replace("%s", TEXT)


def kills() -> list[Row]:
    """Measure how long a crash is felt; what it loses is for tests/e2e/test_chaos.py to find."""
    with chromium() as browser:
        crashes = in_turns(partial(_crash, browser), ROUNDS)
    theirs, ours = (statistics.median(crashes[product.name]) for product in PRODUCTS)
    what = "kill -9 to a page that answers, restarted at once (ms)"
    return [Row("crash.usable", what, theirs, ours)]


def _crash(browser: Browser, product: Product) -> float:
    """Return the milliseconds from a crash to an answer."""
    port = free_port()
    with (
        copied("counter") as script,
        running(product, script, port) as server,
        opened(browser, server.url) as (page, _),
    ):
        _click(page)
        killed = time.monotonic()
        os.kill(server.pid, signal.SIGKILL)
        os.waitid(os.P_PID, server.pid, os.WEXITED | os.WNOWAIT)
        with _restarted(product, script, port):
            try:
                _wait_for_answer(page)
            except TooLate:
                return PATIENCE
            return 1000 * (time.monotonic() - killed)


def _click(page: Page) -> None:
    """Click, and wait until nothing is under way."""
    for number in range(BEFORE):
        page.click('[data-testid="stButton"] button')
        page.wait_for_function(f"{TEXT} === 'Count = {number + 1}'")
    page.wait_for_timeout(STILL)


@contextmanager
def _restarted(product: Product, script: Path, port: int) -> Iterator[None]:
    """Serve again, as a supervisor does: once more if it does not work at once."""
    deadline = time.monotonic() + PATIENCE / 1000
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(running(product, script, port))
                break
            except TimeoutError:
                if time.monotonic() > deadline:
                    raise
        yield


def _wait_for_answer(page: Page) -> None:
    """Press until something happens."""
    page.wait_for_function(
        PRESS_UNTIL_CHANGED, arg=f"Count = {BEFORE}", polling=5, timeout=PATIENCE
    )
