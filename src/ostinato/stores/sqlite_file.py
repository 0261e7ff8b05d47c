"""SQLite's file: opened, and looked after: somebody may remove or replace it while it is open."""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ostinato.stores import sqlite_schema
from ostinato.stores.folder_lock import locked

logger = logging.getLogger("ostinato")

PATIENCE = 5.0
COMPLAIN_EVERY = 10.0

Identity = tuple[int, int] | None
"""Device and inode; None if there is no file."""


class DatabaseFile:
    """The database at a path, and the files that SQLite keeps beside it.

    Args:
        path: Where it is.
        monotonic: Counts seconds, whatever the time is.
        renew: Recreates what else the folder had, when the file was there and is gone.

    Attributes:
        path: Where it is.
        moves: How many times it was found removed or replaced.
    """

    def __init__(
        self, path: Path, monotonic: Callable[[], float], renew: Callable[[], None] | None = None
    ) -> None:
        self.path = path
        self._monotonic = monotonic
        self._renew = renew or self._make_folder
        self._beside = sqlite_schema.beside(path)
        self._name, self._log = str(path), str(self._beside[0])
        self._known: Identity = None
        self._known_log: Identity = None
        self.moves = 0
        self._is_news = self._is_replaced = self._is_emptied = False
        self._has_left = False
        self._quiet_until = float("-inf")

    def has_moved(self) -> bool:
        """Return whether another file is there than was opened; then it is to be opened again."""
        if self._is_there():
            return False
        self.moves += 1
        self._is_news = True
        # Told while it is open: then no other file can get its inode.
        self._is_replaced = _identity(self.path) != self._known
        return True

    def incarnation(self, db: sqlite3.Connection) -> str:
        """Tell the file that is open from others, also from those that get its inode later."""
        (token,) = db.execute("SELECT token FROM life").fetchone()
        return f"{token} {self._known} {self.moves}"

    def open(self) -> sqlite3.Connection:
        """Open the file that is there now, or make it."""
        last = self._known
        if last is not None and not self._has_left and _identity(self.path) != last:
            with self._alone():
                self._drop_leftovers()
        if last is not None and not self.path.exists():
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
        self._known_log = _identity(self._log)
        self._has_left = False
        if self._is_news or last not in (None, self._known):
            self._is_news = self._is_replaced = self._is_emptied = False
            self._tell()
        return db

    def leave(self, db: sqlite3.Connection) -> None:
        """Save what can be saved of a file that has moved, and make room for another.

        Args:
            db: The file, which is still open: so no other file can have got the inodes that are
                known.
        """
        self._has_left = True
        with self._alone():
            is_same = _identity(self.path) == self._known
            if is_same and not self._beside[0].exists():
                # Others have not begun a new log.
                with contextlib.suppress(sqlite3.Error):
                    db.execute("PRAGMA wal_checkpoint(FULL)")
            if not is_same or self._is_replaced:
                self._drop_leftovers()
            if is_same and self._is_emptied:
                # SQLite may have written parts of it since. Others find a new file sooner, too.
                for each in (self.path, *self._beside):
                    each.unlink(missing_ok=True)

    def _alone(self) -> contextlib.AbstractContextManager[None]:
        """Keep other processes from leaving meanwhile: they, too, remove what nobody needs."""
        return locked(self.path.parent, self._monotonic, PATIENCE)

    def _is_there(self) -> bool:
        # Asked after every commit, so it is written for speed.
        try:
            found = os.stat(self._name)
        except OSError:
            return False
        if (found.st_dev, found.st_ino) != self._known:
            return False
        if not found.st_size:
            self._is_emptied = True
            return False
        log = _identity(self._log)
        if self._known_log is None:
            self._known_log = log
        return log == self._known_log

    def _tell(self) -> None:
        """Say so, once for all that somebody removes one after another."""
        now = self._monotonic()
        if now >= self._quiet_until:
            logger.warning(
                "sqlite store %s: the file was removed or replaced: what live sessions hold is "
                "saved again, in the one that is there now",
                self.path,
            )
        self._quiet_until = now + COMPLAIN_EVERY

    def _drop_leftovers(self) -> None:
        """Remove what belonged to the file that is gone, lest SQLite reads it into another."""
        if self._known_log is not None and _identity(self._log) == self._known_log:
            for leftover in self._beside:
                leftover.unlink(missing_ok=True)

    def _make_folder(self) -> None:
        with contextlib.suppress(FileExistsError):
            self.path.parent.mkdir(mode=0o700, parents=True)


def _identity(path: str | Path) -> Identity:
    try:
        found = os.stat(path)  # several times as fast as that of a Path
    except OSError:
        return None
    return found.st_dev, found.st_ino
