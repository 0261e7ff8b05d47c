"""Selecting: what a test reads and sets of what is selected in an element."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ostinato.errors import AppTestError
from ostinato.testing.element import Widget

if TYPE_CHECKING:
    from typing import Self


class Selectable(Widget):
    """An element in which something can be selected; what is, is `selection`."""

    @property
    def selection(self) -> Any:
        """What is selected, as the script is given it.

        Raises:
            AppTestError: If the script does not ask.
        """
        self._check_asked()
        return self.root.inputs.value_of(self.id).selection

    def _wire_of_selection(self, parts: Mapping[str, Any]) -> Any:
        """Return the wire form of what a person selects.

        Raises:
            ValueError: If it cannot be selected.
        """
        return self.encode({"selection": parts})

    def _select(self, parts: Mapping[str, Any]) -> "Self":
        """Select something, and nothing else.

        Raises:
            AppTestError: If the script does not ask, or it cannot be selected.
        """
        self._check_asked()
        try:
            wire = self._wire_of_selection(parts)
        except ValueError as error:
            raise AppTestError(f"{self.type}: cannot be selected: {error}") from None
        self.root.inputs.enter(self.id, wire)
        return self

    @property
    def _is_asked(self) -> bool:
        # Charts say whether, tables say what.
        return self._props.get("selects") not in (None, False)

    def _check_asked(self) -> None:
        if not self._is_asked:
            raise AppTestError(
                f'{self.type}: the script does not ask what is selected: give it on_select="rerun"'
            )
