"""Redis: files for processes on any number of machines. Needs the extra `redis`.

A file is one hash: the fields `type`, `private` and `size`, and one for each part of its bytes, by
its number. It ends by the server's own clock, as everything here does. Beside the files stand, for
all of them together, when each ends, how large it is, and how much they are.
"""

import contextlib
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

from redis import BlockingConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import OutOfMemoryError, RedisError
from redis.retry import Retry

from ostinato.errors import StoreError
from ostinato.stores.files import (
    DRAFT_LIFE,
    PART,
    Bytes,
    Figures,
    FileFacts,
    NoFile,
    NoRoom,
    no_room,
)
from ostinato.stores.redis import NOW, checked_pool, without_prefix, without_secrets

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds in which a server answers."""

AT_ONCE = 8
"""Connections that a process has for files."""

MOST = 500
"""How many files one call is about."""

# The keys: those beside the files, then the files. Of ARGV, 1 is the life in milliseconds, and 2
# how many milliseconds longer what stands beside them lives.
RAISE = """
local function raise(key, life)
    if redis.call('PTTL', key) < tonumber(life) then redis.call('PEXPIRE', key, life) end
end
local function hold(key, id, life, beyond)
    raise(key, life)
    redis.call('HDEL', key, 'claim')
    local ends = tonumber(redis.call('ZSCORE', KEYS[1], id) or 0)
    redis.call('ZADD', KEYS[1], string.format('%.0f', math.max(ends, now + life)), id)
    for i = 1, 3 do raise(KEYS[i], life + beyond) end
end
"""
HOLD = f"""
{NOW}{RAISE}
local found = {{}}
for i = 4, #KEYS do
    local id = ARGV[i - 1]
    if redis.call('EXISTS', KEYS[i]) == 1 then
        hold(KEYS[i], id, ARGV[1], ARGV[2])
        found[#found + 1] = id
    end
end
return found
"""
# KEYS: those beside the files, the draft, and the file. ARGV: see above; then its id,
# its size, and the claim.
COMMIT = f"""
{NOW}{RAISE}
local is_new = 0
if redis.call('EXISTS', KEYS[5]) == 1 then
    redis.call('DEL', KEYS[4])
elseif redis.call('HEXISTS', KEYS[4], 'type') == 1 then
    redis.call('HSET', KEYS[4], 'size', ARGV[4])
    redis.call('RENAME', KEYS[4], KEYS[5])
    redis.call('PEXPIRE', KEYS[5], ARGV[1])
    -- One that has ended, and that no sweep has found yet, is counted still.
    redis.call('INCRBY', KEYS[3], ARGV[4] - (redis.call('HGET', KEYS[2], ARGV[3]) or 0))
    redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
    is_new = 1
else
    return -1
end
hold(KEYS[5], ARGV[3], ARGV[1], ARGV[2])
if is_new == 1 then redis.call('HSET', KEYS[5], 'claim', ARGV[5]) end
return is_new
"""
# KEYS: those beside the files, then the files. ARGV: their ids, then the claims.
DROP = """
for i = 4, #KEYS do
    local id, claim = ARGV[i - 3], ARGV[i - 3 + #KEYS - 3]
    if redis.call('HGET', KEYS[i], 'claim') == claim then
        redis.call('UNLINK', KEYS[i])
        redis.call('DECRBY', KEYS[3], redis.call('HGET', KEYS[2], id) or 0)
        redis.call('HDEL', KEYS[2], id)
        redis.call('ZREM', KEYS[1], id)
    end
end
"""
SWEEP = f"""
{NOW}
local removed = redis.call(
    'ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[1]
)
for _, id in ipairs(removed) do
    redis.call('DECRBY', KEYS[3], redis.call('HGET', KEYS[2], id) or 0)
    redis.call('HDEL', KEYS[2], id)
    redis.call('ZREM', KEYS[1], id)
end
return {{#removed, redis.call('ZCARD', KEYS[1]), redis.call('GET', KEYS[3]) or '0'}}
"""
BEYOND = 24 * 3600.0
"""Seconds for which what is known of all files lives on after the last of them."""


class RedisFiles:
    """Files in a Redis or Valkey server. Nothing is connected before the first call.

    Args:
        url: As for `RedisStore`.
        limit: Bytes that all of them may take.

    Raises:
        ConfigError: If the URL or one of its options is not understood.
    """

    def __init__(self, url: str, limit: float = 1e9) -> None:
        self._name = without_secrets(url)
        bare, prefix = without_prefix(url)
        self._prefix = f"{prefix}file:"
        self._limit = limit
        self._removed = self._size = 0
        self._redis: Redis = Redis.from_pool(
            checked_pool(
                BlockingConnectionPool,
                bare,
                self._name,
                protocol=2,
                socket_timeout=PATIENCE,
                socket_connect_timeout=PATIENCE,
                retry=Retry(NoBackoff(), 1),
                max_connections=AT_ONCE,
                timeout=PATIENCE,
            )
        )
        self._hold = self._redis.register_script(HOLD)
        self._commit = self._redis.register_script(COMMIT)
        self._sweep = self._redis.register_script(SWEEP)
        self._drop = self._redis.register_script(DROP)

    def begin(self, type: str, *, is_private: bool = False) -> "RedisDraft":
        """Begin to write a file."""
        draft = RedisDraft(self, f"{self._prefix}draft:{secrets.token_hex(8)}")
        self.make_room(0)
        draft.start(type, is_private=is_private)
        return draft

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        """Have files live for so many seconds from now, at the least."""
        found, names = set[str](), list(ids)
        for start in range(0, len(names), MOST):
            some = names[start : start + MOST]
            keys = [*self._beside, *map(self._key, some)]
            answer = self.ask(lambda: self._hold(keys, [*_lives(life), *some]))  # noqa: B023
            found.update(id.decode() for id in answer)
        return found

    def make_room(self, size: int) -> None:
        """Find out whether there is room: the server removes what is over by itself."""
        self._size = int(self.ask(lambda: self._redis.get(self._beside[2])) or 0)
        if size and self._size + size > self._limit:
            self.sweep()
            if self._size + size > self._limit:
                raise no_room(f"files in {self._name}", self._limit)

    def drop(self, claims: Mapping[str, str]) -> None:
        """Remove files, but none that anybody has held since it was claimed."""
        names = list(claims)
        for start in range(0, len(names), MOST):
            some = names[start : start + MOST]
            keys = [*self._beside, *map(self._key, some)]
            self.ask(lambda: self._drop(keys, [*some, *(claims[id] for id in some)]))  # noqa: B023

    def find(self, id: str) -> FileFacts:
        """Return what is known of a file."""
        fields = self.ask(lambda: self._redis.hmget(self._key(id), ["type", "size", "private"]))
        type, size, private = fields
        if size is None:
            raise NoFile(id)
        return FileFacts(type.decode(), int(size), private == b"1")

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file."""
        first, last = start // PART, max(start, start + size - 1) // PART
        content = bytearray()
        # As many as a caller waits for, but never a whole file in one answer.
        while first <= last:
            names = [str(each) for each in range(first, min(last + 1, first + 64))]
            parts = self.ask(lambda: self._redis.hmget(self._key(id), ["size", *names]))  # noqa: B023
            if parts[0] is None:
                raise NoFile(id)
            content += b"".join(part for part in parts[1:] if part is not None)
            if parts[-1] is None:
                break
            first += len(names)
        skipped = start % PART
        return bytes(content[skipped : skipped + size])

    def sweep(self) -> Figures:
        """Forget what has ended: the server has removed it by itself."""
        removed, count, size = self.ask(lambda: self._sweep(self._beside, [10 * MOST]))
        self._removed += removed
        self._size = int(size)
        return Figures(count, self._size, self._removed)

    def close(self) -> None:
        """Close the connections."""
        self._redis.close()

    # What a draft asks for.

    def write(self, draft: str, fields: Mapping[Any, Any], size: int) -> None:
        """Put fields into a draft that has so many bytes by then, and let it live on for a while.

        Raises:
            NoRoom: If there is no room for it.
        """
        if self._size + size > self._limit:
            raise no_room(f"files in {self._name}", self._limit)

        def write() -> None:
            with self._redis.pipeline(transaction=False) as pipeline:
                pipeline.hset(draft, mapping=fields)
                pipeline.pexpire(draft, int(DRAFT_LIFE * 1000))
                pipeline.execute()

        self.ask(write)

    def commit(self, draft: str, id: str, size: int, life: float) -> str | None:
        """Have a draft become a file, and return the claim to it.

        Raises:
            StoreError: If the server has lost it.
        """
        keys = [*self._beside, draft, self._key(id)]
        claim = secrets.token_hex(8)
        is_new = self.ask(lambda: self._commit(keys, [*_lives(life), id, size, claim]))
        if is_new < 0:
            raise StoreError(
                f"files in {self._name}: what is being written must stay, got nothing of it: the"
                " server was restarted or emptied: try again"
            )
        return claim if is_new else None

    def discard(self, draft: str) -> None:
        """Remove a draft."""
        with contextlib.suppress(StoreError):
            self.ask(lambda: self._redis.unlink(draft))

    def ask(self, ask: Callable[[], Any]) -> Any:
        """Ask the server.

        Raises:
            StoreError: If it does not answer.
        """
        with self._explained():
            return ask()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OutOfMemoryError as error:
            raise NoRoom(
                f"files in {self._name}: the server has no more memory, got {str(error)!r}: give"
                " it more, or lower files.maxSize"
            ) from None
        except (RedisError, OSError) as error:
            raise StoreError(
                f"files in {self._name}: the server must answer, got "
                f"{type(error).__name__}={str(error)!r}: start it, or correct session.store"
            ) from error

    def _key(self, id: str) -> str:
        return f"{self._prefix}{id}"

    @property
    def _beside(self) -> list[str]:
        return [f"{self._prefix}{each}" for each in ("ends", "sizes", "total")]


class RedisDraft:
    """A file that is written.

    Args:
        store: Whose file it becomes.
        key: Where it is until then.
    """

    def __init__(self, store: RedisFiles, key: str) -> None:
        self._store, self._key = store, key
        self._rest = bytearray()
        self._parts = 0
        self._is_over = False

    def start(self, type: str, *, is_private: bool) -> None:
        """Write what is known of it."""
        self._store.write(self._key, {"type": type, "private": int(is_private)}, 0)

    def write(self, part: Bytes) -> None:
        """Add bytes."""
        self._rest += part
        if len(self._rest) >= PART:
            self._put(len(self._rest) // PART)

    def commit(self, id: str, life: float) -> str | None:
        """Have it become a file."""
        size = self._parts * PART + len(self._rest)
        if self._rest:
            self._put(1)
        claim = self._store.commit(self._key, id, size, life)
        self._is_over = True
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
        if not self._is_over:
            self._is_over = True
            self._store.discard(self._key)

    def _put(self, count: int) -> None:
        """Send so many parts of what has come."""
        with memoryview(self._rest) as rest:
            fields = {
                str(self._parts + each): bytes(rest[each * PART : (each + 1) * PART])
                for each in range(count)
            }
        self._store.write(self._key, fields, (self._parts + count) * PART)
        self._parts += count
        del self._rest[: count * PART]


def _lives(life: float) -> tuple[int, int]:
    return int(life * 1000), int(BEYOND * 1000)
