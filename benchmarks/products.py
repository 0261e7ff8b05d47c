"""Products: what is compared, each installed in an environment of its own, and how it is served."""

import dataclasses
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "benchmarks"
APPS = Path(__file__).parent / "apps"

PATIENCE = 60.0
"""Seconds that a server may take to answer."""

POLL = 0.002
"""Seconds between two questions whether a server answers yet."""


@dataclasses.dataclass(frozen=True)
class Product:
    """One of the two.

    Attributes:
        name: How the table calls it.
        module: What Python runs, and what scripts import.
        requirement: What pip installs.
        flags: How it is told to leave the desktop and the network alone.
    """

    name: str
    module: str
    requirement: str
    flags: tuple[str, ...]

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return CACHE / self.module / "bin" / "python"

    def install(self) -> None:
        """Make the environment; what is built from this folder is installed anew each time."""
        is_ours, is_new = self.requirement == str(ROOT), not self.python.exists()
        if is_new:
            CACHE.mkdir(parents=True, exist_ok=True)
            (CACHE / ".gitignore").write_text("*\n")
            subprocess.run([sys.executable, "-m", "venv", CACHE / self.module], check=True)
        if is_new or not self._is_complete():
            self._pip(self.requirement)
            (CACHE / self.module / "complete").touch()
        elif is_ours:
            self._pip("--force-reinstall", "--no-deps", self.requirement)

    def run(self, *arguments: str) -> str:
        """Run its interpreter and give what it prints; `benchmarks` can be imported there."""
        done = subprocess.run(
            [self.python, *arguments],
            env=environment(PYTHONPATH=str(ROOT)),
            cwd=_home(),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    def _pip(self, *arguments: str) -> None:
        quiet = ("--quiet", "--quiet", "--disable-pip-version-check")
        subprocess.run([self.python, "-m", "pip", "install", *quiet, *arguments], check=True)

    def _is_complete(self) -> bool:
        return (CACHE / self.module / "complete").exists()


OSTINATO = Product("Ostinato", "ostinato", str(ROOT), ("--server.headless", "true"))
STREAMLIT = Product(
    "Streamlit",
    "streamlit",
    "streamlit==1.67.0",
    ("--server.headless", "true", "--browser.gatherUsageStats", "false"),
)
PRODUCTS = (STREAMLIT, OSTINATO)


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
def served(product: Product, app: str) -> Iterator[Server]:
    """Serve one of `apps` as a user would, until the end of the block.

    Raises:
        TimeoutError: If no page comes.
    """
    port = free_port()
    script = str(APPS / f"{app}.py")
    command = [str(product.python), "-m", product.module, "run", script, "--server.port", str(port)]
    log = CACHE / f"{product.module}.log"
    start = time.monotonic()
    with (
        log.open("w") as output,
        subprocess.Popen(
            [*command, *product.flags],
            env=environment(),
            cwd=_home(),
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_page(port, process, log)
            yield Server(process.pid, port, time.monotonic() - start)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port() -> int:
    """Find a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    """Give the environment of a process that knows nothing of this machine's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": str(_home()), **more}


def _home() -> Path:
    home = CACHE / "home"
    home.mkdir(parents=True, exist_ok=True)
    return home


def _await_page(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
                page.read()
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(POLL)
    raise TimeoutError(f"served: no page came, got {log.read_text()[-2000:]!r}")
