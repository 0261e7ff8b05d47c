"""Tabs: containers of which one is open at a time."""

from collections.abc import Iterable
from typing import Any

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.arguments.size import check_height
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.run.elements import draw, element
from ostinato.run.openable import Openable
from ostinato.values.word import Word
from ostinato.wire.props import ContainerProps, Height, Width


class Tabs(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `tabs`; its children are `Tab`s, one for each label.

    Its value is the label of the open one; without one the browser alone knows, and begins with
    `default`, or the first.
    """

    labels: list[str]
    default: str | None = None
    width: Width = "stretch"
    height: Height = "content"

    identity_free = ContainerProps.identity_free | {"default"}

    @property
    def label(self) -> str:
        """What errors call them by."""
        return ", ".join(self.labels)


class Tab(ContainerProps, frozen=True, kw_only=True):
    """What one tab shows while it is open."""

    label: str


@element
@documented
def tabs(
    tabs: Iterable[str],
    *,
    width: Width = "stretch",
    height: Height = "content",
    default: str | None = None,
    key: Key | None = None,
    on_change: OnChange = "ignore",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    bind: Bind = None,
) -> tuple[Openable, ...]:
    """Make containers of which one is open at a time.

    Which one outlasts reruns and refreshes. The script knows of it only if it asks: by
    `on_change`, or by `bind`.

    Args:
        tabs: The label of each, in Markdown.
        width: "stretch" or pixels.
        height: "content", "stretch" or pixels; beyond a fixed height the open tab scrolls.
        default: The label of the tab that is open at first; None or "" for the first.
        key: Its name in session state, if the script asks: the label of the open tab; also the
            CSS class `st-key-<key>`.

    Returns:
        A container for each. Its `open` is None if the script does not ask.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `tabs` is no list of texts.
        StreamlitMissingRequiredParameterError: If there is no tab.

    Differs:
        default: The tab that a person has opened stays so over a refresh.

    Example:
        >>> chart, data = st.tabs(["Chart", "Data"])
        >>> data.write([1, 2, 3])
    """
    labels = _labels(tabs)
    if isinstance(default, str) and not default and default not in labels:
        default = None
    if not isinstance(default, str | None) or (default is not None and default not in labels):
        raise StreamlitValueError(
            f"tabs: default must be one of the labels, got default={default!r} and tabs={labels!r}"
        )
    if bind is not None and ("" in labels or len(set(labels)) < len(labels)):
        raise StreamlitValueError(
            f"tabs: each label must be a text of its own in an address, got tabs={labels!r}"
        )
    common = InputArguments("tabs", ", ".join(labels), key, None, False, "visible", width)
    check_height(common.who, height)
    props = Tabs(
        key=common.props["key"], labels=labels, default=default, width=width, height=height
    )
    first = labels[0] if default is None else default
    codec = Word(tuple(labels))
    asked = common.value_if_asked(codec, first, on_change, args, kwargs, bind)
    if asked is None:
        with draw(props, children=True):
            return tuple(_tab(label, None) for label in labels)
    group, opened = draw(props, value=asked, children=True)
    with group:
        return tuple(_tab(label, label == opened) for label in labels)


def _tab(label: str, is_open: bool | None) -> Openable:
    return Openable(draw(Tab(label=label), children=True).node, is_open)


def _labels(tabs: object) -> list[str]:
    labels: list[Any] = list(tabs) if isinstance(tabs, Iterable) else [tabs]
    if tabs is None or not labels:
        raise StreamlitMissingRequiredParameterError(
            f"tabs: there must be at least one tab, got tabs={tabs!r}: give it a label"
        )
    if not all(isinstance(label, str) for label in labels):
        raise StreamlitInvalidParameterTypeError(
            f"tabs: tabs must be a list of texts, got tabs={tabs!r}"
        )
    return labels
