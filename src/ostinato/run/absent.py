"""Absent: public names that Streamlit once had, and what using one comes to.

The behaviours that an entry names are those of `widgets/placeholder.py`; what it takes stands in
`run/absent_signatures.txt`.
"""

import functools
from typing import NamedTuple


class Absent(NamedTuple):
    """What there is instead of a name."""

    behaviour: str
    """What using it comes to: the name of a behaviour."""

    advice: str
    """What the sentence about it ends with."""


_CHART = ": it draws nothing"
_NO_CACHE = ": nothing is cached, functions run whenever they are called"
_ONE_RESOURCE = ": a function makes its object once in this process, which nothing but clear() ends"
_QUERY = "; st.query_params is what it became"

RENAMED = {
    "beta_color_picker": "color_picker",
    "beta_columns": "columns",
    "beta_container": "container",
    "beta_expander": "expander",
    "beta_secrets": "secrets",
    "beta_set_page_config": "set_page_config",
    "experimental_audio_input": "audio_input",
    "experimental_connection": "connection",
    "experimental_data_editor": "data_editor",
    "experimental_dialog": "dialog",
    "experimental_fragment": "fragment",
    "experimental_rerun": "rerun",
    "experimental_show": "write",
    "experimental_user": "user",
}
"""Names that Streamlit once had, and what does the same now."""

GONE = {
    "bokeh_chart": Absent("drawn", _CHART),
    "cache": Absent("decorator", f"; st.cache_data is what it became{_NO_CACHE}"),
    "experimental_get_query_params": Absent("no_entries", _QUERY),
    "experimental_memo": Absent("decorator", f"; st.cache_data is what it became{_NO_CACHE}"),
    "experimental_set_query_params": Absent("drawn", _QUERY),
    "experimental_singleton": Absent(
        "resource", f"; st.cache_resource is what it became{_ONE_RESOURCE}"
    ),
}
"""Names that Streamlit once had, and nothing is quite the same, or takes the same arguments."""


def gone(name: str) -> str:
    """Say that Streamlit has given up a name, and what there is instead."""
    return f"st.{name} is no part of Streamlit any more{GONE[name].advice}"


def lacking(name: str) -> str:
    """Say that something of Streamlit does not exist here yet."""
    return f"{name} is not available in Ostinato yet"


def current_name(name: str) -> str:
    """Return what became of a name that Streamlit has given up; any other as it is."""
    if name in RENAMED:
        tell(f"st.{name} is no part of Streamlit any more: st.{RENAMED[name]} is what it became")
    return RENAMED.get(name, name)


@functools.cache
def tell(sentence: str) -> None:
    """Say in the log, once, that a name is not there."""
    import logging  # noqa: PLC0415  (a script that needs no placeholder starts faster)

    from ostinato.run.traceback import BOUNDED  # noqa: PLC0415  (likewise)

    logging.getLogger("ostinato").warning(sentence, extra={BOUNDED: True})
