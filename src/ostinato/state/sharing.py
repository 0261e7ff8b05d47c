"""Sharing: which values of a session have objects in common that can change."""

import gc
import io
import pickle
import sys
from collections.abc import Iterable
from itertools import compress, filterfalse, islice
from operator import itemgetter
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

MUTABLE = frozenset({list, dict, set, bytearray})
FIXED = frozenset({str, bytes, int, float, complex, tuple, frozenset, type, FunctionType})
CONTAINERS = frozenset({list, dict, set, tuple, frozenset})
ATOMS = (FIXED | {bool, type(None)}) - CONTAINERS - {FunctionType}
SIMPLE = ATOMS | CONTAINERS
APART = frozenset({type, FunctionType, BuiltinFunctionType, ModuleType, str, int, float, bytes})
"""Types of what leads to everything, or to nothing."""
_FIRST = itemgetter(0)
FEW = 1_000
"""Of values with more objects than this there are few: each is compared with all others."""

MANY = 10_000


class Sharing:
    """The identities of the objects of each value, as they were when it was last pickled."""

    def __init__(self) -> None:
        self._held: dict[str, frozenset[int]] = {}
        self._owners: dict[int, set[str]] = {}
        self._large: set[str] = set()

    @property
    def is_used(self) -> bool:
        """Whether any value has objects that are known."""
        return bool(self._held)

    def knows(self, name: str) -> bool:
        """Return whether it is known what objects a value has, since it is in this process."""
        return name in self._held

    def note(self, name: str, held: frozenset[int]) -> None:
        """Note what objects a value has."""
        if len(held) <= FEW and self._held.get(name) == held:
            return
        self.forget(name)
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
        """Return the values that have objects in common with one, and those of these, and so on."""
        found, waiting = {name}, [name]
        while waiting:
            new = self._partners(waiting.pop()) - found
            found |= new
            waiting += new
        return found

    def within(self, value: object) -> set[str]:
        """Return the values that have objects in common with one that cannot be stored.

        What can be stored of it is not known, so this follows all that it refers to, for a while.
        """
        found: set[str] = set()
        seen: set[int] = set()
        level: list[Any] = [value]
        while level and len(seen) < MANY:
            new = (each for each in level if id(each) not in seen and type(each) not in APART)
            level = [*islice(new, MANY)]
            seen.update(map(id, level))
            for each in level:
                found |= self._owners.get(id(each), set())
                found.update(name for name in self._large if id(each) in self._held[name])
            level = gc.get_referents(*level)
        return found

    def _partners(self, name: str) -> set[str]:
        held = self._held.get(name)
        if held is None:
            return set()
        found: set[str] = set()
        owners = self._owners
        few, many = (held, owners) if len(held) < len(owners) else (owners, held)
        for id in few:
            if id in many:
                found |= owners[id]
        found.update(each for each in self._large if not self._held[each].isdisjoint(held))
        return found


def objects_of(value: object, pickler: Any) -> frozenset[int]:
    """Return the identities of the objects of a value that can change.

    Args:
        value: The value.
        pickler: It has just pickled the value, and nobody else has it.
    """
    simple = _objects_of_simple(value)
    return _objects_met(pickler) if simple is None else simple


def _objects_of_simple(value: object) -> frozenset[int] | None:
    """Return the ids of lists, dicts and sets of plain values; None if there is anything else.

    There may be a million of them: only those with others inside are looked at one by one.
    """
    found: set[int] = set()
    seen: set[int] = set()
    level = [value]
    while level:
        kinds = set(map(type, level))
        if not kinds <= SIMPLE:
            return None
        found.update(map(id, _of_kinds(level, kinds, MUTABLE)))
        holders = [*_of_kinds(level, kinds, CONTAINERS)]
        new = {id(each): each for each in filter(gc.is_tracked, holders) if id(each) not in seen}
        seen |= new.keys()
        level = gc.get_referents(*new.values())
        # Python tracks no dict that has nothing inside it which could lead back to it.
        leaves = gc.get_referents(*filterfalse(gc.is_tracked, holders))
        if not ATOMS.issuperset(map(type, leaves)):
            level += leaves
    return frozenset(found)


def _of_kinds(things: list[Any], kinds: set[type], wanted: frozenset[type]) -> Iterable[Any]:
    """Return the things of wanted kinds; `kinds` are those of all."""
    if kinds <= wanted:
        return things
    if kinds.isdisjoint(wanted):
        return ()
    return compress(things, map(wanted.__contains__, map(type, things)))


def _objects_met(pickler: Any) -> frozenset[int]:
    """Return the ids of the objects that a pickler has met."""
    memo = pickler.memo.copy()
    pickler.clear_memo()
    if len(memo) > MANY:
        return _objects_of_many(memo)
    kinds: dict[type, tuple[bool, bool]] = {}
    things: list[Any] = []
    for _, thing in sorted(memo.values(), key=_FIRST):
        kind = type(thing)
        if kind in FIXED:
            continue
        known = kinds.get(kind)
        if known is None:
            known = kinds[kind] = _is_mutable(kind), _is_of_pandas(kind)
        if known[0] or known[1]:
            things.append(thing)
    thing = None
    del memo
    lasting = [*_lasting(things)]
    tables = [thing for thing in lasting if kinds[type(thing)][1]]
    held = frozenset(id(thing) for thing in lasting if kinds[type(thing)][0])
    return held - _parts_of(tables) if tables else held


def _objects_of_many(memo: dict[int, tuple[int, Any]]) -> frozenset[int]:
    """Return the same for many objects, quickly; what other objects made may be among them."""
    things = [pair[1] for pair in memo.values() if type(pair[1]) not in FIXED]
    memo.clear()
    kinds = {kind: _is_mutable(kind) for kind in set(map(type, things))}
    inner: set[int] = set()
    if tables := [kind for kind in kinds if kinds[kind] and _is_of_pandas(kind)]:
        # To pickle a large table again takes too long: arrays count as its parts.
        kinds.update((kind, False) for kind in kinds if kind.__module__ == "numpy")
        inner = {id(getattr(kind, "_metadata", None)) for kind in tables}
    # Ours are the list, the variable and the argument.
    held = [id(each) for each in things if kinds[type(each)] and sys.getrefcount(each) > 3]
    return frozenset(held) - inner


def _parts_of(tables: list[Any]) -> set[int]:
    """Return the identities of what tables consist of.

    Tables that come from one have parts in common, but a change of one does not show in another.
    """
    parts: set[int] = set()
    for table in tables:
        pickler = pickle.Pickler(io.BytesIO(), 5, buffer_callback=_ignore)
        try:
            pickler.dump(table)
        except Exception:  # noqa: BLE001  (then they count as shared, which does no harm)
            continue
        parts.update(id(thing) for _, thing in pickler.memo.copy().values())
        parts.discard(id(table))
    return parts


def _ignore(buffer: pickle.PickleBuffer) -> None:
    """Leave a buffer where it is."""


def _lasting(things: list[Any]) -> Iterable[Any]:
    """Yield the objects that are there without us.

    What a reduction has made has no other owner; another object will have its identity soon.
    """
    for index in range(len(things)):
        thing, things[index] = things[index], None
        # Ours are the variable and the argument.
        if sys.getrefcount(thing) > 2:
            yield thing


def _is_mutable(kind: type) -> bool:
    if kind in MUTABLE:
        return True
    if _is_of_pandas(kind):
        pandas = sys.modules["pandas"]
        return issubclass(kind, pandas.DataFrame | pandas.Series)
    if kind.__module__ == "builtins" or kind.__module__.startswith("_cython"):
        return False
    hash: object = getattr(kind, "__hash__", None)
    return (hash is None or hash is object.__hash__) and not issubclass(kind, type)


def _is_of_pandas(kind: type) -> bool:
    return kind.__module__.partition(".")[0] == "pandas" and "pandas" in sys.modules
