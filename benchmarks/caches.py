"""Caches: what a hit costs, of a table of 10 MB and of a number, outside of any page."""

import json
import statistics

from benchmarks.products import PRODUCTS, Product
from benchmarks.reruns import in_turns
from benchmarks.table import Row

ROUNDS = 5
CALLS = """
import json, logging, statistics, time
logging.disable()
import numpy as np, pandas as pd
import {module} as st

@st.cache_data(show_spinner=False)
def table():
    return pd.DataFrame(np.random.default_rng(1).random((125_000, 10)), columns=list("abcdefghij"))

@st.cache_data(show_spinner=False)
def number(x):
    return x

@st.cache_data(show_spinner=False)
def rows(of):
    return len(of)

def hit(call, times):
    call()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        spent.append(1000 * (time.perf_counter() - began))
    return statistics.median(spent)

whole = table()
print(json.dumps({{
    "table": hit(table, 50),
    "number": hit(lambda: number(1), 500),
    "argument": hit(lambda: rows(whole), 20),
}}))
"""

WHAT = {
    "table": "cached table of 10 MB is there already (ms)",
    "number": "cached number is there already (ms)",
    "argument": "cached function is called with a table of 10 MB (ms)",
}


def hits() -> list[Row]:
    """Measure what a call costs whose result is there already."""
    rounds = in_turns(_hits, ROUNDS)

    def row(what: str) -> Row:
        streamlit, ostinato = (
            statistics.median(one[what] for one in rounds[each.name]) for each in PRODUCTS
        )
        return Row(f"cache.{what}", WHAT[what], streamlit, ostinato)

    return [row(what) for what in WHAT]


def _hits(product: Product) -> dict[str, float]:
    printed = product.run("-c", CALLS.format(module=product.module))
    found: dict[str, float] = json.loads(printed.strip().splitlines()[-1])
    return found
