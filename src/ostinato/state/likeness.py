"""Likeness: what tells quickly that a class or function is one whose content is known.

To go through a class takes as long as a short run of a script. Most are made again by each run,
from the same code: what they consist of is compared if it is simple.
"""

import dataclasses
from collections.abc import Callable, Iterable
from types import (
    CellType,
    CodeType,
    FunctionType,
    GenericAlias,
    GetSetDescriptorType,
    MemberDescriptorType,
)
from typing import Any

from ostinato.state.script_names import MAIN

ATOMS = frozenset({str, int, bool, type(None), bytes, CodeType})
SLOTS = frozenset({GetSetDescriptorType, MemberDescriptorType})


FIELDS = (
    *("name", "type", "default", "default_factory", "init", "repr", "hash", "compare"),
    *("kw_only", "_field_type"),
)


class Unlike(Exception):
    """A class or function has something that is not simple."""


def likeness(thing: Any) -> tuple[Any, ...]:
    """Return what is equal for classes and functions that have the same content.

    Raises:
        Unlike: If that cannot be told quickly.
    """
    return _class(thing) if isinstance(thing, type) else _function(thing, is_harmless=False)


def _class(kind: type) -> tuple[Any, ...]:
    bases = tuple(_part(each, is_harmless=False) for each in kind.__bases__)
    parts = tuple(
        [
            (name, _part(value, is_harmless=name.startswith("__")))
            for name, value in vars(kind).items()
        ]
    )
    return type(kind), kind.__qualname__, bases, parts


def _function(function: FunctionType, *, is_harmless: bool) -> tuple[Any, ...]:
    if vars(function) and not is_harmless:
        raise Unlike
    held = function.__defaults__, function.__kwdefaults__, function.__annotations__
    cells = function.__closure__ or ()
    return (
        function.__code__,
        function.__qualname__,
        function.__module__,
        *[_part(each, is_harmless=True) for each in (*held, *cells, dict(vars(function)))],
    )


def _part(thing: Any, *, is_harmless: bool) -> Any:
    kind = type(thing)
    if kind in ATOMS:
        return kind, thing
    if kind is FunctionType:
        return _function(thing, is_harmless=is_harmless)
    if isinstance(thing, type):
        if thing.__module__ == MAIN:
            raise Unlike
        return thing
    if kind in SLOTS:
        return kind
    contents = CONTENTS.get(kind)
    if contents is not None:
        return kind, *[_part(each, is_harmless=is_harmless) for each in contents(thing)]
    return _rest(thing, kind, is_harmless=is_harmless)


def _rest(thing: Any, kind: type, *, is_harmless: bool) -> Any:
    if kind is dict and is_harmless:
        return tuple([(key, _part(value, is_harmless=True)) for key, value in thing.items()])
    if kind is set and is_harmless and not thing:
        return set
    if kind is dataclasses.Field and not thing.metadata:
        return tuple([_part(getattr(thing, name), is_harmless=True) for name in FIELDS])
    if kind.__module__ == "dataclasses" and kind is not dataclasses.Field:
        # What is not parameters is a mark, of which there is one.
        return kind, repr(thing)
    raise Unlike


def _of_cell(cell: CellType) -> tuple[Any, ...]:
    try:
        return (cell.cell_contents,)
    except ValueError:
        return ()


CONTENTS: dict[type, Callable[[Any], Iterable[Any]]] = {
    tuple: iter,
    float: lambda number: (repr(number),),
    property: lambda thing: (thing.fget, thing.fset, thing.fdel, thing.__doc__),
    staticmethod: lambda thing: (thing.__func__,),
    classmethod: lambda thing: (thing.__func__,),
    GenericAlias: lambda alias: (alias.__origin__, alias.__args__),
    CellType: _of_cell,
}
"""What simple objects consist of."""
