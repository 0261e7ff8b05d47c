"""Sharing: which values of a session have objects in common that can change."""

import sys
from collections.abc import Iterable
from typing import Any

MUTABLE = frozenset({list, dict, set, bytearray})
FEW = 1_000
"""Of values with more objects than this there are few: each is compared with all others."""

MANY = 10_000


class Sharing:
    """The identities of the objects of each value, as they were when it was last pickled."""

    def __init__(self) -> None:
        self._held: dict[str, frozenset[int]] = {}
        self._owners: dict[int, set[str]] = {}
        self._large: set[str] = set()

    def note(self, name: str, held: frozenset[int]) -> None:
        """Note what objects a value has."""
        if self._held.get(name) == held:
            return
        self.forget(name)
        if not held:
            return
        self._held[name] = held
        if len(held) > FEW:
            self._large.add(name)
            return
        for id in held:
            self._owners.setdefault(id, set()).add(name)

    def forget(self, name: str) -> None:
        """Forget a value."""
        held = self._held.pop(name, frozenset())
        if name in self._large:
            self._large.discard(name)
            return
        for id in held:
            owners = self._owners[id]
            owners.discard(name)
            if not owners:
                del self._owners[id]

    def group(self, name: str) -> set[str]:
        """Give the values that have objects in common with one, and those of these, and so on."""
        found, waiting = {name}, [name]
        while waiting:
            new = self._partners(waiting.pop()) - found
            found |= new
            waiting += new
        return found

    def _partners(self, name: str) -> set[str]:
        held = self._held.get(name)
        if held is None:
            return set()
        found: set[str] = set()
        for id in self._owners.keys() & held:
            found |= self._owners[id]
        found.update(each for each in self._large if not self._held[each].isdisjoint(held))
        return found


def objects_of(pickler: Any) -> frozenset[int]:
    """Give the identities of the objects that a pickler has met and that can change.

    Args:
        pickler: It has ended its work, and nobody else has it.
    """
    pairs = list(pickler.memo.copy().values())
    pickler.clear_memo()
    if len(pairs) <= MANY:
        pairs.sort(key=lambda pair: pair[0])
    kinds: dict[type, bool] = {}
    things: list[Any] = []
    for _, thing in pairs:
        kind = type(thing)
        is_mutable = kinds.get(kind)
        if is_mutable is None:
            is_mutable = kinds[kind] = _is_mutable(kind)
        if is_mutable:
            things.append(thing)
    del pairs
    return frozenset(_lasting(things))


def _lasting(things: list[Any]) -> Iterable[int]:
    """Give the identities of objects that are there without us.

    What a reduction has made has no other owner; another object will have its identity soon.
    """
    for index in range(len(things)):
        thing, things[index] = things[index], None
        # Ours are the variable and the argument.
        if sys.getrefcount(thing) > 2:
            yield id(thing)


def _is_mutable(kind: type) -> bool:
    if kind in MUTABLE:
        return True
    module = getattr(kind, "__module__", "")
    # An index of pandas cannot change, and many tables share one.
    if module == "builtins" or str(module).startswith("pandas.core.indexes"):
        return False
    hash: object = getattr(kind, "__hash__", None)
    return (hash is None or hash is object.__hash__) and not issubclass(kind, type)
