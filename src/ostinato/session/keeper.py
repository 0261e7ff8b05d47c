"""Keeper: looks after the state of a session between its runs."""

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ostinato.session.account import Account
from ostinato.session.history import History
from ostinato.session.saver import Saver
from ostinato.session.schedule import Schedule
from ostinato.session.services import Services
from ostinato.session.storing import Storing
from ostinato.session.suspects import Suspects
from ostinato.session.view import SessionView, Status
from ostinato.state.encoder import StateEncoder
from ostinato.state.entries import HIDDEN
from ostinato.state.ledger import Changes
from ostinato.state.session_state import SessionState
from ostinato.wire.inspection import CacheSize
from ostinato.wire.messages import Inspected, NotStored

logger = logging.getLogger("ostinato")

T = TypeVar("T")

RETRY_AFTER = 1.0
LONGEST_PAUSE = 60.0
"""Seconds between tries for a value that has failed often, while events are confirmed."""


class Abandoned(Exception):
    """What was looked at did not end, and somebody did not want to wait any longer."""


class Owner(Protocol):
    """The session that a keeper works for."""

    encoder: StateEncoder
    state: SessionState
    saver: Saver
    account: Account

    def work(self) -> None:
        """Hear that there is something to do."""

    def saved(self, event: int) -> None:
        """Hear that all events up to this one are as safe as they will be."""

    def tell_status(self, status: Status) -> None:
        """Hear how the store does."""


class Keeper:
    """Hands on what is to be stored, tries again what could not be, and shows what is.

    `is_developer` says whether it is a developer who looks at the page.

    Args:
        owner: The session, whose saver and encoder are there.
        services: What all sessions share.
        view: Where developers are shown what they ask for.
        schedule: Knows which events are part of the state.
        suspects: Knows which notes the store no longer needs.
        storing: Ends what the values do not end.
    """

    def __init__(
        self,
        owner: Owner,
        services: Services,
        view: SessionView,
        schedule: Schedule,
        suspects: Suspects,
        storing: Storing,
    ) -> None:
        self.is_developer = False
        self.history = History(view)
        """What the last runs did."""
        self._owner = owner
        self._services = services
        self._encoder = owner.encoder
        self._view = view
        self._schedule = schedule
        self._suspects = suspects
        self._storing = storing
        self._shown: list[str] | None = None
        self._is_retry_due = False
        self._pause = RETRY_AFTER
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.Future[Any] | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether the store has to get something before any event may be confirmed."""
        return self._owner.saver.is_lost and self._encoder.is_complete

    @property
    def is_due(self) -> bool:
        """Whether there is something to do."""
        return self.is_urgent or self._is_retry_due or self._shown is not None

    def keep(self, changes: Changes) -> None:
        """Hand on what is to be saved, and say what cannot be."""
        if self._services.config.session.resume == "never":
            self._owner.saved(self._schedule.taken)
        elif self._owner.saver.is_lost:
            self._note()
        else:
            self._put(changes)
        self._report()

    def inspect(self, shown: list[str]) -> None:
        """Show a developer what is stored, with some of the values, once no run is in the way."""
        if self.is_developer:
            self._shown = shown
            self._owner.work()

    def _note(self) -> None:
        """Hear that the encoder has looked at the state, and try again if that was in vain."""
        encoder = self._encoder
        if encoder.is_complete and not encoder.is_stale:
            if self._timer is not None:
                self.close()
            self._pause = RETRY_AFTER
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._pause, self._retry)
            # As long as nothing is confirmed, somebody waits.
            longest = LONGEST_PAUSE if encoder.is_complete else RETRY_AFTER
            self._pause = min(longest, 2 * self._pause)

    def _report(self) -> None:
        """Tell the app's author, once for each key, what is not stored or cannot be read."""
        for name, problem in self._encoder.new_problems():
            self._services.report(name, problem)
            if self.is_developer:
                self._view.put(NotStored(name.removeprefix(HIDDEN), problem))

    def close(self) -> None:
        """Do not try again."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _retry(self) -> None:
        self._timer = None
        self._is_retry_due = True
        self._owner.work()

    async def work(self) -> None:
        """Do what is due, where the script runs: a user's objects may take their time."""
        if self.is_urgent:
            await self.save_everything()
            return
        shown, self._shown = self._shown, None
        try:
            if self._is_retry_due:
                self._is_retry_due = False
                self.keep(await self._look(self._encoder.changes, self._owner.state))
            if shown is not None:
                entries = await self._look(self._encoder.entries, self._owner.state, shown)
                self._view.put(Inspected(entries, self.history.reports(), _cache_sizes()))
        except Abandoned:
            # The next time it leaves out what did not end.
            self._shown = shown if self._shown is None else self._shown
            self._note()
        except Exception:
            logger.exception("session: looking at its state failed")
            self._note()

    async def save_everything(self) -> None:
        """Save everything again, or try the store again later."""
        try:
            everything = await self._look(self._encoder.everything, self._owner.state)
        except Exception as error:
            if not isinstance(error, Abandoned):
                logger.exception("session: saving its state again failed")
            # Whatever it was that failed: not at once again.
            self._encoder.is_complete, everything = False, {}
        self._put(everything, is_whole=True)

    async def _look(self, do: Callable[..., T], *args: object) -> T:
        """Do something where the script runs, once what was begun there before has ended."""
        if self._looking is not None:
            await asyncio.wait([self._looking])
        future = self._services.pool.submit(do, *args)
        looking: asyncio.Future[T] = asyncio.wrap_future(future)
        self._looking = looking
        self._storing.begin(future, looking.cancel)
        try:
            # A session that ends does not wait here, but what goes on there still uses the state.
            await asyncio.wait([looking])
        finally:
            if looking.done():
                self._looking = None
                self._storing.end(future)
        if looking.cancelled():
            raise Abandoned
        return looking.result()

    def _put(self, changes: Changes, *, is_whole: bool = False) -> None:
        """Save what changed, with the event that led to it, once all of it could be made bytes."""
        self._note()
        if not self._encoder.is_complete:
            self._owner.tell_status("late")
            return
        saver = self._owner.saver
        changes = {**changes, **self._suspects.ended()}
        if is_whole:
            changes |= self._owner.account.note()
        saver.put(self._schedule.taken, changes, is_whole=is_whole)
        if saver.is_idle:
            self._owner.tell_status("ok")


def _cache_sizes() -> list[CacheSize]:
    """Return how large the caches of this process are, the largest first."""
    if "ostinato.caching.caches" not in sys.modules:
        return []
    from ostinato.caching.caches import caches  # noqa: PLC0415  (nobody has cached anything else)

    sizes = [CacheSize(shown, kind, count, size) for kind, shown, count, size in caches.figures()]
    return sorted((each for each in sizes if each.count), key=lambda each: -each.size)
