"""A slow, absent or forgetful store never blocks a page, and nothing is lost by it (+N03)."""

from collections.abc import Callable

import pytest

from ostinato.session.connection import CloseReason
from ostinato.stores.store import Claim, Save
from session.moody import Moody, clicked, connected, shown
from tab import Server, Tab

COUNTER = """
state = st.session_state
state.setdefault("count", 0)
if st.button("Add"):
    state.count += 1
st.text(f"count={state.count}")
"""


@pytest.fixture
def process(serve: Callable[..., Server], store: Moody) -> Callable[..., Server]:
    """Return a function that starts a process on the store."""
    return lambda source=COUNTER: serve(source, store=store)


def statuses(tab: Tab) -> list[str]:
    return [status for (status,) in tab.told("store_status")]


def test_n03_pages_run_without_a_store_and_are_saved_when_it_is_back(
    process: Callable[..., Server], store: Moody
) -> None:
    tab = Tab(process())
    clicked(tab)
    tab.settle()
    store.is_away = True
    clicked(tab, 2)
    assert tab.texts == ["count=3"]
    tab.server.until(lambda: statuses(tab) == ["late"])
    assert [event.number for event in tab.unconfirmed] == [2, 3]
    tries = store.tries
    tab.server.until(lambda: store.tries > tries + 3)
    store.is_away = False
    tab.settle()
    assert statuses(tab) == ["late", "ok"]
    assert not tab.unconfirmed
    connected(process(), tab)
    assert tab.texts == ["count=3"]


def test_n03_a_store_that_is_silent_makes_nobody_wait(
    process: Callable[..., Server], store: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ostinato.session.saver.LATE_AFTER", 0.01)
    tab = Tab(process())
    store.is_silent = True
    clicked(tab)
    clicked(tab)
    assert tab.texts == ["count=2"]
    tab.server.until(lambda: statuses(tab) == ["late"])
    store.is_silent = False
    tab.settle()
    assert statuses(tab) == ["late", "ok"]
    assert not tab.unconfirmed


@pytest.mark.parametrize("mood", ["is_away", "is_silent"])
def test_n03_what_was_done_while_the_state_was_out_of_reach_comes_after_it(
    process: Callable[..., Server], store: Moody, mood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ostinato.session.registry.STORE_WITHIN", 0.01)
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    setattr(store, mood, True)
    server = process()
    connected(server, tab)
    assert tab.texts == ["count=0"]
    clicked(tab)
    assert tab.texts == ["count=1"]
    server.until(lambda: statuses(tab) == ["away"])
    assert len(tab.unconfirmed) == 1
    setattr(store, mood, False)
    server.until(
        lambda: tab.connection is not None and tab.connection.close_reason is CloseReason.MOVED
    )
    tab.connect()
    tab.settle()
    assert tab.texts == ["count=3"]
    assert not tab.unconfirmed


def test_n03_a_tab_that_began_without_a_store_keeps_what_it_has(
    process: Callable[..., Server], store: Moody
) -> None:
    store.is_away = True
    server = process()
    tab = Tab(server, waits=False)
    shown(tab)
    clicked(tab, 2)
    store.is_away = False
    tab.settle()
    assert not tab.unconfirmed
    connected(process(), tab)
    assert tab.texts == ["count=2"]


def test_n03_a_store_that_lost_everything_gets_all_of_it_again(
    process: Callable[..., Server], store: Moody
) -> None:
    tab = Tab(process("state = st.session_state\nstate.setdefault('old', 'kept')\n" + COUNTER))
    clicked(tab, 2)
    tab.settle()
    store.forget()
    clicked(tab)
    tab.settle()
    assert not tab.unconfirmed
    connected(process("st.text(st.session_state.old)\n" + COUNTER), tab)
    assert tab.texts == ["kept", "count=3"]


def test_n03_an_event_that_a_store_has_lost_again_is_not_waited_for(
    process: Callable[..., Server], store: Moody
) -> None:
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    restore = store.backup()
    clicked(tab, 2)
    tab.settle()
    restore()
    connected(process(), tab)
    assert tab.texts == ["count=2"]
    clicked(tab)
    tab.settle()
    assert tab.texts == ["count=3"]
    assert not tab.unconfirmed


def test_n01_an_older_copy_in_memory_is_not_gone_on_with(process: Callable[..., Server]) -> None:
    first = process()
    tab = Tab(first)
    connected(process(), tab)
    clicked(tab, 2)
    tab.settle()
    connected(first, tab)
    assert tab.texts == ["count=2"]
    clicked(tab)
    tab.settle()
    assert tab.texts == ["count=3"]
    assert not tab.unconfirmed


def test_n03_an_error_of_a_store_that_is_no_outage_loses_nothing_either(
    process: Callable[..., Server], store: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = Tab(process())
    errors = [OverflowError("not from a store that works")]
    answer = store.answer

    async def fail_once() -> None:
        await answer()
        if errors:
            raise errors.pop()

    monkeypatch.setattr(store, "answer", fail_once)
    clicked(tab)
    tab.settle()
    assert not errors
    assert not tab.unconfirmed
    connected(process(), tab)
    assert tab.texts == ["count=1"]


def test_n03_an_outage_does_not_fill_the_log(
    process: Callable[..., Server], store: Moody, caplog: pytest.LogCaptureFixture
) -> None:
    tab = Tab(process())
    store.is_away = True
    clicked(tab)
    tries = store.tries
    tab.server.until(lambda: store.tries > tries + 20)
    assert len(caplog.records) == 1
    store.is_away = False
    tab.settle()


def test_l03_a_store_that_lost_everything_gets_it_before_anything_is_confirmed(
    process: Callable[..., Server], store: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = process(COUNTER.replace("if st", "state.setdefault('old', 'kept')\nif st"))
    tab = Tab(server)
    store.forget()
    saves: list[tuple[int, set[str]]] = []
    save = store.save

    async def noted(session: str, claim: Claim, new: Save, ttl: float) -> None:
        await save(session, claim, new, ttl)
        saves.append((new.event, set(new.changes)))

    monkeypatch.setattr(store, "save", noted)
    clicked(tab)
    server.until(lambda: store.tries > 0 and tab.send({}) and saves)
    tab.settle()
    assert {"pold", "pcount"} <= saves[0][1]
