"""Help: what an object is, from its signature and docstring."""

import inspect
import reprlib
import sys
import types
from typing import Any

import msgspec

from ostinato.arguments.size import check_width
from ostinato.run.container import Container
from ostinato.run.elements import draw, element, elements
from ostinato.run.source import argument_of
from ostinato.wire.props import Props, Width

LONGEST = 2000
MOST_MEMBERS = 500
PLAIN = (type(None), bool, int, float, str, bytes)

_short = reprlib.Repr()


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """One public member of the object."""

    name: str
    type: str
    doc: str | None = None


class Help(Props, frozen=True):
    """The wire form of `help`: `name` is how the script calls it, `value` its signature or repr."""

    name: str | None
    type: str
    value: str | None = None
    doc: str | None = None
    members: list[Member] = []
    width: Width = "stretch"


@element
def help(obj: object = ..., *, width: Width = "stretch") -> Container:
    """Show what an object is: its name, type, signature or value, docstring and members.

    Args:
        obj: Any object; left out, this package.
        width: "stretch" or pixels.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Differs:
        obj: Its text shows no address in memory.

    Example:
        >>> st.help(sorted)
    """
    check_width("help", width)
    if obj is ...:
        obj = sys.modules["ostinato"]
    return draw(
        Help(
            name=argument_of(("help", "write")) or _name(obj),
            type=_type(obj),
            value=_value(obj),
            doc=inspect.getdoc(obj) or None,
            members=_members(obj),
            width=width,
        )
    )


def _type(obj: object) -> str:
    return "class" if isinstance(obj, type) else type(obj).__name__


def _name(obj: object) -> str | None:
    if isinstance(obj, types.ModuleType):
        return obj.__name__
    name = getattr(obj, "__qualname__", None)
    if not isinstance(name, str):
        return None
    module = "ostinato" if elements.get(name) is obj else getattr(obj, "__module__", None)
    return f"{module}.{name}" if module not in (None, "builtins", "__main__") else name


def _signature(obj: Any) -> str | None:
    try:
        return f"{_name(obj) or obj.__name__}{inspect.signature(obj)}"
    except (TypeError, ValueError, AttributeError):
        return None  # Much that is built in tells no signature.


def _value(obj: Any) -> str | None:
    if isinstance(obj, types.ModuleType):
        return None
    if isinstance(obj, type) or inspect.isroutine(obj):
        return _signature(obj)
    kind: Any = type(obj)
    if kind.__repr__ is object.__repr__:
        return _signature(kind)  # Its own text would be where it lies in memory.
    shown = reprlib.Repr()
    shown.maxstring = shown.maxother = LONGEST
    return shown.repr(obj)


def _members(obj: object) -> list[Member]:
    """Return what is public, without running any of the object's own code."""
    if isinstance(obj, PLAIN) or inspect.isroutine(obj):
        return []
    names = vars(obj) if isinstance(obj, types.ModuleType) else dir(obj)
    public = sorted(name for name in names if not name.startswith("_"))
    return [
        _member(name, inspect.getattr_static(obj, name, None)) for name in public[:MOST_MEMBERS]
    ]


def _member(name: str, value: Any) -> Member:
    value = getattr(value, "__func__", value)
    describes_itself = isinstance(value, type | types.ModuleType | property) or inspect.isroutine(
        value
    )
    if isinstance(value, PLAIN):
        doc: str | None = _short.repr(value)
    else:
        doc = inspect.getdoc(value) if describes_itself else None
    return Member(name, _type(value), doc.partition("\n")[0] if doc else None)
