"""SQLite's file: opened, and looked after: somebody may remove or replace it while it is open."""

import contextlib
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ostinato.stores import sqlite_schema

logger = logging.getLogger("ostinato")

PATIENCE = 5.0

Identity = tuple[int, int] | None
"""Device and inode; None if there is no file."""


class DatabaseFile:
    """The database at a path, and the files that SQLite keeps beside it.

    Args:
        path: Where it is.
        renew: Makes anew what else the folder had, when the file was there and is gone.
    """

    def __init__(self, path: Path, renew: Callable[[], None] | None = None) -> None:
        self.path = path
        self._renew = renew or self._make_folder
        self._beside = sqlite_schema.beside(path)
        self._known: Identity = None
        self._known_beside: list[Identity] = [None, None]

    @property
    def is_moved(self) -> bool:
        """Whether what was opened is not what is there now."""
        if _identity(self.path) != self._known:
            return True
        for number, path in enumerate(self._beside):
            found = _identity(path)
            if self._known_beside[number] is None:
                self._known_beside[number] = found
            elif found != self._known_beside[number]:
                return True
        return False

    @property
    def identity(self) -> str:
        """What tells the file that was opened from others."""
        return str(self._known)

    def open(self) -> sqlite3.Connection:
        """Open the file that is there now, or make it."""
        last = self._known
        if last is not None and _identity(self.path) != last:
            self._drop_leftovers()
            if not self.path.exists():
                self._renew()
        if not self.path.exists():
            sqlite_schema.make(self.path)
        db = sqlite_schema.connect(self.path, PATIENCE)
        try:
            # If it is replaced in between, the next look finds that it was.
            self._known = _identity(self.path)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")
            sqlite_schema.prepare(db, self.path)
        except BaseException:
            db.close()
            self._known = last
            raise
        self._known_beside = [_identity(each) for each in self._beside]
        if last not in (None, self._known):
            logger.warning(
                "sqlite store %s: the file was removed or replaced: what live sessions hold is "
                "saved again, in the one that is there now",
                self.path,
            )
        return db

    def rescue(self, db: sqlite3.Connection) -> None:
        """Bring what a removed log has into the file, unless others have begun a new log."""
        if _identity(self.path) == self._known and not self._beside[0].exists():
            with contextlib.suppress(sqlite3.Error):
                db.execute("PRAGMA wal_checkpoint(FULL)")

    def _drop_leftovers(self) -> None:
        """Remove what belonged to the file that is gone, lest SQLite reads it into another."""
        for path, known in zip(self._beside, self._known_beside, strict=True):
            if known is not None and _identity(path) == known:
                path.unlink(missing_ok=True)

    def _make_folder(self) -> None:
        with contextlib.suppress(FileExistsError):
            self.path.parent.mkdir(mode=0o700, parents=True)


def _identity(path: Path) -> Identity:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
