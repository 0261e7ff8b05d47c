"""Parallel: parts of a page that are drawn beside the rest of it, in threads of their own."""

import threading
from collections.abc import Callable
from contextvars import copy_context

from ostinato.run.ends import Stopped
from ostinato.run.run import Failed, Run, running
from ostinato.run.threads import Beside
from ostinato.tree.node import Node

LOOK_EVERY = 0.05
"""Seconds after which a run that waits can be interrupted."""


class Part(Beside):
    """A run as one of its parallel parts sees it; it is asked to end when the run is.

    Args:
        run: The run.
        scope: The part of the page that it lies in.
        node: The container that it stands in.
    """

    def __init__(self, run: Run, scope: str, node: Node) -> None:
        super().__init__(run)
        self.interrupt = run.interrupt
        self.scope = scope
        self.stack = [node]
        self.failed: Failed | None = None


class Parallel:
    """The threads of one run that draw parts of its page.

    Args:
        run: The run.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._threads: list[threading.Thread] = []
        self._ends: list[BaseException] = []
        self._failed: list[Failed] = []

    def start(self, call: Callable[[Run], object], scope: str, node: Node) -> None:
        """Have a part of the page drawn, beside what the caller goes on with.

        Args:
            call: Draws it; it is given the run as that thread sees it.
            scope: The part of the page that it lies in.
            node: The container that it stands in.
        """
        part: Run = Part(self._run, scope, node)  # type: ignore[assignment]
        context = copy_context()
        thread = threading.Thread(target=context.run, args=(self._draw, part, call), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _draw(self, part: Run, call: Callable[[Run], object]) -> None:
        running.set(part)
        try:
            call(part)
        except Exception as error:  # noqa: BLE001  (the run's own thread shows it)
            self._failed.append(part.failed or Failed(error, part.scope, part.stack[0]))
        except BaseException as end:  # noqa: BLE001  (likewise)
            self._ends.append(end)

    def join(self) -> list[Failed]:
        """Wait for all of them, and return what has failed and where.

        Raises:
            EndOfRun: If one has ended the run, and not only itself.
        """
        # A part may begin others.
        while self._threads:
            thread = self._threads.pop()
            while thread.is_alive():
                thread.join(LOOK_EVERY)
        for end in self._ends:
            # The script ends one part by itself, and no other.
            if self._run.interrupt.asked or not isinstance(end, (Stopped, SystemExit)):
                raise end
        return self._failed


def beside(run: Run) -> Parallel:
    """Return what draws parts of the page of a run in threads of their own."""
    own = run.own
    own.parallel = own.parallel or Parallel(own)
    return own.parallel
