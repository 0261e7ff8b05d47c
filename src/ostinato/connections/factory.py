"""`st.connection`: a connection by its name."""

from collections.abc import Mapping
from datetime import timedelta
from importlib import import_module
from types import EllipsisType
from typing import Any, TypeVar, overload

from ostinato.connections.base import BaseConnection, secrets_of
from ostinato.connections.caching import as_resource
from ostinato.connections.snowflake import SnowflakeConnection
from ostinato.connections.sql import SQLConnection
from ostinato.errors import StreamlitAPIException
from ostinato.run.run import home_here
from ostinato.run.surroundings import surroundings_here

KINDS: Mapping[str, type[BaseConnection[Any]]] = {
    "snowflake": SnowflakeConnection,
    "sql": SQLConnection,
}
C = TypeVar("C", bound=BaseConnection[Any])
Ttl = float | timedelta | None


@overload
def connection(
    name: str,
    type: type[C],
    max_entries: int | None = None,
    ttl: Ttl | EllipsisType = ...,
    **kwargs: Any,
) -> C: ...
@overload
def connection(
    name: str,
    type: str | None = None,
    max_entries: int | None = None,
    ttl: Ttl | EllipsisType = ...,
    **kwargs: Any,
) -> Any: ...
def connection(
    name: str,
    type: "str | type[BaseConnection[Any]] | None" = None,
    max_entries: int | None = None,
    ttl: Ttl | EllipsisType = ...,
    **kwargs: Any,
) -> Any:
    """Connect to a database or a service, once for all sessions of this process.

    Args:
        name: The name: `[connections.<name>]` is its section of the secrets.
        type: "sql", "snowflake", a class that extends `BaseConnection`, or the dotted path of one;
            without it, what the section says under "type", or the name itself.
        max_entries: How many connections are kept; all without it.
        ttl: After how many seconds it is made again; never if it is None. Without it, what the
            option `runner.connectionDefaultTTL` says.
        kwargs: What is passed on to the connection; it counts above the secrets.

    Raises:
        StreamlitAPIException: If the type is none of these, or is not known.
        ModuleNotFoundError: If a package is missing that it needs.

    Differs:
        type: "snowflake-callers-rights" is not there.

    Example:
        >>> db = st.connection("sql", url="sqlite:///pets.db")
        >>> pets = db.query("select * from pets where owner = :owner", params={"owner": "Ann"})
    """
    if not isinstance(name, str) or not name:
        raise StreamlitAPIException(f"connection: name must be text, got name={name!r}")
    kind = _class_of(name, type)
    surroundings = surroundings_here()
    if ttl is ...:
        ttl = surroundings.config.runner.connection_default_ttl
    scope = kind.scope()
    home = home_here()
    owner = home.label if scope == "session" and home is not None else ""
    make = as_resource(
        _make,
        max_entries=max_entries,
        ttl=ttl,
        show_spinner=False,
        scope=scope,
        on_release=_release,
    )
    path = f"{kind.__module__}.{kind.__qualname__}"
    # Apps in one process have secrets of their own.
    places = [str(each) for each in surroundings.secrets.paths]
    return make(name, path, places, owner, kwargs, _kind=kind)


def _make(
    name: str,
    path: str,
    places: list[str],
    owner: str,
    kwargs: dict[str, Any],
    *,
    _kind: type[BaseConnection[Any]],
) -> BaseConnection[Any]:
    return _kind(name, **kwargs)


def _release(made: BaseConnection[Any]) -> None:
    made.close()


def _class_of(name: str, given: object) -> type[BaseConnection[Any]]:
    if given is None:
        given = secrets_of(name).get("type") or (name if name in KINDS else None)
    if given is None:
        raise StreamlitAPIException(
            f"connection {name!r}: its type must be known: pass type=, or write type = ... in"
            f" [connections.{name}] of secrets.toml"
        )
    kind = KINDS.get(given) or _imported(name, given) if isinstance(given, str) else given
    if not isinstance(kind, type) or not issubclass(kind, BaseConnection):
        raise StreamlitAPIException(
            f"connection {name!r}: type must be a class that extends"
            f" st.connections.BaseConnection, got {kind!r}"
        )
    return kind


def _imported(name: str, path: str) -> object:
    module, _, attribute = path.rpartition(".")
    if not module:
        more = ": it has become snowflake" if path == "snowpark" else ""
        raise StreamlitAPIException(
            f"connection {name!r}: type must be one of {', '.join(sorted(KINDS))}, a class, or the"
            f" dotted path of one, got type={path!r}{more}"
        )
    found = getattr(import_module(module), attribute, None)
    if found is None:
        raise StreamlitAPIException(
            f"connection {name!r}: type must be the path of a class, got type={path!r}:"
            f" {module} has no {attribute}"
        )
    return found
