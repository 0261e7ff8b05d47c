"""Uploads over HTTP: parts, receipts, and what a browser makes up."""

import base64
import hashlib
import http.client
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from e2e.server import Server
from ostinato.run.uploads import MOST_PART, Permit
from ostinato.server.uploads import PartRefused, Pending
from server.conftest import Start
from server.visitor import Visitor

SCRIPT = """
import streamlit as st
file = st.file_uploader("File", key="file", max_upload_size=20)
st.text(f"read {file.name} {file.read()[:20]}" if file else "nothing")
"""
CONTENT = b"abc" * 1000


class Answer(NamedTuple):
    status: int
    text: str
    headers: dict[str, str]


def ask(server: Server, visitor: Visitor, content: Any = CONTENT, **fields: Any) -> Answer:
    """Send a part, with other fields in its head than are usual."""
    permit = visitor.page.props[visitor.find("File")]["permit"]
    size = len(content) if isinstance(content, bytes) else 0
    usual = {
        "cookie": f"ostinato_browser={visitor.cookie}",
        "x-ostinato-permit": permit,
        "x-ostinato-size": str(size),
        "x-ostinato-offset": "0",
    }
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    headers = {name: value for name, value in (usual | named).items() if value is not None}
    method = headers.pop("method", "POST")
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request(method, "/_stcore/uploads", content, headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.read().decode(), dict(answer.getheaders()))
    finally:
        connection.close()


@pytest.fixture
def server(start: Start) -> Server:
    return start(SCRIPT)


@pytest.fixture
def visitor(server: Server) -> Iterator[Visitor]:
    with Visitor(server) as visitor:
        yield visitor


def handed_in(visitor: Visitor, *receipts: str, size: int, name: str = "a.txt") -> None:
    record = [secrets.token_hex(16), name, "text/plain", size, [*receipts]]
    visitor.act({visitor.find("File"): [record]})


def test_u02_parts_make_a_file_in_whichever_process(server: Server, visitor: Visitor) -> None:
    halves = b"first ", b"second"
    receipts = []
    for offset, half in ((0, halves[0]), (6, halves[1])):
        answer = ask(server, visitor, half, x_ostinato_size="12", x_ostinato_offset=str(offset))
        assert answer.status == 200
        receipts.append(answer.text)
    server.kill()
    server.start()
    visitor.connect()
    handed_in(visitor, *receipts, size=12)
    assert visitor.texts == ["read a.txt b'first second'"]
    server.kill()
    server.start()
    visitor.connect()
    assert visitor.texts == ["read a.txt b'first second'"]


def test_u02_a_part_is_given_back_to_the_browser_that_has_sent_it(
    server: Server, visitor: Visitor
) -> None:
    receipt = ask(server, visitor).text
    fields = {"method": "GET", "x_ostinato_receipt": receipt}
    answer = ask(server, visitor, None, **fields)
    assert (answer.status, answer.text.encode()) == (200, CONTENT)
    assert answer.headers["cache-control"] == "no-store"
    cookie = f"ostinato_browser={secrets.token_urlsafe(16)}"
    assert ask(server, visitor, None, **fields, cookie=cookie).status == 403
    assert ask(server, visitor, None, **fields, origin="http://evil.example").status == 403
    assert ask(server, visitor, None, method="GET").status == 403


LISTED = """
import streamlit as st
several = st.file_uploader("File", key="file", accept_multiple_files=True)
one = st.file_uploader("One", key="one")
st.button("Again")
if st.checkbox("Read"):
    st.text([file.read() for file in several + ([one] if one else [])])
st.text([file.name for file in several] + [one and one.name])
"""


def test_u03_an_input_holds_no_file_that_is_gone_once_somebody_has_found_out(start: Start) -> None:
    server = start(LISTED)
    with Visitor(server) as visitor:
        file, one = visitor.find("File"), visitor.find("One")
        records: list[Any] = [
            [secrets.token_hex(16), name, "text/plain", 3, [ask(server, visitor, content).text]]
            for name, content in (("a", b"aaa"), ("b", b"bbb"), ("c", b"ccc"))
        ]
        visitor.act({file: records[:2]})
        visitor.act({one: records[2:]})
        assert visitor.texts == ["['a', 'b', 'c']"]
        gone = [records[0][4][0], records[2][4][0]]
        for receipt in gone:
            [path] = (server.folder / ".ostinato" / "files").rglob(receipt.partition(".")[0])
            path.unlink()
        visitor.click("Again")
        assert visitor.texts == ["['a', 'b', 'c']"]
        visitor.set("Read", True)
        assert any("upload it again" in str(props) for props in visitor.page.props.values())
        fields = {"method": "GET", "x_ostinato_receipt": gone[1]}
        assert ask(server, visitor, None, **fields).status == 404
        visitor.click("Again")
        visitor.set("Read", False)
        assert visitor.texts == ["['b', None]"]
        assert visitor.page.values[file] == [records[1]]
        assert ask(server, visitor, b"aaa").text == gone[0]
        visitor.act({file: records[:2]})
        visitor.set("Read", True)
        assert visitor.texts == ["[b'aaa', b'bbb']", "['a', 'b', None]"]


@pytest.mark.parametrize(
    ("fields", "status", "why"),
    [
        ({"origin": "http://evil.example"}, 403, "may not upload"),
        ({"origin": "null"}, 403, "may not upload"),
        ({"cookie": None}, 403, "may not upload"),
        ({"cookie": f"ostinato_browser={'x' * 22}"}, 403, "may not upload"),
        ({"x_ostinato_permit": None}, 403, "receipt or permit"),
        ({"x_ostinato_permit": "a.1.b"}, 403, "may not upload"),
        ({"x_ostinato_permit": "é.1.b"}, 403, "may not upload"),
        ({"x_ostinato_size": None}, 400, "how long"),
        ({"x_ostinato_size": "-5"}, 400, "digits"),
        ({"x_ostinato_size": "9" * 400}, 400, "digits"),
        ({"x_ostinato_size": "4000000000"}, 413, "at most 20 MB, got 4000 MB"),
        ({"x_ostinato_size": "10"}, 413, "lie in its file"),
        ({"x_ostinato_offset": "1"}, 413, "lie in its file"),
        ({"content_digest": f"sha-256=:{base64.b64encode(bytes(32)).decode()}:"}, 422, "sent"),
    ],
)
def test_u04_what_may_not_come_is_refused_before_it_is_read(
    server: Server, visitor: Visitor, fields: dict[str, Any], status: int, why: str
) -> None:
    answer = ask(server, visitor, **fields)
    assert (answer.status, why in answer.text) == (status, True), answer
    assert ask(server, visitor).status == 200


def test_u02_a_digest_says_that_all_has_come_as_it_was(server: Server, visitor: Visitor) -> None:
    digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    assert ask(server, visitor, content_digest=f"sha-256=:{digest}:").status == 200


def test_u04_a_part_that_is_too_large_or_empty_is_refused(server: Server, visitor: Visitor) -> None:
    # It is refused by its head: there is no need to send it.
    for length in (MOST_PART + 1, 0):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
            line.sendall(head(visitor, length))
            assert b" 413 " in line.recv(100)


def head(visitor: Visitor, length: int) -> bytes:
    permit = visitor.page.props[visitor.find("File")]["permit"]
    return (
        "POST /_stcore/uploads HTTP/1.1\r\nHost: localhost\r\n"
        f"Cookie: ostinato_browser={visitor.cookie}\r\nX-Ostinato-Permit: {permit}\r\n"
        f"X-Ostinato-Size: 19000000\r\nX-Ostinato-Offset: 0\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def test_u04_parts_that_are_cut_leave_nothing(
    server: Server, visitor: Visitor, tmp_path: Path
) -> None:
    assert ask(server, visitor).status == 200
    files = server.folder / ".ostinato" / "files"
    before = stored(files)
    assert before
    for _ in range(100):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
            line.sendall(head(visitor, 1_000_000) + bytes(200_000))
    # What was begun is over when its connection is: the server is asked until it has heard of all.
    while stored(files) != before:
        assert ask(server, visitor).status == 200


def stored(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*") if path.is_file()}


def test_w16_a_receipt_of_another_browser_is_worth_nothing(
    server: Server, visitor: Visitor
) -> None:
    receipt = ask(server, visitor).text
    with Visitor(server) as other:
        handed_in(other, receipt, size=len(CONTENT))
        assert other.texts == ["nothing"]
        assert other.told == ["dropped"]
    handed_in(visitor, receipt, size=len(CONTENT) + 1)
    assert visitor.texts == ["nothing"]
    handed_in(visitor, receipt, size=len(CONTENT), name="../../" + "n" * 10_000 + ".txt")
    assert visitor.texts == [f"read {'n' * 251}.txt {CONTENT[:20]!r}"]


def test_w16_a_file_over_the_limit_is_refused_though_its_parts_were_not(
    server: Server, visitor: Visitor
) -> None:
    receipt = ask(server, visitor, bytes(MOST_PART), x_ostinato_size=str(MOST_PART)).text
    handed_in(visitor, *[receipt] * 3, size=3 * MOST_PART)
    assert visitor.texts == ["nothing"]


def test_u04_a_session_can_send_only_so_much_in_a_while() -> None:
    pending, permit = Pending(), Permit("one", 10**9)
    for number in range(10):
        pending.add(permit, 10**9, number)
    with pytest.raises(PartRefused, match="too much was uploaded"):
        pending.add(permit, 1, 11)
    pending.add(Permit("two", 10**9), 1, 11)
    pending.take_back(permit, 10**9)
    pending.add(permit, 1, 11)
    pending.add(permit, 10**9, 1e6)
