"""Refresh: what is stale is made again in a thread, and given as it is until then."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from ostinato.caching.cache import Cache
from ostinato.caching.making import Maker, Making

logger = logging.getLogger("ostinato")

MOST_THREADS = 8
"""How many entries are made again at one time; others wait for their next call."""

_free = threading.BoundedSemaphore(MOST_THREADS)


def refresh(cache: Cache, key: bytes, make: Callable[[], Any]) -> None:
    """Have a stale entry made again, unless that goes on already or has just failed.

    It is made outside of any run: what the function draws is seen by nobody.

    Args:
        cache: Where it is.
        key: Which.
        make: Makes the value.
    """
    if not cache.may_refresh(key) or not _free.acquire(blocking=False):
        return
    ready = threading.Event()
    thread = threading.Thread(
        target=lambda: _make(cache, key, make, making, ready), name="refresh", daemon=True
    )
    making = cache.claim(key, Maker(thread, lambda: not ready.is_set() or thread.is_alive()))
    if making is None:
        _free.release()
        return
    try:
        thread.start()
    except RuntimeError:
        # There are no more threads: it is made when it may not be given any more.
        cache.give_up(key, making)
        _free.release()
    finally:
        ready.set()


def _make(
    cache: Cache,
    key: bytes,
    make: Callable[[], Any],
    making: Making | None,
    ready: threading.Event,
) -> None:
    assert making is not None
    ready.wait()
    has_failed = True
    try:
        cache.make(key, lambda: (make(), None), making)
        has_failed = False
    except Exception:
        logger.exception("%s: it could not be made again, and is given as it was", cache.name)
    finally:
        cache.note_refresh(key, has_failed=has_failed)
        cache.give_up(key, making)
        _free.release()
