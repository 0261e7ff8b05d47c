"""Redis server: a real one, of its own, for as long as it is measured."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.products import CACHE
from benchmarks.servers import PATIENCE, POLL, end, free_port


@contextmanager
def redis_server() -> Iterator[str]:
    """Run a Redis that writes down what it is told, and give its address.

    Raises:
        FileNotFoundError: If there is none.
        TimeoutError: If it does not begin.
    """
    program = shutil.which("redis-server")
    if program is None:
        raise FileNotFoundError("redis-server: not found: run tools/redis.sh")
    port = free_port()
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        log = Path(folder) / "log"
        where = ["--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--logfile", str(log)]
        with subprocess.Popen([program, *where, "--save", "", "--appendonly", "yes"]) as process:
            try:
                _await_ready(log, process)
                yield f"redis://127.0.0.1:{port}"
            finally:
                end(process)


def _await_ready(log: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if log.exists() and "Ready to accept" in log.read_text():
            return
        time.sleep(POLL)
    raise TimeoutError("redis-server: it must be ready, but is not")
