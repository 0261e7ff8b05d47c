"""Memory: a store in this process, gone when it ends."""

import itertools
from collections.abc import Callable, Mapping

from ostinato.stores.store import Saved


class MemoryStore:
    """Sessions in a dict.

    Args:
        clock: Gives the time in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sessions: dict[str, tuple[Saved, float]] = {}

    def __len__(self) -> int:
        """Count the sessions that take up memory."""
        return len(self._sessions)

    async def load(self, session: str) -> Saved | None:
        """Give what was saved, or None if there is nothing or its time is over."""
        saved, end = self._sessions.get(session, (None, 0.0))
        if saved is not None and end <= self._clock():
            del self._sessions[session]
            return None
        return saved

    async def save(
        self, session: str, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them."""
        now = self._clock()
        self._forget_expired(now)
        saved, _ = self._sessions.pop(session, (Saved(0), 0.0))
        values = saved.values
        if changes:
            merged = {**values, **changes}
            values = {key: value for key, value in merged.items() if value is not None}
        self._sessions[session] = Saved(event, values), now + life

    async def delete(self, session: str) -> None:
        """Forget a session; an unknown one is fine."""
        self._sessions.pop(session, None)

    async def close(self) -> None:
        """Forget everything."""
        self._sessions.clear()

    def _forget_expired(self, now: float) -> None:
        """Drop what has expired; the least recently saved come first."""
        ends = ((session, end) for session, (_, end) in self._sessions.items())
        expired = itertools.takewhile(lambda item: item[1] <= now, ends)
        for session, _ in list(expired):
            del self._sessions[session]
