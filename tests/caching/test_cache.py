import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ostinato.caching.cache import Cache, Settings, Unkept
from ostinato.caching.caches import Caches, FunctionVersion
from ostinato.caching.making import Maker, Making
from ostinato.caching.refresh import refresh

PATIENCE = 10.0


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def me() -> Maker:
    return Maker(threading.get_ident(), threading.current_thread().is_alive)


def wait(making: Making) -> None:
    assert making.done.wait(PATIENCE)


def ask(cache: Cache, key: bytes, make: Callable[[], Any]) -> Any:
    return cache.obtain(key, lambda: (make(), None), me(), wait).value


def together(count: int, function: Callable[[], object]) -> None:
    threads = [threading.Thread(target=function) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_k02_a_hundred_threads_make_a_value_once() -> None:
    cache, calls, found, ready = Cache("f", Settings()), [], [], threading.Barrier(100)

    def make() -> list[int]:
        calls.append(1)
        return [1]

    def call() -> None:
        ready.wait(PATIENCE)
        found.append(ask(cache, b"a", make))

    together(100, call)
    assert (len(calls), found) == (1, [[1]] * 100)
    assert len({id(each) for each in found}) == 100


def test_k02_no_key_waits_for_another() -> None:
    cache, is_over, is_made = Cache("f", Settings()), threading.Event(), threading.Event()

    def slow() -> int:
        is_made.set()
        assert is_over.wait(PATIENCE)
        return 1

    thread = threading.Thread(target=ask, args=[cache, b"a", slow])
    thread.start()
    assert is_made.wait(PATIENCE)
    assert ask(cache, b"b", lambda: 2) == 2
    cache.clear(b"c")
    is_over.set()
    thread.join(PATIENCE)
    assert ask(cache, b"a", lambda: 3) == 1


def test_k01_an_exception_is_not_kept_and_who_waits_tries_itself() -> None:
    cache, is_first, results = Cache("f", Settings()), [True], []
    is_waited_for = threading.Event()

    def make() -> int:
        if is_first.pop():
            assert is_waited_for.wait(PATIENCE)
            is_first.append(False)
            raise ValueError("no")
        return 1

    def first() -> None:
        with pytest.raises(ValueError, match="no"):
            ask(cache, b"a", make)

    def second() -> None:
        def note_and_wait(making: Making) -> None:
            is_waited_for.set()
            wait(making)

        made = cache.obtain(b"a", lambda: (make(), None), me(), note_and_wait)
        results.append(made.value)

    thread = threading.Thread(target=first)
    thread.start()
    while cache.maker_of(b"a") is None:
        assert thread.is_alive()
    second()
    thread.join(PATIENCE)
    assert results == [1]


def test_k02_threads_that_would_wait_for_each_other_do_not() -> None:
    one, other = Cache("one", Settings()), Cache("other", Settings())
    both = threading.Barrier(2)

    def call(first: Cache, second: Cache) -> None:
        def inner() -> int:
            both.wait(PATIENCE)
            return ask(second, b"a", lambda: 1)

        assert ask(first, b"a", inner) == 1

    threads = [threading.Thread(target=call, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_k02_a_function_that_calls_itself_alike_is_called() -> None:
    cache, depth = Cache("f", Settings()), [0]

    def make() -> int:
        depth[0] += 1
        return 1 if depth[0] == 3 else ask(cache, b"a", make)

    assert ask(cache, b"a", make) == 1


def test_k02_what_a_maker_that_is_gone_was_to_make_is_anothers_to_make() -> None:
    cache, is_alive = Cache("f", Settings()), [True]
    gone = cache.claim(b"a", Maker("gone", lambda: is_alive[0]))
    assert gone is not None
    assert cache.claim(b"a", me()) is None
    is_alive.clear()
    is_alive.append(False)
    assert ask(cache, b"a", lambda: 1) == 1
    # Should it come to its end all the same, that is nothing.
    cache.make(b"a", lambda: (2, None), gone)
    cache.give_up(b"a", gone)
    assert ask(cache, b"a", lambda: 3) == 1


def test_k04_what_is_cleared_while_it_is_made_is_not_kept() -> None:
    cache = Cache("f", Settings())

    def make() -> int:
        cache.clear()
        return 1

    assert ask(cache, b"a", make) == 1
    assert ask(cache, b"a", lambda: 2) == 2


def test_k04_an_entry_lives_for_its_ttl() -> None:
    clock = Clock()
    cache = Cache("f", Settings(ttl=10), clock)
    assert ask(cache, b"a", lambda: 1) == 1
    clock.now = 9.9
    assert ask(cache, b"a", lambda: 2) == 1
    clock.now = 10
    assert ask(cache, b"a", lambda: 3) == 3


def test_k04_the_entry_that_was_used_longest_ago_goes_first() -> None:
    cache = Cache("f", Settings(max_entries=2))
    for key in (b"a", b"b", b"a", b"c"):
        ask(cache, key, lambda: 1)
    assert [key for key, _ in cache.entries()] == [b"a", b"c"]


def test_k04_entries_take_no_more_bytes_than_they_may(caplog: pytest.LogCaptureFixture) -> None:
    cache = Cache("f", Settings(max_size=2500))
    for key in (b"a", b"b", b"c"):
        ask(cache, key, lambda: "x" * 1000)
    assert [key for key, _ in cache.entries()] == [b"b", b"c"]
    assert ask(cache, b"d", lambda: "x" * 5000) == "x" * 5000
    assert [key for key, _ in cache.entries()] == [b"d"]
    assert "larger than the cache" in caplog.text


def test_k04_a_budget_counts_for_the_data_of_all_functions() -> None:
    clock = Clock()
    caches = Caches(clock)
    one, other = (caches.of(FunctionVersion("", name, ""), Settings()) for name in ("one", "other"))
    resources = caches.of(FunctionVersion("", "resource", ""), Settings("resource"))
    for cache, key in ((one, b"a"), (other, b"a"), (one, b"b"), (resources, b"a")):
        clock.now += 1
        ask(cache, key, lambda: "x" * 1000)
    caches.shrink(2500)
    assert (one.count, other.count, resources.count) == (1, 1, 1)
    assert sum(figures.bytes for figures in caches.figures() if figures.kind == "data") < 2500


def test_k03_a_resource_is_the_same_object_and_is_let_go_of_once() -> None:
    released: list[Any] = []
    cache = Cache("f", Settings("resource", max_entries=1))
    cache.on_release = released.append
    one = ask(cache, b"a", list)
    assert ask(cache, b"a", list) is one
    other = ask(cache, b"b", lambda: [2])
    assert released == [[]]
    assert released[0] is one
    cache.clear()
    cache.clear()
    assert released[1] is other
    assert len(released) == 2


def test_k03_a_resource_that_is_no_good_any_more_is_made_again() -> None:
    cache, released = Cache("f", Settings("resource")), []
    cache.validate = lambda value: value != ["bad"]
    cache.on_release = released.append
    one = ask(cache, b"a", lambda: ["good"])
    one[0] = "bad"
    assert ask(cache, b"a", lambda: ["new"]) == ["new"]
    assert released == [["bad"]]


def test_k03_an_error_in_on_release_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    cache = Cache("f", Settings("resource"))
    cache.on_release = lambda value: 1 / 0
    ask(cache, b"a", list)
    cache.clear()
    assert "f: on_release failed" in caplog.text
    assert cache.count == 0


def test_k03_data_that_cannot_be_copied_is_refused() -> None:
    cache = Cache("f", Settings())
    with pytest.raises(Unkept) as caught:
        ask(cache, b"a", threading.Lock)
    assert type(caught.value.value) is type(threading.Lock())
    assert ask(cache, b"a", lambda: 1) == 1


def stale(clock: Clock) -> Cache:
    cache = Cache("f", Settings(ttl=10, is_background=True), clock)
    ask(cache, b"a", lambda: 1)
    clock.now = 15
    return cache


def made_again(cache: Cache, make: Callable[[], Any]) -> None:
    refresh(cache, b"a", make)
    making = cache.maker_of(b"a")
    if making is not None:
        wait(making)


def test_k08_what_is_stale_is_given_and_made_again() -> None:
    clock = Clock()
    cache = stale(clock)
    found = cache.find(b"a")
    assert found is not None
    assert found.entry is not None
    assert (found.value, cache.is_stale(found.entry)) == (1, True)
    made_again(cache, lambda: 2)
    assert ask(cache, b"a", lambda: 3) == 2
    clock.now = 40
    assert ask(cache, b"a", lambda: 4) == 4


def test_k08_it_is_made_again_by_one_thread_at_a_time() -> None:
    cache, calls, is_over = stale(Clock()), [], threading.Event()

    def make() -> int:
        calls.append(1)
        assert is_over.wait(PATIENCE)
        return 2

    refresh(cache, b"a", make)
    making = cache.maker_of(b"a")
    assert making is not None
    for _ in range(5):
        refresh(cache, b"a", make)
    is_over.set()
    wait(making)
    assert calls == [1]


def test_k08_a_failure_keeps_what_is_stale_and_is_tried_again_later(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = Clock()
    cache = stale(clock)
    calls = []

    def fail() -> int:
        calls.append(1)
        raise ValueError("no")

    made_again(cache, fail)
    assert "f: it could not be made again" in caplog.text
    made_again(cache, fail)
    assert (calls, ask(cache, b"a", lambda: 3)) == ([1], 1)
    clock.now += 9
    cache.stale_for = 10
    made_again(cache, fail)
    assert calls == [1]
    clock.now += 1
    made_again(cache, lambda: 4)
    assert ask(cache, b"a", lambda: 3) == 4


def test_k08_a_resource_that_was_made_again_lets_go_of_the_one_before() -> None:
    clock, released = Clock(), []
    cache = Cache("f", Settings("resource", ttl=10, is_background=True), clock)
    cache.on_release = released.append
    one = ask(cache, b"a", list)
    clock.now = 15
    made_again(cache, lambda: one)
    assert released == []
    clock.now = 30
    made_again(cache, lambda: [2])
    assert released == [one]


class Machine(RuleBasedStateMachine):
    """A cache beside a list that does the same slowly."""

    LIFE, MOST = 5, 3

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.cache = Cache("f", Settings(ttl=self.LIFE, max_entries=self.MOST), self.clock)
        self.model: list[tuple[bytes, float, int]] = []
        self.calls = 0

    def make(self) -> int:
        self.calls += 1
        return self.calls

    @rule(key=st.sampled_from([b"a", b"b", b"c", b"d"]))
    def ask(self, key: bytes) -> None:
        self.model = [each for each in self.model if self.clock.now - each[1] < self.LIFE]
        known = next((each for each in self.model if each[0] == key), None)
        if known is None:
            known = key, self.clock.now, self.calls + 1
            self.model = self.model[-(self.MOST - 1) :]
        else:
            self.model.remove(known)
        self.model.append(known)
        assert ask(self.cache, key, self.make) == known[2]

    @rule(seconds=st.integers(1, 6))
    def wait(self, seconds: int) -> None:
        self.clock.now += seconds

    @rule(key=st.sampled_from([b"a", b"b", None]))
    def clear(self, key: bytes | None) -> None:
        self.cache.clear(key)
        self.model = [each for each in self.model if key not in (None, each[0])]

    @invariant()
    def has_no_more_than_it_may(self) -> None:
        assert self.cache.count <= self.MOST
        assert self.cache.maker_of(b"a") is None


TestMachine = Machine.TestCase
TestMachine.settings = settings(max_examples=60, deadline=None)


STEP = st.tuples(st.sampled_from(["ask", "clear", "fail"]), st.sampled_from([b"a", b"b"]))


def fail() -> Any:
    raise ValueError


def follow(cache: Cache, steps: list[tuple[str, bytes]], wrong: list[Any]) -> None:
    for what, key in steps:
        if what == "clear":
            cache.clear(key)
            continue
        try:
            found = ask(cache, key, fail if what == "fail" else lambda key=key: [key])
        except ValueError:
            continue
        wrong += [] if found == [key] else [(key, found)]
        found.append("changed")


@settings(max_examples=15, deadline=None)
@given(todo=st.lists(st.lists(STEP, max_size=12), min_size=2, max_size=6))
def test_k02_threads_find_only_what_was_made_for_their_key(todo: Any) -> None:
    cache, wrong = Cache("f", Settings(max_entries=1)), []
    threads = [threading.Thread(target=follow, args=[cache, each, wrong]) for each in todo]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    assert wrong == []
    assert [cache.maker_of(key) for key in (b"a", b"b")] == [None, None]


@pytest.mark.parametrize("settings", [Settings(), Settings(ttl=3600), Settings(max_entries=10_000)])
def test_k04_to_keep_one_more_does_not_mean_to_look_at_all_others(settings: Settings) -> None:
    cache = Cache("f", settings)
    entries = cache._entries = Counting()  # noqa: SLF001
    for number in range(100):
        ask(cache, number.to_bytes(2), object().__hash__)
    assert entries.looks <= 1


class Counting(OrderedDict[bytes, Any]):
    looks = 0

    def __iter__(self) -> Any:
        self.looks += 1
        return super().__iter__()

    def items(self) -> Any:
        self.looks += 1
        return super().items()
