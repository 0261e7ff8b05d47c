"""Processes that a script computes in: what it sends them of its own is sent by name.

Pickle refers to a function by its name, too, but only if that name means the very same function
where it is pickled. Pools pickle in threads of theirs: one that lives longer than a run, or that
two sessions share, would find there what another run calls so.
"""

from multiprocessing.reduction import ForkingPickler
from types import FunctionType
from typing import Any

from ostinato.state.script_names import MAIN, find_name

OVERRIDE = "reducer_override"
SENT = FunctionType, type


class SentByName:
    """Has the standard library send other processes what a script defines, while it is entered."""

    def __enter__(self) -> None:
        """Have its pickler ask us first."""
        setattr(ForkingPickler, OVERRIDE, _reduce)

    def __exit__(self, *_: object) -> None:
        """Have it ask nobody."""
        delattr(ForkingPickler, OVERRIDE)


def named(name: str) -> Any:
    """Find what the script of this process calls so.

    Raises:
        AttributeError: If it calls nothing so.
    """
    found = find_name(name)
    if found is None:
        raise AttributeError(f"the script has no {name!r} in this process")
    return found


def _reduce(pickler: ForkingPickler, thing: Any) -> Any:
    if not isinstance(thing, SENT) or thing.__module__ != MAIN:
        return NotImplemented
    name = thing.__qualname__
    return NotImplemented if "<locals>" in name or find_name(name) is None else (named, (name,))
