"""Conversation: opens the socket of a page through its proxies, and talks with the server."""

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import msgspec
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from ostinato.cli.doctor.asking import Target
from ostinato.cli.doctor.findings import Finding, ok, warning, wrong
from ostinato.wire.codec import decode_plain, encode
from ostinato.wire.messages import PROTOCOL, Hello, Ping
from ostinato.wire.parts import Joint

PATIENCE = 10.0
FOREIGN = "https://doctor.invalid"
RETURNS = 6
"""How often a session is opened again: behind a proxy each time may be another server's."""

PINGS = 3
SLOW = 0.5

MOST = 1 << 20
"""Bytes of a frame: ours are cut into much smaller parts."""


class Closed(Exception):
    """The server has hung up.

    Args:
        reason: Why, in its own words.
    """


class Opened(NamedTuple):
    """What the server says to a page that opens its socket."""

    session: str
    batch: int
    seconds: float
    """How long it takes from a question to its answer."""


def look_at_sockets(target: Target, cookie: str) -> Iterator[Finding]:
    """Open the app's socket as its page does, as a foreign page, and again.

    Args:
        target: Where the app is.
        cookie: The cookie that its page was given, as `name=value`.
    """
    try:
        opened = _open(target, cookie, target.origin)
    except InvalidStatus as error:
        yield _of_status(target, error.response.status_code)
        return
    except Closed as error:
        yield _of_reason(str(error))
        return
    except (TimeoutError, ConnectionClosed):
        yield wrong(
            "socket",
            "the WebSocket is opened, but what the server says does not come through",
            "have the proxy pass on frames as they come, and log or inspect none of them",
        )
        return
    except (OSError, InvalidHandshake) as error:
        yield wrong("socket", f"the WebSocket cannot be opened: {error}", _UPGRADE)
        return
    text = f"the WebSocket opens, an answer takes {1000 * opened.seconds:.0f} ms"
    if opened.seconds > SLOW:
        yield warning("socket", text, "see whether the proxy holds frames back")
    else:
        yield ok("socket", text)
    yield from _foreign(target, cookie)
    yield from _return(target, cookie, opened)


_UPGRADE = (
    "have every proxy pass WebSockets on; for nginx: proxy_http_version 1.1, proxy_set_header "
    'Upgrade $http_upgrade, proxy_set_header Connection "upgrade"'
)


def _of_status(target: Target, status: int) -> Finding:
    if status == 403:
        return wrong(
            "origin",
            f"the server refuses its own page: it does not know that it is at {target.origin}",
            "have the proxy keep Host (proxy_set_header Host $http_host of nginx) or send "
            f"X-Forwarded-Host, or add {target.origin} to server.corsAllowedOrigins",
        )
    return wrong("socket", f"the WebSocket is answered with {status}, not with 101", _UPGRADE)


def _of_reason(reason: str) -> Finding:
    if "version" in reason:
        return warning(
            "socket",
            "the server is of another version than this doctor",
            "call the one that is installed there",
        )
    text, _, advice = reason.rpartition(": ")
    return wrong("origin" if reason.startswith("origin") else "socket", text or reason, advice)


def _foreign(target: Target, cookie: str) -> Iterator[Finding]:
    try:
        _open(target, cookie, FOREIGN)
    except (InvalidHandshake, Closed, ConnectionClosed, OSError, TimeoutError):
        yield ok("origin", "our page may connect, and no other")
        return
    yield warning(
        "origin",
        "pages of any origin may connect, with the cookies of whoever looks at them",
        "set server.enableCORS to true, and name those that may in server.corsAllowedOrigins",
    )


def _return(target: Target, cookie: str, opened: Opened) -> Iterator[Finding]:
    """See whether a session goes on whichever server is asked."""
    for _ in range(RETURNS):
        try:
            again = _open(target, cookie, target.origin, opened)
        except (InvalidHandshake, Closed, ConnectionClosed, OSError, TimeoutError):
            again = None
        if again is None or again.session != opened.session:
            yield wrong(
                "sessions",
                "a session does not go on when its page connects again",
                "give all servers the same server.cookieSecret and the same session.store",
            )
            return
    yield ok("sessions", f"one went on {RETURNS} times, whichever server was asked")


def _open(target: Target, cookie: str, origin: str, was: Opened | None = None) -> Opened:
    """Open the socket, and talk until it is clear that both sides hear each other.

    Raises:
        Closed: If the server says why it does not want to talk.
        InvalidHandshake: If the WebSocket is not opened.
        ConnectionClosed: If it is closed without a word.
        OSError: If there is no connection.
        TimeoutError: If nothing is heard.
    """
    scheme = {"http": "ws", "https": "wss"}[target.scheme]
    address = f"{scheme}{target.url.removeprefix(target.scheme)}_stcore/stream"
    headers = {"Cookie": cookie} if cookie else {}
    with connect(
        address,
        origin=Origin(origin),
        additional_headers=headers,
        open_timeout=PATIENCE,
        close_timeout=1,
        max_size=MOST,
    ) as socket:
        session, seen = (was.session, was.batch) if was else (None, 0)
        with suppress(ConnectionClosed):
            # Who hangs up at once may have said why, and that is still to be heard.
            socket.send(encode(Hello(PROTOCOL, session, seen, 1)))
        welcome, batch = _hear(socket, "welcome")
        # The script runs meanwhile, and other programs do: the best time is that of the way.
        seconds = min(_ask_for_life(socket) for _ in range(PINGS))
        return Opened(str(welcome[1]), batch, seconds)


def _ask_for_life(socket: ClientConnection) -> float:
    """Return how long it takes until an answer comes."""
    began = time.perf_counter()
    socket.send(encode(Ping()))
    _hear(socket, "pong")
    return time.perf_counter() - began


def _hear(socket: ClientConnection, kind: str) -> tuple[list[Any], int]:
    """Return the next message of a kind, and the number of its batch."""
    joint, end = Joint(), time.monotonic() + PATIENCE
    while True:
        piece = socket.recv(timeout=max(end - time.monotonic(), 0))
        frame = joint.join(piece) if isinstance(piece, bytes) and piece else None
        if frame is None:
            continue
        for number, message in _read(frame):
            if message[0] == "refused":
                raise Closed(str(message[-1]))
            if message[0] == kind:
                return message, number


def _read(frame: bytes) -> list[tuple[int, list[Any]]]:
    """Return the messages of a frame, each with the number of its batch.

    Raises:
        Closed: If it is none of ours.
    """
    try:
        number, messages = decode_plain(frame)
        return [(int(number), [*message]) for message in messages if message]
    except (msgspec.MsgspecError, TypeError, ValueError):
        raise Closed(
            "what the server says cannot be read: see whether a proxy changes frames"
        ) from None
