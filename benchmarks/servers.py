"""Servers: a script served as a user would, by either product."""

import dataclasses
import random
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.products import APPS, CACHE, Product, environment, home

PATIENCE = 60.0
"""Seconds that a server may take to answer, or to end."""

POLL = 0.002
"""Seconds between two questions whether a server answers yet."""


@dataclasses.dataclass(frozen=True)
class Server:
    """A process that serves a script.

    Attributes:
        pid: Its number.
        port: Where it listens.
        started_in: Seconds from the command to the first page.
    """

    pid: int
    port: int
    started_in: float

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def served(product: Product, app: str, *flags: str) -> Iterator[Server]:
    """Serve one of `apps`, which has no visitors yet, until the end of the block.

    Raises:
        TimeoutError: If no page comes.
    """
    with (
        copied(app, product.apps) as script,
        running(product, script, free_port(), *flags) as server,
    ):
        yield server


@contextmanager
def copied(app: str, apps: Path = APPS) -> Iterator[Path]:
    """Put one of `apps` into a folder of its own, where a store may be kept beside it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, ignore_cleanup_errors=True) as folder:
        yield Path(shutil.copy(apps / f"{app}.py", folder))


@contextmanager
def running(product: Product, script: Path, port: int, *flags: str) -> Iterator[Server]:
    """Serve a script until the end of the block.

    Raises:
        TimeoutError: If no page comes.
    """
    log = CACHE / f"{product.module}.log"
    start = time.monotonic()
    with (
        log.open("w") as output,
        subprocess.Popen(
            [*product.command(script, port), *flags],
            env=environment(),
            cwd=home(),
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_page(port, process, log)
            yield Server(process.pid, port, time.monotonic() - start)
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process, with force if it does not heed."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def free_port() -> int:
    """Find a port of this machine that nobody uses."""
    while True:
        # Not one that the system gives to those who connect: whoever asks again and again whether
        # a server listens there would one day get it, be connected with themselves, and block it.
        port = random.randrange(10_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def _await_page(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
                page.read()
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(POLL)
    raise TimeoutError(f"served: no page came, got {log.read_text()[-2000:]!r}")
