"""The file: its faults, its traces, and what becomes of them."""

import asyncio
import contextlib
import fcntl
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    unfit: Any = {"p": object()}
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


OLD_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1332966511;
PRAGMA user_version = 1;
CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    event INTEGER NOT NULL,
    ends REAL NOT NULL
);
CREATE TABLE entry (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    name BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (session, name)
);
CREATE TABLE notice (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    content BLOB NOT NULL
);
INSERT INTO session (number, id, epoch, event, ends) VALUES (1, 's', 3, 5, 1e9);
INSERT INTO entry (session, name, value) VALUES (1, CAST('a' AS BLOB), CAST('1' AS BLOB));
"""
"""What the commit before the one that knows claims has made."""


@pytest.mark.parametrize("opened_at_once", [1, 8])
async def test_n07_a_file_of_an_earlier_version_goes_on(place: SqlitePlace, opened_at_once: int):
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        db.executescript(OLD_SCHEMA)
    stores = [place.open() for _ in range(opened_at_once)]
    await asyncio.gather(*(store.count() for store in stores))
    hand = await take(stores[0])
    assert (hand.saved.event, hand.saved.values) == (5, {"a": b"1"})
    await hand.save(6, {"b": b"2"})
    assert await content(stores[-1]) == (6, {"a": b"1", "b": b"2"})


async def test_n07_a_process_of_an_earlier_version_goes_on_with_the_file(place: SqlitePlace):
    """It is among the workers of a rolling restart, or comes back with a rollback."""
    hand = await take(place.open())
    await hand.save(6, {"a": b"1"})
    with contextlib.closing(sqlite3.connect(place.path)) as db, db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        db.execute("UPDATE session SET epoch = epoch + 1 WHERE id = 's'")
        db.execute("INSERT INTO session (id, epoch, event, ends) VALUES ('t', 1, 0, 1e9)")
        db.execute("UPDATE session SET event = 2, ends = 1e9 WHERE id = 't'")
    with pytest.raises(Fenced) as error:
        await hand.save(7)
    assert error.value.holder is not None
    assert error.value.holder > hand.claim
    assert await content(hand.store) == (6, {"a": b"1"})
    assert await content(hand.store, "t") == (2, {})


def half_made(path: Path) -> None:
    """Leave a header without tables, as a process may that is killed while it makes them."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")


def marked(path: Path) -> None:
    half_made(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA application_id = 1332966511")


@pytest.mark.parametrize("make", [Path.touch, half_made, marked])
@pytest.mark.parametrize("opened_at_once", [1, 8])
async def test_an_empty_file_is_an_empty_store(
    place: SqlitePlace, make: Callable[[Path], None], opened_at_once: int
):
    make(place.path)
    place.path.chmod(0o644)
    stores = [place.open() for _ in range(opened_at_once)]
    await asyncio.gather(*(store.count() for store in stores))
    hand = await take(stores[0])
    await hand.save(1, {"a": b"1"})
    assert await content(stores[-1]) == (1, {"a": b"1"})
    assert stat.S_IMODE(place.path.stat().st_mode) == 0o600


async def test_n05_what_is_left_of_a_file_that_is_gone_is_not_read_into_another(
    place: SqlitePlace,
):
    store = place.open()
    hand = await take(store)
    await hand.save(1, {"old": bytes(100_000)})
    log = place.path.with_name("app.db-wal").read_bytes()
    await store.close()
    place.path.unlink()
    place.path.with_name("app.db-wal").write_bytes(log)
    assert await content(place.open()) == (0, {})
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_n05_what_only_a_removed_log_had_is_brought_into_the_file(place: SqlitePlace):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1"})
    # While another one has the file open, the end of a connection does not do it.
    with contextlib.closing(sqlite3.connect(place.path)) as reader:
        assert reader.execute("SELECT count(*) FROM session").fetchone() == (1,)
        for ending in ("wal", "shm"):
            place.path.with_name(f"app.db-{ending}").unlink()
        await hand.save(2, {"b": b"2"})
    assert await content(place.open()) == (2, {"a": b"1", "b": b"2"})


async def test_n05_who_leaves_a_file_removes_nothing_of_its_successor(
    place: SqlitePlace, monkeypatch: pytest.MonkeyPatch
):
    first, second = place.open(), place.open()
    hand, _ = await take(first, "first"), await take(second, "second")
    async with SqlitePlace(place.path.with_name("draft.db")) as draft:
        await draft.open().claim("other", LONG)
    draft.path.replace(place.path)
    other = Successor(second)
    monkeypatch.setattr(fcntl, "flock", other.lock)
    monkeypatch.setattr(Path, "unlink", lambda path, **how: other.unlink(path, **how))
    with contextlib.suppress(Fenced):
        await hand.save(1)
    await asyncio.to_thread(other.thread.join)
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        assert ("second",) in db.execute("SELECT id FROM session").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_n05_a_file_that_was_emptied_and_written_to_is_left(
    place: SqlitePlace, caplog: pytest.LogCaptureFixture
):
    store = place.open()
    hand = await take(store)
    await hand.save(1, {"a": b"1"})
    with contextlib.closing(sqlite3.connect(place.path, isolation_level=None)) as other:
        other.execute(touch := "UPDATE session SET event = event")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        place.path.write_bytes(b"")
        # Now what the store knows of the file is old, and what it reads anew is not there.
        other.execute(touch)
        with pytest.raises(Fenced):
            await hand.save(2)
    assert caplog.text.count("the file was removed or replaced") == 1
    hand = await take(store)
    await hand.save(3, {"b": b"2"})
    assert await content(place.open()) == (3, {"b": b"2"})
    with contextlib.closing(sqlite3.connect(place.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


class Successor:
    """A process that leaves a file, and begins anew, while another is about to remove its log."""

    def __init__(self, store: Store) -> None:
        self.thread = threading.Thread(target=lambda: asyncio.run(self.work(store)))
        self.is_waiting, self.is_done = threading.Event(), threading.Event()
        self._unlink, self._flock = Path.unlink, fcntl.flock

    async def work(self, store: Store) -> None:
        await store.claim("second", LONG)
        self.is_done.set()

    def lock(self, where: int, how: int) -> None:
        if self.thread.ident is not None:
            self.is_waiting.set()
        self._flock(where, how)

    def unlink(self, path: Path, missing_ok: bool = False) -> None:
        if self.thread.ident is None:
            self.thread.start()
            while not (self.is_waiting.is_set() or self.is_done.is_set()):
                self.is_done.wait(0.001)
        self._unlink(path, missing_ok=missing_ok)


async def test_n05_a_file_with_the_inode_of_another_is_another_life(place: SqlitePlace):
    store = place.open()
    hand = await take(store)
    lives = {await store.incarnation()}
    for number in range(4):
        place.path.unlink()
        with pytest.raises(Fenced):
            await hand.save(number)
        lives.add(await store.incarnation())
    assert len(lives) == 5


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
        assert "must be free within" in await failure(store)
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
