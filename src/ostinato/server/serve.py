"""Serving: runs the application until someone stops it."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from ostinato.config import Config
from ostinato.errors import ConfigError

# A client of IPv4 has such an address on a socket that listens for both.
TRUSTED_PROXIES = "127.0.0.1,::1,::ffff:127.0.0.1"


def serve(
    app: ASGIApp, config: Config, listener: socket.socket, on_ready: Callable[[], None]
) -> None:
    """Serve `app` on a listening socket until the process is told to end.

    Args:
        app: The application.
        config: How to serve it.
        listener: The socket; browsers that come early wait there.
        on_ready: Called when nothing can go wrong any more.

    Raises:
        ConfigError: If a file for HTTPS is missing.
    """
    server = config.server
    for name, file in (("Cert", server.ssl_cert_file), ("Key", server.ssl_key_file)):
        if file is not None and not Path(file).is_file():
            raise ConfigError(f"server.ssl{name}File: must be a file, got {file!r}")
    uvicorn_config = uvicorn.Config(
        app,
        loop="auto",
        http="httptools",
        ws="websockets-sansio",
        # Twice the limit: what is hung up on while it is still being sent ends in a reset
        # connection, and the browser never learns why. Up to here, our own socket tells it.
        ws_max_size=2 * server.max_message_bytes,
        # Most messages are smaller than what compression would add to them.
        ws_per_message_deflate=False,
        lifespan="on",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS", TRUSTED_PROXIES),
        timeout_graceful_shutdown=3,
        ssl_certfile=server.ssl_cert_file,
        ssl_keyfile=server.ssl_key_file,
    )
    on_ready()
    with suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn_config).run(sockets=[listener])
