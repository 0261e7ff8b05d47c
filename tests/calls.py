"""One call of each element, and what a test of the app reads of it: `at` is where it is drawn."""

from collections.abc import Mapping
from textwrap import indent
from typing import Any, NamedTuple

BEGIN = """
import datetime as dt
import {package} as st

def figure(package):
    if package == "plotly":
        import plotly.graph_objects as go
        return go.Figure(go.Bar(y=[1]))
    if package == "altair":
        import altair, pandas
        return altair.Chart(pandas.DataFrame({{"a": [1]}})).mark_bar().encode(x="a")
    if package == "pydeck":
        import pydeck
        return pydeck.Deck(layers=[])
    from matplotlib.figure import Figure
    return Figure()
"""
"""What stands before the calls; `package` is what they are calls of."""


class Call(NamedTuple):
    """A call, and what is read after it."""

    text: str
    """The call."""

    value: Any = None
    """What a test reads as the value of the element, or as the texts in a container."""

    type: str = ""
    """By which name a test finds the element, if not by that of the function."""


TABLE = {"a": [1, 2]}
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
POINTS = {"lat": [59.9], "lon": [10.7]}
URL = "https://example.com/x"

CALLS: dict[str, Call] = {
    "altair_chart": Call("at.altair_chart(figure('altair'))", {"type": "bar"}),
    "area_chart": Call(f"at.area_chart({TABLE})", [(1,), (2,)]),
    "audio": Call(f"at.audio({URL!r})", URL),
    "audio_input": Call("at.audio_input('Speak')"),
    "badge": Call("at.badge('New')", ":blue-badge[New]", "markdown"),
    "balloons": Call("at.balloons()"),
    "bar_chart": Call(f"at.bar_chart({TABLE})", [(1,), (2,)]),
    "button": Call("at.button('Go')", False),
    "camera_input": Call("at.camera_input('Smile')"),
    "caption": Call("at.caption('small')", "small"),
    "chat_input": Call("at.chat_input('Say')"),
    "chat_message": Call("at.chat_message('user').text('Hi')", ["Hi"]),
    "checkbox": Call("at.checkbox('On', True)", True),
    "code": Call("at.code('x = 1')", "x = 1"),
    "color_picker": Call("at.color_picker('Ink', '#ff0000')", "#ff0000"),
    "columns": Call("at.columns(2)[1].text('Hi')", []),
    "container": Call("at.container().text('Hi')", ["Hi"]),
    "data_editor": Call(f"at.data_editor({TABLE}, hide_index=True)", [(1,), (2,)]),
    "dataframe": Call(f"at.dataframe({TABLE}, hide_index=True)", [(1,), (2,)]),
    "date_input": Call("at.date_input('Day', None)"),
    "datetime_input": Call("at.datetime_input('When', None)"),
    "divider": Call("at.divider()", "---"),
    "download_button": Call("at.download_button('Save', 'x')", False),
    "echarts_chart": Call("at.echarts_chart({'series': []})", {"series": []}),
    "empty": Call("at.empty().text('Hi')", ["Hi"]),
    "error": Call("at.error('Oh')", "Oh"),
    "exception": Call("at.exception(ValueError('Oh'))", "Oh"),
    "expander": Call("at.expander('More').text('Hi')", ["Hi"]),
    "feedback": Call("at.feedback('stars', default=2)", 2),
    "file_uploader": Call("at.file_uploader('File')"),
    "form": Call("at.form('form').text('Hi')", ["Hi"]),
    "form_submit_button": Call("at.form('f').form_submit_button('Send')", False),
    "graphviz_chart": Call("at.graphviz_chart('digraph { a }')", "digraph { a }"),
    "grid": Call("at.grid(2).text('Hi')", ["Hi"]),
    "header": Call("at.header('Head')", "Head"),
    "help": Call("at.help(dt.date)", "dt.date"),
    "html": Call("at.html('<b>x</b>')", "<b>x</b>"),
    "iframe": Call(f"at.iframe({URL!r})", URL),
    "image": Call(f"at.image({PICTURE!r})", [PICTURE]),
    "info": Call("at.info('So')", "So"),
    "json": Call("at.json({'a': 1})", '{"a": 1}'),
    "latex": Call("at.latex('x')", "$$\nx\n$$"),
    "line_chart": Call(f"at.line_chart({TABLE})", [(1,), (2,)]),
    "link_button": Call(f"at.link_button('Out', {URL!r})", "Out"),
    "map": Call(f"at.map({POINTS})", [(59.9, 10.7)]),
    "markdown": Call("at.markdown('*x*')", "*x*"),
    "menu_button": Call("at.menu_button('Menu', ['a'])"),
    "mermaid_chart": Call(
        "at.mermaid_chart('flowchart')", "````mermaid\nflowchart\n````", "markdown"
    ),
    "metric": Call("at.metric('Rain', 3)", "3"),
    "multiselect": Call("at.multiselect('Some', ['a', 'b'], ['b'])", ["b"]),
    "number_input": Call("at.number_input('Number', value=3)", 3),
    "page_link": Call(f"at.page_link({URL!r}, label='Out')", "Out"),
    "pagination": Call("at.pagination(5)", 1),
    "pdf": Call(f"at.pdf({URL!r})", URL),
    "pills": Call("at.pills('Pills', ['a', 'b'], default='b')", "b"),
    "plotly_chart": Call("at.plotly_chart(figure('plotly'))", [1]),
    "popover": Call("at.popover('More').text('Hi')", ["Hi"]),
    "progress": Call("at.progress(40)", 40),
    "pydeck_chart": Call("at.pydeck_chart(figure('pydeck'))", []),
    "pyplot": Call("at.pyplot(figure('matplotlib'))", b"\x89PNG"),
    "radio": Call("at.radio('One', ['a', 'b'])", "a"),
    "scatter_chart": Call(f"at.scatter_chart({TABLE})", [(1,), (2,)]),
    "segmented_control": Call("at.segmented_control('Parts', ['a', 'b'])"),
    "select_slider": Call("at.select_slider('Scale', ['a', 'b'], 'b')", "b"),
    "selectbox": Call("at.selectbox('One of', ['a', 'b'], 1)", "b"),
    "skeleton": Call("at.skeleton()"),
    "slider": Call("at.slider('Slide', 0, 9, 4)", 4),
    "snow": Call("at.snow()"),
    "space": Call("at.space('large')", "large"),
    "spinner": Call("at.spinner('Wait')"),
    "status": Call("at.status('Work').text('Hi')", ["Hi"]),
    "subheader": Call("at.subheader('Sub')", "Sub"),
    "success": Call("at.success('Yes')", "Yes"),
    "table": Call(f"at.table({TABLE})", [(1,), (2,)]),
    "tabs": Call("at.tabs(['a', 'b'])[0].text('Hi')", ["Hi"]),
    "text": Call("at.text('plain')", "plain"),
    "text_area": Call("at.text_area('Letter', 'Dear')", "Dear"),
    "text_input": Call("at.text_input('Name', 'Ada')", "Ada"),
    "time_input": Call("at.time_input('Time', None)"),
    "title": Call("at.title('Top')", "Top"),
    "toast": Call("at.toast('Done')", "Done"),
    "toggle": Call("at.toggle('Power')", False),
    "vega_lite_chart": Call("at.vega_lite_chart({'a': [1]}, {'mark': 'bar'})", "bar"),
    "video": Call(f"at.video({URL!r})", URL),
    "warning": Call("at.warning('Careful')", "Careful"),
    "write": Call("at.write('written')", "written", "markdown"),
    "write_stream": Call("at.write_stream(['a', 'b'])", "ab", "markdown"),
}
"""A call of each method of containers, by its name."""

WHERE = {
    "main": ("at = st", ""),
    "sidebar": ("at = st.sidebar", ""),
    "bottom": ("at = st.bottom", ""),
    "container": ("at = st.container(border=True)", ""),
    "row": ("at = st.container(horizontal=True)", ""),
    "column": ("at = st.columns(2)[0]", ""),
    "tab": ("at = st.tabs(['x', 'y'])[0]", ""),
    "expander": ("at = st.expander('x')", ""),
    "popover": ("at = st.popover('x')", ""),
    "form": ("at = st.form('x')", ""),
    "chat_message": ("at = st.chat_message('x')", ""),
    "status": ("at = st.status('x')", ""),
    "empty": ("at = st.empty()", ""),
    "grid": ("at = st.grid(2)", ""),
    "cell": ("at = st.grid(2).cell()", ""),
    "with": ("at = st", "with st.container():"),
    "dialog": ("at = st", "@st.dialog('x')\ndef page():"),
    "fragment": ("at = st", "@st.fragment\ndef page():"),
}
"""Where something can be drawn: how one comes by it, and what stands around the calls."""


def script(names: Mapping[str, Call], where: str = "main", package: str = "ostinato") -> str:
    """Return a script that makes calls in one place, and keeps what they raise in `said`.

    Args:
        names: The calls.
        where: The place, of `WHERE`.
        package: What they are calls of.
    """
    lines = ["said = st.session_state.setdefault('said', {})"]
    for name, call in names.items():
        text = call.text.replace("at.form('f').", "at.") if where == "form" else call.text
        keep = f"said[{name!r}] = type(error).__name__"
        lines += ["try:", f"    {text}", "except Exception as error:", f"    {keep}"]
    made, around = WHERE[where]
    body = "\n".join(lines)
    if around:
        body = f"{around}\n{indent(body, '    ')}" + ("\npage()" if "def page" in around else "")
    return f"{BEGIN.format(package=package)}\n{made}\n{body}\n"
