"""Patience: what may not end, as a user's `__reduce__` or `__repr__`, is not asked for ever."""

from collections.abc import Callable, Mapping
from operator import is_
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

Key = tuple[str, ...]

MOST = 2
"""Interruptions of one call with the same values after which it is not made again."""


class TooLong(BaseException):
    """Nobody waits any longer for the bytes of a value, or for its text."""


class Endless(TooLong):
    """And nobody will, as long as it is the same value."""


class LetGo(BaseException):
    """The thread that this is raised in was given up: it must not touch anything any more."""


def _plainly(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return function(*args, **kwargs)


class Patience:
    """Calls what may not end, and knows what did not: by the function, and the values by name."""

    def __init__(self) -> None:
        self.call: Callable[..., Any] = _plainly
        """Calls a function, and raises `TooLong` to end it, or `LetGo` after that was in vain."""
        self._under_way: tuple[Key, list[object]] | None = None
        self._endless: dict[Key, tuple[list[object], int]] = {}

    def ask(
        self,
        values: Mapping[str, object],
        function: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Call a function that depends on values, in the thread that runs the script.

        Args:
            values: The values by their names.
            function: What to call.
            args: Its arguments.
            kwargs: Its other arguments.

        Raises:
            TooLong: If it is interrupted.
            Endless: If it has been so too often, or was abandoned, with these values.
        """
        key = function.__name__, *values
        if self._is_endless(key, values):
            raise Endless
        mine = self._under_way = key, [*values.values()]
        try:
            return self.call(function, *args, **kwargs)  # type: ignore[no-any-return]
        except TooLong:
            self._count(1)
            if self._is_endless(key, values):
                raise Endless from None
            raise
        finally:
            # Somebody else's, if this thread was let go of.
            if self._under_way is mine:
                self._under_way = None

    def _is_endless(self, key: Key, values: Mapping[str, object]) -> bool:
        """Return whether a call is not made again; it is once one of its values is another."""
        if key not in self._endless:
            return False
        known, times = self._endless[key]
        if all(map(is_, known, values.values())):
            return times >= MOST
        del self._endless[key]
        return False

    def give_up(self) -> tuple[str, ...]:
        """Note that what is called does not end, whatever is done; return the values' names."""
        names = self._under_way[0][1:] if self._under_way else ()
        self._count(MOST)
        return names

    def forget(self, name: str) -> None:
        """Forget a value."""
        if self._endless:
            self._endless = {key: each for key, each in self._endless.items() if name not in key}

    def _count(self, times: int) -> None:
        if self._under_way is not None:
            (key, values), self._under_way = self._under_way, None
            before = self._endless.get(key, (values, 0))[1]
            self._endless[key] = values, before + times
