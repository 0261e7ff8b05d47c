"""Storing: watches over whatever looks at a session's values, and ends it when somebody asks."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from ostinato.run.interruption import Hold, Interruption
from ostinato.session.ladder import Ladder
from ostinato.session.services import Services
from ostinato.state.encoder import StateEncoder
from ostinato.state.patience import TooLong
from ostinato.state.session_state import SessionState

logger = logging.getLogger("ostinato")


class Owner(Protocol):
    """The session whose values are looked at."""

    encoder: StateEncoder
    state: SessionState


class Storing:
    """What makes the bytes of values, or shows them, where the script runs; one thing at a time.

    A user's `__reduce__` or `__repr__` may not end. It is interrupted as a run is, and abandoned
    as one; the value then stays in this process only, and is not asked again.

    Args:
        services: What all sessions share.
        owner: The session.
    """

    def __init__(self, services: Services, owner: Owner) -> None:
        self._services = services
        self._owner = owner
        self._future: Future[Any] | None = None
        self._give_up: Callable[[], object] | None = None
        self._loop = asyncio.get_running_loop()
        self._ladder: Ladder | None = None
        self._renew()

    def begin(self, future: "Future[Any]", give_up: Callable[[], object]) -> None:
        """Hear that a thread looks at the values, or will once the script has ended there.

        Args:
            future: Its work.
            give_up: Called when the thread is abandoned: nobody is to wait for it.
        """
        self.end(self._future)
        self._future, self._give_up = future, give_up

    def end(self, future: "Future[Any] | None") -> None:
        """Hear that it has ended, if it is what is watched over."""
        if future is self._future:
            if self._ladder is not None:
                self._ladder.stop()
            self._future = self._give_up = self._ladder = None

    def ask(self, patience: float) -> None:
        """Have it end, if there is something; whatever it takes in the end.

        Args:
            patience: Seconds in which it may do so by itself.
        """
        if self._future is None:
            return
        if self._ladder is None:
            self._ladder = Ladder(
                self._loop,
                self._services.clock,
                wait=self._time_left,
                # It may not have begun.
                interrupt=lambda: self._interruption.make(),
                give_up=self._abandon,
            )
        self._ladder.ask(patience)

    def let_go(self) -> list[str]:
        """Leave the state to a thread that was abandoned, and give the session another.

        Returns:
            The keys of the values that the thread was at.
        """
        self._owner.state = self._owner.state.successor()
        return self._owner.encoder.let_go(self._owner.state)

    @property
    def state(self) -> SessionState:
        """The session's values."""
        return self._owner.state

    def _time_left(self) -> float | None:
        if self._future is None or self._future.done():
            self.end(self._future)
            return None
        return 0.0

    def _abandon(self) -> bool:
        where, future, give_up = self._interruption.place, self._future, self._give_up
        if future is None or give_up is None or not self._hold.abandon():
            return False
        self._renew()
        names = self.let_go()
        self._services.pool.abandon(future)
        self._services.metrics.abandoned()
        logger.error(
            "st.session_state: to store or show %s does not end, and goes on at:\n%s",
            ", ".join(names) or "a value",
            where,
        )
        self.end(future)
        give_up()
        return True

    def _renew(self) -> None:
        self._interruption = Interruption(TooLong)
        self._hold = Hold(self._interruption)
        self._owner.encoder.patience.call = self._hold.call
