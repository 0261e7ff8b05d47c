"""Signatures: what functions took that Streamlit has given up.

The file beside this one has a line for each.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Function = Callable[..., dict[str, Any]]


def bind(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a call by their names, in the order of the parameters.

    Args:
        name: The name of the function, with that of what it is a member of. One that is not known
            takes whatever is given by name.
        args: Those that are given by place.
        kwargs: Those that are given by name.

    Raises:
        TypeError: If the function does not take them, in the words of the interpreter.
    """
    function = function_of(name)
    return dict(kwargs) if function is None else function(*args, **kwargs)


@functools.cache
def function_of(name: str) -> Function | None:
    """Make a function that takes what Streamlit's takes, and gives its arguments by their names."""
    if name not in _parameters():
        return None
    made: dict[str, Function] = {}
    exec(f"def made({_parameters()[name]}): return locals()", made)
    function = made["made"]
    function.__name__ = function.__qualname__ = name
    return function


@functools.cache
def _parameters() -> dict[str, str]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    parts = [line.removesuffix(")").partition("(") for line in lines]
    return {name: parameters for name, _, parameters in parts}
