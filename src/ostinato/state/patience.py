"""Patience: what may not end, as a user's `__reduce__` or `__repr__`, is called once."""

from collections.abc import Callable, Mapping
from operator import is_
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class TooLong(BaseException):
    """Nobody waits any longer for the bytes of a value, or for its text."""


class LetGo(BaseException):
    """The thread that this is raised in was given up: it must not touch anything any more."""


def _plainly(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return function(*args, **kwargs)


class Patience:
    """Calls what may not end, and does not call it again with the same values."""

    def __init__(self) -> None:
        self.call: Callable[..., Any] = _plainly
        """Calls a function, and raises `TooLong` to end it, or `LetGo` after that was in vain."""
        self._under_way: tuple[tuple[str, ...], list[object]] | None = None
        self._endless: dict[tuple[str, ...], list[object]] = {}

    def ask(
        self,
        values: Mapping[str, object],
        function: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Call a function that depends on values, in the thread that runs the script.

        Args:
            values: The values by their names, which with the function's tell what this is.
            function: What to call.
            args: Its arguments.
            kwargs: Its other arguments.

        Raises:
            TooLong: If it does not end with these values, now or earlier.
        """
        key = function.__name__, *values
        known = self._endless.get(key)
        if known is not None and all(map(is_, known, values.values())):
            raise TooLong
        mine = self._under_way = key, [*values.values()]
        try:
            return self.call(function, *args, **kwargs)  # type: ignore[no-any-return]
        except TooLong:
            self.give_up()
            raise
        finally:
            # Somebody else's, if this thread was let go of.
            if self._under_way is mine:
                self._under_way = None

    def give_up(self) -> None:
        """Note that what is being called does not end."""
        if self._under_way is not None:
            key, values = self._under_way
            self._endless[key], self._under_way = values, None
