"""Listening: takes a port, or says who has it."""

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

from ostinato.errors import ConfigError

BACKLOG = 2048


def listen(address: str | None, port: int, *, is_fixed: bool) -> socket.socket:
    """Listen on `port`, or on the next free one if the port is not fixed.

    Args:
        address: Address of this machine; without it, every one, IPv6 and IPv4.
        port: Port to begin with; 0 is any free one.
        is_fixed: Whether this port, and no other, was asked for.

    Raises:
        ConfigError: If the port or the address cannot be had.
    """
    try:
        return _bind(address, port)
    except PermissionError:
        raise ConfigError(
            f"server.port: no right to listen on port {port}: choose one above 1023"
        ) from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            reason = str(error.strerror).partition(" (")[0]
            raise ConfigError(
                f"server.address: must be one of this machine, got {address!r} ({reason})"
            ) from None
    found = _next_free(address, port)
    if is_fixed:
        owner = holder_of(port)
        free = found.getsockname()[1]
        found.close()
        raise ConfigError(
            f"server.port: port {port} is taken{f' by {owner}' if owner else ''}: "
            f"stop that, or choose another, such as --port {free}"
        )
    return found


def holder_of(port: int) -> str | None:
    """Name the process that listens on a port, where the system lets us see it."""
    inodes = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    for link in Path("/proc").glob("[0-9]*/fd/*") if inodes else ():
        try:
            if os.readlink(link) in inodes:
                name = (link.parent.parent / "comm").read_text().strip()
                return f"{name} (process {link.parent.parent.name})"
        except OSError:
            continue
    return None


def _bind(address: str | None, port: int) -> socket.socket:
    if address is not None:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((address, port), family=family, backlog=BACKLOG)
    try:
        return socket.create_server(
            ("", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=BACKLOG
        )
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise
        return socket.create_server(("", port), backlog=BACKLOG)


def _next_free(address: str | None, port: int) -> socket.socket:
    for candidate in range(port + 1, min(port + 100, 65536)):
        try:
            return _bind(address, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    return _bind(address, 0)


def _listening_inodes(port: int) -> Iterator[str]:
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        for line in table.read_text().splitlines()[1:] if table.is_file() else ():
            _, local, _, state, *rest = line.split()
            if state == "0A" and int(local.rpartition(":")[2], 16) == port:
                yield rest[5]
