"""Meter: what sessions tell of themselves to whoever operates the server."""


class Meter:
    """Takes every figure and keeps none; `server.metrics` puts one in its place that does.

    Any thread may call it.
    """

    def sessions_held(self, count: int) -> None:
        """So many sessions are in the memory of this process."""

    def restored(self) -> None:
        """A session was made from what the store holds of it."""

    def committed(self, seconds: float) -> None:
        """The store has taken a save, after so many seconds."""

    def refused(self) -> None:
        """The store has refused a save: another process holds the session."""

    def store_failed(self) -> None:
        """The store could not be reached, or failed."""

    def abandoned(self) -> None:
        """The thread of a run that does not end was given up."""

    def unconfirmed(self, change: int) -> None:
        """So many more (or, below 0, fewer) events have come, but are not confirmed yet."""
