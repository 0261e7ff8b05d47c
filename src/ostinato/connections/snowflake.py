"""Snowflake: a connection to it, by its own package."""

from typing import Any

from ostinato.connections.base import BaseConnection, missing
from ostinato.connections.caching import as_data


class SnowflakeConnection(BaseConnection[Any]):
    """A connection to Snowflake, by the package `snowflake-connector-python`.

    The arguments of `st.connection` and the secrets are those of `snowflake.connector.connect`.

    Example:
        >>> warehouse = st.connection("snowflake")
        >>> pets = warehouse.query("select * from pets")
    """

    def _connect(self, **kwargs: Any) -> Any:
        try:
            from snowflake import connector  # noqa: PLC0415  # a package of its own
        except ModuleNotFoundError as error:
            if str(error.name).partition(".")[0] != "snowflake":
                raise
            absent = True
        else:
            absent = False
        if absent:
            raise missing("snowflake", "snowflake-connector-python", "a connection to Snowflake")
        given = {**self._secrets.to_dict(), **kwargs}
        given.pop("type", None)
        try:
            return connector.connect(**given)
        finally:
            # Whoever reports an error may report the variables here (X02).
            for each in (given, kwargs):
                each.clear()

    @property
    def raw_connection(self) -> Any:
        """The connection of Snowflake's package."""
        return self._instance

    def cursor(self) -> Any:
        """Return a new cursor of Snowflake's package."""
        return self._instance.cursor()

    def query(
        self,
        sql: str,
        *,
        ttl: Any = None,
        show_spinner: bool | str = "Running `snowflake.query(...)`.",
        params: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Return what a query that only reads finds, as a table of pandas.

        Args:
            sql: The query.
            ttl: For how many seconds the answer is kept; for ever without it.
            show_spinner: Whether to show that it runs, and the words for it.
            params: The values in the query.
            kwargs: More arguments of the cursor's `execute`.
        """
        ask = as_data(_ask, show_spinner=show_spinner, ttl=ttl, scope=self.scope())
        return ask(self._told_apart, str(sql), params, kwargs, _warehouse=self)

    def write_pandas(
        self,
        df: Any,
        table_name: str,
        database: str | None = None,
        schema: str | None = None,
        chunk_size: int | None = None,
        **kwargs: Any,
    ) -> tuple[bool, int, int]:
        """Write a table of pandas to one of Snowflake, by its package.

        Args:
            df: The table.
            table_name: Where to.
            database: The database that it is in; the one in use without it.
            schema: The schema that it is in; the one in use without it.
            chunk_size: How many rows are sent at once; all without it.
            kwargs: More arguments of the package's function of this name.

        Returns:
            Whether it was written, in how many parts, and how many rows.
        """
        from snowflake.connector import pandas_tools  # noqa: PLC0415  # a package of its own

        is_done, chunks, rows, *_ = pandas_tools.write_pandas(
            conn=self._instance,
            df=df,
            table_name=table_name,
            database=database,
            schema=schema,
            chunk_size=chunk_size,
            **kwargs,
        )
        return is_done, chunks, rows

    def session(self) -> Any:
        """Return a new session of Snowpark, by the package `snowflake-snowpark-python`.

        Raises:
            ModuleNotFoundError: If the package is not installed.
        """
        try:
            from snowflake.snowpark import Session  # noqa: PLC0415  # a package of its own
        except ModuleNotFoundError as error:
            if str(error.name).partition(".")[0] != "snowflake":
                raise
            raise missing(
                "snowflake", "snowflake-snowpark-python", "a session of Snowpark"
            ) from None
        return Session.builder.configs({"connection": self._instance}).create()

    def _close_instance(self, made: Any) -> None:
        made.close()


def _ask(told: list[Any], sql: str, params: Any, kwargs: dict[str, Any], *, _warehouse: Any) -> Any:
    with _warehouse.cursor() as cursor:
        cursor.execute(sql, params=params, **kwargs)
        return cursor.fetch_pandas_all()
