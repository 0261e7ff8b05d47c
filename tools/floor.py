"""Compare what the tests cover with the floors in tests/coverage.toml.

python tools/floor.py server REPORT.json  a report of coverage.py
python tools/floor.py page REPORT.json    a summary of Vitest
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent.parent / "tests/coverage.toml"
SLACK = 0.5
"""Per cent that a run may differ from another, as threads and processes end sooner or later."""


def covered(side: str, report: dict[str, Any]) -> float:
    """Return the per cent of lines and branches that a report says are covered."""
    if side == "server":
        return float(report["totals"]["percent_covered"])
    parts = [report["total"][kind] for kind in ("lines", "branches")]
    covered, total = (sum(int(part[which]) for part in parts) for which in ("covered", "total"))
    return 100 * covered / total


def verdict(side: str, per_cent: float, floor: float) -> str:
    """Return what there is to say about a figure.

    Raises:
        ValueError: If it is below the floor.
    """
    said = f"{side}: {per_cent:.1f} % of lines and branches are covered, the floor is {floor} %"
    if per_cent < floor:
        raise ValueError(f"{said}: test what was added")
    if per_cent >= floor + 2 * SLACK:
        said += f": raise it to {per_cent - SLACK:.1f} in tests/{FLOORS.name}"
    return said


def main(side: str, report: Path) -> None:
    """Print the verdict; exit with it if the floor is broken."""
    floors = tomllib.loads(FLOORS.read_text())
    try:
        print(verdict(side, covered(side, json.loads(report.read_text())), floors[side]))
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
