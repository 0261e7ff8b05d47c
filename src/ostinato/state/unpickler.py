"""Unpickler: how pickles become objects again, now and of earlier versions."""

import io
import marshal
import pickle
from collections.abc import Callable
from importlib import import_module
from operator import attrgetter
from types import CellType, CodeType, FunctionType
from typing import Any, Protocol

from ostinato.state import forms
from ostinato.state.pickled import pieces_of
from ostinato.state.picklers import PYTHON
from ostinato.state.script_names import MAIN, ScriptNames


class Finder(Protocol):
    """Finds the definitions of a session."""

    names: ScriptNames

    def find(self, digest: str, name: str, version: str, *, prefers_present: bool) -> Any:
        """Return a class or function of the script."""

    def begin_class(self, digest: str, make: Callable[[], type]) -> type:
        """Make a class without its content, unless that was done."""


class Unpickler(pickle.Unpickler):
    """Reads one pickle.

    Args:
        payload: The bytes.
        finder: Returns what the pickle refers to.
        digest: That of the definition which is read, if it is one.
        prefers_present: Whether to take what the script has defined by now, where it has.
    """

    def __init__(
        self, payload: memoryview, finder: Finder, *, digest: str = "", prefers_present: bool
    ) -> None:
        pieces = pieces_of(payload)
        buffers = [bytearray(piece) for piece in pieces[1:]]
        super().__init__(io.BytesIO(pieces[0]), buffers=buffers)
        self._finder = finder
        self._digest = digest
        self._prefers_present = prefers_present

    def find_class(self, module: str, name: str) -> Any:
        """Return what a pickle calls by a name."""
        form = forms.FORMER.get((module, name))
        if form is not None:
            name = form.__name__
        elif module != forms.MODULE_NAME:
            return super().find_class(module, name)
        return getattr(self, f"_{name}")

    def _definition(self, digest: str, name: str, version: str) -> Any:
        return self._finder.find(digest, name, version, prefers_present=self._prefers_present)

    def _named(self, module: str, name: str) -> Any:
        try:
            return attrgetter(name)(import_module(module))
        except AttributeError:
            owner = "the script" if module == MAIN else module
            raise LookupError(f"{owner} does not define {name}") from None

    def _module(self, name: str) -> Any:
        return import_module(name)

    def _class(self, name: str, maker: Callable[..., type], *args: Any) -> type:
        def make() -> type:
            made = maker(*args)
            made.__qualname__ = name
            return made

        return self._finder.begin_class(self._digest, make) if self._digest else make()

    def _function(
        self, code: CodeType, module: str, name: str, cells: tuple[CellType, ...] | None
    ) -> FunctionType:
        if module == MAIN:
            names: dict[str, Any] = self._finder.names
        else:
            names = vars(import_module(module)) if module else {"__builtins__": __builtins__}
        return FunctionType(code, names, name, None, cells)

    def _fill_function(self, function: FunctionType, state: tuple[Any, ...]) -> None:
        name, module, doc, defaults, keywords, annotations, attributes, names = state
        function.__qualname__, function.__module__, function.__doc__ = name, module, doc
        function.__defaults__, function.__kwdefaults__ = defaults, keywords
        function.__annotations__ = annotations
        vars(function).update(attributes)
        if names:
            function.__globals__.update(names, __builtins__=__builtins__)

    def _code(self, python: str, marshalled: bytes) -> CodeType:
        if python != PYTHON:
            raise LookupError(f"it has code of another Python ({python.split()[0]})")
        code: CodeType = marshal.loads(marshalled)
        return code

    def _cell(self) -> CellType:
        return CellType()

    def _fill_cell(self, cell: CellType, content: tuple[Any, ...]) -> None:
        (cell.cell_contents,) = content

    def _view(self, shown: Any, format: str, shape: tuple[int, ...], readonly: bool) -> memoryview:
        view: Any = memoryview(shown)
        if view.nbytes:
            view = view.cast("B").cast(format, shape)
        shaped: memoryview = view.toreadonly() if readonly else view
        return shaped
