"""A store that has lost a session gets all of it first, whatever comes in between (+N05, L10)."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ostinato.session import keeper
from ostinato.session.suspects import MOST, NOTE
from ostinato.state.encoder import StateEncoder
from ostinato.stores.store import Claim, Save
from session.test_forgetful_store import look, told
from session.test_store_away import Moody, connected
from tab import Server, Tab

Start = Callable[..., Server]
NOTES = """
state = st.session_state
state.setdefault("count", 0)
if st.button("Kill"):
    gates.reach("kill")
if st.button("Add"):
    state.count += 1
    state[f"note{state.count}"] = "kept"
st.text(f"count={state.count} notes={sorted(key for key in state if key.startswith('note'))}")
"""
THREE = "count=3 notes=['note1', 'note2', 'note3']"
FOUR = "count=4 notes=['note1', 'note2', 'note3', 'note4']"


class Noting(Moody):
    """A store that may lose everything when it is to note what is under way."""

    loses = False

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        if self.loses and save.changes.get(NOTE):
            self.loses = False
            self.forget()
        await super().save(session, claim, save, ttl)

    @property
    def names(self) -> set[str]:
        return {name for each in self._sessions.values() for name in each.saved.values}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Noting:
    monkeypatch.setattr("ostinato.session.saver.FIRST_WAIT", 0.001)
    monkeypatch.setattr("ostinato.session.saver.LONGEST_WAIT", 0.001)
    monkeypatch.setattr("ostinato.session.registry.RECALL_WITHIN", 0.001)
    monkeypatch.setattr(keeper, "RETRY_AFTER", 0.01)
    return Noting()


@pytest.fixture
def process(tmp_path: Path, store: Noting) -> Iterator[Start]:
    """Yield a function that starts a process over the one store."""
    with ExitStack() as stack:

        def start(*closed: str) -> Server:
            server = stack.enter_context(Server(tmp_path, NOTES, store=store))
            server.gates.close(*closed)
            return server

        yield start


@pytest.fixture
def tab(process: Start) -> Tab:
    """Return a tab whose three clicks are confirmed."""
    tab = Tab(process())
    for _ in range(3):
        tab.click("Add")
        tab.settle()
    assert not tab.unconfirmed
    return tab


def hang(tab: Tab, server: Server) -> None:
    """Have the click that ends its process begin in another process."""
    tab.move(server)
    server.until(lambda: "kill" in server.gates.reached)


def test_n05_what_is_lost_while_a_suspect_waits_is_saved_before_it_begins(
    process: Start, store: Noting, tab: Tab
) -> None:
    tab.disconnect()
    tab.click("Kill")
    hang(tab, process("kill"))
    third = process("kill")
    third.loop.run_until_complete(third.services.trial.acquire())
    tab.move(third)
    third.until(lambda: tab.texts == [THREE])
    store.begin_anew()
    look(third)
    assert store.names == set()
    assert third.gates.reached == []
    third.services.trial.release()
    third.until(lambda: "kill" in third.gates.reached)
    assert {"pcount", "pnote1", "pnote2", "pnote3", NOTE} <= store.names
    connected(process(), tab)
    tab.settle()
    assert tab.texts == [THREE]
    assert told(tab) == 0


@pytest.mark.parametrize("ends", range(MOST))
def test_n05_what_the_note_finds_lost_is_saved_before_the_click_begins(
    process: Start, store: Noting, tab: Tab, ends: int
) -> None:
    tab.disconnect()
    tab.click("Kill")
    for _ in range(ends):
        hang(tab, process("kill"))
    store.loses = True
    hang(tab, process("kill"))
    assert not store.loses
    assert {"pcount", "pnote1", "pnote2", "pnote3", NOTE} <= store.names
    # It counts as under way, though the note came to a store without the session.
    for _ in range(ends + 1, MOST):
        hang(tab, process("kill"))
    connected(process("kill"), tab)
    tab.settle()
    assert tab.texts == [THREE]
    assert told(tab) == 0
    assert [topic for topic, _ in tab.told("notification")] == ["aside"]


def fail_in_snapshot(server: Server, patch: pytest.MonkeyPatch, times: Iterator[int]) -> None:
    everything = StateEncoder.everything

    def fail(*args: Any) -> Any:
        if next(times, None) is not None:
            raise MemoryError
        return everything(*args)

    patch.setattr(StateEncoder, "everything", fail)


def fail_in_pool(server: Server, patch: pytest.MonkeyPatch, times: Iterator[int]) -> None:
    submit = server.pool.submit

    def fail(do: Any, *args: Any) -> Any:
        if getattr(do, "__name__", "") == "everything" and next(times, None) is not None:
            raise RuntimeError("can't start new thread")
        return submit(do, *args)

    patch.setattr(server.pool, "submit", fail)


@pytest.mark.parametrize("fail", [fail_in_snapshot, fail_in_pool])
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("clicks", [1, 2])
def test_n05_saving_everything_is_tried_again_after_any_error(
    process: Start,
    store: Noting,
    tab: Tab,
    monkeypatch: pytest.MonkeyPatch,
    fail: Callable[..., None],
    times: int,
    clicks: int,
) -> None:
    left = iter(range(times))
    fail(tab.server, monkeypatch, left)
    store.forget()
    for number in range(clicks):
        tab.click("Add")
        tab.server.until(lambda n=number: f"count={4 + n}" in tab.texts[0])
    tab.settle()
    assert next(left, None) is None
    assert not tab.unconfirmed
    shown = tab.texts
    connected(process(), tab)
    assert tab.texts == shown
    assert told(tab) == 0


@pytest.mark.parametrize("fail", [fail_in_snapshot, fail_in_pool])
def test_n05_an_error_does_not_come_again_at_once(
    store: Noting, tab: Tab, monkeypatch: pytest.MonkeyPatch, fail: Callable[..., None]
) -> None:
    monkeypatch.setattr(keeper, "RETRY_AFTER", 3600.0)
    failures = itertools.count()
    fail(tab.server, monkeypatch, failures)
    store.forget()
    tab.click("Add")
    tab.server.until(lambda: ["store_status", "late"] in tab.messages and tab.session.is_settled)
    assert next(failures) == 1
    assert store.names == set()
    assert len(tab.unconfirmed) == 1


@pytest.mark.parametrize("has_clicked", [False, True])
def test_n05_a_process_that_ends_while_everything_is_saved_leaves_everything(
    process: Start, store: Noting, tab: Tab, monkeypatch: pytest.MonkeyPatch, has_clicked: bool
) -> None:
    server, everything = tab.server, StateEncoder.everything
    under_way: list[int] = []

    def wait(*args: Any) -> Any:
        under_way.append(1)
        assert len(under_way) == 1, "two threads would use the state at once"
        server.gates.reach("everything")
        result = everything(*args)
        under_way.pop()
        return result

    monkeypatch.setattr(StateEncoder, "everything", wait)
    server.gates.close("everything")
    store.begin_anew()
    if has_clicked:
        tab.click("Add")
    else:
        look(server)
    server.until(lambda: "everything" in server.gates.reached)
    closing = server.loop.create_task(server.registry.close(0.0))
    server.until(lambda: tab.session.is_settled)
    server.gates.open("everything")
    server.loop.run_until_complete(closing)
    connected(process(), tab)
    assert tab.texts == [FOUR if has_clicked else THREE]
    assert told(tab) == 0
