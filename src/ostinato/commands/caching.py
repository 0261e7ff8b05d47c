"""Caching: what both decorators are called with, checked."""

import inspect
import logging
from collections.abc import Mapping
from typing import Any, Literal

from ostinato.arguments.text import check_choice
from ostinato.caching.cache import Settings
from ostinato.caching.limits import check_count, parse_size, parse_ttl
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.run.cached import CachedFunction, Options

logger = logging.getLogger("ostinato")


def decorate_data(func: Any, *, persist: Any, max_size: Any, **given: Any) -> Any:
    """Return a function that is cached as data; without one, what decorates one."""
    who = "cache_data"
    if persist not in ("disk", True, False, None):
        raise StreamlitValueError(f'{who}: persist must be "disk" or None, got persist={persist!r}')
    settings = _settings(who, "data", given)
    settings = settings._replace(max_size=parse_size(who, max_size), is_persistent=bool(persist))
    if settings.is_persistent:
        if settings.is_background:
            raise StreamlitIncompatibleParametersError(
                f'{who}: what is on disk has no ttl, got refresh_mode="background" and'
                f" persist={persist!r}: leave one of them out"
            )
        if settings.ttl is not None:
            logger.warning('%s: ttl is of no effect with persist="disk"', who)
            settings = settings._replace(ttl=None)
    return _decorate(who, func, settings, _options(who, given))


def decorate_resource(func: Any, *, validate: Any, on_release: Any, **given: Any) -> Any:
    """Return a function whose objects are shared; without one, what decorates one."""
    who = "cache_resource"
    settings, options = _settings(who, "resource", given), _options(who, given)
    for name, value in {"validate": validate, "on_release": on_release}.items():
        _check_callable(who, name, value)
    return _decorate(
        who, func, settings, options._replace(validate=validate, on_release=on_release)
    )


def _settings(who: str, kind: Literal["data", "resource"], given: Mapping[str, Any]) -> Settings:
    mode = given["refresh_mode"]
    check_choice(who, "refresh_mode", mode, ("foreground", "background"))
    ttl = parse_ttl(who, given["ttl"])
    if mode == "background" and (ttl is None or ttl <= 0):
        raise StreamlitMissingRequiredParameterError(
            f'{who}: refresh_mode="background" needs to know when, got ttl={given["ttl"]!r}:'
            ' say it like ttl="1h"'
        )
    return Settings(
        kind,
        ttl=ttl,
        max_entries=check_count(who, given["max_entries"]),
        is_background=mode == "background",
    )


def _options(who: str, given: Mapping[str, Any]) -> Options:
    check_choice(who, "scope", given["scope"], ("global", "session"))
    functions = given["hash_funcs"]
    if functions is not None and not isinstance(functions, Mapping):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: hash_funcs must be a dict of functions by type, got hash_funcs={functions!r}:"
            " write it like hash_funcs={Model: lambda model: model.name}"
        )
    for kind, function in (functions or {}).items():
        _check_callable(who, f"hash_funcs[{kind!r}]", function)
    return Options(
        scope=given["scope"],
        show_spinner=given["show_spinner"],
        show_time=bool(given["show_time"]),
        hash_funcs=functions,
    )


def _check_callable(who: str, name: str, value: Any) -> None:
    if value is not None and not callable(value):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be a function, got {name}={value!r}: pass it without calling it"
        )


def _decorate(who: str, func: Any, settings: Settings, options: Options) -> Any:
    def decorate(function: Any) -> Any:
        if isinstance(function, staticmethod | classmethod):
            # What it wraps is cached, whichever decorator comes first.
            return type(function)(decorate(function.__func__))
        if not callable(function):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: it decorates a function, got {function!r}: write what it is called with by"
                " name, like ttl=60"
            )
        if inspect.isasyncgenfunction(function):
            raise StreamlitAPIException(
                f"{who}: an async generator can be used up only once, got"
                f" {function.__qualname__}: return a list from a coroutine function instead"
            )
        return CachedFunction(function, settings, options)

    return decorate if func is None else decorate(func)
