"""Altair: its charts as specifications, with their tables as frames.

Altair asks what it calls a data transformer for a table's place in a specification, and has one for
a whole process: ours is there only while a chart is read, and is of use to that thread alone.
"""

import sys
import threading
from contextvars import ContextVar
from typing import Any

from ostinato.arguments.vega import renamed
from ostinato.data.kinds import is_table, library_of
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.vega import Tables, with_tables

NAME = "ostinato"

_reading: ContextVar[Tables | None] = ContextVar("reading", default=None)
_one_at_a_time = threading.Lock()


def spec_of(who: str, chart: Any, tables: Tables) -> dict[str, Any]:
    """Return the specification of a chart, in which names stand for its tables.

    Args:
        who: The chart, for errors.
        chart: A chart of Altair.
        tables: Takes the tables.

    Raises:
        StreamlitInvalidParameterTypeError: If it is none.
    """
    if not is_altair(chart):
        advice = "pass a chart of Altair, or a specification to st.vega_lite_chart"
        raise StreamlitInvalidParameterTypeError(
            f"{who}: altair_chart must be a chart of Altair, got a {type(chart).__name__}: {advice}"
        )
    altair = sys.modules["altair"]
    transformers = altair.data_transformers
    with _one_at_a_time:
        before = transformers.get()

        def transform(data: Any, **options: Any) -> Any:
            mine = _reading.get()
            if mine is None:
                return before(data)
            if is_table(data) and not hasattr(data, "__geo_interface__"):
                return {"name": mine.add(data)}
            return altair.to_values(data)

        transformers.register(NAME, transform)
        token = _reading.set(tables)
        try:
            with transformers.enable(NAME):
                spec = chart.to_dict()
        finally:
            _reading.reset(token)
    return renamed(with_tables(who, spec, tables))


def is_altair(value: object) -> bool:
    """Return whether something is a chart of Altair."""
    is_made = library_of(type(value), ("altair",)) == "altair"
    return is_made and callable(getattr(value, "to_dict", None)) and "altair" in sys.modules
