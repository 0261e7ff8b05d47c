"""Pool: the threads that scripts run in, a bounded number of them."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class ScriptThreads(Executor):
    """Threads that a process does not wait for when it ends.

    The standard pool joins its threads at exit, so that a script in an endless loop, or a long
    sleep, would keep a stopped server alive.

    Args:
        limit: How many scripts run at once; more wait their turn.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._work: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def submit(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call a function in one of the threads, as soon as one is free."""
        future: Future[T] = Future()
        self._work.put((future, partial(function, *args, **kwargs)))
        with self._lock:
            if not self._idle.acquire(blocking=False) and len(self._threads) < self._limit:
                name = f"script-{len(self._threads) + 1}"
                thread = threading.Thread(target=self._serve, name=name, daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let each thread end after what it is doing.

        Args:
            wait: Whether to return only then.
            cancel_futures: Whether to drop the calls that have not begun.
        """
        while cancel_futures and not self._work.empty():
            if (item := self._work.get()) is not None:
                item[0].cancel()
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads if wait else ():
            thread.join()

    def _serve(self) -> None:
        while (item := self._work.get()) is not None:
            future, call = item
            is_wanted = future.set_running_or_notify_cancel()
            try:
                result = call() if is_wanted else None
            except BaseException as error:  # noqa: BLE001  (it is the caller's to handle)
                settle = partial(future.set_exception, error)
            else:
                settle = partial(future.set_result, result)
                del result
            # The next wait may be long, and this thread may be slow to come to it: whoever is told
            # that the call is done can rely on nothing of it being held here.
            del item, future, call
            if is_wanted:
                settle()
            del settle
            self._idle.release()
