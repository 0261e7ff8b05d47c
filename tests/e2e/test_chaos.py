"""Whatever dies, whenever: every click counts once, every text is there (+L01 to +L05, +N01, +N03).

The same storms rage longer with `make chaos`.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from e2e.download_storm import Saver
from e2e.editor_storm import Clerk
from e2e.fleets import Alone, Fleet, Machines, Workers
from e2e.flow_storm import Wanderer
from e2e.fork_server import ForkServers
from e2e.server import Launch
from e2e.storm import Faults, Person, Typist, storm
from e2e.upload_storm import Uploader

APPS = Path(__file__).parent / "apps"


@pytest.fixture(params=["0", "0.05"], ids=["quick", "slow"])
def app(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a script that takes its time between its inputs, or does not (+L09)."""
    monkeypatch.setenv("STORM_PAUSE", request.param)
    return Path(shutil.copy(APPS / "storm.py", tmp_path / "app.py"))


@pytest.fixture
def launch(fork_servers: ForkServers) -> Launch:
    """Return what starts a server quickly: storms wait for little else."""
    return fork_servers.start


def until(faults: int, actions: int) -> Callable[[Faults, int], bool]:
    """Have a storm last until so much has gone wrong and so much was done."""
    return lambda raging, done: raging.is_raging and (raging.count < faults or done < actions)


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    """Return a script with pages, parts that run alone, a dialog and a cache."""
    return Path(shutil.copy(APPS / "flow_storm.py", tmp_path / "app.py"))


def survive(
    browser: Browser,
    fleet: Fleet,
    faults: int,
    actions: int,
    kind: Callable[[Page, random.Random], Person] = Typist,
) -> None:
    goes_on = until(faults, actions)
    with fleet:
        tally = storm(browser, fleet.url, fleet.faults, seed=1, kind=kind, goes_on=goes_on)
    assert (tally.lost, tally.doubled) == (0, 0)
    assert tally.sent == tally.applied > actions / 2
    assert tally.restores > 0


def test_l03_kills_of_one_process_lose_nothing(browser: Browser, app: Path, launch: Launch) -> None:
    survive(browser, Alone(app, launch=launch), faults=6, actions=60)


def test_n01_workers_that_die_and_are_renewed_lose_nothing(
    browser: Browser, app: Path, launch: Launch
) -> None:
    survive(browser, Workers(app, launch=launch), faults=6, actions=60)


def test_n01_machines_that_die_and_networks_that_break_lose_nothing(
    browser: Browser, app: Path, tmp_path: Path, launch: Launch
) -> None:
    survive(browser, Machines(app, tmp_path, launch=launch), faults=6, actions=60)


def test_n03_a_redis_that_is_away_for_ten_seconds_loses_nothing(
    browser: Browser, app: Path, tmp_path: Path, launch: Launch
) -> None:
    fleet = Machines(app, tmp_path, launch=launch)
    fleet.faults = [fleet.outage]
    survive(browser, fleet, faults=1, actions=60)


def test_g01_pages_parts_and_dialogs_outlive_kills(
    browser: Browser, flow: Path, launch: Launch
) -> None:
    survive(browser, Alone(flow, launch=launch), faults=4, actions=60, kind=Wanderer)


def test_g01_pages_parts_and_dialogs_outlive_machines(
    browser: Browser, flow: Path, tmp_path: Path, launch: Launch
) -> None:
    survive(browser, Machines(flow, tmp_path, launch=launch), faults=4, actions=60, kind=Wanderer)


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Return a script that reads what people upload."""
    return Path(shutil.copy(APPS / "upload_storm.py", tmp_path / "app.py"))


def test_u02_uploads_outlive_kills_byte_by_byte(
    browser: Browser, uploads: Path, launch: Launch
) -> None:
    survive(browser, Alone(uploads, launch=launch), faults=4, actions=50, kind=Uploader)


def test_u02_uploads_outlive_machines_byte_by_byte(
    browser: Browser, uploads: Path, tmp_path: Path, launch: Launch
) -> None:
    survive(
        browser, Machines(uploads, tmp_path, launch=launch), faults=4, actions=50, kind=Uploader
    )


@pytest.mark.parametrize("fleet", [Alone, Workers])
def test_j02_files_come_once_and_whole_though_servers_die(
    browser: Browser, tmp_path: Path, launch: Launch, fleet: Callable[..., Fleet]
) -> None:
    app = Path(shutil.copy(APPS / "download_storm.py", tmp_path / "app.py"))
    goes_on = until(faults=4, actions=100)
    with fleet(app, launch=launch) as serving:
        faults = serving.faults
        tally = storm(browser, serving.url, faults, seed=1, kind=Saver, goes_on=goes_on, people=3)
    assert (tally.lost, tally.doubled) == (0, 0)
    assert tally.sent == tally.applied > 3
    assert tally.restores > 0


@pytest.mark.parametrize("fleet", [Alone, Workers])
def test_v08_edits_of_a_table_outlive_servers_and_refreshes(
    browser: Browser, tmp_path: Path, launch: Launch, fleet: Callable[..., Fleet]
) -> None:
    app = Path(shutil.copy(APPS / "editor_storm.py", tmp_path / "app.py"))
    goes_on = until(faults=4, actions=40)
    with fleet(app, launch=launch) as serving:
        faults = serving.faults
        tally = storm(browser, serving.url, faults, seed=1, kind=Clerk, goes_on=goes_on, people=3)
    assert (tally.lost, tally.doubled) == (0, 0)
    assert tally.sent == tally.applied > 20
    assert tally.restores > 0
