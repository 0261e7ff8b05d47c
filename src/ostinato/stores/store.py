"""Store: the contract between a session and the place that keeps it."""

import hashlib
import secrets
from collections.abc import AsyncIterator, Mapping
from typing import Protocol

import msgspec

from ostinato.errors import StoreError


class Claim(msgspec.Struct, frozen=True, order=True):
    """What a process holds a session by. None is ever given twice, and later ones are greater.

    The epoch is at least the store's time in microseconds, so that a store that has forgotten a
    session still gives a greater one than ever before; the token tells apart what a clock cannot.
    """

    epoch: int
    token: str = ""

    @property
    def next_token(self) -> str:
        """The token of the claim made over this one: who asks again finds what they asked for."""
        content = f"{self.epoch} {self.token}".encode()
        return hashlib.blake2b(content, digest_size=8).hexdigest()


class Saved(msgspec.Struct, frozen=True):
    """What a store holds of one session: its claim, its last event, and bytes by key."""

    claim: Claim
    event: int = 0
    values: Mapping[str, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved."""
        return not self.event and not self.values


class Save(msgspec.Struct, frozen=True):
    """All that has changed since an earlier save of the same claim.

    Args:
        number: Its own; every try has a greater one than the last.
        after: The number of the last save that is known to be done, whose changes are not in this
            one; 0 if there was none since the claim.
        event: The number of the last event that is part of the state.
        changes: New bytes by key; None removes the key.
        is_whole: Whether keys that are not in `changes` are removed.
    """

    number: int
    after: int
    event: int
    changes: Mapping[str, bytes | None] = {}
    is_whole: bool = False


class Fenced(Exception):
    """A write came from a process that does not hold the session (any more), and was refused.

    Args:
        holder: The session's claim; None if the store does not know the session.
    """

    def __init__(self, holder: Claim | None) -> None:
        super().__init__(holder)
        self.holder = holder


class Behind(Exception):
    """A save was refused, for the store has lost an earlier one of the same claim."""


class Store(Protocol):
    """Sessions by id, each with a claim and a life span that every call renews.

    Whoever claims a session holds it, until somebody else does: a write counts only with the claim
    that stands in the store (N01). A write is one step: after it the store has the values, the
    event number and the new life span, or none of them.

    Every method raises `StoreError` when the place cannot be reached.
    """

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        """Take a session over, or make it.

        Args:
            session: The session's id.
            ttl: Seconds until the session may be forgotten, unless it is claimed or saved again.
            source: Another session. If `session` is new, the values given are those of `source`;
                they are not saved under `session`, and `source` stays whose it is.
            over: A claim that the caller has had, and all of the session's state with it. The
                values are not given then; a call that was answered with an error can be repeated.

        Returns:
            What was saved, with the new claim.

        Raises:
            Fenced: If the session has a later claim than `over`.
        """

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        """Keep values and the number of the event that led to them.

        The saves of a session follow one another: the next one waits for the end of the last. One
        that fails may yet be done, but not after a later one. One that is done already is not done
        again.

        Args:
            session: The session's id.
            claim: What the claim has given.
            save: What is to be kept.
            ttl: Seconds until the session may be forgotten; 0 forgets it at once.

        Raises:
            Fenced: If the session has another claim, or is not there.
            Behind: If the store has not got all that was saved before: it has gone back in time.
        """

    async def count(self) -> int:
        """Count the sessions whose time is not over."""

    async def incarnation(self) -> str:
        """Name the store's present life: another one may have lost what this one was given."""

    async def publish(self, notice: bytes) -> None:
        """Send a notice to every process that listens, this one too."""

    def listen(self) -> AsyncIterator[bytes]:
        """Return the notices published from now on; those of a time without the store are lost."""

    async def close(self) -> None:
        """Finish what was begun, and release what the store holds open."""


class Held(msgspec.Struct, frozen=True):
    """What a store compares a call with: the claim, and the number of its last save."""

    claim: Claim
    number: int = 0

    def is_done(self, save: Save) -> bool:
        """Return whether a save was done already.

        Raises:
            Behind: If a save before it is missing.
            StoreError: If a later one was here before.
        """
        if self.number < save.after:
            raise Behind
        if self.number > save.number:
            raise late(save)
        return self.number == save.number


def held_by(held: Held | None, claim: Claim) -> Held:
    """Return what a store has of a session, if it is held by this claim.

    Raises:
        Fenced: If it is not.
    """
    if held is None or held.claim != claim:
        raise Fenced(held.claim if held else None)
    return held


def next_held(held: Held | None, microseconds: int, over: Claim | None) -> Held:
    """Return what holds a session after it was claimed.

    Args:
        held: What it has of the session.
        microseconds: Its time.
        over: A claim that the caller has had.

    Raises:
        Fenced: If the session has a later claim than `over`.
    """
    token = over.next_token if over else new_token()
    if held and held.claim.token == token:
        return held
    if held and over and held.claim > over:
        raise Fenced(held.claim)
    epochs = [each.epoch for each in (held and held.claim, over) if each]
    return Held(Claim(max(microseconds, *(1 + each for each in epochs), 1), token))


def new_token() -> str:
    """Make what tells a claim from all others."""
    return secrets.token_hex(8)


def late(save: Save) -> StoreError:
    """Make the error of a save that comes after a later one."""
    return StoreError(
        f"save: a later one must not be undone, got number={save.number}: leave it, or claim again"
    )
