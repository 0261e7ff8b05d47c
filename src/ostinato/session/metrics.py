"""Metrics: what sessions tell of themselves to whoever operates the server."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ostinato.caching.caches import Figures
    from ostinato.stores.files import Figures as FileFigures


class Metrics:
    """Takes every figure and keeps none; `server.metrics` puts one in its place that does.

    Any thread may call it.
    """

    def sessions_held(self, count: int) -> None:
        """Set the number of sessions in the memory of this process."""

    def restored(self) -> None:
        """Count a session that was restored from the store."""

    def committed(self, seconds: float) -> None:
        """Count a save that the store has taken, and the seconds it took."""

    def refused(self) -> None:
        """Count a save that was refused: another process holds the session."""

    def store_failed(self) -> None:
        """Count a failure of the store, or to reach it."""

    def abandoned(self) -> None:
        """Count a thread that was abandoned: its run does not end."""

    def caches_hold(self, figures: "Iterable[Figures]") -> None:
        """Set how much cached functions keep in the memory of this process."""

    def files_hold(self, figures: "FileFigures") -> None:
        """Set how many files the store has, and what they take."""

    def unconfirmed(self, change: int) -> None:
        """Change the number of events that have come and are not confirmed yet."""
