"""Memory: a store in this process, gone when it ends."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable

import msgspec

from ostinato.stores.store import Claim, Held, Save, Saved, held_by, new_token, next_held


class Entry(msgspec.Struct, frozen=True):
    """A session: what it holds, by which claim and save, and until when."""

    saved: Saved
    held: Held
    end: float


class MemoryStore:
    """Sessions in a dict.

    Args:
        clock: Returns the time in seconds; one that nobody sets, for it decides what is forgotten.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sessions: dict[str, Entry] = {}
        self._next_end = math.inf
        self._listeners: list[asyncio.Queue[bytes]] = []
        self._incarnation = new_token()

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        """Take a session over, or make it."""
        self._forget_expired()
        old = self._sessions.get(session)
        held = next_held(old.held if old else None, int(self._clock() * 1e6), over)
        claim = held.claim
        saved = Saved(claim, old.saved.event, old.saved.values) if old else Saved(claim)
        self._put(session, saved, held.number, ttl)
        model = self._sessions.get(source) if source and old is None else None
        if over is not None:
            return Saved(claim, saved.event)
        return Saved(claim, 0, model.saved.values) if model else saved

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        """Keep values and the number of the event that led to them."""
        self._forget_expired()
        known = self._sessions.get(session)
        held = held_by(known.held if known else None, claim)
        assert known is not None
        if held.is_done(save):
            return
        if not ttl:
            del self._sessions[session]
            return
        values = {} if save.is_whole else known.saved.values
        if save.changes or save.is_whole:
            merged = {**values, **save.changes}
            values = {key: value for key, value in merged.items() if value is not None}
        self._put(session, Saved(claim, save.event, values), save.number, ttl)

    async def count(self) -> int:
        """Count the sessions whose time is not over."""
        self._forget_expired()
        return len(self._sessions)

    async def incarnation(self) -> str:
        """Name the store's present life."""
        return self._incarnation

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every listener."""
        for listener in self._listeners:
            listener.put_nowait(notice)

    async def listen(self) -> AsyncIterator[bytes]:
        """Yield the notices published from now on."""
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

    def _put(self, session: str, saved: Saved, number: int, ttl: float) -> None:
        end = self._clock() + ttl
        self._sessions[session] = Entry(saved, Held(saved.claim, number), end)
        self._next_end = min(self._next_end, end)

    def _forget_expired(self) -> None:
        """Drop what has expired, once the first of them has."""
        now = self._clock()
        if now < self._next_end:
            return
        self._sessions = {
            session: entry for session, entry in self._sessions.items() if entry.end > now
        }
        self._next_end = min((entry.end for entry in self._sessions.values()), default=math.inf)
