"""An event that ends its process again and again is set aside; no other ever is (+L10)."""

import asyncio
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ostinato.session.suspects import MOST, NOTE
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Claim, Save, Saved
from tab import Server, Tab

Process = Callable[..., Server]

SCRIPT = """
state = st.session_state
state.setdefault("log", [])
def note(name):
    state.log.append(name)
    gates.reach(name)
st.text_input("Name", key="name", on_change=note, args=["name"])
st.button("Add", on_click=note, args=["add"])
st.button("Kill", on_click=note, args=["kill"])
st.text(f"{state.log}")
"""


class Noting(MemoryStore):
    """A store that remembers every note of what was under way, and gives others back."""

    def __init__(self) -> None:
        super().__init__(time.monotonic)
        self.notes: list[bytes | None] = []
        self.slip_in: dict[str, bytes] = {}
        self.slowness = 0.0
        self.reached: list[str] = []

    async def claim(self, *args: Any, **options: Any) -> Saved:
        saved = await super().claim(*args, **options)
        return msgspec.structs.replace(saved, values={**saved.values, **self.slip_in})

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        if save.changes.get(NOTE):
            await asyncio.sleep(self.slowness)
            self.reached = list(sys.modules["gates"].reached)
        await super().save(session, claim, save, ttl)
        if NOTE in save.changes:
            self.notes.append(save.changes[NOTE])


@pytest.fixture
def store() -> Noting:
    return Noting()


@pytest.fixture
def process(tmp_path: Path, store: Noting) -> Iterator[Process]:
    """Yield a function that starts a process over the one store."""
    with ExitStack() as stack:

        def start(*closed: str, source: str = SCRIPT) -> Server:
            server = stack.enter_context(Server(tmp_path, source, store=store))
            server.gates.close(*closed)
            return server

        yield start


def told(tab: Tab, topic: str) -> list[str]:
    return [text for about, text in tab.told("notification") if about == topic]


def hang_on(tab: Tab, process: Process, name: str, times: int) -> None:
    """Have the event end so many processes after the first."""
    for _ in range(times):
        server = process(name)
        tab.move(server)
        server.until(lambda server=server: name in server.gates.reached)


def test_l10_a_click_that_ends_every_process_is_set_aside(process: Process) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.set("Name", "Ada")
    tab.click("Kill")
    tab.click("Add")
    hang_on(tab, process, "kill", MOST)
    last = process("kill")
    tab.move(last)
    tab.settle()
    assert "kill" not in last.gates.reached
    assert tab.texts == ["['name', 'add']"]
    assert told(tab, "aside") == [
        "What you did with “Kill” stopped the server each time and was left out."
    ]
    assert not tab.unconfirmed
    # It may be tried again; then it is a new event.
    last.gates.open("kill")
    tab.click("Kill")
    tab.settle()
    assert tab.texts == ["['name', 'add', 'kill']"]


@pytest.mark.parametrize("ends", range(MOST))
def test_l10_one_that_goes_well_in_the_end_counts(
    process: Process, store: Noting, ends: int
) -> None:
    first = process("kill")
    tab = Tab(first)
    tab.set("Name", "Ada")
    tab.click("Kill")
    first.until(lambda: "kill" in first.gates.reached)
    hang_on(tab, process, "kill", ends)
    tab.move(process())
    tab.settle()
    assert tab.texts == ["['name', 'kill']"]
    assert not told(tab, "aside")
    # The store does not keep the note, and what follows needs none.
    assert store.notes[-1] is None
    count = len(store.notes)
    tab.click("Add")
    tab.settle()
    assert len(store.notes) == count


def test_l10_the_store_knows_before_the_click_begins(process: Process, store: Noting) -> None:
    tab = Tab(process())
    tab.disconnect()
    tab.click("Kill")
    store.slowness = 0.2
    tab.move(process())
    tab.settle()
    assert tab.texts == ["['kill']"]
    assert store.reached == []


def test_l10_what_never_was_sent_again_is_not_noted(process: Process, store: Noting) -> None:
    tab = Tab(process())
    for _ in range(3):
        tab.click("Add")
    tab.settle()
    assert store.notes == []


def test_l10_the_innocent_are_tried_apart_from_the_guilty(process: Process) -> None:
    """Both were under way when the process ended; only one of them ended it."""
    first = process("kill", "name")
    tab, other = Tab(first), Tab(first, browser="another")
    tab.click("Kill")
    other.set("Name", "Ada")
    first.until(lambda: {"kill", "name"} <= set(first.gates.reached))
    second = process("kill", "name")
    tab.move(second)
    other.move(second)
    second.until(lambda: {"kill", "name"} <= set(second.gates.reached))
    third = process("kill")
    tab.move(third)
    third.until(lambda: "kill" in third.gates.reached)
    other.move(third)
    # While the suspect is tried, the other waits: it is not noted a second time.
    third.until(lambda: other.texts == ["[]"])
    assert "name" not in third.gates.reached
    fourth = process("kill")
    other.move(fourth)
    fourth.until(lambda: other.texts == ["['name']"])


def test_l10_a_note_of_the_past_means_nothing(process: Process, store: Noting) -> None:
    """The click was saved, the process ended before the note was taken away."""
    tab = Tab(process())
    tab.click("Add")
    tab.settle()
    server = process("add")
    tab.disconnect()
    tab.click("Add")
    tab.move(server)
    server.until(lambda: "add" in server.gates.reached)
    note = store.notes[-1]
    assert note is not None
    server.gates.open("add")
    tab.settle()
    store.slip_in[NOTE] = note
    for _ in range(2):
        tab.move(process())
        tab.click("Add")
        tab.settle()
    assert tab.texts == ["['add', 'add', 'add', 'add']"]


def test_l10_a_forged_note_is_no_note(process: Process, store: Noting) -> None:
    tab = Tab(process())
    tab.click("Add")
    tab.settle()
    tab.disconnect()
    store.slip_in[NOTE] = b"\x93\x01\x09\x63"
    tab.click("Add")
    tab.move(process())
    tab.settle()
    assert tab.texts == ["['add', 'add']"]


def test_l10_a_process_that_drains_does_not_try_suspects(process: Process) -> None:
    first = process("kill")
    tab = Tab(first)
    tab.click("Kill")
    first.until(lambda: "kill" in first.gates.reached)
    hang_on(tab, process, "kill", 1)
    third = process("kill")
    third.services.settle_within = 3600.0
    tab.move(third)
    third.until(lambda: tab.texts == ["[]"])
    third.loop.run_until_complete(third.registry.close(drain_timeout=3600.0))
    assert "kill" not in third.gates.reached
    tab.move(process())
    tab.settle()
    assert tab.texts == ["['kill']"]
