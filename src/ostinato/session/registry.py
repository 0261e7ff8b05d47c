"""Registry: the sessions that this process holds, how they come and when they go."""

import asyncio
import gc
import logging
from functools import partial
from weakref import WeakValueDictionary

import msgspec

from ostinato.errors import StoreError
from ostinato.run.visitor import Visitor
from ostinato.session.account import NOTE as OWNED
from ostinato.session.account import Account
from ostinato.session.connection import CloseReason
from ostinato.session.custody import Custody
from ostinato.session.identity import belongs, new_id
from ostinato.session.services import Services
from ostinato.session.session import Session
from ostinato.session.upkeep import Upkeep
from ostinato.stores.store import Claim, Fenced, Save, Saved
from ostinato.tasks import Work, begin
from ostinato.wire.messages import Hello

logger = logging.getLogger("ostinato")

STORE_WITHIN = 2.0
"""Seconds that a page waits for the store; then it begins without (N03)."""

RECALL_WITHIN = 1.0
"""Seconds in which another process brings what it holds of a session and the store has lost."""


class NotYours(Exception):
    """A browser asks for a session that was made for another."""


class LoggedOut(Exception):
    """A browser asks for a session of somebody who is not logged in there any more."""


class Draining(Exception):
    """This process is to end and takes no more visitors."""


class Taken(msgspec.Struct, frozen=True, array_like=True):
    """Notice from a process to all: it holds this session, as the store had it after this event."""

    session: str
    epoch: int
    token: str = ""
    event: int | None = None


class Ended(msgspec.Struct, frozen=True):
    """Notice from a process to all: whoever had this login has logged out."""

    login: str


class Registry:
    """Finds the session of a connection, or makes one.

    Args:
        services: What all sessions share.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._sessions: dict[str, Session] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._errands: set[asyncio.Task[None]] = set()
        self._upkeep = Upkeep(services)
        self.custody = Custody(services)
        self._is_draining = False
        self._has_garbage = False

    def __len__(self) -> int:
        """Count the sessions."""
        return len(self._sessions)

    async def open(self, hello: Hello, browser: str, visitor: Visitor | None = None) -> Session:
        """Return the session that a browser asks for, or a new one.

        Args:
            hello: What it asks for.
            browser: What its cookie says.
            visitor: Who has logged in with it, if anybody has.

        Raises:
            NotYours: If the session is another browser's.
            LoggedOut: If it is somebody's who is not logged in there.
            Draining: If this process is to end.
        """
        visitor = visitor or Visitor(browser)
        session = await self._open(hello, browser, visitor)
        session.admit(visitor)
        if not hello.seen or not session.number_of_runs:
            session.arrive(hello)
        return session

    async def _open(self, hello: Hello, browser: str, visitor: Visitor) -> Session:
        if self._is_draining:
            raise Draining
        id = hello.session
        if id is None:
            return self._begin(new_id(self._services, browser), hello)
        if not belongs(self._services, browser, id):
            raise NotYours
        if hello.how == "fork":
            return await self._fork(id, new_id(self._services, browser), visitor)
        self._end_rest(id)
        if hello.how == "reset" or self._services.config.session.resume == "never":
            self._run_errand(partial(self._forget, id))
            return self._begin(new_id(self._services, browser), hello)
        lock = self._locks.setdefault(id, asyncio.Lock())
        async with lock:
            return await self._resume(id, hello, visitor)

    def on_notice(self, notice: bytes) -> None:
        """Let a session go that another process has taken over, or whose person has logged out."""
        if (login := ended_by(notice)) is not None:
            self.end_login(login)
            return
        try:
            taken = msgspec.msgpack.decode(notice, type=Taken)
        except msgspec.DecodeError as error:
            logger.warning("store: a notice must be a session and its epoch: %s", error)
            return
        self._on_taken(taken)

    @property
    def visitors(self) -> list[Visitor]:
        """Who is logged in, of the sessions that are held."""
        return [each.visitor for each in self._sessions.values() if each.visitor.is_logged_in]

    def end_login(self, login: str) -> None:
        """End the sessions of a login that is over: their pages begin anew (P05)."""
        for session in list(self._sessions.values()):
            if login and session.visitor.login == login:
                self._drop(session)
                self._run_errand(partial(self._end_logged_out, session))

    def _on_taken(self, taken: Taken) -> None:
        session = self._sessions.get(taken.session)
        if session is None:
            return
        claim = Claim(taken.epoch, taken.token)
        if taken.event is not None and session.saver.recall(claim, taken.event):
            return
        if session.saver.claim and session.saver.claim < claim:
            self._let_go(session)

    def leave(self, session: str) -> None:
        """Note that a page is gone whose session rests."""
        self._end_rest(session)

    def _end_rest(self, session: str) -> None:
        self._upkeep.resting.drop(session)
        self.custody.end_rest(session)

    async def expire(self) -> None:
        """Free the memory of sessions that nobody uses, once the store has them (S16)."""
        if self._has_garbage:
            self._has_garbage = False
            # The objects of a session lead to one another. Python would keep such rings until it
            # has made many more objects, however large the values are.
            gc.collect()
        await self._upkeep.go_over(list(self._sessions.values()))
        if await self._end_unused():
            self._has_garbage = True

    async def _end_unused(self) -> int:
        """End sessions that nobody uses, if the store has them, and count them."""
        unused = [
            each for each in self._sessions.values() if self._reason_to_close(each) is not None
        ]
        are_whole = await asyncio.gather(*(session.saver.verify() for session in unused))
        closing = []
        for session, is_whole in zip(unused, are_whole, strict=True):
            # Somebody may have come while the store was asked.
            reason = self._reason_to_close(session)
            if is_whole and reason is not None and self._sessions.get(session.id) is session:
                self._drop(session)
                if reason is CloseReason.RESTING:
                    self._note_resting(session)
                closing.append(session.close(reason))
        return len(await asyncio.gather(*closing))

    def _note_resting(self, session: Session) -> None:
        self.custody.rest(session)
        if (receipt := session.saver.receipt) is not None:
            self._upkeep.resting.add(session.id, receipt, self._services.clock())

    def _reason_to_close(self, session: Session) -> CloseReason | None:
        """Return how a session may leave memory; None if it may not."""
        now, limits = self._services.clock(), self._services.config.session
        if session.left_at is None:
            return CloseReason.RESTING if session.can_rest(now) else None
        idle = 0.0 if limits.resume == "never" else limits.idle
        return CloseReason.DRAINED if session.left_at <= now - idle and session.is_saved else None

    async def hold_files(self) -> None:
        """Hold the files that sessions need, and remove what nobody does."""
        await self.custody.go_over(self._sessions.values())

    async def release_files(self) -> None:
        """Remove files that pages have replaced."""
        await self.custody.release(self._sessions.values())

    def script_changed(self, *, rerun: bool) -> None:
        """Tell every session that the script has changed."""
        for session in self._sessions.values():
            session.script_changed(rerun=rerun)

    def theme_changed(self) -> None:
        """Tell every page that the app has another theme."""
        for session in self._sessions.values():
            session.theme_changed()

    async def close(self, drain_timeout: float = 0.0) -> None:
        """End all sessions, so that other processes can go on with them.

        Args:
            drain_timeout: Seconds that runs may go on.
        """
        self._is_draining = True
        sessions = list(self._sessions.values())
        self._sessions.clear()
        await asyncio.gather(*(session.drain(drain_timeout) for session in sessions))
        await asyncio.gather(*self._errands)

    def _begin(self, id: str, hello: Hello, *, is_away: bool = False) -> Session:
        """Make a session that the store seems not to have."""
        # What this tab has sent and not confirmed is all that the new session hears of it.
        return self._hold(
            Session(
                id,
                self._services,
                last_event=hello.next - 1,
                is_away=is_away,
                on_moved=self._let_go,
            )
        )

    async def _resume(self, id: str, hello: Hello, visitor: Visitor) -> Session:
        session = self._sessions.get(id)
        if session is not None and not session.account.admits(visitor):
            raise LoggedOut
        if session is not None and not session.is_behind(hello):
            return session
        if session is not None:
            self._let_go(session)
        try:
            saved = await self._claim(id)
            if hello.next - 1 > saved.event:
                # The store has lost something that somebody may hold, who has heard of the claim.
                await asyncio.sleep(RECALL_WITHIN)
                saved = await self._claim(id)
        except StoreError as error:
            self._services.store_failed(error, "the page begins without")
            return self._begin(id, hello, is_away=True)
        self._admit(saved, id, visitor)
        if not saved.is_empty:
            self._services.metrics.restored()
        last = max(saved.event, hello.next - 1)
        session = Session(id, self._services, last_event=last, saved=saved, on_moved=self._let_go)
        if last > saved.event:
            session.unfound()
        return self._hold(session)

    async def _fork(self, source: str, id: str, visitor: Visitor) -> Session:
        """Make a session that begins with a copy of another's state (S15)."""
        twin = self._sessions.get(source)
        if twin is not None:
            await twin.saver.flush(STORE_WITHIN)
        try:
            saved = await self._claim(id, source=source)
        except StoreError as error:
            self._services.store_failed(error, "a duplicated page begins without a copy")
            saved = None
        self._admit(saved, source, visitor)
        return self._hold(
            Session(id, self._services, saved=saved, source=source, on_moved=self._let_go)
        )

    def _admit(self, saved: Saved | None, session: str, visitor: Visitor) -> None:
        """Refuse a visitor what the store has of a session that is another's."""
        note = saved.values.get(OWNED) if saved else None
        if not Account(session, self._services, note).admits(visitor):
            raise LoggedOut

    async def _forget(self, id: str) -> None:
        """Have nothing left of a session, wherever it is."""
        session = self._sessions.get(id)
        if session is not None:
            self._let_go(session)
        try:
            saved = await self._claim(id)
            await self._services.store.save(id, saved.claim, Save(1, 0, 0), 0)
        except StoreError as error:
            self._services.store_failed(
                error, "a session that was left stays there until its time is over"
            )

    async def _claim(self, id: str, *, source: str | None = None) -> Saved:
        """Take a session over, and tell whoever may still hold it.

        Raises:
            StoreError: If the store cannot be reached, or takes too long.
        """
        store = self._services.store
        try:
            async with asyncio.timeout(STORE_WITHIN):
                saved = await store.claim(id, self._services.config.session.ttl, source=source)
        except TimeoutError:
            raise StoreError(f"store: must answer within {STORE_WITHIN:g} s, got nothing") from None
        if source is None:
            # Somebody may hold what the store has forgotten.
            claim = saved.claim
            taken = Taken(id, claim.epoch, claim.token, saved.event)
            self._run_errand(partial(self._tell_others, taken))
        return saved

    async def _tell_others(self, taken: Taken) -> None:
        """Best effort: a process that misses this is refused at its next save."""
        try:
            await self._services.store.publish(msgspec.msgpack.encode(taken))
        except StoreError as error:
            self._services.store_failed(error, "other processes are not told of a claim")

    def _hold(self, session: Session) -> Session:
        if not self._sessions:
            self._run_errand(self._upkeep.begin)
        self._sessions[session.id] = session
        self._services.metrics.sessions_held(len(self._sessions))
        return session

    def _drop(self, session: Session) -> None:
        if self._sessions.get(session.id) is session:
            del self._sessions[session.id]
            self._services.metrics.sessions_held(len(self._sessions))

    def _let_go(self, session: Session) -> None:
        """End a session that is held elsewhere; its browser finds where."""
        self._drop(session)
        self._run_errand(partial(self._end_moved, session))

    async def _end_moved(self, session: Session) -> None:
        await session.close(CloseReason.MOVED)
        self._has_garbage = True

    async def _end_logged_out(self, session: Session) -> None:
        """End a session, and have nothing left of it but whose it was."""
        await session.close(CloseReason.LOGGED_OUT)
        self._has_garbage = True
        limits = self._services.config.session
        if limits.resume == "never":
            return
        try:
            saved = await self._claim(session.id)
            save = Save(1, 0, saved.event, session.account.note(), is_whole=True)
            await self._services.store.save(session.id, saved.claim, save, limits.ttl)
        except StoreError as error:
            self._services.store_failed(
                error, "a session whose person has logged out stays there until its time is over"
            )
        except Fenced:
            return  # Whoever has it by now was told, and does the same.

    def _run_errand(self, errand: Work) -> None:
        """Do something that no page has to wait for."""
        task = begin(errand, "session")
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)


def ended_by(notice: bytes) -> str | None:
    """Return which login is over, if a notice says that of one."""
    try:
        return msgspec.msgpack.decode(notice, type=Ended).login
    except msgspec.DecodeError:
        return None
