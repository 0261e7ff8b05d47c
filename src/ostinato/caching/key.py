"""Key: what tells one call of a function from another, a hash of its arguments.

Values are told apart by their type and their content, wherever in memory they lie. They go into
the hash piece by piece, and buffers as they are, without a copy.
"""

import copyreg
import dataclasses
import enum
import functools
import hashlib
import inspect
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from types import (
    BuiltinFunctionType,
    CodeType,
    FunctionType,
    MappingProxyType,
    MethodType,
    ModuleType,
)
from typing import Any

from ostinato.errors import UnhashableParamError
from ostinato.state.content import code_digest
from ostinato.state.script_names import MAIN

HashFuncs = Mapping[type | str, Callable[[Any], Any]]

KEY_SIZE = 20
LIBRARIES = frozenset({"numpy", "pandas", "polars", "pyarrow", "PIL", "torch"})
"""Those whose types `foreign.py` knows: whoever has a value of one has loaded it."""


class Unhashable(Exception):
    """A value has no content that tells it from others."""


class Digest:
    """A hash that values are put into, one after another.

    Args:
        functions: For types, or names of types, what is hashed in the place of their values.
    """

    def __init__(self, functions: HashFuncs | None = None) -> None:
        self._hash = hashlib.blake2b(digest_size=KEY_SIZE)
        self._functions = functions or {}
        self._within: dict[int, int] = {}

    def result(self) -> bytes:
        """Return the hash of all that was put in."""
        return self._hash.digest()

    def put(self, kind: str, content: Any = b"") -> None:
        """Put bytes in, as what they are of."""
        size = content.nbytes if isinstance(content, memoryview) else len(content)
        self._hash.update(f"{kind} {size}:".encode("utf-8", "surrogatepass"))
        self._hash.update(content)

    def put_parts(self, kind: str, size: int, parts: Iterable[memoryview]) -> None:
        """Put bytes in that come in parts, as if they came at once."""
        self._hash.update(f"{kind} {size}:".encode())
        for part in parts:
            self._hash.update(part)

    def add(self, value: Any) -> None:
        """Put a value in.

        Raises:
            Unhashable: If it, or something in it, has no content that counts.
        """
        kind = type(value)
        if self._functions and (function := _function_for(kind, self._functions)) is not None:
            found = function(value)
            self.put(f"function {name_of(kind)}")
            self._add_result(found, kind)
            return
        put_atom = _ATOMS.get(kind)
        if put_atom is not None:
            put_atom(self, value)
            return
        # It may hold itself.
        if (depth := self._within.get(id(value))) is not None:
            self.put("again", str(depth).encode())
            return
        self._within[id(value)] = len(self._within)
        try:
            self._add_object(value, kind)
        except RecursionError:
            raise Unhashable from None
        finally:
            del self._within[id(value)]

    def lone(self) -> "Digest":
        """Return a hash of its own, for which the same functions count."""
        return Digest(self._functions)

    def add_all(self, kind: str, values: Sequence[Any]) -> None:
        """Put values in, one after another."""
        self.put(kind, str(len(values)).encode())
        for value in values:
            self.add(value)

    def add_type(self, kind: type) -> None:
        """Put in which class something is of, by its name: each run makes those of a script."""
        self.put("type", name_of(kind).encode("utf-8", "surrogatepass"))

    def _add_result(self, found: Any, kind: type) -> None:
        """Put in what stands for a value; a function for ints may return one."""
        functions = self._functions
        if type(found) is kind:
            self._functions = {}
        try:
            self.add(found)
        finally:
            self._functions = functions

    def _add_object(self, value: Any, kind: type) -> None:
        put_kind = _KINDS.get(kind)
        if put_kind is not None:
            put_kind(self, value)
        elif isinstance(value, type):
            self.add_type(value)
        elif isinstance(value, enum.Enum):
            self.add_type(kind)
            self.add_all("enum", [value.name, value.value])
        elif (library := _library_of(kind)) is not None:
            from ostinato.caching import foreign  # noqa: PLC0415  (needed by what has loaded it only)

            foreign.add(self, value, library)
        elif dataclasses.is_dataclass(value):
            self.add_type(kind)
            names = [field.name for field in dataclasses.fields(value)]
            self.add_all("dataclass", [(name, getattr(value, name, None)) for name in names])
        else:
            self._add_derived(value, kind)

    def _add_derived(self, value: Any, kind: type) -> None:
        base = next((each for each in kind.__mro__ if each in _ATOMS or each in _KINDS), None)
        if base is None:
            self._add_reduced(value, kind)
            return
        self.add_type(kind)
        (_ATOMS.get(base) or _KINDS[base])(self, value)
        if getattr(value, "__dict__", None):
            self.add(dict(vars(value)))

    def _add_reduced(self, value: Any, kind: type) -> None:
        """Put in what pickle would make a value of again."""
        if not _has_content(kind):
            raise Unhashable
        try:
            reduce = copyreg.dispatch_table.get(kind)
            parts = reduce(value) if reduce else value.__reduce_ex__(4)
        except Exception:  # noqa: BLE001  (a class may raise anything to say that it has no form)
            raise Unhashable from None
        self.add_type(kind)
        if isinstance(parts, str):
            self.put("named", parts.encode())
            return
        maker, args, *rest = parts
        self.add_all("reduced", [maker, args, *(_spread(part) for part in rest)])


def _spread(part: Any) -> Any:
    return list(part) if isinstance(part, Iterator) else part


def name_of(kind: type) -> str:
    """Return the full name of a class."""
    return f"{kind.__module__}.{kind.__qualname__}"


def key_of(
    function: Callable[..., Any],
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
    *,
    functions: HashFuncs | None = None,
    decorator: str = "cache_data",
) -> bytes:
    """Return what tells a call from those with other arguments.

    Names that begin with an underscore do not count. Defaults do, if they have a content.

    Raises:
        UnhashableParamError: If an argument has no content.
    """
    digest = Digest(functions)
    for name, value, is_given in _bound(function, args, kwargs):
        digest.put("argument", name.encode("utf-8", "surrogatepass"))
        try:
            digest.add(value)
        except Unhashable:
            if is_given:
                raise _unhashable(function, name, value, decorator) from None
            digest.put("default")
    return digest.result()


def _bound(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
) -> Iterator[tuple[str, Any, bool]]:
    """Yield the arguments that count by name, and whether each was given.

    A wrong call is none of our business: the function itself refuses it.
    """
    function = inspect.unwrap(function)
    code = getattr(function, "__code__", None)
    names = () if code is None else _positional(code)
    for place, value in enumerate(args):
        name = names[place] if place < len(names) else f"*{place}"
        if name[:1] != "_":
            yield name, value, True
    defaults = getattr(function, "__defaults__", None) or ()
    left_out = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    left_out |= getattr(function, "__kwdefaults__", None) or {}
    named = {*kwargs, *left_out} - {*names[: len(args)]}
    # In the order of the signature, as what is given by position.
    for name in [*(each for each in names if each in named), *sorted(named.difference(names))]:
        if name[:1] != "_":
            yield name, kwargs[name] if name in kwargs else left_out[name], name in kwargs


def _positional(code: CodeType) -> tuple[str, ...]:
    return code.co_varnames[: code.co_argcount]


def _unhashable(
    function: Callable[..., Any], name: str, value: Any, decorator: str
) -> UnhashableParamError:
    called = getattr(function, "__name__", type(function).__name__)
    shown = "args" if name[:1] == "*" else name
    return UnhashableParamError(
        f"{called}: equal arguments must be told from others, got {shown} of type"
        f" {name_of(type(value))}, whose values cannot be compared: have it left out by the name"
        f" _{shown} in @st.{decorator} def {called}(_{shown}, ...), or say in hash_funcs what"
        " stands for it"
    )


def _function_for(kind: type, functions: HashFuncs) -> Callable[[Any], Any] | None:
    for each in kind.__mro__[:-1]:
        found = functions.get(each) or functions.get(name_of(each))
        if found is not None:
            return found
    return None


def _library_of(kind: type) -> str | None:
    for each in kind.__mro__[:-1]:
        root = each.__module__.partition(".")[0]
        if root in LIBRARIES:
            return root
    return None


@functools.lru_cache(4096)
def _has_content(kind: type) -> bool:
    """Return whether what pickle would take of a value is its content.

    It is of a class of the library, and of one that says so itself. Of any other it may be a handle
    on something.
    """
    if kind.__module__.partition(".")[0] in sys.stdlib_module_names:
        return True
    if kind in copyreg.dispatch_table:
        return True
    return any(
        "__reduce__" in vars(each) or "__reduce_ex__" in vars(each) for each in kind.__mro__[:-1]
    )


def _put_set(digest: Digest, values: Any) -> None:
    """Put in values that have no order."""
    hashes = []
    for value in values:
        lone = digest.lone()
        lone.add(value)
        hashes.append(lone.result())
    digest.put("set" if isinstance(values, set) else "frozenset", b"".join(sorted(hashes)))


def _put_dict(digest: Digest, values: Any) -> None:
    digest.put("dict", str(len(values)).encode())
    for key, value in values.items():
        digest.add(key)
        digest.add(value)


def _put_list(digest: Digest, values: Any) -> None:
    digest.add_all("list", values)


def _put_tuple(digest: Digest, values: Any) -> None:
    digest.add_all("tuple", values)


def _put_function(digest: Digest, function: Any) -> None:
    name = f"{function.__module__} {function.__qualname__} {code_digest(function.__code__)}"
    digest.put("function", name.encode("utf-8", "surrogatepass"))
    if function.__module__ != MAIN and "<" not in function.__qualname__:
        return
    digest.add(function.__defaults__)
    digest.add(function.__kwdefaults__)
    for cell in function.__closure__ or ():
        try:
            content = cell.cell_contents
        except ValueError:
            digest.put("empty")
        else:
            digest.add(content)


def _put_builtin(digest: Digest, function: Any) -> None:
    digest.put("builtin", function.__qualname__.encode())
    digest.add(function.__self__)


def _put_method(digest: Digest, method: Any) -> None:
    digest.add_all("method", [method.__func__, method.__self__])


def _put_partial(digest: Digest, partial: Any) -> None:
    digest.add_all("partial", [partial.func, partial.args, partial.keywords])


def _put_view(digest: Digest, view: Any) -> None:
    digest.put(f"memoryview {view.format} {view.shape}")
    digest.put("bytes", view if view.c_contiguous else view.tobytes())


def _put_memory_file(digest: Digest, file: Any) -> None:
    # An uploaded file says what stands for its content, which may be large.
    content = getattr(file, "content_key", None) or file.getvalue()
    digest.add_all("memory file", [content, file.tell()])


def _put_file(digest: Digest, file: Any) -> None:
    """Put in an open file: which, how new, and from where it is read."""
    try:
        status = os.fstat(file.fileno())
        place = file.tell() if file.seekable() else None
    except (OSError, ValueError):
        raise Unhashable from None
    digest.add_all("file", [file.name, status.st_mtime_ns, status.st_size, place, file.mode])


def _put_path(digest: Digest, path: Any) -> None:
    digest.put("path", os.fsencode(path))


def _put_module(digest: Digest, module: Any) -> None:
    digest.put("module", module.__name__.encode())


def _put_mapping(digest: Digest, proxy: Any) -> None:
    digest.put("mapping")
    _put_dict(digest, proxy)


_ATOMS: dict[type, Callable[[Digest, Any], None]] = {
    str: lambda digest, text: digest.put("str", text.encode("utf-8", "surrogatepass")),
    bytes: lambda digest, content: digest.put("bytes", content),
    bytearray: lambda digest, content: digest.put("bytearray", content),
    int: lambda digest, number: digest.put("int", hex(number).encode()),
    bool: lambda digest, value: digest.put("bool", b"1" if value else b""),
    float: lambda digest, number: digest.put("float", float(number).hex().encode()),
    complex: lambda digest, number: digest.put("complex", repr(complex(number)).encode()),
    type(None): lambda digest, none: digest.put("None"),
    type(Ellipsis): lambda digest, dots: digest.put("..."),
}

_KINDS: dict[type, Callable[[Digest, Any], None]] = {
    list: _put_list,
    tuple: _put_tuple,
    dict: _put_dict,
    set: _put_set,
    frozenset: _put_set,
    memoryview: _put_view,
    FunctionType: _put_function,
    BuiltinFunctionType: _put_builtin,
    MethodType: _put_method,
    ModuleType: _put_module,
    functools.partial: _put_partial,
    MappingProxyType: _put_mapping,
    io.BytesIO: _put_memory_file,
    io.StringIO: _put_memory_file,
    io.TextIOWrapper: _put_file,
    io.BufferedReader: _put_file,
    io.BufferedWriter: _put_file,
    io.BufferedRandom: _put_file,
    io.FileIO: _put_file,
    PurePath: _put_path,
}
