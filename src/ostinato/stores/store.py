"""Store: the contract between a session and the place that keeps it."""

from collections.abc import Mapping
from typing import Protocol

import msgspec


class Saved(msgspec.Struct, frozen=True):
    """What a store holds of one session: its last event, and bytes by key."""

    event: int
    values: Mapping[str, bytes] = {}


class Store(Protocol):
    """Sessions by id, each with a life span that every write renews.

    A write is one step: after it the store has both the values and the event number, or neither.
    """

    async def load(self, session: str) -> Saved | None:
        """Give what was saved, or None if there is nothing or its time is over."""

    async def save(
        self, session: str, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        """Keep values and the number of the event that led to them.

        Args:
            session: The session's id.
            event: The number of the last event that is part of the state.
            changes: New bytes by key; None removes the key.
            life: Seconds until the session is forgotten, unless it is saved again.
        """

    async def delete(self, session: str) -> None:
        """Forget a session; an unknown one is fine."""

    async def close(self) -> None:
        """Release what the store holds open."""
