"""Every store keeps the same promises."""

import asyncio
import contextlib
import itertools

import pytest

from ostinato.errors import StoreError
from ostinato.stores.store import Behind, Claim, Fenced, Save, Store
from stores.places import LONG, NOBODY, Hand, Place, content, has_ended, take

ANY_TEXT = ["p", "", "epoch", "event", "token", ":", "\0", "ä 漢 🎈", "\ud800", "p" * 10_000]


async def refused(store: Store, session: str, claim: Claim, ttl: float = LONG) -> Claim | None:
    with pytest.raises(Fenced) as error:
        await store.save(session, claim, Save(1, 0, 99, {"p": b"refused"}), ttl)
    return error.value.holder


async def test_a_new_session_is_empty(place: Place):
    hand = await take(place.open())
    assert hand.saved.is_empty
    assert hand.claim.epoch > 0


async def test_a_claim_raises_the_epoch_and_gives_what_was_saved(place: Place):
    first = await take(place.open())
    await first.save(3, {"a": b"1", "b": b"2"})
    for store in (first.store, place.open()):
        saved = await store.claim("s", LONG)
        assert saved.claim > first.claim
        assert (saved.event, saved.values) == (3, {"a": b"1", "b": b"2"})


async def test_a_save_changes_only_the_keys_it_names(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1", "b": b"2", "c": b"3"})
    await hand.save(2, {"b": b"", "c": None, "unknown": None})
    assert await content(hand.store) == (2, {"a": b"1", "b": b""})


async def test_a_save_that_is_whole_removes_the_keys_it_does_not_name(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1", "b": b"2"})
    await hand.save(2, {"b": b"3", "c": None}, is_whole=True)
    await hand.save(3, {"d": b"4"})
    assert await content(hand.store) == (3, {"b": b"3", "d": b"4"})
    await (await take(hand.store)).save(4, is_whole=True)
    assert await content(hand.store) == (4, {})


async def test_a_save_without_changes_keeps_the_event(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1"})
    await hand.save(2)
    assert await content(hand.store) == (2, {"a": b"1"})


async def test_a_key_that_was_removed_can_come_back(place: Place):
    hand = await take(place.open())
    for value in (b"1", None, b"2"):
        await hand.save(1, {"a": value})
    assert await content(hand.store) == (1, {"a": b"2"})


async def test_sessions_do_not_share(place: Place):
    store = place.open()
    for session in ("s", "t"):
        await (await take(store, session)).save(1, {"a": session.encode()})
    assert await content(store, "s") == (1, {"a": b"s"})
    assert await content(store, "t") == (1, {"a": b"t"})


async def test_any_text_is_a_key_and_any_bytes_are_a_value(place: Place):
    hand = await take(place.open())
    values = {name: bytes(range(256)) * number for number, name in enumerate(ANY_TEXT)}
    await hand.save(1, values)
    assert await content(hand.store) == (1, values)


@pytest.mark.parametrize("is_whole", [False, True])
async def test_thousands_of_keys_are_saved_and_removed(place: Place, is_whole: bool):
    hand = await take(place.open())
    values = {f"p{number}": b"%d" % number for number in range(5000)}
    await hand.save(1, values, is_whole=is_whole)
    assert (await content(hand.store))[1] == values
    hand = await take(hand.store)
    await hand.save(2, {**dict.fromkeys(values), "p7": b"new"}, is_whole=is_whole)
    assert (await content(hand.store))[1] == {"p7": b"new"}


async def test_a_large_value_is_saved(place: Place):
    hand = await take(place.open())
    value = bytes(range(256)) * 80_000
    await hand.save(1, {"p": value})
    assert (await content(hand.store))[1] == {"p": value}


async def test_n01_a_write_with_another_claim_is_refused_and_changes_nothing(place: Place):
    old = await take(place.open())
    new = await take(place.open())
    await new.save(5, {"p": b"new"})
    mixed = [Claim(new.claim.epoch, old.claim.token), Claim(old.claim.epoch, new.claim.token)]
    for claim in (old.claim, *mixed, Claim(new.claim.epoch + 1, new.claim.token)):
        assert await refused(old.store, "s", claim) == new.claim
    assert await refused(old.store, "s", old.claim, ttl=0) == new.claim
    assert await content(new.store) == (5, {"p": b"new"})


async def test_n07_no_claim_is_given_twice_whatever_the_store_forgets(place: Place):
    store = place.open()
    claims = []
    for _ in range(3):
        hand = await take(store)
        claims.append(hand.claim)
        await hand.save(1, {}, 0)
        place.clock.now += 0.001
    assert claims == sorted(set(claims))
    last = await take(store)
    for claim in claims:
        assert await refused(store, "s", claim) == last.claim


async def test_n05_a_save_after_one_that_the_store_has_lost_is_refused(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1"})
    hand.tries = hand.done = 7
    with pytest.raises(Behind):
        await hand.save(8, {"a": b"8"})
    assert await content(hand.store) == (1, {"a": b"1"})


async def test_l03_a_save_that_is_done_is_not_done_again(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1"})
    await hand.store.save("s", hand.claim, Save(1, 0, 1, {"a": b"again"}), LONG)
    assert await content(hand.store) == (1, {"a": b"1"})


async def test_l03_a_save_whose_fate_is_unknown_is_made_up_for_by_the_next(place: Place):
    for was_done in (True, False):
        hand = await take(place.open())
        await hand.save(1, {"a": b"1"})
        if was_done:
            await hand.store.save("s", hand.claim, Save(2, 1, 2, {"a": b"2"}), LONG)
        hand.tries = 2
        await hand.save(3, {"a": b"2", "b": b"3"})
        assert await content(hand.store) == (3, {"a": b"2", "b": b"3"})


async def test_l03_a_save_before_the_last_one_is_refused(place: Place):
    hand = await take(place.open())
    hand.tries = 4
    await hand.save(5, {"a": b"5"})
    with pytest.raises(StoreError, match="a later one must not be undone"):
        await hand.store.save("s", hand.claim, Save(3, 0, 3, {"a": b"3"}), LONG)
    assert await content(hand.store) == (5, {"a": b"5"})


async def test_n05_a_claim_over_an_older_one_takes_what_the_store_has_lost(place: Place):
    store = place.open()
    held = Claim(2**51, "mine")
    for how in ("lost", "older", "same"):
        if how != "lost":
            await (await take(store)).save(1, {"a": b"old"})
        if how == "same":
            held = (await take(store)).claim
        saved = await store.claim("s", LONG, over=held)
        assert saved.claim > held
        assert (saved.event, saved.values) == (0 if how == "lost" else 1, {})
        again = await store.claim("s", LONG, over=held)
        assert again.claim == saved.claim, "the answer was lost, and it was asked again"
        hand = Hand(store, "s", saved)
        await hand.save(9, {"b": b"whole"}, is_whole=True)
        assert (await store.claim("s", LONG, over=held)).claim == saved.claim
        await hand.save(10)
        assert await content(store) == (10, {"b": b"whole"})
        await (await take(store)).save(0, {}, 0)


async def test_n07_a_claim_over_a_later_one_is_refused(place: Place):
    store = place.open()
    old = await take(store)
    new = await take(store)
    await new.save(1, {"a": b"1"})
    with pytest.raises(Fenced) as error:
        await store.claim("s", LONG, over=old.claim)
    assert error.value.holder == new.claim
    await new.save(2)
    assert await content(store) == (2, {"a": b"1"})


async def test_a_write_to_an_unknown_session_is_refused_and_makes_none(place: Place):
    store = place.open()
    assert await refused(store, "s", NOBODY) is None
    assert await store.count() == 0
    assert (await take(store)).saved.is_empty


async def test_a_refused_write_does_not_renew_the_life(place: Place):
    store = place.open()
    await take(store, ttl=place.short)
    await refused(store, "s", NOBODY)
    await place.outlive()
    assert await store.count() == 0


async def test_a_life_of_0_forgets_the_session_at_once(place: Place):
    hand = await take(place.open())
    await hand.save(1, {"a": b"1"})
    await hand.save(2, {"b": b"2"}, 0)
    assert await hand.store.count() == 0
    assert await refused(hand.store, "s", hand.claim) is None
    assert await content(hand.store) == (0, {})


async def test_a_new_session_gets_the_values_of_its_source_and_saves_none_of_them(place: Place):
    old = await take(place.open(), "old")
    await old.save(7, {"a": b"1"})
    assert await content(old.store, "new", source="old") == (0, {"a": b"1"})
    assert await content(old.store, "new") == (0, {})
    await old.save(8)
    assert await content(old.store, "old") == (8, {"a": b"1"})


async def test_a_known_session_gets_nothing_from_a_source(place: Place):
    store = place.open()
    for session in ("old", "new"):
        await (await take(store, session)).save(7, {session: b"1"})
    assert await content(store, "new", source="old") == (7, {"new": b"1"})


async def test_a_source_that_is_unknown_gives_nothing(place: Place):
    store = place.open()
    assert await content(store, "new", source="nobody") == (0, {})
    assert await content(store, "itself", source="itself") == (0, {})


async def test_a_source_is_not_renewed(place: Place):
    store = place.open()
    await take(store, "old", place.short)
    await take(store, "new", source="old")
    await place.outlive()
    assert await store.count() == 1


async def test_n07_what_is_still_there_when_its_life_is_over_is_given_back(place: Place):
    hand = await take(place.open())
    await hand.save(4, {"a": b"1"}, place.short)
    await place.outlive()
    assert await hand.store.count() == 0
    if place.forgets:
        assert await refused(hand.store, "s", hand.claim) is None
        assert await content(hand.store) == (0, {})
    else:
        await hand.save(5, {}, place.short)
        assert await content(hand.store) == (5, {"a": b"1"})
        assert await hand.store.count() == 1


@pytest.mark.parametrize("renew", ["claim", "save"])
async def test_every_call_renews_the_life(place: Place, renew: str):
    hand = await take(place.open(), ttl=place.short)
    if renew == "claim":
        await take(hand.store)
    else:
        await hand.save(1)
    await place.outlive()
    assert not await has_ended(hand.store, "s")
    assert await hand.store.count() == 1


async def test_a_short_life_ends_among_long_ones(place: Place):
    store = place.open()
    for session, ttl in (("a", LONG), ("b", place.short), ("c", LONG)):
        await take(store, session, ttl)
    await place.outlive()
    assert await store.count() == 2


async def test_n05_a_store_that_goes_on_is_in_one_life_for_everybody(place: Place):
    first, second = place.open(), place.open()
    ttl = await first.incarnation()
    await take(first)
    assert await second.incarnation() == await first.incarnation() == ttl


async def test_all_stores_of_a_place_count_its_sessions(place: Place):
    first, second = place.open(), place.open()
    await first.claim("a", LONG)
    await second.claim("b", LONG)
    await second.claim("a", LONG)
    assert await first.count() == await second.count() == 2


async def test_of_claims_at_once_each_has_its_own_epoch(place: Place):
    stores = [place.open() for _ in range(4)]
    claims = [store.claim("s", LONG) for store in stores * 10]
    epochs = {saved.claim.epoch for saved in await asyncio.gather(*claims)}
    assert len(epochs) == 40


async def test_a_save_is_seen_whole_or_not_at_all(place: Place):
    writer, reader = place.open(), place.open()
    is_over = False

    async def write() -> None:
        for number in itertools.count(1):
            hand = await take(writer)
            text = b"%d" % number
            with contextlib.suppress(Fenced):
                await hand.save(number, {"a": text, "b": text * 1000})
            if is_over:
                return
            await asyncio.sleep(0)

    task = asyncio.create_task(write())
    seen: set[object] = set()
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
    hands = [await take(store, f"s{number}") for number in range(50)]
    saves = [hand.save(1, {"p": bytes(10_000)}) for hand in hands]
    waiting = [asyncio.ensure_future(save) for save in saves]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*waiting)
