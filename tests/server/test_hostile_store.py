"""Stored bytes that are not ours, or not where we put them: reported, kept, never decoded."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from e2e.server import Server
from ostinato.state.definitions import Definitions
from ostinato.state.pickling import encode
from ostinato.state.signing import OVERHEAD, KeyRing
from server.conftest import Start
from server.visitor import COUNTER, Visitor, undisturbed
from services import wait_until

SCRIPT = f"""{COUNTER}
st.text(f"Name = {{st.text_input('Name', key='name')}}")

def is_readable(key):
    try:
        _ = st.session_state[key]
    except Exception:
        return False
    return True

st.text(f"Keys = {{sum(map(is_readable, st.session_state))}}")
"""
Forge = Callable[[KeyRing, str, str, str, list[Any]], bytes]


class Trap:
    """Leaves a file behind when somebody unpickles it.

    Args:
        file: Which.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.file,)

    def parts(self) -> list[Any]:
        definer = Definitions(10_000, lambda name: memoryview(b""))
        return encode(
            self, type="Trap", limit=10_000, definer=definer, uses_cloudpickle=False
        ).parts()


class Rows:
    """The store's file, in the hands of somebody who can write it.

    Args:
        server: Whose it is.
    """

    def __init__(self, server: Server) -> None:
        self.folder = server.folder
        home = server.folder / ".ostinato"
        self.keys = KeyRing([(home / "secret").read_text().strip()])
        self._path = home / "app.db"

    def values(self, session: str | None) -> dict[str, bytes]:
        query = "SELECT name, value FROM entry JOIN session ON session = number WHERE id = ?"
        return {name.decode(): value for name, value in self._do(query, session)}

    def put(self, session: str | None, values: dict[str, bytes]) -> None:
        command = (
            "REPLACE INTO entry (session, name, value)"
            " SELECT number, ?, ? FROM session WHERE id = ?"
        )
        for name, value in values.items():
            self._do(command, name.encode(), value, session)

    def _do(self, command: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self._path, timeout=10)) as db, db:
            return db.execute(command, values).fetchall()


@pytest.fixture
def server(start: Start) -> Server:
    return start(SCRIPT)


@pytest.fixture
def other(server: Server) -> Iterator[Visitor]:
    with undisturbed(server) as other:
        yield other


@pytest.fixture
def victim(server: Server, other: Visitor) -> Iterator[Visitor]:
    with Visitor(server) as visitor:
        for _ in range(3):
            visitor.click("Add one")
        visitor.set("Name", "Ada")
        yield visitor


def restart(server: Server, *visitors: Visitor) -> None:
    server.kill()
    server.start()
    for visitor in visitors:
        visitor.connect()


def flipped(value: bytes, bit: int) -> bytes:
    altered = bytearray(value)
    altered[bit // 8] ^= 1 << bit % 8
    return bytes(altered)


def reported(server: Server) -> Counter[str]:
    found = (re.search(r"st\.session_state\.(\S+): it cannot be read", line) for line in server.log)
    return Counter(each[1] for each in found if each)


def signed_trap(rows: Rows, victim: Visitor, key: str) -> bytes:
    return rows.keys.sign(
        f"{victim.session_id}/p{key}", Trap(rows.folder / f"sprung-{key}").parts()
    )


def sprung(server: Server) -> list[str]:
    return [path.name for path in server.folder.glob("sprung-*")]


def test_s14_any_flipped_bit_is_found_before_anything_is_decoded(
    server: Server, victim: Visitor, other: Visitor
) -> None:
    rows = Rows(server)
    signature, end = 8 * OVERHEAD, 8 * len(signed_trap(rows, victim, "k0000"))
    bits = {f"k{bit:04}": bit for bit in [*range(signature), *range(signature, end, 7)]}
    altered = {f"p{key}": flipped(signed_trap(rows, victim, key), bit) for key, bit in bits.items()}
    rows.put(victim.session_id, altered | {"pwhole": signed_trap(rows, victim, "whole")})
    restart(server, victim, other)
    assert victim.texts == ["Count = 3", "Name = Ada", "Keys = 3"]
    wait_until(lambda: reported(server) == Counter(list(bits)), "each to be reported once")
    assert sprung(server) == ["sprung-whole"], "a trap that is signed as it should be works"
    victim.click("Add one")
    assert victim.texts[0] == "Count = 4"
    assert altered.items() <= rows.values(victim.session_id).items(), (
        "bytes are kept until a key is set"
    )


def test_s13_a_widget_that_was_altered_begins_anew_and_all_else_is_there(
    server: Server, victim: Visitor, other: Visitor
) -> None:
    rows = Rows(server)
    value = rows.values(victim.session_id)["w#name"]
    rows.put(victim.session_id, {"w#name": flipped(value, 8 * OVERHEAD + 50)})
    restart(server, victim, other)
    assert victim.texts[:2] == ["Count = 3", "Name ="]
    assert "it was altered, or belongs to another place" in server.hear("st.session_state.name:")
    victim.set("Name", "Grace")
    victim.click("Add one")
    restart(server, victim, other)
    assert victim.texts[:2] == ["Count = 4", "Name = Grace"], "what is set again is kept"
    assert not reported(server)


def test_s13_a_value_that_was_altered_is_never_overwritten(
    server: Server, victim: Visitor, other: Visitor
) -> None:
    rows = Rows(server)
    value = rows.values(victim.session_id)["pcount"]
    altered = flipped(value, 8 * OVERHEAD + 50)
    rows.put(victim.session_id, {"pcount": altered})
    restart(server, victim, other)
    assert "it was altered, or belongs to another place" in server.hear("st.session_state.count:")
    assert "Count = 0" not in victim.texts
    assert rows.values(victim.session_id)["pcount"] == altered
    rows.put(victim.session_id, {"pcount": value})
    restart(server, victim, other)
    assert victim.texts[:2] == ["Count = 3", "Name = Ada"]


ALTERED = "it was altered, or belongs to another place"
FORGERIES: list[tuple[Forge, str]] = [
    (lambda keys, own, other, key, parts: KeyRing(["a"]).sign(f"{own}/p{key}", parts), "a secret"),
    (lambda keys, own, other, key, parts: keys.sign(f"{other}/p{key}", parts), ALTERED),
    (lambda keys, own, other, key, parts: keys.sign(f"{own}/pcount", parts), ALTERED),
    (lambda keys, own, other, key, parts: keys.sign(f"{own}/w{key}", parts), ALTERED),
    (lambda keys, own, other, key, parts: keys.sign(f"{own}/p{key}", parts)[:-1], ALTERED),
    (lambda keys, own, other, key, parts: keys.sign(f"{own}/p{key}", parts) + b"\0", ALTERED),
    (lambda keys, own, other, key, parts: b"".join(parts), "it is in no form"),
    (lambda keys, own, other, key, parts: b"", "it is in no form"),
]
"""With another secret; from another session, key or kind; cut off, longer, bare, and nothing."""


@pytest.mark.parametrize("how", ["resume", "fork"])
def test_s14_a_value_from_elsewhere_is_never_decoded(
    server: Server, victim: Visitor, other: Visitor, how: Any
) -> None:
    rows, forged, reasons = Rows(server), {}, {}
    assert victim.session_id
    assert other.session_id
    for number, (forge, reason) in enumerate(FORGERIES):
        key = f"forged{number}"
        parts = Trap(server.folder / f"sprung-{key}").parts()
        forged[f"p{key}"] = forge(rows.keys, victim.session_id, other.session_id, key, parts)
        reasons[key] = reason
    rows.put(victim.session_id, forged | {"pwhole": signed_trap(rows, victim, "whole")})
    restart(server, other)
    victim.connect(how)
    assert victim.texts == ["Count = 3", "Name = Ada", "Keys = 3"]
    for key, reason in reasons.items():
        assert reason in server.hear(f"st.session_state.{key}: it cannot be read")
    assert sprung(server) == ["sprung-whole"], "a trap that is signed as it should be works"
    victim.set("Name", "Ada")
    kept = rows.values(victim.session_id)
    assert {"resume": forged, "fork": {}}[how] == {
        name: kept[name] for name in forged if name in kept
    }
