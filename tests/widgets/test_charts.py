"""What the elements that draw a chart have in common, whatever draws it."""

import subprocess
import sys
from textwrap import dedent

import altair as alt
import pytest
from matplotlib import pyplot as plt

import ostinato as st
from ostinato.run.container import SELDOM, elements
from ostinato.testing import AppTest

CALLS = {
    "altair_chart": "alt.Chart(alt.Data(values=[{'a': 1}])).mark_bar().encode(x='a:Q')",
    "area_chart": "{'a': [1, 2]}",
    "bar_chart": "{'a': [1, 2]}",
    "echarts_chart": "{'series': [{'type': 'bar', 'data': [1]}]}",
    "graphviz_chart": "'digraph { a -> b }'",
    "line_chart": "{'a': [1, 2]}",
    "map": "{'lat': [1.0], 'lon': [2.0]}",
    "plotly_chart": "{'data': [{'y': [1]}]}",
    "pydeck_chart": "",
    "pyplot": "plt.figure()",
    "scatter_chart": "{'a': [1, 2]}",
    "vega_lite_chart": "[{'a': 1}], {'mark': 'bar', 'encoding': {'x': {'field': 'a'}}}",
}
IMPORTS = "import altair as alt\nimport matplotlib.pyplot as plt\nimport ostinato as st\n"

PICTURES = {"graphviz_chart", "pyplot"}
"""What is no drawing of data that the browser has."""

NAMES = sorted(CALLS.keys() - PICTURES)


def test_every_element_that_is_loaded_later_is_drawn_here() -> None:
    assert CALLS.keys() == {name for name in SELDOM if not name.startswith("_")}


def test_a_chart_is_loaded_when_it_is_asked_for() -> None:
    program = dedent("""
        import sys
        import ostinato as st
        from ostinato.run.container import elements
        from ostinato.testing import AppTest

        MODULES = [f"ostinato.widgets.{name}_chart" for name in ("line", "bar", "area")]
        loaded = lambda: [name in sys.modules for name in MODULES]

        assert {"line_chart", "slider"} <= {*elements} and "line_chart" in elements
        assert len(elements) == len([*elements]) and "nothing" not in elements
        assert loaded() == [False, False, False]
        st.line_chart
        assert loaded() == [True, False, False]
        st.sidebar.bar_chart
        assert loaded() == [True, True, False]
        elements["area_chart"]
        assert loaded() == [True, True, True]
        assert len(elements) == len([*elements])
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_data_of_a_chart_cannot_be_taken_away_if_the_option_says_so(name: str) -> None:
    app = AppTest.from_string(f"""{IMPORTS}
st.{name}({CALLS[name]})
st.set_option("client.disableDataExport", True)
st.{name}({CALLS[name]})
st.set_option("client.disableDataExport", False)
""").run()
    assert not app.exception
    assert [chart.can_export for chart in app.get(name)] == [True, False]


def test_y03_nor_can_that_of_a_diagram() -> None:
    app = AppTest.from_string("""
import ostinato as st
for is_off in (False, True):
    st.set_option("client.disableDataExport", is_off)
    st.graphviz_chart("graph { a -- b }")
    shown = st.mermaid_chart("flowchart LR; A --> B").node.props.can_export
    st.text(f"{shown}")
st.set_option("client.disableDataExport", False)
""").run()
    assert not app.exception
    assert [chart.can_export for chart in app.get("graphviz_chart")] == [True, False]
    assert [text.value for text in app.text] == ["True", "False"]


@pytest.mark.parametrize("name", sorted(CALLS.keys() - {"echarts_chart"}))
def test_the_old_form_of_the_width_is_told_where_the_script_has_it(name: str) -> None:
    arguments = eval(f"[{CALLS[name]}]", {"alt": alt, "plt": plt})
    for draw in (elements[name], getattr(st.container(), name)):
        with pytest.warns(DeprecationWarning, match="use width='stretch'") as told:
            draw(*arguments, use_container_width=True)
        assert [each.filename for each in told] == [__file__]
