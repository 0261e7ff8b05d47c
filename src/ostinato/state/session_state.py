"""Session state: the values of one session, as the script and the browser change them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from ostinato.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)
from ostinato.state.widget import MISSING, SCALARS, Answer, Callback, Widget, key_id

PLAIN, WIDGET = "p", "w"
"""How the names of entries begin: `PLAIN` and a key, or `WIDGET` and the id of a widget."""


class SessionState(MutableMapping[str, Any]):
    """Plain values by key, and widgets by id; as a mapping, all that has a key.

    Only the thread that runs the script touches it, and only while it does. What was restored is
    `asleep`, as bytes by the name of its entry, until it is needed. The names in `touched` are
    those of entries that may have changed since somebody emptied the set: a value that was read
    may be changed in place later.

    Args:
        asleep: What is restored.
        wake: Gives the value, or the record of the widget, of an entry that is asleep; MISSING if
            it cannot be read.
    """

    def __init__(
        self,
        asleep: Mapping[str, bytes] | None = None,
        wake: Callable[[str, bytes], Any] | None = None,
    ) -> None:
        self.plain: dict[str, Any] = {}
        self.widgets: dict[str, Widget] = {}
        self.asleep = dict(asleep or {})
        self.touched: set[str] = set()
        self.rebuilders: dict[str, Callable[[], Any]] = {}
        self._wake = wake
        self._ids: dict[str, str] = {}
        self._run = 0

    # The mapping that scripts see (rules S02 to S05).

    def __getitem__(self, key: str) -> Any:
        """Give the value of a key; KeyError says how to initialise it."""
        widget = self._widget(key)
        if widget is not None and widget.value is not MISSING:
            name, value = WIDGET + widget.id, widget.value
        else:
            name, value = PLAIN + key, self._plain(key)
        if value is MISSING:
            if key not in self.rebuilders:
                raise KeyError(missing_key(key))
            value = self.rebuilders[key]()
            self._drop(name)
            self.plain[key] = value
        if type(value) not in SCALARS:
            self.touched.add(name)
        return value

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
            self.plain[key] = value
            return
        self.touched.add(WIDGET + widget.id)
        widget.value = value
        widget.kept = self._run

    def __delitem__(self, key: str) -> None:
        """Forget the value of a key; a widget starts from its default when drawn again."""
        if key not in self:
            raise KeyError(missing_key(key))
        self._drop(PLAIN + key)
        self.plain.pop(key, None)
        if (widget := self._widget(key)) is not None:
            self.touched.add(WIDGET + widget.id)
            widget.value = MISSING

    def __iter__(self) -> Iterator[str]:
        """Give the keys the user knows: plain ones and those of widgets."""
        self._wake_all()
        yield from list(self.plain)
        for key, id in list(self._ids.items()):
            if key not in self.plain and self.widgets[id].value is not MISSING:
                yield key

    def __len__(self) -> int:
        """Count the keys."""
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        """Say whether a key has a value, or can be given one."""
        if not isinstance(key, str):
            return False
        if key in self.rebuilders or self._plain(key) is not MISSING:
            return True
        widget = self._widget(key)
        return widget is not None and widget.value is not MISSING

    def clear(self) -> None:
        """Forget the values of all keys, also of those that cannot be read."""
        self._wake_all()
        for key in list(self):
            del self[key]
        for name in list(self.asleep):
            self._drop(name)

    # What is asleep.

    def find(self, id: str) -> Widget | None:
        """Give a widget by its id, if there is one."""
        widget = self.widgets.get(id)
        if widget is None and self.asleep:
            record = self._woken(WIDGET + id)
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

    def _widget(self, key: str) -> Widget | None:
        id = self._ids.get(key)
        if id is None:
            return self.find(key_id(key)) if self.asleep else None
        return self.widgets[id]

    def _woken(self, name: str) -> Any:
        sealed = self.asleep.get(name)
        value = MISSING if sealed is None or self._wake is None else self._wake(name, sealed)
        if value is not MISSING:
            del self.asleep[name]
        return value

    def _wake_all(self) -> None:
        for name in list(self.asleep):
            if name.startswith(PLAIN):
                self._plain(name.removeprefix(PLAIN))
            else:
                self.find(name.removeprefix(WIDGET))

    def _drop(self, name: str) -> None:
        """Note that an entry gets another value, or none."""
        self.touched.add(name)
        self.asleep.pop(name, None)

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
        self.touched.add(WIDGET + id)
        widget.is_changed = True
        if widget.value is not MISSING and _equal(widget.value, value):
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
        self.touched.add(WIDGET + id)
        widget.value = True
        return widget.callback

    def release(self, id: str | None) -> None:
        """Make a trigger false again: it is true for one run (W15)."""
        widget = None if id is None else self.widgets.get(id)
        if widget is not None and widget.is_trigger:
            widget.value = False

    def sweep(self) -> None:
        """End a completed run: widgets it did not call lose value and key (W10)."""
        for name in [name for name in self.asleep if name.startswith(WIDGET)]:
            self.find(name.removeprefix(WIDGET))
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
        """
        widget = self.find(id)
        if widget is None or widget.is_trigger:
            widget = self._new(id, key)
        before = widget.value
        if key is None and wire != widget.default and not widget.is_changed:
            widget.value = MISSING
        if key is not None and self._plain(key) is not MISSING:
            widget.value = self.plain.pop(key)
            self.touched.add(PLAIN + key)
        shown = wire
        if widget.value is MISSING:
            widget.value = default
        else:
            try:
                shown = answer.encode(widget.value)
                widget.value = answer.decode(shown)
            except ValueError:
                widget.value, shown = default, wire
        if widget.is_changed or widget.default != wire or not _is_same(before, widget.value):
            self.touched.add(WIDGET + id)
        widget.answer, widget.default = answer, wire
        widget.is_changed, widget.run = False, self._run
        return widget, shown

    def call_trigger(self, id: str, key: str | None, name: str) -> Widget:
        """Note that the script called a trigger.

        Raises:
            StreamlitValueAssignmentNotAllowedError: If the script set its key (W04).
        """
        if key is not None and self._plain(key) is not MISSING:
            del self.plain[key]
            self.touched.add(PLAIN + key)
            raise StreamlitValueAssignmentNotAllowedError(
                f"{name}: its value cannot be set through st.session_state, got key={key!r}:"
                " use another key for your own value"
            )
        widget = self.find(id)
        if widget is None or not widget.is_trigger:
            widget = self._new(id, key, is_trigger=True)
            widget.value = False
        widget.run = self._run
        return widget

    def persist(self, widget: Widget, is_persistent: bool) -> None:
        """Note whether a widget keeps its value while it is not drawn (W10)."""
        if widget.is_persistent != is_persistent:
            widget.is_persistent = is_persistent
            self.touched.add(WIDGET + widget.id)

    def _new(self, id: str, key: str | None, *, is_trigger: bool = False) -> Widget:
        self._drop(WIDGET + id)
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


def _is_same(one: object, other: object) -> bool:
    """Say whether two values cannot be told apart, as far as that is quickly said."""
    if one is other:
        return True
    return type(one) is type(other) and type(one) in SCALARS and one == other


def _equal(one: object, other: object) -> bool:
    """Compare values of any type; what cannot say whether it is equal is not."""
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # noqa: BLE001  (a user's __eq__ may raise anything)
        return False
