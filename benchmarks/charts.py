"""Charts: how soon one is drawn, what its reruns cost, and what a live one does to both sides."""

import dataclasses
import math
import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser, CDPSession, Error, Page, TimeoutError

from benchmarks.browser import chromium, count_bytes, metrics, settle
from benchmarks.load import Load, cpu_seconds
from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns, load, median_row
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
MANY_POINTS = 100_000
"""From here on, one round is measured: Streamlit needs minutes for each."""
LONGEST = 240_000
"""Milliseconds after which nobody waits for a chart any more: they are the figure then."""
SECONDS = 4.0
LIVE_SECONDS = 60
LIVE_POINTS = 1_000

SHAPES = {
    "line_1000": ("line", 1_000, "a line chart of 1,000 points"),
    "line_100000": ("line", 100_000, "a line chart of 100,000 points"),
    "line_1000000": ("line", 1_000_000, "a line chart of 1,000,000 points"),
    "altair": ("altair", 1_000, "an Altair chart of 1,000 points"),
    "plotly": ("plotly", 1_000, "a Plotly chart of 1,000 points"),
}

# Tells when there is a line, in milliseconds since the navigation began: something of a colour on
# a canvas, or a path of one that goes across in an SVG. Texts, axes and what is to come are gray.
NOTE_DRAWN = """
{
  const SPAN = 100;
  const isColored = (...parts) => Math.max(...parts) - Math.min(...parts) > 60;
  const hasLine = (canvas) => {
    if (canvas.width < SPAN || canvas.height < SPAN) return false;
    const context = canvas.getContext('2d');
    if (!context) return false;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4)
      if (data[at + 3] > 100 && isColored(data[at], data[at + 1], data[at + 2])) return true;
    return false;
  };
  const isLine = (path) => {
    const stroke = getComputedStyle(path).stroke.match(/[\\d.]+/g);
    return stroke && isColored(...stroke.map(Number)) && path.getBoundingClientRect().width > SPAN;
  };
  const look = () => {
    const box = document.querySelector(
      '[data-testid="stVegaLiteChart"], [data-testid="stPlotlyChart"]');
    const isDrawn = box && ([...box.querySelectorAll('canvas')].some(hasLine) ||
      [...box.querySelectorAll('svg path')].some(isLine));
    if (isDrawn) window.drawnAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""

DRAWN_AT = "() => window.drawnAt"


@dataclasses.dataclass(frozen=True)
class Drawn:
    """What it takes to open a page with a chart.

    Attributes:
        drawn: Milliseconds from the navigation to a line; infinite if the browser gives it up.
        bytes: All bytes from the server until then, with an empty cache.
    """

    drawn: float
    bytes: float


@dataclasses.dataclass(frozen=True)
class Live:
    """What a chart costs that is drawn ten times a second.

    Attributes:
        server: Milliseconds of CPU of the server, a second.
        page: Milliseconds that the main thread of the page is busy, a second.
        bytes: Bytes from the server, a second.
        grown: Bytes of JavaScript objects that are there at the end, beside those at the beginning.
    """

    server: float
    page: float
    bytes: float
    grown: float


def drawing(name: str) -> list[Row]:
    """Measure from the navigation to a chart that is drawn, by whoever is not the first visitor."""
    _, points, title = SHAPES[name]
    rounds = 1 if points >= MANY_POINTS else ROUNDS
    with chromium() as browser, ExitStack() as stack:
        servers = _servers(stack, name)
        in_turns(lambda product: _drawn(browser, servers[product.name]), 1)
        drawn = in_turns(lambda product: _drawn(browser, servers[product.name]), rounds)

    def row(key: str, what: str, figure: str) -> Row:
        streamlit, ostinato = (
            statistics.median(getattr(each, figure) for each in drawn[product.name])
            for product in PRODUCTS
        )
        return Row(f"chart_{name}.{key}", what, streamlit, ostinato)

    return [
        row("drawn", f"navigation to {title} (ms)", "drawn"),
        row("bytes", f"bytes of a page with {title}", "bytes"),
    ]


def rerunning(name: str) -> list[Row]:
    """Measure reruns of a chart that stays as it is, and of one that has ten points more."""
    title = SHAPES[name][2]
    same, more = _reruns(name), _reruns(name, "more")
    cpu, sent = f"server CPU per rerun, {title}", f"bytes per rerun, {title}"
    return [
        median_row(f"chart_{name}.same_cpu", f"{cpu}, unchanged (ms)", same, "cpu"),
        median_row(f"chart_{name}.same_bytes", f"{sent}, unchanged", same, "bytes"),
        median_row(f"chart_{name}.more_cpu", f"{cpu}, ten points more (ms)", more, "cpu"),
        median_row(f"chart_{name}.more_bytes", f"{sent}, ten points more", more, "bytes"),
    ]


def living() -> list[Row]:
    """Measure a line chart that goes on, ten times a second for a minute."""
    with chromium() as browser:
        found = {product.name: _live(browser, product) for product in PRODUCTS}
    streamlit, ostinato = (found[product.name] for product in PRODUCTS)
    title = f"a line chart of {LIVE_POINTS:,} points that goes on ten times a second"
    return [
        Row("live.server", f"server CPU a second, {title} (ms)", streamlit.server, ostinato.server),
        Row("live.page", f"main thread a second, {title} (ms)", streamlit.page, ostinato.page),
        Row("live.bytes", f"bytes a second, {title}", streamlit.bytes, ostinato.bytes),
        Row(
            "live.grown_mb",
            f"JavaScript heap, grown in {LIVE_SECONDS} seconds of {title} (MB)",
            streamlit.grown / 1e6,
            ostinato.grown / 1e6,
        ),
    ]


def _drawn(browser: Browser, server: Server) -> Drawn:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(NOTE_DRAWN)
        received = count_bytes(context.new_cdp_session(page))
        page.goto(server.url)
        drawn = _drawn_at(page)
        if drawn < LONGEST:
            settle(page)
        return Drawn(drawn, sum(received))


def _drawn_at(page: Page) -> float:
    """Return milliseconds from the navigation to a line, or how long was waited for one."""
    try:
        return float(page.wait_for_function(DRAWN_AT, timeout=LONGEST).json_value())
    except TimeoutError:
        return LONGEST
    except Error as error:
        if "crashed" not in error.message:
            raise
        return math.inf


def _reruns(name: str, *words: str) -> dict[str, list[Load]]:
    with ExitStack() as stack:
        servers = _servers(stack, name, *words)
        return in_turns(lambda product: load(product, servers[product.name], 1, SECONDS), ROUNDS)


def _live(browser: Browser, product: Product) -> Live:
    with (
        served(product, "chart_line", "--", str(LIVE_POINTS), "live") as server,
        browser.new_context(viewport={"width": 1280, "height": 800}) as context,
    ):
        page = context.new_page()
        page.add_init_script(NOTE_DRAWN)
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(server.url)
        _drawn_at(page)
        received = count_bytes(tools)
        before, spent = _heap_and_busy(tools), cpu_seconds(server.pid)
        page.wait_for_timeout(1000 * LIVE_SECONDS)
        sent, spent = sum(received), cpu_seconds(server.pid) - spent
        after = _heap_and_busy(tools)
    heap, busy = after[0] - before[0], after[1] - before[1]
    return Live(1000 * spent / LIVE_SECONDS, 1000 * busy / LIVE_SECONDS, sent / LIVE_SECONDS, heap)


def _heap_and_busy(tools: CDPSession) -> tuple[float, float]:
    """Return the bytes of objects that are needed, and the seconds that the page was busy."""
    tools.send("HeapProfiler.collectGarbage")
    counted = metrics(tools)
    return counted["JSHeapUsedSize"], counted["TaskDuration"]


def _servers(stack: ExitStack, name: str, *words: str) -> dict[str, Server]:
    """Serve a chart by each product for as long as the stack stands."""
    kind, points, _ = SHAPES[name]
    arguments = (f"chart_{kind}", "--", str(points), *words)
    return {each.name: stack.enter_context(served(each, *arguments)) for each in PRODUCTS}
