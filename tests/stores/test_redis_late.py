"""A network may deliver late what a process has long given up."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self

import pytest

from ostinato.errors import StoreError
from ostinato.stores.store import Fenced
from services import RedisServer
from stores.places import LONG, Hand, RedisPlace, content, take

PATIENCE = 20.0


class SlowNetwork:
    """Stands before a server; what arrives while `is_slow` is delivered when a test says so."""

    def __init__(self, server: RedisServer) -> None:
        self.server = server
        self.is_slow = False
        self.goes_on = asyncio.Event()
        self.deliveries: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self.listener = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = self.listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.listener.close()
        for task in self.deliveries:
            task.cancel()
        await asyncio.gather(*self.deliveries, return_exceptions=True)

    def place(self) -> RedisPlace:
        return RedisPlace(f"redis://127.0.0.1:{self.port}")

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self.server.port)
        self.deliveries += [
            asyncio.create_task(self._carry(reader, back, may_be_slow=True)),
            asyncio.create_task(self._carry(there, writer, may_be_slow=False)),
        ]

    async def _carry(
        self, source: asyncio.StreamReader, goal: asyncio.StreamWriter, *, may_be_slow: bool
    ) -> None:
        with contextlib.closing(goal), contextlib.suppress(OSError):
            while data := await source.read(65536):
                if may_be_slow and self.is_slow:
                    await self.goes_on.wait()
                goal.write(data)
                await goal.drain()


@pytest.mark.parametrize("ttl", [LONG, 0])
async def test_l03_a_late_write_does_not_undo_a_later_one(redis_server: RedisServer, ttl: float):
    async with SlowNetwork(redis_server) as network, network.place() as place:
        store = place.open()
        hand = await take(store)
        await hand.save(1, {"p": b"old"})
        network.is_slow = True
        with pytest.raises(StoreError, match="TimeoutError"):
            await hand.save(2, {"p": b"late"}, ttl)
        network.is_slow = False
        await hand.save(3, {"p": b"new"})
        await delivered(network, redis_server)
        assert await content(store) == (3, {"p": b"new"})


async def test_n05_a_late_claim_over_an_older_one_undoes_nothing(redis_server: RedisServer):
    async with SlowNetwork(redis_server) as network, network.place() as place:
        store = place.open()
        hand = await take(store)
        redis_server.command("FLUSHALL")
        network.is_slow = True
        with pytest.raises(StoreError, match="TimeoutError"):
            await store.claim("s", LONG, over=hand.claim)
        network.is_slow = False
        again = Hand(store, "s", await store.claim("s", LONG, over=hand.claim))
        await again.save(1, {"p": b"1"}, is_whole=True)
        await delivered(network, redis_server)
        await again.save(2, {"q": b"2"})
        assert await content(store) == (2, {"p": b"1", "q": b"2"})


async def test_n01_a_late_write_of_an_older_claim_is_refused(redis_server: RedisServer):
    async with SlowNetwork(redis_server) as network, network.place() as place:
        store = place.open()
        hand = await take(store)
        network.is_slow = True
        with pytest.raises(StoreError, match="TimeoutError"):
            await hand.save(2, {"p": b"late"})
        network.is_slow = False
        await take(store)
        await delivered(network, redis_server)
        assert await content(store) == (0, {})
        with pytest.raises(Fenced):
            await hand.save(3)


async def delivered(network: SlowNetwork, server: RedisServer) -> None:
    """Deliver what is late, and wait until the server has done it."""
    before = calls(server)
    network.goes_on.set()
    async with asyncio.timeout(PATIENCE):
        while calls(server) == before:
            await asyncio.sleep(0.01)


def calls(server: RedisServer) -> int:
    """Count the scripts that the server has run."""
    answer = server.command("INFO", "commandstats")
    line = next(each for each in answer.splitlines() if each.startswith(b"cmdstat_evalsha:"))
    return int(line.split(b"calls=")[1].split(b",")[0])
