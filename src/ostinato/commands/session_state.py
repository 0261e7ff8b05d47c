"""`st.session_state`: the session state of whoever's run the calling code belongs to."""

from collections.abc import Iterator, MutableMapping
from typing import Any

from ostinato.errors import UnserializableSessionStateError
from ostinato.run.bare import warn_bare
from ostinato.run.run import own_run, run_carried, run_here
from ostinato.state.session_state import SessionState, missing_key


class SessionStateProxy(MutableMapping[str, Any]):
    """The values that one user's session remembers from run to run.

    Items and attributes are the same: `state["count"]` is `state.count`. Keys are str; a widget
    with a key appears under it. Outside of a run it is a plain mapping of this process.

    Differs:
        session_state: It outlasts a refresh, a crash and a move to another process. What is in it
            is pickled after the runs that touched it: what cannot be is absent after such a move,
            and two keys that hold one object may become two.

    Example:
        >>> if "count" not in st.session_state:
        ...     st.session_state.count = 0
        >>> st.session_state.count += 1
    """

    __slots__ = ("_alone",)

    def __init__(self) -> None:
        object.__setattr__(self, "_alone", SessionState())

    def __getitem__(self, key: str) -> Any:
        """Return the value of a key.

        Raises:
            KeyError: If there is none.
        """
        return state_of(self)[_name(key)]

    def __setitem__(self, key: str, value: object) -> None:
        """Set the value of a key.

        Raises:
            StreamlitWidgetAlreadyInstantiatedError: If it is of a widget drawn in this run.
            UnserializableSessionStateError: If it cannot be pickled and the configuration
                demands it.
        """
        run = run_here()
        if run is not None and run.config.runner.enforce_serializable_session_state:
            _check_serializable(_name(key), value)
        state_of(self)[_name(key)] = value

    def __delitem__(self, key: str) -> None:
        """Forget a key.

        Raises:
            KeyError: If there is none.
        """
        del state_of(self)[_name(key)]

    def __getattr__(self, name: str) -> Any:
        """Return the value of a key.

        Raises:
            AttributeError: If there is none.
        """
        state = state_of(self)
        try:
            return state[name]
        except KeyError:
            if name in state:
                raise  # This error is of the function that makes the value.
            raise AttributeError(missing_key(name)) from None

    def __setattr__(self, name: str, value: object) -> None:
        """Set the value of a key; see `__setitem__`."""
        self[name] = value

    def __delattr__(self, name: str) -> None:
        """Forget a key.

        Raises:
            AttributeError: If there is none.
        """
        try:
            del state_of(self)[name]
        except KeyError:
            raise AttributeError(missing_key(name)) from None

    def __iter__(self) -> Iterator[str]:
        """Return all keys."""
        return iter(state_of(self))

    def __len__(self) -> int:
        """Count the keys."""
        return len(state_of(self))

    def __contains__(self, key: object) -> bool:
        """Return whether a key has a value."""
        return _name(key) in state_of(self)

    def __repr__(self) -> str:
        """Show the keys and values."""
        return repr(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return all keys and values as a new dict, but for what a thread deletes meanwhile."""
        state, values = state_of(self), {}
        for key in state:
            try:
                values[key] = state[key]
            except KeyError:
                if key in state:
                    raise  # This error is of the function that makes the value.
        return values


session_state = SessionStateProxy()


def state_of(proxy: SessionStateProxy) -> SessionState:
    """Return the state of the session that runs here; outside of a run, that of this process."""
    run = own_run(None) or run_carried()
    if run is None:
        warn_bare()
        alone: SessionState = object.__getattribute__(proxy, "_alone")
        return alone
    return run.state


def _name(key: object) -> str:
    """Return the key that is meant (S04)."""
    return str(key)


def _check_serializable(key: str, value: object) -> None:
    import pickle  # noqa: PLC0415  (most apps start without)

    try:
        pickle.dumps(value)
    except Exception as error:
        raise UnserializableSessionStateError(
            f"st.session_state.{key}: runner.enforceSerializableSessionState takes only values that"
            f" can be pickled, got a {type(value).__qualname__}: {error}"
        ) from error
