"""The pool: bounded, and no obstacle to the end of the process."""

import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest

from ostinato.run.pool import ScriptThreads


@pytest.fixture
def pool() -> Iterator[ScriptThreads]:
    pool = ScriptThreads(2)
    yield pool
    pool.shutdown()


def test_a_call_gives_its_result_or_its_error(pool: ScriptThreads) -> None:
    assert pool.submit(pow, 2, 5).result(10) == 32
    with pytest.raises(ZeroDivisionError):
        pool.submit(divmod, 1, 0).result(10)
    assert pool.submit(pow, 2, 3).result(10) == 8


class Visitor:
    """Somebody whose script runs."""

    def run(self, gate: threading.Event) -> bool:
        return gate.wait(10)


def test_s16_a_call_that_is_done_is_held_by_no_thread(pool: ScriptThreads) -> None:
    visitor, gate = Visitor(), threading.Event()
    known = weakref.ref(visitor)
    future = pool.submit(visitor.run, gate)
    del visitor
    held: list[object] = []
    # The pool's own thread calls this, in the moment in which others hear of the result.
    future.add_done_callback(lambda done: held.append(known()))
    gate.set()
    pool.shutdown()
    assert held == [None]


def test_no_more_than_the_limit_run_at_once(pool: ScriptThreads) -> None:
    barrier = threading.Barrier(2)
    names = [
        pool.submit(lambda: (barrier.wait(10), threading.current_thread().name)[1])
        for _ in range(6)
    ]
    assert {name.result(10) for name in names} == {"script-1", "script-2"}


def test_calls_that_have_not_begun_can_be_dropped(pool: ScriptThreads) -> None:
    gate = threading.Event()
    busy = [pool.submit(gate.wait, 10) for _ in range(2)]
    until(lambda: pool.busy == 2)
    late = pool.submit(pow, 2, 2)
    pool.shutdown(wait=False, cancel_futures=True)
    gate.set()
    assert late.cancelled()
    assert all(future.result(10) for future in busy)


def test_a_call_that_never_ends_does_not_keep_the_process() -> None:
    program = """
import threading
from ostinato.run.pool import ScriptThreads
started = threading.Event()
def forever():
    started.set()
    threading.Event().wait()
ScriptThreads(1).submit(forever)
started.wait()
print("end of the program")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "end of the program\n"


def until(is_true: Callable[[], object]) -> None:
    done = threading.Event()
    for _ in range(10_000):
        if is_true():
            return
        done.wait(0.001)
    raise AssertionError("it did not become true")


def test_short_calls_run_one_after_another_and_none_waits_for_a_long_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = ScriptThreads(20, at_once=1)
    running, most, gate = [0], [0], threading.Event()

    def work() -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        running[0] -= 1

    # All begin at once, with more threads than one to do them.
    long = [pool.submit(gate.wait, 10) for _ in range(10)]
    until(lambda: pool.busy == 10)
    assert pool.submit(pow, 2, 2).result(10) == 4
    # From here on none is long, however slow this machine is.
    monkeypatch.setattr("ostinato.run.pool.SLOW_AFTER", 1000.0)
    for future in [pool.submit(work) for _ in range(500)]:
        future.result(10)
    assert most == [1]
    monkeypatch.undo()
    gate.set()
    assert all(future.result(10) for future in long)
    pool.shutdown()


def test_what_waits_begins_though_no_call_ends_and_none_comes(pool: ScriptThreads) -> None:
    gate = threading.Event()
    long = pool.submit(gate.wait, 10)
    assert pool.submit(pow, 2, 5).result(10) == 32
    gate.set()
    assert long.result(10)


def test_what_waits_begins_also_when_two_calls_end_at_once_in_a_full_pool() -> None:
    pool = ScriptThreads(2)
    gate, hang = threading.Event(), threading.Event()
    both = [pool.submit(gate.wait, 10) for _ in range(2)]
    until(lambda: pool.busy == 2)
    waiting = [pool.submit(hang.wait, 10), pool.submit(pow, 2, 3)]
    # Whoever looks sees for a while that there is no room, and goes to sleep.
    until(lambda: not pool._is_watching)  # noqa: SLF001
    gate.set()
    assert waiting[1].result(10) == 8
    hang.set()
    for future in (*both, waiting[0]):
        assert future.result(10)
    pool.shutdown()


def test_a_thread_that_is_abandoned_makes_room_at_once_and_later() -> None:
    pool = ScriptThreads(2)
    gate, hang = threading.Event(), threading.Event()
    lost = pool.submit(hang.wait, 10)
    held = pool.submit(gate.wait, 10)
    until(lambda: pool.busy == 2)
    waiting = [pool.submit(gate.wait, 10), pool.submit(pow, 2, 3)]
    pool.abandon(lost)
    gate.set()
    assert waiting[1].result(10) == 8
    hang.set()
    for future in (lost, held, waiting[0]):
        assert future.result(10)
    pool.shutdown()


def test_without_a_thread_for_it_a_call_waits_and_none_is_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = ScriptThreads(10)
    hang = threading.Event()
    lost = pool.submit(hang.wait, 10)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        waiting = [pool.submit(pow, 2, 3) for _ in range(3)]
        pool.abandon(lost)
        with pytest.raises(RuntimeError, match="must grant at least one"):
            pool.submit(pow, 2, 4)
    assert pool.submit(pow, 2, 5).result(10) == 32
    assert [future.result(10) for future in waiting] == [8, 8, 8]
    hang.set()
    assert lost.result(10)
    pool.shutdown()


def name() -> str:
    return threading.current_thread().name


def test_n06_the_thread_that_was_idle_last_is_taken_first() -> None:
    pool = ScriptThreads(10)
    gate = threading.Event()
    busy = [pool.submit(gate.wait, 10) for _ in range(5)]
    gate.set()
    assert all(future.result(10) for future in busy)
    until(lambda: not pool.busy)
    used = set()
    for _ in range(20):
        used.add(pool.submit(name).result(10))
        until(lambda: not pool.busy)
    assert len(used) == 1
    pool.shutdown()


def test_n06_threads_that_are_idle_end_but_for_a_few() -> None:
    pool = ScriptThreads(10, idle=0.01, warm=2)
    gate = threading.Event()
    threads: list[threading.Thread] = []

    def work() -> None:
        threads.append(threading.current_thread())
        gate.wait(10)

    busy = [pool.submit(work) for _ in range(10)]
    until(lambda: len(threads) == 10)
    gate.set()
    for future in busy:
        future.result(10)
    until(lambda: sum(thread.is_alive() for thread in threads) == 2)
    assert pool.submit(name).result(10) in {thread.name for thread in threads if thread.is_alive()}
    pool.shutdown()


def test_r08_an_abandoned_thread_makes_room_for_what_waits(pool: ScriptThreads) -> None:
    gate = threading.Event()
    held = [pool.submit(gate.wait, 10) for _ in range(2)]
    waiting = pool.submit(name)
    assert not waiting.done()
    pool.abandon(held[0])
    assert waiting.result(10)
    pool.abandon(held[1])
    pool.abandon(waiting)
    until(lambda: not pool.busy)
    assert pool.submit(pow, 2, 2).result(10) == 4
    pool.shutdown()
    gate.set()
    assert held[0].result(10)


def test_n06_a_system_that_grants_no_more_threads_lets_calls_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = ScriptThreads(10)
    gate = threading.Event()
    held = pool.submit(gate.wait, 10)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        waiting = pool.submit(pow, 2, 3)
    gate.set()
    assert held.result(10)
    assert waiting.result(10) == 8
    pool.shutdown()


def refuse(thread: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize("is_idle", [False, True])
def test_a_call_after_the_shutdown_is_refused(is_idle: bool) -> None:
    pool = ScriptThreads(2)
    gate = threading.Event()
    running = pool.submit(gate.wait, 10)
    if is_idle:
        gate.set()
        until(lambda: not pool.busy)
    pool.shutdown(wait=False)
    with pytest.raises(RuntimeError, match="must be open, got a call after their shutdown"):
        pool.submit(pow, 2, 3)
    gate.set()
    assert running.result(10)
    until(lambda: not pool.busy)


def test_whoever_hears_of_the_end_of_a_call_finds_its_thread_out_of_the_way() -> None:
    pool, gate = ScriptThreads(1), threading.Event()
    busy: list[int] = []
    future = pool.submit(gate.wait)
    future.add_done_callback(lambda _: busy.append(pool.busy))
    gate.set()
    pool.shutdown()
    assert busy == [0]
