"""Storage: the store and the keys that an app's configuration means."""

import logging
import secrets
import time
from pathlib import Path
from typing import NamedTuple

from ostinato.caching.disk import Disk
from ostinato.config import Config
from ostinato.config.units import MEGABYTE
from ostinato.errors import ConfigError, StoreError
from ostinato.state.signing import KeyRing
from ostinato.stores.factory import IN_MEMORY, cache_folder, open_files, open_store, secret_of
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import FileStore
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Store

logger = logging.getLogger("ostinato")

GUESSABLE = 16
"""Characters of a secret below which there is a warning."""


class Storage(NamedTuple):
    """Where sessions are kept, and their files, and what signs them."""

    store: Store
    files: FileStore
    keys: KeyRing


def open_storage(config: Config, folder: Path, name: str, *, is_required: bool = False) -> Storage:
    """Open the store, with the keys that what is in it is signed with.

    Args:
        config: Which store, and which keys.
        folder: Where an embedded store, and a secret that was not configured, are kept.
        name: The name of the app.
        is_required: Whether to give up if the folder cannot be used, rather than to keep sessions
            in memory, where they end with the process.

    Raises:
        ConfigError: If the configuration means no store.
        StoreError: If the folder cannot be used, and is required, or there are several processes,
            who cannot share anything else.
    """
    try:
        kept = _secrets(config, folder)
        own = "" if configured_secrets(config) else kept[0]
        store = open_store(config.session.store, folder=folder, name=name, secret=own)
        files = open_files(config.session.store, folder=folder, secret=own, limit=_limit(config))
        return Storage(store, files, KeyRing(kept))
    except StoreError as error:
        if is_required or config.session.store_required or config.server.workers > 1:
            raise
        logger.warning("%s: until then, sessions are kept in the memory of this process", error)
        files = MemoryFiles(time.monotonic, _limit(config) or IN_MEMORY)
        return Storage(MemoryStore(time.monotonic), files, KeyRing([secrets.token_urlsafe()]))


def open_disk(config: Config, folder: Path) -> Disk | None:
    """Open the folder of what functions have made; None, in memory only, if that cannot be.

    What nobody has used for long is removed from it.

    Args:
        config: Which keys sign it.
        folder: Where the app's script is.
    """
    try:
        disk = Disk(
            cache_folder(folder), KeyRing(configured_secrets(config) or [secret_of(folder)])
        )
    except (ConfigError, StoreError) as error:
        logger.warning("%s: until then, caches are in the memory of this process", error)
        return None
    disk.sweep()
    return disk


def _limit(config: Config) -> float | None:
    """Return how many bytes all files may take."""
    size = config.files.max_size
    return None if size is None else size * MEGABYTE


def _secrets(config: Config, folder: Path) -> list[str]:
    """Return the secrets, oldest first."""
    if configured := configured_secrets(config):
        shortest = min(map(len, configured))
        if shortest < GUESSABLE:
            logger.warning(
                "server.cookieSecret: should have 32 random characters or more, got %d: visitors "
                "hold what it has signed, and can guess at it: use openssl rand -hex 32",
                shortest,
            )
        return configured
    is_shared = config.session.store != "memory"
    return [secret_of(folder) if is_shared else secrets.token_urlsafe()]


def configured_secrets(config: Config) -> list[str]:
    """Return the secrets of the configuration, oldest first."""
    given = [secret.strip() for secret in config.server.cookie_secret.split(",")]
    return [secret for secret in given if secret]
