"""Every store keeps the same promises."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Saved, Store

T = TypeVar("T")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[MemoryStore])
def store(request: pytest.FixtureRequest, clock: Clock) -> Store:
    make: Callable[[Clock], Store] = request.param
    return make(clock)


def run(awaitable: Awaitable[T]) -> T:
    async def main() -> T:
        return await awaitable

    return asyncio.run(main())


def test_an_unknown_session_is_none(store: Store) -> None:
    assert run(store.load("nobody")) is None


def test_what_was_saved_is_loaded(store: Store) -> None:
    run(store.save("s", 3, {"a": b"1", "b": b"2"}, 10))
    assert run(store.load("s")) == Saved(3, {"a": b"1", "b": b"2"})


def test_a_save_changes_only_the_keys_it_names(store: Store) -> None:
    run(store.save("s", 1, {"a": b"1", "b": b"2", "c": b"3"}, 10))
    run(store.save("s", 2, {"b": b"new", "c": None}, 10))
    assert run(store.load("s")) == Saved(2, {"a": b"1", "b": b"new"})


def test_sessions_do_not_share(store: Store) -> None:
    run(store.save("s", 1, {"a": b"1"}, 10))
    run(store.save("t", 2, {"a": b"2"}, 10))
    assert run(store.load("s")) == Saved(1, {"a": b"1"})


def test_every_save_renews_the_life_span(store: Store, clock: Clock) -> None:
    run(store.save("s", 1, {}, 10))
    clock.now = 9
    run(store.save("s", 2, {}, 10))
    clock.now = 18
    assert run(store.load("s")) == Saved(2, {})
    clock.now = 19
    assert run(store.load("s")) is None


def test_an_expired_session_starts_from_nothing(store: Store, clock: Clock) -> None:
    run(store.save("s", 1, {"a": b"1"}, 10))
    clock.now = 11
    run(store.save("s", 2, {"b": b"2"}, 10))
    assert run(store.load("s")) == Saved(2, {"b": b"2"})


def test_a_deleted_session_is_none(store: Store) -> None:
    run(store.save("s", 1, {}, 10))
    run(store.delete("s"))
    run(store.delete("s"))
    assert run(store.load("s")) is None


def test_expired_sessions_leave_the_memory(clock: Clock) -> None:
    store = MemoryStore(clock)
    for number in range(100):
        run(store.save(f"s{number}", 1, {}, 10))
    clock.now = 11
    run(store.save("last", 1, {}, 10))
    assert len(store) == 1
