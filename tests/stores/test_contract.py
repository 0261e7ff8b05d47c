"""Every store keeps the same promises."""

import asyncio
import contextlib
import itertools

import pytest

from ostinato.stores.store import Fenced, Saved, Store
from stores.places import LONG, Place, has_ended

ANY_TEXT = ["p", "", "epoch", "event", ":", "\0", "ä 漢 🎈", "\ud800", "p" * 10_000]


async def refused(store: Store, session: str, epoch: int, life: float = LONG) -> int | None:
    with pytest.raises(Fenced) as error:
        await store.save(session, epoch, 99, {"p": b"refused"}, life)
    return error.value.epoch


async def test_a_new_session_is_empty_and_has_epoch_1(place: Place):
    saved = await place.open().claim("s", LONG)
    assert saved == Saved(1)
    assert saved.is_empty


async def test_a_claim_raises_the_epoch_and_gives_what_was_saved(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    await store.save("s", 1, 3, {"a": b"1", "b": b"2"}, LONG)
    assert await store.claim("s", LONG) == Saved(2, 3, {"a": b"1", "b": b"2"})
    assert await place.open().claim("s", LONG) == Saved(3, 3, {"a": b"1", "b": b"2"})


async def test_a_save_changes_only_the_keys_it_names(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    await store.save("s", 1, 1, {"a": b"1", "b": b"2", "c": b"3"}, LONG)
    await store.save("s", 1, 2, {"b": b"", "c": None, "unknown": None}, LONG)
    assert await store.claim("s", LONG) == Saved(2, 2, {"a": b"1", "b": b""})


async def test_a_save_without_changes_keeps_the_event(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    await store.save("s", 1, 1, {"a": b"1"}, LONG)
    await store.save("s", 1, 2, {}, LONG)
    assert await store.claim("s", LONG) == Saved(2, 2, {"a": b"1"})


async def test_a_key_that_was_removed_can_come_back(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    for value in (b"1", None, b"2"):
        await store.save("s", 1, 1, {"a": value}, LONG)
    assert (await store.claim("s", LONG)).values == {"a": b"2"}


async def test_sessions_do_not_share(place: Place):
    store = place.open()
    for session in ("s", "t"):
        await store.claim(session, LONG)
        await store.save(session, 1, 1, {"a": session.encode()}, LONG)
    assert (await store.claim("s", LONG)).values == {"a": b"s"}
    assert (await store.claim("t", LONG)).values == {"a": b"t"}


async def test_any_text_is_a_key_and_any_bytes_are_a_value(place: Place):
    store = place.open()
    values = {name: bytes(range(256)) * number for number, name in enumerate(ANY_TEXT)}
    await store.claim("s", LONG)
    await store.save("s", 1, 1, values, LONG)
    assert (await store.claim("s", LONG)).values == values


async def test_thousands_of_keys_are_saved_and_removed(place: Place):
    store = place.open()
    values = {f"p{number}": b"%d" % number for number in range(5000)}
    await store.claim("s", LONG)
    await store.save("s", 1, 1, values, LONG)
    assert (await store.claim("s", LONG)).values == values
    await store.save("s", 2, 2, {**dict.fromkeys(values), "p7": b"new"}, LONG)
    assert (await store.claim("s", LONG)).values == {"p7": b"new"}


async def test_a_large_value_is_saved(place: Place):
    store = place.open()
    value = bytes(range(256)) * 80_000
    await store.claim("s", LONG)
    await store.save("s", 1, 1, {"p": value}, LONG)
    assert (await store.claim("s", LONG)).values == {"p": value}


async def test_n01_a_write_with_another_epoch_is_refused_and_changes_nothing(place: Place):
    old, new = place.open(), place.open()
    await old.claim("s", LONG)
    await new.claim("s", LONG)
    await new.save("s", 2, 5, {"p": b"new"}, LONG)
    assert await refused(old, "s", 1) == 2
    assert await refused(old, "s", 3) == 2
    assert await refused(old, "s", 1, life=0) == 2
    assert await new.claim("s", LONG) == Saved(3, 5, {"p": b"new"})


async def test_a_write_to_an_unknown_session_is_refused_and_makes_none(place: Place):
    store = place.open()
    assert await refused(store, "s", 1) is None
    assert await refused(store, "s", 0) is None
    assert await store.count() == 0
    assert await store.claim("s", LONG) == Saved(1)


async def test_a_refused_write_does_not_renew_the_life(place: Place):
    store = place.open()
    await store.claim("s", place.short)
    await refused(store, "s", 7)
    await place.outlive()
    assert await has_ended(store, "s")


async def test_a_life_of_0_forgets_the_session_at_once(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    await store.save("s", 1, 1, {"a": b"1"}, LONG)
    await store.save("s", 1, 2, {"b": b"2"}, 0)
    assert await store.count() == 0
    assert await refused(store, "s", 1) is None
    assert await store.claim("s", LONG) == Saved(1)


async def test_a_new_session_gets_the_values_of_its_source_and_saves_none_of_them(place: Place):
    store = place.open()
    await store.claim("old", LONG)
    await store.save("old", 1, 7, {"a": b"1"}, LONG)
    assert await store.claim("new", LONG, source="old") == Saved(1, 0, {"a": b"1"})
    assert await store.claim("new", LONG) == Saved(2)
    await store.save("old", 1, 8, {}, LONG)
    assert await store.claim("old", LONG) == Saved(2, 8, {"a": b"1"})


async def test_a_known_session_gets_nothing_from_a_source(place: Place):
    store = place.open()
    for session in ("old", "new"):
        await store.claim(session, LONG)
        await store.save(session, 1, 7, {session: b"1"}, LONG)
    assert await store.claim("new", LONG, source="old") == Saved(2, 7, {"new": b"1"})


async def test_a_source_that_is_unknown_or_over_gives_nothing(place: Place):
    store = place.open()
    assert await store.claim("new", LONG, source="nobody") == Saved(1)
    assert await store.claim("itself", LONG, source="itself") == Saved(1)
    await store.claim("old", place.short)
    await store.save("old", 1, 1, {"a": b"1"}, place.short)
    await place.outlive()
    assert await store.claim("other", LONG, source="old") == Saved(1)


async def test_a_source_is_not_renewed(place: Place):
    store = place.open()
    await store.claim("old", place.short)
    await store.claim("new", LONG, source="old")
    await place.outlive()
    assert await has_ended(store, "old")


async def test_a_session_whose_life_is_over_is_unknown(place: Place):
    store = place.open()
    await store.claim("s", LONG)
    await store.save("s", 1, 4, {"a": b"1"}, place.short)
    await place.outlive()
    assert await store.count() == 0
    assert await refused(store, "s", 1) is None
    assert await store.claim("s", LONG) == Saved(1)


@pytest.mark.parametrize("renew", ["claim", "save"])
async def test_every_call_renews_the_life(place: Place, renew: str):
    store = place.open()
    await store.claim("s", place.short)
    if renew == "claim":
        await store.claim("s", LONG)
    else:
        await store.save("s", 1, 1, {}, LONG)
    await place.outlive()
    assert not await has_ended(store, "s")
    assert await store.count() == 1


async def test_a_short_life_ends_among_long_ones(place: Place):
    store = place.open()
    for session, life in (("a", LONG), ("b", place.short), ("c", LONG)):
        await store.claim(session, life)
    await place.outlive()
    assert await has_ended(store, "b")
    assert await store.count() == 2


async def test_all_stores_of_a_place_count_its_sessions(place: Place):
    first, second = place.open(), place.open()
    await first.claim("a", LONG)
    await second.claim("b", LONG)
    await second.claim("a", LONG)
    assert await first.count() == await second.count() == 2


async def test_of_claims_at_once_each_has_its_own_epoch(place: Place):
    stores = [place.open() for _ in range(4)]
    claims = [store.claim("s", LONG) for store in stores * 10]
    epochs = [saved.epoch for saved in await asyncio.gather(*claims)]
    assert sorted(epochs) == list(range(1, 41))


async def test_a_save_is_seen_whole_or_not_at_all(place: Place):
    writer, reader = place.open(), place.open()
    is_over = False

    async def write() -> None:
        for number in itertools.count(1):
            held = (await writer.claim("s", LONG)).epoch
            text = b"%d" % number
            with contextlib.suppress(Fenced):
                await writer.save("s", held, number, {"a": text, "b": text * 1000}, LONG)
            if is_over:
                return
            await asyncio.sleep(0)

    task = asyncio.create_task(write())
    seen = set()
    async with asyncio.timeout(20):
        while len(seen) < 20:
            saved = await reader.claim("s", LONG)
            if not saved.is_empty:
                text = b"%d" % saved.event
                assert saved.values == {"a": text, "b": text * 1000}
                seen.add(saved.event)
            await asyncio.sleep(0)
    is_over = True
    await task


async def test_close_finishes_what_was_begun(place: Place):
    store = place.make()
    for number in range(50):
        await store.claim(f"s{number}", LONG)
    saves = [store.save(f"s{number}", 1, 1, {"p": bytes(10_000)}, LONG) for number in range(50)]
    waiting = [asyncio.ensure_future(save) for save in saves]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*waiting)
