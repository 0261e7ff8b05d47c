"""Interruption: an end for code of the user that does not call us, raised from another thread."""

import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import ParamSpec, TypeVar

from ostinato.run.traceback import user_stack
from ostinato.state.patience import LetGo

P = ParamSpec("P")
T = TypeVar("T")

IMPORTLIB = "<frozen importlib._bootstrap>"


class Interruption:
    """Raises an exception in the thread that is in a `call`, and only there.

    Python raises it before the next bytecode: not while a function of C, as a long sleep, goes on.

    Args:
        end: What to raise.
    """

    __slots__ = ("_end", "_is_busy", "_thread", "_was_made")

    def __init__(self, end: type[BaseException]) -> None:
        self._end = end
        self._thread: int | None = None
        self._is_busy = False
        self._was_made = False

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function of the user's, which may be interrupted."""
        try:
            self._thread = threading.get_ident()
            return function(*args, **kwargs)
        finally:
            # No call stands between the end of the function and this: what comes later is refused.
            self._thread = None
            if self._was_made:
                self._settle()

    def make(self) -> bool:
        """Interrupt what is called now; False if nothing is. To be called by one thread only."""
        self._is_busy = self._was_made = True
        thread = self._thread
        if thread is not None:
            _raise_in(thread, self._end)
        self._is_busy = False
        return thread is not None

    @property
    def place(self) -> str:
        """Where the thread is that is in a call, for people."""
        return place_of(self._thread)

    def _settle(self) -> None:
        """Have nothing pending that would be raised in our own code."""
        while self._is_busy:
            time.sleep(0)
        _raise_in(threading.get_ident(), None)


class Hold:
    """An interruption of calls that can be abandoned, where interrupting them is in vain.

    Args:
        interruption: Ends them.
    """

    def __init__(self, interruption: Interruption) -> None:
        self._interruption = interruption
        self._lock = threading.Lock()
        self._is_calling = False

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function of the user's.

        Raises:
            LetGo: If the call was abandoned.
        """
        self._is_calling = True
        try:
            return self._interruption.call(function, *args, **kwargs)
        finally:
            with self._lock:
                if not self._is_calling:
                    raise LetGo
                self._is_calling = False

    def abandon(self) -> bool:
        """Let go of the thread that is in a call; False if none is. It is of no use afterwards."""
        with self._lock:
            was_calling, self._is_calling = self._is_calling, False
        return was_calling


def place_of(thread: int | None) -> str:
    """Return where a thread is, in lines of the user's code, and which modules it is importing."""
    frames = sys._current_frames()  # noqa: SLF001  (public but for its name)
    frame = None if thread is None else frames.get(thread)
    if frame is None:
        return "it has ended"
    modules = " > ".join(_modules_under_way(frame))
    where = "\n".join(user_stack(frame)) or "in code that is not the user's"
    return f"importing {modules}\n{where}" if modules else where


def _modules_under_way(frame: FrameType | None) -> list[str]:
    names: list[str] = []
    while frame is not None:
        if frame.f_code.co_filename == IMPORTLIB and frame.f_code.co_name == "_find_and_load":
            names.insert(0, str(frame.f_locals.get("name")))
        frame = frame.f_back
    return names


def _raise_in(thread: int, end: type[BaseException] | None) -> None:
    import ctypes  # noqa: PLC0415  (few runs come to this)

    exception = ctypes.py_object() if end is None else ctypes.py_object(end)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), exception)
