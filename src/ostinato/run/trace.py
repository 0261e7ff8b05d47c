"""Trace: what one run did, and when: for developers, and for telemetry."""

from collections.abc import Callable
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["waiting", "callbacks", "script", "saving"]
"""What a run does, in order: it waits for its thread, and in the end makes bytes of what changed."""


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
        """By the name of a cached function: how many calls found their answer, and how many did not."""

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
    def parts(self) -> list[Part]:
        """What it has done; a run that ended early has fewer parts, and one that goes on no last."""
        ends = [*self._marks, ("", self._ended)] if self._ended else self._marks
        return [Part(kind, began, ended) for (kind, began), (_, ended) in pairwise(ends)]
