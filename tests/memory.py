"""Memory: the state of a session beside what a store would have of it."""

import sys
from types import ModuleType
from typing import Any

import pytest

from ostinato.state.encoder import StateEncoder
from ostinato.state.session_state import SessionState
from ostinato.state.signing import KeyRing

MEGABYTE = 1_000_000


class Memory:
    """A session, its encoder, and the bytes that were handed on."""

    def __init__(
        self,
        stored: dict[str, bytes] | None = None,
        *,
        session: str = "session",
        source: str | None = None,
        secrets: tuple[str, ...] = ("secret",),
        max_value: int = MEGABYTE,
        max_total: int = 4 * MEGABYTE,
    ) -> None:
        keys = KeyRing(secrets)
        self.stored = dict(stored or {})
        self.encoder = StateEncoder(session, keys, max_value=max_value, max_total=max_total)
        self.state: SessionState = self.encoder.restore(self.stored, source=source)
        if source is not None:
            self.stored = {}
        self.run = 1
        self.state.begin(1)

    def end_run(self) -> set[str]:
        """End a run, hand on what changed, begin another, and name what was handed on."""
        changes = self.encoder.changes(self.state)
        self.keep(changes)
        self.run += 1
        self.state.begin(self.run)
        return {name for name in changes if name[0] in "pw"}

    def keep(self, changes: dict[str, bytes | None]) -> None:
        for name, signed in changes.items():
            if signed is None:
                self.stored.pop(name, None)
            else:
                self.stored[name] = signed

    def restored(self, **options: Any) -> "Memory":
        """End the run, and give the session as another process has it."""
        self.end_run()
        return Memory(self.stored, **options)

    def problem(self, name: str) -> str:
        (entry,) = [each for each in self.encoder.entries(self.state) if each.name == name]
        return entry.problem


def run_as_main(monkeypatch: pytest.MonkeyPatch, source: str) -> ModuleType:
    """Run a script again: its classes are not those of the run before."""
    script = ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", script)
    exec(source, vars(script))
    return script
