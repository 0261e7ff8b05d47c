"""Chromium, servers and visitors for the tests in a browser."""

import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    expect,
    sync_playwright,
)

import ostinato
from e2e.chromium import FLAGS, chromium
from e2e.fork_server import ForkServers
from e2e.page import Serve, Visit, settled
from e2e.server import Server

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what needs a browser last: while one is open, no other event loop can run."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    page = Path(ostinato.__file__).parent / "static" / "index.html"
    if not page.is_file():
        pytest.fail(f"e2e: the client must be built, got no {page}: run make setup")
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def fork_servers() -> Iterator[ForkServers]:
    with ForkServers() as servers:
        yield servers


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory, fork_servers: ForkServers) -> Iterator[Serve]:
    """Serve a script, given as a path or as its text, until the module's tests are over."""
    servers: list[Server] = []

    def start(script: Path | str, *flags: str) -> Server:
        if isinstance(script, str):
            path = tmp_path_factory.mktemp("app") / "app.py"
            path.write_text(textwrap.dedent(script))
        else:
            path = script
        servers.append(Server.of(path, *flags, launch=fork_servers.start))
        return servers[-1].start()

    yield start
    # All is said by then, and a server that ends in order waits for runs that nobody looks at.
    for server in servers:
        server.kill()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page as somebody new, and wait for its first run to end unless told not to.

    Whatever the console complains of fails the test, but for what matches `but`. `before` is
    called with the page before it loads. `within` is for pages of whom more is asked than of
    others: the milliseconds that connecting, running and drawing may take, each.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(
        url: str,
        *,
        but: str = "^$",
        waits: bool = True,
        within: float | None = None,
        before: Callable[[Page], object] = lambda page: None,
        **options: Any,
    ) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        _listen(page, lambda text: re.search(but, text) or problems.append(text))
        before(page)
        page.goto(url)
        if waits:
            settled(page, within=within)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def _listen(page: Page, note: Callable[[str], object]) -> None:
    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            note(message.text)

    def hear_error(error: Error) -> None:
        note(str(error))

    page.on("console", hear)
    page.on("pageerror", hear_error)
