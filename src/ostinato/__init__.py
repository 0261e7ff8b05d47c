"""Ostinato: interactive web apps from plain Python scripts.

A script runs from the top whenever somebody uses the page, and what it draws is what they see.

Example:
    >>> import ostinato as st
    >>> name = st.text_input("Your name")
    >>> st.write("Hello", name)
"""

from typing import TYPE_CHECKING, Any

from ostinato.commands.context import context as context
from ostinato.commands.echo import echo as echo
from ostinato.commands.page_config import set_page_config as set_page_config
from ostinato.commands.query_params import query_params as query_params
from ostinato.commands.rebuild import rebuild as rebuild
from ostinato.commands.session_state import session_state as session_state
from ostinato.run.absent import NOT_YET as _NOT_YET
from ostinato.run.absent import current_name as _current_name
from ostinato.run.absent import is_absent as _is_absent
from ostinato.run.container import sidebar as sidebar
from ostinato.run.control import rerun as rerun
from ostinato.run.control import stop as stop
from ostinato.widgets.alert import error as error
from ostinato.widgets.alert import info as info
from ostinato.widgets.alert import success as success
from ostinato.widgets.alert import warning as warning
from ostinato.widgets.balloons import balloons as balloons
from ostinato.widgets.button import button as button
from ostinato.widgets.caption import caption as caption
from ostinato.widgets.checkbox import checkbox as checkbox
from ostinato.widgets.code import code as code
from ostinato.widgets.columns import columns as columns
from ostinato.widgets.container import container as container
from ostinato.widgets.divider import divider as divider
from ostinato.widgets.empty import empty as empty
from ostinato.widgets.exception import exception as exception
from ostinato.widgets.expander import expander as expander
from ostinato.widgets.heading import header as header
from ostinato.widgets.heading import subheader as subheader
from ostinato.widgets.heading import title as title
from ostinato.widgets.help import help as help
from ostinato.widgets.html import html as html
from ostinato.widgets.iframe import iframe as iframe
from ostinato.widgets.json import json as json
from ostinato.widgets.latex import latex as latex
from ostinato.widgets.markdown import markdown as markdown
from ostinato.widgets.menu_button import menu_button as menu_button
from ostinato.widgets.number_input import number_input as number_input
from ostinato.widgets.placeholder import _stand_in
from ostinato.widgets.popover import popover as popover
from ostinato.widgets.radio import radio as radio
from ostinato.widgets.selectbox import selectbox as selectbox
from ostinato.widgets.slider import slider as slider
from ostinato.widgets.snow import snow as snow
from ostinato.widgets.spinner import spinner as spinner
from ostinato.widgets.tabs import tabs as tabs
from ostinato.widgets.text import text as text
from ostinato.widgets.text_input import text_input as text_input
from ostinato.widgets.toast import toast as toast
from ostinato.widgets.toggle import toggle as toggle
from ostinato.widgets.write import write as write

if TYPE_CHECKING:
    from ostinato.server.app import App as App

__version__ = "0.1.0"

__all__ = [
    "balloons",
    "button",
    "caption",
    "checkbox",
    "code",
    "columns",
    "container",
    "context",
    "divider",
    "echo",
    "empty",
    "error",
    "exception",
    "expander",
    "header",
    "help",
    "html",
    "iframe",
    "info",
    "json",
    "latex",
    "markdown",
    "menu_button",
    "number_input",
    "popover",
    "query_params",
    "radio",
    "rebuild",
    "rerun",
    "selectbox",
    "session_state",
    "set_page_config",
    "sidebar",
    "slider",
    "snow",
    "spinner",
    "stop",
    "subheader",
    "success",
    "tabs",
    "text",
    "text_input",
    "title",
    "toast",
    "toggle",
    "warning",
    "write",
]
__all__ += _NOT_YET
# Not `App`: a script never needs the server, and `from ostinato import *` would load it.


def __dir__() -> list[str]:
    """Return the names that there are, and those that a placeholder stands for."""
    return sorted([*__all__, "App", "__version__"])


def __getattr__(name: str) -> Any:
    """Load what is heavy when it is asked for, and find what stands for what does not exist."""
    if name == "App":
        from ostinato.server.app import App  # noqa: PLC0415  (scripts never need the server)

        return App
    if _is_absent(name):
        return _stand_in(name)
    if (current := _current_name(name)) != name:
        return globals().get(current) or __getattr__(current)
    from difflib import get_close_matches  # noqa: PLC0415  (needed for an error only)

    text = f"module {__name__!r} has no attribute {name!r}"
    near = get_close_matches(name, __all__, n=1)
    raise AttributeError(f"{text}: did you mean {near[0]!r}?" if near else text, name=name)
