"""Disk: entries as files, which the workers of a machine share and a restart does not end.

A file is signed, under its own name: what does not verify is never decoded, and made again.
"""

import contextlib
import hashlib
import logging
import os
import pickle
import re
import secrets
import shutil
import time
from pathlib import Path
from typing import Any, NamedTuple

from ostinato.caching.cache import Entry
from ostinato.caching.caches import FunctionVersion
from ostinato.caching.copies import PROTOCOL, Kept, Pickled, pickled
from ostinato.caching.making import Cleared
from ostinato.state.signing import BadSignature, KeyRing

logger = logging.getLogger("ostinato")

SUFFIX = ".entry"
DRAFT = ".draft"
GONE = ".gone-"
"""How the name of a folder begins that is being removed."""

NAME_LENGTH = 60

DAY = 24 * 3600.0
UNUSED = 30 * DAY
"""Seconds after which the unused entries of a function go: it was edited, or is gone."""

BEGUN = DAY
"""The same for files that were begun: whoever began them was killed."""


class Stamp(NamedTuple):
    """What tells a file from others that have had its name."""

    inode: int
    changed: int
    size: int


class Disk:
    """The folder in which an app keeps what functions have made.

    Args:
        folder: Where; made when something is kept.
        keys: What signs it.
    """

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self.folder = folder
        self.keys = keys

    def of(self, function: FunctionVersion) -> "DiskBacking":
        """Return where the entries of a function are."""
        # An app may be moved, but its files keep their names.
        which = repr((Path(function.file).name, function.name, function.digest))
        digest = hashlib.blake2b(which.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        name = re.sub(r"[^A-Za-z0-9_.-]+", "-", function.name)[:NAME_LENGTH].strip(".-")
        return DiskBacking(self.folder / f"{name}-{digest}", self.keys)

    def clear(self) -> None:
        """Remove all entries of all functions."""
        for each in _folders(self.folder):
            _remove(each)

    def sweep(self, now: float | None = None) -> None:
        """Remove what nobody has used for long, and what those have left who were killed.

        Args:
            now: The time in seconds, as files have it.
        """
        now = time.time() if now is None else now
        for folder in _folders(self.folder):
            if folder.name.startswith(GONE) or _is_older(folder, now - UNUSED):
                _remove(folder)
                continue
            with contextlib.suppress(OSError), os.scandir(folder) as found:
                begun = [each for each in found if not each.name.endswith(SUFFIX)]
                for each in begun:
                    if _is_older(each, now - BEGUN):
                        os.unlink(each)


class DiskBacking:
    """The entries of one function.

    Args:
        folder: Where they are.
        keys: What signs them.
    """

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self._folder = folder
        self._keys = keys
        self._unreadable: dict[bytes, Stamp] = {}
        self._noted_at = -DAY

    def stamp(self, key: bytes) -> Stamp | None:
        """Return what tells the entry that is there from others of its key; None without one."""
        if (now := time.monotonic()) - self._noted_at >= DAY:
            self._noted_at = now
            with contextlib.suppress(OSError):
                os.utime(self._folder)
        try:
            return _stamp_of(os.stat(self._path(key)))
        except OSError:
            return None

    def read(self, key: bytes) -> Entry | None:
        """Return an entry, if it is there and is ours."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                stamp = _stamp_of(os.fstat(file.fileno()))
                if self._unreadable.get(key) == stamp:
                    return None
                signed = file.read()
        except OSError:
            return None
        try:
            entry = _entry(self._keys.verify(_name(path), signed))
        except BadSignature as error:
            logger.warning("cache %s: not read, since %s: it is made again", path, error.reason)
        except Exception:
            logger.exception("cache %s: it cannot be read, and is made again", path)
        else:
            entry.stamp = stamp
            self._unreadable.pop(key, None)
            return entry
        self._unreadable[key] = stamp
        return None

    def begin(self, key: bytes) -> "DiskDraft | None":
        """Begin an entry; None if nothing can be written."""
        path = self._path(key)
        draft = path.with_suffix(f".{secrets.token_hex(8)}{DRAFT}")
        try:
            _create(draft)
        except OSError as error:
            _warn_unwritten(path, error)
            return None
        return DiskDraft(draft, path, self._keys)

    def clear(self, key: bytes | None = None) -> None:
        """Remove an entry, or all, with what is begun."""
        if key is None:
            _remove(self._folder)
            return
        # In this order: a draft may become the entry between the two.
        for each in self._folder.glob(f"{key.hex()}.*{DRAFT}"):
            each.unlink(missing_ok=True)
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}{SUFFIX}"


class DiskDraft:
    """An empty file from before the call, that becomes the entry after it.

    That takes one step, which fails if the file is gone: so what any process clears meanwhile
    stays cleared, and whoever reads finds all of an entry or nothing.

    Args:
        draft: The file.
        path: That of the entry.
        keys: What signs it.
    """

    def __init__(self, draft: Path, path: Path, keys: KeyRing) -> None:
        self._draft = draft
        self._path = path
        self._keys = keys
        self._is_done = False

    def write(self, kept: Kept, value: Any, drawn: Any) -> Stamp | None:
        """Have it become the entry, and return its stamp; None if it cannot be written.

        Args:
            kept: How memory keeps the value.
            value: The value.
            drawn: What was drawn meanwhile.

        Raises:
            Cleared: If it is gone.
        """
        signed = self._keys.sign(_name(self._path), _parts(kept, value, drawn))
        try:
            with self._draft.open("r+b") as file:
                file.write(signed)
                file.flush()
                stamp = _stamp_of(os.fstat(file.fileno()))
            os.replace(self._draft, self._path)
        except FileNotFoundError:
            raise Cleared from None
        except OSError as error:
            _warn_unwritten(self._path, error)
            return None
        self._is_done = True
        return stamp

    def discard(self) -> None:
        """Remove the file, unless it has become the entry."""
        if not self._is_done:
            with contextlib.suppress(OSError):
                self._draft.unlink()


def _stamp_of(found: os.stat_result) -> Stamp:
    return Stamp(found.st_ino, found.st_mtime_ns, found.st_size)


def _create(file: Path) -> None:
    """Make an empty file that only this user can read, and its folder, which others may remove."""
    for is_last in (False, False, True):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileNotFoundError:
            if is_last:
                raise
        else:
            return


def _is_older(each: Path | os.DirEntry[str], time: float) -> bool:
    try:
        return each.stat().st_mtime < time
    except OSError:
        return False


def _folders(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if each.is_dir()]
    except OSError:
        return []


def _remove(folder: Path) -> None:
    """Remove a folder in one step, as others see it: what they have begun in it is gone."""
    away = folder.with_name(f"{GONE}{secrets.token_hex(8)}")
    try:
        folder.rename(away)
    except FileNotFoundError:
        return
    except OSError:
        away = folder
    shutil.rmtree(away, ignore_errors=True)


def _warn_unwritten(path: Path, error: OSError) -> None:
    logger.warning("cache %s: not written, since %s: it is in memory", path, error.strerror)


def _name(path: Path) -> str:
    return f"cache {path.parent.name}/{path.name}"


def _parts(kept: Kept, value: Any, drawn: Any) -> list[bytes | bytearray]:
    if not isinstance(kept, Pickled):
        kept = pickled(value)
    shape = [(len(each), type(each) is bytearray) for each in kept.buffers]
    head = pickle.dumps((len(kept.stream), shape, _pickled_drawn(drawn)), PROTOCOL)
    return [len(head).to_bytes(4), head, kept.stream, *kept.buffers]


def _pickled_drawn(drawn: Any) -> bytes | None:
    try:
        return None if drawn is None else pickle.dumps(drawn, PROTOCOL)
    except Exception:  # noqa: BLE001  (a widget's callback may be anything)
        logger.warning("a cached function has drawn what cannot be kept on disk: it is not drawn")
        return None


def _entry(content: memoryview) -> Entry:
    start = 4 + int.from_bytes(content[:4])
    length, shape, drawn = pickle.loads(content[4:start])
    stream = bytes(content[start : start + length])
    start += length
    buffers: list[bytes | bytearray] = []
    for size, is_changeable in shape:
        part = content[start : start + size]
        buffers.append(bytearray(part) if is_changeable else bytes(part))
        start += size
    seen = None if drawn is None else pickle.loads(drawn)
    return Entry(Pickled(stream, tuple(buffers)), seen, time.monotonic())
