"""Several processes, one session, and crashes between any two steps (+L01, +L03, +N01).

Every step of the protocol stops here: before a store is asked, after it has done its work but
before the answer is back, and at every notice. Whoever is to go on, or to die, is chosen at random.
"""

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import Executor, Future
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
from ostinato.session.app import App
from ostinato.session.link import Link
from ostinato.session.registry import Registry
from ostinato.session.session import Session
from ostinato.state.seal import KeyRing
from ostinato.state.snapshot import Snapshot
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Saved
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
BUTTONS = ("#even", "#odd")


class Inline(Executor):
    """Runs scripts at once, so that a run of the model can be repeated."""

    def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(function(*args, **kwargs))
        return future


class WatchedStore(MemoryStore):
    """A store that says which event it has, and what, without a claim."""

    def __init__(self) -> None:
        super().__init__(lambda: 0.0)
        self.events: dict[str, int] = {}
        self._probes = itertools.count()

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        await super().save(session, epoch, event, changes, life)
        self.events[session] = event

    async def values(self, session: str) -> Mapping[str, bytes]:
        saved = await self.claim(f"probe {next(self._probes)}", 1.0, source=session)
        return saved.values


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

    async def claim(self, session: str, life: float, *, source: str | None = None) -> Saved:
        await self._process.step()
        saved = await self._store.claim(session, life, source=source)
        await self._process.step()
        return saved

    async def save(
        self, session: str, epoch: int, event: int, changes: Mapping[str, bytes | None], life: float
    ) -> None:
        await self._process.step()
        await self._store.save(session, epoch, event, changes, life)
        await self._process.step()

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
        app = App(
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
        self.registry = Registry(app)

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
        assert self.confirmed == self.sent
        event, state = self.stored()
        assert event == self.sent
        assert state["log"] == list(range(1, self.sent + 1))
        self.end()

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
        link = session.connect(hello)
        process.loop.create_task(self.read(link))
        for number in range(self.confirmed + 1, self.sent + 1):
            session.receive(Event(number, {}, BUTTONS[number % 2]))

    async def read(self, link: Link) -> None:
        async for frame in link.frames():
            for message in decode_plain(frame)[1]:
                if message[0] == "welcome":
                    self.session_id = message[1]
                elif message[0] == "confirmed":
                    self.confirmed = max(self.confirmed, message[1])

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
                process.loop.call_soon(process.registry.heed, notice)
        process.notices.clear()
        self.pump()

    # What must hold at any moment.

    @invariant()
    def state_and_event_belong_together(self) -> None:
        event, state = self.stored()
        assert state.get("log", []) == list(range(1, event + 1))
        assert state.get("evens", 0) == event // 2
        assert state.get("odds", 0) == event - event // 2

    @invariant()
    def what_is_confirmed_is_stored(self) -> None:
        assert self.confirmed <= self.stored()[0]

    def stored(self) -> tuple[int, dict[str, Any]]:
        """Read what the store has, as a process that restores it would."""
        if self.session_id not in self.store.events:
            return 0, {}
        snapshot = Snapshot(self.session_id, KEYS, max_value=10**6, max_total=10**6)
        state = snapshot.restore(self.loop.run_until_complete(self.store.values(self.session_id)))
        names = [name for name in ("log", "evens", "odds") if name in state]
        return self.store.events[self.session_id], {name: state[name] for name in names}

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


def test_n01_state_is_never_mixed_whatever_crashes_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ostinato.session.saver.FIRST_WAIT", 0.0)
    monkeypatch.setattr("ostinato.session.saver.LONGEST_WAIT", 0.0)
    # No event is to blame for the crashes of this model, however often it is under way.
    monkeypatch.setattr("ostinato.session.suspects.MOST", 10**9)
    run_state_machine_as_test(
        SplitBrain,
        settings=settings(max_examples=200, stateful_step_count=50, deadline=None),
    )
