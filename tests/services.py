"""Services: real servers that tests start, stop and kill."""

import itertools
import random
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

PATIENCE = 20.0
PORTS = range(20_000, 32_000)
"""Below those that systems give to outgoing connections, which keep theirs for a minute."""

NGINX_CONFIG = Path(__file__).parents[1] / "examples/deploy/nginx.conf"


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait for a condition, and fail if it does not come."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"expected {what}"
        time.sleep(0.01)


def free_port() -> int:
    """Return a port that nobody has, and that nobody is given by chance."""
    for port in random.sample(PORTS, 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise OSError(f"ports: one of 100 from {PORTS} must be free, got none")


class RedisServer:
    """A redis-server on a port of its own, which it keeps when it is started again.

    Args:
        folder: Where it keeps what it keeps.
        settings: More of its options: `--requirepass`, `secret`. With `--appendonly`, `yes`, and
            `--appendfsync`, `always`, what it has confirmed survives a kill.
    """

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.tls_port = 0
        if "--tls-cert-file" in settings:
            self.tls_port = free_port()
            settings = (*settings, "--tls-port", str(self.tls_port))
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> Self:
        program = shutil.which("redis-server")
        assert program, "redis-server: must be installed: run tools/redis.sh"
        log = self.folder / f"redis-{self.port}.log"
        log.write_bytes(b"")
        where = ["--port", str(self.port), "--dir", str(self.folder), "--logfile", str(log)]
        command = [program, *where, "--bind", "127.0.0.1", "--save", "", *self._settings]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_until(lambda: b"Ready to accept" in log.read_bytes(), "a redis-server that is ready")
        return self

    def stop(self) -> None:
        """End it as an operator does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a crash does."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let it answer nothing, with its connections open."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    def command(self, *words: str) -> bytes:
        """Send a command of plain words, and give the beginning of the answer."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            connection.sendall(" ".join(words).encode() + b"\r\n")
            return connection.recv(65536)

    def _end(self, by: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(by)
        self._process.wait(PATIENCE)
        self._process = None


class Nginx:
    """The nginx of `examples/deploy`, before servers of this machine.

    Args:
        folder: Where it keeps what it keeps.
        ports: Those of the servers; each connection goes to a random one.
        change: Changes its configuration.
    """

    def __init__(
        self, folder: Path, ports: Sequence[int], change: Callable[[str], str] = str
    ) -> None:
        self.folder = folder / "nginx"
        self._change = change
        self.port = free_port()
        self._ports = ports
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
        assert program, "nginx: must be installed: run tools/redis.sh"
        self.folder.mkdir(exist_ok=True)
        config = self.folder / "nginx.conf"
        config.write_text(self._config())
        log = self.folder / "error.log"
        command = [program, "-p", str(self.folder), "-c", str(config), "-e", str(log)]
        self._process = subprocess.Popen([*command, "-g", "daemon off; pid nginx.pid;"])
        wait_until(self._answers, "an nginx that answers")
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._process = None

    def _config(self) -> str:
        """Return the file of the example, with our addresses and with folders that we may write."""
        example = NGINX_CONFIG.read_text()
        servers = re.findall(r"server app\d:8080", example)
        ours = [f"server 127.0.0.1:{port}" for port in self._ports]
        assert len(ours) <= len(servers)
        for server, replacement in itertools.zip_longest(servers, ours, fillvalue="# None:"):
            example = example.replace(server, replacement)
        folders = "".join(
            f"{name}_temp_path {name};"
            for name in ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
        )
        example = example.replace("http {", f"http {{ access_log off; {folders}")
        example = example.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        return self._change(example)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
