"""Pages: opening one, and clicking in it, in Chromium."""

import dataclasses
import statistics
from contextlib import ExitStack

from playwright.sync_api import Browser

from benchmarks.browser import FirstLoad, chromium, first_load, follow, metrics, opened, press
from benchmarks.products import PRODUCTS
from benchmarks.reruns import TITLES, in_turns
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
WARM_UP = 3
CLICKS = 15
SECONDS = 4.0
"""After this, a round ends even if it has not had all its clicks."""

FEWEST = 3
SWITCHES = 8


@dataclasses.dataclass(frozen=True)
class Clicks:
    """What one click costs in the browser, in milliseconds.

    Attributes:
        wall: From the click to the new text in the DOM.
        script: How long the main thread ran JavaScript, from the click until the page was still.
        answer: How much of that came after the click itself: to show what the server said.
        busy: How long it was busy with anything.
    """

    wall: float
    script: float
    answer: float
    busy: float


def first_loads() -> list[Row]:
    """Measure what it takes to open the counter."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, "counter")) for each in PRODUCTS}
        browser = stack.enter_context(chromium())
        loads = in_turns(lambda product: first_load(browser, servers[product.name].url), ROUNDS)

    def row(key: str, what: str, figure: str, unit: float = 1) -> Row:
        streamlit, ostinato = (_median(loads[each.name], figure) / unit for each in PRODUCTS)
        return Row(f"first_load.{key}", what, streamlit, ostinato)

    return [
        row("gzip_kib", "first load, code and styles with gzip (KiB)", "gzipped", 1024),
        row("sent_kib", "first load as sent, fonts included (KiB)", "sent", 1024),
        row("requests", "first load, requests", "requests"),
        row("clickable", "navigation to a button that can be pressed (ms)", "clickable"),
        row("heap_mb", "JavaScript heap of the page (MB)", "heap", 1e6),
        row("nodes", "DOM elements of the page", "nodes"),
    ]


def clicks(app: str) -> list[Row]:
    """Measure clicks on the counter."""
    rounds = _clicks(app, ROUNDS)
    return [_row(f"dom.{app}", f"click to DOM in Chromium, {TITLES[app]} (ms)", rounds, "wall")]


def switches() -> list[Row]:
    """Measure how long another page of the app takes to be there, once its link is pressed."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, "two_pages")) for each in PRODUCTS}
        browser = stack.enter_context(chromium())
        times = in_turns(lambda product: _switch(browser, servers[product.name]), ROUNDS)
    what = "click on a link to the other page of an app, of 100 elements (ms)"
    streamlit, ostinato = (statistics.median(times[each.name]) for each in PRODUCTS)
    return [Row("switch", what, streamlit, ostinato)]


def _switch(browser: Browser, server: Server) -> float:
    with opened(browser, server.url) as (page, _):
        return statistics.median(follow(page, SWITCHES))


def one_of_many() -> list[Row]:
    """Measure what the browser does to show one element that changed among 5,000."""
    return _one_changed("rows_5000", "browser", "one changed element among 5,000")


def one_of_inputs() -> list[Row]:
    """Measure what the browser does to show one input that changed among 1,000 of all kinds."""
    return _one_changed("inputs_1000", "browser_inputs", "one changed input among 1,000")


def _one_changed(app: str, key: str, what: str) -> list[Row]:
    rounds = _clicks(app, 1)
    return [
        _row(f"{key}.answer", f"script to show {what} (ms)", rounds, "answer"),
        _row(f"{key}.script", f"all script of that click, {what} (ms)", rounds, "script"),
        _row(f"{key}.busy", f"main thread, layout and paint too, {what} (ms)", rounds, "busy"),
        _row(f"dom.{app}", f"click to DOM, {what} (ms)", rounds, "wall"),
    ]


def _clicks(app: str, rounds: int) -> dict[str, list[Clicks]]:
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, app)) for each in PRODUCTS}
        browser = stack.enter_context(chromium())
        return in_turns(lambda product: _click(browser, servers[product.name]), rounds)


def _click(browser: Browser, server: Server) -> Clicks:
    with opened(browser, server.url) as (page, tools):
        press(page, WARM_UP, WARM_UP, SECONDS)
        before = metrics(tools)
        times = press(page, FEWEST, CLICKS, SECONDS)
        after = metrics(tools)
    script, busy = (
        1000 * (after[name] - before[name]) / len(times)
        for name in ("ScriptDuration", "TaskDuration")
    )
    wall, taken = (statistics.median(figures) for figures in zip(*times, strict=True))
    return Clicks(wall, script, script - taken, busy)


def _median(results: list[FirstLoad] | list[Clicks], figure: str) -> float:
    return float(statistics.median(getattr(result, figure) for result in results))


def _row(key: str, what: str, rounds: dict[str, list[Clicks]], figure: str) -> Row:
    streamlit, ostinato = (_median(rounds[each.name], figure) for each in PRODUCTS)
    return Row(key, what, streamlit, ostinato)
