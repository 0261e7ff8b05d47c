"""Resting: a page that nobody uses keeps its connection, not its session's memory."""

import gc
from collections.abc import Callable

import msgspec
import pytest

from ostinato.config import Config
from ostinato.server import app as module
from ostinato.session.session import Session
from ostinato.wire.codec import encode
from ostinato.wire.messages import AckBatch, Event
from server.sockets import HELLO, dial, read
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
    monkeypatch.setattr(module, "SWEEP_EVERY", 0.01)
    config = msgspec.structs.replace(
        Config(), session=msgspec.structs.replace(Config().session, rest=0.0)
    )
    others = sessions_in_memory()
    with dial(serve(SCRIPT, config)) as socket:
        socket.send(HELLO)
        edits = read(socket, "edits")[1]
        (button,) = [edit[1] for edit in edits if edit[4]["kind"] == "button"]
        for number in (1, 2):
            wait_until(lambda: sessions_in_memory() <= others, "a session that rests")
            socket.send(encode(AckBatch(number)))
            socket.send(encode(Event(number, {}, button)))
            while f"Count = {number}".encode() not in socket.recv(timeout=10):
                pass


def sessions_in_memory() -> int:
    """Count them, those included that are only held by mistake."""
    gc.collect()
    return sum(type(each) is Session for each in gc.get_objects())
