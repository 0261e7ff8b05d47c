"""A store that forgets, or goes back in time, is noticed, and gets all there is (+N05, +N07, +N09).

What a test holds constant the next one varies: what is lost, who notices, and in which moment.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.errors import StoreError
from ostinato.session.connection import CloseReason
from ostinato.stores.store import Save
from session.moody import Moody, clicked, connected
from stores.places import Clock
from tab import Server, Tab

Start = Callable[..., Server]
NOTES = """
state = st.session_state
state.setdefault("count", 0)
if st.button("Add"):
    state.count += 1
    state[f"note{state.count}"] = "kept"
    if state.count == 3:
        del state["note1"]
gates.reach("end")
st.text(f"count={state.count} notes={sorted(key for key in state if key.startswith('note'))}")
"""


@pytest.fixture
def store(store: Moody, monkeypatch: pytest.MonkeyPatch) -> Moody:
    monkeypatch.setattr("ostinato.session.registry.RECALL_WITHIN", 0.001)
    return store


@pytest.fixture
def process(serve: Start, store: Moody) -> Start:
    """Return a function that starts a process over the one store."""

    def start(source: str = NOTES, **options: Any) -> Server:
        session = msgspec.structs.replace(Config().session, **options)
        return serve(source, Config(session=session), store)

    return start


def told(tab: Tab) -> int:
    """Count how often the person was told that something could not be found."""
    return sum(topic == "unfound" for topic, _ in tab.told("notification"))


def look(server: Server) -> None:
    """Have a process look after its sessions, as it does every ten seconds."""
    server.loop.run_until_complete(server.registry.expire())


LOSSES = {
    "everything": lambda store, copies: store.forget(),
    "a click": lambda store, copies: copies[-2](),
    "all but the beginning": lambda store, copies: copies[0](),
}


def used(process: Start, store: Moody, loss: str, **options: Any) -> Tab:
    """Return a tab whose three clicks are confirmed, and of which the store has lost some."""
    tab = Tab(process(**options))
    copies = [store.backup()]
    for _ in range(3):
        tab.click("Add")
        tab.settle()
        copies.append(store.backup())
    assert not tab.unconfirmed
    LOSSES[loss](store, copies)
    return tab


THREE = ["count=3 notes=['note2', 'note3']"]
FOUR = ["count=4 notes=['note2', 'note3', 'note4']"]


@pytest.mark.parametrize("loss", LOSSES)
def test_n05_the_next_save_notices_it_and_brings_everything(
    process: Start, store: Moody, loss: str
) -> None:
    tab = used(process, store, loss)
    tab.click("Add")
    tab.settle()
    assert not tab.unconfirmed
    connected(process(), tab)
    assert tab.texts == FOUR
    assert told(tab) == 0


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("has_page", [False, True])
def test_n05_a_session_leaves_memory_only_once_the_store_has_it_again(
    process: Start, store: Moody, loss: str, has_page: bool
) -> None:
    tab = used(process, store, loss, idle=0, rest=0)
    server = tab.server
    if not has_page:
        tab.disconnect()
    look(server)
    assert len(server.registry) == 1
    server.until(lambda: tab.session.is_saved)
    look(server)
    assert len(server.registry) == 0
    if has_page:
        assert tab.connection is not None
        assert tab.connection.close_reason is CloseReason.RESTING
    connected(process(), tab)
    assert tab.texts == THREE
    assert told(tab) == 0


def test_n05_a_session_stays_in_memory_while_the_store_is_away(
    process: Start, store: Moody
) -> None:
    tab = Tab(process(idle=0))
    clicked(tab, 2)
    tab.settle()
    tab.disconnect()
    store.is_away = True
    look(tab.server)
    assert len(tab.server.registry) == 1
    store.forget()
    store.is_away = False
    look(tab.server)
    tab.server.until(lambda: tab.session.is_saved)
    look(tab.server)
    assert len(tab.server.registry) == 0
    connected(process(), tab)
    assert tab.texts == ["count=2 notes=['note1', 'note2']"]


@pytest.mark.parametrize("is_seen", [True, False])
def test_n05_sessions_that_do_nothing_are_saved_into_a_store_in_another_life(
    process: Start, store: Moody, is_seen: bool
) -> None:
    tab = Tab(process())
    server = tab.server
    clicked(tab, 2)
    tab.settle()
    look(server)
    if is_seen:
        store.begin_anew()
    else:
        # It was away, and comes back in the same life, as far as anybody can tell.
        store.is_away = True
        look(server)
        store.is_away = False
        store.forget()
    look(server)
    server.until(lambda: tab.session.is_saved)
    connected(process(), tab)
    assert tab.texts == ["count=2 notes=['note1', 'note2']"]
    assert told(tab) == 0


def test_n05_a_store_that_answers_the_next_time_is_asked_at_once(
    process: Start, store: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    look(tab.server)
    store.begin_anew()
    incarnation, errors = store.incarnation, [StoreError("store: a passing error")]

    async def fail_once() -> str:
        if errors:
            raise errors.pop()
        return await incarnation()

    monkeypatch.setattr(store, "incarnation", fail_once)
    look(tab.server)
    tab.server.until(lambda: tab.session.is_saved and tab.session.is_settled)
    assert tab.server.loop.run_until_complete(store.count()) == 1


def test_n05_a_store_in_one_life_is_not_asked_about_each_session(
    process: Start, store: Moody
) -> None:
    tab = Tab(process())
    look(tab.server)
    tries = store.tries
    for _ in range(3):
        look(tab.server)
    assert store.tries == tries


@pytest.mark.parametrize("loss", LOSSES)
def test_n05_a_process_that_drains_leaves_everything_in_the_store(
    process: Start, store: Moody, loss: str
) -> None:
    tab = used(process, store, loss)
    tab.server.loop.run_until_complete(tab.server.registry.close())
    connected(process(), tab)
    assert tab.texts == THREE
    assert told(tab) == 0


def test_n05_a_claim_whose_answer_was_lost_is_the_own_one(
    process: Start, store: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = used(process, store, "everything")
    claim, lost = store.claim, ["an answer"]

    async def claim_unheard(session: str, ttl: float, **how: Any) -> Any:
        saved = await claim(session, ttl, **how)
        if how.get("over") and lost:
            raise ConnectionError(lost.pop())
        return saved

    monkeypatch.setattr(store, "claim", claim_unheard)
    tab.click("Add")
    tab.settle()
    assert not lost
    assert not tab.unconfirmed
    assert tab.texts == FOUR
    connected(process(), tab)
    assert tab.texts == FOUR


def test_n07_two_processes_never_hold_a_session_that_the_store_has_forgotten(
    process: Start, store: Moody
) -> None:
    """The story of the issue: eviction during a run on A, the tab moves to B, A's run ends."""
    first = process()
    tab = Tab(first)
    clicked(tab, 2)
    tab.settle()
    first.gates.close("end")
    tab.click("Add")
    first.until(lambda: first.gates.reached.count("end") == 4)
    held = tab.session
    store.forget()
    second = process()
    connected(second, tab)
    tab.settle()
    assert told(tab) == 1
    claim = tab.session.saver.claim
    assert claim
    assert held.saver.claim
    assert held.saver.claim < claim
    first.gates.open("end")
    first.until(lambda: len(first.registry) == 0)
    for _ in range(3):
        clicked(tab)
    tab.settle()
    assert not tab.unconfirmed
    connected(process(), tab)
    assert tab.texts == ["count=4 notes=['note2', 'note3', 'note4']"]


def test_n07_a_save_of_a_forgotten_claim_changes_nothing(process: Start, store: Moody) -> None:
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    old, server = tab.session.saver.receipt, tab.server
    assert old
    store.forget()
    clicked(tab)
    tab.settle()
    late = store.save(tab.session.id, old.claim, Save(99, old.number, 99, {"pcount": b""}), 10.0)
    with pytest.raises(Exception, match="Claim"):
        server.loop.run_until_complete(late)
    connected(process(), tab)
    assert tab.texts == ["count=3 notes=['note2', 'note3']"]


@pytest.mark.parametrize("loss", LOSSES)
def test_n09_a_browser_whose_events_the_store_does_not_know_is_told(
    process: Start, store: Moody, loss: str
) -> None:
    tab = used(process, store, loss)
    connected(process(), tab)
    tab.settle()
    assert told(tab) == 1
    clicked(tab)
    tab.settle()
    assert not tab.unconfirmed
    connected(process(), tab)
    assert told(tab) == 1, "it is said once"


@pytest.mark.parametrize("has_clicked", [False, True])
def test_n09_nobody_is_told_who_has_lost_nothing(
    process: Start, store: Moody, has_clicked: bool
) -> None:
    tab = Tab(process())
    if has_clicked:
        clicked(tab, 2)
        tab.settle()
    for _ in range(2):
        connected(process(), tab)
        tab.settle()
    old = tab.session_id
    tab.disconnect()
    tab.number, tab.seen = 0, 0
    store.forget()
    tab.connect("reset")
    tab.settle()
    assert tab.session_id != old
    assert told(tab) == 0


def test_n09_who_comes_while_the_store_is_away_is_told_once_it_is_back(
    process: Start, store: Moody
) -> None:
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    store.is_away = True
    connected(process(), tab)
    assert told(tab) == 0
    store.forget()
    store.is_away = False
    tab.settle()
    assert told(tab) == 1


def test_n09_who_comes_while_the_store_is_away_is_not_told_if_it_has_lost_nothing(
    process: Start, store: Moody
) -> None:
    tab = Tab(process())
    clicked(tab, 2)
    tab.settle()
    store.is_away = True
    server = process()
    connected(server, tab)
    store.is_away = False
    server.until(
        lambda: tab.connection is not None and tab.connection.close_reason is CloseReason.MOVED
    )
    connected(process(), tab)
    assert told(tab) == 0
    assert tab.texts == ["count=2 notes=['note1', 'note2']"]


@pytest.mark.parametrize("rests", [False, True])
def test_n07_an_open_page_renews_the_life_of_its_session(
    process: Start, store: Moody, rests: bool
) -> None:
    clock = Clock()
    store.clock = clock
    server = process(ttl=1000.0, rest=0.0 if rests else 9000.0)
    server.services.clock = clock
    tab = Tab(server)
    clicked(tab, 2)
    tab.settle()
    for _ in range(20):
        clock.now += 100.0
        look(server)
        server.until(lambda: not rests or len(server.registry) == 0)
    assert server.loop.run_until_complete(store.count()) == 1
    connected(process(), tab)
    assert tab.texts == ["count=2 notes=['note1', 'note2']"]


def test_n07_a_page_that_was_duplicated_renews_the_life_of_its_session(
    process: Start, store: Moody
) -> None:
    clock = Clock()
    store.clock = clock
    server = process(ttl=1000.0, rest=0.0)
    server.services.clock = clock
    tab = Tab(server)
    clicked(tab, 2)
    tab.settle()
    look(server)
    assert len(server.registry) == 0
    twin = server.loop.run_until_complete(server.registry.open(tab.hello("fork"), tab.browser))
    server.until(lambda: twin.is_settled)
    for _ in range(20):
        clock.now += 100.0
        look(server)
    connected(process(), tab)
    assert tab.texts == ["count=2 notes=['note1', 'note2']"]


def test_n07_a_page_that_is_gone_renews_nothing(process: Start, store: Moody) -> None:
    clock = Clock()
    store.clock = clock
    server = process(ttl=1000.0, rest=0.0)
    server.services.clock = clock
    tab = Tab(server)
    clicked(tab)
    tab.settle()
    look(server)
    assert len(server.registry) == 0
    server.registry.leave(str(tab.session_id))
    for _ in range(11):
        clock.now += 100.0
        look(server)
    assert server.loop.run_until_complete(store.count()) == 0


def test_n05_one_line_says_that_the_store_has_lost_what_many_sessions_had(
    process: Start, store: Moody, caplog: pytest.LogCaptureFixture
) -> None:
    server = process()
    tabs = [Tab(server) for _ in range(5)]
    for tab in tabs:
        clicked(tab)
        tab.settle()
    look(server)
    store.begin_anew()
    look(server)
    for tab in tabs:
        tab.settle()
    assert sum("it has lost what it had" in each.message for each in caplog.records) == 1
    assert server.loop.run_until_complete(store.count()) == 5
