"""Forks: a copy of the server that a script makes of it is not to act as the server."""

import os
import signal
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


def guard_forks(listener: socket.socket) -> None:
    """Have every process that is forked from this one let go of what is the server's.

    With `os.fork` or `multiprocessing`, a script gets a process that holds the port and all
    connections, and ends by no signal, as long as it likes.

    Args:
        listener: The socket that the server listens on.
    """
    if sys.platform != "win32":
        os.register_at_fork(after_in_child=partial(_let_go, listener.getsockname()[1]))


def _let_go(port: int) -> None:
    with suppress(ValueError):
        # Where a signal is told by a byte, it would be told to the server.
        signal.set_wakeup_fd(-1)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in _sockets_at(port):
        # Not closed: objects of the server know it by this number, which nobody else must get.
        os.dup2(nothing, number, inheritable=False)
    os.close(nothing)


def _sockets_at(port: int) -> Iterator[int]:
    """Give the numbers of the sockets, listening and connected, whose own port this is."""
    for name in os.listdir("/dev/fd"):
        with suppress(OSError):
            number = int(name)
            if stat.S_ISSOCK(os.fstat(number).st_mode) and _port_of(number) == port:
                yield number


def _port_of(number: int) -> int | None:
    each = socket.socket(fileno=number)
    try:
        is_inet = each.family in (socket.AF_INET, socket.AF_INET6)
        return int(each.getsockname()[1]) if is_inet else None
    finally:
        each.detach()
