"""SQLite's schema: made where there is none, and brought up where it is older."""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from ostinato.errors import StoreError
from ostinato.stores.private_file import private_file

KIND = 0x4F73746F
VERSION = 1
"""Rises when those who know an older one cannot use the file: not for what they may ignore."""

TABLES = (
    f"PRAGMA application_id = {KIND}",
    f"PRAGMA user_version = {VERSION}",
    """
    CREATE TABLE session (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        epoch INTEGER NOT NULL,
        event INTEGER NOT NULL,
        ends REAL NOT NULL
    )
    """,
    """
    CREATE TABLE entry (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        name BLOB NOT NULL,
        value BLOB NOT NULL,
        UNIQUE (session, name)
    )
    """,
    """
    CREATE TABLE notice (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        content BLOB NOT NULL
    )
    """,
)
ADDITIONS = (
    "ALTER TABLE session ADD COLUMN token TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE session ADD COLUMN write INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE life (token TEXT NOT NULL)",
    "INSERT INTO life (token) VALUES (hex(randomblob(8)))",
    "CREATE TABLE tidying (at REAL NOT NULL)",
)


def make(path: Path) -> None:
    """Make the file at once whole, unless somebody else does."""
    with private_file(path) as draft, contextlib.closing(connect(draft, 0.0)) as db:
        _fill(db)
        # What is left beside a file that is gone would be taken for a part of the new one.
        if not path.exists():
            for leftover in beside(path):
                leftover.unlink(missing_ok=True)


def beside(path: Path) -> tuple[Path, Path]:
    """Return the files that SQLite keeps beside a database that is open."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file, whatever is in it.

    Args:
        path: The file.
        patience: Seconds that others may lock it.
    """
    return sqlite3.connect(path, timeout=patience, isolation_level=None)


def prepare(db: sqlite3.Connection, path: Path) -> None:
    """See that a file that was opened is one of ours, in today's form.

    Raises:
        StoreError: If it is something else's, or a newer version's.
    """
    if _is_blank(db):
        # It was made empty by somebody else, for everybody to read.
        with contextlib.suppress(OSError):
            path.chmod(0o600)
        _fill(db)
    kind, version = (_pragma(db, each) for each in ("application_id", "user_version"))
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
    if not _is_current(db):
        _change(db, lambda: () if _is_current(db) else ADDITIONS)


def _fill(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    _change(db, lambda: (*TABLES, *ADDITIONS) if _is_blank(db) else ())


def _change(db: sqlite3.Connection, statements: Callable[[], Sequence[str]]) -> None:
    """Do in one step what is still to be done once nobody else can do it."""
    db.execute("BEGIN IMMEDIATE")
    for each in statements():
        db.execute(each)
    db.execute("COMMIT")


def _is_blank(db: sqlite3.Connection) -> bool:
    """Return whether there is nothing in the file: it has no bytes, or a header alone."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not tables and _pragma(db, "application_id") in (0, KIND)


def _is_current(db: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name = 'tidying'"
    return bool(db.execute(query).fetchone()[0])


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
