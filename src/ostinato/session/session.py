"""Session: one visitor. Events in, runs one after another, edits out."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from ostinato.config.units import MEGABYTE
from ostinato.errors import WireError
from ostinato.run.holdings import Holdings
from ostinato.run.namespace import Home
from ostinato.run.visit import Visit
from ostinato.run.visitor import NOBODY, Visitor
from ostinato.session.account import NOTE as OWNED
from ostinato.session.account import Account
from ostinato.session.clocks import Clocks
from ostinato.session.connection import CloseReason, Connection
from ostinato.session.downloads import Downloads
from ostinato.session.keeper import Keeper
from ostinato.session.runner import Runner
from ostinato.session.saver import UNFOUND, Saver
from ostinato.session.schedule import Schedule
from ostinato.session.services import Services
from ostinato.session.storing import Storing
from ostinato.session.suspects import NOTE, Suspects
from ostinato.session.view import SessionView, Status
from ostinato.state.encoder import StateEncoder
from ostinato.state.query import PAGE_ID
from ostinato.state.session_state import SessionState
from ostinato.stores.store import Saved
from ostinato.tasks import begin
from ostinato.wire.messages import (
    AckBatch,
    Cause,
    ClientMessage,
    Event,
    Hello,
    Inspect,
    Make,
    ScriptChanged,
    Seen,
    Stop,
    Themed,
    Welcome,
)

logger = logging.getLogger("ostinato")

FLUSH_WITHIN = 5.0
"""Seconds that a session which ends waits for the store."""


class Session:
    """One browser tab.

    Args:
        id: Known to the browser and to nobody else.
        services: What all sessions share.
        last_event: The number of the last event that is part of the session, or came before it.
        saved: What the store had when the session was claimed.
        source: The session that the saved values are of, if it is another.
        state: What it remembers, in place of what was saved: for tests.
        is_away: Whether the store, which cannot be reached, may have state of the session.
        on_moved: Called with the session when another process holds it, or the store has more.
    """

    _is_known = False
    """Whether a browser has come to it in this process."""

    def __init__(
        self,
        id: str,
        services: Services,
        *,
        last_event: int = 0,
        saved: Saved | None = None,
        source: str | None = None,
        state: SessionState | None = None,
        is_away: bool = False,
        on_moved: Callable[["Session"], None] | None = None,
    ) -> None:
        limits = services.config.session
        self.id = id
        self.encoder = StateEncoder(
            id,
            services.keys,
            max_value=int(limits.max_value_size * MEGABYTE),
            max_total=int(limits.max_size * MEGABYTE),
        )
        values = dict(saved.values) if saved else {}
        self.account = Account(id, services, values.pop(OWNED, None), source)
        is_own = saved is not None and source is None
        self._suspects = Suspects(id, services, values.pop(NOTE, None), is_watching=is_own)
        restored = self.encoder.restore(values, source=source)
        self.state = restored if state is None else state
        self.left_at: float | None = services.clock()
        self.used_at = services.clock()
        self._services = services
        label = hashlib.blake2b(id.encode(), digest_size=8).hexdigest()
        self.home = Home(label, services.surroundings)
        self.home.open_disk = services.open_disk
        self.holdings = self.home.holdings = Holdings(
            services.files,
            services.clock,
            limit=services.config.files.max_session_size * MEGABYTE,
            shown=lambda: self._view.files(),
            life=limits.ttl,
        )
        self.encoder.on_files = self.holdings.secure
        self._on_moved = on_moved
        self._schedule = Schedule(
            last_event,
            lambda id: id == PAGE_ID or self.state.inputs.knows(id),
            lambda id: self.state.inputs.scope_of(id),
            lambda: bool(self.state.inputs.unheard),
            lambda id, wire: self.state.inputs.is_ahead(id, wire),
            lambda id: self.state.inputs.last_call(id) == self.number_of_runs,
            is_wary=not all(map(services.keys.knows, values.values())),
        )
        self._view = SessionView(last_event, services.confirm_within, services.allowance)
        self.clocks = Clocks(asyncio.get_running_loop(), lambda id: self.request("clock", id))
        claim = saved.claim if saved else None
        self.saver = Saver(id, services, self, claim=claim, event=last_event, is_away=is_away)
        self._storing = Storing(services, self)
        self._keeper = Keeper(
            self, services, self._view, self._schedule, self._suspects, self._storing
        )
        self.downloads = Downloads(
            self.state, self.home, self._schedule, self._view, services.pool, self.saver
        )
        self.runner = self.downloads.runs = Runner(
            self,
            services,
            self._view,
            self._schedule,
            self._suspects,
            self._keeper,
            self._storing,
        )
        if self.encoder.files:
            # Whoever has stored them may be long gone, and the session lives on from now.
            begin(partial(services.files.call, self.holdings.secure, self.encoder.files), "files")
        self.work()

    # The browser's side.

    def admit(self, visitor: Visitor) -> None:
        """Note who has come, whom the session admits: it is theirs from now on."""
        has_changed = self.visitor.login != visitor.login
        self.home.visitor = visitor
        if has_changed and self.number_of_runs:
            self.runner.request("notice")
        if visitor.account:
            self.saver.put(self._schedule.taken, self.account.take(visitor))

    @property
    def visitor(self) -> Visitor:
        """Who has come last."""
        return self.home.visitor or NOBODY

    def arrive(self, hello: Hello) -> None:
        """Note with which address the browser has come."""
        self._view.arrive(hello)

    def visited(self, visit: Visit) -> None:
        """Note what is known of the browser; the script may want to know, too."""
        before, self.home.visit = self.home.visit, visit
        if visit.follow(before):
            self.runner.request("visit")

    def connect(
        self, hello: Hello, *, is_developer: bool = False, visit: Visit | None = None
    ) -> Connection:
        """Begin to talk to a browser; a connection that was open before is closed.

        A page that was loaded again sees what was shown last, and then a run (R07).
        """
        self._keeper.is_developer = self._keeper.history.is_wanted = is_developer
        if visit is not None:
            self.visited(visit)
        self.left_at = None
        # A page that nobody sees says so.
        self.clocks.turn(is_on=True)
        connection = self._view.connect(hello.seen, self._welcome)
        if self._schedule.is_deserted or (self._is_known and not hello.seen):
            self.runner.request("visit")
            if not hello.seen:
                self.runner.ask_to_end("load")
        self._is_known = True
        return connection

    def disconnect(self, connection: Connection) -> None:
        """Note that a connection is gone; the session waits for another."""
        if self._view.connection is connection:
            self._view.connection = None
            self.left_at = self._services.clock()
            self.clocks.turn(is_on=False)
            self.runner.expect_return()

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
            case AckBatch(batch):
                self._view.seen(batch)
            case Stop():
                self.runner.ask_to_end("stop")
            case Inspect(shown):
                self._keeper.inspect(shown)
            case Seen(is_seen):
                self.clocks.turn(is_on=is_seen and self._view.connection is not None)
            case Make():
                self.used_at = self._services.clock()
                self.downloads.want(message)
            case Hello():
                raise WireError("hello: it opens a connection, got a second one: leave it out")

    def _take(self, event: Event, size: int) -> None:
        self.used_at = self._services.clock()
        last = self.received
        self._schedule.put(event, size)
        self._services.metrics.unconfirmed(self.received - last)
        if self._schedule.oldest:
            self.work()
            self.runner.ask_to_supersede()

    def script_changed(self, *, rerun: bool) -> None:
        """Run the changed script, or offer a developer to; others see it with their next run."""
        if rerun:
            self.runner.request("file")
        elif self._keeper.is_developer:
            self._view.put(ScriptChanged())

    def theme_changed(self) -> None:
        """Tell the page which theme the app has now."""
        self._view.put(Themed(self._services.surroundings.theme))

    async def settled(self) -> None:
        """Wait until no run goes on and none is due."""
        await self.runner.settled()

    @property
    def is_settled(self) -> bool:
        """Whether no run goes on and none is due."""
        return self.runner.is_idle

    @property
    def number_of_runs(self) -> int:
        """How many runs have begun in this process."""
        return self.runner.number

    @property
    def is_saved(self) -> bool:
        """Whether the store has all of it."""
        return self.saver.is_idle

    @property
    def is_confirming(self) -> bool:
        """Whether the browser is still to hear of events that are saved."""
        return self._view.is_confirming

    @property
    def received(self) -> int:
        """The number of the last event that came, with none missing before it."""
        return self._schedule.last

    @property
    def waiting(self) -> int:
        """How many events wait for a run."""
        return self._schedule.last - self._schedule.taken

    def is_behind(self, hello: Hello) -> bool:
        """Return whether the browser has had events confirmed that never came here."""
        return hello.next - 1 > self.received

    def can_rest(self, now: float) -> bool:
        """Return whether it may leave memory, though its browser is there (S16)."""
        limits = self._services.config.session
        if limits.resume == "never" or now - self.used_at < limits.rest:
            return False
        if self.clocks.are_ticking or self.downloads.are_under_way:
            return False
        return self.is_settled and self.is_saved and self.encoder.is_whole(self.state)

    async def drain(self, timeout: float) -> None:
        """End the session for another process to go on with (N02).

        A run that is not over in time is given up: its events, not confirmed, are sent again.

        Args:
            timeout: Seconds that a run may go on.
        """
        self.runner.is_draining = True
        if not self.is_settled and not self._suspects.is_waiting:
            waiting = asyncio.create_task(self.settled())
            await asyncio.wait([waiting], timeout=timeout)
            waiting.cancel()
        if self.runner.run is not None:
            logger.warning("session: run %d was given up after %g s", self.runner.number, timeout)
        # What is being saved verifies itself.
        await self.saver.verify()
        await self.close(CloseReason.DRAINED)

    async def close(self, reason: CloseReason) -> None:
        """End the session: the run that goes on is stopped, the connection closed."""
        is_whole = self.runner.run is None
        self.clocks.close()
        self.downloads.close()
        self.runner.ask_to_end("close")
        await self.runner.close()
        if reason is not CloseReason.MOVED:
            await self.saver.flush(FLUSH_WITHIN)
            if self.saver.is_lost and is_whole:
                with suppress(TimeoutError):
                    async with asyncio.timeout(FLUSH_WITHIN):
                        await self._keeper.save_everything()
                await self.saver.flush(FLUSH_WITHIN)
        self.saver.close()
        self._keeper.close()
        self._view.close(reason)
        self.home.close()
        self._services.metrics.unconfirmed(self._view.confirmed - self.received)

    def _welcome(self, is_resumed: bool) -> Welcome:
        config, schedule = self._services.config, self._schedule
        # What the run that goes on has taken is said by the page that follows.
        return Welcome(
            session=self.id,
            resumed=is_resumed,
            applied=schedule.taken if self.runner.run is None else schedule.taken_before,
            received=self.received,
            lasts=config.session.resume == "refresh",
            is_developer=self._keeper.is_developer,
            is_asked=self._keeper.is_developer and self._services.on_save == "ask",
            limit=config.server.max_message_bytes,
            title=self._services.script.title,
            version=self._services.version,
            theme=self._services.surroundings.theme,
        )

    # The store's side.

    def saved(self, event: int) -> None:
        """Tell the browser that it may forget its events up to this one."""
        self._services.metrics.unconfirmed(self._view.confirmed - event)
        self._view.confirm(event)

    def moved(self) -> None:
        """Have the browser find who holds the session."""
        self.runner.is_draining = True
        if self._on_moved is not None:
            self._on_moved(self)

    def lost(self) -> None:
        """Save everything again, as soon as no run is in the way."""
        self.work()

    def unfound(self) -> None:
        """Tell the person that not all they did was found again (N09)."""
        self.saver.is_short = True
        self._view.put(UNFOUND)

    def tell_status(self, status: Status) -> None:
        """Tell the browser how the store does; it is not well while state cannot be made bytes."""
        if status != "ok" or self.encoder.is_complete:
            self._view.tell_status(status)
        if status == "ok":
            self.runner.tell_dropped()
            self.downloads.look()

    # The script's side.

    def work(self) -> None:
        """See to it that what is due is done."""
        self.runner.ensure_worker()

    def request(self, cause: Cause, scope: str = "") -> None:
        """Have the script run, or a part of it: for clocks, notices and jobs.

        Args:
            cause: Why.
            scope: The id of what to run; the whole page without it.
        """
        self.runner.request(cause, scope)
