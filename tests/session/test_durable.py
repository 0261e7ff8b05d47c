"""State outlives connections, memory and processes (+S10 to +S16, +L03, +N01)."""

import functools
import gc
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.session.connection import CloseReason
from ostinato.session.registry import NotYours
from ostinato.stores.memory import MemoryStore
from ostinato.wire.messages import Event
from tab import Server, Tab

COUNTER = """
state = st.session_state
state.setdefault("count", 0)
if st.button("Add"):
    state.count += 1
st.text_input("Name", key="name")
st.text(f"count={state.count} name={state.name}")
"""

Serve = Callable[..., Server]


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(time.monotonic)


@pytest.fixture
def process(tmp_path: Path, store: MemoryStore) -> Iterator[Serve]:
    """Yield a function that starts a process over the one store."""
    with ExitStack() as stack:

        def start(source: str = COUNTER, **options: Any) -> Server:
            session = msgspec.structs.replace(Config().session, **options)
            return stack.enter_context(Server(tmp_path, source, Config(session=session), store))

        yield start


def move(tab: Tab, server: Server) -> None:
    """Have a tab find another process, as after a crash of the first."""
    tab.move(server)
    tab.settle()


def test_s10_state_survives_its_process(process: Serve) -> None:
    tab = Tab(process())
    tab.set("Name", "Ada")
    tab.click("Add")
    tab.settle()
    move(tab, process())
    assert tab.resumed == [False, False]
    assert tab.texts == ["count=1 name=Ada"]
    assert tab.value("Name") == "Ada"
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=2 name=Ada"]
    assert not tab.unconfirmed


def test_l03_what_was_not_confirmed_is_applied_by_the_next_process(process: Serve) -> None:
    first = process(COUNTER + 'gates.reach("end")')
    tab = Tab(first)
    tab.click("Add")
    tab.settle()
    first.gates.close("end")
    tab.click("Add")
    first.until(lambda: first.gates.reached.count("end") == 3)
    assert len(tab.unconfirmed) == 1
    second = process()
    move(tab, second)
    assert tab.texts == ["count=2 name="]
    assert not tab.unconfirmed
    first.gates.open("end")


def test_l01_an_event_that_was_saved_is_not_applied_again_elsewhere(process: Serve) -> None:
    tab = Tab(process())
    tab.click("Add")
    tab.settle()
    again = tab.send({}, tab.find("Add"))
    tab.settle()
    tab.unconfirmed = [again]
    move(tab, process())
    assert tab.texts == ["count=2 name="]


def test_n01_the_process_that_held_a_session_can_no_longer_change_it(process: Serve) -> None:
    first, second = process(), process()
    tab = Tab(first)
    tab.click("Add")
    tab.settle()
    held = tab.session
    move(tab, second)
    tab.click("Add")
    tab.settle()
    # The process that was left hears late of the second click, which took a detour.
    held.receive(Event(2, {}, tab.find("Add")))
    first.until(lambda: len(first.registry) == 0)
    move(tab, process())
    assert tab.texts == ["count=2 name="]


def test_n01_a_browser_at_the_old_process_is_sent_to_find_the_new_one(process: Serve) -> None:
    first = process()
    tab = Tab(first)
    other = Tab(process())
    other.disconnect()
    other.session_id, other.number = tab.session_id, tab.number
    other.connect()
    other.settle()
    assert tab.connection is not None
    tab.click("Add")
    first.until(
        lambda: tab.connection is not None and tab.connection.close_reason is CloseReason.MOVED
    )
    assert len(first.registry) == 0


def test_n01_a_process_hears_that_another_one_has_taken_over(
    process: Serve, store: MemoryStore
) -> None:
    first = process()
    tab = Tab(first)
    tab.click("Add")
    tab.settle()
    notices: list[bytes] = []
    store.publish = publish_to(notices)  # type: ignore[method-assign]
    move(tab, process())
    assert len(first.registry) == 1
    first.loop.run_until_complete(heed(first, notices))
    assert len(first.registry) == 0


def publish_to(notices: list[bytes]) -> Callable[[bytes], Any]:
    async def publish(notice: bytes) -> None:
        notices.append(notice)

    return publish


async def heed(server: Server, notices: list[bytes]) -> None:
    for notice in notices:
        server.registry.on_notice(notice)


def test_a_notice_that_says_nothing_is_ignored(process: Serve) -> None:
    server = process()
    tab = Tab(server)
    server.loop.run_until_complete(heed(server, [b"", b"\xff", b"\x92\x01\x02"]))
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=1 name="]


def test_s15_an_id_is_worth_nothing_in_another_browser(process: Serve) -> None:
    server = process()
    tab = Tab(server)
    thief = Tab(server, browser="another")
    thief.session_id = tab.session_id
    with pytest.raises(NotYours):
        thief.connect()
    thief.session_id = "made up"
    with pytest.raises(NotYours):
        thief.connect()


def test_s15_a_duplicated_tab_gets_a_copy(process: Serve) -> None:
    server = process()
    tab = Tab(server)
    tab.set("Name", "Ada")
    tab.click("Add")
    tab.settle()
    twin = Tab(server)
    twin.disconnect()
    twin.session_id = tab.session_id
    twin.connect("fork")
    twin.settle()
    assert twin.session_id != tab.session_id
    assert twin.texts == ["count=1 name=Ada"]
    twin.click("Add")
    twin.settle()
    tab.click("Add")
    tab.click("Add")
    tab.settle()
    assert (twin.texts, tab.texts) == (["count=2 name=Ada"], ["count=3 name=Ada"])
    move(twin, process())
    assert twin.texts == ["count=2 name=Ada"]


def test_s10_starting_over_empties_state_everywhere(process: Serve, store: MemoryStore) -> None:
    first, second = process(), process()
    tab = Tab(first)
    tab.click("Add")
    tab.settle()
    old = tab.session_id
    tab.disconnect()
    tab.server, tab.number, tab.seen = second, 0, 0
    tab.connect("reset")
    tab.settle()
    assert tab.texts == ["count=0 name="]
    assert tab.session_id != old
    assert second.loop.run_until_complete(store.count()) == 1


def test_s10_with_resume_never_a_lost_connection_starts_over(
    process: Serve, store: MemoryStore
) -> None:
    server = process(resume="never")
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    assert not tab.unconfirmed
    tab.disconnect()
    tab.connect()
    tab.settle()
    assert tab.texts == ["count=0 name="]
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=1 name="]
    assert server.loop.run_until_complete(store.count()) == 0


@pytest.mark.parametrize(("resume", "lasts"), [("refresh", True), ("reconnect", False)])
def test_s10_the_browser_is_told_whether_a_refresh_keeps_the_session(
    process: Serve, resume: str, lasts: bool
) -> None:
    tab = Tab(process(resume=resume))
    assert tab.messages[0][:1] + tab.messages[0][5:6] == ["welcome", lasts]


def test_s16_a_session_without_a_page_leaves_memory_and_comes_back(process: Serve) -> None:
    server = process(idle=0)
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    server.loop.run_until_complete(server.registry.expire())
    assert len(server.registry) == 1
    tab.disconnect()
    server.loop.run_until_complete(server.registry.expire())
    assert len(server.registry) == 0
    tab.connect()
    tab.settle()
    assert tab.texts == ["count=1 name="]


def test_s16_what_a_session_has_held_is_free_by_the_next_look(process: Serve) -> None:
    server = process(idle=0)
    tab = Tab(server)
    tab.disconnect()
    session = weakref.ref(tab.session)
    del tab
    # The script's thread may still be in the last lines of its call, which know the session.
    server.until(lambda: not server.pool.busy)
    gc.disable()
    try:
        for _ in range(2):
            server.loop.run_until_complete(server.registry.expire())
        assert session() is None
    finally:
        gc.enable()


def is_shown(tab: Tab, text: str) -> bool:
    return tab.texts == [text]


def test_s16_a_run_that_was_streamed_holds_nothing_afterwards(
    process: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = process('st.text("a")\ngates.reach("middle")\nst.text("b")', idle=0)
    server.gates.close("middle")
    tab = Tab(server, waits=False)
    server.until(functools.partial(is_shown, tab, "a"))
    # What is drawn now is to be sent in a minute, were it not for the end of the run.
    monkeypatch.setattr("ostinato.session.stream.STREAM_AFTER", 60.0)
    server.gates.open("middle")
    tab.settle()
    assert tab.texts == ["a", "b"]
    tab.disconnect()
    session = weakref.ref(tab.session)
    del tab
    for _ in range(2):
        server.loop.run_until_complete(server.registry.expire())
    assert session() is None


def test_s16_a_session_that_rests_keeps_its_connection(process: Serve) -> None:
    server = process(rest=0)
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    server.loop.run_until_complete(server.registry.expire())
    assert len(server.registry) == 0
    assert tab.connection is not None
    assert tab.connection.close_reason is CloseReason.RESTING
    tab.connect()
    # Whoever clicks sees what they click on.
    tab.settle()
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["count=2 name="]


def test_s16_a_session_with_what_only_this_process_has_does_not_rest(process: Serve) -> None:
    server = process("st.session_state.setdefault('lock', __import__('threading').Lock())", rest=0)
    tab = Tab(server)
    server.loop.run_until_complete(server.registry.expire())
    assert len(server.registry) == 1
    tab.disconnect()


def test_s12_the_developer_is_told_once_what_is_not_stored(
    process: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    server = process("import threading\nst.session_state.lock = threading.Lock()")
    for tab in (Tab(server), Tab(server)):
        for _ in range(3):
            tab.send({})
            tab.settle()
    told = [record.message for record in caplog.records if "lock" in record.message]
    assert len(told) == 1
    assert told[0].startswith("st.session_state.lock:")


def test_n02_a_drained_session_lets_its_run_end_and_saves_it(process: Serve) -> None:
    first = process(COUNTER + 'gates.reach("end")')
    tab = Tab(first)
    first.gates.close("end")
    tab.click("Add")
    first.until(lambda: first.gates.reached.count("end") == 2)
    draining = first.loop.create_task(first.registry.close(10.0))
    first.until(lambda: tab.session.is_saved)
    assert not draining.done()
    first.gates.open("end")
    first.until(draining.done)
    assert tab.connection is not None
    assert tab.connection.close_reason is CloseReason.DRAINED
    move(tab, process())
    assert tab.texts == ["count=1 name="]


def test_n02_a_run_that_takes_too_long_is_given_up_and_done_again_elsewhere(
    process: Serve,
) -> None:
    first = process(COUNTER + 'gates.reach("end")')
    tab = Tab(first)
    first.gates.close("end")
    tab.click("Add")
    first.until(lambda: first.gates.reached.count("end") == 2)
    first.loop.run_until_complete(first.registry.close(0.0))
    assert tab.unconfirmed
    move(tab, process())
    assert tab.texts == ["count=1 name="]
    assert not tab.unconfirmed
    first.gates.open("end")


def test_n02_the_browser_hears_of_what_is_safe_before_it_is_sent_away(process: Serve) -> None:
    first = process()
    first.services.confirm_within = 60.0
    tab = Tab(first, waits=False)
    first.until(lambda: tab.session.is_settled and tab.labels)
    tab.click("Add")
    first.until(lambda: tab.session.is_settled and tab.session.is_saved)
    assert tab.unconfirmed
    first.loop.run_until_complete(first.registry.close())
    first.until(lambda: tab.reader is not None and tab.reader.done())
    assert not tab.unconfirmed
