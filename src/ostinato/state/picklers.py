"""Picklers: how objects become pickles, and what of them has a form of our own."""

import dataclasses
import functools
import importlib.util
import marshal
import pickle
import sys
from collections.abc import Callable
from io import TextIOWrapper
from operator import attrgetter
from types import CellType, CodeType, FunctionType, ModuleType
from typing import Any, Protocol

from ostinato.state import forms
from ostinato.state.content import annotations_of
from ostinato.state.pickled import Pickled
from ostinato.state.rich import cloudpickle, reduce_cached_property, reduce_class
from ostinato.state.script_names import MAIN, mentioned

PROTOCOL = 5
PYTHON = f"{sys.implementation.cache_tag} {importlib.util.MAGIC_NUMBER.hex()}"
"""Whose bytecode it is: that of another version of Python must never be run."""

Reduction = tuple[Any, ...]


class Definer(Protocol):
    """Who knows the definitions of a session."""

    def refer(self, thing: Any, pickled: Pickled) -> Reduction:
        """Reduce a class or function of the script to a reference to its definition."""


def pickler(pickled: Pickled, definer: Definer) -> pickle.Pickler:
    """Return what writes a pickle, and notes what it refers to."""
    kind: Any = _rich_pickler() if pickled.uses_cloudpickle else _Pickler
    made: pickle.Pickler = kind(pickled, PROTOCOL, buffer_callback=pickled.take)
    made.pickled, made.definer = pickled, definer  # type: ignore[attr-defined]
    return made


class _Pickler(pickle.Pickler):
    pickled: Pickled
    definer: Definer

    def reducer_override(self, thing: Any) -> Any:
        return _reduce(thing, self.pickled, self.definer)


@functools.cache
def _rich_pickler() -> Any:
    class RichPickler(cloudpickle().Pickler):  # type: ignore[misc]
        pickled: Pickled
        definer: Definer

        def reducer_override(self, thing: Any) -> Any:
            if isinstance(thing, TextIOWrapper):
                raise pickle.PicklingError("an open file is no value")  # It would be read.
            reduction = _reduce(thing, self.pickled, self.definer)
            return super().reducer_override(thing) if reduction is NotImplemented else reduction

    return RichPickler


def _reduce(thing: Any, pickled: Pickled, definer: Definer) -> Any:
    """Reduce what has a form of ours; NotImplemented for all else."""
    kind = type(thing)
    if kind is FunctionType:
        return _reduce_function(thing, pickled, definer)
    if isinstance(thing, type):
        if thing is pickled.root:
            maker, args, *rest = reduce_class(thing)
            return forms.CLASS, (thing.__qualname__, maker, *args), *rest
        return definer.refer(thing, pickled) if thing.__module__ == MAIN else reduce_by_name(thing)
    special = SPECIAL.get(kind)
    return NotImplemented if special is None else special(thing, pickled)


def _reduce_function(function: FunctionType, pickled: Pickled, definer: Definer) -> Any:
    module = function.__module__
    if module == forms.MODULE_NAME:
        return NotImplemented
    if module != MAIN and function.__globals__.get("__name__") != MAIN:
        by_name = reduce_by_name(function)
        if by_name is not NotImplemented or namesake(function) is function:
            return by_name
        return reduce_by_value(function, pickled)
    if function is pickled.root or function.__closure__ or _is_part(function, pickled.root):
        return reduce_by_value(function, pickled)
    return definer.refer(function, pickled)


def _is_part(function: FunctionType, root: object) -> bool:
    """Return whether a function belongs to a class, and the script has it nowhere else."""
    if not isinstance(root, type):
        return False
    name = function.__qualname__
    return name.startswith(f"{root.__qualname__}.") or namesake(function) is not function


def reduce_by_value(function: FunctionType, pickled: Pickled) -> Reduction:
    """Reduce a function to its code, and what it holds; global names are not held."""
    names, code = function.__globals__, function.__code__
    module = names.get("__name__", "")
    if module != MAIN and module not in sys.modules:
        module = ""
    mentions = mentioned(code)
    if module == MAIN:
        pickled.names |= mentions
    state = (
        function.__qualname__,
        function.__module__,
        function.__doc__,
        function.__defaults__,
        function.__kwdefaults__,
        annotations_of(function),
        dict(vars(function)),
        {} if module else {name: names[name] for name in sorted(mentions) if name in names},
    )
    args = code, module, function.__name__, function.__closure__
    return forms.FUNCTION, args, state, None, None, forms.FILL_FUNCTION


def reduce_by_name(thing: Any) -> Any:
    """Reduce a class or function to its name, if its module defines that again."""
    found = namesake(thing)
    if found is thing or isinstance(found, type) != isinstance(thing, type) or not callable(found):
        return NotImplemented
    return forms.NAMED, (thing.__module__, thing.__qualname__)


def namesake(thing: Any) -> Any:
    """Return what the module of a class or function now has under its name."""
    try:
        return attrgetter(thing.__qualname__)(sys.modules[thing.__module__])
    except (AttributeError, KeyError):
        return None


def _reduce_code(code: CodeType, pickled: Pickled) -> Reduction:
    return forms.CODE, (PYTHON, marshal.dumps(code))


def _reduce_cell(cell: CellType, pickled: Pickled) -> Reduction:
    try:
        content = (cell.cell_contents,)
    except ValueError:
        return forms.CELL, ()
    return forms.CELL, (), content, None, None, forms.FILL_CELL


def _reduce_module(module: ModuleType, pickled: Pickled) -> Any:
    is_known = sys.modules.get(module.__name__) is module and module.__name__ != MAIN
    return (forms.MODULE, (module.__name__,)) if is_known else NotImplemented


def _reduce_view(view: memoryview, pickled: Pickled) -> Reduction:
    """Reduce a view to what it shows; it shares that with others only if it shows all of it."""
    if len(view.format) > 1:
        raise pickle.PicklingError(f"a memoryview with format {view.format!r} has no form")
    shown: Any = view.obj
    is_whole = isinstance(shown, bytes | bytearray) and view.nbytes == len(shown)
    if not is_whole or not view.c_contiguous:
        shown = view.tobytes() if view.readonly else bytearray(view.tobytes())
    return forms.VIEW, (shown, view.format, view.shape, view.readonly)


def _reduce_missing(missing: object, pickled: Pickled) -> Reduction:
    return forms.NAMED, ("dataclasses", "MISSING")


SPECIAL: dict[type, Callable[[Any, Pickled], Any]] = {
    CodeType: _reduce_code,
    CellType: _reduce_cell,
    ModuleType: _reduce_module,
    memoryview: _reduce_view,
    functools.cached_property: lambda thing, _: reduce_cached_property(thing),
    type(dataclasses.MISSING): _reduce_missing,
}
