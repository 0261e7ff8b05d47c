"""PageInputs: the inputs on the page of a test, and what was done to them since the last run."""

from collections.abc import Mapping
from typing import Any

from ostinato.errors import AppTestError
from ostinato.state.session_state import SessionState
from ostinato.state.widget import MISSING, Widget
from ostinato.testing.tab import Tab

Event = tuple[dict[str, Any], str | None]
"""What the page sends at once: values by the ids of inputs, and the id of what was clicked."""


class PageInputs:
    """What the session knows of each input, and what waits for the next run.

    Args:
        tab: What shows the page.
        state: What the session remembers.
    """

    def __init__(self, tab: Tab, state: SessionState) -> None:
        self._tab = tab
        self._state = state
        self._entered: dict[str, Any] = {}
        self._clicked: dict[str, Any] = {}
        self._pressed: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}

    def __bool__(self) -> bool:
        """Whether anything waits for the next run."""
        return bool(self._entered or self._clicked)

    def find_memory(self, id: str) -> Widget | None:
        """Return what the session knows of an element, if it is an input."""
        return self._state.entries.widgets.get(id)

    def memory_of(self, id: str) -> Widget:
        """Return what the session knows of an input.

        Raises:
            AppTestError: If it is not on the page any more.
        """
        widget = self.find_memory(id)
        if widget is None:
            raise AppTestError(
                f"AppTest: the input is not on the page any more, got id={id!r}: look it up again"
            )
        return widget

    def value_of(self, id: str) -> Any:
        """Return the value of an input: the one entered since the last run, else the session's.

        If the script has deleted it, it is the one that is still on the page.
        """
        memory = self.memory_of(id)
        if id in self._entered and memory.codec is not None:
            return memory.codec.decode(self._entered[id])
        if memory.value is not MISSING or memory.codec is None:
            return memory.value
        return memory.codec.decode(self._tab.page.values[id])

    def enter(self, id: str, wire: object) -> None:
        """Note a value to send with the next run."""
        self._entered[id] = wire

    def entered(self, id: str) -> Any:
        """Return the value that was entered since the last run, as it is sent; else None."""
        return self._entered.get(id)

    def click(self, id: str, is_clicked: bool, wire: object = None) -> None:
        """Note a click to send with the next run, and what it carries, or take it back."""
        self._clicked.pop(id, None)
        self._pressed.pop(id, None)
        if is_clicked:
            self._clicked[id] = wire

    def clicked(self, id: str) -> Any:
        """Return what a click carries that was made since the last run; else None."""
        return self._clicked.get(id)

    def payload_of(self, id: str) -> Any:
        """Return what a click carries that was made since the last run, or has started that run."""
        return self._clicked.get(id) or self._pressed.get(id)

    def is_clicked(self, id: str) -> bool:
        """Return whether a button was clicked since the last run, or has started that run."""
        return id in self._clicked or id in self._pressed

    def take(self, also: Mapping[str, Any]) -> list[Event]:
        """Return what the page sends: what was entered, and then each click.

        What was entered in a form goes with the click that submits it, and waits until then.

        Args:
            also: What else it sends with what was entered.
        """
        form_of = self._tab.page.form_of
        forms = {id: form_of(id) for id in self._entered}
        entered = {**also, **{id: wire for id, wire in self._entered.items() if not forms[id]}}
        events: list[Event] = [(entered, None)] if entered else []
        submitted = {""}
        for clicked, payload in self._clicked.items():
            form = form_of(clicked)
            submitted.add(form)
            sent = {id: wire for id, wire in self._entered.items() if form and forms[id] == form}
            events.append((sent if payload is None else {**sent, clicked: payload}, clicked))
        self._entered = {
            id: wire for id, wire in self._entered.items() if forms[id] not in submitted
        }
        self._shown = {id: self._tab.page.values[id] for id in self._entered}
        self._clicked, self._pressed = {}, self._clicked
        return events

    def settle(self) -> None:
        """Forget what still waits where the run has set something else, as the browser does."""
        values = self._tab.page.values
        self._entered = {
            id: wire
            for id, wire in self._entered.items()
            if values.get(id, MISSING) == self._shown[id]
        }
