"""Resting: a page that nobody uses keeps its connection, not its session's memory."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.server import background
from ostinato.session.session import Session
from ostinato.wire.codec import encode
from ostinato.wire.messages import AckBatch, Event
from server.sockets import HELLO, dial, read_run
from services import wait_until

SCRIPT = """
st.session_state.setdefault("count", 0)
if st.button("Add one"):
    st.session_state.count += 1
st.text(f"Count = {st.session_state.count}")
"""


def test_s16_a_session_that_rests_is_in_nobodys_memory_until_it_is_woken(
    serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "SWEEP_EVERY", 0.01)
    config = msgspec.structs.replace(
        Config(), session=msgspec.structs.replace(Config().session, rest=0.0)
    )
    sessions = watched(monkeypatch)
    with dial(serve(SCRIPT, config)) as socket:
        socket.send(HELLO)
        edits = read_run(socket)
        (button,) = [edit[1] for edit in edits if edit[4]["kind"] == "button"]
        for number in (1, 2):
            wait_until(lambda: not alive(sessions), "a session that rests")
            socket.send(encode(AckBatch(number)))
            socket.send(encode(Event(number, {}, button)))
            while f"Count = {number}".encode() not in socket.recv(timeout=10):
                pass
    assert len(sessions) == 3


def watched(monkeypatch: pytest.MonkeyPatch) -> "list[weakref.ref[Session]]":
    """Return a list that gains every session that is made from here on."""
    made: list[weakref.ref[Session]] = []
    begin = Session.__init__

    def note(session: Session, *args: Any, **options: Any) -> None:
        made.append(weakref.ref(session))
        begin(session, *args, **options)

    monkeypatch.setattr(Session, "__init__", note)
    return made


def alive(sessions: "list[weakref.ref[Session]]") -> bool:
    """Return whether one is in memory, also if it is only held by mistake."""
    # To go through all objects would hold them, SQLite's statements too, whose file stays open.
    gc.collect()
    return any(each() is not None for each in sessions)
