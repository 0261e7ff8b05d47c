"""Secrets: what the files for them hold, read once, and again when they change.

No value of a secret is part of an error, and none is raised from where a value is at hand: whoever
reports errors may report the variables of their frames.
"""

import logging
import os
import re
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple

from ostinato.config.ownership import whose
from ostinato.config.reading import home_folder
from ostinato.errors import StreamlitSecretNotFoundError

logger = logging.getLogger("ostinato")

FILES = (".streamlit/secrets.toml", ".ostinato/secrets.toml")
"""In a folder; what the later one says counts."""

LARGEST = 1_000_000
"""Bytes of a file of secrets: as many as Kubernetes lets one have."""

LONGEST_EXPORTED = 100_000
"""Bytes of a variable: with a longer one, no process could be started any more."""

_PLACE = re.compile(r"\(at [^()]*\)$")

Values = dict[str, Any]


class Unreadable(NamedTuple):
    """Why nothing could be read."""

    problem: str


class Content(NamedTuple):
    """What was read: values, or why there are none."""

    values: Values
    problem: str = ""


class SecretFiles:
    """The secrets of an app. Any thread may ask for them.

    Args:
        paths: Files of TOML, and folders with a folder for each secret; later ones count.
        given: Secrets that stand in no file, and count above all.
    """

    def __init__(self, paths: Sequence[Path] = (), given: Mapping[str, Any] | None = None) -> None:
        self.paths = tuple(paths)
        self._given: Values = dict(given or {})
        self._content: Content | None = None
        self._lock = threading.Lock()
        self._exported: dict[str, tuple[str, str | None]] = {}

    def values(self) -> Values:
        """Return all secrets by name: not to be changed.

        Raises:
            StreamlitSecretNotFoundError: If there are none, or a file of them is wrong.
        """
        content = self._content or self.load()
        if content.problem:
            raise StreamlitSecretNotFoundError(content.problem)
        return content.values

    def load(self) -> Content:
        """Read the files, unless that was done, and let the environment have what it can."""
        with self._lock:
            if self._content is None:
                self._content = self._read()
                self._export(self._content.values)
            return self._content

    def peek(self) -> Values:
        """Return what the files hold now, and let the environment have nothing of it."""
        with self._lock:
            return self._read().values

    def reload(self) -> Content:
        """Read the files again: one has changed."""
        with self._lock:
            self._content = None
        return self.load()

    def merge(self, given: Mapping[str, Any]) -> None:
        """Add secrets that stand in no file, and count above those that do."""
        with self._lock:
            self._given = {**self._given, **given}
            self._content = None

    def close(self) -> None:
        """Take back what the environment was given."""
        with self._lock:
            self._content = None
            self._export({})

    @property
    def watched(self) -> set[Path]:
        """The files, whether they exist or not, in folders that do."""
        found: set[Path] = set()
        for path in self.paths:
            if path.is_dir():
                found.update((path, *_folders(path), *_files(path)))
            elif path.parent.is_dir() or path.parent.parent != home_folder():
                # Much happens in the folder of a user, and rarely that it gets another in it.
                found.add(path)
        return found

    def _read(self) -> Content:
        found = False
        values: Values = {}
        for path in self.paths:
            read = _read_folder(path) if path.is_dir() else _read_file(path)
            if isinstance(read, Unreadable):
                return Content({}, read.problem)
            found = found or read is not None
            values.update(read or {})
        if not found and not self._given:
            places = ", ".join(map(str, self.paths)) or "none"
            return Content({}, f"st.secrets: there is no file of secrets: write one of {places}")
        return Content({**values, **self._given})

    def _export(self, values: Mapping[str, Any]) -> None:
        """Let the environment have what stands at the root, and no more what does not any more."""
        wanted = {
            name: str(value)
            for name, value in values.items()
            if name not in self._given
            and isinstance(value, str | int | float)
            and not isinstance(value, bool)
        }
        for name, (ours, before) in list(self._exported.items()):
            if name not in wanted:
                del self._exported[name]
                if os.environ.get(name) == ours:
                    _set(name, before)
        for name, text in wanted.items():
            before = self._exported[name][1] if name in self._exported else os.environ.get(name)
            if len(text) > LONGEST_EXPORTED or not _set(name, text):
                logger.warning(
                    "st.secrets: %r is in the file, but cannot be a variable of the environment",
                    name[:100],
                )
            else:
                self._exported[name] = text, before


def secret_paths(folders: Iterable[Path], home: Path | None = None) -> list[Path]:
    """Return where secrets may be, weakest first.

    Args:
        folders: Where to look, strongest first.
        home: The folder of this user, where those are that all projects share.
    """
    places = [*([home] if home is not None else []), *reversed(list(folders))]
    # The last mention counts: the folder of the script may be the current one.
    paths = [place.resolve() / name for place in places for name in FILES]
    return list(reversed(dict.fromkeys(reversed(paths))))


def check_given(given: object) -> Values:
    """Return secrets that a program gives, checked and copied.

    Raises:
        TypeError: If one is of a type that no file could hold.
    """
    if not isinstance(given, Mapping):
        raise TypeError(f"App: secrets must be a mapping, got one of type {type(given).__name__}")
    return {name: _checked(name, value, "secrets") for name, value in given.items()}


def _checked(name: object, value: object, place: str) -> Any:
    if not isinstance(name, str):
        kind = type(name).__name__
        raise TypeError(f"App: the names of {place} must be text, got one of type {kind}")
    place = f"{place}[{name!r}]"
    if isinstance(value, Mapping):
        return {key: _checked(key, each, place) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_checked(str(index), each, place) for index, each in enumerate(value)]
    # A datetime is a date.
    if isinstance(value, str | int | float | bool | date | time):
        return value
    kind = type(value).__name__
    raise TypeError(
        f"App: {place} must be text, a number, a bool, a date, a time, a list or a dict, got one of"
        f" type {kind}"
    )


def _read_file(path: Path) -> Values | Unreadable | None:
    """Return what a file of TOML holds; nothing without one."""
    raw = _bytes(path)
    if raw is None or isinstance(raw, Unreadable):
        return raw
    import tomllib  # noqa: PLC0415  (few scripts have secrets)

    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Unreadable(f"{path}: must be UTF-8, byte {error.start} is not: save it as UTF-8")
    except RecursionError:
        return Unreadable(f"{path}: must be valid TOML, and is nested too deeply: correct it")
    except ValueError as error:
        # What is wrong may be a part of a secret: the place has to do.
        place = _PLACE.search(str(error))
        where = f" {place[0]}" if place else ""
        return Unreadable(f"{path}: must be valid TOML, and is not{where}: correct it there")


def _read_folder(folder: Path) -> Values | Unreadable:
    """Return what a folder holds that has a folder for each secret, as Kubernetes mounts them.

    A secret with one file is its text; one with several has their texts, by name.
    """
    values: Values = {}
    for place in _entries(folder):
        if not place.is_dir():
            return Unreadable(
                f"{place}: must be a folder: put each secret in a folder of its own below {folder}"
            )
        texts: dict[str, str] = {}
        for file in _entries(place):
            if file.is_dir():
                continue
            raw = _bytes(file)
            if isinstance(raw, Unreadable):
                return raw
            try:
                texts[file.name] = (raw or b"").decode().strip()
            except UnicodeDecodeError as error:
                return Unreadable(f"{file}: must be UTF-8, byte {error.start} is not")
        values[place.name] = next(iter(texts.values())) if len(texts) == 1 else texts
    return values


def _bytes(path: Path) -> bytes | Unreadable | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # To read a pipe could take for ever.
            return Unreadable(f"{path}: must be a file, and is none: move it away")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Unreadable(
            f"{path}: must be readable, got {error.strerror!r}{whose(path)}: give this user the "
            "right, or move it away"
        )
    if len(raw) > LARGEST:
        return Unreadable(f"{path}: must have at most {LARGEST:,} bytes: keep other data elsewhere")
    return raw


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder, without what Kubernetes keeps there for itself."""
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith(".."))
    except OSError:
        return []


def _folders(folder: Path) -> Iterator[Path]:
    return (each for each in _entries(folder) if each.is_dir())


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of all secrets in a folder, and what is put there when they change."""
    for place in _folders(folder):
        yield from _entries(place)
        yield place / "..data_tmp"


def _set(name: str, text: str | None) -> bool:
    """Set a variable of the environment, or remove it; False if it can be none."""
    try:
        if text is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = text
    except (ValueError, OSError):
        return False
    return True
