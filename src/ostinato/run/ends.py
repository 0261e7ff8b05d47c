"""Ends: what ends a run on purpose."""

from enum import Enum

from ostinato.errors import StreamlitAPIException


class Outcome(Enum):
    """How a run ended.

    After `RERUN` and `SUPERSEDED` another one follows at once, after `DESERTED` when the browser is
    back.
    """

    DONE = "done"
    QUIET = "quiet"
    SUPERSEDED = "superseded"
    DESERTED = "deserted"
    RERUN = "rerun"
    STOPPED = "stopped"
    FAILED = "failed"
    ABANDONED = "abandoned"


PARTIAL = (Outcome.SUPERSEDED, Outcome.DESERTED, Outcome.RERUN, Outcome.ABANDONED)
"""After these, what the script has not reached stays on the page."""


class EndOfRun(BaseException):
    """Base of what ends a run on purpose; not an `Exception`, so `except Exception` lets it by."""


class Stopped(EndOfRun):
    """The script called `stop`, or a person pressed Stop."""


class Rerun(EndOfRun):
    """The script called `rerun`.

    Args:
        scopes: What is to run: parts of the page, "" for all of it.
    """

    def __init__(self, *scopes: str) -> None:
        self.scopes = scopes or ("",)


class Superseded(EndOfRun):
    """A newer event makes this run stale."""


class TooMuch(EndOfRun):
    """The script has drawn more than fits on a page: it would not end by itself.

    Args:
        kind: What it drew last.
        limit: How many elements it may draw.
    """

    def __init__(self, kind: str, limit: float) -> None:
        self.error = StreamlitAPIException(
            f"{kind}: a page has room for {limit:g} elements at one time, got one more:"
            ' draw into one place again with "st.empty()", or raise runner.maxElements'
        )
