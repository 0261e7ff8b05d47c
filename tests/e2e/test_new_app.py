"""What `ostinato init` makes is served, used, and remembers; also as its image does it (I06)."""

import json
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dockerfile import instructions
from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Visit, settled, shows
from e2e.server import Server
from ostinato.cli.starting import start_app
from services import RedisServer


@pytest.fixture
def app(tmp_path: Path) -> Path:
    start_app(tmp_path / "app")
    return tmp_path / "app"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("new") / "app"
    start_app(folder)
    server = Server.of(folder / "app.py").start()
    yield server
    server.kill()


def add(page: Page, what: str, amount: str) -> None:
    page.get_by_label("What was it for?").fill(what)
    page.get_by_label("Amount", exact=True).fill(amount)
    page.get_by_role("button", name="Add").click()


def test_i06_a_new_app_is_used_and_remembers_after_a_crash(served: Server, visit: Visit) -> None:
    page = visit(served.url, but="ERR_CONNECTION_REFUSED")
    shows(page, "87.70")
    expect(page.get_by_role("figure", name="Amount spent on each kind")).to_be_visible()
    add(page, "", "1")
    shows(page, "Say what it was for, and an amount above 0.")
    add(page, "Tea", "2.30")
    shows(page, "90.00")
    expect(page.get_by_label("What was it for?")).to_have_value("")
    settled(page)
    served.kill()
    served.start()
    page.reload()
    shows(page, "90.00")
    page.get_by_role("button", name="Clear all").click()
    shows(page, "Nothing was spent yet. Add something above.")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_i06_a_new_app_is_for_everybody(
    served: Server, visit: Visit, theme: str, screen: str
) -> None:
    page = visit(served.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert page.get_by_test_id("stMain").evaluate("(main) => main.scrollWidth <= main.clientWidth")
    assert violations(page) == []


def test_i06_the_command_of_the_image_serves_by_two_workers_over_redis(
    app: Path,
    visit: Visit,
    start_redis: Callable[..., RedisServer],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There is no docker here: what its file says is done by hand."""
    given = dict(instructions(app / "Dockerfile"))
    environment = dict(word.split("=", 1) for word in shlex.split(given["ENV"]))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("OSTINATO_SESSION_STORE", start_redis("--appendonly", "yes").url)
    monkeypatch.setenv("OSTINATO_SERVER_COOKIE_SECRET", "x" * 40)
    program, *words = json.loads(given["CMD"])
    assert program == "ostinato"
    # Its own port may be taken here.
    server = Server([sys.executable, "-m", program, *words, "--port", "{port}"], app).start()
    try:
        page = visit(server.url, but="ERR_CONNECTION_REFUSED")
        add(page, "Tea", "2.30")
        shows(page, "90.00")
        settled(page)
        assert len(server.workers) == 2
        assert not (app / ".ostinato/app.db").exists()
        check = json.loads(given["HEALTHCHECK"].partition("CMD ")[2])
        for port, status in (server.port, 0), (server.port + 1, 1):
            asks = check[-1].replace(environment["OSTINATO_SERVER_PORT"], str(port))
            done = subprocess.run([sys.executable, *check[1:-1], asks], capture_output=True)
            assert done.returncode == status
    finally:
        server.stop()
