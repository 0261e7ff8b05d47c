"""Proxy: the network between browser and server, where a test can cut it."""

import socket
import threading
from contextlib import suppress
from typing import Self


class Proxy:
    """Passes connections on to a port of this machine.

    Args:
        target: That port.
    """

    def __init__(self, target: int) -> None:
        self.loses_answers = False
        """Whether what the server says is dropped, while what the browser says arrives."""
        self.target = target
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

    def mend(self) -> None:
        """Take connections again."""
        with self._lock:
            self._is_cut = self.loses_answers = False

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
            server = socket.create_connection(("127.0.0.1", self.target))
            self._sockets |= {browser, server}
            self._run(self._pump, browser, server, False)
            self._run(self._pump, server, browser, True)

    def _pump(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not (is_answer and self.loses_answers):
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
