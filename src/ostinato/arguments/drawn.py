"""Drawn: which function of ours draws what libraries of charts make, told by its class alone."""

DRAWN = {
    ("altair", "TopLevelMixin"): "altair_chart",
    ("graphviz", "BaseGraph"): "graphviz_chart",
    ("graphviz", "Source"): "graphviz_chart",
    ("keras", "Model"): "graphviz_chart",
    ("matplotlib", "Figure"): "pyplot",
    ("matplotlib", "FigureBase"): "pyplot",
    ("plotly", "BaseFigure"): "plotly_chart",
    ("pydeck", "Deck"): "pydeck_chart",
    ("pyecharts", "Base"): "echarts_chart",
    ("seaborn", "Grid"): "pyplot",
    ("seaborn", "Plot"): "pyplot",
    ("tf_keras", "Model"): "graphviz_chart",
}
"""By package and class: classes that are made of one of these are drawn, too."""


def drawn_by(value: object) -> str:
    """Return the name of the function that draws a value; "" if none does.

    Example:
        >>> drawn_by([1, 2, 3])
        ''
    """
    if isinstance(value, type):
        return ""
    for each in type(value).__mro__[:-1]:
        name = DRAWN.get((each.__module__.partition(".")[0], each.__name__))
        if name is not None:
            return name
    return ""
