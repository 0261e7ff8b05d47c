"""Redis: a store for processes on any number of machines. Needs the extra `redis`.

A session is one hash: the fields `epoch`, `token`, `write` and `event`, and one for each value. The
sorted set `ends` has the end of every session's life, to count them.
"""

import asyncio
import contextlib
import logging
import math
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeVar, cast
from urllib.parse import parse_qsl, urlencode

from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from ostinato.errors import ConfigError, StoreError
from ostinato.stores import redis_server
from ostinato.stores.store import Behind, Claim, Fenced, Save, Saved, late, new_token

logger = logging.getLogger("ostinato")

T = TypeVar("T")

PREFIX = "ostinato:"
AT_ONCE = 20
"""Calls that go on at the same time, each on a connection."""
PATIENCE = 2.0
"""Seconds in which a server answers."""
SLOWEST = 5_000_000
"""Bytes that the slowest network carries in a second."""
LONGEST = 60.0
"""Seconds in which a server that has just answered gives all values of a session."""
SILENCE = 10.0
PAUSE = 0.25
REFUSED, NEW = 0, 1
DONE, BEHIND, LATE = 1, 2, 3
NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
"""
# Lives are counted by the server's clock alone.
RENEW = """
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
"""
# Of ARGV, 3 is the token, 4 and 5 are the claim that the caller has had. A script that was sent
# twice finds its own token. Versions before 7 of Redis need whole numbers as text.
CLAIM = f"""
local held = redis.call('HMGET', KEYS[1], 'epoch', 'token', 'event')
local epoch, token = tonumber(held[1] or 0), held[2] or ''
local over = tonumber(ARGV[4])
if over and token ~= ARGV[3] and (epoch > over or epoch == over and token > ARGV[5]) then
    return {{held[1], token, {REFUSED}, 0}}
end
{NOW}
if token ~= ARGV[3] then
    epoch = math.max(epoch + 1, (over or 0) + 1, time[1] * 1000000 + time[2])
    redis.call(
        'HSET', KEYS[1], 'epoch', string.format('%.0f', epoch), 'token', ARGV[3], 'write', 0
    )
end
{RENEW}
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
return {{string.format('%.0f', epoch), ARGV[3], held[1] and 2 or {NEW}, held[3] or 0}}
"""
# A write that was given up may still reach the server, after a later one: hence their numbers.
# Of ARGV, 3 and 4 are the claim, 5 the number, 6 that of the save before, 7 the event. 8 says
# whether all else is to go, 9 how many come before the names to remove; a call takes a thousand.
SAVE = f"""
local held = redis.call('HMGET', KEYS[1], 'epoch', 'token', 'write')
if held[1] ~= ARGV[3] or (held[2] or '') ~= ARGV[4] then
    return {{held[1] or '', held[2] or ''}}
end
local write, number = tonumber(held[3]), tonumber(ARGV[5])
if write < tonumber(ARGV[6]) then
    return {BEHIND}
end
if write > number then
    return {LATE}
end
if write == number then
    return {DONE}
end
if ARGV[2] == '0' then
    redis.call('DEL', KEYS[1])
    redis.call('ZREM', KEYS[2], ARGV[1])
    return {DONE}
end
local function each(command, first, last)
    for i = first, last, 1000 do
        redis.call(command, KEYS[1], unpack(ARGV, i, math.min(i + 999, last)))
    end
end
-- A server without room refuses this, as long as nothing was deleted.
redis.call('HSET', KEYS[1], 'write', ARGV[5], 'event', ARGV[7])
if ARGV[8] == '1' then
    redis.call('DEL', KEYS[1])
    redis.call(
        'HSET', KEYS[1], 'epoch', ARGV[3], 'token', ARGV[4], 'write', ARGV[5], 'event', ARGV[7]
    )
end
local last = tonumber(ARGV[9])
each('HSET', 10, last)
each('HDEL', last + 1, #ARGV)
{NOW}{RENEW}
return {DONE}
"""
COUNT = f"""
{NOW}
return redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now), '+inf')
"""


class RedisStore:
    """Sessions in a Redis or Valkey server. Nothing is connected before the first call.

    Args:
        url: `redis://`, `rediss://` or `unix://`, with redis-py's options and `prefix`, which
            stands before every key.

    Raises:
        ConfigError: If the URL or one of its options is not understood.
    """

    def __init__(self, url: str) -> None:
        self._name = without_secrets(url)
        bare, self._prefix = without_prefix(url)
        self._redis = Redis.from_pool(
            checked_pool(
                ConnectionPool,
                bare,
                self._name,
                protocol=2,
                socket_timeout=None,
                # Only for connections that a restart has cut.
                retry=Retry(NoBackoff(), 1),
            )
        )
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._is_closed = False
        self._warned: str | None = None
        self._claim = self._redis.register_script(CLAIM)
        self._save = self._redis.register_script(SAVE)
        self._count = self._redis.register_script(COUNT)

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        """Take a session over, or make it."""
        keys = [self._key(session), self._ends]
        had = (over.epoch, over.token) if over else ("", "")
        token = over.next_token if over else new_token()
        given = [session, _milliseconds(ttl), token, *had]
        epoch, holding, was, event = await self._ask(lambda: self._claim(keys, given))
        claim = Claim(int(epoch), holding.decode())
        if was == REFUSED:
            raise Fenced(claim)
        if over is not None:
            return Saved(claim, int(event))
        holder = source if was == NEW else session
        if holder is None:
            return Saved(claim)
        # If somebody else claims now and saves, this reads what they saved: newer, but whole.
        fields = await self._ask(lambda: self._fields(holder), LONGEST)
        event = int(fields.get(b"event", 0)) if holder == session else 0
        return Saved(claim, event, _values(fields))

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        """Keep values and the number of the event that led to them."""
        pairs = list[bytes]()
        for name, value in save.changes.items():
            if value is not None:
                pairs += _field(name), value
        removed = [_field(name) for name, value in save.changes.items() if value is None]
        keys = [self._key(session), self._ends]
        fixed = (session, _milliseconds(ttl), claim.epoch, claim.token, save.number, save.after)
        more = (save.event, int(save.is_whole), 9 + len(pairs))
        patience = PATIENCE + sum(map(len, pairs)) / SLOWEST
        outcome = await self._ask(
            lambda: self._save(keys, [*fixed, *more, *pairs, *removed]), patience
        )
        if outcome == DONE:
            return
        if outcome == BEHIND:
            raise Behind
        if outcome == LATE:
            raise late(save)
        raise Fenced(Claim(int(outcome[0]), outcome[1].decode()) if outcome[0] else None)

    async def count(self) -> int:
        """Count the sessions whose time is not over."""
        return int(await self._ask(lambda: self._count([self._ends])))

    async def incarnation(self) -> str:
        """Name the server's present life."""
        return await self._ask(lambda: redis_server.incarnation(self._redis, self._life))

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every process that listens, this one too."""
        await self._ask(lambda: self._redis.publish(self._channel, notice))

    async def listen(self) -> AsyncIterator[bytes]:
        """Yield the notices published from now on; subscribe again whenever the server was away."""
        while not self._is_closed:
            with contextlib.suppress(RedisError, OSError, TimeoutError):
                async with contextlib.aclosing(self._hear()) as notices:
                    async for notice in notices:
                        yield notice
            await asyncio.sleep(PAUSE)

    async def close(self) -> None:
        """Wait for the answers to come, and close the connections."""
        self._is_closed = True
        for _ in range(AT_ONCE):
            await self._turns.acquire()
        await self._redis.aclose()

    async def _hear(self) -> AsyncGenerator[bytes, None]:
        async with self._redis.pubsub() as channel:
            async with asyncio.timeout(PATIENCE):
                await channel.subscribe(self._channel)
                await self._warn()
            is_asked = False
            while True:
                message = await channel.get_message(timeout=PATIENCE if is_asked else SILENCE)
                if message is None and is_asked:
                    raise RedisConnectionError
                is_asked = message is None
                if message is None:
                    await channel.ping()
                elif message["type"] == "message":
                    yield message["data"]

    async def _warn(self) -> None:
        """Tell the operator of a server that may forget, once."""
        problem = await redis_server.forgetfulness(self._redis)
        if problem and problem != self._warned:
            logger.warning("redis store %s: %s", self._name, problem)
        self._warned = problem

    async def _ask(self, ask: Callable[[], Awaitable[T]], patience: float = PATIENCE) -> T:
        if self._is_closed:
            raise StoreError(f"redis store {self._name}: must be open, got a call after its close")
        try:
            async with asyncio.timeout(patience), self._turns:
                return await ask()
        except (RedisError, OSError, TimeoutError) as error:
            raise StoreError(
                f"redis store {self._name}: must answer, got "
                f"{type(error).__name__}={str(error)!r}: start it, or correct session.store"
            ) from error

    def _fields(self, session: str) -> Awaitable[dict[bytes, bytes]]:
        return cast(Awaitable[dict[bytes, bytes]], self._redis.hgetall(self._key(session)))

    def _key(self, session: str) -> str:
        return self._prefix + session

    @property
    def _ends(self) -> str:
        return f"{self._prefix}ends"

    @property
    def _life(self) -> str:
        return f"{self._prefix}life"

    @property
    def _channel(self) -> str:
        return f"{self._prefix}notices"


def checked_pool(kind: Any, url: str, name: str, **options: Any) -> Any:
    """Prepare connections of some kind; none is opened.

    Args:
        kind: The class of their pool.
        url: The server's, as redis-py takes it.
        name: The URL as errors may show it.
        options: More options of the pool.

    Raises:
        ConfigError: If redis-py does not understand the URL.
    """
    try:
        pool = kind.from_url(url, **options)
        pool.connection_class(**pool.connection_kwargs)
    except (ValueError, TypeError):
        # The text of the error may hold parts of a password.
        raise ConfigError(
            f"session.store: must be a URL that redis-py understands, got {name!r}:"
            " write redis://:password@host:port/number, and correct what follows the ?"
        ) from None
    return pool


def without_secrets(url: str) -> str:
    """Return a URL as logs may have it."""
    scheme, _, rest = url.partition("://")
    _, at, place = rest.rpartition("@")
    return f"{scheme}://{':***@' if at else ''}{place.partition('?')[0]}"


def without_prefix(url: str) -> tuple[str, str]:
    """Take the option that redis-py does not know out of a URL."""
    bare, _, query = url.partition("?")
    options = dict(parse_qsl(query, keep_blank_values=True))
    prefix = options.pop("prefix", PREFIX)
    return f"{bare}?{urlencode(options)}" if options else bare, prefix


def _milliseconds(ttl: float) -> int:
    return math.ceil(ttl * 1000)


def _field(name: str) -> bytes:
    return b":" + name.encode("utf-8", "surrogatepass")


def _values(fields: Mapping[bytes, bytes]) -> dict[str, bytes]:
    return {
        name[1:].decode("utf-8", "surrogatepass"): value
        for name, value in fields.items()
        if name.startswith(b":")
    }
