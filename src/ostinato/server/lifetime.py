"""Lifetime: what an app has from its first visitor to its end: store, threads, sessions, tasks."""

import asyncio
import functools
import logging
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import ostinato
from ostinato.compat import as_streamlit
from ostinato.config.options import Server
from ostinato.run.filing import Filing
from ostinato.run.hosting import hosting
from ostinato.run.pool import ScriptThreads
from ostinato.run.script import Script
from ostinato.run.surroundings import Surroundings
from ostinato.run.uploads import Uploads
from ostinato.server.background import Background, say_if_away
from ostinato.server.logins import Logins
from ostinato.server.probes import telemetry_of
from ostinato.server.repetition import Repetitions
from ostinato.server.storage import Storage, open_disk, open_storage
from ostinato.server.themes import Following
from ostinato.server.watch import Work
from ostinato.session.metrics import Metrics
from ostinato.session.registry import Registry
from ostinato.session.services import OnSave, Services
from ostinato.tasks import begin

logger = logging.getLogger("ostinato")
SERVER_LOGGER = logging.getLogger("uvicorn.error")
"""Where a server of ours tells of requests that are none."""


class Lifetime:
    """Begins what visitors of an app need, once somebody asks for it, and ends all of it.

    Args:
        path: The script.
        surroundings: What its runs find around them.
        metrics: What sessions report to.
        following: Has the theme follow its files, if there are any.
        arguments: What the script finds in `sys.argv` after its own name.
        folder: Where the embedded store is kept.
        is_local: Whether only this machine can connect to the server.
    """

    def __init__(
        self,
        path: Path,
        surroundings: Surroundings,
        metrics: Metrics,
        following: Following | None,
        *,
        arguments: Sequence[str],
        folder: Path,
        is_local: bool,
    ) -> None:
        self._path, self._surroundings, self._metrics = path, surroundings, metrics
        self._following, self._arguments = following, arguments
        self._folder, self._is_local = folder, is_local
        self._repetitions = Repetitions()
        self._registry: Registry | None = None
        self._storage: Storage | None = None
        self._files: Filing | None = None
        self._logins: Logins | None = None
        self._pool: ScriptThreads | None = None
        self._hosting = ExitStack()
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> Registry:
        """Get ready for visitors. Where the app is mounted in another, the first one does it."""
        if self._registry is not None:
            return self._registry
        logger.addFilter(self._repetitions)
        folder = str(self._path.parent)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        self._hosting.enter_context(as_streamlit)
        self._hosting.enter_context(hosting)
        sys.argv = [str(self._path), *self._arguments]
        self._load_secrets()
        config, begun = self._surroundings.config, asyncio.Event()
        pool = self._pool = ScriptThreads(config.runner.threads, on_call=begun.set)
        storage = self.storage()
        shared = Services(
            Script(self._path, magic=config.runner.magic_enabled),
            config,
            storage.store,
            pool,
            keys=storage.keys,
            clock=time.monotonic,
            version=ostinato.__version__,
            metrics=self._metrics,
            surroundings=self._surroundings,
            telemetry=telemetry_of(config, self._path.stem),
            files=storage.files,
            open_disk=functools.cache(lambda: open_disk(config, self._folder)),
            on_save=_on_save(config.server, is_local=self._is_local),
        )
        self._files = shared.files
        registry = self._registry = Registry(shared)
        background = Background(shared, registry, self.logins(), self._repetitions, self._following)
        self._tasks = background.begin(Work(begun, lambda: pool.busy > 0))
        return registry

    async def open(self) -> None:
        """Get ready for visitors, and see whether the store can be reached.

        Raises:
            ConfigError: If the configuration cannot be followed.
            StoreError: If the folder for it cannot be used, or it is required and not reached.
        """
        # Whoever starts a server can mend this now; nobody will when visitors are there.
        store = self.storage(is_required=True).store
        self.begin()
        SERVER_LOGGER.addFilter(self._repetitions)
        if self._surroundings.config.session.store_required:
            await store.count()
        else:
            self._tasks.append(begin(partial(say_if_away, store), "store"))

    async def drain(self) -> None:
        """End all sessions, once their runs are done or have had their time."""
        if self._registry is not None:
            await self._registry.close(self._surroundings.config.server.drain_timeout)

    async def end(self) -> None:
        """End all of it; it may begin again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._registry is not None:
            await self._registry.close()
        if self._files is not None:
            # What is still to be written takes its time, and others have this loop too.
            await asyncio.to_thread(self._files.close)
        if self._storage is not None:
            await self._storage.store.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._hosting.close()
            self._surroundings.secrets.close()
        self._repetitions.tell(is_last=True)
        for each in (logger, SERVER_LOGGER):
            each.removeFilter(self._repetitions)
        self._registry = self._pool = self._storage = self._logins = self._files = None

    def storage(self, *, is_required: bool = False) -> Storage:
        """Return where things are stored.

        Raises:
            ConfigError: If the configuration cannot be followed.
            StoreError: If the store is required and its folder cannot be used.
        """
        if self._storage is None:
            self._storage = open_storage(
                self._surroundings.config, self._folder, self._path.stem, is_required=is_required
            )
        return self._storage

    def files(self) -> Filing:
        """Return the files that pages show, and begin if need be."""
        self.begin()
        assert self._files is not None
        return self._files

    def uploads(self) -> Uploads:
        """Return what browsers have sent, and begin if need be."""
        self.begin()
        assert self._surroundings.uploads is not None
        return self._surroundings.uploads

    def logins(self) -> Logins:
        """Return who has logged in."""
        if self._logins is None:
            self._logins = Logins(self.storage().store, self._surroundings)
        return self._logins

    def _load_secrets(self) -> None:
        """Read the secrets, before a script looks into the environment for them."""
        secrets = self._surroundings.secrets
        if (problem := secrets.load().problem) and any(path.exists() for path in secrets.paths):
            logger.warning("st.secrets: %s", problem.removeprefix("st.secrets: "))


def _on_save(server: Server, *, is_local: bool) -> OnSave:
    if server.file_watcher_type == "none":
        return "nothing"
    reruns = is_local if server.run_on_save == "auto" else server.run_on_save
    return "rerun" if reruns else "ask"
