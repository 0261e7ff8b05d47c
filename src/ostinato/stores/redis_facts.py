"""Redis facts: what a server says of itself to whoever looks for what is wrong with it."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from redis import ConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from ostinato.errors import StoreError
from ostinato.stores.redis import checked_pool, without_prefix, without_secrets
from ostinato.stores.redis_server import KEEPS_ALL

PATIENCE = 3.0


class RedisFacts(NamedTuple):
    """What concerns sessions. None stands for what the server does not tell.

    Args:
        version: Its version.
        policy: What it does when its memory is full.
        limit: Bytes of memory that it may take; 0 is any.
        used: Bytes that it takes.
        appends: Whether it writes down what it confirms.
        fsync: When that is on the disk.
        snapshots: When it saves all of it.
        role: `master` or `slave`.
        ahead: Seconds that its clock is ahead of ours.
    """

    version: str
    policy: str
    limit: int
    used: int
    appends: bool | None
    fsync: str | None
    snapshots: str | None
    role: str | None
    ahead: float


def redis_facts(url: str) -> RedisFacts:
    """Ask a server for what concerns sessions.

    Args:
        url: The option `session.store`.

    Raises:
        ConfigError: If the URL is not understood.
        StoreError: If the server does not answer.
    """
    name = without_secrets(url)
    options = {"protocol": 2, "socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    bare, _ = without_prefix(url)
    pool = checked_pool(ConnectionPool, bare, name, retry=Retry(NoBackoff(), 0), **options)
    with Redis(connection_pool=pool) as redis:
        try:
            return _ask(redis)
        except (RedisError, OSError) as error:
            raise StoreError(
                f"redis store {name}: must answer, got {type(error).__name__}={str(error)!r}: "
                "start it, or correct session.store"
            ) from None
        finally:
            pool.disconnect()


def _ask(redis: Redis) -> RedisFacts:
    redis.ping()
    asked = time.time()
    seconds, micros = redis.time()
    ahead = seconds + micros / 1e6 - (asked + time.time()) / 2
    server, memory, disk, copies = (
        _told(partial(redis.info, section))
        for section in ("server", "memory", "persistence", "replication")
    )
    fsync, snapshots = (_setting(redis, each) for each in ("appendfsync", "save"))
    appends = disk.get("aof_enabled")
    return RedisFacts(
        str(server.get("redis_version", "of an unknown version")),
        str(memory.get("maxmemory_policy", KEEPS_ALL)),
        int(memory.get("maxmemory", 0)),
        int(memory.get("used_memory", 0)),
        None if appends is None else bool(appends),
        fsync,
        snapshots,
        copies.get("role"),
        ahead,
    )


def _setting(redis: Redis, name: str) -> str | None:
    """Return a setting; None where servers keep them to themselves."""
    value = _told(partial(redis.config_get, name)).get(name)
    return None if value is None else str(value)


def _told(ask: Callable[[], Any]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = ask()
    except RedisError:
        return {}
    return found
