"""Components of the second kind: what a test reads of one, and does in it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.errors import AppTestError
from ostinato.run.component_data import PLACE
from ostinato.testing.element import Widget, named
from ostinato.values.component import ComponentTriggers, checked, sendable

if TYPE_CHECKING:
    from typing import Self


class ComponentV2(Widget):
    """A component; its value is what it keeps.

    No test runs its JavaScript: it does what that says.
    """

    @property
    def name(self) -> str:
        """The name that it is registered by."""
        return str(self._props["label"])

    @property
    def data(self) -> Any:
        """What its function is given; of a table, the bytes of a stream of Arrow."""
        content = self._props.get("data")
        if content is None:
            return None
        return self._filled(msgspec.msgpack.decode(self._bytes(content)))

    def set_value(self, value: Any) -> "Self":
        """Have it keep values, beside those that it keeps already.

        Raises:
            AppTestError: If they are none of JSON.
        """
        wire = {**sendable(self.value), **self._checked(checked, value)}
        self.root.inputs.enter(self.id, wire)
        return self

    def trigger(self, **values: Any) -> "Self":
        """Trigger something in it, by name, beside what was triggered since the last run.

        Raises:
            AppTestError: If there are no values, or they are none of JSON, or it is in a form.
        """
        press = self._props.get("press", "")
        if not press:
            raise AppTestError(
                f"{named(self.type, self._props)}: in a form nothing is triggered, got"
                f" {values!r:.100}: set its value, and click the submit button"
            )
        before = self.root.inputs.clicked(press) or {}
        wire = {**before, **self._checked(ComponentTriggers(self.id).decode, values)}
        self.root.inputs.click(press, True, wire)
        return self

    def _checked(self, check: Callable[[Any], Mapping[str, Any]], values: Any) -> Mapping[str, Any]:
        try:
            return check(values)
        except ValueError as error:
            raise AppTestError(
                f"{named(self.type, self._props)}: not a value the widget accepts: {error}"
            ) from None

    def _filled(self, value: Any) -> Any:
        """Return data with tables in the places that stand for them."""
        if isinstance(value, list):
            return [self._filled(each) for each in value]
        if not isinstance(value, dict):
            return value
        if value.keys() == {PLACE}:
            return self._bytes(self._props["tables"][value[PLACE]])
        return {name: self._filled(each) for name, each in value.items()}

    def _bytes(self, told: Mapping[str, Any]) -> bytes:
        if "file" in told:
            return self.root.files[told["file"]]
        return msgspec.convert(told["data"], bytes)
