"""What one process publishes, every listening process hears."""

import asyncio
from typing import Any

from ostinato.stores.store import Store
from stores.places import Place, take


class Ear:
    """Listens to a store, and notes what it hears."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.heard: list[bytes] = []
        self.notices: Any = store.listen()

    async def until(self, last: bytes) -> list[bytes]:
        """Listen until a notice comes, and give all until then."""
        async with asyncio.timeout(20):
            while last not in self.heard:
                self.heard.append(await anext(self.notices))
        return self.heard

    async def open(self, by: Store) -> None:
        """Publish until this ear hears it."""
        hearing = asyncio.create_task(self.until(b"?"))
        while not hearing.done():
            await by.publish(b"?")
            await asyncio.wait([hearing], timeout=0.05)
        await hearing
        await by.publish(b"now")
        await self.until(b"now")
        self.heard.clear()


async def test_every_listener_hears_every_notice_in_order(place: Place):
    first, second = place.open(), place.open()
    ears = [Ear(first), Ear(first), Ear(second)]
    for ear in ears:
        await ear.open(second)
    for number in range(50):
        await first.publish(b"%d" % number)
    expected = [b"%d" % number for number in range(50)]
    for ear in ears:
        heard = await ear.until(b"49")
        assert [each for each in heard if each not in (b"?", b"now")] == expected


async def test_a_store_hears_what_it_publishes_itself(place: Place):
    store = place.open()
    ear = Ear(store)
    await ear.open(store)
    await store.publish(b"mine")
    assert await ear.until(b"mine") == [b"mine"]


async def test_a_listener_does_not_hear_what_was_published_before(place: Place):
    store, other = place.open(), place.open()
    await other.publish(b"early")
    ear = Ear(store)
    await ear.open(other)
    await other.publish(b"late")
    assert await ear.until(b"late") == [b"late"]


async def test_any_bytes_are_a_notice(place: Place):
    store, other = place.open(), place.open()
    ear = Ear(store)
    await ear.open(other)
    notice = bytes(range(256)) * 100
    await other.publish(notice)
    assert await ear.until(notice) == [notice]


async def test_saves_go_on_beside_notices(place: Place):
    store, other = place.open(), place.open()
    ear = Ear(store)
    await ear.open(other)
    hand = await take(store)
    for number in range(20):
        await hand.save(number, {"p": b"%d" % number})
        await other.publish(b"%d" % number)
    await ear.until(b"19")
    assert len(ear.heard) == 20


async def test_one_that_stops_listening_does_not_disturb_the_others(place: Place):
    store = place.open()
    first, second = Ear(store), Ear(store)
    await first.open(store)
    await second.open(store)
    await first.notices.aclose()
    await store.publish(b"x")
    assert (await second.until(b"x"))[-1] == b"x"
