"""The type of what is selected in a figure."""

from ostinato.compat import lack
from ostinato.values.chart_states import PlotlyState as PlotlyState

__getattr__ = lack(__name__)
