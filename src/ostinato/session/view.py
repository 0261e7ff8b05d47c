"""View: what one browser tab shows, and what it has yet to be told."""

import asyncio
import secrets
from collections.abc import Callable
from typing import Literal, NamedTuple

from ostinato.run.canvas import Taken
from ostinato.run.run import Address, Run
from ostinato.session.allowance import Allowance
from ostinato.session.connection import CloseReason, Connection
from ostinato.session.outbox import RETOLD, Outbox
from ostinato.tree.node import Tree
from ostinato.values.address import LONGEST, Place, path_of
from ostinato.wire.codec import encode
from ostinato.wire.messages import (
    AckEvent,
    Batch,
    Cause,
    Edits,
    Hello,
    Reset,
    RunEnded,
    RunStarted,
    ServerMessage,
    StoreStatus,
    Welcome,
)
from ostinato.wire.props import Page

Status = Literal["ok", "late", "away"]


class Sent(NamedTuple):
    """What a browser was sent: how much of the tree has changed, and in how many bytes."""

    edits: int
    bytes: int


class SessionView:
    """The browser's side of a session: the tree, the run that changes it, the connection.

    Args:
        confirmed: The number of the last event that the store has.
        confirm_within: Seconds that the news of a commit may wait for a frame to travel with.
        allowance: What all pages of a process may keep for their browsers.
    """

    def __init__(
        self, confirmed: int, confirm_within: float, allowance: Allowance | None = None
    ) -> None:
        self.tree = Tree()
        self.connection: Connection | None = None
        self._address: Address | None = None
        self._run: Run | None = None
        # Threads that the last run has let draw may go on.
        self._last: Run | None = None
        # A browser must not take the frames of one process for those of another.
        self._outbox = Outbox(after=secrets.randbelow(2**16), allowance=allowance)
        self._started: RunStarted | None = None
        self._ended: RunEnded | None = None
        self._status: Status = "ok"
        self.confirmed = self._told = confirmed
        self._confirm_within = confirm_within
        self._confirm_timer: asyncio.TimerHandle | None = None
        self._is_fresh = True
        self._edits = 0

    @property
    def page(self) -> Page:
        """What the page itself is like."""
        assert isinstance(self.tree.main.props, Page)
        return self.tree.main.props

    @property
    def sent(self) -> Sent:
        """What the browser was sent since the session is here."""
        return Sent(self._edits, self._outbox.bytes)

    # The connection.

    def connect(self, seen: int, welcome: Callable[[bool], Welcome]) -> Connection:
        """Begin to talk to a browser; a connection that was open before is closed.

        Args:
            seen: The number of the last frame that the browser has.
            welcome: Makes the first message, told whether the frames after `seen` are kept.
        """
        if self.connection is not None:
            self.connection.close(CloseReason.REPLACED)
        # Frames leave out what the browser knows; a page that was loaded again knows nothing.
        missed = self._outbox.since(seen) if seen and not self._is_fresh else None
        if missed is None:
            self._outbox.forget()
            self._is_fresh = True
        first = encode(Batch(0, [welcome(missed is not None)]))
        self.connection = Connection([first, *(missed or [])], self._next_frame)
        return self.connection

    def files(self) -> set[str]:
        """Return the ids of the files that the page shows, or will when a run has ended."""
        if self._run is None:
            return self.tree.files()
        return self._run.canvas.files()

    def arrive(self, hello: Hello) -> None:
        """Note with which address the browser has come: the next run is to hear of it."""
        # One that is too long to be anybody's is left alone.
        if len(hello.query) > LONGEST:
            return
        place = Place(hello.query, hello.entry, path_of(hello.path))
        self._address = Address(place, hello.is_new)
        shown = self.tree.main.value
        if hello.is_new if shown is not None else (place.text or place.path):
            # A frame that is sent before the next run must not take it back.
            self.tree.main.value = [*place]

    def take_address(self) -> Address | None:
        """Return the address that no run has heard of yet."""
        address, self._address = self._address, None
        return address

    def close(self, reason: CloseReason) -> None:
        """Let go of the browser, which hears what is safe by now."""
        if self._confirm_timer is not None:
            self._confirm_timer.cancel()
        self._put_confirmed()
        self._close_last()
        self._outbox.close()
        if self.connection is not None:
            self.connection.close(reason)

    def seen(self, number: int) -> None:
        """Note that the browser has all frames up to this number."""
        self._outbox.seen(number)

    @property
    def is_confirming(self) -> bool:
        """Whether the browser is still to hear of events that are safe."""
        return self._confirm_timer is not None

    # What it is told.

    def put(self, message: ServerMessage) -> None:
        """Send a message."""
        self._outbox.put(message)
        self.notify()

    def begin(self, run: Run, applied: int, cause: Cause) -> None:
        """Note that a run begins; it is sent with what it draws."""
        self._close_last()
        self._run = run
        self._started = RunStarted(applied, cause)
        self._outbox.put(self._started)

    def tell_started(self) -> None:
        """Say once more that the run has begun: now it really has."""
        if self._started is not None:
            self.put(self._started)

    def stream(self) -> None:
        """Send what the run that goes on has drawn so far, or its threads after its end."""
        run = self._run or self._last
        if run is not None:
            run.canvas.is_streamed = True
            self._put_taken(run.canvas.take(watch=True))
            self.notify()

    def end(self, ended: RunEnded) -> None:
        """Send the rest of what the run has drawn, and that it has ended."""
        run, self._run = self._run, None
        if run is not None:
            self._put_taken(run.canvas.take(watch=run.is_shared))
            self._last = run if run.is_shared else None
        self._ended = ended
        self.put(ended)

    def _close_last(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last.is_closed = True
            self._put_taken(last.canvas.close())

    def _put_taken(self, taken: Taken) -> None:
        self._edits += len(taken.edits)
        self._outbox.put_edits(taken.edits)
        for effect in taken.effects:
            self._outbox.put(effect)

    def confirm(self, event: int) -> None:
        """Tell the browser, with the next frame or soon, that events up to this one are safe."""
        self.confirmed = event
        if self._confirm_timer is None and event > self._told:
            loop = asyncio.get_running_loop()
            self._confirm_timer = loop.call_later(self._confirm_within, self._confirm_now)

    def tell_status(self, status: Status) -> None:
        """Tell the browser how the store does, if that has changed."""
        if status != self._status:
            self._status = status
            self.put(StoreStatus(status))

    def notify(self) -> None:
        """Have the connection ask for the next frame."""
        if self.connection is not None:
            self.connection.notify()

    def _confirm_now(self) -> None:
        self._confirm_timer = None
        if self.confirmed > self._told:
            self._put_confirmed()
            self.notify()

    def _put_confirmed(self) -> None:
        if self.confirmed > self._told:
            self._told = self.confirmed
            self._outbox.put(AckEvent(self.confirmed))

    def _next_frame(self) -> bytes | None:
        """Return the next frame for the browser, with all that it does not know yet."""
        if self._is_fresh or self._outbox.is_overfull:
            if self._is_first_run_young:
                return None
            self._put_all()
        if self._outbox.is_empty:
            return None
        self._put_confirmed()
        return self._outbox.frame()

    @property
    def _is_first_run_young(self) -> bool:
        """Whether there is nothing to show yet, and may be in a moment."""
        return self._run is not None and not self._run.canvas.is_streamed and self._ended is None

    def _put_all(self) -> None:
        """Have the next frame build the page from nothing."""
        run, drawing = self._run, self._run or self._last
        pending = self._outbox.take_pending()
        self._outbox.put(Reset())
        taken = Taken(self.tree.build(), []) if drawing is None else drawing.canvas.take_all()
        page: list[ServerMessage] = [Edits([*taken.edits])] if taken.edits else []
        started: list[ServerMessage] = [] if self._started is None else [self._started]
        # Until the script begins, the browser brings what was entered into the tree that it gets.
        is_whole = run is None or taken.has_begun
        for message in [*started, *page] if is_whole else [*page, *started]:
            self._outbox.put(message)
        for message in pending:
            if not isinstance(message, RETOLD):
                self._outbox.put(message)
        for effect in taken.effects:
            self._outbox.put(effect)
        if run is None and self._ended is not None:
            self._outbox.put(self._ended)
        if self._status != "ok":
            self._outbox.put(StoreStatus(self._status))
        self._told = 0
        self._is_fresh = False
