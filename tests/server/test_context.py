"""`st.context` of a script that is served: what the request and the page have told."""

import json
import signal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from websockets.sync.client import ClientConnection

from ostinato.server.cookie import NAME
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Facts, Hello
from server.conftest import Serve, Start
from server.sockets import HELLO, dial, heard, read

SHOW = """
import json
c = st.context
st.text(json.dumps([c.locale, c.timezone, c.timezone_offset, c.url, c.theme.type, c.ip_address]))
"""
WHERE = "/_stcore/stream?"
TOLD = {
    "locale": "nb-NO",
    "zone": "Europe/Oslo",
    "offset": "-60",
    "theme": "dark",
    "url": "https://app.example/tools/",
}
KNOWN = ["nb-NO", "Europe/Oslo", -60, "https://app.example/tools", "dark", None]


def shown(socket: ClientConnection) -> Any:
    """Return what the script draws, or changes, first."""
    (edit,) = read(socket, "edits")[1]
    body = edit[4]["body"] if edit[0] == "insert" else edit[2]["body"]
    return json.loads(body)


def ask(host: str, told: dict[str, str], **options: Any) -> Any:
    with dial(host, WHERE + urlencode(told), **options) as socket:
        socket.send(HELLO)
        return shown(socket)


def test_x03_the_script_knows_what_the_page_has_told(serve: Serve) -> None:
    host = serve(SHOW)
    assert ask(host, TOLD) == KNOWN
    assert ask(host, {}) == [None] * 6


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("url", "https://a\r\nSet-Cookie: x"),
        ("url", "https://" + "x" * 5000),
        ("url", "https://exa mple"),
        ("locale", "<script>"),
        ("locale", "x" * 100),
        ("zone", "../../etc/passwd\0"),
        ("offset", "1e9"),
        ("offset", "99999"),
        ("theme", "pink"),
        ("theme", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")),
    ],
)
def test_what_cannot_be_true_is_not_known(serve: Serve, name: str, value: str) -> None:
    found = ask(serve(SHOW), {name: value})
    assert found == [None] * 6


def test_more_than_a_page_tells_is_no_page(serve: Serve) -> None:
    host = serve(SHOW)
    with dial(host, f"{WHERE}locale=nb&{'a=1&' * 1000}") as socket:
        socket.send(HELLO)
        assert shown(socket) == [None] * 6


def test_x03_headers_and_cookies_are_those_of_the_connection(serve: Serve) -> None:
    host = serve("""
import json
h, c = st.context.headers, st.context.cookies
st.text(json.dumps([
    h["user-AGENT"], h.get("X-Twice"), h.get_all("x-twice"), "x-no" in h, h.get("X-No"),
    h.to_dict().get("X-Twice"), h.get("Cookie"), c.to_dict(), c.get("no"), "a" in c,
]))
""")
    headers = [
        ("X-Twice", "1"),
        ("X-Twice", "2"),
        ("Cookie", f"a=b; {NAME}=abcdefghijklmnopqrstuv; c=d=e"),
    ]
    found = ask(host, {}, additional_headers=headers, user_agent_header="me")
    cookies = {"a": "b", "c": "d=e"}
    assert found == ["me", "2", ["1", "2"], False, None, "2", "a=b; c=d=e", cookies, None, True]


def test_x03_a_script_that_has_read_the_theme_runs_again_with_another(serve: Serve) -> None:
    host = serve(SHOW)
    with dial(host, WHERE + urlencode(TOLD)) as socket:
        socket.send(HELLO)
        assert shown(socket) == KNOWN
        socket.send(encode(Facts(urlencode({**TOLD, "theme": "light"}))))
        assert shown(socket)[4] == "light"


def test_a_script_that_has_not_read_the_theme_is_left_alone(serve: Serve) -> None:
    host = serve("st.text(st.context.locale)\n")
    with dial(host, WHERE + urlencode(TOLD)) as socket:
        socket.send(HELLO)
        read(socket, "run_ended")
        socket.send(encode(Facts(urlencode({**TOLD, "locale": "nn", "theme": "light"}))))
        socket.send(encode(Event(1, {}, None)))
        # The run that is asked for is the next one, and knows.
        messages = next(each for _, each in iter(lambda: heard(socket), None) if len(each) > 1)
        told = {message[0]: message for message in messages}
        assert told["run_started"][2] == "event"
        assert told["edits"][1][0][2]["body"] == "nn"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_x03_it_is_right_after_a_reconnect_and_in_every_process(
    start: Start, tmp_path: Path, workers: str
) -> None:
    server = start(SHOW, "--workers", workers)
    cookie = {"Cookie": f"{NAME}=abcdefghijklmnopqrstuv"}
    host = f"127.0.0.1:{server.port}"
    with dial(host, WHERE + urlencode(TOLD), additional_headers=cookie) as socket:
        socket.send(HELLO)
        session = read(socket, "welcome")[1]
        assert shown(socket) == KNOWN
    if workers == "1":
        server.kill()
        server.start()
    else:
        server.send(signal.SIGHUP)
    told = {**TOLD, "zone": "Asia/Tokyo", "offset": "-540"}
    with dial(host, WHERE + urlencode(told), additional_headers=cookie) as socket:
        socket.send(encode(Hello(PROTOCOL, session, 0, 1)))
        # A process that has the session still shows what was on the page, and then runs.
        found = shown(socket)
        assert (found if found != KNOWN else shown(socket))[1:3] == ["Asia/Tokyo", -540]


def test_x03_an_address_is_what_a_trusted_proxy_says(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start(SHOW)
    headers = {"X-Forwarded-For": "2001:db8::7"}
    assert ask(f"127.0.0.1:{server.port}", {}, additional_headers=headers)[5] == "2001:db8::7"
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "192.0.2.1")
    other = start(SHOW)
    assert ask(f"127.0.0.1:{other.port}", {}, additional_headers=headers)[5] is None
