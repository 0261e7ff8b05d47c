"""Memory: a store in this process, gone when it ends."""

import asyncio
import math
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
        self._next_end = math.inf
        self._listeners: list[asyncio.Queue[bytes]] = []

    async def claim(self, session: str, life: float, *, source: str | None = None) -> Saved:
        """Take a session over, or make it."""
        self._forget_expired()
        old = self._saved(session)
        saved = Saved(1) if old is None else Saved(old.epoch + 1, old.event, old.values)
        self._put(session, saved, life)
        model = self._saved(source) if source and old is None else None
        return Saved(1, 0, model.values) if model else saved

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them."""
        self._forget_expired()
        known = self._saved(session)
        if known is None or known.epoch != epoch:
            raise Fenced(None if known is None else known.epoch)
        values = known.values
        if changes:
            merged = {**values, **changes}
            values = {key: value for key, value in merged.items() if value is not None}
        if life:
            self._put(session, Saved(epoch, event, values), life)
        else:
            del self._sessions[session]

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

    def _saved(self, session: str) -> Saved | None:
        known = self._sessions.get(session)
        return known[0] if known else None

    def _put(self, session: str, saved: Saved, life: float) -> None:
        end = self._clock() + life
        self._sessions[session] = saved, end
        self._next_end = min(self._next_end, end)

    def _forget_expired(self) -> None:
        """Drop what has expired, once the first of them has."""
        now = self._clock()
        if now < self._next_end:
            return
        self._sessions = {
            session: known for session, known in self._sessions.items() if known[1] > now
        }
        self._next_end = min((end for _, end in self._sessions.values()), default=math.inf)
