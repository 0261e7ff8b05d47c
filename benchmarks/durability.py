"""Durability: what it costs to keep what a run has changed, in each of the stores."""

import statistics
from contextlib import ExitStack

from benchmarks.load import Load
from benchmarks.products import OSTINATO, PRODUCTS, STREAMLIT, Product
from benchmarks.redis_server import redis_server
from benchmarks.reruns import load
from benchmarks.servers import Server, served
from benchmarks.table import Row

ROUNDS = 3
SECONDS = 2.0
PAUSE = 0.05
"""Seconds between two clicks: each is saved before the next, as people are no quicker."""

PAUSES = {"frame_changed": 0.5}
STORES = {"memory": "in memory", "sqlite": "in SQLite", "redis": "in Redis"}
APPS = {
    "counter": "counter",
    "keys_10": "10 keys, all changed",
    "keys_1000": "1,000 keys, untouched",
    "keys_1000_changed": "1,000 keys, one changed",
    "frame_read": "10 MB DataFrame, read",
    "frame_changed": "10 MB DataFrame, changed",
}


def costs() -> list[Row]:
    """Measure reruns with every store, beside Streamlit, which keeps all in memory."""
    return [row for app in APPS for row in _rows(app)]


def _rows(app: str) -> list[Row]:
    loads = _loads(app)
    cpu = {name: _median(each, "cpu") for name, each in loads.items()}
    wall = {name: _median(each, "wall") for name, each in loads.items()}
    theirs, title = STREAMLIT.name, APPS[app]
    rows = [
        Row(
            f"durability.{app}.{store}",
            f"server CPU per rerun, kept {where}, {title} (ms)",
            cpu[theirs],
            cpu[store],
        )
        for store, where in STORES.items()
    ]
    what = f"what SQLite adds to the CPU of a rerun, {title} (ms)"
    added = Row(f"durability.{app}.added", what, None, cpu["sqlite"] - cpu["memory"])
    what = f"click to end of run at the socket, kept in SQLite, {title} (ms)"
    return [*rows, added, Row(f"durability.{app}.wall", what, wall[theirs], wall["sqlite"])]


def _loads(app: str) -> dict[str, list[Load]]:
    """Let the products, and the stores of ours, take turns."""
    with ExitStack() as stack:
        servers: dict[str, tuple[Product, Server]] = {}
        for product in PRODUCTS:
            for name, flags in _variants(product, stack).items():
                servers[name] = product, stack.enter_context(served(product, app, *flags))
        results: dict[str, list[Load]] = {name: [] for name in servers}
        for _ in range(ROUNDS):
            for name, (product, server) in servers.items():
                results[name].append(load(product, server, 1, SECONDS, PAUSES.get(app, PAUSE)))
        return results


def _variants(product: Product, stack: ExitStack) -> dict[str, tuple[str, ...]]:
    """Return the ways to serve with a product, and how to ask for them."""
    if product is not OSTINATO:
        return {product.name: ()}
    urls = {"memory": "memory", "sqlite": "sqlite", "redis": stack.enter_context(redis_server())}
    return {store: ("--store", url) for store, url in urls.items()}


def _median(loads: list[Load], figure: str) -> float:
    return float(statistics.median(getattr(each, figure) for each in loads))
