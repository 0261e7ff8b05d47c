"""Suspects: events that were under way when their process ended (L10).

A click may end the process that runs it: by `os._exit`, a fault in a library, too little memory.
Its browser sends it again, to the next process, and so on. So what a restored session is sent
again is noted in the store while it is under way. A process that finds such a note tries the
events alone, one by one, in a process that has stood for a while: nothing else is then to blame.
An event that ends its process twice so is left out for good.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import msgspec

from ostinato.session.services import Services
from ostinato.state.signing import BadSignature
from ostinato.wire.messages import Event

NOTE = "b"
"""The name of the entry that says what is under way; those of values begin otherwise."""

MOST = 3
"""So often may an event have been noted: once among others, and twice alone."""

LONGEST_TURN = 10.0
"""Seconds for which a suspect keeps others waiting; one that ends a process is quick."""


class Note(msgspec.Struct, frozen=True, array_like=True):
    """The numbers of the events under way, and how often they have been noted by now."""

    first: int
    last: int
    times: int


class Suspects:
    """What one session knows of its events that may have ended a process.

    Args:
        session: The session's id.
        services: What all sessions share.
        signed: The note that the store had, if any.
        is_watching: Whether what the browser sends first may be sent again: after a restore.
    """

    def __init__(
        self,
        session: str,
        services: Services,
        signed: bytes | None = None,
        *,
        is_watching: bool = False,
    ) -> None:
        self._services = services
        self._name = f"{session}/{NOTE}"
        self._found = self._read(signed)
        self._watched_until = 0
        self._is_watching = is_watching
        self._is_noted = signed is not None
        self.is_waiting = False

    @property
    def are_any(self) -> bool:
        """Whether there may be one among the events that are to come."""
        return self._found is not None

    def is_suspect(self, event: Event | None) -> bool:
        """Return whether an event was under way when its process ended."""
        return self._times(event) > 0

    def may_be_guilty(self, event: Event | None) -> bool:
        """Return whether an event is to be tried: it was, and something else may be to blame."""
        return 0 < self._times(event) < MOST

    def is_guilty(self, event: Event | None) -> bool:
        """Return whether it was so often enough for nothing else to be to blame."""
        return self._times(event) >= MOST

    def _times(self, event: Event | None) -> int:
        note = self._found
        is_meant = note and event and note.first <= event.number <= note.last
        return note.times if note and is_meant else 0

    @asynccontextmanager
    async def trial(self) -> AsyncIterator[None]:
        """Wait until nothing else can be to blame, and keep it so."""
        self.is_waiting = True
        await asyncio.sleep(
            self._services.began + self._services.settle_within - self._services.clock()
        )
        is_alone = False
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_TURN):
                is_alone = await self._services.trial.acquire()
        self.is_waiting = False
        try:
            yield
        finally:
            if is_alone:
                self._services.trial.release()

    def note(self, events: Sequence[Event], received: int) -> dict[str, bytes | None]:
        """Return what the store must have before these events may begin; empty for most.

        Args:
            events: What a run is to apply.
            received: The number of the last event that the browser has sent.
        """
        if self._is_watching and not self._watched_until:
            self._watched_until = received
        times = self._times(events[0])
        if not times and events[0].number > self._watched_until:
            return {}
        self._is_noted = True
        note = msgspec.msgpack.encode(Note(events[0].number, events[-1].number, times + 1))
        return {NOTE: self._services.keys.sign(self._name, [note])}

    def ended(self) -> dict[str, bytes | None]:
        """Return what the store is to know once a run has ended."""
        is_noted, self._is_noted = self._is_noted, False
        return {NOTE: None} if is_noted else {}

    def _read(self, signed: bytes | None) -> Note | None:
        try:
            content = self._services.keys.verify(self._name, signed or b"")
            return msgspec.msgpack.decode(content, type=Note)
        except (BadSignature, msgspec.DecodeError):
            return None
