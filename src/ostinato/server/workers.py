"""Workers: the process that starts them, minds them, and renews them one by one."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from functools import partial

from ostinato.config import Config
from ostinato.errors import ConfigError
from ostinato.server.probes import shared_figures
from ostinato.server.serve import END
from ostinato.server.worker import StartFailed, Worker

logger = logging.getLogger("ostinato")

LIFE = 1.0
"""Seconds that a worker has to live before it is replaced."""

LONGEST_PAUSE = 30.0
"""Seconds between two attempts to start a worker, once several have failed."""


def supervise(config: Config, listener: socket.socket, on_ready: Callable[[], None]) -> None:
    """Serve by `server.workers` processes until this one is told to end.

    Each worker is this very command, run again.

    Args:
        config: How many, and how long they may take to end.
        listener: The socket that all of them take connections from.
        on_ready: Called when all of them can serve.

    Raises:
        ConfigError: If several processes cannot serve with this configuration.
        StartFailed: If one of the first workers cannot serve; it has said why.
    """
    check_workers(config)
    with shared_figures(config) as (variables, forget):
        command = [sys.executable, *sys.orig_argv[1:]]
        start = partial(Worker.start, command, {**os.environ, **variables})
        patience = config.server.drain_timeout + END
        supervisor = Supervisor(start, listener, config.server.workers, patience, forget)
        asyncio.run(supervisor.run(on_ready))


def check_workers(config: Config) -> None:
    """See whether several processes can serve with a configuration.

    Raises:
        ConfigError: If they cannot.
    """
    if sys.platform == "win32":
        raise ConfigError(
            f"server.workers: must be 1 on Windows, got {config.server.workers}: "
            "run several servers behind a proxy"
        )
    if config.session.store == "memory":
        raise ConfigError(
            "session.store: must be one that several workers share, got 'memory': "
            "choose sqlite or redis://..., or --workers 1"
        )


class Supervisor:
    """Keeps a number of workers alive.

    SIGTERM and SIGINT end all of them, the second one at once; SIGHUP renews them one by one.

    Args:
        start: Starts a worker that takes connections from a socket.
        listener: The socket.
        count: How many there are to be.
        patience: Seconds that a worker may take to end.
        forget: Is told the number of each process that has ended.
    """

    def __init__(
        self,
        start: Callable[[socket.socket], Awaitable[Worker]],
        listener: socket.socket,
        count: int,
        patience: float,
        forget: Callable[[int], None],
    ) -> None:
        self._start = start
        self._listener = listener
        self._count = count
        self._patience = patience
        self._forget = forget
        self._alive: set[Worker] = set()
        self._serving: set[Worker] = set()
        self._starting = asyncio.Lock()
        self._supervisors = asyncio.TaskGroup()
        self._told_to_renew = asyncio.Event()

    async def run(self, on_ready: Callable[[], None]) -> None:
        """Serve until told to end.

        Raises:
            StartFailed: If one of the first workers cannot serve.
        """
        self._obey_signals()
        try:
            # One goes ahead: what is wrong for one is wrong for all, and is said once.
            first = await self._add()
            others = await asyncio.gather(*(self._add() for _ in range(1, self._count)))
            on_ready()
            async with self._supervisors:
                for worker in (first, *others):
                    self._supervisors.create_task(self._supervise(worker))
                await self._renew_when_told()
        except asyncio.CancelledError:
            logger.debug("workers: told to end")
        finally:
            # As long as anybody holds it open, visitors wait there instead of going elsewhere.
            self._listener.close()
            await asyncio.gather(*(worker.end(self._patience) for worker in self._alive))

    def _obey_signals(self) -> None:
        loop = asyncio.get_running_loop()
        this = asyncio.current_task()
        assert this is not None

        def end() -> None:
            if not this.cancelling():
                this.cancel()
                return
            for worker in self._alive:
                worker.kill()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, end)
        loop.add_signal_handler(signal.SIGHUP, self._told_to_renew.set)

    async def _add(self) -> Worker:
        worker = await self._start(self._listener)
        self._alive.add(worker)
        try:
            await worker.until_ready()
        except StartFailed:
            self._alive.discard(worker)
            raise
        self._serving.add(worker)
        return worker

    async def _supervise(self, worker: Worker) -> None:
        """Wait for the end of a worker, and replace it unless it was told to end."""
        loop = asyncio.get_running_loop()
        begin = loop.time()
        reason = await worker.until_ended()
        self._alive.discard(worker)
        self._forget(worker.pid)
        if worker in self._serving:
            self._serving.remove(worker)
            logger.error("workers: process %d is gone, %s: starting another", worker.pid, reason)
            await asyncio.sleep(begin + LIFE - loop.time())
            await self._replace()

    async def _replace(self) -> None:
        pause = LIFE
        while True:
            try:
                async with self._starting:
                    if len(self._serving) < self._count:
                        self._supervisors.create_task(self._supervise(await self._add()))
                return
            except (StartFailed, OSError) as error:
                logger.error("workers: a new one cannot start, %s: again in %g s", error, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _renew_when_told(self) -> None:
        while True:
            await self._told_to_renew.wait()
            self._told_to_renew.clear()
            try:
                await self._renew()
                logger.info("workers: all %d are renewed", self._count)
            except StartFailed as error:
                logger.error("workers: a new one cannot start, %s: the old ones go on", error)

    async def _renew(self) -> None:
        """Let a new worker take the place of each old one, one after another."""
        for old in tuple(self._serving):
            async with self._starting:
                if old not in self._serving:
                    continue
                self._supervisors.create_task(self._supervise(await self._add()))
                self._serving.discard(old)
            await old.end(self._patience)
