"""ElementList: the elements of one type on the page."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar, overload

from ostinato.testing.element import Element

E = TypeVar("E", bound=Element)


class ElementList(Sequence[E], Generic[E]):
    """The elements of one type, in reading order; inputs can be had by key."""

    def __init__(self, type: str, elements: Sequence[E]) -> None:
        self._type = type
        self._elements = elements

    def __len__(self) -> int:
        """Count them."""
        return len(self._elements)

    @overload
    def __getitem__(self, index: int) -> E: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[E]: ...

    def __getitem__(self, index: int | slice) -> E | Sequence[E]:
        """Return one by its place, or several."""
        try:
            return self._elements[index]
        except IndexError:
            raise IndexError(
                f"{self._type}: there are {len(self)} on the page, got index {index}"
            ) from None

    def __call__(self, key: str) -> E:
        """Return the one with this key.

        Raises:
            KeyError: If there is none.
        """
        for element in self._elements:
            if element.key == str(key):
                return element
        raise KeyError(f"{self._type}: there is none with key={key!r}: {self._known()}")

    def _known(self) -> str:
        """Say which keys there are, and what to do where there are none."""
        known = [element.key for element in self._elements if element.key is not None]
        unnamed = len(self) - len(known)
        if not unnamed:
            return f"the page has {known}"
        have = f"the page has {known}, and {unnamed}" if known else f"the page has {unnamed}"
        return (
            f"{have} without a key: take one by its place, as [0], or give it a key in the script"
        )

    def __eq__(self, other: object) -> bool:
        """Compare with a list."""
        return list(self) == list(other) if isinstance(other, list | ElementList) else False

    def __repr__(self) -> str:
        """Show the elements."""
        return repr(list(self._elements))

    @property
    def values(self) -> list[Any]:
        """The values of all."""
        return [element.value for element in self._elements]
