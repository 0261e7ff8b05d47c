"""Component: HTML, CSS and JavaScript of somebody else's, in the page, with values of its own."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from ostinato.arguments.inputs import Key
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.warning import warn
from ostinato.errors import (
    BidiComponentInvalidCallbackNameError,
    BidiComponentInvalidDefaultKeyError,
    StreamlitInvalidParameterTypeError,
)
from ostinato.run.component_data import data_of
from ostinato.run.component_folders import file_of
from ostinato.run.components import Asset, Source, draw_component
from ostinato.run.elements import element
from ostinato.run.files import keep
from ostinato.values.codec import copied
from ostinato.values.component import ComponentResult
from ostinato.wire.components import ComponentBytes
from ostinato.wire.props import FileAddress, Height, InputProps, Width

CALLBACK = re.compile(r"on_(.+)_change", re.DOTALL)

SMALL = 16 * 1024
"""Characters up to which a style sheet travels with its element."""

SCRIPT = "text/javascript; charset=utf-8"
SHEET = "text/css; charset=utf-8"


class ComponentV2(InputProps, frozen=True, kw_only=True):
    """The wire form of a component: its `label` is its name, `press` the id of its triggers.

    `data` are the data in MessagePack, and `tables` those of Arrow among them.
    """

    identity_free = InputProps.identity_free | {"press", "height"}

    html: str = ""
    css: str = ""
    sheet: FileAddress | None = None
    script: FileAddress | None = None
    isolates: bool = True
    data: ComponentBytes | None = None
    tables: list[ComponentBytes] = []
    height: Height = "content"
    press: str = ""

    @property
    def call(self) -> str:
        """How errors call it."""
        return "component"


@element
def _component_v2(
    source: Source,
    key: Key | None,
    data: Any,
    default: Mapping[str, Any] | None,
    width: Width,
    height: Height,
    callbacks: Mapping[str, Any],
) -> ComponentResult:
    """Draw a component: see `ostinato.components.v2.component`."""
    who = f'component "{source.name}"'
    check_width(who, width, STRETCH_OR_CONTENT)
    check_height(who, height)
    named = {each: _name_in(who, each) for each in callbacks}
    functions = {name: _checked(who, each, callbacks[each]) for each, name in named.items() if name}
    kept = _default(who, default, functions)
    told = data_of(who, data)
    props = ComponentV2(
        label=source.name,
        key=None if key is None else str(key),
        html=source.html,
        css=source.css if len(source.css) <= SMALL else "",
        sheet=_address(source, source.sheet, source.css, SHEET, SMALL),
        script=_address(source, source.script, source.js, SCRIPT),
        isolates=source.isolates,
        data=told.content,
        tables=told.tables,
        width=width,
        height=height,
    )
    return draw_component(props, kept, functions)


def _address(
    source: Source, asset: Asset | None, text: str, type: str, small: int = 0
) -> str | None:
    """Return the address of a part of a component that is a file, or a text that is too large."""
    if asset is not None:
        # What it imports lies beside it, and is to be fetched again with it.
        return file_of(f"{source.name}.{asset.stamp}", asset.folder, asset.name) or None
    return (keep(text.encode(), type=type) or None) if len(text) > small else None


def _name_in(who: str, argument: str) -> str:
    """Return the name of the value that a callback waits for; "" for what is no callback.

    Raises:
        BidiComponentInvalidCallbackNameError: If one is called otherwise.
    """
    found = CALLBACK.fullmatch(argument)
    if found is not None:
        return found[1]
    if argument.startswith("on_"):
        name = argument.removeprefix("on_").removesuffix("_change").strip("_") or "value"
        raise BidiComponentInvalidCallbackNameError(
            f"{who}: a callback must be called on_<name>_change, got {argument}=...: call it"
            f" on_{name}_change"
        )
    warn(f"{who}: there is no parameter {argument!r}: it counts for nothing", UserWarning)
    return ""


def _checked(who: str, argument: str, callback: Any) -> Callable[[], object] | None:
    """Return a callback.

    Raises:
        StreamlitInvalidParameterTypeError: If it is none.
    """
    if callback is not None and not callable(callback):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: a callback must be a function, got {argument}={callback!r:.100}:"
            " pass the function itself, without calling it"
        )
    function: Callable[[], object] | None = callback
    return function


def _default(who: str, default: Any, names: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a component keeps at first.

    Raises:
        BidiComponentInvalidDefaultKeyError: If a value has no callback.
        StreamlitInvalidParameterTypeError: If it is no dict.
    """
    if default is None:
        return {}
    if not isinstance(default, Mapping):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: default must be a dict, got default={default!r:.100}"
        )
    for name in default:
        if name not in names:
            raise BidiComponentInvalidDefaultKeyError(
                f"{who}: each value of default needs a callback, got default={{{name!r}: ...}}:"
                f" pass on_{name}_change=lambda: None"
            )
    return copied(dict(default))
