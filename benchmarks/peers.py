"""Peers: what else people write such apps with, beside us, in Chromium.

Each has its own script of the same page, as one writes it there; the load is the same script in the
page. So no protocol has to be spoken, and what a click costs a server can be told of all of them.
"""

import dataclasses
import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser

from benchmarks.browser import chromium, first_load, opened, press, press_at_pace
from benchmarks.load import cpu_seconds
from benchmarks.products import NICEGUI, OSTINATO
from benchmarks.reruns import TITLES, in_turns
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
CLICKS = 15
SECONDS = 4.0
PACED = 60
PACE = 0.05


@dataclasses.dataclass(frozen=True)
class Visit:
    """What one visit comes to.

    Attributes:
        clickable: Milliseconds from the navigation to a button that can be pressed.
        sent: Bytes of all that was fetched for it.
        dom: Milliseconds from a click to the new text in the DOM.
        cpu: Milliseconds of the server for one of many clicks, one each 50 ms.
    """

    clickable: float
    sent: float
    dom: float
    cpu: float


def beside_nicegui(app: str) -> list[Row]:
    """Measure a page of NiceGUI, and ours."""
    products = (NICEGUI, OSTINATO)
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, app)) for each in products}
        browser = stack.enter_context(chromium())
        visits = in_turns(lambda each: _visit(browser, servers[each.name]), ROUNDS, products)
    title, peer = TITLES[app], NICEGUI.requirement.replace("nicegui==", "NiceGUI ")

    def row(key: str, what: str, figure: str, unit: float = 1) -> Row:
        theirs, ours = (
            statistics.median(getattr(visit, figure) for visit in visits[each.name]) / unit
            for each in products
        )
        return Row(f"nicegui.{key}.{app}", f"{what}, {title}", theirs, ours, peer=peer)

    return [
        row("clickable", "navigation to a button that can be pressed (ms)", "clickable"),
        row("sent", "first load as sent, fonts included (KiB)", "sent", 1024),
        row("dom", "click to DOM in Chromium (ms)", "dom"),
        row("cpu", "server CPU for a click, one each 50 ms (ms)", "cpu"),
    ]


def _visit(browser: Browser, server: Server) -> Visit:
    loaded = first_load(browser, server.url)
    with opened(browser, server.url) as (page, _):
        press(page, 1, 1, SECONDS)
        times = press(page, CLICKS, CLICKS, SECONDS)
        before = cpu_seconds(server.pid)
        press_at_pace(page, PACED, PACE)
        took = cpu_seconds(server.pid) - before
    dom = statistics.median(wall for wall, _ in times)
    return Visit(loaded.clickable, loaded.sent, dom, 1000 * took / PACED)
