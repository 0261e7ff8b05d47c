"""Clocks: when the parts of a page run by themselves that have asked for it."""

import asyncio
from collections.abc import Callable, Mapping

from ostinato.run.scope import Scope


class Clocks:
    """The times at which parts of one page are to run.

    They stand still while nobody sees the page. One that is due asks once, and then waits until a
    run has ended: what takes longer than its time never piles up.

    Args:
        loop: Where they are kept.
        ask: Called with the id of what is due.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, ask: Callable[[str], object]) -> None:
        self._loop = loop
        self._ask = ask
        self._due: dict[str, tuple[float, float]] = {}
        self._asked: dict[str, float] = {}
        self._is_on = False
        self._timer: asyncio.TimerHandle | None = None

    @property
    def are_ticking(self) -> bool:
        """Whether something is to run by itself."""
        return self._is_on and bool(self._due)

    def turn(self, *, is_on: bool) -> None:
        """Note whether somebody sees the page."""
        self._is_on = is_on
        self._wind()

    def follow(self, scopes: Mapping[str, Scope]) -> None:
        """Hear, after a run, which parts the page has now."""
        if not scopes and not self._due:
            return
        now = self._loop.time()
        due = {}
        for id, scope in scopes.items():
            every = scope.run_every
            if every is None:
                continue
            known, at = self._due.get(id, (every, now + every))
            if (asked := self._asked.pop(id, None)) is not None:
                at = asked + every
                at = at if at > now else now + every
            due[id] = (every, at if known == every else now + every)
        self._due, self._asked = due, {}
        self._wind()

    def close(self) -> None:
        """Ask for nothing any more."""
        self._due = {}
        self._wind()

    def _wind(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        waiting = [at for id, (_, at) in self._due.items() if id not in self._asked]
        if self._is_on and waiting:
            self._timer = self._loop.call_at(min(waiting), self._ring)

    def _ring(self) -> None:
        self._timer = None
        now = self._loop.time()
        ringing = [id for id, (_, at) in self._due.items() if at <= now and id not in self._asked]
        self._asked.update(dict.fromkeys(ringing, now))
        for id in ringing:
            self._ask(id)
        self._wind()
