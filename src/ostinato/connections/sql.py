"""SQL: databases that SQLAlchemy can speak to. Needs the extra `sql`."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ostinato.connections.base import BaseConnection, missing
from ostinato.connections.caching import as_data
from ostinato.errors import StreamlitAPIException
from ostinato.run.run import run_here
from ostinato.run.waiting import pause

if TYPE_CHECKING:
    from pandas import DataFrame
    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.orm import Session

ADDRESS = ("username", "password", "host", "port", "database", "query")
ATTEMPTS = 3
PAUSE = 1.0
"""Seconds between two of them."""

WITHOUT_HOST = ("sqlite", "duckdb")


class SQLConnection(BaseConnection["Engine"]):
    """A connection to a database that SQLAlchemy can speak to.

    It is told where by a `url`, or by `dialect`, `driver`, `username`, `password`, `host`, `port`,
    `database` and `query`, as arguments of `st.connection` or in the secrets. More arguments, and
    those of `create_engine_kwargs`, are SQLAlchemy's. `autocommit=True` commits each statement.

    Example:
        >>> db = st.connection("sql", url="sqlite:///pets.db")
        >>> with db.session as session:
        ...     session.execute(text("insert into pets values (:name)"), {"name": "Rex"})
        ...     session.commit()
    """

    def _connect(self, autocommit: bool = False, **kwargs: Any) -> "Engine":
        try:
            from sqlalchemy import create_engine  # noqa: PLC0415  # extra: ostinato[sql]
        except ModuleNotFoundError as error:
            if error.name != "sqlalchemy":
                raise
            absent = True
        else:
            absent = False
        if absent:
            raise missing("sqlalchemy", "sqlalchemy pandas", "a connection to a database")
        given = {**self._secrets.to_dict(), **kwargs}
        given.pop("type", None)
        autocommit = bool(given.pop("autocommit", False)) or autocommit
        options: dict[str, Any] = {}
        try:
            options |= given.pop("create_engine_kwargs", {})
            url = _url(self._connection_name, given)
            options |= {name: each for name, each in given.items() if name not in TOLD}
            if autocommit:
                options["isolation_level"] = "AUTOCOMMIT"
            return create_engine(url, **options)
        finally:
            # Whoever reports an error may report the variables here (X02).
            for each in (given, options, kwargs):
                each.clear()

    def query(
        self,
        sql: str,
        *,
        show_spinner: bool | str = "Running `sql.query(...)`.",
        ttl: float | timedelta | None = None,
        index_col: str | list[str] | None = None,
        chunksize: int | None = None,
        params: Any | None = None,
        **kwargs: Any,
    ) -> "DataFrame":
        """Return what a query that only reads finds, as a table of pandas.

        What cannot be asked since the connection is lost is asked again on a new one, twice.

        Args:
            sql: The query; `:name` stands for one of `params`.
            show_spinner: Whether to show that it runs, and the words for it.
            ttl: For how many seconds the answer is kept; for ever without it.
            index_col: The columns that become the index.
            chunksize: How many rows each of several tables has.
            params: The values in the query.
            kwargs: More arguments of `pandas.read_sql`.
        """
        ask = as_data(_ask, show_spinner=show_spinner, ttl=ttl, scope=self.scope())
        # `repr` has no password.
        place = [*self._told_apart, repr(self._instance.url)]
        return ask(place, str(sql), index_col, chunksize, params, kwargs, _database=self)

    def connect(self) -> "Connection":
        """Return a new connection of SQLAlchemy's."""
        return self._instance.connect()

    @property
    def engine(self) -> "Engine":
        """The engine of SQLAlchemy's."""
        return self._instance

    @property
    def driver(self) -> str:
        """The name of the driver, such as "psycopg2"."""
        return self._instance.driver

    @property
    def session(self) -> "Session":
        """A new session of SQLAlchemy's, to be used by `with`: for what writes."""
        from sqlalchemy.orm import Session  # noqa: PLC0415  # extra: ostinato[sql]

        return Session(self._instance)

    def _close_instance(self, made: "Engine") -> None:
        # Those that are used just now are closed when they are given back.
        made.dispose()


TOLD = frozenset({"url", "dialect", "driver", *ADDRESS})


def _ask(
    place: list[Any],
    sql: str,
    index_col: str | list[str] | None,
    chunksize: int | None,
    params: Any,
    kwargs: dict[str, Any],
    *,
    _database: SQLConnection,
) -> Any:
    try:
        from pandas import read_sql  # noqa: PLC0415  # extra: ostinato[sql]
        from pandas.errors import DatabaseError  # noqa: PLC0415  # likewise
    except ModuleNotFoundError:
        raise missing("pandas", "sqlalchemy pandas", "query") from None
    from sqlalchemy import text  # noqa: PLC0415  # likewise
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415  # likewise

    for attempt in range(1, ATTEMPTS + 1):
        is_open = False
        try:
            with _database.connect() as connection:
                is_open = True
                found = read_sql(
                    text(sql),
                    connection,
                    index_col=index_col,
                    chunksize=chunksize,
                    params=params,
                    **kwargs,
                )
                return found if chunksize is None else iter(list(found))
        except (DBAPIError, DatabaseError) as error:
            # A query that is wrong is wrong the next time, too. Pandas tells of it in its own way.
            told = error if isinstance(error, DBAPIError) else error.__cause__
            is_lost = isinstance(told, DBAPIError) and told.connection_invalidated
            if attempt == ATTEMPTS or (is_open and not is_lost):
                raise
        _database.reset()
        pause(run_here(), PAUSE)
    raise AssertionError


def _url(name: str, given: dict[str, Any]) -> "URL":
    """Return where a database is. No value is part of an error: a password may be."""
    from sqlalchemy.engine import URL, make_url  # noqa: PLC0415  # extra: ostinato[sql]
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415  # likewise

    url: URL | None = None
    problem = ""
    place = f"to st.connection, or in [connections.{name}] of secrets.toml"
    if given.get("url"):
        try:
            url = make_url(given["url"])
        except (ArgumentError, ValueError, TypeError):
            problem = f"url must be one of SQLAlchemy's, and is not: correct it {place}"
    else:
        dialect = str(given.get("dialect") or "")
        needed = ["dialect"] if dialect in WITHOUT_HOST else ["dialect", "username", "host"]
        if absent := [each for each in needed if not given.get(each)]:
            problem = f"a url, or {', '.join(needed)}, must be given, without {absent[0]}: {place}"
        else:
            driver = f"+{given['driver']}" if given.get("driver") else ""
            url = URL.create(
                f"{dialect}{driver}", **{each: given[each] for each in ADDRESS if each in given}
            )
    if url is None:
        raise StreamlitAPIException(f"connection {name!r}: {problem}")
    return url
