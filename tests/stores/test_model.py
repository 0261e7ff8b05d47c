"""Whatever is asked of them, in whatever order, all stores answer alike."""

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ostinato.errors import StoreError
from ostinato.stores.store import Behind, Fenced, Saved, Store
from services import RedisServer
from stores.places import (
    LONG,
    NOBODY,
    Hand,
    MemoryPlace,
    Place,
    RedisPlace,
    SqlitePlace,
    take,
)

SESSIONS = st.sampled_from(["s", "t"])
NAMES = st.sampled_from(["p", "w", ""])
CHANGES = st.dictionaries(NAMES, st.none() | st.binary(max_size=3))
CALLS = st.one_of(
    st.tuples(st.just("claim"), SESSIONS, st.none() | SESSIONS),
    st.tuples(st.just("over"), SESSIONS),
    st.tuples(
        st.just("save"),
        SESSIONS,
        st.sampled_from(["next", "next", "next", "next", "other", "again", "lost"]),
        st.integers(0, 9),
        CHANGES,
        st.sampled_from([0, LONG, LONG]),
        st.booleans(),
    ),
    st.tuples(st.just("count")),
)


async def answer(store: Store, hands: dict[str, Hand], call: tuple[Any, ...]) -> object:
    """Return what came of a call in words that do not name claims."""
    try:
        return await make(store, hands, call)
    except Fenced as refused:
        return "fenced", refused.holder is None
    except (Behind, StoreError) as refused:
        return type(refused).__name__


async def make(store: Store, hands: dict[str, Hand], call: tuple[Any, ...]) -> object:
    verb, *given = call
    match verb:
        case "claim":
            session, source = given
            last = hands.get(session)
            hands[session] = hand = await take(store, session, source=source)
            assert last is None or last.claim < hand.claim
            return hand.saved.event, dict(hand.saved.values)
        case "over":
            (session,) = given
            if session in hands:
                saved = await store.claim(session, LONG, over=hands[session].claim)
                hands[session] = Hand(store, session, saved)
                return saved.event, dict(saved.values)
            return None
        case "save":
            session, kind, *what, is_whole = given
            hand = hands.get(session) or Hand(store, session, Saved(NOBODY))
            if kind == "other":
                hand = Hand(store, session, Saved(NOBODY))
            elif kind == "again":
                hand.tries = max(0, hand.tries - 1)
            elif kind == "lost":
                hand.tries, hand.done = hand.tries + 2, hand.done + 2
            return await hand.save(*what, is_whole=is_whole)
        case _:
            return await store.count()


async def answers(place: Place, calls: list[tuple[Any, ...]]) -> list[object]:
    async with place:
        store = place.open()
        hands = dict[str, Hand]()
        given = []
        for call in calls:
            given.append(await answer(store, hands, call))
            # No clock stands still.
            place.clock.now += 0.001
        return given


@settings(max_examples=40, deadline=None)
@given(st.lists(CALLS, min_size=5, max_size=30))
def test_all_stores_answer_alike(
    shared_redis: RedisServer, tmp_path_factory: Any, calls: list[tuple[Any, ...]]
):
    folder: Path = tmp_path_factory.mktemp("model")
    places = [
        MemoryPlace(),
        SqlitePlace(folder / "app.db"),
        RedisPlace(f"{shared_redis.url}?prefix={folder.name}:"),
    ]
    expected, *others = [asyncio.run(answers(place, calls)) for place in places]
    for other in others:
        assert other == expected
