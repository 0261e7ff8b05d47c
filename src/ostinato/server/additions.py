"""Additions: what a program may add to an app, checked before anybody comes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Match, Route

RESERVED = ("/_stcore/", "/assets/", "/component/", "/media/", "/static/")
"""Paths that begin so are ours, or will be."""

Lifespan = Callable[[Any], AbstractAsyncContextManager[Any]]


def check_additions(
    *,
    lifespan: object,
    routes: object,
    middleware: object,
    on_script_error: object,
    exception_handlers: object,
    base_path: str,
) -> None:
    """See whether the arguments of an `App` are what they have to be.

    Raises:
        TypeError: If one is of another type.
        ValueError: If a route takes a path that the app itself needs.
    """
    for name, called in (("lifespan", lifespan), ("on_script_error", on_script_error)):
        if called is not None and not callable(called):
            raise TypeError(f"App: {name} must be a function, got {called!r}")
    _check_all("middleware", middleware, Middleware, "Middleware(YourMiddleware)")
    _check_all("routes", routes, BaseRoute, 'Route("/path", function)')
    _check_handlers(exception_handlers)
    for route in routes if isinstance(routes, Sequence) else ():
        path = str(getattr(route, "path", ""))
        below = path.removeprefix(base_path)
        if f"{below}/".startswith(RESERVED):
            raise ValueError(
                f"App: a route must not begin with {' or '.join(RESERVED)}, got {path!r}: "
                "take another, such as /api/..."
            )


def check_untaken(given: Iterable[BaseRoute], ours: Iterable[Route], use: str) -> None:
    """See whether routes that are tried before ours leave ours their paths.

    Args:
        given: The routes of the program.
        ours: Those that have to answer.
        use: What these are for.

    Raises:
        ValueError: If one of them would answer in the place of ours.
    """
    for own in ours:
        asked = {"type": "http", "method": "GET", "path": own.path, "root_path": "", "headers": []}
        for route in given:
            if route.matches(asked)[0] is Match.FULL:
                raise ValueError(
                    f"App: a route must not take {own.path}, which is for {use},"
                    f" got {str(getattr(route, 'path', route))!r}: take another, such as /api/..."
                )


def _check_all(name: str, given: object, kind: type, example: str) -> None:
    if given is None:
        return
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise TypeError(f"App: {name} must be a list, got {given!r}: write [{example}]")
    for each in given:
        if not isinstance(each, kind):
            raise TypeError(
                f"App: each of {name} must be a {kind.__name__} of Starlette, got {each!r}: "
                f"write {example}"
            )


def _check_handlers(given: object) -> None:
    if given is None:
        return
    if not isinstance(given, Mapping):
        raise TypeError(f"App: exception_handlers must be a dict, got {given!r}")
    for caught, handler in given.items():
        is_error = isinstance(caught, type) and issubclass(caught, Exception)
        if not is_error and not (isinstance(caught, int) and 400 <= caught <= 599):
            raise TypeError(
                "App: exception_handlers are for classes of exceptions and statuses from 400 on,"
                f" got {caught!r}"
            )
        if not callable(handler):
            raise TypeError(f"App: the handler of {caught!r} must be a function, got {handler!r}")
