"""Resources: objects that a function makes once in a process, for all sessions."""

import functools
import hashlib
import inspect
import pickle
import threading
from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any

Key = tuple[str, bytes]
"""Which function, and which arguments."""

LATER = inspect.CO_COROUTINE | inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR
"""What marks functions whose result can be used up only once."""


class Made:
    """What a function has made of some arguments."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.is_there = False
        self.value: Any = None


class Resources:
    """What functions of scripts have made in this process.

    A function is known by its code, since each run defines it again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[Key, Made] = {}

    def shared(self, function: FunctionType) -> Callable[..., Any]:
        """Make a function that gives what another has made once of the same arguments.

        Arguments whose names begin with an underscore do not count. Where others cannot be told
        apart, since nobody can pickle them, all is made again.
        """
        from ostinato.state.content import code_digest  # noqa: PLC0415  (few scripts need it)

        code = function.__code__
        name = f"{code.co_filename} {function.__qualname__} {code_digest(code)}"

        @functools.wraps(function)
        def give(*args: Any, **kwargs: Any) -> Any:
            arguments = _content(function, args, kwargs)
            if arguments is None:
                return function(*args, **kwargs)
            with self._lock:
                made = self._made.setdefault((name, arguments), Made())
            with made.lock:
                if not made.is_there:
                    made.value = function(*args, **kwargs)
                    made.is_there = True
                return made.value

        def clear(*args: Any, **kwargs: Any) -> None:
            is_all = not args and not kwargs
            self.forget(name, None if is_all else _content(function, args, kwargs))

        give.clear = clear  # type: ignore[attr-defined]
        return give

    def forget(self, name: str | None = None, arguments: bytes | None = None) -> None:
        """Have things made again.

        Args:
            name: By which function; by all without it.
            arguments: Of which arguments; of all without them.
        """
        with self._lock:
            for key in list(self._made):
                if name in (None, key[0]) and arguments in (None, key[1]):
                    del self._made[key]


def _content(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
) -> bytes | None:
    """Return what tells the arguments of a call from others; None if nothing does."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
        bound.apply_defaults()
        counted = {name: each for name, each in bound.arguments.items() if name[:1] != "_"}
        return hashlib.blake2b(pickle.dumps(counted)).digest()
    except Exception:  # noqa: BLE001  (arguments may be anything, and be pickled by their own code)
        return None


resources = Resources()


def shared(function: Any) -> Any:
    """Return a function that calls another once; what can be used up once is not for others."""
    is_plain = isinstance(function, FunctionType) and not function.__code__.co_flags & LATER
    return resources.shared(function) if is_plain else clearable(function)


def clearable(function: Any) -> Any:
    """Return a function, class or method as it is, but that it can be cleared.

    Another function calls what takes no attribute. A class keeps a `clear` of its own.
    """
    is_class = isinstance(function, type)
    if is_class and hasattr(function, "clear"):
        return function
    is_wrapped = isinstance(function, staticmethod | classmethod)
    try:
        clearing = function.__func__ if is_wrapped else function
        clearing.clear = staticmethod(_clear) if is_class else _clear
    except (AttributeError, TypeError):

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            return function(*args, **kwargs)

        return clearable(call)
    return function


def _clear(*args: Any, **kwargs: Any) -> None:
    """Clear what is not cached: nothing."""
