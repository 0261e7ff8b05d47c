"""Session: one visitor. Events in, runs one after another, edits out."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from typing import Literal

from ostinato.errors import WireError
from ostinato.run.current import Run
from ostinato.run.execution import Outcome, run_script
from ostinato.session.app import App
from ostinato.session.inbox import Inbox
from ostinato.session.link import End, Link
from ostinato.session.page import Page, Status
from ostinato.session.saver import UNFOUND, Saver
from ostinato.state.snapshot import Snapshot
from ostinato.stores.store import Saved
from ostinato.wire.messages import (
    Changed,
    ClientMessage,
    Event,
    Hello,
    Inspect,
    Inspected,
    RunEnded,
    Seen,
    Stop,
    Unkept,
    Welcome,
)

logger = logging.getLogger("ostinato")

STREAM_AFTER = 0.008
"""Seconds that a run may draw before the browser hears of it; a shorter run is one frame."""

FLUSH_WITHIN = 5.0
"""Seconds that a session which ends waits for the store."""

WORDS: dict[Outcome, Literal["cut", "stopped", "failed"]] = {
    Outcome.CUT: "cut",
    Outcome.RERUN: "cut",
    Outcome.STOPPED: "stopped",
    Outcome.FAILED: "failed",
}


class Session:
    """One browser tab.

    Args:
        id: Known to the browser and to nobody else.
        app: What all sessions share.
        last_event: The number of the last event that is part of the session, or came before it.
        saved: What the store had when the session was claimed.
        source: The session that the saved values are of, if it is another.
        is_away: Whether the store, which cannot be reached, may have state of the session.
        on_moved: Called with the session when another process holds it, or the store has more.
    """

    def __init__(
        self,
        id: str,
        app: App,
        *,
        last_event: int = 0,
        saved: Saved | None = None,
        source: str | None = None,
        is_away: bool = False,
        on_moved: Callable[["Session"], None] | None = None,
    ) -> None:
        limits = app.config.session
        self.id = id
        self.snapshot = Snapshot(
            id,
            app.keys,
            max_value=int(limits.max_value_size * 1e6),
            max_total=int(limits.max_size * 1e6),
        )
        self.state = self.snapshot.restore(saved.values if saved else {}, source=source)
        self.left_at: float | None = app.clock()
        self.used_at = app.clock()
        self._app = app
        self._label = hashlib.blake2b(id.encode(), digest_size=8).hexdigest()
        self._on_moved = on_moved
        self._inbox = Inbox(last_event)
        self._page = Page(last_event, app.confirm_within)
        self._run: Run | None = None
        self._number = 0
        self._applied = last_event
        self._is_due = True
        self._is_lost = False
        self._is_draining = False
        self._is_developer = False
        self._is_inspected = False
        self._task: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()
        claim = saved.claim if saved else None
        self._saver = Saver(id, app, self, claim=claim, event=last_event, is_away=is_away)
        self._work()

    # The browser's side.

    def connect(self, hello: Hello, *, is_developer: bool = False) -> Link:
        """Begin to talk to a browser; a connection that was open before is closed."""
        self._is_developer = is_developer
        self.left_at = None
        return self._page.connect(hello.seen, self._welcome)

    def disconnect(self, link: Link) -> None:
        """Note that a connection is gone; the session waits for another."""
        if self._page.link is link:
            self._page.link = None
            self.left_at = self._app.clock()

    def receive(self, message: ClientMessage, size: int = 0) -> None:
        """Take a message from the browser.

        Args:
            message: What it says.
            size: The bytes it came in.

        Raises:
            WireError: If it is out of place, or there are too many.
        """
        match message:
            case Event():
                self._take(message, size)
            case Seen(batch):
                self._page.seen(batch)
            case Stop():
                if self._run is not None:
                    self._run.interrupt = "stop"
            case Inspect():
                self._is_inspected = True
                if self._run is None:
                    self._report()
            case Hello():
                raise WireError("hello: it opens a connection, got a second one: leave it out")

    def _take(self, event: Event, size: int) -> None:
        self.used_at = self._app.clock()
        last = self._inbox.last
        self._inbox.put(event, size)
        self._app.meter.unconfirmed(self._inbox.last - last)
        if self._inbox:
            self._ask_for_run()

    def script_changed(self, *, rerun: bool) -> None:
        """Run the changed script, or offer to."""
        if rerun:
            self._is_due = True
            self._ask_for_run()
        else:
            self._page.put(Changed())

    async def settled(self) -> None:
        """Wait until no run goes on and none is due."""
        if self._task is not None:
            await asyncio.wait([self._task])

    @property
    def is_settled(self) -> bool:
        """Whether no run goes on and none is due."""
        return self._task is None

    @property
    def is_saved(self) -> bool:
        """Whether the store has all of it."""
        return self._saver.is_idle

    @property
    def is_confirming(self) -> bool:
        """Whether the browser is still to hear of events that are saved."""
        return self._page.is_confirming

    @property
    def saver(self) -> Saver:
        """What brings it to the store."""
        return self._saver

    @property
    def received(self) -> int:
        """The number of the last event that came, with none missing before it."""
        return self._inbox.last

    def is_behind(self, hello: Hello) -> bool:
        """Say whether the browser has had events confirmed that never came here."""
        return hello.next - 1 > self._inbox.last

    def can_rest(self, now: float) -> bool:
        """Say whether it may leave memory, though its browser is there (S16)."""
        limits = self._app.config.session
        is_unused = now - self.used_at >= limits.rest and limits.resume != "never"
        return (
            is_unused and self.is_settled and self.is_saved and self.snapshot.is_whole(self.state)
        )

    async def flush(self, timeout: float = FLUSH_WITHIN) -> None:
        """Wait for the store to have everything, at most for some seconds."""
        await self._saver.flush(timeout)

    async def drain(self, timeout: float) -> None:
        """End the session for another process to go on with (N02).

        A run that is not over in time is given up: its events, not confirmed, are sent again.

        Args:
            timeout: Seconds that a run may go on.
        """
        self._is_draining = True
        if not self.is_settled:
            waiting = asyncio.create_task(self.settled())
            await asyncio.wait([waiting], timeout=timeout)
            waiting.cancel()
        if self._run is not None:
            logger.warning("session: run %d was given up after %g s", self._number, timeout)
        await self.flush()
        await self._saver.verify()
        await self.close(End.DRAINED)

    async def close(self, end: End) -> None:
        """End the session: the run that goes on is stopped, the connection closed."""
        is_whole = self._run is None
        if self._run is not None:
            self._run.interrupt = "stop"
        self._is_draining = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if end is not End.MOVED:
            await self.flush()
            if self._is_lost and is_whole:
                await self._save_everything()
                await self.flush()
        self._saver.close()
        self._page.close(end)
        self._app.meter.unconfirmed(self._page.confirmed - self._inbox.last)

    def _welcome(self, is_resumed: bool) -> Welcome:
        config = self._app.config
        return Welcome(
            session=self.id,
            resumed=is_resumed,
            applied=self._applied,
            received=self._inbox.last,
            lasts=config.session.resume == "refresh",
            is_developer=self._is_developer,
            limit=config.server.max_message_bytes,
            title=self._app.script.title,
            version=self._app.version,
        )

    # The store's side.

    def saved(self, event: int) -> None:
        """Tell the browser that it may forget its events up to this one."""
        self._app.meter.unconfirmed(self._page.confirmed - event)
        self._page.confirm(event)

    def moved(self) -> None:
        """Have the browser find who holds the session."""
        self._is_draining = True
        if self._on_moved is not None:
            self._on_moved(self)

    def lost(self) -> None:
        """Save everything anew, as soon as no run is in the way."""
        self._is_lost = True
        self._work()

    def unfound(self) -> None:
        """Tell the person that not all they did was found again (N09)."""
        self._saver.is_short = True
        self._page.put(UNFOUND)

    def tell_status(self, status: Status) -> None:
        """Tell the browser how the store does."""
        self._page.tell_status(status)

    # The script's side.

    def _work(self) -> None:
        """Do what is due; a session that has nothing to do has no task, which takes memory."""
        if self._task is None:
            self._task = self._loop.create_task(self._work_off())

    async def _work_off(self) -> None:
        try:
            while (self._is_due or self._inbox or self._is_lost) and not self._is_draining:
                # No event may be confirmed before the store has again what led up to it.
                if self._is_lost:
                    await self._save_everything()
                else:
                    await self._run_safely()
        finally:
            self._task = None

    async def _run_safely(self) -> None:
        try:
            await self._run_once()
        except Exception:
            logger.exception("session: run %d ended in an error of ours", self._number)
            self._page.end(RunEnded(self._number, "failed"))

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
            self._page.tree,
            self._app.config,
            clock=self._app.clock,
            on_drawn=self._on_drawn,
            snapshot=self.snapshot,
            label=self._label,
        )
        self._page.begin(run, self._applied)
        if self._inbox:
            self._ask_to_cut(run)
        self._watch = self._loop.call_later(STREAM_AFTER, self._stream, run)
        try:
            outcome = await self._loop.run_in_executor(
                self._app.pool, run_script, run, self._app.script, events
            )
        finally:
            self._watch.cancel()
            self._run = None
        if outcome in (Outcome.RERUN, Outcome.CUT):
            self._is_due = True
        self._page.end(RunEnded(run.number, WORDS.get(outcome, "done")))
        self._keep(run.changes)

    def _keep(self, changes: dict[str, bytes | None]) -> None:
        """Hand on what is to be saved, and say what cannot be."""
        self.used_at = self._app.clock()
        if self._app.config.session.resume == "never":
            self.saved(self._applied)
        elif not self._is_lost:
            self._saver.put(self._applied, changes)
        self._report()

    async def _save_everything(self) -> None:
        self._is_lost = False
        everything = await self._loop.run_in_executor(
            self._app.pool, self.snapshot.everything, self.state
        )
        self._saver.put(self._applied, everything)

    def _report(self) -> None:
        """Tell the developer what is not stored, and what is, if asked."""
        for name, problem in self.snapshot.new_problems():
            self._app.report(name, problem)
            if self._is_developer:
                self._page.put(Unkept(name, problem))
        if self._is_inspected:
            self._is_inspected = False
            if self._is_developer:
                self._page.put(Inspected(self.snapshot.entries(self.state)))

    def _ask_for_run(self) -> None:
        self._work()
        if self._run is not None:
            self._ask_to_cut(self._run)

    def _ask_to_cut(self, run: Run) -> None:
        """Let a newer event cut the run short, if it may (R04).

        The first run is cut only for widgets it has drawn: an event that was sent again after a
        restart must find its widget.
        """
        is_known = run.number > 1 or all(map(self.state.was_called, self._inbox.ids()))
        if run.interrupt is None and is_known:
            run.interrupt = "cut"

    def _on_drawn(self) -> None:
        """Called in the script's thread: something was drawn while nothing was to be sent."""
        run = self._run
        if run is not None:
            self._loop.call_soon_threadsafe(self._stream_later, run)

    def _stream_later(self, run: Run) -> None:
        if run is self._run:
            self._watch = self._loop.call_later(STREAM_AFTER, self._stream, run)

    def _stream(self, run: Run) -> None:
        """Send what a run that goes on has drawn so far."""
        if run is self._run:
            self._page.stream()
