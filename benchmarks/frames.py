"""Frames: how soon a table can be read, and what it costs from then on."""

import dataclasses
import re
import statistics
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.browser import chromium, count_bytes, metrics, opened, settle
from benchmarks.load import Load
from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns, load, median_row
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
SECONDS = 4.0
PICTURES = 120
"""How many pictures of a table are drawn while it is scrolled."""

SHAPES = {
    "frame_small": (2_500, 4),
    "frame_10mb": (125_000, 10),
    "frame_million": (1_000_000, 20),
    "frame_wide": (1_000, 10_000),
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

# Scrolls through the table, a step for each picture.
SCROLL = """
({pictures, step}) => new Promise((done) => {
  const target = document.querySelector('[data-testid="stDataFrame"] .dvn-scroller');
  const next = () => {
    target.scrollTop += step;
    return pictures-- ? requestAnimationFrame(next) : done(true);
  };
  next();
})
"""

STEP = 120
"""Pixels from one picture to the next."""


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


def showing(name: str) -> list[Row]:
    """Measure from the click after which a table is there."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        shown = in_turns(lambda product: _shown(browser, product, name), ROUNDS)
    title = _title(name)

    def row(key: str, what: str, figure: str) -> Row:
        streamlit, ostinato = (
            statistics.median(getattr(each, figure) for each in shown[product.name])
            for product in PRODUCTS
        )
        return Row(f"{name}.{key}", what, streamlit, ostinato)

    return [
        row("first", f"click to first rows of a table, {title} (ms)", "first"),
        row("again", f"click to first rows of a table, once more, {title} (ms)", "again"),
        row("bytes", f"bytes for its first view, {title}", "bytes"),
        row("scroll", f"main thread per picture while it is scrolled, {title} (ms)", "scroll"),
    ]


def rerunning(name: str) -> list[Row]:
    """Measure reruns of a table that stays as it is, and of one of which a cell changes."""
    title = _title(name)
    same, memory = _reruns(name)
    changed, _ = _reruns(name, "changed")
    cpu, sent = f"server CPU per rerun, table of {title}", f"bytes at the socket, table of {title}"
    return [
        median_row(f"{name}.same_cpu", f"{cpu}, unchanged (ms)", same, "cpu"),
        median_row(f"{name}.same_bytes", f"{sent}, unchanged", same, "bytes"),
        median_row(f"{name}.changed_cpu", f"{cpu}, a cell changed (ms)", changed, "cpu"),
        median_row(f"{name}.changed_bytes", f"{sent}, a cell changed", changed, "bytes"),
        Row(f"{name}.memory", f"memory of the server for a table of {title} (MB)", *memory),
    ]


def _reruns(name: str, *words: str) -> tuple[dict[str, list[Load]], tuple[float, float]]:
    """Measure clicks in one tab, and the MB of memory that each server has taken for them."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(_served(each, name, *words)) for each in PRODUCTS}
        before = {name: _memory(server) for name, server in servers.items()}
        loads = in_turns(lambda product: load(product, servers[product.name], 1, SECONDS), ROUNDS)
        theirs, ours = (
            (_memory(servers[each.name]) - before[each.name]) / 1e6 for each in PRODUCTS
        )
    return loads, (theirs, ours)


def _served(product: Product, name: str, *words: str) -> AbstractContextManager[Server]:
    return served(product, "frame", "--", *map(str, SHAPES[name]), *words)


def _title(name: str) -> str:
    rows, columns = SHAPES[name]
    return f"{rows:,} x {columns:,}"


def _shown(browser: Browser, product: Product, name: str) -> Shown:
    with _served(product, name) as server, opened(browser, server.url) as (page, tools):
        received = count_bytes(tools)
        first = float(page.evaluate(SHOW))
        page.wait_for_timeout(1000)
        bytes = sum(received)
        page.get_by_text("Show").click()
        page.wait_for_function(GONE)
        settle(page)
        again = float(page.evaluate(SHOW))
        settle(page)
        return Shown(first, again, bytes, _scroll(page, tools))


def _scroll(page: Page, tools: CDPSession) -> float:
    before = metrics(tools)["TaskDuration"]
    page.evaluate(SCROLL, {"pictures": PICTURES, "step": STEP})
    return 1000 * (metrics(tools)["TaskDuration"] - before) / PICTURES


def _memory(server: Server) -> int:
    """Return the bytes of memory of a server."""
    text = Path(f"/proc/{server.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", text)
    assert found
    return 1024 * int(found[1])
