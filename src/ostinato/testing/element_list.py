"""Lists of what is on the page: the elements of one type, or the containers."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar, overload

from ostinato.errors import AppTestError
from ostinato.testing.element import Element


class Keyed(Protocol):
    """What may have a key."""

    @property
    def key(self) -> str | None:
        """The key that it was given."""


N = TypeVar("N", bound=Keyed)
E = TypeVar("E", bound=Element)


class NodeList(Sequence[N]):
    """What is on the page of one type, in reading order: by place, or by key.

    Args:
        type: The name of the function that drew it.
        nodes: The elements or containers.
    """

    def __init__(self, type: str, nodes: Sequence[N]) -> None:
        self._type = type
        self._nodes = nodes

    def __len__(self) -> int:
        """Count them."""
        return len(self._nodes)

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._nodes)

    @overload
    def __getitem__(self, index: int) -> N: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[N]: ...

    def __getitem__(self, index: int | slice) -> N | Sequence[N]:
        """Return one by its place, or several."""
        if isinstance(index, slice):
            return type(self)(self._type, self._nodes[index])
        try:
            return self._nodes[index]
        except IndexError:
            raise IndexError(
                f"{self._type}: there are {len(self)} on the page, got index {index}"
            ) from None

    def __call__(self, key: str) -> N:
        """Return the one with this key or, if none has it, with this label.

        Args:
            key: The key that the script has given it, or its label.

        Raises:
            KeyError: If there is none.
            AppTestError: If there are several with this label.
        """
        for node in self._nodes:
            if node.key == str(key):
                return node
        found = [node for node in self._nodes if getattr(node, "label", None) == str(key)]
        if len(found) > 1:
            raise AppTestError(
                f"{self._type}: one must have the label, got {key!r} of {len(found)}: take one by"
                " its place, as [0], or give it a key in the script"
            )
        if not found:
            raise KeyError(f"{self._type}: there is none with key={key!r}: {self._known()}")
        return found[0]

    def _known(self) -> str:
        """Say which keys and labels there are, and what to do where there are none."""
        known = [node.key for node in self._nodes if node.key is not None]
        unnamed = len(self) - len(known)
        if not unnamed:
            return f"the page has {known}"
        have = f"the page has {known}, and {unnamed}" if known else f"the page has {unnamed}"
        labels = [getattr(node, "label", None) for node in self._nodes if node.key is None]
        named = f" ({', '.join(repr(label) for label in labels if label)})" if any(labels) else ""
        return (
            f"{have} without a key{named}: take one by its label or its place, as [0], or give it"
            " a key in the script"
        )

    def __eq__(self, other: object) -> bool:
        """Compare with a list."""
        return list(self) == list(other) if isinstance(other, list | NodeList) else False

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show what is in it."""
        return repr(list(self._nodes))


class ElementList(NodeList[E]):
    """The elements of one type, in reading order; those that have a key can be had by it."""

    @property
    def values(self) -> list[Any]:
        """The values of all."""
        return [element.value for element in self._nodes]


class BlockList(NodeList[N]):
    """The containers of one type, in reading order; those that have a key can be had by it."""
