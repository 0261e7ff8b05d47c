"""Session state: the values of one session, as the script and the browser change them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import copy
from typing import Any

from ostinato.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
    UnreadableSessionStateError,
)
from ostinato.state.pickled import Unreadable, unreadable_key
from ostinato.state.widget import (
    MISSING,
    SCALARS,
    Answer,
    Callback,
    Unfit,
    Widget,
    is_equal,
    is_open,
    is_same,
    key_id,
    key_of,
)

PLAIN, WIDGET = "p", "w"
"""How the names of entries begin: `PLAIN` and a key, or `WIDGET` and the id of a widget."""

KEYED = WIDGET + key_id("")


class SessionState(MutableMapping[str, Any]):
    """Plain values by key, and widgets by id; as a mapping, all that has a key.

    Only the thread that runs the script touches it, and only while it does. What was restored is
    `asleep`, as bytes by the name of its entry, until it is needed. What cannot be read stays
    there: it is present, and its bytes are kept until the key is written. A widget then begins at
    its default, beside its bytes. The names in `touched` are those of entries that may have changed
    since somebody emptied the set: a value that was read may be changed in place later.

    Args:
        asleep: What is restored.
        wake: Gives the value, or the record of the widget, of an entry that is asleep, and of
            others that are asleep and bound to it; raises `Unreadable`.
    """

    def __init__(
        self,
        asleep: Mapping[str, bytes] | None = None,
        wake: Callable[[str, Mapping[str, bytes]], Mapping[str, Any]] | None = None,
    ) -> None:
        self.plain: dict[str, Any] = {}
        self.widgets: dict[str, Widget] = {}
        self.asleep = dict(asleep or {})
        self.touched: set[str] = set()
        self.rebuilders: dict[str, Callable[[], Any]] = {}
        self._wake = wake
        self._ids: dict[str, str] = {}
        self._run = 0

    def successor(self) -> "SessionState":
        """Give one with the same values, for when a thread goes on using this one for ever."""
        other = SessionState(self.asleep, self._wake)
        other.plain, other.touched = self.plain.copy(), self.touched.copy()
        other.widgets = {id: copy(widget) for id, widget in list(self.widgets.items())}
        other.rebuilders, other._ids = self.rebuilders.copy(), self._ids.copy()
        other._run = self._run
        return other

    # The mapping that scripts see (rules S02 to S05).

    def __getitem__(self, key: str) -> Any:
        """Give the value of a key; KeyError says how to initialise it."""
        try:
            name, value = self._found(key)
        except Unreadable as error:
            if key not in self.rebuilders:
                raise UnreadableSessionStateError(unreadable_key(key, error)) from error
            name, value = PLAIN + key, MISSING
        if value is MISSING:
            if key not in self.rebuilders:
                raise KeyError(missing_key(key))
            value = self.rebuilders[key]()
            self._drop(name)
            self.plain[key] = value
        if type(value) not in SCALARS:
            self.touched.add(name)
        return value

    def _found(self, key: str) -> tuple[str, Any]:
        """Give the entry of a key, and its value."""
        widget = self._widget(key)
        if widget is not None and widget.value is not MISSING:
            return WIDGET + widget.id, widget.value
        if widget is None and WIDGET + key_id(key) in self.asleep and key not in self.plain:
            self._woken(WIDGET + key_id(key))
        return PLAIN + key, self._plain(key)

    def __setitem__(self, key: str, value: object) -> None:
        """Set the value of a key; a widget drawn in this run cannot be set (W03, W04)."""
        widget = self._widget(key)
        if widget is not None and widget.run == self._run:
            raise StreamlitWidgetAlreadyInstantiatedError(
                f"st.session_state.{key}: a widget cannot be set after it was drawn in the same"
                f" run, got key={key!r}: set it before the widget is called, or in a callback"
            )
        if widget is None or widget.is_trigger:
            self._drop(PLAIN + key)
            self._drop_asleep(WIDGET + key_id(key))
            self.plain[key] = value
            return
        self._drop(WIDGET + widget.id)
        widget.value = value
        widget.kept = self._run

    def __delitem__(self, key: str) -> None:
        """Forget the value of a key; a widget starts from its default when drawn again."""
        if key not in self:
            raise KeyError(missing_key(key))
        self._drop(PLAIN + key)
        self.plain.pop(key, None)
        if (widget := self._widget(key)) is not None:
            self._drop(WIDGET + widget.id)
            widget.value = MISSING
        self._drop_asleep(WIDGET + key_id(key))

    def __iter__(self) -> Iterator[str]:
        """Give the keys the user knows: plain ones and those of widgets."""
        self._wake_widgets()
        keys = dict.fromkeys(self.plain)
        for name in list(self.asleep):
            if name.startswith(PLAIN):
                keys[name.removeprefix(PLAIN)] = None
            elif name.startswith(KEYED) and key_of(name.removeprefix(WIDGET)) not in self._ids:
                keys[key_of(name.removeprefix(WIDGET))] = None
        for key, id in list(self._ids.items()):
            if self.widgets[id].value is not MISSING:
                keys[key] = None
        yield from keys

    def __len__(self) -> int:
        """Count the keys."""
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        """Say whether a key has a value, or can be given one."""
        if not isinstance(key, str):
            return False
        if key in self.rebuilders or key in self.plain or PLAIN + key in self.asleep:
            return True
        widget = self._widget(key)
        if widget is None:
            return WIDGET + key_id(key) in self.asleep
        return widget.value is not MISSING

    def clear(self) -> None:
        """Forget the values of all keys, also of those that cannot be read."""
        for key in list(self):
            del self[key]
        for name in list(self.asleep):
            self._drop(name)

    # What is asleep.

    def find(self, id: str) -> Widget | None:
        """Give a widget by its id, if there is one that can be read."""
        widget = self.widgets.get(id)
        if widget is None and self.asleep:
            try:
                record = self._woken(WIDGET + id)
            except Unreadable:
                return None
            if record is not MISSING:
                widget = self.widgets[id] = Widget.of_record(id, record)
                if widget.key is not None:
                    self._ids[widget.key] = id
        return widget

    def _plain(self, key: str) -> Any:
        value = self.plain.get(key, MISSING)
        if value is MISSING and self.asleep:
            value = self._woken(PLAIN + key)
            if value is not MISSING:
                self.plain[key] = value
        return value

    def held(self, key: str) -> Any:
        """Give the value that a key has before its widget is called; MISSING if it has none."""
        try:
            return self._found(key)[1]
        except Unreadable:
            return MISSING

    def _is_assigned(self, key: str) -> bool:
        """Say whether a key has a value of its own, which a widget is to take over."""
        try:
            return self._plain(key) is not MISSING
        except Unreadable:
            return False

    def _widget(self, key: str) -> Widget | None:
        id = self._ids.get(key)
        if id is None:
            return self.find(key_id(key)) if self.asleep else None
        return self.widgets[id]

    def _woken(self, name: str) -> Any:
        """Give what an entry holds that is asleep; all that is bound to it wakes too."""
        if name not in self.asleep or self._wake is None:
            return MISSING
        values = self._wake(name, self.asleep)
        for each in values:
            del self.asleep[each]
            if each != name:
                self.plain[each.removeprefix(PLAIN)] = values[each]
        return values[name]

    def _wake_widgets(self) -> None:
        for name in [name for name in self.asleep if name.startswith(WIDGET)]:
            self.find(name.removeprefix(WIDGET))

    def _drop(self, name: str) -> None:
        """Note that an entry gets another value, or none."""
        self.touched.add(name)
        self.asleep.pop(name, None)

    def _drop_asleep(self, name: str) -> None:
        if name in self.asleep:
            self._drop(name)

    # The life of a run.

    def begin(self, run: int) -> None:
        """Start a run; its number is larger than any before."""
        self._run = run

    def change(self, id: str, wire: Any) -> Callback | None:
        """Take a value from the browser and give the callback to call, if it changed anything.

        Raises:
            LookupError: If there is no such input.
            ValueError: If it is disabled, or the value does not fit (W16).
        """
        widget = self.widgets.get(id)
        if widget is None or widget.answer is None:
            raise LookupError(f"there is no input with id={id!r}")
        if widget.is_disabled:
            raise ValueError(f"input {id!r} is disabled")
        value = widget.answer.decode(wire)
        self._drop(WIDGET + id)
        widget.is_changed = True
        if widget.value is not MISSING and is_equal(widget.value, value):
            return None
        widget.value = value
        return widget.callback

    def pull(self, id: str) -> Callback | None:
        """Make a trigger true for this run and give the callback to call.

        Raises:
            LookupError: If there is no such trigger.
            ValueError: If it is disabled.
        """
        widget = self.widgets.get(id)
        if widget is None or not widget.is_trigger or not widget.run:
            raise LookupError(f"there is no button with id={id!r}")
        if widget.is_disabled:
            raise ValueError(f"button {id!r} is disabled")
        self._drop(WIDGET + id)
        widget.value = True
        return widget.callback

    def release(self, id: str | None) -> None:
        """Make a trigger false again: it is true for one run (W15)."""
        widget = None if id is None else self.widgets.get(id)
        if widget is not None and widget.is_trigger:
            widget.value = False

    def sweep(self) -> None:
        """End a completed run: widgets it did not call lose value and key (W10)."""
        self._wake_widgets()
        for widget in list(self.widgets.values()):
            if widget.run == self._run or widget.is_persistent:
                continue
            del self.widgets[widget.id]
            self.touched.add(WIDGET + widget.id)
            if widget.key is None or self._ids.get(widget.key) != widget.id:
                continue
            del self._ids[widget.key]
            if widget.kept == self._run and widget.value is not MISSING:
                self._drop(PLAIN + widget.key)
                self.plain[widget.key] = widget.value

    # The calls of widgets.

    def call_input(
        self, id: str, key: str | None, answer: Answer[Any], default: Any, wire: Any
    ) -> tuple[Widget, Any]:
        """Note that the script called an input, and decide its value (W02, W07, W08, W14).

        Args:
            id: The identity of the widget.
            key: The user's key for it, if any.
            answer: What fits the widget in this call.
            default: The value it has until somebody changes it.
            wire: The wire form of `default`.

        Returns:
            The widget, with its value, and the wire form of that value.

        Raises:
            StreamlitAPIException: If the script set a value of which it is to hear that it does
                not fit; the value is given up.
        """
        widget = self.find(id)
        if widget is None or widget.is_trigger:
            widget = self._new(id, key)
        before = widget.value
        if key is None and wire != widget.default and not widget.is_changed:
            widget.value = MISSING
        is_assigned = widget.kept == self._run
        if key is not None and self._is_assigned(key):
            is_assigned = True
            widget.value = self.plain.pop(key)
            self.touched.add(PLAIN + key)
            self._drop_asleep(WIDGET + id)
        shown = wire
        if widget.value is MISSING:
            widget.value = default
        else:
            try:
                widget.value, shown = answer.adopt(widget.value, widget.answer)
            except ValueError as error:
                if is_assigned and isinstance(error, Unfit):
                    self._drop(WIDGET + id)
                    widget.value = MISSING
                    raise error.error from None
                widget.value, shown = default, wire
        has_changed = widget.is_changed or widget.default != wire
        if has_changed or not is_same(before, widget.value) or is_open(widget.value):
            self.touched.add(WIDGET + id)
        widget.answer, widget.default = answer, wire
        widget.is_changed, widget.run = False, self._run
        return widget, shown

    def call_trigger(self, id: str, key: str | None, name: str) -> Widget:
        """Note that the script called a trigger.

        Raises:
            StreamlitValueAssignmentNotAllowedError: If the script set its key (W04).
        """
        if key is not None and self._is_assigned(key):
            del self.plain[key]
            self.touched.add(PLAIN + key)
            raise StreamlitValueAssignmentNotAllowedError(
                f"{name}: its value cannot be set through st.session_state, got key={key!r}:"
                " use another key for your own value"
            )
        widget = self.find(id)
        if widget is None or not widget.is_trigger:
            widget = self._new(id, key, is_trigger=True)
        if widget.value is MISSING:
            widget.value = False
            self.touched.add(WIDGET + id)
        widget.run = self._run
        return widget

    def persist(self, widget: Widget, is_persistent: bool) -> None:
        """Note whether a widget keeps its value while it is not drawn (W10)."""
        if widget.is_persistent != is_persistent:
            widget.is_persistent = is_persistent
            self.touched.add(WIDGET + widget.id)

    def _new(self, id: str, key: str | None, *, is_trigger: bool = False) -> Widget:
        # What cannot be read stays asleep, until the person or the script sets the widget.
        self.touched.add(WIDGET + id)
        widget = self.widgets[id] = Widget(id, key, is_trigger=is_trigger)
        if key is not None:
            self._ids[key] = id
        return widget

    def knows(self, id: str) -> bool:
        """Say whether the script has called this widget in this process; any thread may ask."""
        widget = self.widgets.get(id)
        return widget is not None and widget.run > 0

    def was_called(self, id: str) -> bool:
        """Say whether the script has called this widget in this run."""
        widget = self.widgets.get(id)
        return widget is not None and widget.run == self._run


def missing_key(key: str) -> str:
    """Say that a key is missing and how to initialise it (S03)."""
    return (
        f'st.session_state has no key "{key}". Did you forget to initialise it?'
        f' Write: if "{key}" not in st.session_state: st.session_state["{key}"] = ...'
    )
