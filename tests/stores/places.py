"""Places: where a test keeps sessions, open to several store objects at once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ostinato.stores.memory import MemoryStore
from ostinato.stores.redis import RedisStore
from ostinato.stores.sqlite import SqliteStore
from ostinato.stores.store import Claim, Fenced, Save, Saved, Store

PATIENCE = 20.0
LONG = 1000.0


NOBODY = Claim(0, "nobody")


class Clock:
    """Stands still until a test says otherwise."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Hand:
    """What a process holds a session by; it numbers its saves as a saver does."""

    def __init__(self, store: Store, session: str, saved: Saved) -> None:
        self.store = store
        self.session = session
        self.saved = saved
        self.claim = saved.claim
        self.tries = self.done = 0

    async def save(
        self,
        event: int,
        changes: Mapping[str, bytes | None] | None = None,
        ttl: float = LONG,
        **more: bool,
    ) -> None:
        self.tries += 1
        save = Save(self.tries, self.done, event, changes or {}, **more)
        await self.store.save(self.session, self.claim, save, ttl)
        self.done = save.number


async def take(store: Store, session: str = "s", ttl: float = LONG, **how: Any) -> Hand:
    """Claim a session."""
    return Hand(store, session, await store.claim(session, ttl, **how))


async def content(store: Store, session: str = "s", **how: Any) -> tuple[int, dict[str, bytes]]:
    """Claim a session, and give its event and its values."""
    saved = await store.claim(session, LONG, **how)
    return saved.event, dict(saved.values)


class Place:
    """Base of the places.

    While a place is entered, `open` gives a store object, and another one with every call.
    """

    short = 10.0
    """A life that a test can outlive."""
    forgets = True
    """Whether what has ended is gone at once; else it may be given back."""

    async def __aenter__(self) -> Self:
        self.clock = Clock()
        self.stack = AsyncExitStack()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stack.aclose()

    def open(self) -> Store:
        store = self.make()
        self.stack.push_async_callback(store.close)
        return store

    def make(self) -> Store:
        raise NotImplementedError

    async def outlive(self) -> None:
        """Let a short life end that has begun by now."""
        self.clock.now += self.short


class MemoryPlace(Place):
    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self.store = MemoryStore(self.clock)
        return self

    def make(self) -> Store:
        return self.store


class SqlitePlace(Place):
    forgets = False

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> Store:
        return SqliteStore(self.path, self.clock)


class RedisPlace(Place):
    """The server's clock counts here, so lives are really short."""

    short = 0.2

    def __init__(self, url: str) -> None:
        self.url = url

    def make(self) -> Store:
        return RedisStore(self.url)

    async def outlive(self) -> None:
        store = self.open()
        await store.claim("canary", self.short)
        await wait_for(lambda: has_ended(store, "canary"))


async def has_ended(store: Store, session: str) -> bool:
    """Whether the store does not know a session; asking does not renew it."""
    try:
        await store.save(session, NOBODY, Save(1, 0, 0), LONG)
    except Fenced as refused:
        return refused.holder is None
    raise AssertionError("no session has this claim")


async def wait_for(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until what `holds` gives is true."""
    async with asyncio.timeout(PATIENCE):
        while not await holds():
            await asyncio.sleep(0.01)
