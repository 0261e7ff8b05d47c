"""Chaos: storms that last, for whoever has the time.

python -m e2e.chaos [--minutes 5] [--seed 0] [FLEET...]
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from e2e.conftest import FLAGS, NAMES
from e2e.fleets import Alone, Fleet, Machines, Workers
from e2e.storm import Tally, storm

APP = Path(__file__).parent / "apps" / "storm.py"


def outages(app: Path, folder: Path) -> Fleet:
    """Machines whose Redis is away now and then."""
    fleet = Machines(app, folder)
    fleet.faults.append(fleet.outage)
    return fleet


FLEETS: dict[str, Callable[[Path, Path], Fleet]] = {
    "alone": lambda app, folder: Alone(app),
    "workers": lambda app, folder: Workers(app),
    "machines": Machines,
    "outages": outages,
}
PAUSES = {"quick": "0", "slow": "0.05"}
"""How long the script takes between its inputs, in seconds."""


def main() -> None:
    """Read the command line, and rage."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__.splitlines()[0])
    parser.add_argument("fleets", nargs="*", metavar="FLEET", help=", ".join(FLEETS))
    parser.add_argument("--minutes", type=float, default=5.0, help="for each fleet")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    if unknown := set(arguments.fleets) - set(FLEETS):
        parser.error(f"the fleets are {', '.join(FLEETS)}, got {', '.join(unknown)}")
    print(f"seed {arguments.seed}\n\n| fleet | script | {' | '.join(Tally._fields)} | minutes |")
    print("|---" * (len(Tally._fields) + 3) + "|", flush=True)
    is_bad = False
    for name, pace in product(arguments.fleets or FLEETS, PAUSES):
        os.environ["STORM_PAUSE"] = PAUSES[pace]
        tally = rage(name, arguments.minutes / len(PAUSES), arguments.seed)
        figures = " | ".join(map(str, tally))
        print(f"| {name} | {pace} | {figures} | {arguments.minutes / len(PAUSES):g} |", flush=True)
        is_bad = is_bad or tally.lost + tally.doubled > 0
    sys.exit(is_bad)


def rage(name: str, minutes: float, seed: int) -> Tally:
    """Let a storm rage over a fleet."""
    chromium = next(filter(None, map(shutil.which, NAMES)))
    end = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = Path(shutil.copy(APP, Path(folder) / "app.py"))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with FLEETS[name](app, Path(folder)) as fleet:
            return storm(
                browser,
                fleet.url,
                fleet.faults,
                seed=seed,
                goes_on=lambda raging, _: raging.is_raging and time.monotonic() < end,
            )


if __name__ == "__main__":
    main()
