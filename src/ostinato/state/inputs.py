"""Inputs: the values of a session's widgets, as the script calls them and people change them."""

from collections.abc import Collection
from typing import Any

from ostinato.errors import StreamlitValueAssignmentNotAllowedError
from ostinato.state.entries import WIDGET, Entries
from ostinato.state.widget import (
    MISSING,
    Callback,
    Widget,
    is_equal,
    is_open,
    is_same,
    is_within,
)
from ostinato.values.codec import (
    Codec,
    Unfit,
    is_covering,
    is_in_parts,
    is_of_data,
    is_same_wire,
)


class Inputs:
    """What the calls of widgets come to, and what people do with them.

    Args:
        entries: Where widgets are remembered.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self.run = 0
        """The number of the run that goes on, or was the last."""
        self.unheard: set[str] = set()
        """Inputs that a person has changed, whose call has not told the script yet (L11)."""
        self.unfit: list[str] = []
        """Inputs whose calls could not take what a person has entered (L09)."""
        self.refused: list[tuple[str, ValueError]] = []
        """Inputs that have taken some of what a person has entered, and why not the rest."""

    # The life of a run.

    def change(self, id: str, wire: Any) -> Callback | None:
        """Take a value from the browser and return the callback to call, if it changed anything.

        Of what has parts, those are taken that fit; `refused` has what does not.

        Raises:
            LookupError: If there is no such input.
            ValueError: If it is disabled, or the value does not fit (W16).
        """
        widget = self._entries.widgets.get(id)
        if widget is None or widget.codec is None or widget.is_press:
            raise LookupError(f"there is no input with id={id!r}")
        if widget.is_disabled:
            raise ValueError(f"input {id!r} is disabled")
        if is_in_parts(widget.codec):
            value, refused = widget.codec.take(wire, widget.value)
            if refused is not None:
                self.refused.append((id, refused))
        else:
            value = widget.codec.decode(wire)
        self._entries.replace(WIDGET + id)
        widget.is_changed, widget.is_assigned = True, False
        if widget.value is not MISSING and is_equal(widget.value, value):
            return None
        widget.value = value
        self.unheard.add(id)
        return widget.callback

    def press(self, id: str, wire: Any = True) -> Callback | None:
        """Set the value of a press for this run and return the callback to call.

        Args:
            id: What was pressed.
            wire: What the press carries.

        Raises:
            LookupError: If there is nothing to press with this id.
            ValueError: If it is disabled, or the value does not fit.
        """
        widget = self._entries.widgets.get(id)
        if widget is None or not widget.is_press or widget.codec is None:
            raise LookupError(f"there is no button with id={id!r}")
        if widget.is_disabled:
            raise ValueError(f"button {id!r} is disabled")
        value = widget.codec.decode(wire)
        self._entries.replace(WIDGET + id)
        widget.value = value
        self._cover(widget, value)
        return widget.callback

    def release(self, id: str | None) -> None:
        """Take the value of a press back: it lasts one run (W15)."""
        widget = None if id is None else self._entries.widgets.get(id)
        if widget is not None and widget.is_press:
            widget.value = widget.default
            self._cover(widget, None)

    def _cover(self, widget: Widget, pressed: Any) -> None:
        """Show what a press carries in the value of the input that it is a part of, if of any."""
        if is_covering(widget.codec):
            other = self._entries.find(widget.codec.input)
            if other is not None and other.value is not MISSING:
                widget.codec.cover(other.value, pressed)

    def is_assigned(self, id: str, key: str | None) -> bool:
        """Return whether the script has set an input that it is about to call."""
        widget = self._entries.find(id)
        is_set = widget is not None and widget.is_assigned
        return is_set or (key is not None and self._entries.has_value(key))

    def reset(self, widget: Widget, default: Any, wire: Any) -> None:
        """Set an input back to its default, as a cleared form does.

        Args:
            widget: The input.
            default: Its default.
            wire: The wire form of that.
        """
        self._entries.mark(WIDGET + widget.id)
        widget.value, widget.wire = default, wire

    def give_up(self, scopes: Collection[str]) -> None:
        """Expect no more that the script is told of what was entered in these parts of the page."""
        # Other threads of the script may be told of something just now.
        self.unheard = {id for id in [*self.unheard] if not is_within(self.scope_of(id), scopes)}

    def sweep(self, scopes: Collection[str] = ("",), cut: Collection[str] = ()) -> None:
        """End a completed run: widgets it did not call lose value and key (W10).

        Args:
            scopes: What the run has drawn: "" for the page. Widgets of other parts stay.
            cut: Parts of these that have not come to their end. Their widgets stay.
        """
        entries = self._entries
        entries.decode_widgets()
        for widget in list(entries.widgets.values()):
            if widget.run == self.run or widget.is_persistent:
                continue
            if not is_within(widget.scope, scopes) or is_within(widget.scope, cut):
                continue
            is_free = entries.forget_widget(widget)
            if is_free and widget.is_assigned and widget.value is not MISSING:
                assert widget.key is not None
                entries.set_value(widget.key, widget.value)

    # The calls of widgets.

    def call(
        self,
        id: str,
        key: str | None,
        codec: Codec[Any],
        default: Any,
        wire: Any,
        *,
        keeps_default: bool = False,
    ) -> tuple[Widget, Any]:
        """Note that the script called an input, and decide its value (W02, W07, W08, W14).

        Args:
            id: The identity of the widget.
            key: The user's key for it, if any.
            codec: What fits the widget in this call.
            default: The value it has until somebody changes it.
            wire: The wire form of `default`.
            keeps_default: Whether the default is the moment of the first call, as long as it has
                been that in each.

        Returns:
            The widget, with its value, and the wire form of that value.

        Raises:
            StreamlitAPIException: If the script set a value of which it is to hear that it does
                not fit; the value is given up.
        """
        entries = self._entries
        widget = entries.find(id)
        if widget is None or widget.is_press:
            widget = entries.add_widget(id, key, is_press=False)
        is_assigned = widget.is_assigned
        assigned = entries.take_value(key) if key is not None else MISSING
        is_set = is_assigned or assigned is not MISSING
        if not is_set and self._is_as_before(widget, codec, wire, keeps_default):
            if is_open(widget.value):
                entries.mark(WIDGET + id)
            widget.run = self.run
            return widget, widget.wire
        before = widget.value
        if assigned is not MISSING:
            is_assigned = True
            widget.value = assigned
            entries.replace_encoded(WIDGET + id)
        elif not self._keeps_value(widget, wire, keeps_default):
            widget.value = MISSING
        shown = self._decide(widget, codec, default, wire, is_assigned=is_assigned)
        has_changed = (
            widget.is_changed
            or widget.is_kept is not is_set
            or widget.keeps_default is not keeps_default
            or not is_same_wire(widget.default, wire)
        )
        if has_changed or is_assigned or not is_same(before, widget.value) or is_open(widget.value):
            entries.mark(WIDGET + id)
        widget.codec, widget.default, widget.wire = codec, wire, shown
        widget.keeps_default = keeps_default
        widget.is_changed = widget.is_assigned = False
        widget.is_kept = is_set
        widget.run = self.run
        return widget, shown

    def peek(self, id: str, wire: Any, *, keeps_default: bool) -> Any:
        """Return the value that an input will go on with if it still fits; MISSING if none.

        Args:
            id: The identity of the widget that is about to be called.
            wire: The wire form of its default.
            keeps_default: As for the call.
        """
        widget = self._entries.find(id)
        if widget is None or not self._keeps_value(widget, wire, keeps_default):
            return MISSING
        return widget.value

    def _keeps_value(self, widget: Widget, wire: Any, keeps_default: bool) -> bool:
        """Return whether a widget goes on with its value when called with this default (W07)."""
        return (
            widget.key is not None
            or (keeps_default and widget.keeps_default)
            or widget.is_changed
            or is_same_wire(wire, widget.default)
        )

    def _decide(
        self, widget: Widget, codec: Codec[Any], default: Any, wire: Any, *, is_assigned: bool
    ) -> Any:
        """Set the value of a widget for this call, and return its wire form."""
        if widget.value is MISSING:
            widget.value = default
            return wire
        is_entered, before = widget.is_changed and not is_assigned, widget.value
        try:
            widget.value, shown = codec.adopt(before, widget.codec)
            if is_entered and isinstance(before, list) and len(widget.value) < len(before):
                self.unfit.append(widget.id)
        except Exception as error:  # noqa: BLE001  (what is compared may raise anything)
            if is_entered:
                self.unfit.append(widget.id)
            if is_assigned and isinstance(error, Unfit):
                self._entries.replace(WIDGET + widget.id)
                widget.value = MISSING
                raise error.error from None
            widget.value, shown = default, wire
        return shown

    def _is_as_before(
        self, widget: Widget, codec: Codec[Any], wire: Any, keeps_default: bool
    ) -> bool:
        """Return whether nothing has happened to a widget since its call in an earlier run."""
        return (
            widget.value is not MISSING
            and not widget.is_changed
            and not widget.is_kept
            and widget.run > 0
            and widget.codec == codec
            and widget.keeps_default is keeps_default
            and is_same_wire(widget.default, wire)
        )

    def call_press(
        self, id: str, key: str | None, codec: Codec[Any], default: Any, name: str
    ) -> Widget:
        """Note that the script called what can be pressed.

        Raises:
            StreamlitValueAssignmentNotAllowedError: If the script set its key (W04).
        """
        entries = self._entries
        if key is not None and entries.take_value(key) is not MISSING:
            raise StreamlitValueAssignmentNotAllowedError(
                f"{name}: its value cannot be set through st.session_state, got key={key!r}:"
                " use another key for your own value"
            )
        widget = entries.find(id)
        if widget is None or not widget.is_press:
            widget = entries.add_widget(id, key, is_press=True)
        if widget.value is MISSING:
            widget.value = default
            entries.mark(WIDGET + id)
        elif widget.value is not widget.default and widget.codec != codec:
            try:
                widget.value = codec.adopt(widget.value, widget.codec)[0]
            except Exception:  # noqa: BLE001  (likewise)
                widget.value = default
                self.unfit.append(id)
        widget.codec, widget.default, widget.run = codec, default, self.run
        return widget

    def persist(self, widget: Widget, is_persistent: bool) -> None:
        """Note whether a widget keeps its value while it is not drawn (W10)."""
        widget.is_persistent = is_persistent
        self._entries.mark(WIDGET + widget.id)

    # What is known of widgets.

    def find(self, id: str) -> Widget | None:
        """Return a widget by its id, if there is one that can be read."""
        return self._entries.find(id)

    def scope_of(self, id: str) -> str:
        """Return the part of the page that a widget belongs to; any thread may ask."""
        widget = self._entries.widgets.get(id)
        return "" if widget is None else widget.scope

    def knows(self, id: str) -> bool:
        """Return whether the script has called this widget in this process; any thread may ask."""
        return self.last_call(id) > 0

    def last_call(self, id: str) -> int:
        """Return in which run of this process a widget was called last, 0 if in none; likewise."""
        widget = self._entries.widgets.get(id)
        return 0 if widget is None else widget.run

    def is_ahead(self, id: str, wire: Any) -> bool:
        """Return whether a value is of data that a widget is yet to be called with; likewise.

        One without a key may be known by that data: until then it is any other one.
        """
        if not isinstance(wire, dict):
            return False  # It says of what data it is, if of any.
        widget = self._entries.widgets.get(id)
        widgets = [*self._entries.widgets.values()] if widget is None else [widget]
        codecs: list[object] = [each.codec for each in widgets]
        of_data = [codec for codec in codecs if is_of_data(codec)]
        return bool(of_data) and all(codec.is_ahead(wire) for codec in of_data)

    def was_called(self, id: str) -> bool:
        """Return whether the script has called this widget in this run."""
        widget = self._entries.widgets.get(id)
        return widget is not None and widget.run == self.run
