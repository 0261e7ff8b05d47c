"""Custody: the files that this process needs are held, and those that nobody needs removed.

Nobody says that a file is not needed any more: it is held no longer, and its life ends. So it ends
as well if this process does, however that comes about. But what is replaced as soon as it is shown
does not wait for that: who has put it removes it, unless anybody else has taken it.
"""

import asyncio
from collections.abc import Collection, Iterable
from contextlib import suppress

from ostinato.caching.caches import Caches, caches
from ostinato.errors import StoreError
from ostinato.run.filing import FRESH
from ostinato.run.recorder import files_drawn
from ostinato.session.services import Services
from ostinato.session.session import Session

HOLD_EVERY = 30.0
"""Seconds between two looks: a new file lives three times as long."""

RELEASE_EVERY = 3.0
"""Seconds between two looks at what pages have replaced."""

SHOWN = 900.0
"""Seconds for which a file lives that was needed at two looks: a page of a process that was killed
may take as long to be shown by another."""

SWEEPS = 100
"""How many times as long as a sweep takes the next one is waited for."""


class Custody:
    """Holds files for the sessions of a process, and its caches.

    Args:
        services: What the sessions share.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._filing = services.files
        self._before: set[str] = set()
        self._over: set[str] = set()
        self._next_sweep = float("-inf")
        self._resting: dict[str, tuple[set[str], set[str]]] = {}

    def rest(self, session: Session) -> None:
        """Note that a session leaves memory while its page is open."""
        shown, stored = session.holdings.shown(), session.holdings.stored
        if shown or stored:
            self._resting[session.id] = shown, stored

    def end_rest(self, session: str) -> None:
        """Note that the page is gone, or that the session is in memory again."""
        self._resting.pop(session, None)

    async def go_over(self, sessions: Iterable[Session]) -> None:
        """Hold what is needed, and remove what nobody has held for long.

        Args:
            sessions: Those in memory.
        """
        shown, lasting = await self._needed(list(sessions))
        filing = self._filing
        await filing.call(self._hold, shown | filing.opened, lasting)
        await self._sweep()

    async def release(self, sessions: Iterable[Session]) -> None:
        """Remove what pages have shown that show something else now, if nobody else needs it.

        A store that has missed what they show is given it as soon as it is back: browsers may ask
        any process for it.

        Args:
            sessions: Those in memory.
        """
        if self._filing.spare.is_owed:
            with suppress(StoreError):
                await self._filing.call(self._filing.give_back)
        sessions = list(sessions)
        over = self._over.union(*(session.holdings.over() for session in sessions))
        if not over:
            return
        shown, lasting = await self._needed(sessions)
        filing, self._over = self._filing, set()
        with suppress(StoreError):
            over -= shown | lasting | filing.opened
            self._over = await filing.call(filing.release, over)

    async def _needed(self, sessions: Collection[Session]) -> tuple[set[str], set[str]]:
        """Return what pages show, and what is to outlive this process."""
        shown, lasting = self._cached(sessions)
        for session in sessions:
            # Others may want the loop: there may be many sessions, with large pages.
            await asyncio.sleep(0)
            shown |= session.holdings.shown()
            lasting |= session.encoder.files.keys()
        for its_shown, its_stored in self._resting.values():
            shown |= its_shown
            lasting |= its_stored
        return shown, lasting

    async def _sweep(self) -> None:
        """Remove what is over, unless to look at all files takes too much of the time."""
        began, filing = self._services.clock(), self._filing
        if began < self._next_sweep:
            return
        with suppress(StoreError):
            self._services.metrics.files_hold(await filing.call(filing.sweep))
        self._next_sweep = began + SWEEPS * (self._services.clock() - began)

    def _cached(self, sessions: Collection[Session]) -> tuple[set[str], set[str]]:
        """Return what cached functions have drawn, and what those that outlive the process have."""
        shown, lasting = set[str](), set[str]()
        own = (session.home.caches for session in sessions)
        for each in (caches, *own):
            if each is not None:
                _collect(each, shown, lasting)
        return shown, lasting

    def _hold(self, shown: set[str], lasting: set[str]) -> None:
        """Hold all of it, whenever it was held last: the clock may have been set since."""
        before, self._before = self._before, shown
        ttl = self._services.config.session.ttl
        for life, ids in (
            (FRESH, shown - before),
            (SHOWN, shown & before),
            (max(2 * ttl, SHOWN), lasting),
        ):
            try:
                if ids:
                    self._filing.hold(ids, life)
            except StoreError as error:
                self._filing.failed(error, "files are held again later")


def _collect(each: Caches, shown: set[str], lasting: set[str]) -> None:
    for cache in each.all():
        ids = lasting if cache.settings.is_persistent else shown
        for _, entry in cache.entries():
            if entry.drawn:
                ids |= files_drawn(entry.drawn)
