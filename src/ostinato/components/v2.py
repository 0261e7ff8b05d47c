"""Components of the second kind: HTML, CSS and JavaScript in the page itself, without a frame."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from ostinato.components.sources import source_of
from ostinato.run.components import Source
from ostinato.run.container import elements
from ostinato.run.run import own_run
from ostinato.values.component import ComponentResult as ComponentResult
from ostinato.wire.props import Height, Width

__all__ = ["component"]

logger = logging.getLogger("ostinato")


class ComponentRenderer:
    """What mounts a component: each call is one, with values of its own.

    Args:
        source: What the component is made of.
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    def __call__(
        self,
        *,
        key: str | int | None = None,
        data: Any = None,
        default: Mapping[str, Any] | None = None,
        width: Width = "stretch",
        height: Height = "content",
        **on_callbacks: Callable[[], object] | None,
    ) -> ComponentResult:
        """Show the component, and return what it keeps, and what was triggered in it in this run.

        Args:
            key: Its name in session state; also the CSS class `st-key-<key>`.
            data: What its function is given: values of JSON, bytes, a table, or a dict with
                tables among its values.
            default: What it keeps at first, by names that have a callback.
            width: "stretch", "content" or pixels.
            height: "content", "stretch" or pixels.
            on_callbacks: `on_<name>_change`: a function to call when the value of that name has
                changed, or was triggered, before the script runs. What has one is None at first.

        Raises:
            BidiComponentInvalidCallbackNameError: If a callback is called otherwise.
            BidiComponentInvalidDefaultKeyError: If a default has no callback.
            BidiComponentUnserializableDataError: If the data or a default cannot be sent.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If `default` is no dict, or a callback no function.

        Example:
            >>> knob = component("knob", html="<input type='range'>")
            >>> knob(on_angle_change=lambda: None).angle
        """
        run = own_run(None)
        source = self._source
        if run is not None and source.name in run.home.components:
            source = run.home.components[source.name][1]
        drawn: ComponentResult = elements["_component_v2"](
            source, key, data, default, width, height, on_callbacks
        )
        return drawn


def component(
    name: str,
    *,
    html: str | None = None,
    css: str | None = None,
    js: str | None = None,
    isolate_styles: bool = True,
) -> ComponentRenderer:
    """Register a component, and return what mounts it.

    Its HTML stands in the page itself. The function that its module exports by default is called
    with `{name, key, data, parentElement, setStateValue, setTriggerValue}` when it is mounted, and
    again when its data are others, on the same nodes; what it returns is called when the component
    goes. `setStateValue(name, value)` keeps a value, `setTriggerValue(name,
    value)` has one for a single run: each of these counts.

    The code of a component can do all that the page can: never make it of text that others have
    written.

    Args:
        name: What it is called; in an installed package "<project>.<component>", as its
            `pyproject.toml` says.
        html: What is in it at first; or the path of a file, or a pattern of one, in the folder of
            the package.
        css: How that looks, likewise.
        js: A module, likewise.
        isolate_styles: Whether the styles of the page and of the component leave each other alone:
            it is then in a shadow root.

    Raises:
        StreamlitAPIException: If the name cannot be used, or a file is not there.
        StreamlitInvalidParameterTypeError: If an argument is no str.

    Differs:
        html: Scripts in it do not run, nor do attributes such as `onclick`.
        css: Style sheets and fonts of other sites are not loaded.
        js: Modules of other sites are not loaded: the page runs scripts of the app only.

    Example:
        >>> greeting = component("greeting", html="<b>Hello</b>", css="b { color: teal }")
        >>> greeting()
        {}
    """
    source = source_of(name, html, css, js, isolate_styles)
    run = own_run(None)
    if run is not None:
        known = run.home.components
        number, earlier = known.get(name, (0, source))
        if number == run.number and earlier != source:
            logger.warning(
                'component "%s": it is registered twice, and the last one counts: give each'
                " component a name of its own",
                name,
            )
        known[name] = run.number, source
    return ComponentRenderer(source)
