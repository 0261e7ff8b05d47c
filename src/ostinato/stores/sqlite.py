"""SQLite: a store in one file, shared by the processes of one machine."""

import contextlib
import functools
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

from ostinato.errors import StoreError
from ostinato.stores import sqlite_notices
from ostinato.stores.private_file import private_file
from ostinato.stores.sqlite_writer import Writer
from ostinato.stores.store import Fenced, Saved

PATIENCE = 5.0
TIDY_EVERY = 60.0
TIDY_AT_MOST = 100
KIND = 0x4F73746F
VERSION = 1
SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA application_id = {KIND};
PRAGMA user_version = {VERSION};
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
"""


class SqliteStore:
    """Sessions in a database file, which is opened, and made if absent, by the first call.

    Args:
        path: The file.
        clock: Gives the time in seconds, the same in every process that shares the file.
    """

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._notices = sqlite_notices.Notices()
        self._writer = Writer(path, functools.partial(_connect, path), self._notices)
        self._next_tidying = 0.0

    async def claim(self, session: str, life: float, *, source: str | None = None) -> Saved:
        """Take a session over, or make it."""

        def work(db: sqlite3.Connection) -> Saved:
            now = self._tidy(db)
            return _claim(db, now, session, life, source)

        return await self._writer.do(work)

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them."""

        def work(db: sqlite3.Connection) -> None:
            now = self._clock()
            number = _fence(db, now, session, epoch)
            if life:
                _save(db, number, event, changes, now + life)
            else:
                db.execute("DELETE FROM session WHERE number = ?", [number])

        await self._writer.do(work)

    async def count(self) -> int:
        """Count the sessions whose time is not over."""

        def work(db: sqlite3.Connection) -> int:
            query = "SELECT count(*) FROM session WHERE ends > ?"
            (counted,) = db.execute(query, [self._clock()]).fetchone()
            return int(counted)

        return await self._writer.do(work)

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every process that listens, this one too."""
        await self._writer.do(lambda db: sqlite_notices.publish(db, self._clock(), notice))

    async def listen(self) -> AsyncIterator[bytes]:
        """Give the notices published from now on."""
        with self._notices.queue() as notices:
            # If this fails, listening begins when the database is back.
            with contextlib.suppress(StoreError):
                await self._writer.do(self._notices.begin)
            while True:
                yield await notices.get()

    async def close(self) -> None:
        """Commit what waits, and close the file."""
        await self._writer.close()

    def _tidy(self, db: sqlite3.Connection) -> float:
        """Give the time; now and then, delete some of what has expired."""
        now = self._clock()
        if now >= self._next_tidying:
            expired = "SELECT number FROM session WHERE ends <= ? LIMIT ?"
            command = f"DELETE FROM session WHERE number IN ({expired})"
            is_done = db.execute(command, [now, TIDY_AT_MOST]).rowcount < TIDY_AT_MOST
            self._next_tidying = now + TIDY_EVERY if is_done else now
        return now


def _claim(
    db: sqlite3.Connection, now: float, session: str, life: float, source: str | None
) -> Saved:
    found = _find(db, now, session)
    if found:
        number, epoch, event = found
        command = "UPDATE session SET epoch = ?, ends = ? WHERE number = ?"
        db.execute(command, [epoch + 1, now + life, number])
        return Saved(epoch + 1, event, _values(db, number))
    db.execute("DELETE FROM session WHERE id = ?", [session])
    command = "INSERT INTO session (id, epoch, event, ends) VALUES (?, 1, 0, ?)"
    db.execute(command, [session, now + life])
    model = source and _find(db, now, source)
    return Saved(1, 0, _values(db, model[0]) if model else {})


def _fence(db: sqlite3.Connection, now: float, session: str, epoch: int) -> int:
    """Give the number of the session's row, if the session has this epoch."""
    found = _find(db, now, session)
    if not found or found[1] != epoch:
        raise Fenced(found and found[1])
    return found[0]


def _save(
    db: sqlite3.Connection,
    number: int,
    event: int,
    changes: Mapping[str, bytes | None],
    ends: float,
) -> None:
    command = "UPDATE session SET event = ?, ends = ? WHERE number = ?"
    db.execute(command, [event, ends, number])
    named = [(number, _encode(name), value) for name, value in changes.items()]
    command = """
        INSERT INTO entry (session, name, value) VALUES (?, ?, ?)
        ON CONFLICT (session, name) DO UPDATE SET value = excluded.value
    """
    db.executemany(command, [each for each in named if each[2] is not None])
    command = "DELETE FROM entry WHERE session = ? AND name = ?"
    db.executemany(command, [each[:2] for each in named if each[2] is None])


def _find(db: sqlite3.Connection, now: float, session: str) -> tuple[int, int, int] | None:
    """Give the number of the session's row, its epoch and its event."""
    query = "SELECT number, epoch, event FROM session WHERE id = ? AND ends > ?"
    found: tuple[int, int, int] | None = db.execute(query, [session, now]).fetchone()
    return found


def _values(db: sqlite3.Connection, number: int) -> dict[str, bytes]:
    rows = db.execute("SELECT name, value FROM entry WHERE session = ?", [number])
    return {_decode(name): value for name, value in rows}


def _connect(path: Path) -> sqlite3.Connection:
    if not path.exists():
        with private_file(path) as draft, contextlib.closing(sqlite3.connect(draft)) as db:
            db.executescript(SCHEMA)
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        _check_kind(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _check_kind(db: sqlite3.Connection, path: Path) -> None:
    kind, version = (
        db.execute(f"PRAGMA {each}").fetchone()[0] for each in ("application_id", "user_version")
    )
    if kind != KIND:
        raise StoreError(
            f"sqlite store {path}: must be a file made by ostinato, got application_id={kind}: "
            "move it away, or choose another with session.store"
        )
    if version > VERSION:
        raise StoreError(
            f"sqlite store {path}: version must be at most {VERSION}, got version={version}: "
            "use the newer ostinato that made it, or choose another file with session.store"
        )


def _encode(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _decode(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
