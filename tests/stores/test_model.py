"""Whatever is asked of them, in whatever order, all stores answer alike."""

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ostinato.stores.store import Fenced, Store
from services import RedisServer
from stores.places import LONG, MemoryPlace, Place, RedisPlace, SqlitePlace

SESSIONS = st.sampled_from(["s", "t"])
NAMES = st.sampled_from(["p", "w", ""])
CHANGES = st.dictionaries(NAMES, st.none() | st.binary(max_size=3))
CALLS = st.one_of(
    st.tuples(st.just("claim"), SESSIONS, st.none() | SESSIONS),
    st.tuples(
        st.just("save"),
        SESSIONS,
        st.sampled_from([0, 0, 0, 1, -1]),
        st.integers(0, 9),
        CHANGES,
        st.sampled_from([0, LONG, LONG]),
    ),
    st.tuples(st.just("count")),
)


async def answer(store: Store, epochs: Counter[str], call: tuple[Any, ...]) -> object:
    """Make a call; the epoch of a save counts from that of the last claim."""
    verb, *given = call
    try:
        match verb:
            case "claim":
                saved = await store.claim(given[0], LONG, source=given[1])
                epochs[given[0]] = saved.epoch
                return saved.epoch, saved.event, dict(saved.values)
            case "save":
                session, ahead, *what = given
                return await store.save(session, epochs[session] + ahead, *what)
            case _:
                return await store.count()
    except Fenced as refused:
        return "fenced", refused.epoch


async def answers(place: Place, calls: list[tuple[Any, ...]]) -> list[object]:
    async with place:
        store = place.open()
        epochs = Counter[str]()
        return [await answer(store, epochs, call) for call in calls]


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
