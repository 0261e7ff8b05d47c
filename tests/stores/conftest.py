"""Tests of stores may be coroutines, and get a place that is closed in the same event loop."""

import asyncio
import contextlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from services import RedisServer
from stores.places import MemoryPlace, Place, RedisPlace, SqlitePlace


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None

    async def main() -> None:
        names = inspect.signature(pyfuncitem.obj).parameters
        given = {name: pyfuncitem.funcargs[name] for name in names}
        async with contextlib.AsyncExitStack() as stack:
            for each in given.values():
                if isinstance(each, Place):
                    await stack.enter_async_context(each)
            await pyfuncitem.obj(**given)

    asyncio.run(main())
    return True


@pytest.fixture(scope="session")
def shared_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """Yield a redis-server for all tests that leave it as it is; each has its own prefix."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    try:
        yield server.start()
    finally:
        server.kill()


@pytest.fixture(params=["memory", "sqlite", "redis"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Return each of the places."""
    if request.param == "memory":
        return MemoryPlace()
    if request.param == "sqlite":
        return SqlitePlace(tmp_path / "app.db")
    server: RedisServer = request.getfixturevalue("shared_redis")
    return RedisPlace(f"{server.url}?prefix={tmp_path.name}:")
