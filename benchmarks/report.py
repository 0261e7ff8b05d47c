"""Report: the figures, where and when they were taken, as Markdown and as JSON."""

import dataclasses
import datetime
import json
import math
import os
import platform
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.products import ROOT
from benchmarks.table import Row, limit, table

FOLDER = Path(__file__).parent
HOW = "docs/decisions/0008-measured-side-by-side.md"
BEGIN, END = "<!-- benchmarks: written by `make bench` -->", "<!-- end of benchmarks -->"
FIRST = (
    "cpu.counter",
    "cpu.rows_2000",
    "rate.counter",
    "bytes.rows_200",
    "dom.rows_200",
    "first_load.clickable",
    "chart_line_1000.drawn",
    "memory.connected",
    "start",
)
"""The rows of the README: one for each thing that people ask about, aims that are missed too."""


def write(rows: Sequence[Row]) -> None:
    """Write `RESULTS.md` and `results.json` with all rows, and the README's table with a few."""
    today, here = datetime.datetime.now(datetime.UTC).date().isoformat(), machine()
    text = as_text(rows, today, here)
    (FOLDER / "RESULTS.md").write_text(
        f"# Results\n\nWritten by `make bench`; how, and why so: {HOW}.\n\n{text}"
    )
    figures = [{**dataclasses.asdict(row), "ratio": row.ratio, "is_met": limit(row.key).is_met(row)}
               for row in rows]  # fmt: skip
    for each in figures:  # JSON has no word for what never comes to an end
        each.update({name: None for name, value in each.items() if value == math.inf})
    results = {"date": today, "machine": here, "rows": figures}
    (FOLDER / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    readme = ROOT / "README.md"
    first = [row for row in rows if row.key in FIRST]
    readme.write_text(with_table(readme.read_text(), as_text(first, today, here)))


def as_text(rows: Sequence[Row], day: str, machine: str) -> str:
    """Write rows as a table, and when and where they were measured."""
    return f"{table(rows)}\n\n{day}, {machine}. Medians; the two products take turns.\n"


def with_table(page: str, text: str) -> str:
    """Return a page with another table in the place for it, if there is one."""
    place = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    return place.sub(lambda _: f"{BEGIN}\n{text}{END}", page)


def machine() -> str:
    """Return a line that says where this runs."""
    cores = len(os.sched_getaffinity(0))
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    processor = found[1] if found else platform.machine()
    chromium = subprocess.run(["chromium", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Chromium \d+", chromium)
    parts = [
        f"{cores} cores ({processor})",
        platform.system(),
        f"Python {platform.python_version()}",
    ]
    return ", ".join([*parts, *([version[0]] if version else [])])
