"""Entries: what a session remembers, by name; encoded until it is needed, dirty when it may change.

A name begins with `PLAIN` and is a key of the user's, or with `WIDGET` and is the id of a widget.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from typing import Any

from ostinato.state.pickled import Unreadable
from ostinato.state.widget import MISSING, Widget, key_id, key_of

PLAIN, WIDGET = "p", "w"

HIDDEN = "\0"
"""How the keys of plain values begin that are ours: no script is shown them."""

Decode = Callable[[str, Mapping[str, bytes]], Mapping[str, Any]]


class Entries:
    """Plain values by key, and widgets by id.

    What was restored is `encoded`, as bytes by name, until it is needed. What cannot be read stays
    there: it is present, and its bytes are kept until it is replaced. `dirty` has the names of
    entries that may have changed since somebody emptied the set.

    Args:
        encoded: What is restored.
        decode: Returns the value, or the record of the widget, of an encoded entry, and of others
            that are bound to it; raises `Unreadable`.
    """

    def __init__(
        self, encoded: Mapping[str, bytes] | None = None, decode: Decode | None = None
    ) -> None:
        self.plain: dict[str, Any] = {}
        self.widgets: dict[str, Widget] = {}
        self.encoded = dict(encoded or {})
        self.dirty: set[str] = set()
        self.page = ""
        """The page of the app that is run: the ids of its widgets begin with it, or with nothing
        if they are those of the script around all pages."""
        self._decode = decode
        self._ids: dict[str, str] = {}

    def successor(self) -> "Entries":
        """Return a copy with the same values, for when a thread goes on using this one for ever."""
        other = Entries(self.encoded, self._decode)
        other.plain, other.dirty = self.plain.copy(), self.dirty.copy()
        other.widgets = {id: copy(widget) for id, widget in list(self.widgets.items())}
        other._ids, other.page = self._ids.copy(), self.page
        return other

    # Plain values.

    def value(self, key: str) -> Any:
        """Return the plain value of a key, MISSING if it has none.

        Raises:
            Unreadable: If its bytes cannot be read.
        """
        value = self.plain.get(key, MISSING)
        if value is MISSING and self.encoded:
            value = self.decoded(PLAIN + key)
            if value is not MISSING:
                self.plain[key] = value
        return value

    def has_value(self, key: str) -> bool:
        """Return whether a key has a plain value, which may be unreadable."""
        return key in self.plain or PLAIN + key in self.encoded

    def set_value(self, key: str, value: object) -> None:
        """Replace the plain value of a key."""
        self.replace(PLAIN + key)
        self.plain[key] = value

    def take_value(self, key: str) -> Any:
        """Return the plain value of a key and forget it; MISSING if there is none to be read."""
        try:
            value = self.value(key)
        except Unreadable:
            return MISSING
        if value is not MISSING:
            del self.plain[key]
            self.dirty.add(PLAIN + key)
        return value

    def forget_value(self, key: str) -> None:
        """Forget the plain value of a key, read or not."""
        self.replace(PLAIN + key)
        self.plain.pop(key, None)

    # Widgets.

    def find(self, id: str) -> Widget | None:
        """Return a widget by its id, if there is one that can be read."""
        widget = self.widgets.get(id)
        if widget is None and self.encoded:
            try:
                record = self.decoded(WIDGET + id)
            except Unreadable:
                return None
            if record is not MISSING:
                widget = self.widgets[id] = Widget.of_record(id, record)
                if widget.key is not None:
                    self._ids[widget.key] = id
        return widget

    def widget_of(self, key: str) -> Widget | None:
        """Return the widget that has a key."""
        id = self._ids.get(key)
        if id is None:
            return self.find(self._encoded_id(key)) if self.encoded else None
        return self.widgets[id]

    def _encoded_id(self, key: str) -> str:
        """Return the id that the widget of a key has if it is encoded."""
        id = key_id(key, self.page)
        return id if not self.page or WIDGET + id in self.encoded else key_id(key)

    def has_encoded_widget(self, key: str) -> bool:
        """Return whether a key is of a widget that has not been read, or cannot be."""
        return bool(self.encoded) and self.widget_name(key) in self.encoded

    def widget_name(self, key: str) -> str:
        """Return the name of the entry that the widget of a key has."""
        return WIDGET + self._encoded_id(key)

    def add_widget(self, id: str, key: str | None, *, is_press: bool) -> Widget:
        """Return a new widget; bytes of an old one that cannot be read stay until it is set."""
        self.dirty.add(WIDGET + id)
        widget = self.widgets[id] = Widget(id, key, is_press=is_press)
        if key is not None:
            self._ids[key] = id
        return widget

    def forget_widget(self, widget: Widget) -> bool:
        """Forget a widget; return whether its key is free now."""
        del self.widgets[widget.id]
        self.dirty.add(WIDGET + widget.id)
        if widget.key is None or self._ids.get(widget.key) != widget.id:
            return False
        del self._ids[widget.key]
        if (other := key_id(widget.key)) in self.widgets:
            # One of all pages, which that of this page has hidden.
            self._ids[widget.key] = other
            return False
        return True

    def leave_page(self) -> None:
        """Forget the widgets of a page that a person leaves, read or not (W11)."""
        if not self.page:
            return
        start, self.page = self.page, ""
        self.decode_widgets()
        for name in [name for name in self.encoded if name.startswith(WIDGET + start)]:
            self.replace(name)
        for widget in [each for id, each in self.widgets.items() if id.startswith(start)]:
            is_free = self.forget_widget(widget)
            is_set = widget.is_assigned or widget.is_kept
            if is_free and is_set and widget.key is not None and widget.value is not MISSING:
                # What the script itself sets in each run is no value of the widget's alone (S07).
                self.set_value(widget.key, widget.value)

    def decode_widgets(self) -> None:
        """Read all widgets that are encoded."""
        if not self.encoded:
            return
        for name in [name for name in self.encoded if name.startswith(WIDGET)]:
            self.find(name.removeprefix(WIDGET))

    # All.

    def keys(self) -> Iterator[str]:
        """Return the keys the user knows: plain ones and those of widgets."""
        self.decode_widgets()
        keys = {key: None for key in list(self.plain) if not key.startswith(HIDDEN)}
        for name in list(self.encoded):
            if name.startswith(PLAIN + HIDDEN):
                continue
            if name.startswith(PLAIN):
                keys[name.removeprefix(PLAIN)] = None
            elif (key := key_of(name.removeprefix(WIDGET))) not in self._ids and "#" in name:
                keys[key] = None
        for key, id in list(self._ids.items()):
            if self.widgets[id].value is not MISSING:
                keys[key] = None
        return iter(keys)

    def mark(self, name: str) -> None:
        """Note that an entry may have changed, or may be changed in place later."""
        self.dirty.add(name)

    def assign(self, widget: Widget, value: object) -> None:
        """Give a widget the value that the script sets its key to."""
        self.replace(WIDGET + widget.id)
        widget.value, widget.is_assigned = value, True

    def replace(self, name: str) -> None:
        """Note that an entry gets another value, or none: its bytes go."""
        self.dirty.add(name)
        self.encoded.pop(name, None)

    def replace_encoded(self, name: str) -> None:
        """Note the same of an entry that has not been read; else do nothing."""
        if name in self.encoded:
            self.replace(name)

    def decoded(self, name: str) -> Any:
        """Return what an encoded entry holds; all that is bound to it is read too.

        Raises:
            Unreadable: If it cannot be read.
        """
        if name not in self.encoded or self._decode is None:
            return MISSING
        values = self._decode(name, self.encoded)
        for each in values:
            del self.encoded[each]
            if each != name:
                self.plain[each.removeprefix(PLAIN)] = values[each]
        return values[name]
