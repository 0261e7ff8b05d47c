"""Factory: which store an option means, and the secret that an app keeps beside it."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ostinato.config.ownership import is_ours, whose
from ostinato.errors import ConfigError, StoreError
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import FileStore
from ostinato.stores.memory import MemoryStore
from ostinato.stores.private_file import private_file
from ostinato.stores.store import Store

SECRET_BYTES = 32

ON_DISK, IN_MEMORY = 10e9, 1e9
"""Bytes that the files of an app may take, if `files.maxSize` does not say it."""


def open_store(
    url: str,
    *,
    folder: Path,
    name: str,
    clock: Callable[[], float] = time.time,
    secret: str = "",
) -> Store:
    """Return the store that `session.store` means; nothing is connected yet.

    Args:
        url: The option's value.
        folder: Where the app's script is.
        name: The app's name, for the file of its own.
        clock: Returns the time in seconds, the same in every process.
        secret: What was read from the app's folder, to be put back if that is removed.

    Raises:
        ConfigError: If the option means no store.
        StoreError: If the app's folder cannot be written.
    """
    kind, _, rest = url.partition(":")
    if url == "memory":
        return MemoryStore(time.monotonic)
    if url == "sqlite":
        return _sqlite(_file_at_home(folder, f"{name}.db"), clock, lambda: _renew(folder, secret))
    if kind == "sqlite" and rest.startswith("///") and rest[3:]:
        return _sqlite(folder / rest[3:], clock)
    if kind in ("redis", "rediss", "unix") and rest.startswith("//"):
        return _redis(url)
    raise ConfigError(
        "session.store: must be sqlite, sqlite:///path/to/file.db, memory, redis://host:port/number"
        f", rediss://... or unix:///path/to/socket, got kind={kind!r}: choose one of them"
    )


def open_files(
    url: str, *, folder: Path, secret: str = "", limit: float | None = None
) -> FileStore:
    """Return where the files are kept that belong to the sessions in a store.

    Args:
        url: The option `session.store`.
        folder: Where the app's script is.
        secret: As for `open_store`.
        limit: Bytes that all of them may take; without it, what is usual there.

    Raises:
        ConfigError: If the option means no store.
        StoreError: If the app's folder cannot be written.
    """
    kind, _, rest = url.partition(":")
    if url == "sqlite":
        home = _home(folder) / "files"
        return FolderFiles(home, limit=limit or ON_DISK, renew=lambda: _renew(folder, secret))
    if kind == "sqlite":
        file = folder / rest[3:]
        return FolderFiles(file.with_name(f"{file.name}-files"), limit=limit or ON_DISK)
    if url == "memory":
        return MemoryFiles(time.monotonic, limit or IN_MEMORY)
    # The store has found the package.
    from ostinato.stores.file_redis import RedisFiles  # noqa: PLC0415  (the extra is optional)

    return RedisFiles(url, limit or IN_MEMORY)


def secret_of(folder: Path) -> str:
    """Read the app's secret, or make it.

    Args:
        folder: Where the app's script is.

    Raises:
        ConfigError: If others than the file's owner can read it, or it holds no secret.
        StoreError: If it cannot be read or is another's, or the app's folder cannot be written.
    """
    path = _home(folder) / "secret"
    with _explained(path):
        if not path.exists():
            with private_file(path) as draft:
                draft.write_text(secrets.token_urlsafe(SECRET_BYTES))
        check_owner(path)
        mode = stat.S_IMODE(path.stat().st_mode)
        # Whatever is in there, it is as good as any other text.
        secret = path.read_text("utf-8", "replace").strip()
    if mode & 0o077 and os.name != "nt":
        raise ConfigError(
            f"secret {path}: must be readable by its owner alone, got mode={mode:04o}: "
            "make it so with chmod 600, or delete it, which ends all sessions"
        )
    if len(secret) < SECRET_BYTES:
        raise ConfigError(
            f"secret {path}: must have {SECRET_BYTES} characters or more, got {len(secret)}: "
            "delete it, which ends all sessions"
        )
    return secret


def cache_folder(folder: Path) -> Path:
    """Return where an app keeps what functions have made.

    Args:
        folder: Where the app's script is.

    Raises:
        StoreError: If the app's folder cannot be written.
    """
    return _home(folder) / "cache"


def _sqlite(
    path: Path, clock: Callable[[], float], renew: Callable[[], None] | None = None
) -> Store:
    # Only an app that keeps its sessions there pays for the import.
    from ostinato.stores.sqlite import SqliteStore  # noqa: PLC0415

    return SqliteStore(path, clock, renew=renew)


def _redis(url: str) -> Store:
    try:
        # The extra `redis` is optional.
        from ostinato.stores.redis import RedisStore  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"session.store: redis needs a package, got no module named {error.name!r}: "
            "run pip install redis"
        ) from None
    return RedisStore(url)


def _home(folder: Path) -> Path:
    """Return the folder for what an app keeps, which git does not see."""
    home = folder / ".ostinato"
    with _explained(home):
        with contextlib.suppress(FileExistsError):
            home.mkdir(mode=0o700)
        _check_access(home, os.R_OK | os.W_OK | os.X_OK)
        check_owner(home)
        with contextlib.suppress(FileExistsError), (home / ".gitignore").open("x") as file:
            file.write("*\n")
    return home


def _file_at_home(folder: Path, name: str) -> Path:
    path = _home(folder) / name
    with _explained(path):
        if path.exists():
            _check_access(path, os.R_OK | os.W_OK)
            check_owner(path)
    return path


def check_owner(path: Path) -> None:
    """Refuse what another user may have prepared, and can read, though root could use it.

    Raises:
        StoreError: If it belongs neither to this user nor to root, who can do anything anyway.
    """
    if not is_ours(path):
        raise StoreError(
            f"{path}: must belong to this user or to root, got another owner{whose(path)}: run the"
            " server as that user, or give it to this one with chown, or set session.store and"
            " server.cookieSecret"
        )


def _check_access(path: Path, wanted: int) -> None:
    """See whether something can be used, before anything relies on it."""
    if wanted & os.X_OK and not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(path, wanted):
        is_fixed = os.name != "nt" and os.statvfs(path).f_flag & os.ST_RDONLY
        code = errno.EROFS if is_fixed else errno.EACCES
        raise OSError(code, os.strerror(code))


def _renew(folder: Path, secret: str) -> None:
    """Recreate the folder after its removal, with the secret that signs what is saved again."""
    path = _home(folder) / "secret"
    if secret and not path.exists():
        with private_file(path) as draft:
            draft.write_text(secret)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Have an error say what is to be done about it."""
    try:
        yield
    except StoreError:
        raise
    except NotADirectoryError:
        raise StoreError(
            f"{path}: must be a folder, got something else of this name: remove or rename it"
        ) from None
    except OSError as error:
        raise StoreError(
            f"{path}: must be readable and writable, got {error.strerror!r}{whose(path)}: give this"
            " user the right, or set session.store and server.cookieSecret, or keep nothing with "
            "--store memory"
        ) from error
