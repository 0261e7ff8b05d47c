"""Fragment: a function whose part of the page runs without the rest."""

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar, overload

from ostinato.arguments.inputs import Key
from ostinato.arguments.text import optional_str
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.run import run_here
from ostinato.wire.props import ContainerProps

Span = int | float | timedelta | str | None
F = TypeVar("F", bound=Callable[..., object])

SHORTEST = 0.05
"""Seconds between two runs by itself, at the least."""


class Fragment(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `fragment`. One that `ticks` is to know whether anybody sees it."""

    ticks: bool = False


@overload
def fragment(
    func: F, *, run_every: Span = None, parallel: bool = False, key: Key | None = None
) -> F: ...


@overload
def fragment(
    func: None = None, *, run_every: Span = None, parallel: bool = False, key: Key | None = None
) -> Callable[[F], F]: ...


def fragment(
    func: F | None = None,
    *,
    run_every: Span = None,
    parallel: bool = False,
    key: Key | None = None,
) -> F | Callable[[F], F]:
    """Have a function run alone when somebody uses what it draws: the rest of the page stays.

    It is called again with the same arguments; what it returns then is of no use. What it draws
    into containers from elsewhere, the sidebar too, is replaced in place with each of its runs,
    and what others have drawn there stays.

    Args:
        func: The function; without it, this returns a decorator.
        run_every: Seconds, a `timedelta`, or text like "10s", after which the function runs by
            itself, again and again, while somebody sees the page; None for never.
        parallel: Whether a run of the page draws it beside the rest, in a thread of its own, and
            waits for it at the end; then it returns None.
        key: A name for `st.rerun(scope=...)` in a callback.

    Returns:
        The function, to be called where its part of the page is to stand.

    Raises:
        StreamlitBadTimeStringError: If `run_every` is text that says no time.
        StreamlitInvalidParameterTypeError: If `run_every` is no time, or `func` no function.

    Differs:
        func: Any container from elsewhere can be drawn into, whether or not a run of the page has.
        run_every: It rests while the page is hidden, and never cuts the run of a person short.

    Example:
        >>> @st.fragment(run_every="10s")
        ... def clock():
        ...     st.write(datetime.now())
    """
    from ostinato.arguments.seconds import seconds_of  # noqa: PLC0415  (few scripts need it)

    seconds = seconds_of("fragment", "run_every", run_every)
    every = None if seconds is None else max(seconds, SHORTEST)

    def decorate(function: F) -> F:
        if not callable(function):
            raise StreamlitInvalidParameterTypeError(
                f"fragment: it is made of a function, got func={function!r}:"
                ' write "@st.fragment" above one'
            )
        return _decorated(function, every, optional_str(key), bool(parallel))

    return decorate if func is None else decorate(func)


@element
def _fragment(id: str, *, ticks: bool) -> Container:
    """Draw the container of a fragment."""
    return draw(Fragment(ticks=ticks), children=True, id=id)


def _decorated(function: F, every: float | None, key: str | None, is_parallel: bool) -> F:
    from ostinato.run.parallel import beside  # noqa: PLC0415  (few scripts need it)
    from ostinato.run.scope import draw_scope, function_name, next_scope  # noqa: PLC0415  (likewise)

    name = function_name(function)

    @functools.wraps(function)
    def drawn(*args: object, **kwargs: object) -> object:
        run = run_here()
        if run is None:
            return function(*args, **kwargs)
        id = next_scope(run, name)
        place = _fragment(f"{run.page}part:{id}", ticks=every is not None)
        assert place.node is not None
        node, call = place.node, functools.partial(function, *args, **kwargs)
        drawing = functools.partial(
            draw_scope, id=id, node=node, call=call, run_every=every, key=key
        )
        if is_parallel and run.parts is None and run.has_begun:
            beside(run).start(drawing, run.scope, node)
            return None
        return drawing(run)

    return drawn  # type: ignore[return-value]
