"""Threads that a script starts: what they find of it.

Each finds the script's names under `__main__`, as all code of the script does. It draws nothing and
remembers nothing until it is given the run, by `add_script_run_ctx`: then it is one more hand that
draws, into places of its own choice, until another run begins.
"""

import functools
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from ostinato.run.absent import lacking
from ostinato.run.interrupt import Interrupt
from ostinato.run.run import CARRIED, HOME, Run, home_here, run_carried, running

T = TypeVar("T", bound=threading.Thread)

START = "start"


class Beside:
    """A run as another thread sees it that draws, too: at first into the main part of the page.

    It is asked to end by nobody. It goes on when the script has ended, and what it draws is seen
    until another run begins.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self.interrupt = Interrupt(run.canvas.lock, run.clock)
        self.stack = [run.canvas.tree.main]
        self.page = run.page

    @property
    def own(self) -> Run:
        """The run as its own thread sees it."""
        return self._run

    def __getattr__(self, name: str) -> Any:
        """Return what is the same for all threads of the run."""
        if name == "_run":
            raise AttributeError(name)
        return getattr(self._run, name)


class ScriptRunContext:
    """The run that code belongs to, to be given to a thread by `add_script_run_ctx`."""

    __slots__ = ("_run",)

    def __init__(self, run: Run) -> None:
        self._run = run.own
        # The thread may be given the run only when the script has ended.
        self._run.is_shared = True

    @property
    def session_id(self) -> str:
        """Stands for the session: the same in all its runs, and not what lets a browser in."""
        return self._run.home.label

    def __getattr__(self, name: str) -> Any:
        """Refuse what does not exist here.

        Raises:
            AttributeError: Always.
        """
        raise AttributeError(lacking(f"ScriptRunContext.{name}"), name=name)


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRunContext | None:
    """Return the run that this code belongs to; None if there is none.

    Args:
        suppress_warning: Of no effect: there is no warning.
    """
    run = running.get(None) or run_carried()
    return None if run is None else ScriptRunContext(run)


def add_script_run_ctx(
    thread: T | None = None, ctx: ScriptRunContext | None = None
) -> T | threading.Thread:
    """Let a thread draw, and use session state, as part of a run.

    Args:
        thread: The thread, started or not; the current one without it.
        ctx: The run, from `get_script_run_ctx`; the current one without it.

    Returns:
        The thread.

    Example:
        >>> thread = threading.Thread(target=watch, args=[st.empty()])
        >>> add_script_run_ctx(thread).start()
    """
    target = threading.current_thread() if thread is None else thread
    context = ctx or get_script_run_ctx()
    if context is not None:
        run = context._run  # noqa: SLF001  (it is of this module)
        is_of_script = target.ident is not None and target.ident == run.thread and not run.is_over
        if not is_of_script:
            run.home.has_threads = True
            setattr(target, CARRIED, Beside(run))
            setattr(target, HOME, run.home)
    return target


class NamesFollow:
    """Has threads find the script's names that were started by its code, while it is entered."""

    def __init__(self) -> None:
        self._start: Callable[[threading.Thread], None] = threading.Thread.start

    def __enter__(self) -> None:
        """Have each new thread note who starts it."""
        self._start = threading.Thread.start
        setattr(threading.Thread, START, _noting(self._start))

    def __exit__(self, *_: object) -> None:
        """Have threads start as they did before, unless somebody else has changed that since."""
        if getattr(threading.Thread.start, "__wrapped__", None) is self._start:
            setattr(threading.Thread, START, self._start)


def _noting(start: Callable[[threading.Thread], None]) -> Callable[[threading.Thread], None]:
    @functools.wraps(start)
    def started(thread: threading.Thread) -> None:
        home = home_here()
        if home is not None and not hasattr(thread, HOME):
            home.has_threads = True
            setattr(thread, HOME, home)
        start(thread)

    return started
