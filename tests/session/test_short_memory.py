"""Nothing is confirmed before all that can be stored is stored (S18, L03)."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.session import keeper
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Save
from tab import Server, Tab

SCRIPT = """
class Log:
    def __init__(self): self.lines = []
    def __getstate__(self):
        if gates.error: raise gates.error
        return vars(self)

state = st.session_state
gates.__dict__.setdefault("error", None)
if "log" not in state:
    state.log = Log()
    state.n = 0
if st.button("Add"):
    state.n += 1
    state.log.lines.append(state.n)
st.text(f"n={state.n} lines={state.log.lines}")
"""

Serve = Callable[..., Server]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    monkeypatch.setattr(keeper, "RETRY_AFTER", 0.01)
    store = MemoryStore(time.monotonic)
    with ExitStack() as stack:
        yield lambda: stack.enter_context(Server(tmp_path, SCRIPT, Config(), store))


def statuses(tab: Tab) -> list[str]:
    return [status for (status,) in tab.told("store_status")]


@pytest.mark.parametrize("clicks", [1, 3])
def test_s18_a_click_is_confirmed_only_when_memory_suffices_again(
    serve: Serve, clicks: int
) -> None:
    first = serve()
    tab = Tab(first)
    first.gates.error = MemoryError()  # type: ignore[attr-defined]
    for number in range(clicks):
        tab.click("Add")
        first.until(lambda n=number: tab.texts == [f"n={n + 1} lines={[*range(1, n + 2)]}"])
    first.until(lambda: statuses(tab) == ["late"])
    assert len(tab.unconfirmed) == clicks
    # Nobody does anything: the session tries again by itself.
    first.gates.error = None  # type: ignore[attr-defined]
    first.until(lambda: not tab.unconfirmed)
    tab.settle()
    assert statuses(tab) == ["late", "ok"]
    tab.move(serve())
    tab.settle()
    assert tab.texts == [f"n={clicks} lines={[*range(1, clicks + 1)]}"]


def test_s18_an_older_save_does_not_say_that_all_is_well(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = serve()
    tab = Tab(first)
    save, is_slow = first.services.store.save, True

    async def save_slowly(*args: Any) -> None:
        while is_slow:
            await asyncio.sleep(0.001)
        await save(*args)

    monkeypatch.setattr(first.services.store, "save", save_slowly)
    tab.click("Add")
    first.until(lambda: tab.texts == ["n=1 lines=[1]"])
    first.gates.error = MemoryError()  # type: ignore[attr-defined]
    tab.click("Add")
    first.until(lambda: statuses(tab) == ["late"])
    is_slow = False
    first.until(lambda: len(tab.unconfirmed) == 1)
    assert statuses(tab) == ["late"]
    first.gates.error = None  # type: ignore[attr-defined]
    first.until(lambda: not tab.unconfirmed)
    tab.settle()
    assert statuses(tab) == ["late", "ok"]


def test_s18_a_process_that_ends_before_there_is_memory_doubles_nothing(serve: Serve) -> None:
    first = serve()
    tab = Tab(first)
    first.gates.error = MemoryError()  # type: ignore[attr-defined]
    tab.click("Add")
    first.until(lambda: statuses(tab) == ["late"])
    tab.move(serve())
    tab.settle()
    assert tab.texts == ["n=1 lines=[1]"]
    assert not tab.unconfirmed


def test_s18_a_value_that_fails_holds_nothing_else_back(serve: Serve) -> None:
    first = serve()
    tab = Tab(first)
    first.gates.error = OSError("disk")  # type: ignore[attr-defined]
    tab.click("Add")
    first.until(lambda: not tab.unconfirmed)
    assert statuses(tab) == []
    first.gates.error = None  # type: ignore[attr-defined]
    first.until(lambda: not tab.session.encoder.is_stale)
    tab.settle()
    tab.move(serve())
    tab.settle()
    assert tab.texts == ["n=1 lines=[1]"]


def test_s18_a_store_that_lost_all_gets_it_when_memory_suffices(serve: Serve) -> None:
    first = serve()
    tab = Tab(first)
    tab.click("Add")
    tab.settle()
    first.gates.error = MemoryError()  # type: ignore[attr-defined]
    session = tab.session
    receipt = session.saver.receipt
    assert receipt is not None
    last = Save(receipt.number + 1, receipt.number, 1)
    forget = first.services.store.save(session.id, receipt.claim, last, 0)
    first.loop.run_until_complete(forget)
    first.loop.call_soon(session.lost)
    tab.click("Add")
    first.until(lambda: tab.texts == ["n=2 lines=[1, 2]"])
    assert tab.unconfirmed
    first.gates.error = None  # type: ignore[attr-defined]
    first.until(lambda: not tab.unconfirmed)
    tab.settle()
    tab.move(serve())
    tab.settle()
    assert tab.texts == ["n=2 lines=[1, 2]"]
