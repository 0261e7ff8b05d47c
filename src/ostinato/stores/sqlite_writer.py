"""SQLite's writer: a thread that owns the connection and commits together what waits together."""

import asyncio
import contextlib
import itertools
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from ostinato.errors import StoreError
from ostinato.stores.sqlite_file import PATIENCE, DatabaseFile
from ostinato.stores.sqlite_notices import Notices
from ostinato.stores.store import Behind, Fenced

logger = logging.getLogger("ostinato")

T = TypeVar("T")

PRIMARY = 0xFF
"""The bits of an error's code that say which error it is; the others say where it came from."""

EARLY = 0.08
"""Seconds by which the notices' turn may come early, when a transaction has woken the thread."""

TRIES = 3
"""How many files in a row may be taken away from a transaction."""


class Operation(NamedTuple):
    """A piece of a transaction, and who waits for its result."""

    work: Callable[[sqlite3.Connection], object]
    future: asyncio.Future[object]


class Outcome(NamedTuple):
    """What an operation has come to."""

    future: asyncio.Future[object]
    result: object = None
    error: Exception | None = None


class Writer:
    """A queue of operations, and the thread that does them.

    Args:
        file: The database.
        notices: Is shown the database at its own pace.
    """

    def __init__(self, file: DatabaseFile, notices: Notices) -> None:
        self._file = file
        self._notices = notices
        self._waiting = queue.SimpleQueue[Operation | None]()
        self._db: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None
        self._next_look = 0.0
        self._is_closed = False

    async def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in the next transaction, and return its result once that is committed."""
        if self._is_closed:
            raise StoreError(
                f"sqlite store {self._file.path}: must be open, got a call after its close"
            )
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sqlite", daemon=True)
            self._thread.start()
        future = asyncio.get_running_loop().create_future()
        self._waiting.put(Operation(work, future))
        result: T = await future
        return result

    async def close(self) -> None:
        """Do what waits, and close the database."""
        self._is_closed = True
        if self._thread:
            self._waiting.put(None)
            await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        is_open = True
        while is_open:
            waiting = self._take()
            is_open = None not in waiting
            operations = [each for each in waiting if each is not None]
            outcomes = self._commit_safely(operations) if operations else []
            if operations and self._db is not None:
                self._show_notices(after_commit=True)
            # Whoever is woken needs the interpreter, which this thread has: so this is the last
            # thing, but for what may take long, as the farewell to a file that has gone.
            _settle(outcomes)
            if not operations:
                self._show_notices()
        self._disconnect()

    def _take(self) -> list[Operation | None]:
        """Wait for something to do, or for the notices' next turn; return all that waits."""
        taken = list[Operation | None]()
        with contextlib.suppress(queue.Empty):
            taken.append(self._waiting.get(timeout=self._until_look()))
            while True:
                taken.append(self._waiting.get_nowait())
        return taken

    def _commit_safely(self, operations: list[Operation]) -> list[Outcome]:
        """Do all, whatever happens: if this thread ended, everybody would wait for ever."""
        try:
            return self._commit(operations)
        except Exception as error:  # noqa: BLE001 - the top of this thread: the caller gets it
            return [Outcome(each.future, error=error) for each in operations]

    def _commit(self, operations: list[Operation]) -> list[Outcome]:
        """Do all, in a file that is where everybody will look for it (N05)."""
        error = OSError("it is removed or replaced again and again")
        for _ in range(TRIES):
            moves = self._file.moves
            try:
                outcomes = self._try(operations)
                self._leave_if_moved()
            except OSError as failed:
                error = failed
                break
            # What was done is gone with a file that has. The one that is there now decides again.
            if self._file.moves == moves:
                return outcomes
        return [Outcome(each.future, error=self._explain(error)) for each in operations]

    def _try(self, operations: list[Operation]) -> list[Outcome]:
        """Do all in one transaction; if one of them breaks it, do each in its own."""
        try:
            db = self._connected()
            db.execute("BEGIN IMMEDIATE")
        except (sqlite3.Error, OSError, StoreError) as error:
            return self._fail(operations, error)
        try:
            outcomes = [_attempt(db, operation) for operation in operations]
        except Exception as error:  # noqa: BLE001 - the top of this thread: the caller gets it
            if len(operations) == 1:
                return self._fail(operations, error)
            self._give_up()
            return [outcome for each in operations for outcome in self._try([each])]
        try:
            db.execute("COMMIT")
        except sqlite3.Error as error:
            return self._fail(operations, error)
        return outcomes

    def _fail(self, operations: list[Operation], error: Exception) -> list[Outcome]:
        self._give_up()
        return [Outcome(each.future, error=self._explain(error)) for each in operations]

    def _explain(self, error: Exception) -> Exception:
        if isinstance(error, StoreError) or not isinstance(error, (sqlite3.Error, OSError)):
            return error
        if getattr(error, "sqlite_errorcode", 0) & PRIMARY == sqlite3.SQLITE_BUSY:
            problem = f"free within {PATIENCE:g} s, got a lock of another program: end that"
        else:
            problem = f"a file to read and write, got {str(error)!r}: mend the file or its folder"
        explained = StoreError(
            f"sqlite store {self._file.path}: must be {problem}, or choose another place with "
            "session.store"
        )
        explained.__cause__ = error
        return explained

    def _until_look(self) -> float | None:
        """Return the seconds until the notices' next turn; None if there is none."""
        if self._notices.pace is None:
            return None
        return max(0.0, self._next_look - time.monotonic())

    def _show_notices(self, *, after_commit: bool = False) -> None:
        """Have the notices look if it is their turn, or soon will be and the file is at hand."""
        pace, now = self._notices.pace, time.monotonic()
        if pace is None or now < self._next_look - (EARLY if after_commit else 0.0):
            return
        self._next_look = now + pace
        try:
            if not after_commit:
                self._leave_if_moved()
            self._notices.look(self._connected())
        except (sqlite3.Error, OSError, StoreError):
            with contextlib.suppress(OSError):
                self._give_up()
        except Exception:
            logger.exception("sqlite store %s: notices could not be read", self._file.path)

    def _give_up(self) -> None:
        """End a transaction and its connection, for the next one may find a better file.

        If the file was emptied, and others have written to it since, its pages do not fit each
        other. That it has moved can only be known while it is open.
        """
        self._leave_if_moved()
        self._disconnect()

    def _leave_if_moved(self) -> None:
        """Disconnect from a file that was removed or replaced."""
        if self._db is None or not self._file.has_moved():
            return
        try:
            self._file.leave(self._db)
        finally:
            self._disconnect()

    def _connected(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = self._file.open()
        return self._db

    def _disconnect(self) -> None:
        """Close the database; what was not committed is undone."""
        self._notices.forget()
        if self._db is not None:
            self._db.close()
            self._db = None


def _attempt(db: sqlite3.Connection, operation: Operation) -> Outcome:
    try:
        return Outcome(operation.future, operation.work(db))
    except (Behind, Fenced, StoreError) as refused:
        return Outcome(operation.future, error=refused)


def _settle(outcomes: list[Outcome]) -> None:
    """Tell each event loop, at once, what its operations have come to."""
    for loop, group in itertools.groupby(outcomes, lambda outcome: outcome.future.get_loop()):
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits any more
            loop.call_soon_threadsafe(_resolve, list(group))


def _resolve(outcomes: list[Outcome]) -> None:
    for future, result, error in outcomes:
        if future.done():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
