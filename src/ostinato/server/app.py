"""App: a script as an ASGI application."""

import asyncio
import functools
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from contextvars import ContextVar
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
from ostinato.compat import as_streamlit
from ostinato.config import Config, check
from ostinato.config.auth import is_configured
from ostinato.config.secrets import check_given
from ostinato.errors import ScriptNotFound
from ostinato.run.filing import Filing
from ostinato.run.hosting import hosting
from ostinato.run.pool import ScriptThreads
from ostinato.run.script import Script
from ostinato.run.surroundings import OnScriptError, serving, surroundings_of
from ostinato.run.uploads import Uploads
from ostinato.server import static_files
from ostinato.server.additions import Lifespan, check_additions, check_untaken
from ostinato.server.assets import Assets
from ostinato.server.background import Background, say_if_away
from ostinato.server.frames import Frames
from ostinato.server.hosts import Hosts, is_loopback
from ostinato.server.limits import HandshakeLimit, reject
from ostinato.server.login_routes import login_routes
from ostinato.server.logins import Logins
from ostinato.server.media import Media
from ostinato.server.probes import operator_routes, telemetry_of
from ostinato.server.repetition import Repetitions
from ostinato.server.socket import serve_socket
from ostinato.server.storage import Storage, open_disk, open_storage
from ostinato.server.uploads import UploadRoute
from ostinato.server.watch import Work
from ostinato.session.registry import Registry
from ostinato.session.services import Services
from ostinato.tasks import begin
from ostinato.wire.props import MEDIA

logger = logging.getLogger("ostinato")
SERVER_LOGGER = logging.getLogger("uvicorn.error")
"""Where a server of ours tells of requests that are none."""

STATIC = Path(ostinato.__file__).parent / "static"

made_in: ContextVar[Path] = ContextVar("made_in")
"""The folder of the file that makes an app, while a command runs that file."""


class App:
    """A script as an ASGI application: run it with any ASGI server, or mount it in another.

    Args:
        script_path: The script to run for every visitor; seen from the current folder or, in a
            file that `ostinato run` serves, from its own.
        secrets: Secrets beside those in files, and above them.
        lifespan: Runs around the life of the server: it is given this app, and may yield a dict,
            which is then `state`.
        routes: More routes, tried before ours.
        middleware: Middleware, outermost first.
        on_script_error: Called with what has ended the script or a callback, in its place, so that
            it may draw; if it returns True, nothing else is shown.
        exception_handlers: Handlers for errors in `routes`, as in Starlette.
        debug: Whether errors in `routes` show a traceback.
        config: The configuration; defaults without it.
        arguments: What the script finds in `sys.argv` after its own name.
        folder: Where the embedded store is kept; beside the script without it.
        listens_on: Address that the server listens on; leave it out where it is not known.

    Attributes:
        script_path: The script, as it was given.
        state: What the lifespan has yielded, as long as it goes on.

    Raises:
        ScriptNotFound: If there is no such script.
        ConfigError: If the configuration cannot be followed.
        StoreError: If the store is required and its folder cannot be written.
        TypeError: If another argument, or a part of it, is of a type that it cannot be.
        ValueError: If a route takes a path that the app itself needs.

    Differs:
        script_path: A script that is not there is an error at once.

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
        on_script_error: OnScriptError | None = None,
        exception_handlers: Mapping[Any, Callable[..., Any]] | None = None,
        debug: bool = False,
        config: Config | None = None,
        arguments: Sequence[str] = (),
        folder: Path | None = None,
        listens_on: str | None = None,
    ) -> None:
        self.script_path = script_path
        self.state: dict[str, Any] = {}
        self._path = (made_in.get(None) or Path.cwd()) / script_path
        if not self._path.is_file():
            raise ScriptNotFound(
                f"App: the script is not there, got script_path={str(script_path)!r}"
            )
        self._secrets = check_given(secrets or {})
        self._lifespan = lifespan
        self._routes = routes
        self._on_script_error = on_script_error
        self._starlette_options: dict[str, Any] = {
            "debug": debug,
            "middleware": middleware,
            "exception_handlers": exception_handlers,
        }
        self._handshakes = HandshakeLimit()
        self._repetitions = Repetitions()
        self._registry: Registry | None = None
        self._storage: Storage | None = None
        self._files: Filing | None = None
        self._known_logins: Logins | None = None
        self._pool: ScriptThreads | None = None
        self._media = Media(self._find_files)
        self._uploads = UploadRoute(self._find_uploads, lambda: self._surroundings.config)
        self._frames = Frames(self._find_files)
        self._hosting = ExitStack()
        self._tasks: list[asyncio.Task[None]] = []
        self.configure(config or Config(), arguments, folder, listens_on)

    def configure(
        self,
        config: Config,
        arguments: Sequence[str] = (),
        folder: Path | None = None,
        listens_on: str | None = None,
    ) -> None:
        """Say how the app is served, before it is: a command knows better than who wrote it.

        Args:
            config: The configuration.
            arguments: What the script finds in `sys.argv` after its own name.
            folder: Where the embedded store is kept; beside the script without it.
            listens_on: Address that the server listens on.

        Raises:
            ConfigError: If the configuration cannot be followed.
            TypeError: If an argument that the app was made with is of a wrong type.
            ValueError: If a route takes a path that the app itself needs.
        """
        check(config)
        server, base = config.server, config.server.base_path
        check_additions(
            lifespan=self._lifespan,
            routes=self._routes,
            middleware=self._starlette_options["middleware"],
            on_script_error=self._on_script_error,
            exception_handlers=self._starlette_options["exception_handlers"],
            base_path=base,
        )
        self._config, self._arguments = config, arguments
        self._folder = folder or self._path.parent
        self._is_local = listens_on is not None and is_loopback(listens_on)
        self._surroundings = surroundings_of(self._path.parent, config, self._on_script_error)
        self._surroundings.secrets.merge(self._secrets)
        self._metrics, operators = operator_routes(config, lambda: self._open_storage().store)
        logins = login_routes(base, self._logins)
        if self._routes:
            check_untaken(self._routes, operators, "probes")
            if is_configured(self._surroundings.secrets.peek()):
                check_untaken(self._routes, logins, "logging in")
        self._hosts = Hosts(
            server.allowed_hosts,
            address=server.address if listens_on else None,
            is_local=self._is_local,
            open_paths=[route.path for route in operators] + [f"{base}/_stcore/health"],
        )
        self._starlette = Starlette(
            routes=[
                *(self._routes or ()),
                *operators,
                Route(f"{base}/_stcore/health", _health),
                WebSocketRoute(f"{base}/_stcore/stream", self._socket),
                *logins,
                Route(f"{base}/_stcore/uploads", self._uploads.answer, methods=["GET", "POST"]),
                Mount(f"{base}/{MEDIA.rstrip('/')}", self._media),
                *self._frames.routes(base),
                *self._static_routes(),
                Mount(base or "/", Assets(STATIC, server.frame_ancestors)),
            ],
            lifespan=self._around,
            **self._starlette_options,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        serving.set(self._surroundings)
        if scope["type"] != "lifespan" and (problem := self._hosts.problem(scope)):
            logger.warning("%s", problem)
            await _refuse(problem, scope, receive, send)
            return
        await self._starlette(scope, receive, send)

    def lifespan(self) -> Callable[[Any], AbstractAsyncContextManager[None]]:
        """Return what another application takes as its lifespan, in which this one is mounted.

        Without it, this app gets ready when its first visitor comes, and never hears of the end.

        Example:
            >>> app = ostinato.App("dashboard.py")
            >>> api = fastapi.FastAPI(lifespan=app.lifespan())
            >>> api.mount("/dashboard", app)
        """

        @asynccontextmanager
        async def around(outer: object) -> AsyncIterator[None]:
            async with self._around(outer):
                yield

        return around

    @asynccontextmanager
    async def _around(self, outer: object) -> AsyncIterator[dict[str, Any]]:
        serving.set(self._surroundings)
        self._start()
        try:
            if self._lifespan is None:
                yield {}
            else:
                async with self._lifespan(self) as state:
                    self.state = dict(state or {})
                    yield self.state
        finally:
            self.state = {}
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
        self._load_secrets()
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
            surroundings=self._surroundings,
            telemetry=telemetry_of(self._config, self._path.stem),
            files=storage.files,
            open_disk=functools.cache(lambda: open_disk(self._config, self._folder)),
        )
        self._files = shared.files
        registry = self._registry = Registry(shared)
        background = Background(shared, registry, self._logins(), self._repetitions)
        self._tasks = background.begin(Work(begun, lambda: pool.busy > 0), is_local=self._is_local)
        return registry

    def _load_secrets(self) -> None:
        """Read the secrets, before a script looks into the environment for them."""
        secrets = self._surroundings.secrets
        if (problem := secrets.load().problem) and any(path.exists() for path in secrets.paths):
            logger.warning("st.secrets: %s", problem.removeprefix("st.secrets: "))

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
            self._tasks.append(begin(partial(say_if_away, self._open_storage().store), "store"))

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
        if self._files is not None:
            # What is still to be written takes its time, and others have this loop too.
            await asyncio.to_thread(self._files.close)
        if self._storage is not None:
            await self._storage.store.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._hosting.close()
            self._surroundings.secrets.close()
        self._repetitions.tell(is_last=True)
        for each in (logger, SERVER_LOGGER):
            each.removeFilter(self._repetitions)
        self._registry = self._pool = self._storage = self._known_logins = self._files = None

    async def _socket(self, websocket: WebSocket) -> None:
        registry, config = self._start(), self._surroundings.config
        await serve_socket(websocket, registry, config, self._handshakes, self._logins())

    def _static_routes(self) -> list[BaseRoute]:
        server = self._config.server
        if not server.enable_static_serving:
            return []
        folder = self._path.parent / static_files.FOLDER
        files = static_files.StaticFiles(folder, self._find_files)
        return [Mount(f"{server.base_path}/{static_files.ROUTE}", files)]

    def _find_files(self) -> Filing:
        self._start()
        assert self._files is not None
        return self._files

    def _find_uploads(self) -> Uploads:
        self._start()
        assert self._surroundings.uploads is not None
        return self._surroundings.uploads

    def _logins(self) -> Logins:
        if self._known_logins is None:
            self._known_logins = Logins(self._open_storage().store, self._surroundings)
        return self._known_logins


async def _refuse(problem: str, scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse(f"{problem}\n", 403, {"X-Content-Type-Options": "nosniff"})
    if scope["type"] == "websocket":
        await reject(WebSocket(scope, receive, send), answer)
    else:
        await answer(scope, receive, send)


async def _health(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")
