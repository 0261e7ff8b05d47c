"""Reruns: what one click costs the server, and what it sends, without a browser."""

import json
import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TypeVar

from benchmarks.load import Load
from benchmarks.products import OSTINATO, PRODUCTS, Product
from benchmarks.servers import Server, served
from benchmarks.table import Row

T = TypeVar("T")

SECONDS = 3.0
ROUNDS = 3
TABS = 50
SECONDS_WITH_MANY_TABS = 8.0

CLOCKS = 100
SECONDS_WITH_CLOCKS = 8.0

TITLES = {
    "counter": "counter",
    "rows_200": "200 elements",
    "rows_2000": "2,000 elements",
    "fragment_2000": "fragment beside 2,000 elements",
    "inputs_200": "200 inputs",
    "inputs_1000": "1,000 mixed inputs",
}


def reruns(app: str) -> list[Row]:
    """Measure the reruns of one tab."""
    loads = _loads(app, 1, SECONDS)
    title = TITLES[app]
    return [
        median_row(f"cpu.{app}", f"server CPU per rerun, {title} (ms)", loads, "cpu"),
        median_row(
            f"wall.{app}", f"click to end of run at the socket, {title} (ms)", loads, "wall"
        ),
        median_row(f"bytes.{app}", f"bytes per rerun, {title}", loads, "bytes"),
        median_row(f"messages.{app}", f"messages per rerun, {title}", loads, "messages"),
    ]


def sessions() -> list[Row]:
    """Measure the reruns of many tabs that click as fast as they can."""
    loads = _loads("counter", TABS, SECONDS_WITH_MANY_TABS)
    title = f"{TABS} sessions in one process"
    rate = median_row(
        "rate.counter", f"reruns per second, {title}", loads, "clicks_per_second", True
    )
    return [rate, median_row("cpu.sessions", f"server CPU per rerun, {title} (ms)", loads, "cpu")]


def clocks() -> list[Row]:
    """Measure many tabs with a part that runs each second; Streamlit's page asks for each run."""
    with ExitStack() as stack:
        servers = {each.name: stack.enter_context(served(each, "clock")) for each in PRODUCTS}

        def measure(product: Product) -> float:
            pause = 0.0 if product is OSTINATO else 1.0
            taken = load(product, servers[product.name], CLOCKS, SECONDS_WITH_CLOCKS, pause)
            return taken.cpu * taken.clicks_per_second

        taken = in_turns(measure, ROUNDS)
    title = f"server CPU a second, {CLOCKS} sessions with a fragment that runs each second (ms)"
    streamlit, ostinato = (statistics.median(taken[each.name]) for each in PRODUCTS)
    return [Row("clocks", title, streamlit, ostinato)]


def in_turns(
    measure: Callable[[Product], T], rounds: int, products: Sequence[Product] = PRODUCTS
) -> dict[str, list[T]]:
    """Measure the products in turns, so that what else the machine does hits them alike."""
    results: dict[str, list[T]] = {product.name: [] for product in products}
    for _ in range(rounds):
        for product in products:
            results[product.name].append(measure(product))
    return results


def _loads(app: str, tabs: int, seconds: float) -> dict[str, list[Load]]:
    with ExitStack() as stack:
        servers = {product.name: stack.enter_context(served(product, app)) for product in PRODUCTS}
        return in_turns(lambda product: load(product, servers[product.name], tabs, seconds), ROUNDS)


def load(product: Product, server: Server, tabs: int, seconds: float, pause: float = 0.0) -> Load:
    """Let a process with the messages of a product click in some tabs for some time."""
    where = [str(each) for each in (server.port, server.pid, tabs, seconds, pause)]
    return Load(**json.loads(product.run("-m", "benchmarks.load", product.name, *where)))


def median_row(
    key: str, what: str, loads: dict[str, list[Load]], figure: str, is_rate: bool = False
) -> Row:
    """Return the row of a figure of loads that were taken in turns."""
    streamlit, ostinato = (
        statistics.median(getattr(load, figure) for load in loads[product.name])
        for product in PRODUCTS
    )
    return Row(key, what, streamlit, ostinato, is_rate)
