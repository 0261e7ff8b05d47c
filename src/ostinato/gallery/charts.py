"""Charts: lines, bars, points and diagrams of public data."""

import ostinato as st
from ostinato.gallery.sets import COUNTRIES, LIFE


def line_chart() -> None:
    """Lines, a column each."""
    st.line_chart(LIFE, x="year", y_label="Years to live", alt="Life expectancy since 1952")


def area_chart() -> None:
    """Areas, one upon another."""
    growth = {"year": LIFE["year"], "India": LIFE["India"], "Brazil": LIFE["Brazil"]}
    st.area_chart(growth, x="year", stack=False, color=["#d1570a", "#1a6fd4"])


def bar_chart() -> None:
    """Bars, sorted by what they say."""
    st.bar_chart(COUNTRIES, x="country", y="life", color="continent", horizontal=True, sort="-life")


def scatter_chart() -> None:
    """Points with a colour and a size."""
    st.scatter_chart(COUNTRIES, x="income", y="life", color="continent", size="millions")


def echarts_chart() -> None:
    """ECharts: a pie that is asked what is selected."""
    people = dict.fromkeys(COUNTRIES["continent"], 0)
    for continent, millions in zip(COUNTRIES["continent"], COUNTRIES["millions"], strict=True):
        people[continent] += millions
    slices = [{"name": name, "value": value} for name, value in people.items()]
    pie = {"type": "pie", "radius": ["35%", "60%"], "selectedMode": "single", "data": slices}
    event = st.echarts_chart({"tooltip": {}, "series": [pie]}, key="people", on_select="rerun")
    chosen = [index for group in event.selection.selected for index in group["data_indices"]]
    st.caption(f"Selected: {slices[chosen[0]]['name'] if chosen else 'nothing'}")


def vega_lite_chart() -> None:
    """Vega-Lite: a specification as a dict."""
    st.vega_lite_chart(
        COUNTRIES,
        {
            "mark": {"type": "circle", "tooltip": True},
            "encoding": {
                "x": {"field": "income", "type": "quantitative", "scale": {"type": "log"}},
                "y": {"field": "life", "type": "quantitative", "scale": {"zero": False}},
                "color": {"field": "continent", "type": "nominal"},
                "size": {"field": "millions", "type": "quantitative"},
            },
        },
    )


def altair_chart() -> None:
    """Altair: Vega-Lite in Python."""
    import altair as alt  # noqa: PLC0415  (shown if it is there)

    years = [
        {"year": year, "country": country, "life": LIFE[country][place]}
        for place, year in enumerate(LIFE["year"])
        for country in ("Japan", "Nigeria")
    ]
    chart = alt.Chart({"values": years}).mark_line(point=True)
    st.altair_chart(chart.encode(x="year:O", y="life:Q", color="country:N"))


def plotly_chart() -> None:
    """Plotly: a figure that can be selected in."""
    import plotly.graph_objects as go  # noqa: PLC0415

    points = go.Scatter(
        x=COUNTRIES["income"], y=COUNTRIES["life"], text=COUNTRIES["country"], mode="markers"
    )
    event = st.plotly_chart(go.Figure(points), key="incomes", on_select="rerun")
    st.caption(f"Selected: {len(event.selection.points)}")


def pyplot() -> None:
    """Matplotlib: a figure as a picture."""
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(6, 3))
    axes = figure.subplots()
    axes.plot(LIFE["year"], LIFE["Brazil"], marker="o")
    axes.set_ylabel("Years to live")
    st.pyplot(figure, alt="Life expectancy in Brazil")


def graphviz_chart() -> None:
    """Graphviz: what leads to what."""
    st.graphviz_chart("digraph { rankdir=LR Script -> Page -> Person -> Script [label=again] }")


EXAMPLES = [
    line_chart,
    area_chart,
    bar_chart,
    scatter_chart,
    echarts_chart,
    vega_lite_chart,
    altair_chart,
    plotly_chart,
    pyplot,
    graphviz_chart,
]
