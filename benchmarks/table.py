"""Table: figures of the two products side by side, and whether they are what we aim for."""

import dataclasses
import itertools
import math
import tomllib
from collections.abc import Sequence
from pathlib import Path

LIMITS = Path(__file__).parent / "limits.toml"

STREAMLIT = "Streamlit 1.67"
HEAD = """\
| | {} | Ostinato | ratio | aim | met |
|---|--:|--:|--:|---|---|"""

MET = {True: "yes", False: "**no**", None: ""}


@dataclasses.dataclass(frozen=True)
class Row:
    """One line.

    Attributes:
        key: Its name in `limits.toml`, such as `cpu.counter`.
        what: What was measured, with its unit.
        streamlit: Its figure, or that of another peer; None if it has nothing of the kind.
        ostinato: Ours.
        is_rate: Whether more is better.
        peer: Who is beside us.
    """

    key: str
    what: str
    streamlit: float | None
    ostinato: float
    is_rate: bool = False
    peer: str = STREAMLIT

    @property
    def ratio(self) -> float:
        """How many times better ours is; 0 if that cannot be said."""
        best, other = self.ostinato, self.streamlit
        if not best or not other:
            return 0.0
        return best / other if self.is_rate else other / best


@dataclasses.dataclass(frozen=True)
class Limit:
    """What a figure should be: at most so much, so many times better than Streamlit's, or both."""

    at_most: float | None = None
    times: float | None = None

    def is_met(self, row: Row) -> bool | None:
        """Return whether a row is within the limit; None if there is none."""
        if self.at_most is None and self.times is None:
            return None
        is_small = self.at_most is None or row.ostinato <= self.at_most
        return is_small and (self.times is None or row.ratio >= self.times)

    def __str__(self) -> str:
        """Return the words of the table."""
        words = []
        if self.at_most is not None:
            words.append(f"at most {self.at_most:,g}")
        if self.times is not None:
            words.append(f"{self.times:,g} times")
        return ", ".join(words)


def limit(key: str) -> Limit:
    """Read a limit from `limits.toml`; one without bounds where the file has none.

    Example:
        >>> limit("first_load.requests").at_most
        6
    """
    table = tomllib.loads(LIMITS.read_text())
    for name in key.split("."):
        table = table.get(name, {})
    return Limit(**table)


def table(rows: Sequence[Row]) -> str:
    """Write rows as a table for each peer."""
    groups = itertools.groupby(rows, lambda row: row.peer)
    return "\n\n".join("\n".join([HEAD.format(peer), *map(line, each)]) for peer, each in groups)


def line(row: Row) -> str:
    """Return the row as a line of the table."""
    aim = limit(row.key)
    figures = f"{shown(row.streamlit)} | {shown(row.ostinato)} | {shown(row.ratio or None)}"
    return f"| {row.what} | {figures} | {aim} | {MET[aim.is_met(row)]} |"


def shown(figure: float | None) -> str:
    """Write a figure with three digits that count; a dash where there is none.

    Example:
        >>> shown(0.2345), shown(47.81), shown(285932.0), shown(math.inf)
        ('0.234', '47.8', '285,932', '∞')
    """
    if figure is None:
        return "–"
    if figure == math.inf:
        return "∞"
    digits = 0 if figure >= 100 or figure == int(figure) else 1 if figure >= 10 else 2
    return f"{figure:,.{3 if 0 < figure < 1 else digits}f}"
