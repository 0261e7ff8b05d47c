"""Forks: a copy of the server that a script makes of it is not to act as the server."""

import os
import signal
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress


def guard_forks(listener: socket.socket) -> None:
    """Have every process that is forked from this one let go of what is the server's.

    With `os.fork` or `multiprocessing`, a script gets a process that holds the port and all
    connections, and ends by no signal, as long as it likes.

    Args:
        listener: The socket that the server listens on.
    """
    if sys.platform == "win32":
        return
    port = listener.getsockname()[1]
    masks = threading.local()

    def hold_signals() -> None:
        # One that came before the child has let go would be lost on it.
        masks.before = signal.pthread_sigmask(signal.SIG_BLOCK, _ends())

    def take_signals() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, masks.before)

    def let_go() -> None:
        try:
            _let_go(port)
        finally:
            take_signals()

    os.register_at_fork(before=hold_signals, after_in_parent=take_signals, after_in_child=let_go)


def _let_go(port: int) -> None:
    with suppress(ValueError):
        # Where a signal is told by a byte, it would be told to the server.
        signal.set_wakeup_fd(-1)
        for each in _ends():
            signal.signal(each, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in _sockets_at(port):
        # Not closed: objects of the server know it by this number, which nobody else must get.
        os.dup2(nothing, number, inheritable=False)
    os.close(nothing)


def _ends() -> set[signal.Signals]:
    """Return the signals by which the server is told to end."""
    return {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}


def _sockets_at(port: int) -> Iterator[int]:
    """Yield the numbers of the sockets, listening and connected, whose own port this is."""
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
