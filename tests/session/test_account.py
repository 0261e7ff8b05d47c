"""Whose a session is: once somebody has logged in, nobody else is ever given it (S15, P03)."""

import time
from pathlib import Path

import msgspec
import pytest

from ostinato.run.visitor import NOBODY, Visitor
from ostinato.session.account import NOTE, UNKNOWN, Account
from ostinato.session.connection import CloseReason
from ostinato.session.registry import Ended, LoggedOut
from ostinato.state.signing import KeyRing
from ostinato.stores.memory import MemoryStore
from session.test_store_away import Moody
from tab import Server, Tab

SCRIPT = """
st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text([st.session_state.n, st.user.get("sub"), st.user.to_dict() and st.user.is_logged_in])
"""
ADA = Visitor("browser", login="login.1", account="ada", claims={"sub": "ada"})
ADA_AGAIN = Visitor("browser", login="login.2", account="ada", claims={"sub": "ada"})
BOB = Visitor("browser", login="login.3", account="bob", claims={"sub": "bob"})


def opened(server: Server, tab: Tab, visitor: Visitor, how: str = "resume") -> None:
    """Load the tab's page again, as somebody."""
    tab.visitor = visitor
    tab.forget()
    tab.connect(how)  # type: ignore[arg-type]
    tab.settle()


def test_p03_what_a_session_has_from_before_belongs_to_who_logs_in_in_its_tab(
    tmp_path: Path,
) -> None:
    with Server(tmp_path, SCRIPT) as server:
        tab = Tab(server)
        tab.click("Add")
        tab.settle()
        opened(server, tab, ADA)
        assert tab.texts == ["[1, 'ada', True]"]


def test_p03_a_page_whose_connection_comes_back_after_a_login_shows_it(tmp_path: Path) -> None:
    with Server(tmp_path, SCRIPT) as server:
        tab = Tab(server)
        tab.disconnect()
        tab.visitor = ADA
        tab.connect()
        tab.settle()
        assert tab.texts == ["[0, 'ada', True]"]


@pytest.mark.parametrize("other", [BOB, NOBODY])
@pytest.mark.parametrize("how", ["resume", "fork"])
@pytest.mark.parametrize("is_held", [True, False])
def test_p03_a_session_of_one_person_is_never_given_to_another(
    tmp_path: Path, other: Visitor, how: str, is_held: bool
) -> None:
    store = MemoryStore(time.monotonic)
    with Server(tmp_path, SCRIPT, store=store) as first:
        tab = Tab(first, visitor=ADA)
        tab.click("Add")
        tab.settle()
        if is_held:
            with pytest.raises(LoggedOut):
                opened(first, tab, other, how)
            opened(first, tab, ADA_AGAIN)
            assert tab.texts == ["[1, 'ada', True]"]
            return
    with Server(tmp_path, SCRIPT, store=store) as second:
        tab.server = second
        with pytest.raises(LoggedOut):
            opened(second, tab, other, how)
        opened(second, tab, ADA_AGAIN)
        assert tab.texts == ["[1, 'ada', True]"]


def test_p03_a_store_that_has_lost_a_session_is_told_again_whose_it_is(tmp_path: Path) -> None:
    store = Moody()
    with Server(tmp_path, SCRIPT, store=store) as server:
        tab = Tab(server, visitor=ADA)
        store.forget()
        tab.click("Add")
        tab.settle()
        saved = server.loop.run_until_complete(store.claim(tab.session.id, 60))
        assert NOTE in saved.values


def test_p03_who_a_session_is_of_cannot_be_forged(tmp_path: Path) -> None:
    with Server(tmp_path, SCRIPT) as server:
        mine = Account("session", server.services)
        note = mine.take(ADA)[NOTE]
        assert Account("session", server.services, note).owner == "ada"
        assert Account("copy", server.services, note, "session").owner == "ada"
        for stranger in (Account("other", server.services, note), unsigned(server)):
            assert stranger.owner == UNKNOWN
            assert not stranger.admits(ADA)
            assert not stranger.admits(NOBODY)


def unsigned(server: Server) -> Account:
    note = KeyRing(["another secret"]).sign(f"session/{NOTE}", [b"ada"])
    return Account("session", server.services, note)


def test_p05_when_somebody_logs_out_all_their_pages_begin_anew_and_nothing_stays(
    tmp_path: Path,
) -> None:
    store = MemoryStore(time.monotonic)
    with Server(tmp_path, SCRIPT, store=store) as server:
        one, two = Tab(server, visitor=ADA), Tab(server, visitor=ADA)
        other, nobody = Tab(server, visitor=BOB), Tab(server)
        for tab in (one, two, other, nobody):
            tab.click("Add")
            tab.settle()
        notice = msgspec.msgpack.encode(Ended(ADA.login))
        server.loop.call_soon(server.registry.on_notice, notice)
        for tab in (one, two):
            server.until(lambda tab=tab: tab.connection.close_reason)
            assert tab.connection.close_reason is CloseReason.LOGGED_OUT
        for tab in (other, nobody):
            assert tab.connection.close_reason is None
    with Server(tmp_path, SCRIPT, store=store) as server:
        saved = server.loop.run_until_complete(store.claim(one.session.id, 60))
        assert list(saved.values) == [NOTE]
        one.server = server
        with pytest.raises(LoggedOut):
            opened(server, one, NOBODY)
