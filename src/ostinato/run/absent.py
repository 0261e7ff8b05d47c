"""Absent: public names of Streamlit that do not exist here yet, and what using one comes to.

The behaviours that an entry names are those of `run/absent_values.py`, for inputs, and of
`widgets/placeholder.py`; what it takes stands in `run/absent_signatures.txt`. Both lines go by
`make generate` once the real thing has come.
"""

import functools
from typing import NamedTuple


class Absent(NamedTuple):
    """What there is instead of a name."""

    behaviour: str
    """What using it comes to: the name of a behaviour."""

    advice: str
    """What the sentence about it ends with."""


def _nearest(names: str) -> str:
    return f"; {names} is the nearest"


_CHART = ": it draws nothing"
_MEDIA = ": it shows nothing"
_NO_CACHE = ": nothing is cached, functions run whenever they are called"
_ONE_RESOURCE = ": a function makes its object once in this process, which nothing but clear() ends"
_QUERY = "; st.query_params is what it became"

NOT_YET = {
    # Charts.
    "altair_chart": Absent("drawn", _CHART),
    "area_chart": Absent("drawn", _CHART),
    "bar_chart": Absent("drawn", _CHART),
    "echarts_chart": Absent("drawn", _CHART),
    "graphviz_chart": Absent("drawn", _CHART),
    "line_chart": Absent("drawn", _CHART),
    "map": Absent("drawn", _CHART),
    "plotly_chart": Absent("drawn", _CHART),
    "pydeck_chart": Absent("drawn", _CHART),
    "pyplot": Absent("drawn", _CHART),
    "scatter_chart": Absent("drawn", _CHART),
    "vega_lite_chart": Absent("drawn", _CHART),
    # Pictures, sound, other pages.
    "components": Absent("component", _MEDIA),
    # Inputs.
    # Pages and people.
    # What configures, remembers and connects.
}

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


def not_yet(name: str) -> str:
    """Say that a name of Streamlit does not exist here yet, and what there is instead.

    Args:
        name: The name, perhaps with those of members of it: "components.v1.html".
    """
    root = name.partition(".")[0]
    if root in GONE:
        return f"st.{name} is no part of Streamlit any more{GONE[root].advice}"
    return lacking(f"st.{name}") + NOT_YET[root].advice


def lacking(name: str) -> str:
    """Say that something of Streamlit does not exist here yet."""
    return f"{name} is not available in Ostinato yet"


def is_absent(name: str) -> bool:
    """Return whether a placeholder stands for a name."""
    return name in NOT_YET or name in GONE


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
