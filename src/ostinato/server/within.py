"""Within: a call that may wait for others, and how long it may in all."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what a call does, or leave it to itself if it takes too long.

    Libraries bound each step of a request: who sends a byte now and then is never over.

    Args:
        seconds: How long it may take.
        call: What may wait.

    Raises:
        TimeoutError: If it takes longer.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(call())
        except BaseException as error:  # noqa: BLE001  (it is raised where it is waited for)
            failed.append(error)

    thread = threading.Thread(target=run, name="ostinato-within", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed.pop()  # (which no list of its own frames is to keep alive)
    if not done:
        raise TimeoutError(f"not over within {seconds:g} s")
    return done[0]
