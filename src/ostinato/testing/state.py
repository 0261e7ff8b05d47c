"""State: what a session remembers, as a test sees and sets it between runs."""

from collections.abc import Iterator, MutableMapping
from typing import Any

from ostinato.state.session_state import SessionState


class State(MutableMapping[str, Any]):
    """Session state between runs: items and attributes are the same."""

    def __init__(self, state: SessionState) -> None:
        object.__setattr__(self, "_state", state)

    def __getitem__(self, key: str) -> Any:
        """Return the value of a key."""
        return self._state[str(key)]

    def __setitem__(self, key: str, value: object) -> None:
        """Set the value of a key, also that of an input that is on the page."""
        widgets = self._state.entries.widgets.values()
        widget = next((one for one in widgets if one.key == str(key)), None)
        if widget is None or widget.is_press:
            self._state[str(key)] = value
        else:
            self._state.entries.assign(widget, value)

    def __delitem__(self, key: str) -> None:
        """Forget a key."""
        del self._state[str(key)]

    def __getattr__(self, name: str) -> Any:
        """Return the value of a key."""
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: object) -> None:
        """Set the value of a key."""
        self[name] = value

    def __delattr__(self, name: str) -> None:
        """Forget a key."""
        try:
            del self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        """Return all keys."""
        return iter(self._state)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._state)

    def __contains__(self, key: object) -> bool:
        """Return whether a key has a value."""
        return str(key) in self._state

    def __repr__(self) -> str:
        """Show keys and values."""
        return repr(dict(self))

    def to_dict(self) -> dict[str, Any]:
        """Return keys and values as a new dict."""
        return dict(self)

    @property
    def filtered_state(self) -> dict[str, Any]:
        """Keys and values, as a dict."""
        return dict(self)
