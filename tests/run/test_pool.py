"""The pool: bounded, and no obstacle to the end of the process."""

import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

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
