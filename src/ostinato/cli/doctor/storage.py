"""Storage: whether sessions can be kept, how fast, and what signs them."""

import asyncio
import os
import secrets
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from ostinato.cli.doctor.findings import Finding, of_error, ok, warning, wrong
from ostinato.cli.doctor.machine import REMOTE, file_system
from ostinato.config import Config
from ostinato.config.ownership import whose
from ostinato.errors import ConfigError, StoreError
from ostinato.server.storage import GUESSABLE, configured_secrets
from ostinato.server.workers import check_workers
from ostinato.stores.factory import SECRET_BYTES, check_owner, open_store, secret_of
from ostinato.stores.store import Save, Store

SAVES = 5
SLOW = 0.1
"""Seconds of a save above which whoever waits for a confirmation may notice."""

PATIENCE = 10.0


def look_at_storage(config: Config, folder: Path, name: str) -> Iterator[Finding]:
    """See whether the store can be used, and whether it may forget.

    Args:
        config: Which store.
        folder: Where the app's script is.
        name: The app's name.
    """
    url = config.session.store
    try:
        if config.server.workers > 1:
            check_workers(config)
    except ConfigError as error:
        yield of_error("store", error)
        return
    if url == "memory":
        yield warning(
            "store",
            "memory: sessions end with the process",
            "set session.store to sqlite, or to the address of a Redis",
        )
    elif url.startswith("sqlite"):
        yield from _look_at_file(url, folder, name)
    else:
        yield from _look_at_redis(url, folder, name)


def look_at_secret(config: Config, folder: Path) -> Iterator[Finding]:
    """See whether there is a secret, and whether anybody could guess or read it."""
    new = "make one: openssl rand -hex 32"
    if given := configured_secrets(config):
        shortest = min(map(len, given))
        text = f"server.cookieSecret has {shortest} characters"
        if shortest < GUESSABLE:
            yield wrong("secret", f"{text}, and visitors can guess at it", new)
        elif shortest < SECRET_BYTES:
            yield warning("secret", f"{text}, and should have {SECRET_BYTES}", new)
        else:
            yield ok("secret", text)
        return
    if config.session.store == "memory":
        yield ok("secret", "made anew by every process, as sessions end with it, too")
        return
    path = folder / ".ostinato/secret"
    if not path.exists():
        yield ok("secret", f"will be made at the first start: {path}")
    else:
        try:
            secret_of(folder)
        except (ConfigError, StoreError) as error:
            yield of_error("secret", error)
            return
        yield ok("secret", f"{path}, shared by the workers of this machine")
    if not config.session.store.startswith("sqlite"):
        yield warning(
            "secret",
            "server.cookieSecret is not set, and other machines of this store need the same",
            f"if there are several, set OSTINATO_SERVER_COOKIE_SECRET on each; {new}",
        )


def _look_at_file(url: str, folder: Path, name: str) -> Iterator[Finding]:
    file = folder / (f".ostinato/{name}.db" if url == "sqlite" else url[len("sqlite:///") :])
    home = file.parent
    place = home if os.path.lexists(home) else home.parent
    if not place.is_dir():
        yield wrong("store", *_why_no_folder(place))
        return
    if not os.access(place, os.W_OK | os.X_OK):
        yield wrong(
            "store",
            f"{place} must be writable by this user, got mode "
            f"{stat.S_IMODE(place.stat().st_mode):04o}{whose(place)}",
            "call doctor as the user that the server runs as, or give that one the right",
        )
        return
    if url == "sqlite" and place == home:
        try:
            check_owner(home)
        except StoreError as error:
            yield of_error("store", error)
            return
    mounts = Path("/proc/self/mounts")
    kind = file_system(place.resolve(), mounts.read_text() if mounts.is_file() else "")
    if kind in REMOTE:
        yield warning(
            "store",
            f"{place} is on {kind}, where locks of SQLite cannot be relied on",
            "keep it on a disk of this machine, or sessions in Redis",
        )
    with ExitStack() as stack:
        if not file.exists():
            # What doctor would leave behind could belong to another user than the server's.
            temporary = tempfile.TemporaryDirectory(prefix=".ostinato-doctor-", dir=place)
            url = f"sqlite:///{stack.enter_context(temporary)}/trial.db"
        label = f"SQLite {sqlite3.sqlite_version} in {home}"
        yield from _look_at_saves(url, folder, name, label)


def _why_no_folder(place: Path) -> tuple[str, str]:
    """Return what is where a folder is to be, and what to do."""
    if place.exists():
        return f"{place} must be a folder, and is a file", "move it away, or correct session.store"
    if place.is_symlink():
        return (
            f"{place} must be a folder, and is a link to {os.readlink(place)}, which is not there",
            "make that folder, or remove the link",
        )
    return f"there is no folder {place}", "make it, or correct session.store"


def _look_at_redis(url: str, folder: Path, name: str) -> Iterator[Finding]:
    try:
        # The extra `redis` is optional.
        from ostinato.cli.doctor.redis_server import look_at_facts  # noqa: PLC0415
        from ostinato.stores.redis_facts import redis_facts  # noqa: PLC0415

        facts = redis_facts(url)
    except ModuleNotFoundError as error:
        text = f"session.store needs the package {error.name}"
        yield wrong("store", text, f"pip install {error.name}")
        return
    except (ConfigError, StoreError) as error:
        yield of_error("store", error)
        return
    yield from _look_at_saves(url, folder, name, f"Redis {facts.version}")
    yield from look_at_facts(facts)


def _look_at_saves(url: str, folder: Path, name: str, label: str) -> Iterator[Finding]:
    try:
        store = open_store(url, folder=folder, name=name)
        times = asyncio.run(_try_out(store))
    except (ConfigError, StoreError) as error:
        yield of_error("store", error)
        return
    except TimeoutError:
        yield wrong("store", f"{label}: no save in {PATIENCE:.0f} s", "see what keeps it busy")
        return
    text = f"{label}: reachable, writable, a save takes {1000 * median(times):.1f} ms"
    if median(times) > SLOW:
        yield warning("store", text, "put it nearer: a click is confirmed when it is saved")
    else:
        yield ok("store", text)


async def _try_out(store: Store) -> list[float]:
    """Save a session of our own some times, remove it, and return how long each took."""
    session, times = f"doctor-{secrets.token_hex(16)}", list[float]()
    try:
        async with asyncio.timeout(PATIENCE):
            claim = (await store.claim(session, 60)).claim
            for number in range(1, SAVES + 1):
                began = time.perf_counter()
                changes = {"doctor": bytes(1000)}
                await store.save(session, claim, Save(number, number - 1, 0, changes), 60)
                times.append(time.perf_counter() - began)
            await store.save(session, claim, Save(SAVES + 1, SAVES, 0), 0)
    finally:
        await store.close()
    return times
