"""Chaos: storms that last, for whoever has the time.

python -m e2e.chaos [--minutes 5] [--seed 0] [--scene NAME] [FLEET...]
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
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from e2e.chromium import FLAGS, chromium
from e2e.download_storm import Saver
from e2e.editor_storm import Clerk
from e2e.fleets import Alone, Fleet, Machines, Workers
from e2e.flow_storm import Wanderer
from e2e.plotly_storm import Picker
from e2e.storm import Person, Tally, Typist, storm
from e2e.upload_storm import Uploader

APPS = Path(__file__).parent / "apps"


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


class Scene(NamedTuple):
    """What a storm acts on, and who is in it.

    Args:
        app: The script.
        kind: Makes a person.
        pause: How many seconds the script takes between its inputs.
    """

    app: str
    kind: Callable[[Page, random.Random], Person]
    pause: str = "0"


SCENES = {
    "quick": Scene("storm.py", Typist),
    "slow": Scene("storm.py", Typist, "0.05"),
    "flow": Scene("flow_storm.py", Wanderer),
    "editor": Scene("editor_storm.py", Clerk),
    "plotly": Scene("plotly_storm.py", Picker),
    "uploads": Scene("upload_storm.py", Uploader),
    "downloads": Scene("download_storm.py", Saver),
}


def main() -> None:
    """Read the command line, and rage."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__.splitlines()[0])
    parser.add_argument("fleets", nargs="*", metavar="FLEET", help=", ".join(FLEETS))
    parser.add_argument("--scene", choices=SCENES, action="append", help="all by default")
    parser.add_argument("--minutes", type=float, default=5.0, help="for each fleet")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    if unknown := set(arguments.fleets) - set(FLEETS):
        parser.error(f"the fleets are {', '.join(FLEETS)}, got {', '.join(unknown)}")
    print(f"seed {arguments.seed}\n\n| fleet | script | {' | '.join(Tally._fields)} | minutes |")
    print("|---" * (len(Tally._fields) + 3) + "|", flush=True)
    is_bad = False
    scenes = arguments.scene or [*SCENES]
    minutes = arguments.minutes / len(scenes)
    for name, scene in product(arguments.fleets or FLEETS, scenes):
        tally = rage(name, SCENES[scene], minutes, arguments.seed)
        figures = " | ".join(map(str, tally))
        print(f"| {name} | {scene} | {figures} | {minutes:g} |", flush=True)
        is_bad = is_bad or tally.lost + tally.doubled > 0
    sys.exit(is_bad)


def rage(name: str, scene: Scene, minutes: float, seed: int) -> Tally:
    """Let a storm rage over a fleet."""
    os.environ["STORM_PAUSE"] = scene.pause
    end = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = Path(shutil.copy(APPS / scene.app, Path(folder) / "app.py"))
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with FLEETS[name](app, Path(folder)) as fleet:
            return storm(
                browser,
                fleet.url,
                fleet.faults,
                seed=seed,
                kind=scene.kind,
                goes_on=lambda raging, _: raging.is_raging and time.monotonic() < end,
            )


if __name__ == "__main__":
    main()
