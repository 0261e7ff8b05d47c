"""Trace: what one run did, and when: for developers, and for telemetry."""

from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["waiting", "callbacks", "script", "saving"]
"""What a run does, in order: it waits for its thread, and at last makes bytes of what changed."""


class Part(NamedTuple):
    """A stretch of a run.

    Args:
        kind: What happened in it.
        began: When, in seconds of the session's clock.
        ended: When the next one began, or the run was over.
    """

    kind: Kind
    began: float
    ended: float


class Trace:
    """The account of one run, which is wanted as this is made.

    All is of the script's thread until the run is over.

    Args:
        clock: Returns the time in seconds.
    """

    __slots__ = ("_clock", "_ended", "_marks", "caches")

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._marks: list[tuple[Kind, float]] = [("waiting", clock())]
        self._ended = 0.0
        self.caches: dict[str, list[int]] = {}
        """By the name of a cached function: its calls that found their answer, and all others."""

    def begin(self, kind: Kind) -> None:
        """Note that the last part has ended, and the next one begins."""
        self._marks.append((kind, self._clock()))

    def end(self) -> None:
        """Note that the run is over."""
        self._ended = self._clock()

    def note_cache(self, name: str, *, is_hit: bool) -> None:
        """Count a call of a cached function."""
        counts = self.caches.setdefault(name, [0, 0])
        counts[0 if is_hit else 1] += 1

    @property
    def asked(self) -> float:
        """When the run was wanted."""
        return self._marks[0][1]

    @property
    def parts(self) -> list[Part]:
        """What it has done: fewer parts if it ended early, and no last one while it goes on."""
        marks = self._marks
        ends = [began for _, began in marks[1:]] + ([self._ended] if self._ended else [])
        return [Part(*mark, ended) for mark, ended in zip(marks, ends, strict=False)]
