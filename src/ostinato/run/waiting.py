"""Waiting: for what another makes, as long as the run that waits may go on."""

import threading
import time
from collections.abc import Callable

from ostinato.caching.making import Maker, Making
from ostinato.run.run import Run

LOOK_EVERY = 0.1
"""Seconds after which who waits looks whether it is still to wait."""


def maker_here(run: Run | None) -> Maker:
    """Return who makes what this code makes: a thread, as long as its run or itself goes on."""
    return Maker(threading.get_ident(), life_of(run))


def life_of(run: Run | None) -> Callable[[], bool]:
    """Return what says whether the code that calls this may still come to its end."""
    if run is not None and run.own.thread == threading.get_ident():
        own = run.own
        return lambda: own.outcome is None
    return threading.current_thread().is_alive


def waiting(run: Run | None) -> Callable[[Making], None]:
    """Return what waits until something is made, or its maker is gone; Stop ends that."""

    def wait(making: Making) -> None:
        while not making.done.wait(LOOK_EVERY):
            look(run)
            if not making.maker.is_alive():
                return

    return wait


def pause(run: Run | None, seconds: float) -> None:
    """Wait for some time; Stop ends that."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        threading.Event().wait(min(left, LOOK_EVERY))
        look(run)


def look(run: Run | None) -> None:
    """End a run that waits, if it is to end."""
    if run is not None and run.interrupt.asked:
        run.interrupt.check_waiting()
    elif run is not None:
        run.interrupt.heard_at = run.clock()
