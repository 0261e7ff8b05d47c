"""App: a script as an ASGI application."""

import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
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
from ostinato.compat import install, uninstall
from ostinato.config import Config
from ostinato.errors import NotAvailable, ScriptNotFound
from ostinato.run.pool import ScriptThreads
from ostinato.run.script import Script
from ostinato.server.assets import Assets
from ostinato.server.socket import serve_socket
from ostinato.server.watch import app_modules, forget_modules, watch
from ostinato.session import session
from ostinato.session.registry import Registry
from ostinato.stores.memory import MemoryStore

logger = logging.getLogger("ostinato")

STATIC = Path(ostinato.__file__).parent / "static"
SWEEP_EVERY = 10.0
"""Seconds between two looks for sessions that nobody uses."""

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

    Raises:
        ScriptNotFound: If there is no such script.
        NotAvailable: If an argument is given that does not work yet.

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
        self._arguments = arguments
        self._lifespan = lifespan
        self._registry: Registry | None = None
        self._pool: ScriptThreads | None = None
        self._tasks: list[asyncio.Task[None]] = []
        base = self._config.server.base_path
        self._starlette = Starlette(
            debug=debug,
            routes=[
                *(routes or ()),
                Route(f"{base}/_stcore/health", _health),
                WebSocketRoute(f"{base}/_stcore/stream", self._socket),
                Mount(base or "/", Assets(STATIC)),
            ],
            middleware=middleware,
            exception_handlers=exception_handlers,
            lifespan=self._around,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
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
        install()
        folder = str(self._path.parent)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        sys.argv = [str(self._path), *self._arguments]
        self._pool = ScriptThreads(self._config.runner.threads)
        shared = session.App(
            Script(self._path, magic=self._config.runner.magic_enabled),
            self._config,
            MemoryStore(time.monotonic),
            self._pool,
            clock=time.monotonic,
            version=ostinato.__version__,
        )
        self._registry = Registry(shared)
        self._tasks = [asyncio.create_task(self._sweep(self._registry))]
        if self._config.server.file_watcher_type != "none":
            self._tasks.append(asyncio.create_task(self._watch(self._registry)))
        return self._registry

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._registry is not None:
            await self._registry.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            uninstall()
        self._registry = self._pool = None

    async def _socket(self, websocket: WebSocket) -> None:
        await serve_socket(websocket, self._start(), self._config)

    async def _sweep(self, registry: Registry) -> None:
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            await registry.expire()

    async def _watch(self, registry: Registry) -> None:
        folder = self._path.parent

        def changed(paths: set[Path]) -> None:
            forget_modules(paths, folder)
            registry.script_changed(rerun=self._config.server.run_on_save)

        await watch(
            lambda: {self._path, *app_modules(folder).values()},
            changed,
            is_polling=self._config.server.file_watcher_type == "poll",
        )


async def _health(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")
