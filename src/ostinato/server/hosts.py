"""Hosts: under which names the server is spoken to, so that no other page can pose as ours.

A page of any name whose address becomes ours (DNS rebinding) is of our origin as far as a browser
can see. What it cannot do is send another `Host` than its own name.
"""

import ipaddress
import re
import socket
from collections.abc import Collection, Iterable
from typing import NamedTuple

from starlette.types import Scope

LONGEST_SHOWN = 100
PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(?::(\d{0,5}))?", re.ASCII | re.IGNORECASE)
_ORIGIN = re.compile(r"([a-z][a-z0-9+.-]*)://(.+?)/?", re.ASCII | re.IGNORECASE)


class Place(NamedTuple):
    """Where something is served: what makes an origin, with nothing left to be guessed."""

    scheme: str
    name: str
    port: int | None


class Hosts:
    """The names under which the app may be spoken to.

    Args:
        allowed: Those of `server.allowedHosts`.
        address: What the server listens on, if it is known; a name counts as allowed.
        is_local: Whether the server listens on loopback only.
        open_paths: Paths that probes ask for by address, whatever is allowed.
    """

    def __init__(
        self,
        allowed: Collection[str],
        *,
        address: str | None = None,
        is_local: bool = False,
        open_paths: Collection[str] = (),
    ) -> None:
        self._is_any = "*" in allowed
        self._names = {_plain(name) for name in allowed if not name.startswith("*.")}
        self._ends = tuple(_plain(name)[1:] for name in allowed if name.startswith("*."))
        self._is_limited = bool(allowed)
        self._is_local = is_local
        self._open_paths = frozenset(open_paths)
        self._here = {_plain(address)} if address else set()

    def problem(self, scope: Scope) -> str | None:
        """Return why a request is refused, as a sentence; None if it is not."""
        given = [value for name, value in scope["headers"] if name == b"host"]
        shown = b", ".join(given).decode("latin-1")
        found = _HOST.fullmatch(shown) if len(given) == 1 else None
        name = _plain(found[1]) if found else ""
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if path in self._open_paths and (not given or is_loopback(name) or _is_address(name)):
            return None
        if name and self._is_allowed(name, scope):
            return None
        cut = f"{shown[:LONGEST_SHOWN]}..." if len(shown) > LONGEST_SHOWN else shown
        return (
            f"host: must be {self._rule()}, got {cut!r}: "
            "if the app is to be reached under this name, add it to server.allowedHosts"
        )

    def _is_allowed(self, name: str, scope: Scope) -> bool:
        if self._is_any or name in self._names or name.endswith(self._ends):
            return True
        if self._is_local:
            return is_loopback(name) or name in self._here
        return not self._is_limited and not self._is_disguised(name, scope)

    def _is_disguised(self, name: str, scope: Scope) -> bool:
        """Return whether a browser of this machine comes here under a name of somebody else.

        Any name may be right where anybody can connect, but a browser that runs beside the server,
        with no proxy between, has no reason to use a foreign one.
        """
        if is_loopback(name) or _is_address(name) or not comes_from_here(scope):
            return False
        own = _plain(socket.gethostname())
        short = own.partition(".")[0]
        return name not in {own, short, f"{short}.local", *self._here}

    def _rule(self) -> str:
        if not self._is_local and self._is_limited:
            return "one of server.allowedHosts"
        return "localhost or one of server.allowedHosts"


def is_loopback(name: str) -> bool:
    """Return whether a host's name or address can only mean this machine."""
    try:
        address = ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def comes_from_here(scope: Scope) -> bool:
    """Return whether who connects is on this machine, and is no proxy."""
    client, server = (str((scope.get(end) or ("",))[0]) for end in ("client", "server"))
    is_here = client == server != "" or (is_loopback(client) and is_loopback(server))
    return is_here and not any(_tells_of_proxy(name) for name, _ in scope["headers"])


def place_of(origin: str) -> Place | None:
    """Read an origin as a browser writes it; nothing for `null` and what is none."""
    found = _ORIGIN.fullmatch(origin)
    return _place(found[1], found[2]) if found else None


def place_of_host(scheme: str, host: str) -> Place | None:
    """Return the origin of a page that is served under `host`, the value of such a header."""
    return _place({"ws": "http", "wss": "https"}.get(scheme, scheme), host)


def header(scope: Scope, name: bytes) -> str | None:
    """Return the value of a header of a request."""
    found: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for each, value in found if each == name), None)


def _place(scheme: str, host: str) -> Place | None:
    found = _HOST.fullmatch(host)
    if found is None:
        return None
    scheme = scheme.lower()
    return Place(scheme, _plain(found[1]), int(found[2]) if found[2] else PORTS.get(scheme))


def _plain(name: str) -> str:
    """Write a host's name the one way in which names can be compared."""
    name = name.lower().strip("[]").removesuffix(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name if name.isascii() else name.encode("idna").decode()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _tells_of_proxy(name: bytes) -> bool:
    return name in (b"forwarded", b"via", b"x-real-ip") or name.startswith(b"x-forwarded-")
