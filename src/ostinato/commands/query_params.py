"""`st.query_params`: the parameters of the page's address."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from ostinato.errors import StreamlitAPIException, StreamlitQueryParamDictValueError
from ostinato.run.bare import warn_bare
from ostinato.run.run import run_here
from ostinato.state.query import EMBEDDING, Query
from ostinato.values.address import Params
from ostinato.wire.text import sendable

RESERVED = frozenset(EMBEDDING)
"""How the page is shown in another one: no business of the script's."""


class QueryParamsProxy(MutableMapping[str, str]):
    """The parameters of the page's address: items and attributes are the same.

    A parameter that occurs several times has its last value; `get_all` has them all. What is set is
    text, and a new entry of the browser's history. Outside of a run there are none.

    Differs:
        query_params: A reload before the browser has heard of a change takes nothing back. To clear
            all leaves those of bound inputs, and is no error.

    Example:
        >>> city = st.query_params.get("city", "Oslo")
        >>> st.query_params.city = "Rome"
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> str:
        """Return the value of a parameter, the last one if there are several.

        Raises:
            KeyError: If there is none.
        """
        values = _values(str(key))
        if values is None:
            raise KeyError(f'st.query_params has no parameter "{key}": use get instead')
        return values[-1] if values else ""

    def __setitem__(self, key: str, value: Any) -> None:
        """Set a parameter; a list gives it several values.

        Raises:
            StreamlitAPIException: If it cannot be set from here.
            StreamlitQueryParamDictValueError: If the value is a dict.
        """
        _write({str(key): _texts(key, value)})

    def __delitem__(self, key: str) -> None:
        """Remove a parameter.

        Raises:
            KeyError: If there is none.
            StreamlitAPIException: If it cannot be removed from here.
        """
        self[key]  # It raises if there is none.
        _write({str(key): None})

    def __getattr__(self, name: str) -> str:
        """Return the value of a parameter.

        Raises:
            AttributeError: If there is none.
        """
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a parameter; see `__setitem__`."""
        self[name] = value

    def __delattr__(self, name: str) -> None:
        """Remove a parameter.

        Raises:
            AttributeError: If there is none.
        """
        try:
            del self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(_shown())

    def __len__(self) -> int:
        """Count the names."""
        return len(_shown())

    def __repr__(self) -> str:
        """Show the parameters."""
        return repr(self.to_dict())

    def get_all(self, key: str) -> list[str]:
        """Return all values of a parameter; none if it is not there."""
        return list(_values(str(key)) or ())

    def to_dict(self) -> dict[str, str]:
        """Return names and values, the last of each, as a new dict."""
        return dict(self)

    def from_dict(self, params: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        """Set all parameters, in place of those there are, as one entry of the history.

        Raises:
            StreamlitAPIException: If one of them cannot be set from here.
            StreamlitQueryParamDictValueError: If a value is a dict.
        """
        given = {str(key): _texts(key, value) for key, value in dict(params).items()}
        query = _query()
        gone = [name for name in _shown() if query is not None and not query.is_bound(name)]
        _write({**dict.fromkeys(gone), **given})

    def update(self, params: Any = (), /, **kwds: Any) -> None:
        """Set several parameters, as one entry of the history.

        Raises:
            StreamlitAPIException: If one of them cannot be set from here.
            StreamlitQueryParamDictValueError: If a value is a dict.
        """
        given = {**dict(params), **kwds}
        _write({str(key): _texts(key, value) for key, value in given.items()})

    def clear(self) -> None:
        """Remove all parameters that can be removed from here, as one entry of the history."""
        self.from_dict({})


query_params = QueryParamsProxy()


def _query() -> Query | None:
    run = run_here()
    if run is None:
        warn_bare()
        return None
    return run.state.query


def _params() -> Params:
    query = _query()
    return {} if query is None else query.params


def _shown() -> Params:
    return {name: values for name, values in _params().items() if name not in RESERVED}


def _values(name: str) -> list[str] | None:
    return None if name in RESERVED else _params().get(name)


def _write(changes: Mapping[str, list[str] | None]) -> None:
    run = run_here()
    if run is None:
        warn_bare()
        return
    query = run.state.query
    for name in changes:
        if name in RESERVED:
            raise StreamlitAPIException(
                f"st.query_params: how the page is embedded cannot be set from here, got {name!r}"
            )
        if query.is_bound(name):
            raise StreamlitAPIException(
                f"st.query_params: a widget is bound to this parameter, got {name!r}: set"
                f' st.session_state["{name}"] instead'
            )
    if query.set(changes, adds_entry=True):
        run.canvas.set_address(query.wire)


def _texts(key: object, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        raise StreamlitQueryParamDictValueError(
            f"st.query_params: a parameter must be text, or a list of texts, got {key}={value!r}"
        )
    is_series = isinstance(value, Iterable) and not isinstance(value, str | bytes)
    texts = [str(each) for each in (value if is_series else [value])]
    if any(sendable(text) != text for text in (str(key), *texts)):
        raise StreamlitAPIException(
            "st.query_params: a parameter must be text that UTF-8 can encode,"
            f' got {ascii(key)}={ascii(value)}: pass text.encode(errors="replace").decode()'
        )
    return texts
