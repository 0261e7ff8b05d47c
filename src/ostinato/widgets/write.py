"""Write: show anything in the way that suits it."""

import functools
import inspect
import re
import sys
from collections import UserList
from collections.abc import ItemsView, KeysView, Mapping, ValuesView
from io import StringIO
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
)
from typing import Any

from ostinato.run.container import Container
from ostinato.run.elements import element, elements

EXPLAINED = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type, Container)
GENERATORS = (GeneratorType, AsyncGeneratorType)
SERIES = (KeysView, ValuesView, ItemsView, map, filter, zip, enumerate)
FOLDABLE = (dict, list, UserList, Mapping, *SERIES)


@element
def write(*args: Any, unsafe_allow_html: bool = False) -> None:
    """Show values of any type, one after the other.

    Texts are Markdown, and stand in one paragraph with numbers and other plain values between
    them. Dicts and lists are shown as `json`, exceptions as `exception`, functions, classes and
    modules as `help`, expressions of SymPy as `latex`, tables and arrays as `dataframe`, images of
    PIL as `image`, figures of Matplotlib and seaborn as `pyplot`, charts of Altair, Plotly, pydeck
    and pyecharts and graphs of Graphviz by the elements of these names, models of Keras as the
    graph of their layers. The texts of a generator, or of a generator function, appear as they
    come.

    Args:
        args: The values.
        unsafe_allow_html: Whether to render HTML in texts, and objects as the HTML they offer.

    Differs:
        args: Grids and plots of seaborn, and charts of pyecharts, are drawn, too.

    Example:
        >>> st.write("The sum of", [1, 2], "is", 3)
    """
    if len(args) == 1 and type(args[0]) is str:
        elements["markdown"](args[0], unsafe_allow_html)
        return
    words: list[str] = []
    for arg in args:
        value = arg() if callable(arg) and _makes_generator(arg) else arg
        word = value if isinstance(value, str) else _word(value, unsafe_allow_html)
        if word is not None:
            words.append(word)
            continue
        if words:
            elements["markdown"](" ".join(words), unsafe_allow_html)
            words = []
        _draw(value, unsafe_allow_html)
    if words:
        elements["markdown"](" ".join(words), unsafe_allow_html)


def _makes_generator(value: Any) -> bool:
    function = value.func if isinstance(value, functools.partial) else value
    return inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function)


def _offers_html(value: Any) -> bool:
    """Return whether an object has HTML to show, by the protocol of IPython."""
    return hasattr(value, "_repr_html_") and not isinstance(value, EXPLAINED)


def _is_formula(value: Any) -> bool:
    """Return whether a value is an expression of SymPy, which then has been loaded."""
    if "sympy" not in sys.modules or isinstance(value, EXPLAINED):
        return False
    return any(each.__module__.startswith("sympy.") for each in type(value).__mro__)


def _is_image(value: object) -> bool:
    """Return whether a value is an image of PIL, which then has been loaded."""
    if "PIL" not in sys.modules or isinstance(value, EXPLAINED):
        return False
    return any(each.__module__.startswith("PIL.") for each in type(value).__mro__)


def _word(value: Any, unsafe_allow_html: bool) -> str | None:
    """Return the text that stands for a plain value, or None if it needs an element."""
    if value is None or isinstance(value, (bool, int, float)):
        return _code(str(value))
    if isinstance(value, (BaseException, *GENERATORS, *EXPLAINED, *FOLDABLE)):
        return None
    if unsafe_allow_html and _offers_html(value):
        return None
    if isinstance(value, StringIO):
        return value.getvalue()
    if hasattr(value, "_asdict") or _is_formula(value) or _is_image(value):
        return None
    if _drawn_by(value) or _is_table(value) or not _has_text(value):
        return None
    return _code(str(value))


def _draw(value: Any, unsafe_allow_html: bool) -> None:
    if isinstance(value, BaseException):
        elements["exception"](value)
    elif isinstance(value, GENERATORS):
        elements["write_stream"](value)
    elif _is_formula(value):
        elements["latex"](value)
    elif _is_image(value):
        elements["image"](value)
    elif _offers_html(value) and unsafe_allow_html:
        elements["html"](value)
    elif _is_table(value):
        elements["dataframe"](value)
    else:
        _draw_object(value)


def _draw_object(value: Any) -> None:
    is_foldable = isinstance(value, FOLDABLE) or hasattr(value, "_asdict")
    if is_foldable and not isinstance(value, type):
        elements["json"](value)
    elif name := _drawn_by(value):
        _draw_chart(name, value)
    else:
        elements["help"](value)


def _drawn_by(value: object) -> str:
    """Return the name of the element that draws a chart; "" for what is none."""
    if isinstance(value, EXPLAINED) or type(value).__module__ == "builtins":
        return ""
    from ostinato.arguments.drawn import drawn_by  # noqa: PLC0415  (few scripts write objects)

    return drawn_by(value)


def _draw_chart(name: str, value: Any) -> None:
    if name == "graphviz_chart" and not hasattr(value, "source"):
        root = next(each for each in type(value).__mro__ if each.__name__ == "Model")
        package = root.__module__.partition(".")[0]
        value = sys.modules[package].utils.model_to_dot(value).to_string()
    elements[name](value)


def _is_table(value: object) -> bool:
    if isinstance(value, EXPLAINED) or type(value).__module__ == "builtins":
        return False
    from ostinato.data.kinds import is_table  # noqa: PLC0415  (few scripts write such objects)

    return is_table(value)


def _has_text(value: object) -> bool:
    """Return whether the text of a value tells more than where it lies in memory."""
    kind = type(value)
    if hasattr(kind, "__dataclass_fields__"):
        return False
    has_own_text = kind.__str__ is not object.__str__ or kind.__repr__ is not object.__repr__
    return has_own_text and f" at 0x{id(value):x}>" not in str(value)


def _code(text: str) -> str:
    """Set text as code, whatever is in it."""
    if "`" not in text and "\n" not in text:
        return f"`{text}`"
    runs = [len(run) for run in re.findall("`+", text)]
    if "\n" in text:
        fence = "`" * max(3, *(run + 1 for run in runs), 3)
        return f"{fence}\n{text}\n{fence}"
    ticks = "`"
    while len(ticks) in runs:
        ticks += "`"
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{edge}{text}{edge}{ticks}"
