"""Content: what makes a class or function of a script the same as another one.

Each run of a script defines its classes and functions again. Those that are alike have one digest,
in each run and each process. It covers code, defaults, closures, bases and attributes, but nothing
that functions find among global names, and no place in the file.
"""

import dataclasses
import functools
import hashlib
import sys
from types import BuiltinFunctionType, CellType, CodeType, FunctionType, GenericAlias, ModuleType
from typing import Any, TypeVar

from ostinato.state.rich import reduce, reduce_class
from ostinato.state.script_names import MAIN

ATOMS = frozenset({str, int, float, bool, type(None), bytes, complex, type(Ellipsis)})
FIXED = frozenset(
    {property, classmethod, staticmethod, functools.cached_property, GenericAlias, TypeVar}
)
"""Types of objects that cannot be changed in place."""

FIELDS = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare")
BESIDES = frozenset(
    {
        "__firstlineno__",
        "__static_attributes__",
        "__slotnames__",
        "__pydantic_core_schema__",
        "__pydantic_serializer__",
        "__pydantic_validator__",
    }
)
"""Attributes of a class that say where it stands, have no order, or follow from the others."""


class Content:
    """The content of one class or function.

    Args:
        thing: Which.
    """

    def __init__(self, thing: type | FunctionType) -> None:
        self.is_fixed = True
        """Whether it is the same as long as its attributes are the same objects."""
        self._hash = hashlib.blake2b(digest_size=16)
        self._seen: dict[int, int] = {}
        self._alive: list[object] = []
        self._is_harmless = False
        self._add(thing)
        self.digest = ("c" if isinstance(thing, type) else "f") + self._hash.hexdigest()

    def _put(self, text: str) -> None:
        encoded = text.encode("utf-8", "surrogatepass")
        self._hash.update(len(encoded).to_bytes(4) + encoded)

    def _add(self, thing: Any) -> None:
        kind = type(thing)
        if kind is bytes:
            self._put(f"bytes {len(thing)}")
            self._hash.update(thing)
        elif kind in ATOMS:
            self._put(f"{kind.__name__} {thing!r}")
        elif kind is tuple:
            self._put(f"tuple {len(thing)}")
            for each in thing:
                self._add(each)
        elif kind is CodeType:
            self._put(code_digest(thing))
        elif (index := self._seen.get(id(thing))) is not None:
            self._put(f"again {index}")
        else:
            self._seen[id(thing)] = len(self._seen)
            self._alive.append(thing)
            self._add_new(thing, kind)

    def _add_new(self, thing: Any, kind: type) -> None:
        if kind is FunctionType:
            self._add_function(thing)
        elif isinstance(thing, type):
            self._add_class(thing)
        elif kind is BuiltinFunctionType and isinstance(thing.__self__, ModuleType | None):
            self._put(f"builtin {thing.__module__} {thing.__qualname__}")
        elif kind is ModuleType:
            self._put(f"module {thing.__name__}")
        elif kind in (list, dict, set, frozenset):
            self._add_container(thing, kind)
        else:
            self._add_object(thing, kind)

    def _add_object(self, thing: Any, kind: type) -> None:
        if kind is dataclasses.Field:
            for name in FIELDS:
                self._add(getattr(thing, name))
            self._add_container(dict(thing.metadata), dict)
        elif thing is dataclasses.MISSING:
            self._put("missing")
        else:
            self._add_reduced(thing, kind)

    def _add_function(self, function: FunctionType) -> None:
        if function.__module__ != MAIN and _is_importable(function):
            self._put(f"named {function.__module__} {function.__qualname__}")
            return
        self._put(f"function {function.__qualname__} {code_digest(function.__code__)}")
        self._add(function.__defaults__)
        for part in (function.__kwdefaults__ or {}, annotations_of(function), vars(function)):
            self._add_attributes(part)
        if vars(function) and not self._is_harmless:
            self.is_fixed = False
        for cell in function.__closure__ or ():
            self._add_cell(cell)

    def _add_cell(self, cell: CellType) -> None:
        if id(cell) in self._seen:
            self._put(f"again {self._seen[id(cell)]}")
            return
        self._seen[id(cell)] = len(self._seen)
        try:
            content = cell.cell_contents
        except ValueError:
            self._put("empty")
        else:
            if type(content) in ATOMS and not self._is_harmless:
                self.is_fixed = False
            self._add(content)

    def _add_class(self, kind: type) -> None:
        if kind.__module__ != MAIN:
            self._put(f"named {kind.__module__} {kind.__qualname__}")
            return
        self._put(f"class {kind.__qualname__}")
        maker, args, state, *_ = reduce_class(kind)
        self._put(maker.__name__)
        for each in args:
            self._add(each) if not isinstance(each, dict) else self._add_attributes(each)
        self._add_attributes(state[0])

    def _add_attributes(self, attributes: dict[str, Any]) -> None:
        self._put("attributes")
        for name, value in attributes.items():
            if name in BESIDES:
                continue
            self._put(f"attribute {name}")
            before, self._is_harmless = self._is_harmless, name.startswith("__")
            self._add(value)
            self._is_harmless = before

    def _add_container(self, thing: Any, kind: type) -> None:
        self._put(f"{kind.__name__} {len(thing)}")
        if kind is not frozenset and not self._is_harmless:
            self.is_fixed = False
        if kind in (set, frozenset):
            for each in sorted(map(_lone_digest, thing)):
                self._put(each)
            return
        for each in thing.items() if kind is dict else thing:
            self._add(each)

    def _add_reduced(self, thing: Any, kind: type) -> None:
        if kind not in FIXED and not self._is_harmless:
            self.is_fixed = False
        reduction = reduce(thing)
        if kind is TypeVar:
            # The last argument identifies it in this process.
            reduction = reduction[0], reduction[1][:-1]
        if isinstance(reduction, str):
            self._put(f"named {kind.__module__} {reduction}")
            return
        self._put(f"reduced {len(reduction)}")
        for part in reduction[:3]:
            self._add(part)
        for part in reduction[3:5]:
            self._add(None if part is None else list(part))


def annotations_of(function: FunctionType) -> dict[str, Any]:
    """Return a function's annotations, if they can be told."""
    try:
        return dict(function.__annotations__)
    except Exception:  # noqa: BLE001  (from Python 3.14 on, this evaluates them)
        return {}


@functools.lru_cache(4096)
def code_digest(code: CodeType) -> str:
    """Return a digest of the content of code, wherever in a file it stands."""
    hash = hashlib.blake2b(code.co_code, digest_size=16)
    texts = [code.co_name, code.co_qualname, code.co_names, code.co_varnames, code.co_freevars]
    counts = [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags]
    hash.update(repr((texts, code.co_cellvars, counts)).encode("utf-8", "surrogatepass"))
    hash.update(code.co_exceptiontable)
    for constant in code.co_consts:
        hash.update(_constant(constant).encode("utf-8", "surrogatepass"))
    return hash.hexdigest()


def _constant(constant: object) -> str:
    if isinstance(constant, CodeType):
        return code_digest(constant)
    if isinstance(constant, frozenset):
        return f"frozenset {sorted(map(_constant, constant))}"
    if isinstance(constant, tuple):
        return f"tuple {[*map(_constant, constant)]}"
    return f"{type(constant).__name__} {constant!r}"


def _lone_digest(thing: Any) -> str:
    if type(thing) in ATOMS:
        return f"{type(thing).__name__} {thing!r}"
    return Content(thing).digest


def _is_importable(function: FunctionType) -> bool:
    found: object = sys.modules.get(function.__module__)
    for part in function.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is function
