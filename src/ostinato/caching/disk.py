"""Disk: entries as files, which the workers of a machine share and a restart does not end.

A file is signed, under its own name: what does not verify is never decoded, and made again.
"""

import contextlib
import hashlib
import logging
import os
import pickle
import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from ostinato.caching.cache import Entry
from ostinato.caching.caches import FunctionVersion
from ostinato.caching.copies import PROTOCOL, Pickled, pickled
from ostinato.state.signing import BadSignature, KeyRing

logger = logging.getLogger("ostinato")

SUFFIX = ".entry"
NAME_LENGTH = 60


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
        shutil.rmtree(self.folder, ignore_errors=True)


class DiskBacking:
    """The entries of one function.

    Args:
        folder: Where they are.
        keys: What signs them.
    """

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self._folder = folder
        self._keys = keys
        self._is_broken = False

    def has(self, key: bytes) -> bool:
        """Return whether an entry is there; if nothing can be kept, that says nothing."""
        return self._is_broken or self._path(key).exists()

    def read(self, key: bytes) -> Entry | None:
        """Return an entry, if it is there and is ours."""
        path = self._path(key)
        try:
            signed = path.read_bytes()
        except OSError:
            return None
        try:
            content = self._keys.verify(self._name(path), signed)
            return _entry(content)
        except BadSignature as error:
            logger.warning("cache %s: not read, since %s: it is made again", path, error.reason)
        except Exception:
            logger.exception("cache %s: it cannot be read, and is made again", path)
        return None

    def write(self, key: bytes, value: Any, drawn: Any) -> None:
        """Keep an entry, in one step: whoever reads finds all of it or nothing."""
        path = self._path(key)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            signed = self._keys.sign(self._name(path), _parts(value, drawn))
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                try:
                    file.write(signed)
                    file.close()
                    os.replace(file.name, path)
                except BaseException:
                    with contextlib.suppress(OSError):
                        os.unlink(file.name)
                    raise
            self._is_broken = False
        except OSError as error:
            self._is_broken = True
            logger.warning("cache %s: not written, since %s: it is in memory", path, error.strerror)

    def clear(self, key: bytes | None = None) -> None:
        """Remove an entry, or all."""
        if key is None:
            shutil.rmtree(self._folder, ignore_errors=True)
        else:
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}{SUFFIX}"

    def _name(self, path: Path) -> str:
        return f"cache {path.parent.name}/{path.name}"


def _parts(value: Any, drawn: Any) -> list[bytes | bytearray]:
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
