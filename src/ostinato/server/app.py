"""App: a script as an ASGI application."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
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
from ostinato.config import Config, Places, check
from ostinato.config.auth import is_configured
from ostinato.config.secrets import check_given
from ostinato.errors import ScriptNotFound
from ostinato.run.surroundings import OnScriptError, serving, surroundings_of
from ostinato.server import components, static_files
from ostinato.server.additions import Lifespan, check_additions, check_untaken
from ostinato.server.assets import Assets
from ostinato.server.frames import Frames
from ostinato.server.hosts import Hosts, is_loopback
from ostinato.server.lifetime import Lifetime
from ostinato.server.limits import HandshakeLimit, reject
from ostinato.server.login_routes import login_routes
from ostinato.server.map_sources import map_sources
from ostinato.server.media import Media
from ostinato.server.probes import operator_routes
from ostinato.server.socket import serve_socket
from ostinato.server.themes import Following, Themes
from ostinato.server.uploads import UploadRoute
from ostinato.wire.props import COMPONENTS, MEDIA

logger = logging.getLogger("ostinato")

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
        self.configure(config or Config(), arguments, folder, listens_on)

    def configure(
        self,
        config: Config,
        arguments: Sequence[str] = (),
        folder: Path | None = None,
        listens_on: str | None = None,
        places: Places | None = None,
    ) -> None:
        """Say how the app is served, before it is: a command knows better than who wrote it.

        Args:
            config: The configuration.
            arguments: What the script finds in `sys.argv` after its own name.
            folder: Where the embedded store is kept; beside the script without it.
            listens_on: Address that the server listens on.
            places: Where the configuration came from: the theme follows its files.

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
        is_local = listens_on is not None and is_loopback(listens_on)
        self._surroundings = surroundings_of(self._path.parent, config, self._on_script_error)
        self._surroundings.secrets.merge(self._secrets)
        themes = Themes(self._surroundings, self._path.parent)
        metrics, operators = operator_routes(config, lambda: self._lifetime.storage().store)
        life = self._lifetime = Lifetime(
            self._path,
            self._surroundings,
            metrics,
            Following(themes, places) if places else None,
            arguments=arguments,
            folder=folder or self._path.parent,
            is_local=is_local,
        )
        logins = login_routes(base, life.logins)
        if self._routes:
            check_untaken(self._routes, operators, "probes")
            if is_configured(self._surroundings.secrets.peek()):
                check_untaken(self._routes, logins, "logging in")
        self._hosts = Hosts(
            server.allowed_hosts,
            address=server.address if listens_on else None,
            is_local=is_local,
            open_paths=[route.path for route in operators] + [f"{base}/_stcore/health"],
        )
        uploads = UploadRoute(life.uploads, lambda: self._surroundings.config)
        self._starlette = Starlette(
            routes=[
                *(self._routes or ()),
                *operators,
                Route(f"{base}/_stcore/health", _health),
                WebSocketRoute(f"{base}/_stcore/stream", self._socket),
                *logins,
                Route(f"{base}/_stcore/uploads", uploads.answer, methods=["GET", "POST"]),
                Mount(f"{base}/{MEDIA.rstrip('/')}", Media(life.files)),
                Mount(f"{base}/{COMPONENTS.rstrip('/')}", components.of(config, life.files)),
                *Frames(life.files).routes(base),
                *self._static_routes(),
                *themes.routes(base),
                Mount(
                    base or "/",
                    Assets(STATIC, server.frame_ancestors, map_sources(config.maps), themes),
                ),
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
        self._lifetime.begin()
        try:
            if self._lifespan is None:
                yield {}
            else:
                async with self._lifespan(self) as state:
                    self.state = dict(state or {})
                    yield self.state
        finally:
            self.state = {}
            await self._lifetime.end()

    async def open(self) -> None:
        """Get ready for visitors, and see whether the store can be reached.

        Raises:
            ConfigError: If the configuration cannot be followed.
            StoreError: If the folder for it cannot be used, or it is required and not reached.
        """
        await self._lifetime.open()

    async def drain(self) -> None:
        """End all sessions, so that other processes can go on with them (N02).

        Runs may go on for `server.drainTimeout` seconds; what is done by then is stored.
        """
        await self._lifetime.drain()

    async def _socket(self, websocket: WebSocket) -> None:
        life, config = self._lifetime, self._surroundings.config
        await serve_socket(websocket, life.begin(), config, self._handshakes, life.logins())

    def _static_routes(self) -> list[BaseRoute]:
        server = self._surroundings.config.server
        if not server.enable_static_serving:
            return []
        folder = self._path.parent / static_files.FOLDER
        files = static_files.StaticFiles(folder, self._lifetime.files)
        return [Mount(f"{server.base_path}/{static_files.ROUTE}", files)]


async def _refuse(problem: str, scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse(f"{problem}\n", 403, {"X-Content-Type-Options": "nosniff"})
    if scope["type"] == "websocket":
        await reject(WebSocket(scope, receive, send), answer)
    else:
        await answer(scope, receive, send)


async def _health(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")
