"""Proxy: the network between browser and server, where a test can cut it, or worse."""

import socket
import threading
import time
from contextlib import suppress
from typing import Self


class Proxy:
    """Passes connections on to a port of this machine.

    Args:
        target: That port.
        rate: Bytes in a second of the way to the browser; without it, as many as there are.
    """

    def __init__(self, target: int, rate: int | None = None) -> None:
        self.loses_answers = False
        """Whether what the server says is dropped, while what the browser says arrives."""
        self.loses_questions = False
        """Whether what the browser says is dropped, while what the server says arrives."""
        self.connections = 0
        """How many have come so far."""
        self.target = target
        self._rate = rate
        self._is_cut = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *error: object) -> None:
        self.cut()
        _hang_up(self._listener)
        for thread in self._threads:
            thread.join()

    def cut(self) -> None:
        """End all connections and take no more."""
        with self._lock:
            self._is_cut = True
            for each in self._sockets:
                _hang_up(each)

    def swallow(self, *, questions: bool = True, answers: bool = True) -> None:
        """Keep all connections, and lose what they carry, of those that are yet to come too."""
        self.loses_questions, self.loses_answers = questions, answers

    def mend(self) -> None:
        """Take connections again, and carry what they say."""
        with self._lock:
            self._is_cut = self.loses_answers = self.loses_questions = False

    def _accept(self) -> None:
        with self._listener, suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                self._join(browser)

    def _join(self, browser: socket.socket) -> None:
        with self._lock:
            if self._is_cut:
                browser.close()
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self.target))
            if self._rate is not None:
                # A slow link has small buffers: what lies in them has not arrived.
                browser.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
                server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self._sockets |= {browser, server}
            self._run(self._pump, browser, server, False)
            self._run(self._pump, server, browser, True)

    def _pump(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while data := source.recv(4096 if self._rate else 65536):
                if is_answer and self._rate is not None:
                    time.sleep(len(data) / self._rate)
                if not (self.loses_answers if is_answer else self.loses_questions):
                    sink.sendall(data)
        _hang_up(sink)
        with self._lock:
            self._sockets.discard(source)
            source.close()

    def _run(self, task: object, *arguments: object) -> None:
        thread = threading.Thread(target=task, args=arguments)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()


def _hang_up(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
