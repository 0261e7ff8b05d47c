"""Saver: brings what one session changes into the store, in order, behind its runs (N03)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import NamedTuple, Protocol

from ostinato.errors import StoreError
from ostinato.session.services import Services
from ostinato.session.view import Status
from ostinato.stores.store import Behind, Claim, Fenced, Save
from ostinato.tasks import begin
from ostinato.wire.messages import Notification

logger = logging.getLogger("ostinato")

LATE_AFTER = 1.0
"""Seconds after which a write that has not come back is late."""

FIRST_WAIT = 0.1
LONGEST_WAIT = 2.0

VERIFY_WITHIN = 5.0
"""Seconds that somebody waits for the store to say that it has everything still."""

UNFOUND = Notification(
    "unfound",
    "Not all that you did before could be found again: please look whether something is missing.",
)


class Receipt(NamedTuple):
    """What the store is known to have of a session."""

    claim: Claim
    number: int
    event: int

    @property
    def renewal(self) -> Save:
        """A save that changes nothing but the session's life."""
        return Save(self.number + 1, self.number, self.event)


class Owner(Protocol):
    """The session that a saver works for."""

    def saved(self, event: int) -> None:
        """Hear that all events up to this one are in the store."""

    def moved(self) -> None:
        """Hear that another process holds the session, or that the store has more of it."""

    def lost(self) -> None:
        """Hear that the store has lost what it had: a `put` that is whole has to bring it."""

    def unfound(self) -> None:
        """Hear that the store does not know the events that it once had."""

    def tell_status(self, status: Status) -> None:
        """Hear how the store does."""


class Saver:
    """Writes one after another; what comes while one is under way goes with the next.

    `is_short` says that the session lacks something that was saved before it was claimed,
    `is_lost` that the store has to get everything again: until that is put, nothing else is saved.

    Args:
        session: The session's id.
        services: What all sessions share.
        owner: Hears what comes of it.
        claim: What the claim of the session has given; without it, the session is claimed first.
        event: The number of the last event that the store has.
        is_away: Whether the store may have state of the session that could not be read.
    """

    def __init__(
        self,
        session: str,
        services: Services,
        owner: Owner,
        *,
        claim: Claim | None,
        event: int,
        is_away: bool,
    ) -> None:
        self.claim = claim
        self.is_short = self.is_lost = False
        self.renewed_at = services.clock()
        self._session = session
        self._services = services
        self._owner = owner
        self._calm: Status = "away" if is_away else "ok"
        self._event = self._saved = event
        self._changes: dict[str, bytes | None] = {}
        self._over: Claim | None = None
        self._recalled: Claim | None = None
        self._has_been_saved = event
        self._number = self._done = 0
        self._is_due = self._is_whole = False
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._writing_since: float | None = None
        if is_away:
            owner.tell_status("away")
            self._begin()

    @property
    def is_idle(self) -> bool:
        """Whether the store has everything."""
        return self._task is None and not self._is_due and not self.is_lost

    @property
    def is_away(self) -> bool:
        """Whether the store may have state of the session that could not be read yet."""
        return self._calm == "away"

    @property
    def receipt(self) -> Receipt | None:
        """What the store has, for somebody who goes on in the session's place."""
        return Receipt(self.claim, self._done, self._saved) if self.claim else None

    def put(
        self, event: int, changes: Mapping[str, bytes | None], *, is_whole: bool = False
    ) -> None:
        """Bring a run's changes.

        Args:
            event: The number of the last event that is part of them.
            changes: New bytes by key; None removes the key.
            is_whole: Whether they are all there is. What is not is left out while the store is
                lost: saved alone, it would pass for the session.
        """
        if self.is_lost and not is_whole:
            return
        if not changes and event == self._event and not is_whole:
            return
        if is_whole:
            self.is_lost, self._is_whole, self._changes = False, True, {}
        self._event = event
        self._changes.update(changes)
        self._begin()

    async def flush(self, timeout: float) -> None:
        """Wait until the store has everything, at most for some seconds."""
        if self._task is not None:
            await asyncio.wait([self._task], timeout=timeout)

    async def verify(self) -> bool:
        """See whether the store has everything still, and renew the session's life there.

        Returns:
            Whether it has. If it has lost something, that is on its way.
        """
        if self._task is None and self.claim is not None:
            self._task = begin(partial(self._work, self._look), "session: verifying")
            before = self._done
            await asyncio.wait([self._task], timeout=VERIFY_WITHIN)
            return self.is_idle and self._done > before
        return self.is_idle

    def recall(self, taken: Claim, event: int) -> bool:
        """Take the session back from somebody who has found less in the store than was given to it.

        Args:
            taken: Their claim.
            event: The last event that they have found.

        Returns:
            Whether there is more here.
        """
        held = self.claim or self._over
        if held is None or held >= taken or self.is_short or self._has_been_saved <= event:
            return False
        self._recalled = taken
        if self._task is None and self.claim is not None:
            self._task = begin(partial(self._work, self._look), "session: verifying")
        return True

    def close(self) -> None:
        """Give up what is not saved."""
        if self._task is not None:
            self._task.cancel()
        if self._timer is not None:
            self._timer.cancel()

    def _begin(self) -> None:
        self._is_due = True
        if self._task is None:
            self._task = begin(partial(self._work, self._save_all), "session: saving")

    async def _work(self, task: Callable[[], Awaitable[None]]) -> None:
        try:
            await task()
        except Behind:
            self._forget()
        except Fenced as fenced:
            self._services.metrics.refused()
            held = self.claim or self._over
            if held and fenced.holder and fenced.holder == self._recalled:
                self._forget(over=fenced.holder)
            elif held and (fenced.holder is None or fenced.holder < held):
                self._forget()
            else:
                self._owner.moved()
        finally:
            self._task = None

    async def _look(self) -> None:
        """Save nothing, which the store refuses if it has lost something; then what came since."""
        try:
            await self._save()
        except (Behind, Fenced):
            raise
        except Exception as error:  # noqa: BLE001  (as below)
            self._note(error)
        await self._save_all()

    async def _save_all(self) -> None:
        wait = FIRST_WAIT
        while self._is_due:
            self._begin_write()
            try:
                if self.claim is None and not await self._claim():
                    self._owner.moved()
                    return
                self._is_due = False
                await self._save()
                wait = FIRST_WAIT
            except (Behind, Fenced):
                raise
            except Exception as error:  # noqa: BLE001  (whatever it is, saving goes on)
                self._is_due = True
                self._note(error)
                self._tell_late()
                await asyncio.sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)
            finally:
                self._writing_since = None

    async def _claim(self) -> bool:
        """Claim the session, unless the store has more of it than this process does.

        While the store had lost our claim, somebody else may have gone on with the session.
        """
        over, ttl = self._over, self._services.config.session.ttl
        saved = await self._services.store.claim(self._session, ttl, over=over)
        if not saved.is_empty and (over is None or saved.event > self._event):
            return False
        if self._calm == "away" and self._saved > 0:
            self._owner.unfound()
        self.claim, self._over = saved.claim, None
        self._number = self._done = 0
        self._calm = "ok"
        return True

    async def _save(self) -> None:
        """Write what there is in one step."""
        assert self.claim is not None
        event, changes = self._event, self._changes
        self._changes = {}
        self._number += 1
        save = Save(self._number, self._done, event, changes, self._is_whole)
        began = self._services.clock()
        try:
            ttl = self._services.config.session.ttl
            await self._services.store.save(self._session, self.claim, save, ttl)
        except Exception:
            self._changes = {**changes, **self._changes}
            raise
        self._done, self._is_whole = save.number, False
        self.renewed_at = began
        self._services.metrics.committed(self._services.clock() - began)
        self._owner.tell_status("ok")
        if event != self._saved:
            self._saved = self._has_been_saved = event
            self._owner.saved(event)

    def _note(self, error: Exception) -> None:
        """Say that a write failed; it is tried again, whatever the reason."""
        if isinstance(error, StoreError):
            self._services.store_failed(error, "tried again until it is there")
        else:
            self._services.metrics.store_failed()
            logger.error("session: internal error while saving", exc_info=error)

    def _forget(self, over: Claim | None = None) -> None:
        """Begin again with a store that has lost the session, or has gone back in time (N05)."""
        self._services.store_forgot()
        self.claim, self._over = None, over or self.claim or self._over
        self._is_due, self._is_whole, self._changes = False, False, {}
        self.is_lost = True
        self._event = self._saved = -1
        self._owner.lost()

    def _begin_write(self) -> None:
        """Have it noticed if this takes long; nearly no write does, so the timer is left alone."""
        loop = asyncio.get_running_loop()
        self._writing_since = loop.time()
        if self._timer is None:
            self._timer = loop.call_later(LATE_AFTER, self._look_at_clock)

    def _look_at_clock(self) -> None:
        self._timer = None
        if self._writing_since is None:
            return
        loop = asyncio.get_running_loop()
        left = self._writing_since + LATE_AFTER - loop.time()
        if left > 0:
            self._timer = loop.call_later(left, self._look_at_clock)
        else:
            self._tell_late()

    def _tell_late(self) -> None:
        self._owner.tell_status("away" if self._calm == "away" else "late")
