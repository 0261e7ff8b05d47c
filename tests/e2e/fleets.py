"""Fleets: servers of one app in the arrangements that people run, and what befalls them."""

import os
import random
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Protocol, Self

from e2e.proxy import Proxy
from e2e.server import Launch, Server
from services import Nginx, RedisServer, free_port

OUTAGE = 10.0
"""Seconds for which Redis is away."""

SECRET = ["--server.cookieSecret", "the secret of all machines"]


class Fleet(Protocol):
    """Something that serves the app at one address, and the faults it is to bear."""

    url: str
    faults: list[Callable[[], object]]

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


class Alone:
    """One process with the embedded store, killed and started again.

    Args:
        script: The app, in a folder of its own.
        flags: More flags for the command.
        launch: Starts a process: see `Server`.
    """

    def __init__(self, script: Path, *flags: str, launch: Launch | None = None) -> None:
        self._server = Server.of(script, *flags, launch=launch)
        self.faults: list[Callable[[], object]] = [self._crash]

    def __enter__(self) -> Self:
        self._server.start()
        self.url = self._server.url
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is not None:
            print(self._server.account())
        self._server.stop()

    def _crash(self) -> None:
        self._server.kill()
        self._server.start()


class Workers(Alone):
    """Two worker processes that share the embedded store; one or all of them die."""

    def __init__(self, script: Path, *, launch: Launch | None = None) -> None:
        super().__init__(script, "--workers", "2", launch=launch)
        self.faults += [self._crash_one, self._crash_one, self._restart_rolling]

    def _crash_one(self) -> None:
        workers = self._server.workers
        if not workers:
            return  # Those that were killed last are being replaced.
        with suppress(ProcessLookupError):
            os.kill(random.choice(workers), signal.SIGKILL)

    def _restart_rolling(self) -> None:
        self._server.reload()


class Machines:
    """Three processes over Redis, behind nginx that sends each connection to any of them.

    Args:
        script: The app.
        folder: Where Redis and nginx keep their files.
        launch: Starts a process: see `Server`.
    """

    def __init__(self, script: Path, folder: Path, *, launch: Launch | None = None) -> None:
        self._stack = ExitStack()
        self._redis = RedisServer(folder, "--appendonly", "yes", "--appendfsync", "always")
        flags = ["--store", self._redis.url, *SECRET]
        run = [sys.executable, "-m", "ostinato", "run", str(script), "--headless", *flags]
        self._servers = [
            Server([*run, "--port", str(free_port())], script.parent, launch) for _ in range(3)
        ]
        self._folder = folder
        self.faults: list[Callable[[], object]] = [self._crash_one, self._cut]

    def __enter__(self) -> Self:
        self._redis.start()
        self._stack.callback(self._redis.stop)
        for server in self._servers:
            self._stack.callback(server.stop)
            server.start()
        nginx = Nginx(self._folder, [server.port for server in self._servers]).start()
        self._stack.callback(nginx.stop)
        self._proxy = self._stack.enter_context(Proxy(nginx.port))
        self.url = self._proxy.url
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is not None:
            print(*(server.account() for server in self._servers), sep="\n")
        self._stack.close()

    def outage(self) -> None:
        """Stop Redis for ten seconds, in which all processes die too."""
        self._redis.stop()
        for server in self._servers:
            server.kill()
            server.start()
        threading.Event().wait(OUTAGE)
        self._redis.start()

    def _crash_one(self) -> None:
        server = random.choice(self._servers)
        server.kill()
        server.start()

    def _cut(self) -> None:
        self._proxy.cut()
        self._proxy.mend()
