"""`st.cache_data`: a function's results, kept as data, of which everyone gets a copy."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal, ParamSpec, Protocol, Self, TypeVar, overload

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)

Ttl = float | dt.timedelta | str | None


class Cached(Protocol[P, R_co]):
    """A function whose results are kept."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """Return what is kept, or call the function."""

    @overload
    def __get__(self, owner: None, kind: type | None = None) -> Self: ...

    @overload
    def __get__(self, owner: object, kind: type | None = None) -> Any: ...

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget what was made of these arguments; without any, everything."""


class Decorator(Protocol):
    """What makes a function one whose results are kept."""

    def __call__(self, function: Callable[P, R_co], /) -> Cached[P, R_co]:
        """Return the function, cached."""


class CacheData:
    """Keep what a function returns: a call with the same arguments does not call it again.

    Each caller gets a copy, which may be changed. What is kept is of all sessions, unless
    `scope` says otherwise. What the function draws is drawn again when it is not called. The
    function is known by its name and code, an argument by its type and content; one whose name
    begins with an underscore does not count. An exception is not kept.

    The decorated function has `clear()`, which forgets everything it has made, and
    `clear(*args)`, which forgets what it has made of these arguments.

    Args:
        func: The function; it may be a method or a coroutine function.
        ttl: How long a result is kept: seconds, a timedelta, or text like "1h30m".
        max_entries: How many results are kept; the one that was used longest ago goes first.
        max_size: How many bytes they may take, likewise: a number, or text like "500MB".
        show_spinner: Whether to show that the function goes on; or the text to show.
        show_time: Whether to show for how long it does.
        persist: "disk" to keep results over restarts, and share them between the processes of a
            machine, in `.ostinato/cache` beside the script; `ttl` is of no effect then.
        hash_funcs: For types, or their full names, a function that returns what tells their
            values apart.
        scope: "global", or "session" for results that each session has for itself.
        refresh_mode: "background" to give a result that is older than `ttl` at once, and make
            it again meanwhile. What the function draws is not repeated then.

    Raises:
        StreamlitBadTimeStringError: If `ttl` is a text that is no time.
        StreamlitIncompatibleParametersError: If what is on disk is to be made again.
        StreamlitMissingRequiredParameterError: If something is to be made again at no time.
        StreamlitInvalidParameterTypeError: If an argument has a wrong type.
        StreamlitValueError: If an argument has a value that is not known.
        UnhashableParamError: When called with an argument that has no content to be told by.
        UnserializableReturnValueError: When the function returns what cannot be copied.

    Differs:
        hash_funcs: A function, a partial and a complex number can be told without one, and a
            class also stands for those below it. All of a large array counts, not a sample.
        persist: Files are signed, and shared by all processes of a machine.
        func: A default counts like the same value given.

    Example:
        >>> @st.cache_data(ttl="1h")
        ... def load(url):
        ...     return pd.read_csv(url)
    """

    @overload
    def __call__(self, func: Callable[P, R_co], /) -> Cached[P, R_co]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Decorator: ...

    def __call__(
        self,
        func: Any = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Decorate a function, or return what decorates one."""
        from ostinato.commands.caching import decorate_data  # noqa: PLC0415  (see above)

        return decorate_data(
            func,
            ttl=ttl,
            max_entries=max_entries,
            max_size=max_size,
            show_spinner=show_spinner,
            show_time=show_time,
            persist=persist,
            hash_funcs=hash_funcs,
            scope=scope,
            refresh_mode=refresh_mode,
        )

    def clear(self) -> None:
        """Forget what all functions have made that are decorated so."""
        from ostinato.run.cached import clear_all  # noqa: PLC0415  (see above)

        clear_all("data")


cache_data = CacheData()
