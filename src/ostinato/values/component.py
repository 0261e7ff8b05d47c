"""Component: what a component of the second kind keeps, and what is triggered in it."""

from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from itertools import count
from typing import Any, NoReturn, Self

import msgspec

from ostinato.values.codec import Misfit
from ostinato.values.plain import check_finite, plain

MOST_NAMES = 200
"""How many values one component may have."""

LONGEST_NAME = 200
"""Characters of the name of one."""

MOST_VALUES = 500_000
"""How many plain values all of these may be made of."""

MOST_CHARACTERS = 1_000_000
"""How many characters all texts of them may have: a message of lists takes no more."""

DEEPEST = 32
"""How far they may lie within one another."""


class ComponentResult(dict[str, Any]):
    """What a component keeps, and what was triggered in it in this run.

    Each value is an item, and an attribute of the same name.

    Example:
        >>> ComponentResult(count=3).count
        3
    """

    def __getattr__(self, name: str) -> Any:
        """Return a value.

        Raises:
            AttributeError: If there is none of this name.
        """
        try:
            return self[name]
        except KeyError:
            raise AttributeError(
                f"a component has no value {name!r} yet, only {sorted(self)}: pass"
                f" on_{name}_change=lambda: None to have it as None until there is one",
                name=name,
            ) from None

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a value, in this copy."""
        self[name] = value

    def __delattr__(self, name: str) -> None:
        """Delete a value, in this copy.

        Raises:
            AttributeError: If there is none of this name.
        """
        if name not in self:
            raise AttributeError(name)
        del self[name]


class KeptValues(dict[str, Any]):
    """What session state has of a component: what it keeps, and what was triggered in it.

    An attribute without a value is None.

    Args:
        values: What it keeps.
    """

    __slots__ = ("_covered", "_guard")

    _covered: Mapping[str, Any]
    _guard: Callable[[str], object]

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        # What is kept, by the names by which something was triggered in this run.
        object.__setattr__(self, "_covered", {})
        self.guard(lambda name: None)

    def __getattr__(self, name: str) -> Any:
        """Return a value, None for none."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a value."""
        self[name] = value

    def __delattr__(self, name: str) -> None:
        """Delete a value.

        Raises:
            AttributeError: If there is none of this name.
        """
        if name not in self:
            raise AttributeError(name)
        del self[name]

    def __setitem__(self, name: str, value: Any) -> None:
        """Set a value.

        Raises:
            StreamlitAPIException: If the component was drawn in this run.
        """
        self._guard(name)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        """Delete a value; it raises as setting one does."""
        self._guard(name)
        super().__delitem__(name)

    # Those of `dict` change values without asking.
    clear = MutableMapping.clear
    pop = MutableMapping.pop
    popitem = MutableMapping.popitem
    setdefault = MutableMapping.setdefault
    update = MutableMapping.update

    def __ior__(self, values: Any) -> Self:  # type: ignore[override,misc]
        """Set values."""
        self.update(values)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what a copy is made of: what was triggered is over with its run."""
        return KeptValues, (self.kept(),)

    def kept(self) -> dict[str, Any]:
        """Return what is kept, without what was triggered in this run."""
        covered = self._covered
        known = {name: value for name, value in self.items() if name not in covered}
        return known | {name: value for name, value in covered.items() if value is not MISSING}

    def cover(self, triggered: Mapping[str, Any]) -> None:
        """Show what was triggered; nothing more if that is nothing."""
        kept = self.kept()
        super().clear()
        super().update({**kept, **triggered})
        covered = {name: kept.get(name, MISSING) for name in triggered}
        object.__setattr__(self, "_covered", covered)

    def guard(self, check: Callable[[str], object]) -> None:
        """Ask whether a value may be set, each time that the script is about to."""
        object.__setattr__(self, "_guard", check)


class _Missing:
    """Stands for a value that there is not."""


MISSING = _Missing()


class ComponentState(msgspec.Struct, frozen=True, eq=False):
    """What a component keeps: any values, by their names; those of JSON travel.

    Two are never equal: the script may have changed a value in place, so each call looks.

    Args:
        default: What it keeps at first.
    """

    default: Mapping[str, Any] = {}

    def start(self) -> tuple[KeptValues, dict[str, Any]]:
        """Return what is kept at first, and its wire form."""
        kept = KeptValues(self.default)
        return kept, sendable(kept)

    def adopt(self, value: Any, last: object = None) -> tuple[KeptValues, dict[str, Any]]:
        """Take what the script has set, or what was kept before."""
        if not isinstance(value, Mapping):
            raise ValueError(f"expected values by their names, got {value!r:.100}")
        kept = value if isinstance(value, KeptValues) else KeptValues(value)
        return kept, sendable(kept.kept())

    def decode(self, wire: Any) -> KeptValues:
        """Check what a browser says is kept."""
        return KeptValues(checked(wire))

    def take(self, wire: Any, before: Any) -> tuple[KeptValues, None]:
        """Check what a browser says is kept; what it knows nothing of stays."""
        known = before.kept() if isinstance(before, KeptValues) else {}
        return KeptValues({**known, **checked(wire)}), None

    def to_params(self, value: object) -> NoReturn:
        """Refuse: components are not in addresses."""
        raise NotImplementedError

    def from_params(self, texts: list[str]) -> NoReturn:
        """Refuse, likewise."""
        raise NotImplementedError


class ComponentTriggers(msgspec.Struct, frozen=True, eq=False):
    """What is triggered in a component: any values of JSON, by their names, for one run.

    Args:
        input: The id of what the component keeps, in whose value it is seen, too.
    """

    input: str

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        """Take what was triggered before this call."""
        return value, value

    def decode(self, wire: Any) -> dict[str, Any]:
        """Check what a browser says was triggered."""
        triggered = checked(wire)
        if not triggered:
            raise ValueError("expected the value of a trigger, got none")
        return triggered

    def cover(self, value: Any, triggered: Any) -> None:
        """Show in what the component keeps what was triggered, as long as that lasts."""
        if isinstance(value, KeptValues):
            value.cover(triggered or {})


def sendable(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that can travel; the others are the script's own."""
    sent = {}
    for name, value in values.items():
        with suppress(ValueError):
            sent[name] = plain(value, None, DEEPEST)
    return sent


def checked(wire: Any) -> dict[str, Any]:
    """Return a copy of values by their names.

    Raises:
        ValueError: If they are none.
        Misfit: If they are too many, or too large.
    """
    if not isinstance(wire, Mapping):
        raise ValueError(f"expected values by their names, got {wire!r:.100}")
    if len(wire) > MOST_NAMES:
        raise Misfit(f"a component has at most {MOST_NAMES} values, got {len(wire)}")
    for name in wire:
        if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
            raise ValueError(f"expected a name, got {name!r:.100}")
    room = count(MOST_VALUES, -1)
    try:
        values = {name: plain(each, room, DEEPEST) for name, each in wire.items()}
        check_finite(values)
    except ValueError as error:
        raise Misfit(f"a value of a component must be plain: {error}") from None
    if (size := sum(map(_size, values.values()))) > MOST_CHARACTERS:
        raise Misfit(f"a component has texts of at most {MOST_CHARACTERS} characters, got {size}")
    return values


def _size(value: Any) -> int:
    """Count the characters of all texts in a plain value."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum(map(_size, value))
    if isinstance(value, dict):
        return sum(len(name) + _size(each) for name, each in value.items())
    return 0
