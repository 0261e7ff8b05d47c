"""Memory: a store in this process, gone when it ends."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Mapping

from ostinato.stores.store import Fenced, Saved


class MemoryStore:
    """Sessions in a dict.

    Args:
        clock: Gives the time in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sessions: dict[str, tuple[Saved, float]] = {}
        self._listeners: list[asyncio.Queue[bytes]] = []

    async def claim(self, session: str, life: float, *, source: str | None = None) -> Saved:
        """Take a session over, or make it."""
        self._forget_expired()
        old = self._pop(session)
        saved = Saved(1) if old is None else Saved(old.epoch + 1, old.event, old.values)
        self._sessions[session] = saved, self._clock() + life
        if old is None and source in self._sessions:
            return Saved(1, 0, self._sessions[source][0].values)
        return saved

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them."""
        self._forget_expired()
        known = self._sessions.get(session)
        if known is None or known[0].epoch != epoch:
            raise Fenced(known and known[0].epoch)
        values = known[0].values
        if changes:
            merged = {**values, **changes}
            values = {key: value for key, value in merged.items() if value is not None}
        self._pop(session)
        if life:
            self._sessions[session] = Saved(epoch, event, values), self._clock() + life

    async def count(self) -> int:
        """Count the sessions whose time is not over."""
        self._forget_expired()
        return len(self._sessions)

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every listener."""
        for listener in self._listeners:
            listener.put_nowait(notice)

    async def listen(self) -> AsyncIterator[bytes]:
        """Give the notices published from now on."""
        notices = asyncio.Queue[bytes]()
        self._listeners.append(notices)
        try:
            while True:
                yield await notices.get()
        finally:
            self._listeners.remove(notices)

    async def close(self) -> None:
        """Forget everything."""
        self._sessions.clear()

    def _pop(self, session: str) -> Saved | None:
        known = self._sessions.pop(session, None)
        return None if known is None else known[0]

    def _forget_expired(self) -> None:
        """Drop what has expired; the least recently saved come first."""
        now = self._clock()
        ends = ((session, end) for session, (_, end) in self._sessions.items())
        expired = itertools.takewhile(lambda item: item[1] <= now, ends)
        for session, _ in list(expired):
            del self._sessions[session]
