"""Developer: tells whoever develops the app what of a session is stored, and what is not."""

from ostinato.session.app import App
from ostinato.session.page import Page
from ostinato.state.session_state import SessionState
from ostinato.state.snapshot import Snapshot
from ostinato.wire.messages import Inspected, Unkept


class Developer:
    """The developer's view of one session; `is_present` says whether it is they who look.

    Args:
        app: Where the log hears of it.
        page: What the developer looks at.
        snapshot: Knows what is stored.
        state: What the session remembers.
    """

    def __init__(self, app: App, page: Page, snapshot: Snapshot, state: SessionState) -> None:
        self.is_present = False
        self._app = app
        self._page = page
        self._snapshot = snapshot
        self._state = state
        self._has_asked = False

    def ask(self) -> None:
        """Note that they want to see all values; `report` shows them."""
        self._has_asked = True

    def report(self) -> None:
        """Tell what is not stored, and what is, if asked. No run may go on."""
        for name, problem in self._snapshot.new_problems():
            self._app.report(name, problem)
            if self.is_present:
                self._page.put(Unkept(name, problem))
        if self._has_asked:
            self._has_asked = False
            if self.is_present:
                self._page.put(Inspected(self._snapshot.entries(self._state)))
