"""Moody: a store that comes and goes, and those who wait for what they see of it."""

import asyncio
import time
from collections.abc import Callable

from ostinato.errors import StoreError
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Claim, Save, Saved
from tab import Server, Tab


class Moody(MemoryStore):
    """A store that can be away, or silent."""

    def __init__(self) -> None:
        self.clock: Callable[[], float] = time.monotonic
        super().__init__(lambda: self.clock())
        self.is_away = False
        self.is_silent = False
        self.tries = 0

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        await self.answer()
        return await super().claim(session, ttl, source=source, over=over)

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        await self.answer()
        await super().save(session, claim, save, ttl)

    async def incarnation(self) -> str:
        if self.is_away:
            raise StoreError("store: not there")
        return await super().incarnation()

    def forget(self) -> None:
        """Lose everything, as a Redis without persistence does when it is started again."""
        self._sessions.clear()

    def begin_anew(self) -> None:
        """Lose everything, and know that it did."""
        self.forget()
        self._incarnation += "'"

    def backup(self) -> Callable[[], None]:
        """Return a function that brings back what there is now, and nothing since."""
        sessions = dict(self._sessions)

        def restore() -> None:
            self._sessions = sessions

        return restore

    async def answer(self) -> None:
        self.tries += 1
        while self.is_silent:
            await asyncio.sleep(0.001)
        if self.is_away:
            raise StoreError("store: not there")


def connected(server: Server, tab: Tab) -> None:
    """Have a tab come to a process, and wait for its page only."""
    tab.move(server)
    shown(tab)


def clicked(tab: Tab, times: int = 1) -> None:
    for _ in range(times):
        tab.click("Add")
    shown(tab)


def shown(tab: Tab) -> None:
    """Wait until the page shows what was done, saved or not."""
    tab.server.until(
        lambda: tab.session.is_settled and tab.connection and not tab.connection.is_waiting
    )
