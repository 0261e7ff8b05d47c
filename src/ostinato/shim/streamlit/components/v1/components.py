"""Where packages from before Streamlit 1.31 find what components are made of."""

from typing import Any

from ostinato.components.v1 import CustomComponent as CustomComponent
from ostinato.components.v1 import declare_component as declare_component
from ostinato.errors import MarshallComponentException as MarshallComponentException


def register_widget(
    *_args: object,
    on_change_handler: Any = None,
    args: Any = None,
    kwargs: Any = None,
    **_rest: object,
) -> tuple[Any, Any, Any]:
    """Return what is called of a component: packages put a function of theirs around this one."""
    return on_change_handler, args, kwargs
