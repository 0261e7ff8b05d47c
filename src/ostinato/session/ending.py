"""Ending: watches over one run in its thread, and brings it to an end that somebody asks for."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Literal, ParamSpec
from weakref import ref

from ostinato.run.ends import Outcome
from ostinato.run.execution import run_script, store_abandoned
from ostinato.run.interruption import place_of
from ostinato.run.run import Run
from ostinato.session import ladder
from ostinato.session.ladder import Ladder
from ostinato.session.schedule import Request
from ostinato.session.services import Services
from ostinato.session.storing import Storing
from ostinato.session.view import SessionView
from ostinato.wire.messages import Event, Notification

logger = logging.getLogger("ostinato")

P = ParamSpec("P")

Why = Literal["stop", "load", "close"]

PATIENCE: dict[Why, float] = {"stop": 1.0, "load": 5.0, "close": 1.0}
"""Seconds in which a run that is asked to end may do so at its next call of ours."""

GONE_AFTER = 5.0
"""Seconds for which a run goes on when its browser has gone: most come back at once."""

TELL_WAITING = 1.0
"""Seconds for which a run waits for a thread before the person is told."""

LOOK_AGAIN = 0.25

STOPPED = "The app did not answer, and was stopped. What it was doing may be unfinished."
WAITING = "Many people are using this app right now. Yours starts as soon as there is room."


class Ending:
    """One run in its thread, and its end.

    First the run is asked: it ends at its next call of ours. Then its thread is interrupted,
    between two bytecodes of the script. One that does not end even so, as it sleeps or hangs in a
    library, is abandoned: the session goes on with another thread at once.

    Args:
        run: The run.
        services: What all sessions share.
        view: Where the person is told.
        storing: Ends the making of bytes, which follows the run in its thread.
    """

    def __init__(self, run: Run, services: Services, view: SessionView, storing: Storing) -> None:
        self._run = run
        self._services = services
        self._view = view
        self._storing = storing
        self._loop = asyncio.get_running_loop()
        self._done: asyncio.Future[Outcome] = self._loop.create_future()
        self._future: Future[Outcome] | None = None
        self._why: Why | None = None
        self._ladder = Ladder(
            self._loop,
            services.clock,
            wait=self._time_left,
            interrupt=self._interrupt,
            give_up=self._abandon,
        )
        self._waiting_timer: asyncio.TimerHandle | None = None
        self._is_told_waiting = False
        self._return_timer: asyncio.TimerHandle | None = None
        self._carries_click = False
        self.unapplied: list[Event] = []

    async def outcome(self, request: Request) -> Outcome:
        """Run the script, and wait until it has ended or is abandoned.

        Args:
            request: What a person did, and whether the script is to run in any case.
        """
        self._carries_click = request.has_press
        self._submit(self._work(request))
        if self._view.connection is None:
            self.expect_return()
        try:
            outcome = await self._done
        except asyncio.CancelledError:
            if self._future is not None:
                self._future.cancel()
            raise
        finally:
            if self._waiting_timer is not None:
                self._end_waiting()
            if self._return_timer is not None:
                self._return_timer.cancel()
        if outcome is Outcome.ABANDONED:
            await self._go_on_without(request.events)
        if self._ladder.has_interrupted and self._why != "close":
            self._view.put(Notification("stopped", STOPPED))
        return self._meaning_of(outcome)

    def _work(self, request: Request) -> Callable[[], Outcome]:
        """Return what the thread has to do, of which somebody may have to be told."""
        run, services = self._run, self._services
        work = partial(run_script, run, services.script, request.events, request.is_due)
        if services.telemetry is None:
            return work
        facts = {"cause": request.cause, "parts": ", ".join(sorted(request.scopes))}
        return partial(services.telemetry.observe, run, facts, work)

    def _meaning_of(self, outcome: Outcome) -> Outcome:
        """Return what an end is to the session, which may have asked for it itself."""
        if outcome is Outcome.DESERTED and self._view.connection is not None:
            return Outcome.SUPERSEDED  # The browser is back by now, and waits for a run.
        if self._why == "load" and outcome in (Outcome.STOPPED, Outcome.ABANDONED):
            return (
                Outcome.SUPERSEDED
            )  # Events that wait for what it has not drawn go on waiting (L09).
        return outcome

    def ask(self, why: Why) -> None:
        """Have the run end: softly at first, whatever it takes in the end.

        Args:
            why: `"stop"`: a person says so. `"load"`: they have loaded the page again; the run has
                been asked to make room, as for any newer event. `"close"`: the session is over.
        """
        self._run.interrupt.ask("load" if why == "load" else "stop")
        if self._run.is_over:
            self._storing.ask(PATIENCE[why])
            return
        if self._why is None or PATIENCE[why] < PATIENCE[self._why]:
            self._why = why
        self._ladder.ask(PATIENCE[why])

    def look_for_thread(self) -> None:
        """See to it that the person is told if the run has to wait for a thread."""
        if self._run.thread is None and self._waiting_timer is None:
            self._waiting_timer = self._loop.call_later(TELL_WAITING, self._tell_waiting)

    def expect_return(self) -> None:
        """End the run if the browser, which has gone, is not back in a moment (N06).

        One that is to answer a click goes on: the session's end is also its end.
        """
        if self._return_timer is not None:
            self._return_timer.cancel()
        self._return_timer = self._loop.call_later(GONE_AFTER, self._desert)

    def _desert(self) -> None:
        is_wanted = self._view.connection is not None or self._carries_click
        if not is_wanted:
            self._run.interrupt.ask("gone")

    # The end.

    def _time_left(self) -> float | None:
        """Return the seconds in which the run may yet end softly; None if it is over."""
        run = self._run
        if run.is_over:
            # What follows it has its own time.
            self._storing.ask(PATIENCE[self._why or "stop"])
            return None
        if run.thread is None:
            # It waits for a thread, and what it is to do must not be lost.
            return ladder.AGAIN
        if self._why == "load":
            # If it answers, it can be asked to make room; if it may not yet, it goes on.
            left = run.interrupt.heard_at + PATIENCE["load"] - self._services.clock()
            if left > 0:
                return left
        if run.interrupt.asked != "stop":
            run.interrupt.ask("stop")
            return ladder.AGAIN
        return 0.0

    def _interrupt(self) -> bool:
        # Not while it changes the tree: half a change is worse than none.
        with self._run.canvas.lock:
            self._run.interrupt.interruption.make()
        return True

    def _abandon(self) -> bool:
        run = self._run
        where = place_of(run.thread)
        if not run.abandon():
            return False
        if self._future is not None:
            self._services.pool.abandon(self._future)
        self._services.metrics.abandoned()
        logger.error(
            "session: run %d does not end: its thread is abandoned, and goes on at:\n%s",
            run.number,
            where,
        )
        if not self._done.done():
            self._done.set_result(Outcome.ABANDONED)
        return True

    async def _go_on_without(self, events: Sequence[Event]) -> None:
        """Keep what an abandoned run has changed, and what it has not applied."""
        run = self._run
        self.unapplied = [each for each in events if run.event is None or each.number > run.event]
        self._storing.let_go()
        state = self._storing.state
        state.inputs.release(run.trigger)
        self._done = self._loop.create_future()
        self._submit(store_abandoned, run, state)
        await self._done

    def _submit(self, do: Callable[P, Outcome], *args: P.args, **kwargs: P.kwargs) -> None:
        future = self._future = self._services.pool.submit(do, *args, **kwargs)
        self._storing.begin(future, self._go_on_without_bytes)
        future.add_done_callback(partial(_post, self._loop, ref(self)))

    def _go_on_without_bytes(self) -> None:
        """End the run as it ended, though what it changed could not all be made bytes."""
        self._run.let_go()
        self._future = None
        if not self._done.done():
            self._done.set_result(self._run.outcome or Outcome.DONE)

    def settle(self, future: "Future[Outcome]") -> None:
        """Hear that a thread has ended; that of an abandoned run does so in spite of all."""
        if future is not self._future:
            return
        self._ladder.stop()
        self._storing.end(future)
        if self._done.done():
            return
        if future.cancelled():
            self._done.cancel()
        elif (error := future.exception()) is not None:
            # An end of the process, say: no run is to end more than itself.
            is_plain = isinstance(error, Exception)
            self._done.set_exception(error if is_plain else RuntimeError(f"it ended in {error!r}"))
        else:
            self._done.set_result(future.result())

    # The beginning.

    def _tell_waiting(self) -> None:
        if self._run.thread is not None:
            self._end_waiting()
            return
        self._waiting_timer = self._loop.call_later(LOOK_AGAIN, self._tell_waiting)
        if not self._is_told_waiting:
            self._is_told_waiting = True
            self._services.threads_are_short()
            self._view.put(Notification("waiting", WAITING))

    def _end_waiting(self) -> None:
        """Take back what was said of waiting: the news of a start does so."""
        assert self._waiting_timer is not None
        self._waiting_timer.cancel()
        self._waiting_timer = None
        if self._is_told_waiting:
            self._view.tell_started()


def _post(loop: asyncio.AbstractEventLoop, ending: "ref[Ending]", future: Future[Outcome]) -> None:
    """Called in the script's thread, which holds nothing of the session: the run has ended."""
    with suppress(RuntimeError):  # the loop has ended, and nobody waits any more
        loop.call_soon_threadsafe(_tell, ending, future)


def _tell(ending: "ref[Ending]", future: Future[Outcome]) -> None:
    if (known := ending()) is not None:
        known.settle(future)
