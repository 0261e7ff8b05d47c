"""Saver: brings what one session changes into the store, in order, behind its runs (N03)."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Protocol

from ostinato.errors import StoreError
from ostinato.session.app import App
from ostinato.session.page import Status
from ostinato.stores.store import Fenced
from ostinato.tasks import begin

logger = logging.getLogger("ostinato")

LATE_AFTER = 1.0
"""Seconds after which a write that has not come back is late."""

FIRST_WAIT = 0.1
LONGEST_WAIT = 2.0


class Owner(Protocol):
    """The session that a saver works for."""

    def saved(self, event: int) -> None:
        """Hear that all events up to this one are in the store."""

    def moved(self) -> None:
        """Hear that another process holds the session, or that the store has more of it."""

    def lost(self) -> None:
        """Hear that the store has nothing of the session: `put` has to bring all of it."""

    def tell_status(self, status: Status) -> None:
        """Hear how the store does."""


class Saver:
    """Writes one after another; what comes while one is under way goes with the next.

    Args:
        session: The session's id.
        app: What all sessions share.
        owner: Hears what comes of it.
        epoch: What the claim of the session has given; without it, the session is claimed first.
        event: The number of the last event that the store has.
        is_away: Whether the store may have state of the session that could not be read.
    """

    def __init__(
        self, session: str, app: App, owner: Owner, *, epoch: int | None, event: int, is_away: bool
    ) -> None:
        self.epoch = epoch
        self._session = session
        self._app = app
        self._owner = owner
        self._calm: Status = "away" if is_away else "ok"
        self._event = self._saved = event
        self._changes: dict[str, bytes | None] = {}
        self._is_due = False
        self._task: asyncio.Task[None] | None = None
        if is_away:
            owner.tell_status("away")
            self._begin()

    @property
    def is_idle(self) -> bool:
        """Whether the store has everything."""
        return self._task is None and not self._is_due

    def put(self, event: int, changes: Mapping[str, bytes | None]) -> None:
        """Bring a run's changes, and the number of the last event that is part of them."""
        if not changes and event == self._event:
            return
        self._event = event
        self._changes.update(changes)
        self._begin()

    async def flush(self, timeout: float) -> None:
        """Wait until the store has everything, at most for some seconds."""
        if self._task is not None:
            await asyncio.wait([self._task], timeout=timeout)

    def close(self) -> None:
        """Give up what is not saved."""
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        self._is_due = True
        if self._task is None:
            self._task = begin(self._work(), "session: saving")

    async def _work(self) -> None:
        try:
            await self._save_all()
        except Fenced as fenced:
            self._app.meter.refused()
            if fenced.epoch is None:
                self._forget()
            else:
                self._owner.moved()
        finally:
            self._task = None

    async def _save_all(self) -> None:
        wait = FIRST_WAIT
        while self._is_due:
            late = asyncio.get_running_loop().call_later(LATE_AFTER, self._tell_late)
            try:
                if self.epoch is None and not await self._claim():
                    self._owner.moved()
                    return
                await self._save()
                wait = FIRST_WAIT
            except Fenced:
                raise
            except Exception as error:  # noqa: BLE001  (whatever it is, saving goes on)
                self._note(error)
                await asyncio.sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)
            finally:
                late.cancel()

    async def _claim(self) -> bool:
        """Make the session the own one; not if the store has state of it."""
        saved = await self._app.store.claim(self._session, self._app.config.session.ttl)
        if not saved.is_empty:
            return False
        self.epoch = saved.epoch
        self._calm = "ok"
        return True

    async def _save(self) -> None:
        """Write what there is in one step."""
        assert self.epoch is not None
        event, changes = self._event, self._changes
        self._is_due, self._changes = False, {}
        began = self._app.clock()
        try:
            await self._app.store.save(
                self._session, self.epoch, event, changes, self._app.config.session.ttl
            )
        except Exception:
            self._is_due, self._changes = True, {**changes, **self._changes}
            raise
        self._app.meter.committed(self._app.clock() - began)
        self._owner.tell_status("ok")
        if event != self._saved:
            self._saved = event
            self._owner.saved(event)

    def _note(self, error: Exception) -> None:
        """Say that a write failed; it is tried again, whatever the reason."""
        if isinstance(error, StoreError):
            self._app.store_failed(error, "tried again until it is there")
        else:
            self._app.meter.store_failed()
            logger.error("session: an error of ours while saving", exc_info=error)
        self._tell_late()

    def _forget(self) -> None:
        """Begin anew with a store that has lost the session."""
        logger.warning("session: the store has lost it: all of it is saved again")
        self.epoch = None
        self._is_due, self._changes = False, {}
        self._event = self._saved = -1
        self._owner.lost()

    def _tell_late(self) -> None:
        self._owner.tell_status("away" if self._calm == "away" else "late")
