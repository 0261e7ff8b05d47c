"""Background: what goes on beside the visits, for as long as an app is served."""

import asyncio
import logging
import time
from pathlib import Path

from ostinato.caching.caches import caches
from ostinato.errors import StoreError
from ostinato.server.logins import Logins
from ostinato.server.repetition import Repetitions
from ostinato.server.themes import Following
from ostinato.server.watch import Work, app_modules, forget_modules, watch
from ostinato.session.custody import HOLD_EVERY, RELEASE_EVERY
from ostinato.session.registry import Registry
from ostinato.session.services import Services
from ostinato.stores.store import Store
from ostinato.tasks import begin_lasting

logger = logging.getLogger("ostinato")

SWEEP_EVERY = 10.0
"""Seconds between two looks for sessions that nobody uses."""

REVIEW_EVERY = 60.0
"""Seconds between two looks whether people are logged in still, though nobody has said so."""

LISTEN_AGAIN = 2.0
"""Seconds after which a store is listened to again that has ended it."""


class Background:
    """Looks after the sessions of an app, what other processes say, and its files.

    Args:
        services: What its sessions share.
        registry: Its sessions.
        logins: Who has logged in.
        repetitions: Counts what the log need not say again.
        following: Has the theme follow its files, if there are any.
    """

    def __init__(
        self,
        services: Services,
        registry: Registry,
        logins: Logins,
        repetitions: Repetitions,
        following: Following | None = None,
    ) -> None:
        self._services, self._registry = services, registry
        self._logins, self._repetitions, self._following = logins, repetitions, following

    def begin(self, work: Work) -> list[asyncio.Task[None]]:
        """Begin with all of it.

        Args:
            work: Says when scripts run.

        Returns:
            Tasks that last until they are cancelled.
        """
        tasks = [
            begin_lasting(self._sweep, "sweep"),
            begin_lasting(self._hold_files, "files"),
            begin_lasting(self._release_files, "replaced files"),
            begin_lasting(self._listen, "notices"),
        ]
        if self._services.on_save != "nothing":
            tasks.append(begin_lasting(lambda: self._watch(work), "watch"))
        return tasks

    async def _sweep(self) -> None:
        registry = self._registry
        reviewed = time.monotonic()
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            self._repetitions.tell()
            self._services.metrics.caches_hold(caches.figures())
            await registry.expire()
            if (visitors := registry.visitors) and time.monotonic() >= reviewed + REVIEW_EVERY:
                reviewed = time.monotonic()
                for login in await self._logins.review(visitors):
                    registry.end_login(login)

    async def _hold_files(self) -> None:
        while True:
            # At once, too: to count what there is is not for a script to wait for.
            await self._registry.hold_files()
            await asyncio.sleep(HOLD_EVERY)

    async def _release_files(self) -> None:
        while True:
            await asyncio.sleep(RELEASE_EVERY)
            await self._registry.release_files()

    async def _listen(self) -> None:
        """Hear what other processes say, for as long as the store lets us."""
        while True:
            try:
                async for notice in self._services.store.listen():
                    self._logins.hear(notice)
                    self._registry.on_notice(notice)
            except StoreError as error:
                logger.warning("%s: listened to again in %g s", error, LISTEN_AGAIN)
                await asyncio.sleep(LISTEN_AGAIN)

    async def _watch(self, work: Work) -> None:
        """Have scripts run again when a file of the app, or of secrets, has changed."""
        script, secrets = self._services.script, self._services.surroundings.secrets
        folder, following = script.path.parent, self._following

        def themed() -> set[Path]:
            return set() if following is None else following.files

        def changed(paths: set[Path]) -> None:
            if following is not None and (options := paths & themed()):
                if following.reload():
                    self._registry.theme_changed()
                paths -= options
                if not paths:
                    return
            if paths & secrets.watched:
                secrets.reload()
            forget_modules(paths, folder)
            self._repetitions.forget()
            self._registry.script_changed(rerun=self._services.on_save == "rerun")

        await watch(
            lambda: {*script.files, *app_modules(folder).values(), *secrets.watched, *themed()},
            changed,
            work,
            may_go=themed,
            blame=script.blame,
            is_polling=self._services.config.server.file_watcher_type == "poll",
        )


async def say_if_away(store: Store) -> None:
    """Tell the log if a store cannot be reached."""
    try:
        await store.count()
    except StoreError as error:
        logger.warning("%s: until it is there, pages run and nothing is saved", error)
