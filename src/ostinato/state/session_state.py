"""Session state: the values of one session, as its script reads and sets them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, NamedTuple

from ostinato.errors import (
    StreamlitWidgetAlreadyInstantiatedError,
    UnreadableSessionStateError,
)
from ostinato.state.entries import PLAIN, WIDGET, Decode, Entries
from ostinato.state.inputs import Inputs
from ostinato.state.pickled import Unreadable, unreadable_key
from ostinato.state.query import Query
from ostinato.state.widget import MISSING
from ostinato.values.address import Place
from ostinato.values.codec import SCALARS


class Touched(NamedTuple):
    """The keys that a script has read, and those it has set or deleted."""

    read: set[str]
    written: set[str]


class SessionState(MutableMapping[str, Any]):
    """Plain values and widgets of one session; as a mapping, all that has a key (S02 to S05).

    Only the thread that runs the script touches it, and only while it does; `inputs.knows` is for
    any thread. A value that was read is dirty: it may be changed in place later.

    Args:
        encoded: What is restored, as bytes by the name of its entry.
        decode: See `Entries`.
    """

    def __init__(
        self, encoded: Mapping[str, bytes] | None = None, decode: Decode | None = None
    ) -> None:
        self.entries = Entries(encoded, decode)
        self.inputs = Inputs(self.entries)
        self.query = Query(self.entries)
        self.rebuilders: dict[str, Callable[[], Any]] = {}
        self.touched: Touched | None = None
        """The keys that the script has touched in this run; None if nobody asks."""

    def successor(self) -> "SessionState":
        """Return one with the same values, for when a thread goes on using this one for ever."""
        other = SessionState()
        other.entries = self.entries.successor()
        other.inputs = Inputs(other.entries)
        other.inputs.run = self.inputs.run
        other.query = self.query.successor(other.entries)
        other.rebuilders = self.rebuilders.copy()
        return other

    def begin(self, run: int) -> None:
        """Begin a run, of the page that the last one was of until it says otherwise.

        Args:
            run: Its number, larger than any before.
        """
        self.inputs.run, self.entries.page = run, self.query.page

    def arrive(self, place: Place, *, is_new: bool) -> None:
        """Hear with which address the browser has come; `is_new` if it was left with another."""
        before = self.query.place.path
        self.query.arrive(place, is_new=is_new)
        self._leave(before)

    def go(self, wire: Any) -> None:
        """Hear where a person has gone: to another page, back or forward.

        Raises:
            ValueError: If the browser says nonsense.
        """
        before = self.query.place.path
        self.query.go(wire)
        self._leave(before)

    def _leave(self, path: str) -> None:
        if self.query.place.path != path:
            self.enter("")

    def enter(self, page: str) -> None:
        """Begin to run a page of the app: the widgets of another one are forgotten (W11)."""
        if page != self.query.page:
            self.entries.leave_page()
            self.query.page = page
        self.entries.page = page

    def __getitem__(self, key: str) -> Any:
        """Return the value of a key; KeyError says how to initialise it."""
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
            self.entries.set_value(key, value)
        if type(value) not in SCALARS:
            self.entries.mark(name)
        if self.touched is not None:
            self.touched.read.add(key)
        return value

    def _found(self, key: str) -> tuple[str, Any]:
        """Return the name of the entry of a key, and its value."""
        entries = self.entries
        widget = entries.widget_of(key)
        if widget is not None and widget.value is not MISSING:
            return WIDGET + widget.id, widget.value
        if widget is None and entries.has_encoded_widget(key) and key not in entries.plain:
            entries.decoded(entries.widget_name(key))  # It raises why it cannot be read.
        return PLAIN + key, entries.value(key)

    def __setitem__(self, key: str, value: object) -> None:
        """Set the value of a key; a widget drawn in this run cannot be set (W03, W04)."""
        widget = self.entries.widget_of(key)
        if widget is not None and widget.run == self.inputs.run:
            raise StreamlitWidgetAlreadyInstantiatedError(
                f"st.session_state.{key}: a widget cannot be set after it was drawn in the same"
                f" run, got key={key!r}: set it before the widget is called, or in a callback"
            )
        if self.touched is not None:
            self.touched.written.add(key)
        if widget is None or widget.is_press:
            if self.entries.encoded:
                self.entries.replace_encoded(self.entries.widget_name(key))
            self.entries.set_value(key, value)
            return
        self.entries.assign(widget, value)

    def __delitem__(self, key: str) -> None:
        """Forget the value of a key; a widget starts from its default when drawn again."""
        if key not in self:
            raise KeyError(missing_key(key))
        if self.touched is not None:
            self.touched.written.add(key)
        self.entries.forget_value(key)
        if (widget := self.entries.widget_of(key)) is not None:
            self.entries.replace(WIDGET + widget.id)
            widget.value = MISSING
        self.entries.replace_encoded(self.entries.widget_name(key))

    def __iter__(self) -> Iterator[str]:
        """Return the keys the user knows: plain ones and those of widgets."""
        return self.entries.keys()

    def __len__(self) -> int:
        """Count the keys."""
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        """Return whether a key has a value, or can be given one."""
        if not isinstance(key, str):
            return False
        if key in self.rebuilders or self.entries.has_value(key):
            return True
        widget = self.entries.widget_of(key)
        if widget is None:
            return self.entries.has_encoded_widget(key)
        return widget.value is not MISSING

    def clear(self) -> None:
        """Forget the values of all keys, also of those that cannot be read."""
        for key in list(self):
            del self[key]
        for name in list(self.entries.encoded):
            self.entries.replace(name)

    def peek(self, key: str) -> Any:
        """Return the value that a key has before its widget is called; MISSING if it has none."""
        try:
            return self._found(key)[1]
        except Unreadable:
            return MISSING


def missing_key(key: str) -> str:
    """Return the text that says that a key is missing and how to initialise it (S03)."""
    return (
        f'st.session_state has no key "{key}". Did you forget to initialise it?'
        f' Write: if "{key}" not in st.session_state: st.session_state["{key}"] = ...'
    )
