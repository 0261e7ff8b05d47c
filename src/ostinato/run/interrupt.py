"""Interrupt: how a run is asked to end before its script does."""

import threading
from collections.abc import Callable
from typing import Literal, get_args

from ostinato.run.ends import Stopped, Superseded
from ostinato.run.interruption import Interruption

NEVER = float("inf")

Ask = Literal["load", "press", "supersede", "gone", "stop"]
"""Why a run is to end: a page was loaded again (it only has to show that it answers), a press, a
newer event that is none, its browser has gone, somebody wants it to stop."""

ASKS: tuple[Ask, ...] = get_args(Ask)
"""The same, the strongest last."""


class Patience:
    """Until when nothing takes a run's place, and for how many calls of ours after it was asked."""

    __slots__ = ("calls", "until")

    def __init__(self, until: float, calls: int = 0) -> None:
        self.until = until
        self.calls = calls

    def lasts(self, now: float) -> bool:
        """Return whether it goes on, without a call of ours."""
        return now < self.until or self.calls > 0

    def spend(self, now: float) -> bool:
        """Note a call of ours, and return whether that is over."""
        if now < self.until:
            return False
        if self.calls > 0:
            self.calls -= 1
            return False
        return True


class Interrupt:
    """What a run is asked, and when it has last heard.

    The event loop asks; the thread of the script looks at `asked` at every call that draws, and
    says in `heard_at` that it did. `patience` is with whatever would supersede the run,
    `with_presses` is had besides with a press, which is to come after what was entered before it.
    These are one reference each, with one writer: to read an old one costs one element more, so
    they are read without the lock. What is asked changes under the canvas's lock, for it changes
    together with what is drawn.

    Args:
        lock: The canvas's.
        clock: Returns the time in seconds.
    """

    __slots__ = (
        "_awaited",
        "_began_at",
        "_clock",
        "_how",
        "_lock",
        "asked",
        "has_begun",
        "has_given_up",
        "heard_at",
        "interruption",
        "is_closed",
        "patience",
        "with_presses",
    )

    def __init__(self, lock: "threading.Lock", clock: Callable[[], float]) -> None:
        self.asked: Ask | None = None
        self.heard_at = -NEVER
        self.patience = Patience(NEVER)
        self.with_presses = Patience(-NEVER)
        self._began_at = 0.0
        self.has_begun = False
        """Whether the script itself has begun, after the callbacks."""
        self.has_given_up = False
        """Whether the run was asked to end before it had drawn all that events wait for."""
        self.interruption = Interruption(Stopped)
        """Ends code of the user that does not call us."""
        self.is_closed = False
        self._lock = lock
        self._clock = clock
        self._awaited: set[str] = set()
        self._how: Ask = "supersede"

    # The event loop's side.

    def ask(self, how: Ask) -> None:
        """Have the run end at its next call of ours, unless more was asked before."""
        with self._lock:
            self._ask(how)

    def ask_to_supersede(self, awaited: Callable[[], set[str]], *, is_press: bool) -> None:
        """Have the run end early, once it has drawn the widgets that events wait for.

        Args:
            awaited: Gives the ids of those that the session has not drawn yet.
            is_press: Whether what waits longest is a press.
        """
        with self._lock:
            self._awaited = awaited()
            self._how = "press" if is_press else "supersede"
            if not self._awaited:
                self._ask(self._how)

    def give_up(self, calls: int) -> None:
        """Have the run end early although it has not drawn all that events wait for.

        Args:
            calls: Calls of ours by which it shows that it goes on without drawing them.
        """
        with self._lock:
            if self._awaited and self.has_begun and not self.has_given_up:
                self.has_given_up = True
                # The script's thread counts down in the one that it has.
                self.patience = Patience(self.patience.until, max(self.patience.calls, calls))
                self._ask(self._how)

    def _ask(self, how: Ask) -> None:
        if self.is_closed:
            return
        if self.asked is None or ASKS.index(how) > ASKS.index(self.asked):
            self.asked = how

    # The script's side.

    def check(self) -> None:
        """End the run if somebody asked for it and it may be ended now (R04, L04, L05, N06).

        Raises:
            Stopped: If it is to stop.
            Superseded: If another run is to take its place.
        """
        self.heard_at = self._clock()
        if self.asked == "stop":
            raise Stopped
        if self.asked in ("press", "supersede") and self._may_be_superseded():
            raise Superseded
        if self.asked == "gone" and self.has_begun:
            raise Superseded

    def check_waiting(self) -> None:
        """End the run likewise while it waits for another: no call of the script, so none counts.

        Raises:
            Stopped: If it is to stop.
            Superseded: If another run is to take its place.
        """
        self.heard_at = self._clock()
        if self.asked == "stop":
            raise Stopped
        is_patient = self.patience.lasts(self.heard_at)
        if self.asked == "press":
            is_patient = is_patient or self.with_presses.lasts(self.heard_at)
        if self.asked in ("press", "supersede") and not is_patient:
            raise Superseded
        if self.asked == "gone" and self.has_begun:
            raise Superseded

    def _may_be_superseded(self) -> bool:
        is_over = self.patience.spend(self.heard_at)
        return is_over and (self.asked != "press" or self.with_presses.spend(self.heard_at))

    def begin(self) -> None:
        """Note that the script itself begins."""
        self._began_at, self.has_begun = self._clock(), True

    @property
    def elapsed(self) -> float:
        """The seconds since the script itself began; 0.0 before."""
        return self._clock() - self._began_at if self.has_begun else 0.0

    def defer(self, seconds: float, calls: int = 0) -> None:
        """Have nothing take the run's place for so long, and for so many calls after it was asked.

        Args:
            seconds: From now on.
            calls: Calls of ours by which the script shows that it waits for nothing.
        """
        self.patience = Patience(self._clock() + seconds, calls)

    def defer_presses(self, seconds: float, calls: int = 0) -> None:
        """Have no press take the run's place for so long, and for so many calls likewise."""
        self.with_presses = Patience(self._clock() + seconds, calls)

    def drawn(self, id: str) -> None:
        """Note, with the lock held, that a widget is drawn: an event may wait for it."""
        if id in self._awaited:
            self._awaited.remove(id)
            if not self._awaited:
                self.has_given_up = False
                self._ask(self._how)

    def forget(self) -> None:
        """Forget what was asked: what ends the run anyway is yet to be shown."""
        with self._lock:
            if not self.is_closed:
                self.asked = None

    def close(self) -> None:
        """Refuse, with the lock held, whatever the thread still draws: the run is over."""
        self.is_closed = True
        self.asked = "stop"
