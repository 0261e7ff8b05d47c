"""Download button: a button that saves a file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ostinato.arguments.buttons import ButtonArguments
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import Arguments, Key, KeywordArguments
from ostinato.arguments.size import width_of
from ostinato.arguments.text import is_among
from ostinato.errors import StreamlitValueError
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
from ostinato.wire.props import ButtonProps, FileAddress, Width

if TYPE_CHECKING:
    from ostinato.arguments.named_content import Data, NamedContent

OnClick = Callable[..., object] | Literal["rerun", "ignore"] | None


class DownloadButton(ButtonProps, frozen=True, kw_only=True):
    """The wire form of `download_button`; without an `url` the file is made when it is pressed.

    Nobody has to hear of a press that `is_silent`.
    """

    identity_free = ButtonProps.identity_free | {"url"}

    url: FileAddress = ""
    is_made: bool = False
    is_silent: bool = False


@element
@documented
def download_button(
    label: str,
    data: "Data | Callable[[], Data]",
    file_name: str | None = None,
    mime: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_click: OnClick = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show a button that saves a file, and return whether it was pressed for this run.

    Args:
        label: What is saved, in Markdown.
        data: What the file is made of: text, bytes, an open file, or a path. Or a function that
            returns one of these: it is called when the button is pressed, in a thread of its own,
            so that neither a run nor the page waits for it.
        file_name: How the file is called; without it, as `data` is, or "download".
        mime: Its media type, as "text/csv"; without it, what the name of an open file says, or
            "text/plain" for text and "application/octet-stream" for bytes.
        on_click: "rerun", "ignore" to save the file only, or a function to call before the rerun.
        width: "content", "stretch" or pixels.

    Returns:
        True in the run that a press has started, else False.

    Raises:
        StreamlitAPIException: If the data, the icon or the shortcut cannot be used.
        StreamlitValueError: If `on_click` is neither a word nor a function.

    Differs:
        data: Paths, `bytearray` and `memoryview` are taken, too. A function is told of what was
            entered before the press. What it makes is saved once, also if the connection was lost
            or the server ended meanwhile; what it raises stands below the button.
        mime: The end of a name will do, as "csv".

    Example:
        >>> st.download_button("Save the numbers", "1,2,3", "numbers.csv", "text/csv")
    """
    # Few scripts have one, and the others start faster.
    from ostinato.arguments.named_content import check_names, named_content  # noqa: PLC0415
    from ostinato.run.recipe import Recipe, address_of  # noqa: PLC0415

    common = ButtonArguments(
        "download_button",
        label,
        key,
        help,
        disabled,
        width_of("download_button", label, width, use_container_width),
        type,
        icon,
        icon_position,
        shortcut,
        wrap,
    )
    who = common.who
    if not callable(on_click) and not is_among(on_click, ("rerun", "ignore", None)):
        raise StreamlitValueError(
            f'{who}: on_click must be "rerun", "ignore" or a function, got on_click={on_click!r}'
        )
    check_names(who, file_name, mime)
    if callable(data) and not hasattr(data, "read"):
        make: Callable[[], Data] = data

        def content() -> "NamedContent":
            return named_content(who, make(), file_name, mime)

        recipe = Recipe(who, content)
    else:
        found = named_content(who, data, file_name, mime)
        recipe = Recipe(who, url="" if common.props["disabled"] else address_of(who, found))
    props = DownloadButton(
        **common.props,
        url=recipe.url,
        is_made=recipe.content is not None,
        is_silent=is_among(on_click, ("ignore",)) and recipe.content is None,
    )
    asked = common.value(Boolean(), False, on_click, args, kwargs, lasts="run", recipe=recipe)
    return draw(props, value=asked)
