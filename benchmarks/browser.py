"""Browser: Chromium as a visitor has it, watched through its developer tools."""

import dataclasses
import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
# A whole one, as visitors have.
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = 500
QUIET_AFTER_CLICK = 150
"""Milliseconds without any change of the page after which nothing more is to come."""

# Notes when the first button can be pressed, in milliseconds since the navigation began.
NOTE_BUTTON = """
new MutationObserver((_, observer) => {
  if (document.querySelector('[data-testid="stButton"] button:enabled')) {
    window.buttonAt = performance.now();
    observer.disconnect();
  }
}).observe(document, {subtree: true, childList: true, attributes: true});
"""

# Resolves once no run goes on and the page has not changed for some milliseconds.
SETTLED = """
(quiet) => new Promise((done) => {
  const app = document.querySelector('[data-testid="stApp"]');
  let timer = setTimeout(look, quiet);
  const observer = new MutationObserver(wait);
  function wait() {
    clearTimeout(timer);
    timer = setTimeout(look, quiet);
  }
  function look() {
    if (app.dataset.testScriptState !== 'notRunning') return wait();
    observer.disconnect();
    requestIdleCallback(() => done(true));
  }
  observer.observe(document, {subtree: true, childList: true, characterData: true});
})
"""

# Presses the button again and again, each time when the page is settled, and gives for each click
# the milliseconds until the first text of the page was another, and those that the page needed to
# take note of it. All of it in the page, so that the figures hold nothing of what the tools do.
CLICKS = """
async ({fewest, most, seconds, quiet}) => {
  const settled = %s;
  const text = () => document.querySelector('[data-testid="stMarkdown"]')?.textContent;
  const click = () => new Promise((done) => {
    const before = text();
    let taken = 0;
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      done([performance.now() - start, taken]);
    });
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
    const start = performance.now();
    document.querySelector('[data-testid="stButton"] button').click();
    queueMicrotask(() => { taken = performance.now() - start; });
  });
  const times = [];
  const end = performance.now() + 1000 * seconds;
  while (times.length < fewest || (times.length < most && performance.now() < end)) {
    times.push(await click());
    await settled(quiet);
  }
  return times;
}
""".replace("%s", SETTLED.strip())

# Presses the button so often, one click after another, whether the last has had its effect or not.
CLICKS_AT_PACE = """
async ({clicks, pace, quiet}) => {
  const settled = %s;
  const button = document.querySelector('[data-testid="stButton"] button');
  for (let left = clicks; left > 0; left--) {
    button.click();
    await new Promise((done) => setTimeout(done, pace));
  }
  await settled(quiet);
}
""".replace("%s", SETTLED.strip())


# Follows the links to the pages of an app in turn, each time when the page is settled, and gives
# the milliseconds until all of the other page is there: it has as many texts as the one before,
# and the last is another. The last text alone is another as soon as a page begins to be drawn.
FOLLOWING = """
async ({times, quiet}) => {
  const settled = %s;
  const texts = document.getElementsByClassName('stMarkdown');
  const text = () => texts[texts.length - 1]?.textContent;
  const follow = (link) => new Promise((done) => {
    const before = text();
    const count = texts.length;
    const observer = new MutationObserver(() => {
      if (texts.length !== count || text() === before) return;
      observer.disconnect();
      done(performance.now() - start);
    });
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
    const start = performance.now();
    link.click();
  });
  const took = [];
  for (let time = 1; time <= times; time++) {
    const links = document.querySelectorAll('[data-testid="stSidebarNavLink"]');
    took.push(await follow(links[time % 2]));
    await settled(quiet);
  }
  return took;
}
""".replace("%s", SETTLED.strip())


@dataclasses.dataclass(frozen=True)
class FirstLoad:
    """What it takes to open a page with an empty cache.

    Attributes:
        requests: HTTP requests; the socket is not one.
        sent: Bytes of the answers as the server sent them, headers and all.
        gzipped: Bytes of all code, styles and pages as gzip would send them, fonts left out.
        clickable: Milliseconds from the navigation to a button that can be pressed.
        heap: Bytes of JavaScript objects.
        nodes: DOM elements.
    """

    requests: int
    sent: float
    gzipped: int
    clickable: float
    heap: float
    nodes: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium until the end of the block.

    Raises:
        FileNotFoundError: If there is none.
    """
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise FileNotFoundError("chromium: not found: install the package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page in a new profile and wait until all of it is there."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(url)
        settle(page)
        yield page, tools


def first_load(browser: Browser, url: str) -> FirstLoad:
    """Open a page with an empty cache, and measure that."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(NOTE_BUTTON)
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable")
        tools.send("Network.enable")
        sent: list[float] = []
        tools.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(url)
        settle(page)
        fetched = [answer for answer in answers if answer.url.startswith("http")]
        tools.send("HeapProfiler.collectGarbage")
        return FirstLoad(
            requests=len(fetched),
            sent=sum(sent),
            gzipped=sum(_gzipped(answer) for answer in fetched),
            clickable=page.evaluate("window.buttonAt"),
            heap=metrics(tools)["JSHeapUsedSize"],
            nodes=page.evaluate("document.querySelectorAll('*').length"),
        )


def press(page: Page, fewest: int, most: int, seconds: float) -> list[tuple[float, float]]:
    """Press the button until that has taken so long.

    Returns:
        The milliseconds from each click to its effect, and those to take note of it.
    """
    limits = {"fewest": fewest, "most": most, "seconds": seconds, "quiet": QUIET_AFTER_CLICK}
    times: list[tuple[float, float]] = page.evaluate(CLICKS, limits)
    return times


def press_at_pace(page: Page, clicks: int, pace: float) -> None:
    """Press the button so often, with so many seconds from one click to the next."""
    how = {"clicks": clicks, "pace": 1000 * pace, "quiet": QUIET_AFTER_CLICK}
    page.evaluate(CLICKS_AT_PACE, how)


def follow(page: Page, times: int) -> list[float]:
    """Follow the links to the pages of an app in turn; return the milliseconds that each took."""
    took: list[float] = page.evaluate(FOLLOWING, {"times": times, "quiet": QUIET_AFTER_CLICK})
    return took


def settle(page: Page) -> None:
    """Wait until the script has run and the page does not change any more."""
    page.wait_for_selector('[data-testid="stButton"] button:enabled')
    page.evaluate(SETTLED, QUIET)


def metrics(tools: CDPSession) -> dict[str, float]:
    """Return what Chromium counts: `ScriptDuration`, `TaskDuration`, in seconds, and more."""
    answer: dict[str, Any] = tools.send("Performance.getMetrics")
    return {metric["name"]: metric["value"] for metric in answer["metrics"]}


def count_bytes(tools: CDPSession) -> list[float]:
    """Return a list that gets the bytes of whatever comes from the server from now on."""
    received: list[float] = []
    tools.send("Network.enable")
    tools.on("Network.dataReceived", lambda event: received.append(event["encodedDataLength"]))
    tools.on(
        "Network.webSocketFrameReceived",
        # What is binary is told in base64.
        lambda event: received.append(len(event["response"]["payloadData"]) * 3 / 4),
    )
    return received


def _gzipped(answer: Response) -> int:
    is_font = answer.request.resource_type == "font"
    return 0 if is_font or not answer.ok else len(gzip.compress(answer.body(), 9))
