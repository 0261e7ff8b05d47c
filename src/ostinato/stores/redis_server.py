"""Redis server: which life of itself it is in, and whether it may forget what it was given."""

from redis.asyncio import Redis
from redis.exceptions import ResponseError

from ostinato.stores.store import new_token

KEEPS_ALL = "noeviction"


async def incarnation(redis: Redis, key: str) -> str:
    """Name the server's present life: its process, its history, and a key of ours in its data.

    Args:
        redis: The connection.
        key: Where ours is; it is made if it is not there.
    """
    await redis.set(key, new_token(), nx=True)
    ours = await redis.get(key)
    server, history = await _info(redis, "server"), await _info(redis, "replication")
    parts = (ours, server.get("run_id"), history.get("master_replid"))
    return " ".join(map(str, parts))


async def forgetfulness(redis: Redis) -> str | None:
    """Return what is wrong with the server's setting for a full memory; None if nothing is."""
    memory = await _info(redis, "memory")
    policy = memory.get("maxmemory_policy", KEEPS_ALL)
    if policy == KEEPS_ALL or not memory.get("maxmemory"):
        return None
    return (
        f"must keep what it has confirmed, got maxmemory-policy={policy!r}: set it to "
        f"{KEEPS_ALL!r}, or sessions vanish once maxmemory is reached"
    )


async def _info(redis: Redis, section: str) -> dict[str, object]:
    """Ask for what every server tells, but for those that are told not to."""
    try:
        found: dict[str, object] = await redis.info(section)
    except ResponseError:
        return {}
    return found
