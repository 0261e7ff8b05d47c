"""Chart: what a test reads of elements that draw one, and selects in them."""

from typing import Any

from ostinato.testing.selecting import Selectable


class Chart(Selectable):
    """A chart; what is selected in it is `selection`."""

    @property
    def value(self) -> Any:
        """What is selected, as the script is given it; None if it does not ask."""
        return self.root.inputs.value_of(self.id) if self._is_asked else None
