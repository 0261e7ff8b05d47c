"""Typing: the types of values that scripts are given, where Streamlit has them."""

from ostinato.values.chart_states import EChartsState, PlotlyState, PydeckState, VegaLiteState
from ostinato.values.clicks import ButtonColumnClickState
from ostinato.values.editing import DataEditorState
from ostinato.values.selection import DataframeState

__all__ = [
    "ButtonColumnClickState",
    "DataEditorState",
    "DataframeState",
    "EChartsState",
    "PlotlyState",
    "PydeckState",
    "VegaLiteState",
]
