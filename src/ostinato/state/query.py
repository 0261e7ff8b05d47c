"""Query: the address of the page: its path, its parameters, and the widgets bound to those."""

from collections.abc import Mapping
from typing import Any

from ostinato.state.entries import WIDGET, Entries
from ostinato.state.widget import MISSING
from ostinato.values.address import Address, Params, Place, parse, text_of

PAGE_ID = "main"
"""The id under which the address is the value of the page itself."""

CODEC = Address()

NOWHERE = ("", 0, "", "")
"""The address of whoever has come without one, and the page."""

PAGE_AT = 3

EMBEDDING = ("embed", "embed_options")
"""Parameters that say how the app is shown in another page: they go along to every page of it."""


class Query:
    """The path and the parameters of the address, as the session knows them.

    They are kept like the value of a widget, and with them the page that the last run was of, by
    the text with which the ids of its widgets begin: "" if it was of none. While it is fresh, the
    browser has come with an address of its own, by a load or by going back, which each bound
    widget is to take once.

    Args:
        entries: Where widgets are remembered.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._is_fresh = True
        self._taken: set[str] = set()
        self._bound: dict[str, int] = {}
        # The text that was last read, what it says, and the piece of text for each parameter.
        self._text = ""
        self._params: Params = {}
        self._pieces: dict[str, str] = {}

    def successor(self, entries: Entries) -> "Query":
        """Return a copy over a copy of the entries."""
        other = Query(entries)
        other._is_fresh, other._taken = self._is_fresh, self._taken.copy()
        other._bound = self._bound.copy()
        return other

    @property
    def _value(self) -> tuple[Any, ...]:
        widget = self._entries.find(PAGE_ID)
        return NOWHERE if widget is None or widget.value is MISSING else widget.value

    @property
    def place(self) -> Place:
        """Where the browser is."""
        # An older version stored no path.
        return Place(*self._value[:3])

    @property
    def page(self) -> str:
        """The page that the last run was of."""
        value = self._value
        return value[3] if len(value) > PAGE_AT else ""

    @page.setter
    def page(self, page: str) -> None:
        if page != self.page:
            self._write(self.place, page)

    @property
    def is_fresh(self) -> bool:
        """Whether the browser has come with the address, and no run has heard all of it."""
        return self._is_fresh

    @property
    def wire(self) -> list[Any]:
        """What the browser is to show."""
        return [*self.place]

    @property
    def params(self) -> Params:
        """The values of each parameter; not to be changed."""
        text = self._value[0]
        if text is not self._text:
            self._text, self._params = text, parse(text)
            self._pieces = {name: text_of({name: each}) for name, each in self._params.items()}
        return self._params

    def go(self, wire: Any) -> None:
        """Hear that the browser has gone back or forward.

        Raises:
            ValueError: If it says nonsense.
        """
        self._write(CODEC.decode(wire))
        self._refresh()

    def arrive(self, place: Place, *, is_new: bool) -> None:
        """Hear with which address the browser has come.

        Args:
            place: The address.
            is_new: Whether it is not the one that the tab was left with.
        """
        is_known = self._entries.find(PAGE_ID) is not None
        if is_new or ((place.text or place.path) and not is_known):
            if is_new:
                self._refresh()
            self._write(place)

    def switch(self, path: str, params: Mapping[str, list[str]]) -> None:
        """Have the browser go to another page, a new entry of its history."""
        held = {name: self.params[name] for name in EMBEDDING if name in self.params}
        place = self.place
        self._write(Place(text_of({**held, **params}), place.entry + 1, path))
        self._refresh()

    def correct(self, path: str) -> None:
        """Have the address of the page that there is in place of one that there is not."""
        self._write(self.place._replace(path=path))

    def _refresh(self) -> None:
        self._is_fresh, self._taken = True, set()

    def take_news(self, name: str) -> bool:
        """Return whether a widget has yet to take what the browser says of its parameter."""
        if not self._is_fresh or name in self._taken:
            return False
        self._taken.add(name)
        return True

    def set(self, changes: Mapping[str, list[str] | None], *, adds_entry: bool = False) -> bool:
        """Set some parameters, and remove those set to None; return whether the address changes.

        Args:
            changes: Their values by name.
            adds_entry: Whether a change is a new entry of the browser's history.
        """
        known = self.params
        changes = {name: each for name, each in changes.items() if known.get(name) != each}
        if not changes:
            return False
        params, pieces = known.copy(), self._pieces.copy()
        for name, values in changes.items():
            piece = text_of({name: values or ()})
            held = parse(piece)  # Without what cannot stand in an address.
            if name not in held:
                params.pop(name, None)
                pieces.pop(name, None)
            for each in held:
                params[each], pieces[each] = held[each], piece
        if params == known:
            return False
        text, place = "&".join(pieces.values()), self.place
        entry = place.entry + 1 if adds_entry else place.entry
        self._write(Place(text, entry, place.path))
        self._text, self._params, self._pieces = text, params, pieces
        return True

    def is_bound(self, name: str) -> bool:
        """Return whether a widget is bound to a parameter."""
        return name in self._bound

    def bind(self, name: str, values: list[str] | None, run: int) -> bool:
        """Note the value of a bound widget, None for its default; return whether that is news."""
        self._bound[name] = run
        return self.set({name: values})

    def end(self, run: int) -> bool:
        """Forget bindings that a whole run has not drawn; return whether the address changes."""
        self._is_fresh = False
        if not self._bound:
            return False
        gone = [name for name, last in self._bound.items() if last != run]
        for name in gone:
            del self._bound[name]
        return self.set(dict.fromkeys(gone))

    def _write(self, place: Place, page: str | None = None) -> None:
        page = self.page if page is None else page
        widget = self._entries.find(PAGE_ID)
        if widget is None:
            widget = self._entries.add_widget(PAGE_ID, None, is_press=False)
            widget.is_persistent = True
        widget.value = *place, page
        self._entries.replace(WIDGET + PAGE_ID)
