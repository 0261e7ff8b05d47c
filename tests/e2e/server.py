"""Server: a real server process, which can be killed and started again on its port."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self
from urllib.error import HTTPError
from urllib.request import urlopen

from services import free_port

PATIENCE = 20.0
_ADDRESS = re.compile(r"http://[^\s:]+:(\d+)(/\S*)?")

Launch = Callable[[list[str], Path], Any]
"""Starts a process of a command in a folder; gives a `Popen[str]`, or what does as it does."""


class Server:
    """A process that says at which address it serves.

    Args:
        command: What to run; `{port}` in it becomes its port.
        folder: Where to run it.
        launch: Starts the process; without it, Python begins from nothing.
    """

    def __init__(self, command: list[str], folder: Path, launch: Launch | None = None) -> None:
        self.folder = folder
        self.port = free_port()
        self.path = ""
        self.log: list[str] = []
        self._command = command
        self._news = threading.Condition()
        self._is_running = False
        self._launch = launch or _launch
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    @classmethod
    def of(
        cls,
        script: Path,
        *flags: str,
        program: Sequence[str] = ("-m", "ostinato"),
        launch: Launch | None = None,
    ) -> Self:
        """Serve a script as a person does at the terminal."""
        run = [sys.executable, *program, "run", str(script), "--headless"]
        return cls([*run, "--port", "{port}", *flags], script.parent, launch)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}{self.path}"

    def start(self) -> Self:
        self.log.clear()
        self._is_running = True
        command = [word.format(port=self.port) for word in self._command]
        self._process = self._launch(command, self.folder)
        self._reader = threading.Thread(target=self._read, args=[self._process])
        self._reader.start()
        if found := _ADDRESS.search(self.hear("http://")):
            self.port, self.path = int(found[1]), found[2] or ""
        return self

    def hear(self, text: str) -> str:
        """Wait until the process prints a line with `text`, and give that line."""
        with self._news:
            self._news.wait_for(lambda: self._line(text) or not self._is_running, PATIENCE)
            line = self._line(text)
        assert line, f"expected {text!r}, got:\n{''.join(self.log)}"
        return line

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait for the end of the process and all its output; give its status."""
        assert self._process
        assert self._reader
        status = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert not self._reader.is_alive()
        return status

    def kill(self) -> None:
        """End the process as a crash does."""
        self._end(signal.SIGKILL)

    @property
    def workers(self) -> list[int]:
        """The processes that serve, if there are several."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(each) for each in children.split()]

    def account(self) -> str:
        """Tell how the process does and what it has printed, for whoever looks into a failure."""
        status = "not there" if self._process is None else f"status {self._process.poll()}"
        try:
            with urlopen(f"http://localhost:{self.port}/_stcore/health", timeout=5) as answer:
                health = f"answers {answer.status}"
        except HTTPError as error:
            health = f"answers {error.code}"
        except OSError as error:
            health = f"does not answer: {error}"
        return f"Server on port {self.port}, {status}, {health}\n{''.join(self.log)}"

    def reload(self) -> None:
        """Have new workers take over from the old ones."""
        self.send(signal.SIGHUP)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, by: signal.Signals) -> None:
        if self._process is None or self._reader is None:
            return
        self._process.send_signal(by)
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._reader.join(PATIENCE)
            self._process = None

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout as lines:
            for line in lines:
                with self._news:
                    self.log.append(line)
                    self._news.notify_all()
        with self._news:
            self._is_running = False
            self._news.notify_all()

    def _line(self, text: str) -> str:
        return next((line for line in self.log if text in line), "")


def _launch(command: list[str], folder: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=subprocess.STDOUT, text=True)
