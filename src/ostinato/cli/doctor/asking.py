"""Asking: one request to a server far away, and what came of it."""

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from ostinato.server.within import within

PATIENCE = 10.0
GRACE = 5.0
"""Seconds that the whole of an answer may take beyond the patience for each step of it."""

MOST = 2_000_000
"""Bytes of an answer that are read."""

PORTS = {"http": 80, "https": 443}


class Unreachable(Exception):
    """Nothing could be asked.

    Args:
        text: Why.
        advice: What to do.
    """

    def __init__(self, text: str, advice: str) -> None:
        super().__init__(text)
        self.text, self.advice = text, advice


class Target(NamedTuple):
    """Where an app is served, as a browser sees it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """What a browser says of where its page is from."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{name}{'' if self.is_usual else f':{self.port}'}"

    @property
    def is_usual(self) -> bool:
        """Whether the port is that of the scheme."""
        return self.port == PORTS[self.scheme]

    @property
    def url(self) -> str:
        """Its address, with a slash at its end."""
        return f"{self.origin}{self.path}/"


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    cookies: list[str]
    body: bytes
    seconds: float
    days: int | None
    """How long its certificate will still be valid."""
    at: float
    """When its head came, in seconds since 1970: the rest may be long on its way."""

    @property
    def text(self) -> str:
        """The beginning of the body as a line of text."""
        return " ".join(self.body[:300].decode("utf-8", "replace").split())


def target_of(url: str) -> Target:
    """Read the address of a deployment.

    Raises:
        ValueError: If it is none.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"must be like https://app.example.com/path, got {url!r}")
    return Target(parts.scheme, parts.hostname, port or PORTS[parts.scheme], parts.path.rstrip("/"))


def ask(
    target: Target,
    path: str,
    headers: Mapping[str, str] | None = None,
    *,
    method: str = "GET",
    body: bytes = b"",
    patience: float = PATIENCE,
) -> Answer:
    """Send a request, follow no redirect, and return what came back.

    Args:
        target: Where the app is.
        path: What is asked for, from the root of the server.
        headers: Headers beside `Host`.
        method: The method.
        body: The content, which may be less than `Content-Length` says.
        patience: Seconds for each step; all of them together may take a little more.

    Raises:
        Unreachable: If there is no answer, or no end of it.
    """
    request = {"User-Agent": "ostinato-doctor", **(headers or {})}
    try:
        return within(
            patience + GRACE, lambda: _answer(target, path, request, method, body, patience)
        )
    except TimeoutError:
        raise Unreachable(
            f"{target.origin} has not answered in full after {patience + GRACE:g} s",
            "see whether it is an app that is served there, and what the proxy waits for",
        ) from None


def _answer(
    target: Target,
    path: str,
    headers: Mapping[str, str],
    method: str,
    body: bytes,
    patience: float,
) -> Answer:
    connection = _connection(target, patience)
    began = time.perf_counter()
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body or None)
        with connection.getresponse() as response:
            at = time.time()
            content = response.read(MOST)
        return Answer(
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.headers.get_all("set-cookie") or [],
            content,
            time.perf_counter() - began,
            _days(connection),
            at,
        )
    except TimeoutError:
        raise Unreachable(
            f"{target.origin} does not answer within {patience:g} s",
            "see whether a firewall drops what comes, and whether the proxy reaches the server",
        ) from None
    except (OSError, http.client.HTTPException) as error:
        raise _explained(target, error) from None
    finally:
        connection.close()


def _connection(target: Target, patience: float) -> http.client.HTTPConnection:
    if target.scheme == "http":
        return http.client.HTTPConnection(target.host, target.port, timeout=patience)
    context = ssl.create_default_context()
    return http.client.HTTPSConnection(target.host, target.port, timeout=patience, context=context)


def _days(connection: http.client.HTTPConnection) -> int | None:
    if not isinstance(connection.sock, ssl.SSLSocket):
        return None
    certificate = connection.sock.getpeercert() or {}
    ends = certificate.get("notAfter")
    return int((ssl.cert_time_to_seconds(str(ends)) - time.time()) // 86_400) if ends else None


def _explained(target: Target, error: Exception) -> Unreachable:
    if isinstance(error, socket.gaierror):
        return Unreachable(
            f"nobody knows the name {target.host}", "correct it, or enter it in the DNS"
        )
    if isinstance(error, ConnectionRefusedError):
        return Unreachable(
            f"nobody listens on port {target.port} of {target.host}",
            "start the server or its proxy, and see whether a firewall stands between",
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unreachable(
            f"the certificate of {target.host} is not trusted: {error.verify_message}",
            "renew it, give the proxy the whole chain, or ask under the name that it is for",
        )
    if isinstance(error, ssl.SSLError):
        return Unreachable(
            f"port {target.port} of {target.host} does not speak HTTPS ({error.reason})",
            "give the address with http://, or have the proxy speak HTTPS there",
        )
    return Unreachable(
        f"{target.origin} hangs up ({type(error).__name__}: {error})",
        "see the log of the proxy, or that of the server if there is none",
    )
