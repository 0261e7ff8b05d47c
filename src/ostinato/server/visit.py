"""Visit: what a request and the page behind it tell of a browser."""

import re
from collections.abc import Mapping
from typing import Literal, cast
from urllib.parse import parse_qsl

from starlette.websockets import WebSocket

from ostinato.run.visit import Cookies, Headers, Visit
from ostinato.server.cookie import is_own
from ostinato.server.hosts import is_loopback

FACTS = {
    "locale": re.compile(r"[A-Za-z0-9-]{2,35}"),
    "zone": re.compile(r"[A-Za-z0-9_+/-]{1,64}"),
    "offset": re.compile(r"-?\d{1,4}"),
    "theme": re.compile(r"light|dark"),
    "url": re.compile(r"https?://[!-~]{1,2048}"),
}
"""What a page tells, in the query of its socket's address: anything else is not believed."""

MOST = 20


def visit_of(websocket: WebSocket, facts: str | None = None) -> Visit:
    """Return what is known of a browser.

    Args:
        websocket: Its connection.
        facts: What its page has told since, in place of what it told at first.
    """
    told = _told(websocket.url.query if facts is None else facts)
    offset = told.get("offset")
    client = websocket.client
    return Visit(
        headers=Headers(
            (name, _without_ours(value) if name.lower() == "cookie" else value)
            for name, value in websocket.headers.items()
        ),
        cookies=Cookies({key: each for key, each in websocket.cookies.items() if not is_own(key)}),
        ip_address=None if client is None else _address(client.host),
        url=told.get("url", "").partition("?")[0].partition("#")[0].rstrip("/") or None,
        locale=told.get("locale"),
        timezone=told.get("zone"),
        timezone_offset=None if offset is None else int(offset),
        theme=cast("Literal['light', 'dark'] | None", told.get("theme")),
    )


def _told(query: str) -> Mapping[str, str]:
    try:
        given = dict(parse_qsl(query, max_num_fields=MOST))
    except ValueError:
        return {}
    return {name: given[name] for name, fit in FACTS.items() if fit.fullmatch(given.get(name, ""))}


def _without_ours(cookies: str) -> str:
    """Leave out of a header by what a browser is known: a page is not to be told."""
    pairs = [pair.strip() for pair in cookies.split(";")]
    return "; ".join(pair for pair in pairs if not is_own(pair.partition("=")[0].strip()))


def _address(host: str) -> str | None:
    host = host.removeprefix("::ffff:")
    return None if not host or is_loopback(host) else host
