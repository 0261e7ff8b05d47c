"""Store: the contract between a session and the place that keeps it."""

from collections.abc import AsyncIterator, Mapping
from typing import Protocol

import msgspec


class Saved(msgspec.Struct, frozen=True):
    """What a store holds of one session: its epoch, its last event, and bytes by key."""

    epoch: int
    event: int = 0
    values: Mapping[str, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved."""
        return not self.event and not self.values


class Fenced(Exception):
    """A write came from a process that does not hold the session (any more), and was refused.

    Args:
        epoch: The session's epoch; None if the store does not know the session.
    """

    def __init__(self, epoch: int | None) -> None:
        super().__init__(epoch)
        self.epoch = epoch


class Store(Protocol):
    """Sessions by id, each with an epoch and a life span that every call renews.

    Whoever claims a session holds it, until somebody else does: a claim raises the epoch, and a
    write counts only with the epoch that stands in the store (N01). A write is one step: after it
    the store has the values, the event number and the new life span, or none of them.

    Every method raises `StoreError` when the place cannot be reached.
    """

    async def claim(self, session: str, life: float, *, source: str | None = None) -> Saved:
        """Take a session over, or make it.

        Args:
            session: The session's id.
            life: Seconds until the session is forgotten, unless it is claimed or saved again.
            source: Another session. If `session` is new, the values given are those of `source`;
                they are not saved under `session`, and `source` stays whose it is.

        Returns:
            What was saved, with the raised epoch; the epoch of a new session is 1.
        """

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them.

        The saves of a session follow one another: the next one waits for the end of the last. One
        that fails may yet be done, but not after a later one.

        Args:
            session: The session's id.
            epoch: What the claim has given.
            event: The number of the last event that is part of the state.
            changes: New bytes by key; None removes the key.
            life: Seconds until the session is forgotten; 0 forgets it at once.

        Raises:
            Fenced: If the session has another epoch, or is not there.
        """

    async def count(self) -> int:
        """Count the sessions whose time is not over."""

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every process that listens, this one too."""

    def listen(self) -> AsyncIterator[bytes]:
        """Give the notices published from now on; those of a time without the store are lost."""

    async def close(self) -> None:
        """Finish what was begun, and release what the store holds open."""
