"""SQLite: a store in one file, shared by the processes of one machine."""

import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import NamedTuple

from ostinato.errors import StoreError
from ostinato.stores import sqlite_notices
from ostinato.stores.sqlite_file import DatabaseFile
from ostinato.stores.sqlite_tidying import Tidying
from ostinato.stores.sqlite_writer import Writer
from ostinato.stores.store import Claim, Held, Save, Saved, held_by, next_held


class SqliteStore:
    """Sessions in a database file, which is opened, and made if absent, by the first call.

    Args:
        path: The file.
        clock: Returns the time in seconds, the same in every process that shares the file.
        monotonic: Counts seconds, whatever the time is.
        renew: Recreates what else the file's folder had, when the file was there and is gone.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        renew: Callable[[], None] | None = None,
    ) -> None:
        self._clock = clock
        self._notices = sqlite_notices.Notices()
        self._file = DatabaseFile(path, monotonic, renew)
        self._writer = Writer(self._file, self._notices)
        self._tidying = Tidying(clock, monotonic)

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        """Take a session over, or make it."""

        def work(db: sqlite3.Connection) -> Saved:
            self._tidying.go_over(db)
            return _claim(db, self._clock(), session, ttl, source, over)

        return await self._writer.do(work)

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        """Keep values and the number of the event that led to them."""

        def work(db: sqlite3.Connection) -> None:
            row = _find(db, session)
            if held_by(row and row.held, claim).is_done(save):
                return
            assert row is not None
            if ttl:
                _save(db, row.number, save, self._clock() + ttl)
            else:
                db.execute("DELETE FROM session WHERE number = ?", [row.number])

        await self._writer.do(work)

    async def count(self) -> int:
        """Count the sessions whose time is not over."""

        def work(db: sqlite3.Connection) -> int:
            query = "SELECT count(*) FROM session WHERE ends > ?"
            (counted,) = db.execute(query, [self._clock()]).fetchone()
            return int(counted)

        return await self._writer.do(work)

    async def incarnation(self) -> str:
        """Name the store's present life: the file that is there."""
        return await self._writer.do(self._file.incarnation)

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every process that listens, this one too."""
        await self._writer.do(lambda db: sqlite_notices.publish(db, self._clock(), notice))

    async def listen(self) -> AsyncIterator[bytes]:
        """Yield the notices published from now on."""
        with self._notices.queue() as notices:
            # If this fails, listening begins when the database is back.
            with contextlib.suppress(StoreError):
                await self._writer.do(self._notices.begin)
            while True:
                yield await notices.get()

    async def close(self) -> None:
        """Commit what waits, and close the file."""
        await self._writer.close()


class Row(NamedTuple):
    """A session's row: its number, what holds it, and its event."""

    number: int
    held: Held
    event: int


def _claim(
    db: sqlite3.Connection,
    now: float,
    session: str,
    ttl: float,
    source: str | None,
    over: Claim | None,
) -> Saved:
    row = _find(db, session)
    held = next_held(row and row.held, int(now * 1e6), over)
    claim = held.claim
    if row is None:
        command = "INSERT INTO session (id, epoch, token, event, ends) VALUES (?, ?, ?, 0, ?)"
        db.execute(command, [session, claim.epoch, claim.token, now + ttl])
    else:
        command = "UPDATE session SET epoch = ?, token = ?, write = ?, ends = ? WHERE number = ?"
        values = [claim.epoch, claim.token, held.number, now + ttl, row.number]
        db.execute(command, values)
    if over is not None:
        return Saved(claim, row.event if row else 0)
    if row is not None:
        return Saved(claim, row.event, _values(db, row.number))
    model = _find(db, source) if source and source != session else None
    return Saved(claim, 0, _values(db, model.number) if model else {})


def _save(db: sqlite3.Connection, number: int, save: Save, ends: float) -> None:
    command = "UPDATE session SET event = ?, write = ?, ends = ? WHERE number = ?"
    db.execute(command, [save.event, save.number, ends, number])
    if save.is_whole:
        db.execute("DELETE FROM entry WHERE session = ?", [number])
    named = [(number, _encode(name), value) for name, value in save.changes.items()]
    command = """
        INSERT INTO entry (session, name, value) VALUES (?, ?, ?)
        ON CONFLICT (session, name) DO UPDATE SET value = excluded.value
    """
    db.executemany(command, [each for each in named if each[2] is not None])
    command = "DELETE FROM entry WHERE session = ? AND name = ?"
    db.executemany(command, [each[:2] for each in named if each[2] is None])


def _find(db: sqlite3.Connection, session: str) -> Row | None:
    """Find a session; one whose time is over is given back for as long as it is there."""
    query = "SELECT number, epoch, token, write, event FROM session WHERE id = ?"
    found = db.execute(query, [session]).fetchone()
    if found is None:
        return None
    number, epoch, token, write, event = found
    return Row(number, Held(Claim(epoch, token), write), event)


def _values(db: sqlite3.Connection, number: int) -> dict[str, bytes]:
    rows = db.execute("SELECT name, value FROM entry WHERE session = ?", [number])
    return {_decode(name): value for name, value in rows}


def _encode(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _decode(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
