"""TreeReplica: the tree as the other side of the socket knows it, from edits alone."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ostinato.wire.messages import Append, Clear, Edit, Insert, Move, Remove, Set, Update
from ostinato.wire.props import Fields, Page


class TreeReplica:
    """A copy of a tree that is kept true by applying its edits.

    It is as strict as it can be: an edit that names an unknown node raises KeyError, one that
    names a sibling elsewhere ValueError.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything but the roots."""
        self.props: dict[str, Fields] = {"main": plain(Page())}
        self.values: dict[str, Any] = {"main": None}
        self.children: dict[str, list[str]] = {"main": [], "sidebar": [], "bottom": []}
        self._parents: dict[str, str] = {}

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply edits, in order."""
        for edit in edits:
            match edit:
                case Insert(id, parent, after, props, value):
                    self._insert(id, plain(props), plain(value))
                    self._place(id, parent, after)
                case Move(id, parent, after):
                    self.children[self._parents[id]].remove(id)
                    self._place(id, parent, after)
                case Update(id, fields):
                    self.props[id] = self.props[id] | plain(fields)
                case Append(id, field, text):
                    self.props[id] = self.props[id] | {field: self.props[id][field] + text}
                case Set(id, value) | Clear(id, value):
                    self._set(id, value)
                case Remove(ids):
                    self._remove(ids)

    def walk(self, root: str) -> Iterator[str]:
        """Yield the ids of all nodes below `root`, in reading order."""
        for id in self.children[root]:
            yield id
            yield from self.walk(id)

    def outline(self, root: str) -> list[Any]:
        """Return what lies below `root` as nested lists of props and children."""
        return [
            (id, self.props[id], self.values[id], self.outline(id)) for id in self.children[root]
        ]

    def form_of(self, id: str) -> str:
        """Return the key of the form that a node is in; "" if it is in none."""
        while (id := self._parents.get(id, "")) in self.props:
            if self.props[id]["kind"] == "form":
                return str(self.props[id]["key"])
        return ""

    def _insert(self, id: str, props: Fields, value: Any) -> None:
        if id in self.children:
            raise ValueError(f"insert: ids are unique, got id={id!r} twice")
        self.children[id], self.props[id], self.values[id] = [], props, value

    def _set(self, id: str, value: Any) -> None:
        if id not in self.values:
            raise KeyError(id)
        self.values[id] = plain(value)

    def _place(self, id: str, parent: str, after: str) -> None:
        siblings = self.children[parent]
        siblings.insert(siblings.index(after) + 1 if after else 0, id)
        self._parents[id] = parent

    def _remove(self, ids: Iterable[str]) -> None:
        for id in ids:
            self.children[self._parents[id]].remove(id)
            self._forget(id)

    def _forget(self, id: str) -> None:
        for child in self.children.pop(id):
            self._forget(child)
        del self.props[id], self.values[id], self._parents[id]


def plain(props: object) -> Any:
    """Return props, or a value, as the browser has them: fields at their default left out."""
    return msgspec.to_builtins(props)
