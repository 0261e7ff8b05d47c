"""Fork server: a process that has loaded the command, and forks for each server that is asked for.

To load it takes a second of a slow machine, and tests in a browser start hundreds of servers. That
a start from nothing works, and what it costs, is seen elsewhere: in `tests/server`, and by budgets.
"""

import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from itertools import cycle
from pathlib import Path
from typing import Self

TESTS = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "ostinato"]
ENDED = 999
"""What stands for the status of what has ended: only its parent knows that."""

LARGEST = 100_000
"""Bytes that ask for one process: the words of its command, and the environment."""


class Forked:
    """A process that another has forked: as much of `subprocess.Popen` as a server needs.

    Args:
        pid: Its number.
        handle: A file descriptor that stands for it, whoever has that number later.
        output: What it prints can be read there.
    """

    def __init__(self, pid: int, handle: int, output: int) -> None:
        self.pid = pid
        self.stdout = os.fdopen(output, encoding="utf-8", errors="replace")
        self._handle = handle

    def poll(self) -> int | None:
        """Return a number if it has ended, which is no status."""
        return ENDED if self._ends_within(0) else None

    def wait(self, timeout: float) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: If it goes on.
        """
        if not self._ends_within(timeout):
            raise subprocess.TimeoutExpired(f"process {self.pid}", timeout)
        return ENDED

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, number)

    def kill(self) -> None:
        """End it as a crash does."""
        self.send_signal(signal.SIGKILL)

    def __del__(self) -> None:
        os.close(self._handle)

    def _ends_within(self, seconds: float) -> bool:
        return bool(select.select([self._handle], [], [], seconds)[0])


class ForkServer:
    """A process that forks others, which go on as the command does."""

    def __enter__(self) -> Self:
        self._here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "e2e.fork_server", str(there.fileno())],
                cwd=TESTS,
                stdin=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
            )
        self._lock = threading.Lock()
        return self

    def __exit__(self, *error: object) -> None:
        self._here.close()
        self._process.wait()

    def start(self, command: Sequence[str], folder: Path) -> Forked:
        """Run the command in a folder, with the environment of this process.

        What only Python itself reads of that, as it starts, has no effect.
        """
        assert [*command[:3]] == COMMAND, f"a start: only {COMMAND} can be, got {command[:3]}"
        output, printed = os.pipe()
        request = json.dumps([[*command], str(folder), dict(os.environ)]).encode()
        assert len(request) <= LARGEST, f"a start: at most {LARGEST} bytes, got {len(request)}"
        with self._lock:
            try:
                socket.send_fds(self._here, [request], [printed])
            finally:
                os.close(printed)
            answer, handles, _, _ = socket.recv_fds(self._here, 20, 1)
        assert handles, f"a start: the fork server is gone, status {self._process.poll()}"
        return Forked(int(answer), handles[0], output)


class ForkServers:
    """Two of them, in turn: sets have another order in the process that takes over."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._turns = cycle([self._stack.enter_context(ForkServer()) for _ in range(2)])
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def start(self, command: Sequence[str], folder: Path) -> Forked:
        """Run the command: see `ForkServer.start`."""
        return next(self._turns).start(command, folder)


def _serve(asked: socket.socket) -> None:
    import ostinato.cli.commands  # noqa: F401, PLC0415  (what all the forks have loaded)

    while True:
        request, printed, _, _ = socket.recv_fds(asked, LARGEST, 1)
        if not request:
            return
        pid = os.fork()
        if pid == 0:
            asked.close()
            _become(*json.loads(request), *printed)
            return
        os.close(printed[0])
        handle = os.pidfd_open(pid)
        socket.send_fds(asked, [str(pid).encode()], [handle])
        os.close(handle)
        _bury()


def _become(command: list[str], folder: str, environment: dict[str, str], printed: int) -> None:
    """Go on as if somebody had given a command in a folder."""
    for number in (1, 2):
        os.dup2(printed, number)
    os.close(printed)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = folder
    sys.argv = command[2:]
    sys.orig_argv = command  # Workers are started so.
    runpy.run_module("ostinato", run_name="__main__", alter_sys=True)


def _bury() -> None:
    """Let go of those that have ended."""
    with suppress(ChildProcessError):
        while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG):
            pass


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
