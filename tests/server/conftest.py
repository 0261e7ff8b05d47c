"""A real server on a real port, in a thread."""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.types import ASGIApp

from e2e.server import Server
from ostinato.compat import as_streamlit
from ostinato.config import Config
from ostinato.run.hosting import hosting
from ostinato.server.app import App

Serve = Callable[..., str]
Start = Callable[..., Server]


@contextmanager
def served(app: ASGIApp, **options: Any) -> Iterator[str]:
    """Serve an application, with more options of uvicorn, and give its host and port."""
    listener = socket.create_server(("127.0.0.1", 0))
    usual: dict[str, Any] = {"ws": "websockets-sansio", "log_level": "error", "lifespan": "on"}
    config = uvicorn.Config(app, **usual | options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
        assert not thread.is_alive()


@pytest.fixture
def write_script(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a script."""

    def write(source: str) -> Path:
        path = tmp_path / "my_app.py"
        path.write_text("import streamlit as st\n" + source)
        return path

    return write


@pytest.fixture
def serve(write_script: Callable[[str], Path]) -> Iterator[Serve]:
    """Yield a function that serves a script, or an application made around it."""
    arguments, paths = sys.argv, list(sys.path)
    with ExitStack() as stack:

        def start(
            source: str,
            config: Config | None = None,
            around: Callable[[ASGIApp], ASGIApp] = lambda app: app,
        ) -> str:
            app = App(write_script(source), config=config, arguments=["one", "two"])
            return stack.enter_context(served(around(app)))

        yield start
    # An app that no lifespan reaches goes on hosting: later tests are not to be in it.
    for each in (as_streamlit, hosting):
        while each.is_on:
            each.__exit__()
    sys.argv, sys.path[:] = arguments, paths


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Yield a function that serves a script as a person does, by a command of its own."""
    with ExitStack() as stack:

        def begin(source: str, *flags: str, **how: Any) -> Server:
            script = tmp_path / "app.py"
            script.write_text(f"import streamlit as st\n{source}")
            server = Server.of(script, *flags, **how)
            stack.callback(server.kill)
            return server.start()

        yield begin


def answers(port: int) -> bool:
    """Return whether somebody listens."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
