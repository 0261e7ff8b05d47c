"""Caching: how connections are kept, and the answers to their queries, by `st.cache_...`."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar, cast

from ostinato.run.absent import is_absent
from ostinato.run.resources import resources

Function = TypeVar("Function", bound=Callable[..., Any])


def as_resource(function: Function, **options: Any) -> Function:
    """Have a function make its object once for equal arguments, as `st.cache_resource` does.

    Args:
        function: The function, one of a module.
        options: Those of `st.cache_resource`.
    """
    if is_absent("cache_resource"):
        # Nothing ends what is kept, whatever the options say.
        return cast("Function", resources.shared(cast("Any", function)))
    return cast("Function", import_module("ostinato").cache_resource(**options)(function))


def as_data(function: Function, **options: Any) -> Function:
    """Have a function keep what it has returned for equal arguments, as `st.cache_data` does.

    Args:
        function: The function, one of a module.
        options: Those of `st.cache_data`.
    """
    if is_absent("cache_data"):
        return function
    return cast("Function", import_module("ostinato").cache_data(**options)(function))
