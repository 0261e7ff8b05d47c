"""Worker: one of several processes that serve one app on one port."""

import asyncio
import signal
import socket
import subprocess
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Self

from ostinato.server.serve import Stop

ASSIGNMENT = "OSTINATO_WORKER"
"""The variable that makes a process a worker: the numbers of the files that it inherits."""

START_WITHIN = 60.0
"""Seconds in which a worker has to be ready."""

READY = b"."


class StartFailed(Exception):
    """A worker has ended, or had to be ended, before it was ready.

    Args:
        reason: What became of it.
        status: How it ended: its exit status, or a signal's number below 0.
    """

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.status = status


class Assignment:
    """What a worker has from its supervisor: the port, and a socket that closes when either ends.

    Args:
        listener: The listening socket, shared by all workers.
        line: The line to the supervisor.
    """

    def __init__(self, listener: socket.socket, line: socket.socket) -> None:
        self.listener = listener
        self._line = line

    @classmethod
    def take(cls, environment: MutableMapping[str, str]) -> Self | None:
        """Find out whether this process is a worker; processes that it starts are not."""
        numbers = environment.pop(ASSIGNMENT, None)
        if numbers is None:
            return None
        listener, line = (socket.socket(fileno=int(number)) for number in numbers.split(","))
        listener.set_inheritable(False)
        line.set_inheritable(False)
        line.setblocking(False)
        return cls(listener, line)

    def report(self, stop: Stop) -> None:
        """Tell the supervisor that visitors can come, and end when the supervisor is gone."""
        loop = asyncio.get_running_loop()

        def hear() -> None:
            loop.remove_reader(self._line)
            stop()

        self._line.send(READY)
        loop.add_reader(self._line, hear)


class Worker:
    """A worker, as its supervisor sees it."""

    def __init__(self, process: asyncio.subprocess.Process, line: socket.socket) -> None:
        self._process = process
        self._line = line

    @classmethod
    async def start(
        cls, command: Sequence[str], environment: Mapping[str, str], listener: socket.socket
    ) -> Self:
        """Start a process that takes connections from `listener`."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            files = listener.fileno(), theirs.fileno()
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=subprocess.DEVNULL,
                env={**environment, ASSIGNMENT: "{},{}".format(*files)},
                pass_fds=files,
                # Ctrl+C is for the supervisor, which then ends its workers.
                start_new_session=True,
            )
        return cls(process, ours)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    async def until_ready(self) -> None:
        """Wait until visitors can come.

        Raises:
            StartFailed: If the worker ends before, or takes too long.
        """
        try:
            async with asyncio.timeout(START_WITHIN):
                is_ready = await asyncio.get_running_loop().sock_recv(self._line, 1)
        except TimeoutError:
            await self.end(0)
            raise StartFailed(f"it was not ready within {START_WITHIN:g} s", 1) from None
        if not is_ready:
            reason = await self.until_ended()
            raise StartFailed(reason, self._process.returncode or 1)

    async def until_ended(self) -> str:
        """Wait for the end of the process, and say how it ended."""
        status = await self._process.wait()
        self._line.close()
        if status < 0:
            return f"it was ended by {signal.Signals(-status).name}"
        return f"it ended with status {status}"

    async def end(self, patience: float) -> None:
        """Let the worker finish what it has begun; after `patience` seconds, kill it."""
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(patience):
                await self._process.wait()
        except TimeoutError:
            self.kill()
            await self._process.wait()

    def kill(self) -> None:
        """End the process at once."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        if self._process.returncode is None:
            self._process.send_signal(number)
