"""SQLite's notices: rows that every process finds by looking, while somebody listens."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Iterator

PACE = 0.1
KEPT = 60.0


class Notices:
    """Those who listen in this process, and how far they have heard."""

    def __init__(self) -> None:
        self._listeners: list[tuple[asyncio.AbstractEventLoop, asyncio.Queue[bytes]]] = []
        self._heard: int | None = None
        self._seen: tuple[int, int] | None = None

    @property
    def pace(self) -> float | None:
        """Seconds until the next look; None if nobody listens."""
        return PACE if self._listeners else None

    @contextlib.contextmanager
    def queue(self) -> Iterator[asyncio.Queue[bytes]]:
        """Yield a queue that gets every notice."""
        listener = asyncio.get_running_loop(), asyncio.Queue[bytes]()
        self._listeners.append(listener)
        try:
            yield listener[1]
        finally:
            self._listeners.remove(listener)

    def begin(self, db: sqlite3.Connection) -> None:
        """Count notices from here on."""
        if self._heard is None:
            (self._heard,) = db.execute("SELECT coalesce(max(number), 0) FROM notice").fetchone()

    def look(self, db: sqlite3.Connection) -> None:
        """Hand on what is new, if anybody has changed the database."""
        self.begin(db)
        (version,) = db.execute("PRAGMA data_version").fetchone()
        # The version tells of other connections' changes only.
        if self._seen == (version, db.total_changes):
            return
        self._seen = version, db.total_changes
        new = "SELECT number, content FROM notice WHERE number > ? ORDER BY number"
        for number, content in db.execute(new, [self._heard]).fetchall():
            self._heard = number
            for loop, notices in list(self._listeners):
                with contextlib.suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(notices.put_nowait, content)

    def forget(self) -> None:
        """Begin again with the next connection."""
        self._heard = self._seen = None


def publish(db: sqlite3.Connection, now: float, notice: bytes) -> None:
    """Write a notice, and delete those that everybody has had the time to read."""
    db.execute("INSERT INTO notice (at, content) VALUES (?, ?)", [now, notice])
    db.execute("DELETE FROM notice WHERE at <= ?", [now - KEPT])
