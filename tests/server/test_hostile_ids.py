"""S15: a session id is worth nothing without the cookie of the browser it was made for."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from e2e.server import Server
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Hello
from server.conftest import Start
from server.sockets import answer
from server.visitor import COUNTER, Visitor, undisturbed

REFUSED = ("this page's session cannot be opened here: it begins anew", 4403)


def stored(server: Server) -> list[Any]:
    """Return all there is in the store; whoever is loaded from it has a higher epoch then."""
    with closing(sqlite3.connect(server.folder / ".ostinato" / "app.db")) as db:
        sessions = db.execute("SELECT id, epoch, event FROM session ORDER BY id").fetchall()
        return sessions + db.execute("SELECT * FROM entry ORDER BY session, name").fetchall()


def strangers(victim: Visitor, other: Visitor) -> list[tuple[str, str]]:
    """Return ids, and the cookies that they are presented with."""
    assert victim.session_id
    assert other.session_id
    nonce, signature = victim.session_id.split(".")
    return [
        (victim.session_id, ""),
        (victim.session_id, other.cookie),
        (victim.session_id, victim.cookie.swapcase()),
        (victim.session_id, f"{victim.cookie}; ostinato_browser=x"),
        (other.session_id, victim.cookie),
        (f"{nonce}.{other.session_id.split('.')[1]}", victim.cookie),
        (f"{nonce}.{signature.swapcase()}", victim.cookie),
        (f"{nonce}.{signature[:-1]}", victim.cookie),
        (f"{nonce}.{signature}.", victim.cookie),
        (f"{nonce}.", victim.cookie),
        (nonce, victim.cookie),
        (f"{nonce}\n.{signature}", victim.cookie),
        (f".{signature}", victim.cookie),
        ("", victim.cookie),
        (".", ""),
        ("made-up.made-up", victim.cookie),
        ("made-up.\N{SNOWMAN}\0", victim.cookie),
        ("x" * 1_000_000, victim.cookie),
    ]


@pytest.mark.parametrize("is_held", [True, False], ids=["held", "stored only"])
@pytest.mark.parametrize("how", ["resume", "fork", "reset"])
def test_s15_whoever_is_not_the_browser_gets_nothing(start: Start, how: Any, is_held: bool) -> None:
    server = start(COUNTER)
    with undisturbed(server) as other, Visitor(server) as victim:
        victim.click("Add one")
        victim.click("Add one")
        if not is_held:
            server.kill()
            server.start()
            other.connect()
        before = stored(server)
        for id, cookie in strangers(victim, other):
            hello = encode(Hello(PROTOCOL, id, 0, 1, how))
            event = encode(Event(3, {}, victim.find("Add one")))
            assert answer(server, [hello, event], cookie) == REFUSED, (id[:100], cookie)
        assert stored(server) == before
        victim.connect()
        assert victim.texts == ["Count = 2"]


@pytest.mark.parametrize("how", ["resume", "fork", "reset"])
def test_sessions_do_not_leak_between_apps_of_one_folder_and_origin(start: Start, how: Any) -> None:
    """The apps share the address, the cookie, the secret, and the store's folder."""
    server = start(COUNTER)
    with Visitor(server) as visitor:
        visitor.click("Add one")
        server.kill()
        other = server.folder / "other.py"
        other.write_text(f"import streamlit as st\n{COUNTER}")
        second = Server.of(other, "--port", str(server.port)).start()
        try:
            hello = encode(Hello(PROTOCOL, visitor.session_id, 0, 1, how))
            assert answer(second, [hello], visitor.cookie) == REFUSED
        finally:
            second.kill()
        server.start()
        visitor.connect()
        assert visitor.texts == ["Count = 1"]
