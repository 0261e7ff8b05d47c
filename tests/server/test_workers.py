"""Several processes that serve one app on one port: they start, die and are renewed."""

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from http.client import HTTPException
from pathlib import Path

import pytest

from e2e.server import Server
from server.conftest import Start, answers
from server.sockets import HELLO, dial, read
from services import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
SCRIPT = "import os\nst.text(os.getpid())\n"
SLOW = "import time\nst.text('begun')\ntime.sleep(600)\n"

TWO = ("--workers", "2")


def served_by(server: Server) -> int:
    """Return the process that runs the script for a new visitor."""
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        (put,) = read(tab, "edits")[1]
        return int(put[4]["body"])


class Visitors:
    """Requests without end, each over a connection of its own."""

    def __init__(self, url: str) -> None:
        self.served = 0
        self.failures: list[str] = []
        self._url = url
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(4)]

    def __enter__(self) -> "Visitors":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, more: int) -> None:
        """Wait until so many more were served."""
        enough = self.served + more
        wait_until(lambda: self.served >= enough, f"{enough} to be served, not {self.served}")

    def _ask(self) -> None:
        while not self._is_over.is_set():
            try:
                with urllib.request.urlopen(f"{self._url}/_stcore/health", timeout=10) as answer:
                    assert answer.read() == b"ok"
                self.served += 1
            except (OSError, HTTPException) as error:
                self.failures.append(repr(error))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_signal_ends_all_in_peace(start: Start, number: signal.Signals, workers: int) -> None:
    server = start(SCRIPT, "--workers", str(workers))
    server.send(number)
    assert server.wait() == 0
    assert "".join(server.log).endswith("\n  Stopped.\n")
    assert len([line for line in server.log if line.strip()]) <= 4
    assert not answers(server.port)


def test_both_workers_serve_and_the_address_is_said_once(start: Start) -> None:
    server = start(SCRIPT, *TWO)
    wait_until(
        lambda: {served_by(server) for _ in range(8)} == set(server.workers), "both to serve"
    )
    assert [line for line in server.log if "http://localhost" in line] == [
        f"  Local URL:   {server.url}\n"
    ]


def test_a_worker_that_dies_is_replaced_while_the_other_serves(start: Start) -> None:
    server = start(SCRIPT, *TWO)
    dead, other = server.workers
    with Visitors(server.url) as visitors:
        os.kill(dead, signal.SIGKILL)
        assert f"process {dead} is gone, it was ended by SIGKILL" in server.hear("is gone")
        wait_until(lambda: len(server.workers) == 2, "a new worker")
        visitors.wait_for(100)
    assert other in server.workers
    assert dead not in server.workers
    # Those who talked to it when it died have seen it.
    assert len(visitors.failures) <= 4


def test_workers_end_when_their_supervisor_is_killed(start: Start) -> None:
    server = start(SCRIPT, *TWO)
    os.kill(server.pid, signal.SIGKILL)
    assert server.wait() == -signal.SIGKILL
    assert not answers(server.port)


def test_renewal_refuses_no_visitor(start: Start) -> None:
    server = start(SCRIPT, *TWO)
    old = set(server.workers)
    with Visitors(server.url) as visitors:
        visitors.wait_for(50)
        server.reload()
        server.hear("all 2 are renewed")
        visitors.wait_for(50)
    assert visitors.failures == []
    assert len(server.workers) == 2
    assert old.isdisjoint(server.workers)


def test_a_renewal_that_fails_leaves_the_old_workers(start: Start) -> None:
    server = start(SCRIPT, *TWO)
    old = server.workers
    (server.folder / "app.py").unlink()
    server.send(signal.SIGHUP)
    assert "it ended with status 2: the old ones go on" in server.hear("cannot start")
    assert server.workers == old
    with Visitors(server.url) as visitors:
        visitors.wait_for(1)


@pytest.mark.parametrize("workers", ["1", "3"])
@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (
            "--server.sslCertFile a.pem --server.sslKeyFile b.pem",
            r"server\.sslCertFile: must be a file, got 'a\.pem'",
        ),
        ("--store cupboard", r"session\.store: must be sqlite, .*, got kind='cupboard': choose .*"),
        ("--store redis://127.0.0.1:1 --store-required", r"redis store .*: must answer, got .*"),
    ],
)
def test_what_keeps_a_server_from_starting_is_said_once(
    tmp_path: Path, workers: str, flags: str, sentence: str
) -> None:
    result = run(tmp_path, *flags.split(), "--workers", workers)
    assert re.fullmatch(f"Error: {sentence}\n", result.stderr)
    assert (result.returncode, result.stdout) == (1, "")


def test_workers_need_a_store_that_they_share(tmp_path: Path) -> None:
    result = run(tmp_path, "--workers", "2", "--store", "memory")
    assert result.stderr == (
        "Error: session.store: must be one that several workers share, got 'memory': "
        "choose sqlite or redis://..., or --workers 1\n"
    )
    assert result.returncode == 1


def run(folder: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    (folder / "app.py").write_text(SCRIPT)
    command = [sys.executable, "-m", "ostinato", "run", "app.py", "--port", "0", "--headless"]
    return subprocess.run(
        [*command, *flags], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_the_second_signal_ends_at_once(start: Start, workers: int) -> None:
    server = start(SLOW, "--server.drainTimeout", "600", "--workers", str(workers))
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        assert read(tab, "edits")
        server.send(signal.SIGTERM)
        wait_until(lambda: not answers(server.port), "listening to end")
        server.send(signal.SIGTERM)
        server.wait()


def test_processes_that_a_script_starts_do_not_keep_the_port(start: Start) -> None:
    source = (
        "import os, subprocess\n"
        "child = subprocess.Popen(['sleep', '60'], close_fds=False, stdout=subprocess.DEVNULL,\n"
        "    stderr=subprocess.DEVNULL)\n"
        "st.text(f'{child.pid} {os.environ.get(\"OSTINATO_WORKER\")}')\n"
    )
    server = start(source, *TWO)
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        (put,) = read(tab, "edits")[1]
    child, variable = put[4]["body"].split()
    try:
        assert variable == "None"
        server.stop()
        assert not answers(server.port)
    finally:
        os.kill(int(child), signal.SIGKILL)
