"""Session: one visitor. Events in, runs one after another, edits out."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Literal

from ostinato.config import Config
from ostinato.errors import WireError
from ostinato.run.current import Run
from ostinato.run.execution import Outcome, run_script
from ostinato.run.script import Script
from ostinato.session.inbox import Inbox
from ostinato.session.link import Link
from ostinato.session.outbox import Outbox
from ostinato.state.session_state import SessionState
from ostinato.stores.store import Store
from ostinato.tree.node import Tree
from ostinato.wire.codec import encode
from ostinato.wire.messages import (
    Batch,
    Changed,
    ClientMessage,
    Confirmed,
    Edits,
    Event,
    Hello,
    Reset,
    RunEnded,
    RunStarted,
    Seen,
    Stop,
    Welcome,
)

logger = logging.getLogger("ostinato")

STREAM_AFTER = 0.008
"""Seconds that a run may draw before the browser hears of it; a shorter run is one frame."""

WORDS: dict[Outcome, Literal["cut", "stopped", "failed"]] = {
    Outcome.CUT: "cut",
    Outcome.RERUN: "cut",
    Outcome.STOPPED: "stopped",
    Outcome.FAILED: "failed",
}

LIFE = 7 * 24 * 3600.0
"""Seconds for which the store keeps a session."""


class App:
    """What the sessions of one app share.

    Args:
        script: What runs.
        config: How.
        store: Where sessions are kept.
        pool: The threads that scripts run in.
        clock: Gives the time in seconds.
        version: The version of this package, shown in the browser.
    """

    def __init__(
        self,
        script: Script,
        config: Config,
        store: Store,
        pool: Executor,
        *,
        clock: Callable[[], float],
        version: str,
    ) -> None:
        self.script = script
        self.config = config
        self.store = store
        self.pool = pool
        self.clock = clock
        self.version = version


class Session:
    """One browser tab.

    Args:
        id: Known to the browser and to nobody else.
        app: What all sessions share.
        last_event: The number of the last event that is part of the session, or came before it.
    """

    def __init__(self, id: str, app: App, *, last_event: int = 0) -> None:
        self.id = id
        self.state = SessionState()
        self.tree = Tree()
        self._app = app
        self._inbox = Inbox(last_event)
        self._outbox = Outbox()
        self._link: Link | None = None
        self._run: Run | None = None
        self._ended: RunEnded | None = None
        self._number = 0
        self._applied = self._confirmed = last_event
        self._is_fresh = True
        self._is_due = True
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._wake.set()
        self._task = self._loop.create_task(self._live())
        self.left_at: float | None = app.clock()

    # The browser's side.

    def connect(self, hello: Hello) -> Link:
        """Begin to talk to a browser; a connection that was open before is closed."""
        if self._link is not None:
            self._link.close()
        missed = None if self._is_fresh else self._outbox.since(hello.seen)
        if missed is None:
            self._outbox.restart()
            self._is_fresh = True
        welcome = Welcome(
            self.id, missed is not None, self._applied, self._app.script.title, self._app.version
        )
        first = [encode(Batch(0, [welcome])), *(missed or [])]
        self._link = Link(first, self._next_frame)
        self.left_at = None
        return self._link

    def disconnect(self, link: Link) -> None:
        """Note that a connection is gone; the session waits for another."""
        if self._link is link:
            self._link = None
            self.left_at = self._app.clock()

    def receive(self, message: ClientMessage) -> None:
        """Take a message from the browser.

        Raises:
            WireError: If it is out of place, or there are too many.
        """
        match message:
            case Event():
                self._inbox.put(message)
                if self._inbox:
                    self._ask_for_run()
            case Seen(batch):
                self._outbox.seen(batch)
            case Stop():
                if self._run is not None:
                    self._run.interrupt = "stop"
            case Hello():
                raise WireError("hello: it opens a connection, got a second one: leave it out")

    def script_changed(self, *, rerun: bool) -> None:
        """Run the changed script, or offer to."""
        if rerun:
            self._is_due = True
            self._ask_for_run()
        else:
            self._outbox.put(Changed())
            self._notify()

    async def settled(self) -> None:
        """Wait until no run goes on and none is due."""
        await self._idle.wait()

    @property
    def is_settled(self) -> bool:
        """Whether no run goes on and none is due."""
        return self._idle.is_set()

    async def close(self) -> None:
        """End the session: the run that goes on is stopped, the connection closed."""
        if self._run is not None:
            self._run.interrupt = "stop"
        if self._link is not None:
            self._link.close()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    # The script's side.

    async def _live(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._is_due or self._inbox:
                try:
                    await self._run_once()
                except Exception:
                    logger.exception("session: run %d ended in an error of ours", self._number)
                    self._ended = RunEnded(self._number, "failed")
                    self._outbox.put(self._ended)
            self._idle.set()

    async def _run_once(self) -> None:
        """Run the script once, with what a person did since the last run."""
        # The first run meets no widgets yet: what was done before a restart comes after it.
        events = self._inbox.take() if self._number else []
        self._is_due = False
        self._number += 1
        if events:
            self._applied = events[-1].number
        run = self._run = Run(
            self._number,
            self.state,
            self.tree,
            self._app.config,
            clock=self._app.clock,
            on_drawn=self._on_drawn,
        )
        self._outbox.put(RunStarted(run.number, self._applied))
        if self._inbox:
            self._ask_to_cut(run)
        watch = self._loop.call_later(STREAM_AFTER, self._stream, run)
        try:
            outcome = await self._loop.run_in_executor(
                self._app.pool, run_script, run, self._app.script, events
            )
        finally:
            watch.cancel()
            self._run = None
        self._outbox.put_edits(run.take_edits())
        self._ended = RunEnded(run.number, WORDS.get(outcome, "done"))
        self._outbox.put(self._ended)
        if outcome in (Outcome.RERUN, Outcome.CUT):
            self._is_due = True
        self._notify()
        await self._confirm(self._applied)

    async def _confirm(self, event: int) -> None:
        """Save the state that the events led to, then tell the browser that it may forget them."""
        if event == self._confirmed:
            return
        try:
            await self._app.store.save(self.id, event, {}, LIFE)
        except Exception:
            logger.exception("session: the store failed, event %d stays unconfirmed", event)
            return
        self._confirmed = event
        self._outbox.put(Confirmed(event))
        self._notify()

    def _ask_for_run(self) -> None:
        self._idle.clear()
        self._wake.set()
        if self._run is not None:
            self._ask_to_cut(self._run)

    def _ask_to_cut(self, run: Run) -> None:
        """Let a newer event cut the run short, if it may (R04).

        The first run is cut only for widgets it has drawn: an event that was sent again after a
        restart must find its widget.
        """
        is_known = run.number > 1 or self._inbox.ids() <= self.state.widgets.keys()
        if run.interrupt is None and is_known:
            run.interrupt = "cut"

    def _on_drawn(self) -> None:
        """Called in the script's thread: something was drawn while nothing was to be sent."""
        run = self._run
        if run is not None:
            self._loop.call_soon_threadsafe(self._loop.call_later, STREAM_AFTER, self._stream, run)

    def _stream(self, run: Run) -> None:
        """Send what a run that goes on has drawn so far."""
        if run is self._run:
            self._outbox.put_edits(run.take_edits())
            run.is_streamed = run.is_watched = True
            self._notify()

    def _next_frame(self) -> bytes | None:
        """Give the next frame for the browser, with all that it does not know yet."""
        if self._is_fresh or self._outbox.is_overfull:
            if self._run is not None and not self._run.is_streamed:
                return None
            self._put_all()
        return None if self._outbox.is_empty else self._outbox.frame()

    def _put_all(self) -> None:
        """Have the next frame build the page from nothing."""
        run = self._run
        self._outbox.drop_pending()
        self._outbox.put(Reset())
        if run is None:
            edits = self.tree.snapshot()
        else:
            with run.lock:
                run.growth.settle()
                run.edits.clear()
                edits = self.tree.snapshot()
        if self._number:
            self._outbox.put(RunStarted(self._number, self._applied))
        if edits:
            self._outbox.put(Edits(edits))
        if run is None and self._ended is not None:
            self._outbox.put(self._ended)
        if self._confirmed:
            self._outbox.put(Confirmed(self._confirmed))
        self._is_fresh = False

    def _notify(self) -> None:
        if self._link is not None:
            self._link.notify()
