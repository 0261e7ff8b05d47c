"""Start: how long until the first page, how long an import takes, how much disk it all needs."""

import statistics
import time

from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns
from benchmarks.servers import served
from benchmarks.table import Row

ROUNDS = 7
MODULES = """
import sys
before = set(sys.modules)
import {}
print(sum(not name.startswith("ostinato.widgets.") for name in set(sys.modules) - before))
"""
"""Counts modules. Those of single elements are not among them: there are as many as elements, and
what they cost is part of the time."""


def first_page() -> list[Row]:
    """Measure the time from the command to the first page."""
    times = in_turns(_start, ROUNDS)
    return [_row("start", "command to first page (ms)", times)]


def imports() -> list[Row]:
    """Measure what `import` costs: time beyond an empty interpreter, and modules."""
    times = in_turns(_import, ROUNDS)
    modules = in_turns(_modules, 1)
    return [
        _row("import.ms", "`import` (ms)", times),
        _row("import.modules", "modules that `import` loads, beside those of elements", modules),
    ]


def sizes() -> list[Row]:
    """Measure what is on disk once it is installed."""
    return [_row("installed.mb", "installed with all it needs (MB)", in_turns(_megabytes, 1))]


def _start(product: Product) -> float:
    with served(product, "counter") as server:
        return 1000 * server.started_in


def _import(product: Product) -> float:
    return _wall(product, f"import {product.module}") - _wall(product, "pass")


def _wall(product: Product, code: str) -> float:
    start = time.monotonic()
    product.run("-c", code)
    return 1000 * (time.monotonic() - start)


def _modules(product: Product) -> float:
    return float(product.run("-c", MODULES.format(product.module)))


def _megabytes(product: Product) -> float:
    return float(product.run("-m", "benchmarks.installed", product.module)) / 1e6


def _row(key: str, what: str, figures: dict[str, list[float]]) -> Row:
    streamlit, ostinato = (statistics.median(figures[product.name]) for product in PRODUCTS)
    return Row(key, what, streamlit, ostinato)
