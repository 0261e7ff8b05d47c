"""`st.rebuild`: how to make a value of session state again that cannot be stored."""

from collections.abc import Callable
from typing import TypeVar

from ostinato.commands.session_state import session_state, state_of

V = TypeVar("V")


def rebuild(key: str) -> Callable[[Callable[[], V]], Callable[[], V]]:
    """Register a function that makes a value of session state whenever it is missing.

    For what exists in one process only, like a connection: the value is made when the key is
    first read, and again when the session goes on in another process.

    Args:
        key: The value's name in session state.

    Returns:
        A decorator for a function without arguments that returns the value.

    Example:
        >>> @st.rebuild("db")
        ... def connect():
        ...     return sqlite3.connect("orders.db")
        >>> rows = st.session_state.db.execute("select * from orders")
    """

    def register(make: Callable[[], V]) -> Callable[[], V]:
        state_of(session_state).rebuilders[str(key)] = make
        return make

    return register
