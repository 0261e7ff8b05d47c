"""Serve: runs the application until someone stops it, and lets it finish what it has begun."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Protocol

import uvicorn
from starlette.types import Receive, Scope, Send

from ostinato.config import Config
from ostinato.errors import ConfigError
from ostinato.server.forks import guard_forks
from ostinato.server.forwarded import Forwarded
from ostinato.server.http import TimeoutHttpProtocol
from ostinato.server.limits import raise_file_limit
from ostinato.server.websocket import BoundedWebSocket

logger = logging.getLogger("ostinato")

# A client of IPv4 has such an address on a socket that listens for both.
TRUSTED_PROXIES = "127.0.0.1,::1,::ffff:127.0.0.1"

TURN = 0.0005
"""Seconds that a script which computes may go on while others wait for Python: the event loop has
to wait that often for each of them, so the usual 5 ms are too long."""

FLUSH = 5.0
"""Seconds beyond `server.drainTimeout` in which the application has to have saved everything."""

TOLD_AFTER = 1.0
"""Seconds after which whoever ends the process hears what it is waiting for."""

LAST_REQUESTS = 1.0
"""Seconds in which connections made before the end may still send a request."""

LAST_ANSWERS = 3
"""Seconds in which answers that have been begun can be sent."""

END = FLUSH + LAST_ANSWERS + 2.0
"""Seconds beyond `server.drainTimeout` that a process may take to end."""

TICK = 1.0
"""Seconds for which answers bear the same date."""

Stop = Callable[[], None]


class Application(Protocol):
    """What is served."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""

    async def open(self) -> None:
        """Get ready for visitors.

        Raises:
            Error: If it cannot.
        """

    async def drain(self) -> None:
        """End runs, save everything, and send the browsers elsewhere."""


def serve(
    app: Application,
    config: Config,
    listener: socket.socket,
    on_ready: Callable[[Stop], None],
    *,
    is_worker: bool = False,
) -> None:
    """Serve `app` on a listening socket until the process is told to end.

    Args:
        app: The application.
        config: How to serve it.
        listener: The socket; browsers that come early wait there.
        on_ready: Called, in the loop, when nothing can go wrong any more, with a function that
            ends the serving as a signal does.
        is_worker: Whether another process minds this one, and kills it if it has to.

    Raises:
        ConfigError: If a file for HTTPS is missing.
        Error: If the application cannot begin.
    """
    _check_files(config)
    raise_file_limit()
    guard_forks(listener)
    sys.setswitchinterval(TURN)
    # SIGTERM ends the command as Ctrl+C does: with a word, and without an error.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        # A lone process has nobody to renew it but whoever started it, who does if it ends well.
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    with suppress(KeyboardInterrupt):
        _Server(app, config, on_ready, is_worker=is_worker).run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(
        self,
        app: Application,
        config: Config,
        on_ready: Callable[[Stop], None],
        *,
        is_worker: bool,
    ) -> None:
        super().__init__(_uvicorn_config(app, config))
        self._app = app
        self._patience = config.server.drain_timeout + FLUSH
        self._on_ready = on_ready
        self._is_worker = is_worker
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told_to_end = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # What goes wrong here is said in a sentence; in the lifespan, it would be a traceback.
        self._loop = asyncio.get_running_loop()
        await self._app.open()
        await super().startup(sockets)
        self._on_ready(lambda: self.handle_exit(signal.SIGTERM, None))

    async def main_loop(self) -> None:
        # Uvicorn looks ten times a second whether it is to end, and once for the date of answers.
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK):
                    await self._told_to_end.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # From here on, other processes take what comes in.
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        await asyncio.gather(self._drain(), self._hear_out())
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.should_exit and not self._is_worker:
            # Told twice: end at once, whatever a script or the store is waiting for.
            signal.signal(sig, signal.SIG_DFL)
            signal.raise_signal(sig)
        super().handle_exit(sig, frame)
        if self._loop is not None and not self._loop.is_closed():
            # A signal comes between any two lines of the loop's, or while it waits.
            self._loop.call_soon_threadsafe(self._told_to_end.set)

    async def _drain(self) -> None:
        told = asyncio.get_running_loop().call_later(TOLD_AFTER, self._tell_draining)
        try:
            async with asyncio.timeout(self._patience):
                await self._app.drain()
        except TimeoutError:
            logger.error("serve: not everything was saved within %g s", self._patience)
        finally:
            told.cancel()

    def _tell_draining(self) -> None:
        how = "" if self._is_worker else "; press Ctrl+C once more to end at once"
        logger.warning("serve: waiting up to %g s for scripts that run%s", self._patience, how)

    async def _hear_out(self) -> None:
        """Wait for the requests of those who connected just before listening ended."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_REQUESTS):
                while any(
                    isinstance(each, TimeoutHttpProtocol) and each.is_waiting
                    for each in self.server_state.connections
                ):
                    await asyncio.sleep(0.01)


def _check_files(config: Config) -> None:
    server = config.server
    for name, file in (("Cert", server.ssl_cert_file), ("Key", server.ssl_key_file)):
        if file is not None and not Path(file).is_file():
            raise ConfigError(f"server.ssl{name}File: must be a file, got {file!r}")


def _uvicorn_config(app: Application, config: Config) -> uvicorn.Config:
    server = config.server
    return uvicorn.Config(
        Forwarded(app, os.environ.get("FORWARDED_ALLOW_IPS", TRUSTED_PROXIES)),
        loop="auto",
        http=TimeoutHttpProtocol,
        ws=BoundedWebSocket,
        # Twice the limit: what is hung up on while it is still being sent ends in a reset
        # connection, and the browser never learns why. Up to here, our own socket tells it.
        ws_max_size=2 * server.max_message_bytes,
        ws_per_message_deflate=server.enable_websocket_compression,
        lifespan="on",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=LAST_ANSWERS,
        ssl_certfile=server.ssl_cert_file,
        ssl_keyfile=server.ssl_key_file,
    )
