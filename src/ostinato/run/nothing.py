"""Nothing: what stands for mappings and objects that do not exist here yet."""

from collections.abc import Generator, Iterator
from typing import Any

from ostinato.errors import StreamlitAPIException
from ostinato.run.run import run_here

MOST_USES = 1_000_000
"""How often a run may ask nothing for something: a loop that waits for it would never end."""

SIZES = {"shape": (0, 0), "size": 0, "rowcount": 0}
"""Attributes that are numbers, by which loops count."""


class Fields(dict[str, Any]):
    """A dict whose items are attributes too; all others are dicts without items."""

    def __missing__(self, key: str) -> "Fields":
        """Return one that is empty."""
        return Fields()

    def __getattr__(self, name: str) -> Any:
        """Return an item."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]


class Nothing:
    """Stands for an object: it is empty and false, and so is all that it gives.

    It can be computed with, compared, iterated, awaited and called, and none of that does anything.
    As a number it is 0, as a string "".
    """

    __slots__ = ()
    __array_ufunc__ = None
    """Has numpy leave computing to this class."""

    def __reduce__(self) -> str:
        """Be the same one in copies, and when it is loaded again."""
        return "NOTHING"

    def __getattr__(self, name: str) -> Any:
        """Return nothing; of what counts, none."""
        if name.startswith("_"):
            raise AttributeError(name)
        return SIZES.get(name, self._used())

    def _kept(self, *item: object) -> None:
        """Keep nothing."""

    __setattr__ = __delattr__ = __setitem__ = __delitem__ = _kept

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do nothing; as a decorator, leave a function as it is."""
        is_decorator = len(args) == 1 and not kwargs and callable(args[0])
        return args[0] if is_decorator and args[0] is not self else self._used()

    def __getitem__(self, key: object) -> "Nothing":
        """Return nothing."""
        return self._used()

    def _used(self) -> "Nothing":
        """Return nothing, if it was not asked for without end.

        Raises:
            StreamlitAPIException: If the run does not seem to do anything else.
        """
        run = run_here()
        if run is not None:
            uses = run.count("nothing") + 1
            if uses > MOST_USES:
                raise StreamlitAPIException(
                    "what is not available in Ostinato yet gives nothing, however often it is"
                    f" asked, got {uses:,} uses in one run: leave out the loop that waits for it"
                )
        return self

    # As a number, and as a string.

    def _same(self, *others: object) -> "Nothing":
        return self

    def _plus(self, other: Any) -> Any:
        return other if isinstance(other, str | bytes | list | tuple) else self

    __add__ = __radd__ = _plus
    __sub__ = __mul__ = __matmul__ = __truediv__ = __floordiv__ = __mod__ = __pow__ = _same
    __rsub__ = __rmul__ = __rmatmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = __rpow__ = _same
    __and__ = __or__ = __xor__ = __lshift__ = __rshift__ = _same
    __rand__ = __ror__ = __rxor__ = __rlshift__ = __rrshift__ = _same
    __neg__ = __pos__ = __abs__ = __invert__ = __round__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = _same
    # As in a table, whose comparison is one more: `(table.a == 1).sum()`.
    __eq__ = __ne__ = _same  # type: ignore[assignment]
    __hash__ = object.__hash__

    def __divmod__(self, other: object) -> "tuple[Nothing, Nothing]":
        """Return nothing, twice."""
        return self, self

    __rdivmod__ = __divmod__

    # No `__index__`: with it, `open` and `os.kill` would take this for file 0, and for process 0.

    def __int__(self) -> int:
        """Return the number."""
        return 0

    __trunc__ = __floor__ = __ceil__ = __int__

    def __float__(self) -> float:
        """Return the number."""
        return 0.0

    def __complex__(self) -> complex:
        """Return the number."""
        return 0j

    def __str__(self) -> str:
        """Return no text."""
        return ""

    def __repr__(self) -> str:
        """Say in errors what it is, of which a user has never heard."""
        return "<not available in Ostinato yet>"

    def __format__(self, spec: str) -> str:
        """Return no text, whatever the format."""
        return ""

    # As something that holds others, and that is waited for.

    def __len__(self) -> int:
        """Count no item."""
        return 0

    def __iter__(self) -> Iterator[Any]:
        """Return no item."""
        return iter(())

    __reversed__ = __iter__

    def __next__(self) -> Any:
        """Say that there is no item."""
        raise StopIteration

    def __contains__(self, item: object) -> bool:
        """Say that nothing is in it."""
        return False

    def __enter__(self) -> "Nothing":
        """Do nothing."""
        return self

    def __exit__(self, *error: object) -> None:
        """Do nothing."""

    def __await__(self) -> "Generator[None, None, Nothing]":
        """Wait for nothing."""
        yield from ()
        return self

    async def __aenter__(self) -> "Nothing":
        """Do nothing."""
        return self

    async def __aexit__(self, *error: object) -> None:
        """Do nothing."""

    def __aiter__(self) -> "Nothing":
        """Return no item."""
        return self

    async def __anext__(self) -> Any:
        """Say that there is no item."""
        raise StopAsyncIteration


NOTHING = Nothing()
