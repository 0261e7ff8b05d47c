"""Tasks: work behind the scenes, none of which ends unseen.

Whoever starts a task that nobody awaits starts it here. An error in it is ours: it is logged where
it happens, with all its frames, and there is a way on.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

logger = logging.getLogger("ostinato")

Work = Callable[[], Coroutine[Any, Any, None]]

AGAIN_AFTER = 1.0
"""Seconds after which work that is never to end is taken up again."""


def begin(
    work: Work,
    name: str,
    on_failure: Callable[[BaseException], object] | None = None,
    *,
    loop: asyncio.AbstractEventLoop | None = None,
) -> asyncio.Task[None]:
    """Start a task; if it fails, say so.

    Args:
        work: Makes what it does.
        name: Stands for it in the log.
        on_failure: Called with the error: the way on.
        loop: Where; in the loop that runs, without it.
    """
    return (loop or asyncio.get_running_loop()).create_task(_seen(work, name, on_failure))


async def _seen(
    work: Work, name: str, on_failure: Callable[[BaseException], object] | None
) -> None:
    try:
        await work()
    except asyncio.CancelledError:
        raise
    except BaseException as error:
        logger.exception("%s: internal error", name)
        if on_failure is not None:
            on_failure(error)
        if not isinstance(error, Exception):
            raise


def begin_lasting(work: Work, name: str, *, pause: float = AGAIN_AFTER) -> asyncio.Task[None]:
    """Start a task that lasts until it is cancelled: if it fails, it is begun again.

    Args:
        work: Makes what it does.
        name: Stands for it in the log.
        pause: Seconds between a failure and the next beginning.
    """

    async def last() -> None:
        while True:
            try:
                await work()
            except Exception:
                logger.exception("%s: internal error: begun again", name)
            await asyncio.sleep(pause)

    return begin(last, name)
