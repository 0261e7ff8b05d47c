"""`st.set_page_config`: what the page itself is like."""

import re
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from ostinato.arguments.picture import no_picture
from ostinato.arguments.text import check_choice, dedent_text
from ostinato.arguments.warning import warn
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.run.bare import warn_bare
from ostinato.run.effects import set_page
from ostinato.run.run import run_here
from ostinato.wire.props import pack

Layout = Literal["centered", "wide"] | None
SidebarState = Literal["auto", "expanded", "collapsed", "locked"] | int | None
MenuItems = Mapping[str, str | None] | None

ITEMS = ("Get help", "Report a bug", "About")
NARROWEST, WIDEST = 200, 600
SHORT_CODE = re.compile(r":[\w+-]+:")
"""The browser knows which emoji have such a name."""

RANDOM = "🔥💥🌟🎈🎉🌊🍀🍉🍋🍓🐙🐝🐳🦊🦉🦋🚀🛸🧊🧩🎨🎲🎵🏔"


def set_page_config(
    page_title: str | None = None,
    page_icon: Any = None,
    layout: Layout = None,
    initial_sidebar_state: SidebarState = None,
    menu_items: MenuItems = None,
) -> None:
    """Set what the page itself is like.

    It can be called more than once: what is left out stays as an earlier call of the run has it.

    Args:
        page_title: The title of the page in the browser.
        page_icon: Its icon: an emoji, a short code like ":shark:", a symbol like ":material/home:",
            "random", or a picture: its address, its file or bytes, an SVG as text, an array of
            NumPy, or a PIL image. If there is no such file, the page has no icon of its own.
        layout: "centered", or "wide" for the whole width of the window.
        initial_sidebar_state: "auto" for hidden on small screens, "expanded", "collapsed",
            "locked" for never hidden on large ones, or its width from 200 to 600 pixels.
        menu_items: What the menu shows besides: "Get help" and "Report a bug" with an address or
            None, "About" with Markdown or None.

    Raises:
        StreamlitAPIException: If the icon is nothing that can be shown, or there is no such symbol,
            or no such entry of the menu.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> st.set_page_config(page_title="Sales", page_icon="📈", layout="wide")
    """
    given: dict[str, Any] = {}
    if page_title is not None:
        given["title"] = str(page_title)
    if page_icon is not None:
        given["icon"] = _icon(page_icon)
    if layout is not None:
        check_choice("set_page_config", "layout", layout, ("centered", "wide"))
        given["layout"] = layout
    if initial_sidebar_state is not None:
        given["sidebar"] = _sidebar(initial_sidebar_state)
    run = run_here()
    if run is None:
        warn_bare()
        return
    before = run.canvas.page
    if menu_items is not None:
        given["menu"] = {**(before.menu or {}), **_menu(menu_items)}
    pack(msgspec.structs.replace(before, **given))  # It says which field cannot travel.
    set_page(run, given)


def _icon(icon: object) -> str:
    if isinstance(icon, str):
        if icon == "random":
            import random  # noqa: PLC0415  (few scripts ask for it, and all would wait for it)

            return random.choice(RANDOM)
        if not icon or SHORT_CODE.fullmatch(icon):
            return icon
    from ostinato.run.pictures import show_picture_or_text  # noqa: PLC0415  (few icons are files)

    found = show_picture_or_text("set_page_config", "page_icon", icon)
    if found is not None:
        return found
    if isinstance(icon, str) and icon.startswith("/"):
        return icon  # On the server that the page is from.
    # A page is as good without its icon.
    warn(str(no_picture("set_page_config", "page_icon", icon)), UserWarning)
    return ""


def _sidebar(state: object) -> str | int:
    if isinstance(state, int) and not isinstance(state, bool):
        if NARROWEST <= state <= WIDEST:
            return state
        raise StreamlitValueError(
            f"set_page_config: the width of the sidebar must be from {NARROWEST} to {WIDEST}"
            f" pixels, got initial_sidebar_state={state!r}"
        )
    words = ("auto", "expanded", "collapsed", "locked")
    check_choice("set_page_config", "initial_sidebar_state", state, words)
    return str(state)


def _menu(items: Mapping[str, str | None]) -> dict[str, str | None]:
    known = {name.lower(): name for name in ITEMS}
    menu: dict[str, str | None] = {}
    for name, value in items.items():
        if str(name).lower() not in known:
            raise StreamlitAPIException(
                f"set_page_config: menu_items may have {', '.join(map(repr, ITEMS))},"
                f" got {name!r}: leave it out"
            )
        title = known[str(name).lower()]
        menu[title] = _entry(title, value)
    return menu


def _entry(title: str, value: object) -> str | None:
    if value is None:
        return None
    text = dedent_text(value)
    if title != "About" and not text.startswith(("http://", "https://", "mailto:")):
        raise StreamlitAPIException(
            f'set_page_config: "{title}" must be an address that begins with https:// or mailto:,'
            f" got {value!r}"
        )
    return text
