"""Folder: files on disk, which the workers of a machine share and a restart does not end.

A file begins with a head: what is known of it, and how long it is, so that one that a power cut has
left short is none. The time until which it is kept is that of its last change, as the disk has it.
It is only ever raised, under a lock: otherwise, of two processes that hold a file at once, the one
with less to give could be the last. It is an odd second as long as whoever has put the file has a
claim to it, and an even one from when anybody holds it.
"""

import contextlib
import math
import os
import secrets
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from ostinato.errors import StoreError
from ostinato.stores.file_doubt import Doubt
from ostinato.stores.file_head import LONGEST_TYPE, facts_of, head_of, is_sound, read_at, start_of
from ostinato.stores.files import DRAFT_LIFE, Bytes, Figures, FileFacts, NoFile, no_room
from ostinato.stores.folder_lock import locked

DRAFTS = "drafts"
DOUBT = "doubt"
"""A file that tells until when nothing is removed, as a clock may be wrong."""


AT_ONCE = 200
"""Files for which others wait at the most."""

SWEEP_AGAIN = 5.0
"""Seconds between two sweeps for want of room: each looks at all files."""

PATIENCE = 2.0
"""Seconds that a process waits for another to do what takes microseconds: it may be stopped."""

SECOND = 1_000_000_000


class FolderFiles:
    """Files in a folder. It is made when the first one is written.

    Args:
        folder: Where.
        clock: Returns the time in seconds, the same in every process.
        monotonic: Counts seconds, whatever the time is.
        limit: Bytes that all of them may take.
        renew: Makes the app's own folder again if somebody has removed it.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        *,
        limit: float = 10e9,
        renew: Callable[[], object] | None = None,
    ) -> None:
        self._folder = str(folder)
        self._clock, self._monotonic = clock, monotonic
        self._limit = limit
        self._renew = renew
        self._lock = threading.Lock()
        self._doubt = Doubt(clock, monotonic, os.path.join(folder, DOUBT))
        self._sweeping = threading.Lock()
        self._last_sweep = float("-inf")
        self._counting = threading.Lock()
        self._size = self._since = self._removed = 0
        self._is_counted = False

    def begin(self, type: str, *, is_private: bool = False) -> "FolderDraft":
        """Begin to write a file."""
        if not self._is_counted:
            self.sweep()
        with self._explained():
            path = self._path_of_draft()
            return FolderDraft(self, path, type, is_private=is_private)

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        """Have files live for so many seconds from now, at the least."""
        self._doubt.notice()
        end, found, names = self._clock() + life, set[str](), list(ids)
        for start in range(0, len(names), AT_ONCE):
            with self._explained(), self._alone():
                for id in names[start : start + AT_ONCE]:
                    with contextlib.suppress(FileNotFoundError):
                        _raise_end(self._path(id), end)
                        found.add(id)
        return found

    def make_room(self, size: int) -> None:
        """Remove what is over, if there is too little room."""
        if not self._is_counted:
            self.sweep()
        self.reserve(size)
        self.reserve(-size)

    def drop(self, claims: Mapping[str, str]) -> None:
        """Remove files, but none that anybody has held since it was claimed."""
        with self._explained(), self._alone():
            for id, claim in claims.items():
                path = self._path(id)
                with contextlib.suppress(FileNotFoundError):
                    found = os.stat(path)
                    if _claim(found) == claim:
                        os.unlink(path)
                        self._count_removed(found.st_size)

    def find(self, id: str) -> FileFacts:
        """Return what is known of a file."""
        with self._explained(), self._opened(id) as file:
            return facts_of(file, id)

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file."""
        with self._explained(), self._opened(id) as file:
            return read_at(file, start_of(file, id) + start, size)

    def sweep(self) -> Figures:
        """Remove files whose life is over."""
        with self._sweeping:
            return self._sweep()

    def _sweep(self) -> Figures:
        with self._explained():
            with self._counting:
                self._since = 0
            self._doubt.look()
            count = size = 0
            for path, found in self._entries():
                if self._is_over(path, found) and self._remove(path, found):
                    self._count_removed(0)
                else:
                    count += not path.startswith(self._drafts)
                    size += found.st_size
            self._doubt.forget_others()
            with self._counting:
                # Of what came meanwhile, some was seen, and some was not.
                self._size, self._is_counted = size + max(0, self._since), True
            self._last_sweep = self._monotonic()
        return Figures(count, size, self._removed)

    def close(self) -> None:
        """Do nothing: no file is open between two calls."""

    def reserve(self, size: int) -> None:
        """Count bytes that arrive, or, if negative, some that do not stay.

        Raises:
            NoRoom: If that is more than there is room for.
        """
        if size > 0 and self._size + size > self._limit:
            self._sweep_for_room()
        with self._counting:
            if size > 0 and self._size + size > self._limit:
                raise no_room(f"files {self._folder}", self._limit)
            self._size += size
            self._since += size

    def _sweep_for_room(self) -> None:
        """Sweep, unless somebody just has: all that is written asks for it while there is none."""
        with self._sweeping:
            if self._monotonic() >= self._last_sweep + SWEEP_AGAIN:
                self._sweep()

    def _count_removed(self, size: int) -> None:
        with self._counting:
            self._removed += 1
            self._size -= size
            self._since -= size

    def put(self, draft: str, id: str, life: float) -> str | None:
        """Have a draft become a file, and return the claim; None if there is one already."""
        self._doubt.notice()
        path, end = self._path(id), self._clock() + life
        with self._explained(), self._alone():
            with contextlib.suppress(FileNotFoundError):
                if is_sound(path):
                    _raise_end(path, end)
                    return None
            _set_end(draft, math.ceil(end) | 1)
            claim = _claim(os.stat(draft))
            try:
                os.replace(draft, path)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
                os.replace(draft, path)
        return claim

    @property
    def _drafts(self) -> str:
        return os.path.join(self._folder, DRAFTS)

    def _path(self, id: str) -> str:
        return os.path.join(self._folder, id[:2], id)

    def _path_of_draft(self) -> str:
        try:
            os.makedirs(self._drafts, mode=0o700, exist_ok=True)
        except FileNotFoundError:
            if self._renew is None:
                raise
            self._renew()
            os.makedirs(self._drafts, mode=0o700, exist_ok=True)
        return os.path.join(self._drafts, secrets.token_hex(8))

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        """Yield all files, and what the disk says of each; others may remove some meanwhile."""
        for folder in _listed(self._folder):
            if folder.is_dir(follow_symlinks=False):
                for each in _listed(folder.path):
                    with contextlib.suppress(FileNotFoundError):
                        yield each.path, each.stat(follow_symlinks=False)

    def _is_over(self, path: str, found: os.stat_result) -> bool:
        is_draft = path.startswith(self._drafts)
        return self._doubt.is_over(path, found.st_mtime + (DRAFT_LIFE if is_draft else 0.0))

    def _remove(self, path: str, found: os.stat_result) -> bool:
        """Remove a file, unless somebody has held it meanwhile."""
        with self._alone(), contextlib.suppress(FileNotFoundError):
            if os.stat(path).st_mtime != found.st_mtime:
                return False
            os.unlink(path)
        return True

    @contextlib.contextmanager
    def _opened(self, id: str) -> Iterator[int]:
        try:
            file = os.open(self._path(id), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            raise NoFile(id) from None
        try:
            yield file
        finally:
            os.close(file)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody else change what is kept until when."""
        with self._lock, locked(self._folder, self._monotonic, PATIENCE):
            yield

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if isinstance(error, StoreError):
                raise
            raise StoreError(
                f"files {self._folder}: it must be possible to read and write there, got "
                f"{error.strerror or type(error).__name__!r}: make room, or give this user the"
                " right"
            ) from error


class FolderDraft:
    """A file that is written.

    Args:
        store: Whose file it becomes.
        path: Where it is until then.
        type: Its media type.
        is_private: Whether it is for scripts only.
    """

    def __init__(self, store: FolderFiles, path: str, type: str, *, is_private: bool) -> None:
        self._store, self._path = store, path
        self._type, self._is_private = type.encode("ascii", "replace")[:LONGEST_TYPE], is_private
        self._size = self._counted = 0
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags, 0o600)
        try:
            with self._explained():
                self._write(self._head())
        except BaseException:
            # Whoever begins a file on a full disk, again and again, must not run out of them.
            self.__exit__(None, None, None)
            raise

    def write(self, part: Bytes) -> None:
        """Add bytes."""
        view = memoryview(part).cast("B")
        self._store.reserve(len(view))
        self._counted += len(view)
        self._size += len(view)
        with self._explained():
            self._write(view)

    def commit(self, id: str, life: float) -> str | None:
        """Have it become a file."""
        with self._explained():
            os.lseek(self._file, 0, os.SEEK_SET)
            self._write(self._head())
            if self._is_private:
                # Sessions refer to it, and outlive a power cut.
                os.fsync(self._file)
        claim = self._store.put(self._path, id, life)
        if claim is not None:
            self._counted = 0
        return claim

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was not committed."""
        os.close(self._file)
        with contextlib.suppress(OSError):
            os.unlink(self._path)
        self._store.reserve(-self._counted)

    def _explained(self) -> contextlib.AbstractContextManager[None]:
        return self._store._explained()  # noqa: SLF001  (a part of it)

    def _head(self) -> bytes:
        return head_of(self._type, self._size, self._is_private)

    def _write(self, part: Bytes) -> None:
        view = memoryview(part)
        while view:
            view = view[os.write(self._file, view) :]


def _raise_end(path: str, end: float) -> None:
    """Have a file be kept for longer, if need be, and nobody have a claim to it any more."""
    known = math.ceil(os.stat(path).st_mtime)
    wanted = max(known, math.ceil(end))
    wanted += wanted % 2
    if wanted != known:
        _set_end(path, wanted)


def _set_end(path: str, end: int) -> None:
    os.utime(path, (end, end))


def _claim(found: os.stat_result) -> str:
    """Return the claim to a file as it is; "" if there can be none."""
    end = found.st_mtime_ns
    return f"{found.st_ino}.{end}" if end % (2 * SECOND) == SECOND else ""


def _listed(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
