"""Files as a model: whatever happens, nothing is removed that a session needs (B02, B04).

Two processes show, hide, store and give up files, crash, take sessions over from one another, and
sweep, while the clock of the machine runs, and is set. A stored session is needed until its life is
over by that clock in two looks some real time apart, or a day after the clock has leapt (N07).
"""

import asyncio
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from ostinato.config import Config
from ostinato.config.options import Session
from ostinato.run.filing import GRACE, Filing
from ostinato.run.holdings import Holdings
from ostinato.session.custody import HOLD_EVERY, Custody
from ostinato.session.metrics import Metrics
from ostinato.stores.file_doubt import APART, HOLD_OFF, LEAP
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.files import NoFile
from stores.places import Clock

TTL = 1000.0
CONTENT = st.sampled_from([b"%d" % number for number in range(6)])
WHO = st.integers(0, 2)
WHERE = st.integers(0, 1)


class Process:
    """What one process knows of files."""

    def __init__(self, world: "Files") -> None:
        store = FolderFiles(world.folder, world.clock, world.elapsed)
        self.filing = Filing(store, b"key", world.elapsed)
        self.sessions: dict[int, Any] = {}
        self.world = world
        services: Any = SimpleNamespace(
            files=self.filing,
            config=Config(session=Session(ttl=TTL)),
            metrics=Metrics(),
            clock=world.elapsed,
        )
        self.custody = Custody(services)

    def session(self, who: int) -> Any:
        """Return a session, as it was stored if it is not here."""
        if who not in self.sessions:
            for other in self.world.processes:
                other.sessions.pop(who, None)
            shown: set[str] = set()
            holdings = Holdings(
                self.filing,
                self.world.elapsed,
                limit=1e9,
                shown=lambda: shown,
                life=TTL,
                wall=self.world.clock,
            )
            stored = self.world.stored_of(who)
            self.sessions[who] = SimpleNamespace(
                id=str(who),
                shown=shown,
                holdings=holdings,
                encoder=SimpleNamespace(files=dict(stored)),
                home=SimpleNamespace(caches=None),
            )
            self.save(who)
        return self.sessions[who]

    def save(self, who: int) -> None:
        session = self.sessions[who]
        session.holdings.secure(session.encoder.files)
        self.world.stored[who] = dict(session.encoder.files), self.world.clock.now + TTL

    def look(self) -> None:
        self.world.forget_what_is_over()
        self.world.loop.run_until_complete(self.custody.go_over(self.sessions.values()))

    def release(self) -> None:
        self.world.loop.run_until_complete(self.custody.release(self.sessions.values()))


class Files(RuleBasedStateMachine):
    """Two processes, three sessions, and one folder."""

    @initialize()
    def begin(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp())
        self.clock, self.elapsed = Clock(), Clock()
        self.stored: dict[int, tuple[dict[str, int], float]] = {}
        self.over_since: dict[int, float] = {}
        self.quiet_until = float("-inf")
        self.processes = [Process(self), Process(self)]

    def teardown(self) -> None:
        for each in getattr(self, "processes", []):
            each.filing.close()
        if hasattr(self, "loop"):
            self.loop.close()
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)

    def forget_what_is_over(self) -> None:
        over = {who for who, (_, end) in self.stored.items() if end <= self.clock.now}
        now = self.elapsed.now
        self.over_since = {who: self.over_since.get(who, now) for who in over}
        for who, since in self.over_since.items():
            if now >= max(since + APART, self.quiet_until):
                del self.stored[who]

    def stored_of(self, who: int) -> dict[str, int]:
        files, end = self.stored.get(who, ({}, 0))
        return files if end > self.clock.now else {}

    @rule(where=WHERE, who=WHO, content=CONTENT)
    def show(self, where: int, who: int, content: bytes) -> None:
        process = self.processes[where]
        session = process.session(who)
        kept = process.filing.put(content, "image/png")
        session.holdings.take(*kept)
        session.shown.add(kept.id)

    @rule(where=WHERE, who=WHO)
    def show_nothing(self, where: int, who: int) -> None:
        self.processes[where].session(who).shown.clear()

    @rule(where=WHERE, who=WHO, content=CONTENT)
    def store(self, where: int, who: int, content: bytes) -> None:
        process = self.processes[where]
        session = process.session(who)
        upload = process.filing.upload("text/plain")
        upload.write(content)
        kept = upload.commit(100)
        upload.close()
        session.encoder.files[kept.id] = kept.size
        process.save(who)

    @rule(where=WHERE, who=WHO)
    def give_up(self, where: int, who: int) -> None:
        process = self.processes[where]
        process.session(who).encoder.files.clear()
        process.save(who)

    @rule(where=WHERE, who=WHO)
    def take_over(self, where: int, who: int) -> None:
        self.processes[where].session(who)

    @rule(where=WHERE)
    def crash(self, where: int) -> None:
        self.processes[where].filing.close()
        self.processes[where] = Process(self)
        # One that has not seen the clock leap believes it, unless another has told of it.
        self.quiet_until = float("-inf")

    @rule(where=WHERE, who=WHO)
    def end(self, where: int, who: int) -> None:
        self.processes[where].sessions.pop(who, None)

    @rule(where=WHERE, who=WHO, content=CONTENT)
    def replace(self, where: int, who: int, content: bytes) -> None:
        self.show_nothing(where, who)
        self.show(where, who, content)

    @rule(where=WHERE, content=CONTENT)
    def fetch(self, where: int, content: bytes) -> None:
        filing = self.processes[where].filing
        id = filing.ids.of([content], "image/png").id
        assert filing.lend(id) or filing.has_all([id]) or not self.is_there(id)

    @rule(where=WHERE, seconds=st.sampled_from([0.0, 4.0, GRACE + 1]))
    def release(self, where: int, seconds: float) -> None:
        self.clock.now += seconds
        self.elapsed.now += seconds
        self.processes[where].release()

    @rule(where=WHERE)
    def sweep(self, where: int) -> None:
        self.forget_what_is_over()
        self.processes[where].filing.sweep()

    @rule(times=st.integers(1, 30), order=st.booleans())
    def go_on(self, times: int, order: bool) -> None:
        for _ in range(times):
            for process in self.processes if order else reversed(self.processes):
                self.clock.now += HOLD_EVERY / 2
                self.elapsed.now += HOLD_EVERY / 2
                process.look()

    @rule(seconds=st.sampled_from([-100_000.0, -3600.0, -60.0, 60.0, 600.0, 3600.0, 100_000.0]))
    def set_clock(self, seconds: float) -> None:
        self.clock.now += seconds
        if abs(seconds) > LEAP:
            self.quiet_until = self.elapsed.now + HOLD_OFF if seconds > 0 else float("-inf")
            self.over_since = {}

    @invariant()
    def nothing_is_removed_that_is_needed(self) -> None:
        for process in getattr(self, "processes", []):
            for session in process.sessions.values():
                for id in {*session.shown, *session.encoder.files}:
                    assert self.is_there(id), "a live session needs it"
        for who in getattr(self, "stored", {}):
            for id in self.stored_of(who):
                assert self.is_there(id), "a stored session needs it"

    def is_there(self, id: str) -> bool:
        # As somebody who has not looked before.
        store = FolderFiles(self.folder, self.clock, self.elapsed)
        try:
            return store.find(id).size == 1
        except NoFile:
            return False


TestFiles = Files.TestCase
TestFiles.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


def test_b02_what_was_replaced_goes_soon_unless_somebody_else_has_taken_it() -> None:
    world = Files()
    world.begin()
    try:
        for content in (b"1", b"2", b"3"):
            world.replace(0, 0, content)
        world.show(1, 1, b"1")
        world.set_clock(-3600.0)
        world.release(0, GRACE + 1)
        ids = [world.processes[0].filing.ids.of([each], "image/png").id for each in (b"1", b"2")]
        assert [world.is_there(id) for id in ids] == [True, False]
    finally:
        world.teardown()


def test_b04_what_is_stored_after_the_time_was_set_is_held_by_that() -> None:
    world = Files()
    world.begin()
    try:
        world.store(0, 0, b"1")
        world.set_clock(3600.0)
        world.store(0, 0, b"2")
        world.end(0, 0)
        world.go_on(4, order=True)
        assert world.stored_of(0)
        world.nothing_is_removed_that_is_needed()
    finally:
        world.teardown()


def test_what_nobody_needs_goes() -> None:
    world = Files()
    world.begin()
    try:
        world.show(0, 0, b"1")
        world.store(0, 0, b"2")
        world.go_on(10, order=True)
        world.crash(0)
        world.go_on(100, order=True)
        assert sum(1 for each in world.folder.rglob("?" * 32)) == 0
    finally:
        world.teardown()
