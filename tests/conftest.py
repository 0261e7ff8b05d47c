"""What concerns all tests."""

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from services import RedisServer

# How long an example takes says more of the machine than of the code. What would explain a failure
# traces the code: with a thread that hangs, and is asked to end, Python 3.11 never leaves that.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("ostinato", deadline=None, phases=PHASES)
# The same change is judged the same each time; at a desk other examples are tried in each run.
settings.register_profile("ci", settings.get_profile("ostinato"), derandomize=True, database=None)
settings.load_profile("ostinato")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests in a browser last: Playwright keeps an event loop in the main thread."""
    items.sort(key=lambda item: "e2e" in item.path.parts)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what tests log travel from one process to another, halves of characters as well."""
    report = yield
    report.sections = [
        (title, text.encode(errors="backslashreplace").decode()) for title, text in report.sections
    ]
    return report


@pytest.fixture(autouse=True)
def _log_of_its_own() -> Iterator[None]:
    """Let no app that another test has left behind count the lines of this one."""
    yield
    for name in ("ostinato", "uvicorn.error"):
        logging.getLogger(name).filters.clear()


@pytest.fixture
def start_redis(tmp_path: Path) -> Iterator[Callable[..., RedisServer]]:
    """Yield a function that starts a redis-server with more settings."""
    with ExitStack() as stack:

        def start(*settings: str) -> RedisServer:
            server = RedisServer(tmp_path, *settings)
            stack.callback(server.kill)
            return server.start()

        yield start


@pytest.fixture
def redis_server(start_redis: Callable[..., RedisServer]) -> RedisServer:
    """Return a redis-server that forgets everything when it ends."""
    return start_redis()
