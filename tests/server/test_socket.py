"""The socket: what is refused, why, and that nobody else is disturbed."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from ostinato.config import Config
from ostinato.server import socket as module
from ostinato.session.connection import CloseReason
from ostinato.session.view import SessionView
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Hello, Stop
from server.sockets import HELLO, dial, read, read_frame, read_run, refusal

Serve = Callable[..., str]
SCRIPT = "st.button('Go')\nst.text('hello')\n"


def config(**server: Any) -> Config:
    base = Config()
    return msgspec.structs.replace(base, server=msgspec.structs.replace(base.server, **server))


def test_a_conversation(serve: Serve) -> None:
    with dial(serve(SCRIPT)) as socket:
        socket.send(HELLO)
        welcome = read(socket, "welcome")
        assert welcome[2:5] + welcome[9:10] == [False, 0, 0, "my app"]
        edits = read_run(socket)
        (button,) = [edit[1] for edit in edits if edit[4]["kind"] == "button"]
        socket.send(encode(Event(1, {}, button)))
        assert read(socket, "ack_event") == ["ack_event", 1]


@pytest.mark.parametrize(
    ("first", "reason", "code"),
    [
        (b"\x95\xa5hello\x01", "bad message: Input data was truncated", 4400),
        (b"garbage", "bad message", 4400),
        (encode(Stop()), "hello: it comes first", 4400),
        (msgspec.msgpack.encode(["hello", PROTOCOL + 1, None, 0, 1]), "another version", 4409),
        ("text", "expected a binary frame", 4400),
        (msgspec.msgpack.encode(["hello", "1", None, 0, 1]), "Expected `int`, got `str`", 4400),
        (b"\xdd\xff\xff\xff\xff", "bad message", 4400),
    ],
    ids=["cut off", "garbage", "no hello", "protocol", "text", "type", "four billion items"],
)
def test_a_bad_first_message_is_refused(
    serve: Serve, first: bytes | str, reason: str, code: int
) -> None:
    with dial(serve(SCRIPT)) as socket:
        socket.send(first)
        words, status = refusal(socket)
        assert reason in words
        assert status == code


def test_a_bad_later_message_is_refused_and_the_session_lives_on(serve: Serve) -> None:
    host = serve(SCRIPT)
    with dial(host) as socket:
        socket.send(HELLO)
        session = read(socket, "welcome")[1]
        socket.send(b"\xc1")
        assert refusal(socket)[1] == 4400
    with dial(host) as socket:
        socket.send(encode(Hello(PROTOCOL, session, 0, 1)))
        assert read(socket, "welcome")[1] == session


def test_a_message_over_the_limit_is_refused(serve: Serve) -> None:
    with dial(serve(SCRIPT, config=config(max_message_size=1))) as socket:
        socket.send(HELLO)
        socket.send(encode(Event(1, {"x": "y" * 1_000_001}, None)))
        reason, code = refusal(socket)
        assert "at most 1 MB, got 1.0 MB: raise server.maxMessageSize" in reason
        assert code == 1009


def test_who_never_speaks_is_hung_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELLO_WITHIN", 0.05)
    with dial(serve(SCRIPT)) as socket:
        assert refusal(socket) == ("hello: it comes first, got nothing: reload the page", 4400)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_a_page_of_another_origin_is_refused(serve: Serve, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        dial(serve(SCRIPT), origin=origin)
    assert refused.value.response.status_code == 403


def test_a_page_of_ours_or_of_an_allowed_origin_may_connect(serve: Serve) -> None:
    host = serve(SCRIPT, config=config(cors_allowed_origins=["https://friend.example"]))
    for origin in (f"http://{host}", "https://friend.example"):
        with dial(host, origin=origin) as socket:
            socket.send(HELLO)
            assert read(socket, "welcome")


def test_every_origin_may_connect_without_cors(serve: Serve) -> None:
    with dial(serve(SCRIPT, config=config(enable_cors=False)), origin="http://x.example") as socket:
        socket.send(HELLO)
        assert read(socket, "welcome")


def test_a_new_connection_takes_the_place_of_the_old_one(serve: Serve) -> None:
    host = serve(SCRIPT)
    with dial(host) as old:
        old.send(HELLO)
        session = read(old, "welcome")[1]
        seen, _ = read_frame(old, "run_ended")
        with dial(host) as new:
            new.send(encode(Hello(PROTOCOL, session, seen, 1)))
            assert read(new, "welcome")[1:3] == [session, True]
            with pytest.raises(ConnectionClosed) as closed:
                old.recv(timeout=10)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == CloseReason.REPLACED


def test_a_visitor_is_not_disturbed_by_a_bad_one(serve: Serve) -> None:
    host = serve("n = st.session_state.n = st.session_state.get('n', 0) + 1\nst.text(f'{n}')\n")
    with dial(host) as good:
        good.send(HELLO)
        read(good, "run_ended")
        for _ in range(5):
            with dial(host) as bad:
                bad.send(b"\xc1" * 1000)
                refusal(bad)
        good.send(encode(Event(1, {}, None)))
        assert read(good, "edits")[1] == [["update", "1", {"body": "2"}]]


def test_r08_a_sender_that_fails_closes_the_socket_and_says_so(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(page: SessionView) -> None:
        raise OverflowError("cannot be encoded")

    with dial(serve(SCRIPT)) as socket:
        socket.send(HELLO)
        read(socket, "run_ended")
        monkeypatch.setattr(SessionView, "_put_confirmed", fail)
        socket.send(encode(Event(1, {}, None)))
        with pytest.raises(ConnectionClosed) as closed:
            read(socket, "ack_event")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1011
    assert "socket: internal error" in caplog.text
    assert "cannot be encoded" in caplog.text
