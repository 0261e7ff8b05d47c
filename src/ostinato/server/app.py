"""App: a script as an ASGI application."""

import asyncio
import functools
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

import ostinato
from ostinato.caching.caches import caches
from ostinato.compat import as_streamlit
from ostinato.config import Config, check
from ostinato.errors import NotAvailable, ScriptNotFound, StoreError
from ostinato.run.hosting import hosting
from ostinato.run.pool import ScriptThreads
from ostinato.run.script import Script
from ostinato.server.assets import Assets
from ostinato.server.hosts import Hosts, is_loopback
from ostinato.server.limits import HandshakeLimit, reject
from ostinato.server.probes import operator_routes, telemetry_of
from ostinato.server.repetition import Repetitions
from ostinato.server.socket import serve_socket
from ostinato.server.storage import Storage, open_disk, open_storage
from ostinato.server.watch import Work, app_modules, forget_modules, watch
from ostinato.session.registry import Registry
from ostinato.session.services import Services
from ostinato.stores.store import Store
from ostinato.tasks import begin, begin_lasting

logger = logging.getLogger("ostinato")
SERVER_LOGGER = logging.getLogger("uvicorn.error")
"""Where a server of ours tells of requests that are none."""

STATIC = Path(ostinato.__file__).parent / "static"
SWEEP_EVERY = 10.0
"""Seconds between two looks for sessions that nobody uses."""

LISTEN_AGAIN = 2.0

Lifespan = Callable[[Any], AbstractAsyncContextManager[Any]]


class App:
    """A script as an ASGI application: run it with any ASGI server, or mount it in another.

    Args:
        script_path: The script to run for every visitor.
        secrets: Not available yet.
        lifespan: Runs around the life of the server, as in Starlette.
        routes: More routes, tried before ours.
        middleware: Middleware, outermost first.
        on_script_error: Not available yet.
        exception_handlers: Handlers for errors in `routes`, as in Starlette.
        debug: Whether errors in `routes` show a traceback.
        config: The configuration; defaults without it.
        arguments: What the script finds in `sys.argv` after its own name.
        folder: Where the embedded store is kept; beside the script without it.
        listens_on: Address that the server listens on; leave it out where it is not known.

    Raises:
        ScriptNotFound: If there is no such script.
        ConfigError: If the configuration cannot be followed.
        StoreError: If the store is required and its folder cannot be written.
        NotAvailable: If an argument is given that does not work yet.

    Differs:
        secrets: It is not there yet.
        on_script_error: It is not there yet.

    Example:
        >>> app = ostinato.App("app.py")  # uvicorn module:app
        >>> fastapi_app.mount("/dashboard", ostinato.App("app.py"))
    """

    def __init__(
        self,
        script_path: str | Path,
        *,
        secrets: Mapping[str, Any] | None = None,
        lifespan: Lifespan | None = None,
        routes: Sequence[BaseRoute] | None = None,
        middleware: Sequence[Middleware] | None = None,
        on_script_error: Callable[[BaseException], object] | None = None,
        exception_handlers: Mapping[Any, Callable[..., Any]] | None = None,
        debug: bool = False,
        config: Config | None = None,
        arguments: Sequence[str] = (),
        folder: Path | None = None,
        listens_on: str | None = None,
    ) -> None:
        for name, value in (("secrets", secrets), ("on_script_error", on_script_error)):
            if value is not None:
                raise NotAvailable(f"App: {name} is not available yet, got {value!r}: leave it out")
        self._path = Path(script_path).absolute()
        if not self._path.is_file():
            raise ScriptNotFound(
                f"App: the script is not there, got script_path={str(script_path)!r}"
            )
        self._config = config or Config()
        check(self._config)
        self._arguments = arguments
        self._folder = folder or self._path.parent
        self._lifespan = lifespan
        self._handshakes = HandshakeLimit()
        self._repetitions = Repetitions()
        self._is_local = listens_on is not None and is_loopback(listens_on)
        self._registry: Registry | None = None
        self._storage: Storage | None = None
        self._pool: ScriptThreads | None = None
        self._hosting = ExitStack()
        self._tasks: list[asyncio.Task[None]] = []
        self._metrics, operators = operator_routes(self._config, lambda: self._open_storage().store)
        server, base = self._config.server, self._config.server.base_path
        probes = [route.path for route in operators] + [f"{base}/_stcore/health"]
        self._hosts = Hosts(
            server.allowed_hosts,
            address=server.address if listens_on else None,
            is_local=self._is_local,
            open_paths=probes,
        )
        self._starlette = Starlette(
            debug=debug,
            routes=[
                *(routes or ()),
                *operators,
                Route(f"{base}/_stcore/health", _health),
                WebSocketRoute(f"{base}/_stcore/stream", self._socket),
                Mount(base or "/", Assets(STATIC, server.frame_ancestors)),
            ],
            middleware=middleware,
            exception_handlers=exception_handlers,
            lifespan=self._around,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "lifespan" and (problem := self._hosts.problem(scope)):
            logger.warning("%s", problem)
            await _refuse(problem, scope, receive, send)
            return
        await self._starlette(scope, receive, send)

    @asynccontextmanager
    async def _around(self, starlette: Starlette) -> AsyncIterator[None]:
        self._start()
        try:
            if self._lifespan is None:
                yield
            else:
                async with self._lifespan(starlette):
                    yield
        finally:
            await self._stop()

    def _start(self) -> Registry:
        """Get ready for visitors. Where the app is mounted in another, the first one does it."""
        if self._registry is not None:
            return self._registry
        logger.addFilter(self._repetitions)
        folder = str(self._path.parent)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        self._hosting.enter_context(as_streamlit)
        self._hosting.enter_context(hosting)
        sys.argv = [str(self._path), *self._arguments]
        begun = asyncio.Event()
        pool = self._pool = ScriptThreads(self._config.runner.threads, on_call=begun.set)
        storage = self._open_storage()
        shared = Services(
            Script(self._path, magic=self._config.runner.magic_enabled),
            self._config,
            storage.store,
            pool,
            keys=storage.keys,
            clock=time.monotonic,
            version=ostinato.__version__,
            metrics=self._metrics,
            telemetry=telemetry_of(self._config, self._path.stem),
            open_disk=functools.cache(lambda: open_disk(self._config, self._folder)),
        )
        registry = self._registry = Registry(shared)
        self._tasks = [
            begin_lasting(lambda: self._sweep(registry), "sweep"),
            begin_lasting(lambda: self._listen(registry, storage.store), "notices"),
        ]
        if self._config.server.file_watcher_type != "none":
            work = Work(begun, lambda: pool.busy > 0)
            watching = partial(self._watch, registry, shared.script, work)
            self._tasks.append(begin_lasting(watching, "watch"))
        return registry

    def _open_storage(self, *, is_required: bool = False) -> Storage:
        if self._storage is None:
            self._storage = open_storage(
                self._config, self._folder, self._path.stem, is_required=is_required
            )
        return self._storage

    async def open(self) -> None:
        """Get ready for visitors, and see whether the store can be reached.

        Raises:
            ConfigError: If the configuration cannot be followed.
            StoreError: If the folder for it cannot be used, or it is required and not reached.
        """
        # Whoever starts a server can mend this now; nobody will when visitors are there.
        self._open_storage(is_required=True)
        self._start()
        SERVER_LOGGER.addFilter(self._repetitions)
        if self._config.session.store_required:
            await self._open_storage().store.count()
        else:
            self._tasks.append(begin(self._say_if_away, "store"))

    async def drain(self) -> None:
        """End all sessions, so that other processes can go on with them (N02).

        Runs may go on for `server.drainTimeout` seconds; what is done by then is stored.
        """
        if self._registry is not None:
            await self._registry.close(self._config.server.drain_timeout)

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._registry is not None:
            await self._registry.close()
        if self._storage is not None:
            await self._storage.store.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._hosting.close()
        self._repetitions.tell(is_last=True)
        for each in (logger, SERVER_LOGGER):
            each.removeFilter(self._repetitions)
        self._registry = self._pool = self._storage = None

    async def _socket(self, websocket: WebSocket) -> None:
        await serve_socket(websocket, self._start(), self._config, self._handshakes)

    async def _sweep(self, registry: Registry) -> None:
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            self._repetitions.tell()
            self._metrics.caches_hold(caches.figures())
            await registry.expire()

    async def _say_if_away(self) -> None:
        try:
            await self._open_storage().store.count()
        except StoreError as error:
            logger.warning("%s: until it is there, pages run and nothing is saved", error)

    async def _listen(self, registry: Registry, store: Store) -> None:
        """Hear what other processes say, for as long as the store lets us."""
        while True:
            try:
                async for notice in store.listen():
                    registry.on_notice(notice)
            except StoreError as error:
                logger.warning("%s: listened to again in %g s", error, LISTEN_AGAIN)
                await asyncio.sleep(LISTEN_AGAIN)

    async def _watch(self, registry: Registry, script: Script, work: Work) -> None:
        folder = self._path.parent
        wanted = self._config.server.run_on_save
        reruns = self._is_local if wanted == "auto" else wanted

        def changed(paths: set[Path]) -> None:
            forget_modules(paths, folder)
            self._repetitions.forget()
            registry.script_changed(rerun=reruns)

        await watch(
            lambda: {*script.files, *app_modules(folder).values()},
            changed,
            work,
            blame=script.blame,
            is_polling=self._config.server.file_watcher_type == "poll",
        )


async def _refuse(problem: str, scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse(f"{problem}\n", 403, {"X-Content-Type-Options": "nosniff"})
    if scope["type"] == "websocket":
        await reject(WebSocket(scope, receive, send), answer)
    else:
        await answer(scope, receive, send)


async def _health(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")
