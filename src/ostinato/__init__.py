"""Ostinato: interactive web apps from plain Python scripts.

A script runs from the top whenever somebody uses the page, and what it draws is what they see.

Example:
    >>> import ostinato as st
    >>> name = st.text_input("Your name")
    >>> st.write("Hello", name)
"""

from typing import TYPE_CHECKING, Any

from ostinato.commands.context import context as context
from ostinato.commands.logo import logo as logo
from ostinato.commands.page_config import set_page_config as set_page_config
from ostinato.commands.query_params import query_params as query_params
from ostinato.commands.session_state import session_state as session_state
from ostinato.run.absent import GONE as _GONE
from ostinato.run.absent import current_name as _current_name
from ostinato.run.container import SELDOM as _SELDOM_ELEMENTS
from ostinato.run.container import bottom as bottom
from ostinato.run.container import elements as _elements
from ostinato.run.container import sidebar as sidebar
from ostinato.run.control import rerun as rerun
from ostinato.run.control import stop as stop
from ostinato.widgets.alert import error as error
from ostinato.widgets.alert import info as info
from ostinato.widgets.alert import success as success
from ostinato.widgets.alert import warning as warning
from ostinato.widgets.audio import audio as audio
from ostinato.widgets.audio_input import audio_input as audio_input
from ostinato.widgets.badge import badge as badge
from ostinato.widgets.balloons import balloons as balloons
from ostinato.widgets.button import button as button
from ostinato.widgets.button_group import pills as pills
from ostinato.widgets.button_group import segmented_control as segmented_control
from ostinato.widgets.camera_input import camera_input as camera_input
from ostinato.widgets.caption import caption as caption
from ostinato.widgets.chat_input import chat_input as chat_input
from ostinato.widgets.chat_message import chat_message as chat_message
from ostinato.widgets.checkbox import checkbox as checkbox
from ostinato.widgets.code import code as code
from ostinato.widgets.color_picker import color_picker as color_picker
from ostinato.widgets.columns import columns as columns
from ostinato.widgets.container import container as container
from ostinato.widgets.data_editor import data_editor as data_editor
from ostinato.widgets.dataframe import dataframe as dataframe
from ostinato.widgets.date_input import date_input as date_input
from ostinato.widgets.datetime_input import datetime_input as datetime_input
from ostinato.widgets.dialog import dialog as dialog
from ostinato.widgets.divider import divider as divider
from ostinato.widgets.download_button import download_button as download_button
from ostinato.widgets.empty import empty as empty
from ostinato.widgets.exception import exception as exception
from ostinato.widgets.expander import expander as expander
from ostinato.widgets.feedback import feedback as feedback
from ostinato.widgets.file_uploader import file_uploader as file_uploader
from ostinato.widgets.form import form as form
from ostinato.widgets.form_submit_button import form_submit_button as form_submit_button
from ostinato.widgets.fragment import fragment as fragment
from ostinato.widgets.grid import grid as grid
from ostinato.widgets.heading import header as header
from ostinato.widgets.heading import subheader as subheader
from ostinato.widgets.heading import title as title
from ostinato.widgets.help import help as help
from ostinato.widgets.html import html as html
from ostinato.widgets.iframe import iframe as iframe
from ostinato.widgets.image import image as image
from ostinato.widgets.json import json as json
from ostinato.widgets.latex import latex as latex
from ostinato.widgets.link_button import link_button as link_button
from ostinato.widgets.markdown import markdown as markdown
from ostinato.widgets.menu_button import menu_button as menu_button
from ostinato.widgets.mermaid_chart import mermaid_chart as mermaid_chart
from ostinato.widgets.metric import metric as metric
from ostinato.widgets.multiselect import multiselect as multiselect
from ostinato.widgets.number_input import number_input as number_input
from ostinato.widgets.page_link import page_link as page_link
from ostinato.widgets.pagination import pagination as pagination
from ostinato.widgets.pdf import pdf as pdf
from ostinato.widgets.popover import popover as popover
from ostinato.widgets.progress import progress as progress
from ostinato.widgets.radio import radio as radio
from ostinato.widgets.select_slider import select_slider as select_slider
from ostinato.widgets.selectbox import selectbox as selectbox
from ostinato.widgets.skeleton import skeleton as skeleton
from ostinato.widgets.slider import slider as slider
from ostinato.widgets.snow import snow as snow
from ostinato.widgets.space import space as space
from ostinato.widgets.spinner import spinner as spinner
from ostinato.widgets.status import status as status
from ostinato.widgets.table import table as table
from ostinato.widgets.tabs import tabs as tabs
from ostinato.widgets.text import text as text
from ostinato.widgets.text_area import text_area as text_area
from ostinato.widgets.text_input import text_input as text_input
from ostinato.widgets.time_input import time_input as time_input
from ostinato.widgets.toast import toast as toast
from ostinato.widgets.toggle import toggle as toggle
from ostinato.widgets.video import video as video
from ostinato.widgets.write import write as write
from ostinato.widgets.write_stream import write_stream as write_stream

if TYPE_CHECKING:
    from ostinato import column_config as column_config
    from ostinato import components as components
    from ostinato import connections as connections
    from ostinato.commands.cache_data import cache_data as cache_data
    from ostinato.commands.cache_resource import cache_resource as cache_resource
    from ostinato.commands.echo import echo as echo
    from ostinato.commands.navigation import navigation as navigation
    from ostinato.commands.options import get_option as get_option
    from ostinato.commands.options import set_option as set_option
    from ostinato.commands.rebuild import rebuild as rebuild
    from ostinato.commands.secrets import secrets as secrets
    from ostinato.commands.switch_page import switch_page as switch_page
    from ostinato.commands.user import user as user
    from ostinato.connections.factory import connection as connection
    from ostinato.run.page import Page as Page
    from ostinato.server.app import App as App
    from ostinato.widgets.altair_chart import altair_chart as altair_chart
    from ostinato.widgets.area_chart import area_chart as area_chart
    from ostinato.widgets.bar_chart import bar_chart as bar_chart
    from ostinato.widgets.echarts_chart import echarts_chart as echarts_chart
    from ostinato.widgets.graphviz_chart import graphviz_chart as graphviz_chart
    from ostinato.widgets.line_chart import line_chart as line_chart
    from ostinato.widgets.login import login as login
    from ostinato.widgets.login import logout as logout
    from ostinato.widgets.map import map as map
    from ostinato.widgets.plotly_chart import plotly_chart as plotly_chart
    from ostinato.widgets.pydeck_chart import pydeck_chart as pydeck_chart
    from ostinato.widgets.pyplot import pyplot as pyplot
    from ostinato.widgets.scatter_chart import scatter_chart as scatter_chart
    from ostinato.widgets.vega_lite_chart import vega_lite_chart as vega_lite_chart

_SELDOM = {
    "App": "ostinato.server.app",
    "Page": "ostinato.run.page",
    "cache_data": "ostinato.commands.cache_data",
    "cache_resource": "ostinato.commands.cache_resource",
    "connection": "ostinato.connections.factory",
    "echo": "ostinato.commands.echo",
    "get_option": "ostinato.commands.options",
    "login": "ostinato.widgets.login",
    "logout": "ostinato.widgets.login",
    "navigation": "ostinato.commands.navigation",
    "rebuild": "ostinato.commands.rebuild",
    "secrets": "ostinato.commands.secrets",
    "set_option": "ostinato.commands.options",
    "switch_page": "ostinato.commands.switch_page",
    "user": "ostinato.commands.user",
    **_SELDOM_ELEMENTS,
}
"""What few scripts need, and where it is: loaded when it is asked for."""

__version__ = "0.1.0"

__all__ = [
    "Page",
    "altair_chart",
    "area_chart",
    "audio",
    "audio_input",
    "badge",
    "balloons",
    "bar_chart",
    "bottom",
    "button",
    "cache_data",
    "cache_resource",
    "camera_input",
    "caption",
    "chat_input",
    "chat_message",
    "checkbox",
    "code",
    "color_picker",
    "column_config",
    "columns",
    "components",
    "connection",
    "container",
    "context",
    "data_editor",
    "dataframe",
    "date_input",
    "datetime_input",
    "dialog",
    "divider",
    "download_button",
    "echo",
    "echarts_chart",
    "empty",
    "error",
    "exception",
    "expander",
    "feedback",
    "file_uploader",
    "form",
    "form_submit_button",
    "fragment",
    "get_option",
    "graphviz_chart",
    "grid",
    "header",
    "help",
    "html",
    "iframe",
    "image",
    "info",
    "json",
    "latex",
    "line_chart",
    "link_button",
    "login",
    "logo",
    "logout",
    "markdown",
    "menu_button",
    "map",
    "mermaid_chart",
    "metric",
    "multiselect",
    "navigation",
    "number_input",
    "page_link",
    "pagination",
    "pdf",
    "pills",
    "plotly_chart",
    "popover",
    "progress",
    "query_params",
    "pydeck_chart",
    "pyplot",
    "radio",
    "rebuild",
    "rerun",
    "scatter_chart",
    "secrets",
    "segmented_control",
    "select_slider",
    "selectbox",
    "session_state",
    "set_option",
    "set_page_config",
    "sidebar",
    "skeleton",
    "slider",
    "snow",
    "space",
    "spinner",
    "status",
    "stop",
    "subheader",
    "success",
    "switch_page",
    "table",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "time_input",
    "title",
    "toast",
    "toggle",
    "user",
    "vega_lite_chart",
    "video",
    "warning",
    "write",
    "write_stream",
]
# Not `App`: a script never needs the server, and `from ostinato import *` would load it.


def __dir__() -> list[str]:
    """Return the names that there are."""
    return sorted([*__all__, "App", "__version__"])


def __getattr__(name: str) -> Any:
    """Load what few scripts need, and find what stands for what does not exist."""
    from importlib import import_module  # noqa: PLC0415  (as what it loads)

    if name in ("column_config", "components", "connections"):
        # `from ostinato import connections` would ask here for it.
        return import_module(f"ostinato.{name}")
    if name in _SELDOM:
        return globals().setdefault(name, getattr(import_module(_SELDOM[name]), name))
    if name in _GONE:
        return _elements["_stand_in"](name)
    if (current := _current_name(name)) != name:
        return globals()[current] if current in globals() else __getattr__(current)
    from difflib import get_close_matches  # noqa: PLC0415  (needed for an error only)

    text = f"module {__name__!r} has no attribute {name!r}"
    near = get_close_matches(name, __all__, n=1)
    raise AttributeError(f"{text}: did you mean {near[0]!r}?" if near else text, name=name)
