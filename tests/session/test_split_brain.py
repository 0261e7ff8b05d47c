"""Several processes, one session, and crashes between any two steps (+L01, +L03, +N01, +N07).

Every step of the protocol stops here: before a store is asked, after it has done its work but
before the answer is back, and at every notice. Whoever is to go on, or to die, is chosen at random;
so is when the store forgets the session, or goes back to what it had before.
"""

import asyncio
import itertools
import os
import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ostinato.config import Config
from ostinato.errors import StoreError
from ostinato.run.script import Script
from ostinato.session.connection import Connection
from ostinato.session.registry import Registry
from ostinato.session.services import Services
from ostinato.session.session import Session
from ostinato.state.encoder import StateEncoder
from ostinato.state.signing import KeyRing
from ostinato.stores.memory import Entry, MemoryStore
from ostinato.stores.store import Claim, Save, Saved
from ostinato.wire.codec import decode_plain
from ostinato.wire.messages import PROTOCOL, Event, Hello

SCRIPT = """
import ostinato as st

def note():
    st.session_state.log.append(int(st.context.event_id.rpartition("-")[2]))

st.session_state.setdefault("log", [])
for key in ("even", "odd"):
    if st.button(key, key=key, on_click=note):
        st.session_state[f"{key}s"] = st.session_state.get(f"{key}s", 0) + 1
"""
KEYS = KeyRing(["secret"])
PROCESSES = 3
STORIES = int(os.environ.get("STORIES", "2"))
"""How many are told of each moment; more with `STORIES=200 pytest ...`."""
BUTTONS = ("#even", "#odd")


class Inline:
    """Runs scripts at once, so that a run of the model can be repeated."""

    def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(function(*args, **kwargs))
        return future

    def abandon(self, future: Future[Any]) -> None:
        raise AssertionError("nothing here is without an end")


class WatchedStore(MemoryStore):
    """A store that says what it has without a claim, and that loses it."""

    def __init__(self) -> None:
        ticks = itertools.count()
        super().__init__(lambda: next(ticks) * 1e-6)
        self._copies: list[dict[str, Entry]] = []

    def look(self, session: str) -> Saved:
        entry = self._sessions.get(session)
        return entry.saved if entry else Saved(Claim(0))

    def forget(self) -> None:
        """Lose everything, as a Redis does that evicts, or is started again without its data."""
        self._sessions.clear()

    def copy(self) -> None:
        self._copies.append(dict(self._sessions))

    def go_back(self, number: int) -> None:
        """Have again what there was, as a Redis does that is started with an older snapshot."""
        self._sessions = dict(([{}, *self._copies])[number % (len(self._copies) + 1)])


class Step:
    """Something that a process is about to do."""

    def __init__(self, process: "Process") -> None:
        self.process = process
        self.taken = process.loop.create_future()


class SteppedStore:
    """One process's way to the store, stopped before and after everything the store does."""

    def __init__(self, process: "Process") -> None:
        self._process = process
        self._store = process.world.store

    async def claim(
        self, session: str, ttl: float, *, source: str | None = None, over: Claim | None = None
    ) -> Saved:
        await self._process.step()
        saved = await self._store.claim(session, ttl, source=source, over=over)
        await self._process.step()
        return saved

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        await self._process.step()
        await self._store.save(session, claim, save, ttl)
        await self._process.step()

    async def incarnation(self) -> str:
        return await self._store.incarnation()

    async def count(self) -> int:
        return await self._store.count()

    async def publish(self, notice: bytes) -> None:
        await self._process.step()
        for process in self._process.world.processes:
            if process is not self._process:
                process.notices.append(notice)

    def listen(self) -> AsyncIterator[bytes]:
        raise NotImplementedError

    async def close(self) -> None:
        """Leave the store to the others."""


class Process:
    """One server process."""

    def __init__(self, world: "SplitBrain") -> None:
        self.world = world
        self.steps: list[Step] = []
        self.notices: list[bytes] = []
        self.loop = asyncio.new_event_loop()
        services = Services(
            world.script,
            Config(),
            SteppedStore(self),
            Inline(),
            keys=KEYS,
            clock=lambda: 0.0,
            version="test",
            confirm_within=0.0,
            settle_within=0.0,
        )
        self.registry = Registry(services)

    async def step(self) -> None:
        step = Step(self)
        self.steps.append(step)
        await step.taken

    def crash(self) -> None:
        """End at once: whatever was under way comes to nothing."""
        self.steps.clear()
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self.loop.run_until_complete(asyncio.wait(tasks))
        self.steps.clear()
        self.loop.close()

    def pump(self) -> None:
        """Work until nothing can be done but to wait."""

        async def rest() -> None:
            for _ in range(30):
                await asyncio.sleep(0)

        self.loop.run_until_complete(rest())


class SplitBrain(RuleBasedStateMachine):
    """One tab whose connections lead to any process, and processes that hold it unawares."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "app.py").write_text(SCRIPT)
        self.script = Script(self.folder / "app.py")
        self.loop = asyncio.new_event_loop()
        self.store = WatchedStore()
        self.processes = [Process(self) for _ in range(PROCESSES)]
        self.session_id: str | None = None
        self.confirmed = self.sent = 0
        self.has_forgotten = self.is_told = False
        self.sessions: list[tuple[Process, Session]] = []
        self.connect(0)
        self.heal()
        assert self.session_id is not None

    def teardown(self) -> None:
        self.heal()
        # Sent away by a process that does not hold the session any more, a browser comes again.
        for _ in range(2):
            self.connect(0)
            self.heal()
        # Whoever still holds it looks whether the store does, as before it leaves memory.
        self.verify()
        self.connect(0)
        self.heal()
        assert self.confirmed == self.sent
        event, state = self.stored()
        assert event == self.sent
        assert self.is_told or state["log"] == list(range(1, self.sent + 1))
        assert self.has_forgotten or not self.is_told
        self.end()

    @rule()
    def verify(self) -> None:
        """Let every process see whether the store has what it was given."""
        for process, session in self.sessions:
            process.loop.create_task(session.saver.verify())
        self.pump()
        self.heal()

    def end(self) -> None:
        for process in self.processes:
            process.crash()
        self.loop.close()
        shutil.rmtree(self.folder)

    # What the browser does.

    @rule(at=st.integers(0, PROCESSES - 1))
    def connect(self, at: int) -> None:
        """Connect to a process; whoever was connected before does not hear of it."""
        process = self.processes[at]
        process.loop.create_task(self.talk(process))
        self.pump()

    async def talk(self, process: Process) -> None:
        hello = Hello(PROTOCOL, self.session_id, 0, self.confirmed + 1)
        session = await process.registry.open(hello, "browser")
        self.sessions.append((process, session))
        connection = session.connect(hello)
        process.loop.create_task(self.read(connection))
        for number in range(self.confirmed + 1, self.sent + 1):
            session.receive(Event(number, {}, BUTTONS[number % 2]))

    async def read(self, connection: Connection) -> None:
        async for frame in connection.frames():
            for message in decode_plain(frame)[1]:
                if message[0] == "welcome":
                    self.session_id = message[1]
                elif message[0] == "ack_event":
                    self.confirmed = max(self.confirmed, message[1])
                elif message[:2] == ["notification", "unfound"]:
                    self.is_told = True

    @precondition(lambda self: self.sessions)
    @rule(data=st.data())
    def click(self, data: st.DataObject) -> None:
        """Click; the event reaches one of the processes that the tab ever spoke to, or none."""
        self.sent += data.draw(st.integers(1, 3))
        self.deliver(data)

    @precondition(lambda self: self.sessions and self.sent > self.confirmed)
    @rule(data=st.data())
    def deliver(self, data: st.DataObject) -> None:
        """Let what is not confirmed arrive somewhere, early or late."""
        _, session = data.draw(st.sampled_from(self.sessions))
        first = data.draw(st.integers(self.confirmed, self.sent))
        for number in range(first + 1, self.sent + 1):
            session.receive(Event(number, {}, BUTTONS[number % 2]))
        self.pump()

    def tell(self, session: Session) -> None:
        """Click once more, and have all that is not confirmed arrive at a process."""
        self.sent += 1
        for number in range(self.confirmed + 1, self.sent + 1):
            session.receive(Event(number, {}, BUTTONS[number % 2]))
        self.pump()

    # What processes do, and what becomes of them.

    @precondition(lambda self: self.steps())
    @rule(data=st.data(), count=st.integers(1, 5))
    def go_on(self, data: st.DataObject, count: int) -> None:
        """Let some steps be taken."""
        for _ in range(count):
            if steps := self.steps():
                self.take(data.draw(st.integers(0, len(steps) - 1)))

    @precondition(lambda self: self.steps())
    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        """Let a request to the store, or its answer, get lost."""
        step = self.steps()[data.draw(st.integers(0, len(self.steps()) - 1))]
        step.process.steps.remove(step)
        step.taken.set_exception(StoreError("store: not there"))
        self.pump()

    @rule(at=st.integers(0, PROCESSES - 1))
    def crash(self, at: int) -> None:
        """Kill a process between two steps, and start it again."""
        old = self.processes[at]
        old.crash()
        self.sessions = [held for held in self.sessions if held[0] is not old]
        self.processes[at] = Process(self)
        self.pump()

    @rule(at=st.integers(0, PROCESSES - 1), lost=st.booleans())
    def hear(self, at: int, lost: bool) -> None:
        """Let the notices for a process arrive, or get lost."""
        process = self.processes[at]
        for notice in process.notices:
            if not lost:
                process.loop.call_soon(process.registry.on_notice, notice)
        process.notices.clear()
        self.pump()

    # What becomes of the store.

    @rule()
    def forget(self) -> None:
        """Let the store forget the session."""
        self.has_forgotten = True
        self.store.forget()

    @rule()
    def copy(self) -> None:
        """Let the store keep a copy of what it has."""
        self.store.copy()

    @rule(number=st.integers(0, 5))
    def go_back(self, number: int) -> None:
        """Let the store have nothing but what is in an older copy."""
        self.has_forgotten = True
        self.store.go_back(number)

    # What must hold at any moment.

    @invariant()
    def state_is_one_history(self) -> None:
        """Each event counts once, in order; what is stored comes from one process at a time."""
        event, state = self.stored()
        log = state.get("log", [])
        assert log == sorted(set(log))
        assert log[-1:] <= [event]
        assert state.get("evens", 0) == sum(number % 2 == 0 for number in log)
        assert state.get("odds", 0) == sum(number % 2 for number in log)
        if not self.has_forgotten:
            assert log == list(range(1, event + 1))

    @invariant()
    def what_is_confirmed_is_stored(self) -> None:
        assert self.has_forgotten or self.confirmed <= self.stored()[0]

    def stored(self) -> tuple[int, dict[str, Any]]:
        """Read what the store has, as a process that restores it would."""
        if self.session_id is None:
            return 0, {}
        saved = self.store.look(self.session_id)
        encoder = StateEncoder(self.session_id, KEYS, max_value=10**6, max_total=10**6)
        state = encoder.restore(saved.values)
        names = [name for name in ("log", "evens", "odds") if name in state]
        return saved.event, {name: state[name] for name in names}

    def steps(self) -> list[Step]:
        steps = [step for process in self.processes for step in process.steps]
        return [step for step in steps if not step.taken.done()]

    def take(self, index: int) -> None:
        step = self.steps()[index]
        step.process.steps.remove(step)
        step.taken.set_result(None)
        self.pump()

    @rule()
    def heal(self) -> None:
        """Let everything that is under way come to its end."""
        while self.steps():
            self.take(0)

    def pump(self) -> None:
        """Let the processes work until they wait for us."""
        for process in self.processes:
            process.pump()


@pytest.fixture
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have steps be all that processes wait for."""
    monkeypatch.setattr("ostinato.session.saver.FIRST_WAIT", 0.0)
    monkeypatch.setattr("ostinato.session.saver.LONGEST_WAIT", 0.0)
    # No event is to blame for the crashes of this model, however often it is under way.
    monkeypatch.setattr("ostinato.session.suspects.MOST", 10**9)
    monkeypatch.setattr("ostinato.session.registry.RECALL_WITHIN", 0.0)


def test_n01_state_is_never_mixed_whatever_crashes_when(without_waiting: None) -> None:
    run_state_machine_as_test(
        SplitBrain,
        settings=settings(max_examples=200, stateful_step_count=50, deadline=None),
    )


LOSSES: dict[str, Callable[[SplitBrain], None]] = {
    "forgets": lambda world: world.forget(),
    "goes back to a copy": lambda world: world.go_back(1),
    "goes back to a later copy": lambda world: world.go_back(2),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_n07_a_store_that_loses_a_session_at_any_step_mixes_nothing(
    without_waiting: None, loss: str
) -> None:
    """A tab moves while a save is under way, and in some moment the store loses what it had."""
    for moment, seed in itertools.product(range(24), range(STORIES)):
        world = SplitBrain()
        world.begin()
        tell_story(world, random.Random(seed), moment, LOSSES[loss])
        world.teardown()


def test_n07_who_has_less_than_the_store_gives_way(without_waiting: None) -> None:
    """The store loses a claim, and whoever held the session before goes on meanwhile."""
    world = SplitBrain()
    world.begin()
    world.store.copy()
    world.connect(1)
    world.take(0)
    world.go_back(1)
    world.tell(world.sessions[0][1])
    world.teardown()
    assert not world.is_told


def tell_story(
    world: SplitBrain, chance: random.Random, moment: int, lose: Callable[[SplitBrain], None]
) -> None:
    (_, first) = world.sessions[-1]
    for _ in range(2):
        world.tell(first)
        world.heal()
        world.store.copy()
    world.tell(first)
    world.connect(1)
    for number in range(40):
        if number == moment:
            lose(world)
        if steps := world.steps():
            world.take(chance.randrange(len(steps)))
        if chance.random() < 0.2:
            world.tell(chance.choice(world.sessions)[1])
        if chance.random() < 0.1:
            world.connect(chance.randrange(PROCESSES))
        if chance.random() < 0.3:
            world.hear(chance.randrange(PROCESSES), lost=False)
        world.state_is_one_history()
