"""Pool: the threads that scripts run in, as many as are needed, up to a bound."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

WARM = 8
"""Idle threads that stay: to start one costs more than most runs."""

IDLE = 30.0
"""Seconds after which other idle threads end."""

AT_ONCE = 1
"""Short calls that run at once: more of them only take the interpreter from one another."""

SLOW_AFTER = 0.002
"""Seconds after which a call is not short: it is likely to wait for something."""


MOST_VAIN = 20
"""Looks at whether something waits, after which whoever looks has to be woken."""

LONGEST_PAUSE = 0.1
"""Seconds between two looks while the system grants no more threads."""


class Call(NamedTuple):
    """What a thread is to do, and who waits for it."""

    future: Future[Any]
    function: Callable[[], Any]


class ScriptThreads:
    """Threads that a process does not wait for when it ends.

    The standard pool joins its threads at exit, so that a script in an endless loop, or a long
    sleep, would keep a stopped server alive. The thread that was idle last is taken first: it is
    the one still in the caches, and the others can end. A few calls run at once, and besides them
    all that have not ended in a moment: so short runs are not cut into pieces, and none waits for
    one that is long.

    Args:
        limit: How many scripts run at once; more wait their turn.
        at_once: How many of these may be short.
        idle: Seconds after which a thread that has nothing to do ends.
        warm: How many of them stay all the same.
        on_call: Called with every call that comes, by whoever brings it.
    """

    def __init__(
        self,
        limit: int,
        *,
        at_once: int = AT_ONCE,
        idle: float = IDLE,
        warm: int = WARM,
        on_call: Callable[[], object] | None = None,
    ) -> None:
        self._limit = limit
        self._at_once = at_once
        self._idle_time = idle
        self._warm = warm
        self._on_call = on_call
        self._lock = threading.Lock()
        self._threads: set[_Thread] = set()
        self._idle: list[_Thread] = []
        self._waiting: deque[Call] = deque()
        self._short: dict[_Thread, float] = {}
        self._watch = threading.Condition(self._lock)
        self._watcher: threading.Thread | None = None
        self._is_watching = False
        self._is_open = True

    @property
    def busy(self) -> int:
        """How many threads are in a call, or have not let go of its traces yet."""
        with self._lock:
            return len(self._threads) - len(self._idle)

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function in one of the threads, as soon as one is free.

        Raises:
            RuntimeError: If the pool was shut down, or there are no threads and can be none.
        """
        future: Future[T] = Future()
        call = Call(future, partial(function, *args, **kwargs))
        if self._on_call is not None:
            self._on_call()
        with self._lock:
            if not self._is_open:
                raise RuntimeError("script threads: must be open, got a call after their shutdown")
            if self._idle and not self._waiting and self._has_room():
                self._hand(self._idle.pop(), call)
                return future
            self._waiting.append(call)
            self._start_waiting()
            if not self._threads:
                self._waiting.remove(call)
                raise RuntimeError("script threads: the system must grant at least one, got none")
        return future

    def abandon(self, future: Future[Any]) -> None:
        """Count the thread of a call as lost: another takes its place, and nobody waits for it.

        When the call ends in spite of all, so does the thread.
        """
        with self._lock:
            lost = next((each for each in self._threads if each.future is future), None)
            if lost is None:
                return
            self._threads.remove(lost)
            self._short.pop(lost, None)
            self._start_waiting()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let each thread end after what it is doing.

        Args:
            wait: Whether to return only then.
            cancel_futures: Whether to drop the calls that have not begun.
        """
        with self._lock:
            self._is_open = False
            self._watch.notify()
            dropped = list(self._waiting) if cancel_futures else []
            if cancel_futures:
                self._waiting.clear()
            threads = list(self._threads)
            for thread in self._idle:
                thread.hand(None)
            self._threads.difference_update(self._idle)
            self._idle.clear()
        for call in dropped:
            call.future.cancel()
        for thread in threads if wait else ():
            thread.join()

    # With the lock held.

    def _start_waiting(self) -> None:
        """Start what waits while there is room, and see to it that the rest is looked at."""
        while self._waiting and self._has_room():
            if self._idle:
                self._hand(self._idle.pop(), self._waiting.popleft())
            elif len(self._threads) >= self._limit or not self._add():
                break
        if self._waiting:
            self._look_later()

    def _has_room(self) -> bool:
        """Return whether one more short call may begin."""
        if len(self._short) < self._at_once or not self._is_open:
            return True
        latest = time.monotonic() - SLOW_AFTER
        for thread in [thread for thread, began in self._short.items() if began <= latest]:
            del self._short[thread]
        return len(self._short) < self._at_once

    def _hand(self, thread: "_Thread", call: Call) -> None:
        self._short[thread] = time.monotonic()
        thread.hand(call)

    def _add(self) -> bool:
        """Have another thread begin with what waits; False if the system grants none."""
        thread = _Thread(self._serve, f"script-{len(self._threads) + 1}")
        try:
            thread.start()
        except RuntimeError:
            return False
        self._threads.add(thread)
        self._hand(thread, self._waiting.popleft())
        return True

    def _look_later(self) -> None:
        """Have the watcher look at what waits, though no call should end and none come."""
        if self._watcher is None:
            watcher = threading.Thread(target=self._look, name="script-watch", daemon=True)
            try:
                watcher.start()
            except RuntimeError:
                return  # Whoever ends a call looks, too.
            self._watcher = watcher
        if not self._is_watching:
            self._watch.notify()

    # In threads of its own.

    def _look(self) -> None:
        vain, pause = 0, SLOW_AFTER
        with self._lock:
            while self._is_open:
                # To be woken costs more than some looks in vain: what waits comes in crowds.
                self._is_watching = vain < MOST_VAIN
                self._watch.wait(pause if self._is_watching else None)
                before = len(self._waiting)
                self._start_waiting()
                can_start = bool(self._idle) or len(self._threads) < self._limit
                vain = 0 if self._waiting and can_start else vain + 1
                # The system may have refused a thread.
                is_stuck = self._has_room() and len(self._waiting) == before > 0
                pause = min(2 * pause, LONGEST_PAUSE) if is_stuck else SLOW_AFTER

    def _serve(self, thread: "_Thread") -> None:
        process = os.getpid()
        call = thread.mailbox.get()
        while call is not None:
            settle = _outcome_of(call)
            if os.getpid() != process:
                # A copy that the call has forked: it ends with its only thread.
                return
            # The next wait may be long, and this thread may be slow to come to it: whoever is told
            # that the call is done can rely on nothing of it being held here.
            del call
            is_going_on = self._stand_by(thread)
            # The last thing: whoever is woken needs the interpreter, which this thread has.
            settle()
            del settle
            call = self._next(thread) if is_going_on else None

    def _stand_by(self, thread: "_Thread") -> bool:
        """Count the thread among the idle ones; False if it is to end."""
        with self._lock:
            if thread not in self._threads:
                return False
            self._short.pop(thread, None)
            if not self._is_open and not self._waiting:
                self._threads.remove(thread)
                return False
            thread.future = None
            self._idle.append(thread)
            self._start_waiting()
        return True

    def _next(self, thread: "_Thread") -> Call | None:
        """Wait for more to do; None if the thread is to end."""
        while True:
            try:
                return thread.mailbox.get(timeout=self._idle_time)
            except Empty:
                with self._lock:
                    # If it is not among the idle ones, a call is on its way.
                    if thread in self._idle and len(self._idle) > self._warm:
                        self._idle.remove(thread)
                        self._threads.remove(thread)
                        return None


class _Thread(threading.Thread):
    """A thread, and where it is told what to do."""

    def __init__(self, serve: "Callable[[_Thread], None]", name: str) -> None:
        super().__init__(name=name, daemon=True)
        self.mailbox: SimpleQueue[Call | None] = SimpleQueue()
        self.future: Future[Any] | None = None
        self._serve = serve

    def hand(self, call: Call | None) -> None:
        """Hand it something to do; None is the end. The pool's lock must be held."""
        self.future = None if call is None else call.future
        self.mailbox.put(call)

    def run(self) -> None:
        self._serve(self)


def _outcome_of(call: Call) -> Callable[[], None]:
    """Do what is asked, and return what tells the one who asked."""
    future, function = call
    if not future.set_running_or_notify_cancel():
        return _nothing
    try:
        return partial(future.set_result, function())
    except BaseException as error:  # noqa: BLE001  (it is the caller's to handle)
        return partial(future.set_exception, error)


def _nothing() -> None:
    """Tell nobody: the call was cancelled."""
