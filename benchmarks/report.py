"""Report: the figures, where and when they were taken, as Markdown and as JSON."""

import dataclasses
import datetime
import json
import os
import platform
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.products import ROOT
from benchmarks.table import HEAD, Row, limit, line

FOLDER = Path(__file__).parent
HOW = "docs/decisions/0008-measured-side-by-side.md"
BEGIN, END = "<!-- benchmarks: written by `make bench` -->", "<!-- end of benchmarks -->"


def write(rows: Sequence[Row]) -> None:
    """Write `RESULTS.md`, `results.json` and the table in the README, if it has a place for it."""
    today, here = datetime.datetime.now(datetime.UTC).date().isoformat(), machine()
    table = "\n".join([HEAD, *map(line, rows)])
    text = f"{table}\n\n{today}, {here}. Medians; the two products take turns.\n"
    (FOLDER / "RESULTS.md").write_text(
        f"# Results\n\nWritten by `make bench`; how, and why so: {HOW}.\n\n{text}"
    )
    figures = [{**dataclasses.asdict(row), "ratio": row.ratio, "is_met": limit(row.key).is_met(row)}
               for row in rows]  # fmt: skip
    results = {"date": today, "machine": here, "rows": figures}
    (FOLDER / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    readme = ROOT / "README.md"
    old = readme.read_text()
    place = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    readme.write_text(place.sub(lambda _: f"{BEGIN}\n{text}{END}", old))


def machine() -> str:
    """Say in a line where this runs."""
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
