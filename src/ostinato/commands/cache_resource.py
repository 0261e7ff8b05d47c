"""`st.cache_resource`: an object that a function makes once, and everyone uses."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, overload

from ostinato.commands.cache_data import Cached, Decorator, P, R_co, Ttl


class CacheResource:
    """Make an object once, such as a connection or a model, and give the same to everyone.

    It is not copied: it must bear to be used by several threads at once. Otherwise this is as
    `st.cache_data`.

    Args:
        func: The function that makes it; it may be a method or a coroutine function.
        ttl: How long it is kept: seconds, a timedelta, or text like "1h30m".
        max_entries: How many objects are kept; the one that was used longest ago goes first.
        show_spinner: Whether to show that the function goes on; or the text to show.
        show_time: Whether to show for how long it does.
        validate: Called with the object whenever it is used: if it returns False, the object is
            made again.
        hash_funcs: For types, or their full names, a function that returns what tells their
            values apart.
        on_release: Called with an object that is not kept any more. It is not called when the
            process ends.
        scope: "global", or "session" for objects that each session has for itself.
        refresh_mode: "background" to give an object that is older than `ttl` at once, and make
            another meanwhile. What the function draws is not repeated then.

    Raises:
        StreamlitBadTimeStringError: If `ttl` is a text that is no time.
        StreamlitMissingRequiredParameterError: If something is to be made again at no time.
        StreamlitInvalidParameterTypeError: If an argument has a wrong type.
        StreamlitValueError: If an argument has a value that is not known.
        UnhashableParamError: When called with an argument that has no content to be told by.

    Differs:
        on_release: It is called for an object that `validate` has refused, too.

    Example:
        >>> @st.cache_resource(on_release=lambda connection: connection.close())
        ... def connect(path):
        ...     return sqlite3.connect(path, check_same_thread=False)
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
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], Any] | None = None,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None,
        on_release: Callable[[Any], Any] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Decorator: ...

    def __call__(
        self,
        func: Any = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], Any] | None = None,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None,
        on_release: Callable[[Any], Any] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Decorate a function, or return what decorates one."""
        from ostinato.commands.caching import decorate_resource  # noqa: PLC0415  (see above)

        return decorate_resource(
            func,
            ttl=ttl,
            max_entries=max_entries,
            show_spinner=show_spinner,
            show_time=show_time,
            validate=validate,
            hash_funcs=hash_funcs,
            on_release=on_release,
            scope=scope,
            refresh_mode=refresh_mode,
        )

    def clear(self) -> None:
        """Let go of all objects that functions decorated so have made."""
        from ostinato.run.cached import clear_all  # noqa: PLC0415  (see above)

        clear_all("resource")


cache_resource = CacheResource()
