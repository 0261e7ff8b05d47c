"""Caching: how connections are kept, and the answers to their queries, by `st.cache_...`."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from ostinato.commands.cache_data import cache_data
from ostinato.commands.cache_resource import cache_resource

Function = TypeVar("Function", bound=Callable[..., Any])


def as_resource(function: Function, **options: Any) -> Function:
    """Have a function make its object once for equal arguments, as `st.cache_resource` does.

    Args:
        function: The function, one of a module.
        options: Those of `st.cache_resource`.
    """
    return cast("Function", cache_resource(**options)(function))


def as_data(function: Function, **options: Any) -> Function:
    """Have a function keep what it has returned for equal arguments, as `st.cache_data` does.

    Args:
        function: The function, one of a module.
        options: Those of `st.cache_data`.
    """
    return cast("Function", cache_data(**options)(function))
