"""The file: its faults, its traces, and what becomes of them."""

import asyncio
import contextlib
import sqlite3
import stat
from pathlib import Path

import pytest

from ostinato.errors import StoreError
from ostinato.stores import sqlite_file
from ostinato.stores.store import Fenced, Save, Store
from stores.places import LONG, NOBODY, SqlitePlace, content, take


@pytest.fixture
def place(tmp_path: Path) -> SqlitePlace:
    return SqlitePlace(tmp_path / "app.db")


def rows(path: Path, table: str) -> int:
    """Count what is in the file, visible or not."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        counted: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return counted


async def failure(store: Store) -> str:
    with pytest.raises(StoreError) as error:
        await store.claim("s", LONG)
    return str(error.value)


async def test_nothing_is_made_before_the_first_call(place: SqlitePlace):
    store = place.open()
    assert not place.path.exists()
    await store.count()
    assert place.path.exists()


async def test_only_the_owner_reads_the_file_and_its_log(place: SqlitePlace):
    await place.open().claim("s", LONG)
    files = list(place.path.parent.iterdir())
    assert {path.name for path in files} == {"app.db", "app.db-wal", "app.db-shm"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


async def test_old_notices_leave_the_file(place: SqlitePlace):
    store = place.open()
    for number in range(5):
        await store.publish(b"%d" % number)
    place.clock.now += 100
    await store.publish(b"5")
    assert rows(place.path, "notice") == 1


async def test_what_waits_together_is_committed_together(place: SqlitePlace):
    store = place.open()
    hand = await take(store)
    saves = [hand.save(number, {"p": b"%d" % number}) for number in range(500)]
    await asyncio.gather(*saves)
    log = place.path.with_name("app.db-wal").stat().st_size
    assert log < 500 * 4096


async def test_an_operation_that_fails_spoils_no_other(place: SqlitePlace):
    store = place.open()
    hand = await take(store)
    unfit: object = {"p": object()}
    outcomes = await asyncio.gather(
        hand.save(1, {"a": b"1"}),
        store.save("s", NOBODY, Save(2, 0, 2, {"a": b"2"}), LONG),
        hand.save(3, unfit),
        hand.save(4, {"b": b"4"}),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes] == [type(None), Fenced, StoreError, type(None)]
    assert await content(store) == (4, {"a": b"1", "b": b"4"})


async def test_a_caller_that_gives_up_stops_nobody(place: SqlitePlace):
    store = place.open()
    hand = await take(store)
    save = asyncio.create_task(hand.save(1, {"a": b"1"}))
    await asyncio.sleep(0)
    save.cancel()
    await hand.save(2, {"b": b"2"})
    assert await content(store) == (2, {"a": b"1", "b": b"2"})


async def test_a_call_after_close_is_refused(place: SqlitePlace):
    store = place.make()
    await store.claim("s", LONG)
    await store.close()
    await store.close()
    assert "must be open" in await failure(store)


async def test_a_new_connection_finds_what_an_old_one_saved(place: SqlitePlace):
    store = place.make()
    hand = await take(store)
    await hand.save(1, {"a": b"1"})
    await store.close()
    assert await content(place.open()) == (1, {"a": b"1"})


async def test_a_file_that_is_no_database_is_named_and_left_alone(place: SqlitePlace):
    place.path.write_bytes(b"not a database" * 1000)
    assert f"sqlite store {place.path}: must be a file" in await failure(place.open())
    assert place.path.read_bytes() == b"not a database" * 1000


async def test_a_database_of_something_else_is_left_alone(place: SqlitePlace):
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        db.execute("CREATE TABLE session (mine)")
    assert "must be a file made by ostinato" in await failure(place.open())
    assert rows(place.path, "sqlite_master") == 1


async def test_a_newer_file_is_refused(place: SqlitePlace):
    await place.open().claim("s", LONG)
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        db.execute("PRAGMA user_version = 2")
    assert "version must be at most 1, got version=2: use the newer" in await failure(place.open())


async def test_a_broken_page_is_an_error_of_the_store(place: SqlitePlace):
    store = place.make()
    hand = await take(store)
    await hand.save(1, {f"p{number}": bytes(1000) for number in range(100)})
    await store.close()
    content = bytearray(place.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    place.path.write_bytes(content)
    assert "must be a file to read and write, got" in await failure(place.open())


async def test_a_folder_that_is_absent_is_an_error_and_its_coming_mends_it(tmp_path: Path):
    async with SqlitePlace(tmp_path / "absent" / "app.db") as place:
        store = place.open()
        assert "No such file or directory" in await failure(store)
        place.path.parent.mkdir()
        assert await content(store) == (0, {})


async def test_a_store_that_failed_goes_on_once_the_file_is_good(place: SqlitePlace):
    place.path.write_bytes(b"not a database" * 1000)
    store = place.open()
    await failure(store)
    place.path.unlink()
    assert await content(store) == (0, {})


async def test_a_file_that_stays_locked_is_an_error(
    place: SqlitePlace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite_file, "PATIENCE", 0.01)
    store = place.open()
    await store.claim("s", LONG)
    with contextlib.closing(sqlite3.connect(place.path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert "locked" in await failure(store)
        db.execute("COMMIT")
    assert await content(store) == (0, {})


async def test_listening_begins_when_the_file_is_good(place: SqlitePlace):
    place.path.write_bytes(b"not a database" * 1000)
    store, other = place.open(), place.open()
    heard = asyncio.ensure_future(anext(store.listen()))
    await failure(store)
    place.path.unlink()
    async with asyncio.timeout(20):
        while not heard.done():
            await other.publish(b"x")
            await asyncio.wait([heard], timeout=0.05)
    assert await heard == b"x"
