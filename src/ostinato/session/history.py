"""History: the last runs of one session, and why each of them ran: for developers."""

from collections import deque
from collections.abc import Iterable

from ostinato.run.execution import Word
from ostinato.run.run import Run
from ostinato.session.dropped import short
from ostinato.session.schedule import WHOLE, Request
from ostinato.session.view import SessionView
from ostinato.state.query import PAGE_ID
from ostinato.state.session_state import Touched
from ostinato.state.widget import key_of
from ostinato.wire.inspection import CacheUse, Duration, RunReport

MOST = 20
"""Runs that are remembered."""

ADDRESS = "Address of the page"
"""What is used by who goes to another page, back or forward."""

MOST_NAMES = 50
"""Names of one kind that are told of a run."""


class History:
    """What the last runs did; nothing is noted unless a developer is there.

    Args:
        view: Counts what is sent.
    """

    def __init__(self, view: SessionView) -> None:
        self.is_wanted = False
        """Whether a developer looks at the page."""
        self._view = view
        self._runs: deque[_Noted] = deque(maxlen=MOST)
        self._current: _Noted | None = None

    def begin(self, run: Run, request: Request) -> None:
        """Note that a run begins."""
        self._settle()
        self._current = _Noted(self._view, run, request) if self.is_wanted else None

    def end(self, outcome: Word) -> None:
        """Note how the run that was begun last has ended."""
        if self._current is not None:
            self._current.end(outcome)
            self._runs.append(self._current)

    def reports(self) -> list[RunReport]:
        """Return what is known of the last runs, the newest first."""
        self._settle()
        return [each.report(self._view) for each in reversed(self._runs)]

    def _settle(self) -> None:
        """Count what was sent since the last run began as that run's: it may end after its run."""
        if self._current is not None:
            self._current.count_sent(self._view)


class _Noted:
    """One run; see `RunReport`."""

    def __init__(self, view: SessionView, run: Run, request: Request) -> None:
        self._run = run
        self._cause = request.cause
        # Of names, what it takes to find them: most runs are never looked at.
        self._ids = [id for event in request.events for id in event.ids]
        self._scopes = request.scopes
        self._before = view.sent
        self._edits = self._bytes = self._elements = 0
        self._dropped: list[str] = []
        self._outcome: Word = "done"
        run.state.touched = self._touched = Touched(set(), set())

    def end(self, outcome: Word) -> None:
        """Note how it has ended: nothing of the run itself is kept."""
        run, self._outcome = self._run, outcome
        self._elements = run.canvas.count
        if run.dropped:
            self._dropped = _names(each.name for each in run.dropped)
        self._number, self._trace = run.number, run.trace
        run.state.touched = None
        del self._run

    def count_sent(self, view: SessionView) -> None:
        """Note what was sent since it began."""
        self._edits = view.sent.edits - self._before.edits
        self._bytes = view.sent.bytes - self._before.bytes

    def report(self, view: SessionView) -> RunReport:
        """Return it as it travels."""
        touched, trace = self._touched, self._trace
        return RunReport(
            number=self._number,
            cause=self._cause,
            used=_names(_shown(view, id) for id in self._ids),
            parts=[] if self._scopes == WHOLE else _names(self._scopes),
            outcome=self._outcome,
            durations=[Duration(kind, ended - began) for kind, began, ended in trace.parts],
            elements=self._elements,
            edits=self._edits,
            bytes=self._bytes,
            read=_names(sorted(touched.read - touched.written)),
            written=_names(sorted(touched.written)),
            caches=[CacheUse(short(name), *counts) for name, counts in trace.caches.items()],
            dropped=self._dropped,
        )


def _shown(view: SessionView, id: str) -> str:
    """Return what developers call a widget."""
    return ADDRESS if id == PAGE_ID else view.tree.label_of(id) or key_of(id)


def _names(names: Iterable[str]) -> list[str]:
    """Return names once each, cut to what a panel can show."""
    return [short(name) for name in list(dict.fromkeys(names))[:MOST_NAMES]]
