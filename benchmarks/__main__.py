"""Run all measurements and write the results, or run some of them and print the table.

python -m benchmarks [PART...]
"""

import sys
import time
import traceback
from collections.abc import Callable
from functools import partial

from benchmarks import (
    caches,
    charts,
    crash,
    durability,
    editing,
    frames,
    memory,
    options,
    pages,
    peers,
    report,
    reruns,
    start,
)
from benchmarks.products import NICEGUI, PRODUCTS
from benchmarks.table import Row, table

PARTS: dict[str, Callable[[], list[Row]]] = {
    "counter": partial(reruns.reruns, "counter"),
    "rows_200": partial(reruns.reruns, "rows_200"),
    "rows_2000": partial(reruns.reruns, "rows_2000"),
    "inputs_200": partial(reruns.reruns, "inputs_200"),
    "inputs_1000": partial(reruns.reruns, "inputs_1000"),
    "fragment_2000": partial(reruns.reruns, "fragment_2000"),
    **{f"show_{name}": partial(frames.showing, name) for name in frames.SHAPES},
    **{name: partial(frames.rerunning, name) for name in frames.SHAPES},
    "edit": editing.edits,
    **{f"draw_{name}": partial(charts.drawing, name) for name in charts.SHAPES},
    **{f"chart_{name}": partial(charts.rerunning, name) for name in charts.SHAPES},
    "live": charts.living,
    "sessions": reruns.sessions,
    "clocks": reruns.clocks,
    "load": pages.first_loads,
    "click_counter": partial(pages.clicks, "counter"),
    "click_rows_200": partial(pages.clicks, "rows_200"),
    "click_rows_2000": partial(pages.clicks, "rows_2000"),
    "click_fragment_2000": partial(pages.clicks, "fragment_2000"),
    "switches": pages.switches,
    "one_of_many": pages.one_of_many,
    "one_of_inputs": pages.one_of_inputs,
    "options": options.opening,
    "cache": caches.hits,
    "durability": durability.costs,
    "crash": crash.kills,
    "memory": memory.sessions,
    "start": start.first_page,
    "import": start.imports,
    "size": start.sizes,
    "nicegui_counter": partial(peers.beside_nicegui, "counter"),
    "nicegui_rows_2000": partial(peers.beside_nicegui, "rows_2000"),
}


def main() -> None:
    """Read the command line and measure."""
    names = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in names if name not in PARTS]:
        sys.exit(f"benchmarks: the parts are {', '.join(PARTS)}, got {unknown[0]!r}")
    for product in (*PRODUCTS, NICEGUI):
        note(f"installing {product.name}")
        product.install()
    rows: list[Row] = []
    failed: list[str] = []
    for name in names:
        began = time.monotonic()
        try:
            part = PARTS[name]()
        except Exception:  # noqa: BLE001  (an hour's work is not to be lost with one part)
            traceback.print_exc()
            failed.append(name)
            continue
        rows += part
        print(table(part), flush=True)
        note(f"{name}: {time.monotonic() - began:.0f} s")
    if names == list(PARTS):
        report.write(rows)
    if failed:
        sys.exit(f"benchmarks: nothing was measured of {', '.join(failed)}: its rows are missing")


def note(text: str) -> None:
    """Tell whoever waits."""
    print(f"benchmarks: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
