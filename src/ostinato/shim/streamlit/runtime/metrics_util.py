"""Where packages count how often their functions are called: nobody is told of it here."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def gather_metrics(name: str, func: F | None = None, *, _positional_arg_offset: int = 0) -> Any:
    """Return a function as it is, or a decorator that does."""
    return (lambda function: function) if func is None else func
