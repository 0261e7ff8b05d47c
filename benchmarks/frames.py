"""Frames: how soon a table can be read, and what it costs from then on."""

import dataclasses
import re
import statistics
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.browser import chromium, metrics, opened, settle
from benchmarks.load import Load
from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns, load
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
SECONDS = 4.0
FRAMES = 120
"""How many pictures of a table are scrolled through."""

TITLES = {
    "frame_small": "10,000 cells",
    "frame_million": "1,000,000 x 20",
    "frame_wide": "1,000 x 10,000",
}

# Ticks the box, and gives the milliseconds until there is text in the first rows of the table:
# something dark, as they are drawn on a canvas. What stands for rows to come is pale.
SHOW = """
() => new Promise((done) => {
  const label = [...document.querySelectorAll('label')].find((one) => /Show/.test(one.innerText));
  const isDark = (data, place) =>
    data[place + 3] > 200 && data[place] + data[place + 1] + data[place + 2] < 360;
  const hasText = () => {
    const canvas = document.querySelector('[data-testid="stDataFrame"] canvas');
    if (!canvas || canvas.height < 110) return false;
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    const [x, y, width, height] = [60, 40, 140, 60].map((length) => Math.round(length * scale));
    const { data } = canvas.getContext('2d').getImageData(x, y, width, height);
    for (let place = 0; place < data.length; place += 4) if (isDark(data, place)) return true;
    return false;
  };
  const start = performance.now();
  const look = () => hasText() ? done(performance.now() - start) : requestAnimationFrame(look);
  (label.querySelector('input') ?? label).click();
  requestAnimationFrame(look);
})
"""

GONE = "() => !document.querySelector('[data-testid=\"stDataFrame\"]')"

PICTURES = """
(count) => new Promise((done) => {
  const next = () => (count-- ? requestAnimationFrame(next) : done(true));
  next();
})
"""


@dataclasses.dataclass(frozen=True)
class Shown:
    """What it takes to show a table.

    Attributes:
        first: Milliseconds from a click to text in its first rows, for the first time.
        again: The same once more, after it was gone.
        bytes: Bytes from the server for the first view, and a second after.
        scroll: Milliseconds that the main thread is busy for each picture while it is scrolled.
    """

    first: float
    again: float
    bytes: float
    scroll: float


def showing(app: str) -> list[Row]:
    """Measure from the click after which a table is there."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        shown = in_turns(lambda product: _shown(browser, product, app), ROUNDS)
    title = TITLES[app]

    def row(key: str, what: str, figure: str) -> Row:
        streamlit, ostinato = (
            statistics.median(getattr(each, figure) for each in shown[product.name])
            for product in PRODUCTS
        )
        return Row(f"{app}.{key}", what, streamlit, ostinato)

    return [
        row("first", f"click to first rows of a table, {title} (ms)", "first"),
        row("again", f"click to first rows of a table, once more, {title} (ms)", "again"),
        row("bytes", f"bytes for its first view, {title}", "bytes"),
        row("scroll", f"main thread per picture while it is scrolled, {title} (ms)", "scroll"),
    ]


def rerunning(app: str) -> list[Row]:
    """Measure reruns of a table that stays as it is, and of one of which a cell changes."""
    title = TITLES[app]
    same, memory = _reruns(app)
    changed, _ = _reruns(f"{app}_changed")
    return [
        _row(
            f"{app}.same_cpu", f"server CPU per rerun, table unchanged, {title} (ms)", same, "cpu"
        ),
        _row(f"{app}.same_bytes", f"bytes per rerun, table unchanged, {title}", same, "bytes"),
        _row(
            f"{app}.changed_cpu",
            f"server CPU per rerun, one cell changed, {title} (ms)",
            changed,
            "cpu",
        ),
        _row(
            f"{app}.changed_bytes", f"bytes per rerun, one cell changed, {title}", changed, "bytes"
        ),
        Row(
            f"{app}.memory", f"memory of the server for a table, {title} (MB)", memory[0], memory[1]
        ),
    ]


def _reruns(app: str) -> tuple[dict[str, list[Load]], list[float]]:
    """Measure clicks in one tab, and the MB of memory that each server has taken for them."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, app)) for each in PRODUCTS}
        before = {name: _memory(server) for name, server in servers.items()}
        loads = in_turns(lambda product: load(product, servers[product.name], 1, SECONDS), ROUNDS)
        taken = [(_memory(servers[each.name]) - before[each.name]) / 1e6 for each in PRODUCTS]
    return loads, taken


def _shown(browser: Browser, product: Product, app: str) -> Shown:
    with served(product, app) as server, opened(browser, server.url) as (page, tools):
        received = _count_bytes(tools)
        first = float(page.evaluate(SHOW))
        page.wait_for_timeout(1000)
        bytes = sum(received)
        page.get_by_text("Show").click()
        page.wait_for_function(GONE)
        settle(page)
        again = float(page.evaluate(SHOW))
        settle(page)
        return Shown(first, again, bytes, _scroll(page, tools))


def _count_bytes(tools: CDPSession) -> list[float]:
    received: list[float] = []
    tools.send("Network.enable")
    tools.on("Network.dataReceived", lambda event: received.append(event["encodedDataLength"]))
    tools.on(
        "Network.webSocketFrameReceived",
        # What is binary is told in base64.
        lambda event: received.append(len(event["response"]["payloadData"]) * 3 / 4),
    )
    return received


def _scroll(page: Page, tools: CDPSession) -> float:
    box = page.locator('[data-testid="stDataFrame"] canvas').first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = metrics(tools)["TaskDuration"]
    page.evaluate(
        """({times, step}) => {
          const target = document.querySelector('[data-testid="stDataFrame"] .dvn-scroller');
          let left = times;
          const next = () => { target.scrollTop += step; if (--left) requestAnimationFrame(next); };
          requestAnimationFrame(next);
        }""",
        {"times": FRAMES, "step": 120},
    )
    page.evaluate(PICTURES, FRAMES)
    return 1000 * (metrics(tools)["TaskDuration"] - before) / FRAMES


def _memory(server: Server) -> int:
    """Return the bytes of memory of a server."""
    text = Path(f"/proc/{server.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", text)
    assert found
    return 1024 * int(found[1])


def _row(key: str, what: str, loads: dict[str, list[Load]], figure: str) -> Row:
    streamlit, ostinato = (
        statistics.median(getattr(load, figure) for load in loads[product.name])
        for product in PRODUCTS
    )
    return Row(key, what, streamlit, ostinato)
