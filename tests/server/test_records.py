"""Records: sealed, found by a token, and good once if they are to be."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ostinato.config import Config
from ostinato.run.surroundings import surroundings_of
from ostinato.run.visitor import Visitor
from ostinato.server import records
from ostinato.server.logins import Logins
from ostinato.server.records import CONTENT, Records
from ostinato.stores.factory import open_store
from ostinato.stores.store import Store
from services import RedisServer

TOKEN = "t" * 43


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path).start()
    yield server
    server.stop()


@pytest.fixture(params=["memory", "sqlite", "redis"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Return a function that opens the store as one process more does, or the same if it cannot."""
    address = request.param
    if address == "redis":
        address = request.getfixturevalue("redis").url
    opened: list[Store] = []

    def open_one() -> Store:
        if not opened or address != "memory":
            opened.append(open_store(address, folder=tmp_path, name="app", secret=""))
        return opened[-1]

    return open_one


def test_p02_a_record_is_taken_once_whoever_asks(stores: Callable[[], Store]) -> None:
    async def work() -> None:
        ours, theirs = stores(), stores()
        await Records(ours, "way", "secret").put(TOKEN, b"content", 60)
        both = (Records(each, "way", "secret") for each in (ours, theirs))
        taken = await asyncio.gather(*(each.take(TOKEN) for each in both))
        assert [each for each in taken if each is not None] == [b"content"]
        assert await Records(theirs, "way", "secret").take(TOKEN) is None
        await close(ours, theirs)

    asyncio.run(work())


def test_p05_a_record_that_has_ended_is_gone_for_everybody(stores: Callable[[], Store]) -> None:
    async def work() -> None:
        ours, theirs = stores(), stores()
        mine, yours = Records(ours, "login", "secret"), Records(theirs, "login", "secret")
        await mine.put(TOKEN, b"content", 60)
        assert await yours.get(TOKEN, 60) == b"content"
        assert await mine.get(TOKEN, 60) == b"content"
        await yours.end(TOKEN)
        assert await mine.get(TOKEN, 60) is None
        again = stores()
        assert await Records(again, "login", "secret").get(TOKEN, 60) is None
        await close(ours, theirs, again)

    asyncio.run(work())


def test_p04_nobody_reads_a_record_who_has_not_both_token_and_secret(
    stores: Callable[[], Store],
) -> None:
    async def work() -> None:
        store = stores()
        mine = Records(store, "login", "secret")
        await mine.put(TOKEN, b"content", 60)
        saved = await store.claim(mine.id_of(TOKEN), 60)
        assert b"content" not in saved.values[CONTENT]
        assert TOKEN not in mine.id_of(TOKEN)
        assert await mine.get("u" * 43, 60) is None
        assert await Records(store, "login", "another").get(TOKEN, 60) is None
        assert await Records(store, "way", "secret").get(TOKEN, 60) is None
        assert await mine.get(TOKEN, 60) == b"content"
        await close(store)

    asyncio.run(work())


def test_p02_a_record_is_good_for_its_time_however_long_it_is_kept(
    stores: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        store = stores()
        mine = Records(store, "way", "secret")
        await mine.put(TOKEN, b"content", 60)
        now = records.time.time()
        monkeypatch.setattr(records.time, "time", lambda: now + 61)
        assert await mine.take(TOKEN) is None
        await close(store)

    asyncio.run(work())


def test_p05_a_login_that_is_over_is_found_out_though_nobody_said_so(
    stores: Callable[[], Store], tmp_path: Path
) -> None:
    async def work() -> None:
        store = stores()
        surroundings = surroundings_of(tmp_path, Config())
        logins = Logins(store, surroundings)
        there = Records(store, "login", "secret")
        await there.put(TOKEN, b"content", 60)
        until = records.time.time() + 60
        here = Visitor("b", login=there.id_of(TOKEN), account="a", until=until)
        gone = Visitor("b", login=there.id_of("gone"), account="a", until=until)
        late = Visitor("b", login="login.late", account="a", until=until - 61)
        assert await logins.review([here, gone, late]) == [gone.login, "login.late"]
        await close(store)

    asyncio.run(work())


async def close(*stores: Store) -> None:
    for store in set(stores):
        await store.close()
