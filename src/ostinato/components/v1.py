"""Components of the first kind: pages in frames, that the script tells and that tell the script."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.container import Container, elements
from ostinato.run.run import run_here
from ostinato.values.value import OnChange

__all__ = ["declare_component", "html", "iframe"]


class CustomComponent:
    """A component: call it with its arguments to put it on the page.

    Args:
        name: Its name.
        path: The folder of its files.
        url: The address where they are else.
        module_name: The module that has declared it.

    Raises:
        StreamlitAPIException: If there is neither a path nor a URL.
    """

    def __init__(
        self,
        name: str,
        path: str | None = None,
        url: str | None = None,
        module_name: str | None = None,
    ) -> None:
        if path is None and url is None:
            raise StreamlitAPIException(
                f'component "{name}": there must be a path or a URL, got neither: pass path= with'
                " the folder of its index.html"
            )
        self.name = name
        self.path = path
        self.url = url
        self.module_name = module_name
        self._folder = None if path is None else Path(path).expanduser().absolute()

    @property
    def abspath(self) -> str | None:
        """The folder of its files, from the root of the disk."""
        return None if self._folder is None else str(self._folder)

    def __call__(
        self,
        *args: Any,
        default: Any = None,
        key: str | int | None = None,
        on_change: OnChange = None,
        tab_index: int | None = None,
        **kwargs: Any,
    ) -> Any:
        """Put the component on the page, and return what it says.

        Args:
            args: None: each argument needs a name.
            default: What is returned until the component has said something.
            key: Its name in session state. With a key, its arguments may change while it stays;
                without one, it is another component then, which begins anew.
            on_change: Called before the run that something new has led to.
            tab_index: Where it stands in the order of the Tab key; -1 leaves it out.
            kwargs: What the component is told: values that JSON has, bytes, and tables.

        Raises:
            MarshallComponentException: If an argument has no name, or cannot be told.
            StreamlitInvalidParameterTypeError: If the tab index is no int.
            StreamlitValueError: If it is below -1.
        """
        return elements["_component_instance"](
            self.name,
            args,
            kwargs,
            src=self._folder if self.url is None else self.url,
            default=default,
            key=key,
            callback=_callback(key, on_change),
            tab_index=tab_index,
        )

    create_instance = __call__

    def __repr__(self) -> str:
        """Show its name, and where its files are."""
        return f"CustomComponent({self.name!r}, path={self.path!r}, url={self.url!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CustomComponent) and self._facts == other._facts

    def __hash__(self) -> int:
        return hash(self._facts)

    @property
    def _facts(self) -> tuple[str, str | None, str | None]:
        return self.name, self.path, self.url


def declare_component(
    name: str, path: str | Path | None = None, url: str | None = None
) -> CustomComponent:
    """Make a component of a page: of files in a folder or, while it is made, of a server.

    The page stands in a frame. It and the script tell each other what happens by messages, which
    the package `streamlit-component-lib` of npm has functions for.

    Args:
        name: A short name, such as "slider".
        path: The folder of its files, of which `index.html` is shown.
        url: The address that it is served from, such as "http://localhost:3001". It goes before
            `path`.

    Returns:
        The component: call it with arguments by their names, to put it on the page.

    Raises:
        StreamlitAPIException: If there is neither a path nor a URL, the URL is no address of the
            web, or, while a script runs, the path leads to no folder.

    Example:
        >>> slider = components.declare_component("slider", path="slider/build")
        >>> value = slider(label="How many?", default=3, key="count")
    """
    if url is not None and not str(url).lower().startswith(("http://", "https://")):
        raise StreamlitAPIException(
            f'declare_component "{name}": url must begin with "http://" or "https://",'
            f" got url={url!r}"
        )
    if url is not None and not _has_host(str(url)):
        raise StreamlitAPIException(
            f'declare_component "{name}": url must name the host of a page, got url={url!r}: pass'
            ' an address such as "http://localhost:3001"'
        )
    if path is not None and url is None and run_here() is not None and not Path(path).is_dir():
        raise StreamlitAPIException(
            f'declare_component "{name}": path must be a folder, got path={str(path)!r}: build the'
            " component first, or pass url= with the address of its server"
        )
    module = _module_name(sys._getframe(1).f_globals)  # noqa: SLF001  (as Streamlit's name has it)
    folder = None if path is None else str(path)
    return CustomComponent(f"{module}.{name}", folder, url, module)


_NO_HOST = re.compile(r"[\x00-\x20\x7f#%/<>?@\\^|]")
"""What no host has in it: browsers take no address with that."""


def _has_host(url: str) -> bool:
    """Return whether browsers find a host, and perhaps a port, in an address."""
    try:
        parts = urlsplit(url.strip())
        _, host = parts.port, parts.hostname
    except ValueError:
        return False
    return bool(host) and _NO_HOST.search(host or "") is None


def html(
    html: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> Container:
    """Show HTML in a frame, with scripts of any site.

    `st.iframe` does the same, and is as high as its content.

    Args:
        html: HTML.
        width: Pixels; as wide as there is room without it.
        height: Pixels; 150 without it.
        scrolling: Whether what is larger than the frame can be scrolled to.
        tab_index: Where it stands in the order of the Tab key; -1 leaves it out.

    Raises:
        StreamlitInvalidHeightError: If the height is no count of pixels.
        StreamlitInvalidParameterTypeError: If `html` is no text, or the tab index no int.
        StreamlitInvalidWidthError: If the width is no count of pixels.
        StreamlitValueError: If the tab index is below -1.

    Differs:
        html: It has an origin of its own: `localStorage` and `window.parent.document` are out of
            reach.

    Example:
        >>> components.html("<p>Any <b>HTML</b></p>", height=60)
    """
    if not isinstance(html, str):
        raise StreamlitInvalidParameterTypeError(
            f"html: html must be a str, got html={html!r:.200}"
        )
    return _framed("html", None, html, width, height, scrolling, tab_index)


def iframe(
    src: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> Container:
    """Show another page in a frame.

    `st.iframe` does the same, and more.

    Args:
        src: Its address.
        width: Pixels; as wide as there is room without it.
        height: Pixels; 150 without it.
        scrolling: Whether what is larger than the frame can be scrolled to.
        tab_index: Where it stands in the order of the Tab key; -1 leaves it out.

    Raises:
        StreamlitAPIException: If it is an address of another kind than "http:", "https:" and
            "data:".
        StreamlitInvalidHeightError: If the height is no count of pixels.
        StreamlitInvalidParameterTypeError: If `src` is no text, or the tab index no int.
        StreamlitInvalidWidthError: If the width is no count of pixels.
        StreamlitValueError: If the tab index is below -1.

    Example:
        >>> components.iframe("https://example.com", height=500)
    """
    return _framed("iframe", src, None, width, height, scrolling, tab_index)


def _framed(
    who: str,
    src: str | None,
    html: str | None,
    width: int | None,
    height: int | None,
    scrolling: bool,
    tab_index: int | None,
) -> Container:
    frame: Container = elements["_frame"](
        who,
        src,
        html,
        width=width,
        height=height,
        scrolling=scrolling,
        tab_index=tab_index,
    )
    return frame


def _callback(key: str | int | None, on_change: OnChange) -> tuple[OnChange, Any, Any]:
    """Return what is called of a component, with its arguments.

    Some packages have a word in that: they put a function of theirs around `register_widget`.
    """
    module = sys.modules.get("streamlit.components.v1.components")
    register = getattr(module, "register_widget", None)
    if register is None:
        return on_change, None, None
    found: tuple[OnChange, Any, Any] = register(user_key=key, on_change_handler=on_change)
    return found


def _module_name(names: Mapping[str, Any]) -> str:
    """Return the name of a module by what it holds; a script is known by its file."""
    name = str(names.get("__name__", ""))
    file = names.get("__file__")
    return Path(file).stem if name == "__main__" and file else name
