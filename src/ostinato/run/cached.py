"""Cached: a function whose results are kept, as a script calls it."""

import functools
import inspect
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from types import CodeType, FunctionType
from typing import Any, Literal, NamedTuple

from ostinato.caching.cache import Cache, Made, Settings, Unkept
from ostinato.caching.caches import Caches, FunctionVersion, caches
from ostinato.caching.key import Digest, HashFuncs, Unhashable, key_of, name_of
from ostinato.caching.limits import parse_size
from ostinato.caching.making import Maker, Making, waits
from ostinato.caching.refresh import refresh
from ostinato.errors import UnhashableParamError, UnserializableReturnValueError
from ostinato.run.container import elements
from ostinato.run.recorder import files_drawn, is_recorded, recording, replay
from ostinato.run.run import Run, home_here, run_here
from ostinato.run.waiting import life_of, look, maker_here, waiting

logger = logging.getLogger("ostinato")

AWAIT_EVERY = 0.02
"""Seconds after which a coroutine that waits looks again: others run beside it."""


class Options(NamedTuple):
    """How a function is cached, as far as that is of no cache's concern.

    Args:
        scope: Whether each session has a cache of its own.
        show_spinner: Whether to show that the function goes on; or the text for it.
        show_time: Whether to show for how long.
        hash_funcs: What is hashed in the place of values of some types.
        validate: Whether a resource may still be used.
        on_release: Called with a resource that is let go of.
    """

    scope: Literal["global", "session"] = "global"
    show_spinner: bool | str = True
    show_time: bool = False
    hash_funcs: HashFuncs | None = None
    validate: Callable[[Any], Any] | None = None
    on_release: Callable[[Any], Any] | None = None


class CachedFunction:
    """A function whose results are kept.

    Args:
        function: Which.
        settings: What its cache is like.
        options: What else was asked for.
    """

    def __init__(self, function: Any, settings: Settings, options: Options) -> None:
        self.__name__ = type(function).__name__
        functools.update_wrapper(self, function)
        self._function = function
        self._settings = settings
        self._options = options
        self._is_async = inspect.iscoroutinefunction(function)
        module = getattr(function, "__module__", "")
        self._name = getattr(function, "__qualname__", type(function).__name__)
        self._version = FunctionVersion.of(_code_of(function), f"{module}.{self._name}")
        self._holds = not isinstance(function, FunctionType | type)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return what is kept, or call the function."""
        cache = self._cache()
        key = self._key(args, kwargs)
        call = functools.partial(self._function, *args, **kwargs)
        if self._is_async:
            return self._await(cache, key, call)
        made = self._find(cache, key)
        if made is None:
            made = self._make(cache, key, call, has_arguments=bool(args or kwargs))
        self._follow(cache, key, made, call)
        return made.value

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        """Return the method of an object."""
        return self if owner is None else BoundFunction(self, owner)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget what was made of these arguments; without any, everything."""
        key = self._key(args, kwargs) if args or kwargs else None
        self._cache().clear(key)

    def _key(self, args: Sequence[Any], kwargs: dict[str, Any]) -> bytes:
        decorator = f"cache_{self._settings.kind}"
        functions = self._options.hash_funcs
        key = key_of(self._function, args, kwargs, functions=functions, decorator=decorator)
        return key + _held_by(self._function, functions) if self._holds else key

    def _cache(self) -> Cache:
        cache = _owner(self._options.scope).of(self._version, self._settings)
        # Those of the script as it is now.
        cache.validate, cache.on_release = self._options.validate, self._options.on_release
        if self._settings.is_background:
            cache.stale_for = _stale_for(run_here())
        if self._settings.is_persistent and cache.backing is None:
            home = home_here()
            disk = bare_disk() if home is None else home.open_disk()
            cache.backing = None if disk is None else disk.of(self._version)
        return cache

    def _find(self, cache: Cache, key: bytes) -> Made | None:
        """Return what is kept, and have the run's account say whether there was something."""
        made = cache.find(key)
        run = run_here()
        if made is not None and not _can_draw_again(run, made):
            cache.clear(key)
            made = None
        if run is not None:
            run.own.trace.note_cache(self._name, is_hit=made is not None)
        return made

    def _make(
        self, cache: Cache, key: bytes, call: Callable[[], Any], *, has_arguments: bool
    ) -> Made:
        run = run_here()
        try:
            with self._spinner(run, has_arguments=has_arguments):
                make = functools.partial(_called, run, call)
                return cache.obtain(key, make, maker_here(run), waiting(run))
        except Unkept as error:
            raise self._unserializable(error) from error.__cause__

    async def _await(self, cache: Cache, key: bytes, call: Callable[[], Awaitable[Any]]) -> Any:
        import asyncio  # noqa: PLC0415  (whoever awaits has it)

        run, task = run_here(), asyncio.current_task()
        is_alive = life_of(run)
        maker = Maker(task, lambda: is_alive() and task is not None and not task.done())
        made = self._find(cache, key)
        while made is None:
            making = cache.claim(key, maker)
            if making is not None:
                made = await self._made(cache, key, call, making)
                break
            other = cache.maker_of(key)
            if other is not None and not waits.begin(task, other):
                return await call()
            try:
                while other is not None and not other.done.is_set() and other.maker.is_alive():
                    await asyncio.sleep(AWAIT_EVERY)
                    look(run)
            finally:
                waits.end(task)
            made = cache.find(key)
        self._follow(cache, key, made, lambda: asyncio.run(_awaited(call)))
        return made.value

    async def _made(
        self, cache: Cache, key: bytes, call: Callable[[], Awaitable[Any]], making: Making
    ) -> Made:
        run = run_here()
        try:
            with (
                self._spinner(run, has_arguments=True),
                nullcontext() if run is None else recording(run) as drawn,
            ):
                value = await call()
            return cache.make(key, lambda: (value, drawn or None), making)
        except Unkept as error:
            raise self._unserializable(error) from error.__cause__
        finally:
            cache.give_up(key, making)

    def _follow(self, cache: Cache, key: bytes, made: Made, call: Callable[[], Any]) -> None:
        """Do what comes with a result: draw what was drawn with it, make it again if it is old."""
        entry, run = made.entry, run_here()
        if not made.is_hit:
            _keep_within_budget(run)
            return
        if entry is None:
            return
        if self._settings.is_background:
            if cache.is_stale(entry):
                refresh(cache, key, call)
        elif entry.drawn and run is not None:
            replay(run, entry.drawn, self.__name__)

    def _spinner(self, run: Run | None, *, has_arguments: bool) -> AbstractContextManager[object]:
        shown = self._options.show_spinner
        if run is None or shown is False or is_recorded(run):
            return nullcontext()
        if not isinstance(shown, str):
            shown = f"Running `{self._name}({'...' if has_arguments else ''})`."
        found: AbstractContextManager[object] = elements["spinner"](
            shown, show_time=self._options.show_time, _cache=True
        )
        return found

    def _unserializable(self, error: Unkept) -> UnserializableReturnValueError:
        name, cause = self.__name__, error.__cause__
        return UnserializableReturnValueError(
            f"{name}: with @st.cache_data it must return what pickle can copy, got"
            f" {name_of(type(error.value))} ({cause}): return data, or use @st.cache_resource,"
            " which gives everyone the same object"
        )


class BoundFunction:
    """A cached method of an object."""

    def __init__(self, function: CachedFunction, owner: Any) -> None:
        functools.update_wrapper(self, function)
        self._cached = function
        self._owner = owner

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return what is kept, or call the method."""
        return self._cached(self._owner, *args, **kwargs)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget what was made of these arguments; without any, everything of all objects."""
        if args or kwargs:
            self._cached.clear(self._owner, *args, **kwargs)
        else:
            self._cached.clear()


def clear_all(kind: str) -> None:
    """Forget what all functions of a kind have made, for everyone and for this session."""
    home = home_here()
    for each in (caches, None if home is None else home.caches):
        if each is not None:
            each.clear(kind)
    disk = None if home is None or kind != "data" else home.open_disk()
    if disk is not None:
        disk.clear()


@functools.cache
def bare_disk() -> Any:
    """Return where a script without a server keeps what is to last: where its server would."""
    from ostinato.caching.disk import Disk  # noqa: PLC0415  (a served script never gets here)
    from ostinato.errors import Error  # noqa: PLC0415  (likewise)
    from ostinato.run.surroundings import bare_folder  # noqa: PLC0415  (likewise)
    from ostinato.state.signing import KeyRing  # noqa: PLC0415  (likewise)
    from ostinato.stores.factory import cache_folder, secret_of  # noqa: PLC0415  (likewise)

    folder = bare_folder()
    try:
        return Disk(cache_folder(folder), KeyRing([secret_of(folder)]))
    except Error as error:
        logger.warning("%s: until then, caches are in memory", error)
        return None


def _code_of(function: Any) -> CodeType | None:
    """Return the code that a function is known by; None if it has none, as what is written in C."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None:
        code = getattr(getattr(function, "__init__", None), "__code__", None)
    return code if isinstance(code, CodeType) else None


def _held_by(function: Any, functions: HashFuncs | None) -> bytes:
    """Return what tells apart what has one code: what a partial or an object holds.

    Raises:
        UnhashableParamError: If it has no content, nor a name that it could be known by instead.
    """
    digest = Digest(functions)
    try:
        digest.add(function)
    except Unhashable:
        if hasattr(function, "__qualname__"):
            return b""
    else:
        return digest.result()
    kind = name_of(type(function))
    raise UnhashableParamError(
        f"{kind}: what is cached must have a name or a content to be told by, got an object of"
        f" type {kind}: cache a function that calls it, or say in hash_funcs what stands for it"
    )


def _owner(scope: str) -> Caches:
    home = home_here() if scope == "session" else None
    if home is None:
        return caches
    if home.caches is None:
        home.caches = Caches()
    return home.caches


def _called(run: Run | None, call: Callable[[], Any]) -> tuple[Any, Any]:
    if run is None:
        return call(), None
    with recording(run) as drawn:
        value = call()
    return value, drawn or None


def _can_draw_again(run: Run | None, made: Made) -> bool:
    """Return whether the files that a function has drawn are there."""
    drawn = None if made.entry is None or run is None else made.entry.drawn
    if not drawn or run is None or run.home.files is None or not (ids := files_drawn(drawn)):
        return True
    return run.home.files.has_all(ids)


def _stale_for(run: Run | None) -> float:
    return 2.0 if run is None else run.config.runner.cache_background_refresh_ttl_multiplier


def _keep_within_budget(run: Run | None) -> None:
    limit = None if run is None else run.config.server.max_cache_data_size
    if limit is not None:
        size = parse_size("server.maxCacheDataSize", limit, "maxCacheDataSize")
        caches.shrink(size or 0)


async def _awaited(call: Callable[[], Awaitable[Any]]) -> Any:
    return await call()
