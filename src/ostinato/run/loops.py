"""Loops: `asyncio.get_event_loop()` in a script gives a loop, as in a program's main thread."""

import asyncio
from typing import Any

from ostinato.run.run import Run, running


class ScriptLoops(asyncio.AbstractEventLoopPolicy):
    """A policy that gives each session a loop that asks for one, and leaves all else to another.

    It is in force while it is entered.
    """

    def __init__(self) -> None:
        self._other: Any = None

    def __enter__(self) -> None:
        """Take the place of the policy that is in force."""
        self._other = asyncio.get_event_loop_policy()
        asyncio.set_event_loop_policy(self)

    def __exit__(self, *_: object) -> None:
        """Leave it to that one again, unless somebody has set a third."""
        if asyncio.get_event_loop_policy() is self:
            asyncio.set_event_loop_policy(self._other)

    def get_event_loop(self) -> asyncio.AbstractEventLoop:
        """Return the loop of this thread; a run that has none gets that of its session.

        Raises:
            RuntimeError: If there is none, and this is no run.
        """
        run = running.get(None)
        try:
            loop: asyncio.AbstractEventLoop = self._other.get_event_loop()
        except RuntimeError:
            if run is None:
                raise
            loop = self._loop_of(run)
            self.set_event_loop(loop)
        return loop

    def _loop_of(self, run: Run) -> asyncio.AbstractEventLoop:
        loop = run.home.loop
        # A thread of the script may be running it.
        if loop is None or loop.is_closed() or loop.is_running():
            loop = run.home.loop = self.new_event_loop()
        return loop

    def set_event_loop(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Set the loop of this thread."""
        run = running.get(None)
        if run is not None:
            run.has_set_loop = True
        self._other.set_event_loop(loop)

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        """Make a loop."""
        loop: asyncio.AbstractEventLoop = self._other.new_event_loop()
        return loop

    def get_child_watcher(self) -> Any:
        """Return what waits for processes that loops have started."""
        return self._other.get_child_watcher()

    def set_child_watcher(self, watcher: Any) -> None:
        """Set what does."""
        self._other.set_child_watcher(watcher)


def leave_loop(run: Run) -> None:
    """Have the next run in this thread, perhaps of another session, find no loop of this one."""
    if run.has_set_loop:
        asyncio.set_event_loop(None)
