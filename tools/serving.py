"""Serving: runs a command that serves, for as long as a tool needs it."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


class NotServed(Exception):
    """A command has ended, and has served nothing."""


@contextmanager
def served(command: Sequence[str | Path], folder: Path = ROOT) -> Iterator[str]:
    """Run a command until the end of the block, and yield the address that it says it serves at.

    Raises:
        NotServed: If it ends before; what it had to say is on the terminal.
    """
    words = [*map(str, command), "--headless"]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            lines = (line.split() for line in server.stdout)
            url = next((line[-1] for line in lines if line[:2] == ["Local", "URL:"]), None)
            if url is None:
                raise NotServed(f"{' '.join(words)}: must serve, got status {server.wait()}")
            yield url
        finally:
            server.terminate()
