"""Frames: how soon the first rows of a million are on the page, and in how many bytes."""

import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.products import PRODUCTS
from benchmarks.reruns import in_turns
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
TIMES = {"first": "for the first time", "again": "once more"}

# Ticks the box, and promises the milliseconds until a canvas has drawn cells, which is when the
# table beside it, for screen readers, is there or the canvas has ink below its header.
SHOWING = """
() => new Promise((done) => {
  const label = [...document.querySelectorAll('label')].find((one) => /Show/.test(one.innerText));
  const start = performance.now();
  const hasRows = () => {
    const canvas = document.querySelector('[data-testid="stDataFrame"] canvas');
    if (!canvas || !canvas.width) return false;
    const size = Math.min(canvas.width, 300);
    const {data} = canvas.getContext('2d').getImageData(0, 40, size, 60);
    const colors = new Set(new Uint32Array(data.buffer));
    return colors.size > 24;
  };
  const look = () => hasRows() ? done(performance.now() - start) : requestAnimationFrame(look);
  (label.querySelector('input') ?? label).click();
  requestAnimationFrame(look);
})
"""

GONE = "() => !document.querySelector('[data-testid=\"stDataFrame\"]')"


def first_rows() -> list[Row]:
    """Measure the way from a click to the first rows of a million."""
    with ExitStack() as stack:
        servers = {
            each.name: stack.enter_context(served(each, "frame_million")) for each in PRODUCTS
        }
        browser = stack.enter_context(chromium())
        rounds = in_turns(lambda product: _show(browser, servers[product.name]), ROUNDS)

    def row(key: str, what: str) -> Row:
        streamlit, ostinato = (
            statistics.median(one[key] for one in rounds[each.name]) for each in PRODUCTS
        )
        return Row(f"frame.{key}", what, streamlit, ostinato)

    rows = "first rows of 1,000,000 x 20 are drawn"
    return [
        *(row(time, f"{rows}, {word} (ms)") for time, word in TIMES.items()),
        row("kib", "what is sent for them (KiB)"),
    ]


def _show(browser: Browser, server: Server) -> dict[str, float]:
    """Show the table twice, as somebody new."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    try:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        sent = [0.0]

        def count(event: dict[str, float]) -> None:
            sent[0] += event.get("encodedDataLength", 0)

        def count_frame(event: dict[str, dict[str, str]]) -> None:
            sent[0] += len(event["response"]["payloadData"])

        devtools.on("Network.dataReceived", count)
        devtools.on("Network.webSocketFrameReceived", count_frame)
        page.goto(server.url)
        page.get_by_text("Show").wait_for()
        page.wait_for_load_state("networkidle")
        sent[0] = 0.0
        first = float(page.evaluate(SHOWING))
        page.wait_for_load_state("networkidle")
        kib = sent[0] / 1024
        page.get_by_text("Show").click()
        page.wait_for_function(GONE)
        again = float(page.evaluate(SHOWING))
        return {"first": first, "again": again, "kib": kib}
    finally:
        page.close()
