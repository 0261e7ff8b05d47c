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

    def _close_instance(self, made: Any) -> None:
        made.close()


def _ask(told: list[Any], sql: str, params: Any, kwargs: dict[str, Any], *, _warehouse: Any) -> Any:
    with _warehouse.cursor() as cursor:
        cursor.execute(sql, params=params, **kwargs)
        return cursor.fetch_pandas_all()
