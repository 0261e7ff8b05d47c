"""Runner: runs what one session's schedule asks for, one run after another."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

from ostinato.run.ends import Outcome
from ostinato.run.execution import word_of
from ostinato.run.likely import load, makers_of
from ostinato.run.namespace import Home
from ostinato.run.run import Run
from ostinato.run.scope import places_of
from ostinato.session.clocks import Clocks
from ostinato.session.downloads import Downloads
from ostinato.session.dropped import (
    ABOVE,
    FAILED,
    HELD,
    UNREAD,
    dropped_by,
    no_page,
    set_aside,
)
from ostinato.session.ending import PATIENCE, Ending, Why
from ostinato.session.keeper import Keeper
from ostinato.session.saver import Saver
from ostinato.session.schedule import WHOLE, Request, Schedule
from ostinato.session.services import Services
from ostinato.session.storing import Storing
from ostinato.session.stream import Stream
from ostinato.session.suspects import Suspects
from ostinato.session.view import SessionView
from ostinato.state.encoder import StateEncoder
from ostinato.state.session_state import SessionState
from ostinato.tasks import begin
from ostinato.wire.messages import Cause, Event, Notification, RunEnded

logger = logging.getLogger("ostinato")

NOTED_WITHIN = 2.0
"""Seconds that an event which may end the process waits for the store to know of it."""

GIVEN_UP_AFTER = 60.0
"""Seconds for which the first run is expected to draw what events wait for (L09)."""

LOAD_AFTER = 0.1
"""Seconds for which the page of a run comes before what makes what it may show later."""

AFTER_FAILURE, LONGEST_PAUSE = 0.1, 10.0
"""Seconds after an internal error before anything of that session runs again: twice as many each
time, up to so many."""

EARLY_FOR = 5.0
"""Seconds for which a later run is expected to draw what an event waits for."""

MORE_CALLS = 10
"""Elements that it draws after that, if it draws none of it, before it is superseded."""


class Owner(Protocol):
    """The session that a runner works for."""

    encoder: StateEncoder
    state: SessionState
    saver: Saver
    home: Home
    clocks: Clocks
    downloads: Downloads
    used_at: float


class Runner:
    """Runs what is wanted, and lets what is wanted end the run that goes on.

    All but the runs themselves is of the event loop. An idle session keeps no task, because a task
    costs memory.

    Args:
        owner: The session.
        services: What all sessions share.
        view: Shows what is drawn.
        schedule: Says what is to run.
        suspects: Knows which events may end the process.
        keeper: Keeps what a run has changed.
        storing: Ends the making of bytes.
    """

    def __init__(
        self,
        owner: Owner,
        services: Services,
        view: SessionView,
        schedule: Schedule,
        suspects: Suspects,
        keeper: Keeper,
        storing: Storing,
    ) -> None:
        self.run: Run | None = None
        """The run that goes on."""
        self.number = 0
        """The number of the last run."""
        self.is_draining = False
        """Whether nothing is to run any more."""
        self._owner = owner
        self._services = services
        self._view = view
        self._schedule = schedule
        self._suspects = suspects
        self._keeper = keeper
        self._storing = storing
        self._ending: Ending | None = None
        self._dropped: list[Notification] = []
        self._pause = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()

    # Whoever wants a run.

    def request(self, cause: Cause, scope: str = "") -> None:
        """Have the script run, or a part of it, whatever a person does.

        Args:
            cause: Why.
            scope: What to run; the whole page without it.
        """
        self._schedule.ask(cause, scope)
        self.ensure_worker()
        self.ask_to_supersede(cause)

    def ask_to_supersede(self, cause: Cause = "event") -> None:
        """Let what is wanted end the run early that goes on, if it may (R04, L09)."""
        if self.run is None or not self._schedule.may_supersede(cause):
            return
        # A suspect is not tried at once: no run has to end for it.
        if not self._suspects.is_suspect(self._schedule.oldest):
            schedule = self._schedule
            self.run.interrupt.ask_to_supersede(schedule.awaited, is_press=schedule.is_press_next)
            if schedule.has_completed and self._timer is None and schedule.awaited():
                self._timer = self._loop.call_later(EARLY_FOR, self._give_up_waiting)

    def ask_to_end(self, why: Why) -> None:
        """Have what goes on in the script's thread end: a run, or what looks at its values."""
        if self._ending is not None:
            self._ending.ask(why)
        else:
            self._storing.ask(PATIENCE[why])

    def expect_return(self) -> None:
        """End the run that goes on if the browser, which has gone, is not back in a moment."""
        if self._ending is not None:
            self._ending.expect_return()

    # The worker.

    @property
    def is_idle(self) -> bool:
        """Whether no run goes on and none is due."""
        return self._task is None

    def ensure_worker(self) -> None:
        """See to it that what is due is done."""
        if self._task is None:
            self._task = begin(self._drain_queue, "session", loop=self._loop)

    async def settled(self) -> None:
        """Wait until no run goes on and none is due."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Do no more; a run that goes on is given up."""
        self.is_draining = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _drain_queue(self) -> None:
        try:
            while not self.is_draining:
                is_empty = self._schedule.is_empty
                if is_empty and not self._keeper.is_due:
                    return
                if is_empty or self._keeper.is_urgent:
                    await self._keeper.work()
                elif self._suspects.are_any and self._suspects.may_be_guilty(self._schedule.first):
                    async with self._suspects.trial():
                        await self._run_guarded()
                else:
                    await self._run_guarded()
                if self._pause:
                    # Should it fail again at once, and again, others are served meanwhile.
                    await asyncio.sleep(self._pause)
        finally:
            self._task = None

    async def _run_guarded(self) -> None:
        try:
            await self._run()
            self._pause = 0.0
        except Exception:
            logger.exception("session: internal error in run %d", self.number)
            self._view.end(RunEnded("failed"))
            self._view.put(FAILED)
            self._pause = min(LONGEST_PAUSE, 2 * self._pause or AFTER_FAILURE)

    async def _run(self) -> None:
        """Run the script once, with what a person did since the last run."""
        request = await self._take()
        if request is None:
            return
        self.number += 1
        stream = Stream(self._view, self._look_for_thread)
        run = self.run = self._new_run(request, stream)
        self._view.begin(run, self._schedule.taken, request.cause)
        self._keeper.history.begin(run, request)
        stream.begin(run)
        if self._schedule.oldest:
            self.ask_to_supersede()
        ending = self._ending = Ending(run, self._services, self._view, self._storing)
        if not self._schedule.has_completed:
            self._timer = self._loop.call_later(GIVEN_UP_AFTER, self._give_up_waiting)
        try:
            outcome = await ending.outcome(request)
        finally:
            stream.end()
            self._end_timer()
            self.run = self._ending = None
        self._tell_end(run, request, outcome, ending.unapplied)
        if makers := makers_of(self._view.page.likely):
            self._loop.call_later(LOAD_AFTER, load, makers)
        self._owner.used_at = self._services.clock()
        self._owner.clocks.follow(self._owner.home.scopes)
        self._keeper.keep(run.changes)
        self._owner.downloads.look()

    def _tell_end(
        self, run: Run, request: Request, outcome: Outcome, unapplied: Sequence[Event]
    ) -> None:
        """Tell the schedule and the page how a run has ended, and what came to nothing."""
        self._schedule.ended(
            outcome,
            has_begun=run.has_begun,
            is_partial=run.is_partial,
            lacks_state=run.lacks_state,
            has_given_up=outcome is Outcome.SUPERSEDED and run.interrupt.has_given_up,
            has_switched=run.has_switched,
            due=run.due,
            unapplied=unapplied,
        )
        word = word_of(run, outcome)
        self._view.end(RunEnded(word))
        self._keeper.history.end(word)
        if run.dropped:
            self._dropped.append(dropped_by(run))
            self.tell_dropped()
        if run.no_page is not None:
            self._view.put(no_page(run.no_page))
        if outcome is Outcome.FAILED and not run.has_begun:
            held = request.events if run.event is None else []
            self._schedule.hold(held)
            # Who only looks on sees the error itself.
            if any(event.ids for event in request.events):
                self._view.put(HELD if held else ABOVE)
        if run.lacks_state and not self._schedule.has_completed and self._schedule.oldest:
            self._view.put(UNREAD)

    def tell_dropped(self) -> None:
        """Tell the person what was not applied, unless it comes again in the session itself.

        What they did before is unknown to a session that stands in for one that cannot be reached.
        """
        while self._dropped and not self._owner.saver.is_away:
            self._view.put(self._dropped.pop(0))

    def _new_run(self, request: Request, stream: Stream) -> Run:
        known = self._owner.home.scopes
        # In the order of the page.
        scopes = [known[id] for id in known if id in request.scopes and known[id].is_there]
        # A part that is gone is a matter of the page.
        is_whole = request.scopes == WHOLE or len(scopes) < len(request.scopes)
        return Run(
            self.number,
            self._owner.state,
            self._view.tree,
            self._services.config,
            clock=self._services.clock,
            on_drawn=stream.drawn,
            encoder=self._owner.encoder,
            home=self._owner.home,
            scopes=None if is_whole else scopes,
            places=places_of(scopes, known),
            address=self._view.take_address(),
        )

    async def _take(self) -> Request | None:
        """Return what the next run is to do; None if the store has to get everything first."""
        first = self._schedule.first if self._suspects.are_any else None
        request = self._schedule.take(1 if self._suspects.is_suspect(first) else None)
        if not request.events:
            return request
        if self._suspects.is_guilty(first):
            self._view.put(set_aside(request.events, self._view.tree))
            return Request([], True, request.scopes)
        note = self._suspects.note(request.events, self._schedule.last)
        if note and self._services.config.session.resume != "never":
            # Not taken before it is noted: the session may end meanwhile, or be saved again.
            self._schedule.put_back(request)
            self._owner.saver.put(self._schedule.taken, note)
            await self._owner.saver.flush(NOTED_WITHIN)
            return None if self._keeper.is_urgent else self._schedule.take(len(request.events))
        return request

    def _give_up_waiting(self) -> None:
        """Let what waits end a run that may have no end and draws not all that is waited for."""
        assert self.run is not None
        self._timer = self._loop.call_later(GIVEN_UP_AFTER, self._give_up_waiting)
        self.run.interrupt.give_up(MORE_CALLS)

    def _end_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look_for_thread(self) -> None:
        if self._ending is not None:
            self._ending.look_for_thread()
