"""Frames: tables as they travel, in Arrow, and how their columns are shown.

The bytes of a frame are those of Arrow's IPC messages. Its columns lie in *blocks* of at most 200,
each with its schema and dictionaries, its *head*; its rows in *tiles*, record batches of about
128 KiB. So whoever shows a part of it reads the head of a block once, and the tiles that are in
sight.
"""

from typing import Any, ClassVar, Literal

import msgspec

from ostinato.wire.props import Height, InputProps

ColumnKind = Literal[
    "empty",
    "boolean",
    "integer",
    "number",
    "decimal",
    "text",
    "bytes",
    "date",
    "time",
    "datetime",
    "duration",
    "period",
    "category",
    "list",
    "struct",
    "mixed",
]
"""What the cells of a column are. Those of "mixed" are texts that stand for values of any type."""

ColumnType = Literal[
    "text",
    "number",
    "checkbox",
    "selectbox",
    "multiselect",
    "list",
    "date",
    "datetime",
    "time",
    "link",
    "image",
    "audio",
    "video",
    "json",
    "markdown",
    "progress",
    "line_chart",
    "area_chart",
    "bar_chart",
    "button",
]
"""How the cells of a column are shown."""


EXACT = 1 << 53
"""Up to which whole numbers a browser, and any float, has each."""


NumRows = Literal["fixed", "dynamic", "add", "delete"]
"""Whether rows can be added and deleted."""


class ColumnOption(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the values that a cell may have; `label` is what stands for it, if it is another."""

    value: str | int | float | bool
    label: str | None = None


class ColumnOptions(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """How a column is shown: what the script has said of it, and null where it has not.

    Dates and times are in ISO 8601, steps in seconds (of dates, in days). `default` is a plain
    value. `color` is a color of the palette, one of CSS, "auto", "auto-inverse", or one for each
    option. `press` is the id of the node that a click in a cell presses.
    """

    type: ColumnType | None = None
    label: str | None = None
    width: Literal["small", "medium", "large"] | int | None = None
    help: str | None = None
    hidden: bool = False
    disabled: bool | None = None
    required: bool | None = None
    pinned: bool | None = None
    alignment: Literal["left", "center", "right"] | None = None
    default: Any = None
    format: str | None = None
    min_value: str | int | float | None = None
    max_value: str | int | float | None = None
    step: int | float | None = None
    timezone: str | None = None
    max_chars: int | None = None
    validate: str | None = None
    display_text: str | None = None
    options: list[ColumnOption] | None = None
    accept_new_options: bool = False
    color: str | list[str] | None = None
    y_min: int | float | None = None
    y_max: int | float | None = None
    button: Literal["primary", "secondary", "tertiary"] | None = None
    press: str | None = None


class FrameColumn(msgspec.Struct, frozen=True, omit_defaults=True):
    """One column.

    The field of Arrow that holds its cells is called by its number among all columns of the frame:
    "7". If `has_texts`, the field "7t" has the texts that stand for some of the cells, as a Styler
    says, and null for others; if `has_looks`, "7l" has for each cell a number: 0, or the place of
    its look in `looks` of the frame, counted from 1.

    `groups` are the headers above its name, outermost first. `zone` is the time zone in which its
    moments are shown, null for those that have none.
    """

    name: str
    kind: ColumnKind
    is_index: bool = False
    groups: list[str] | None = None
    zone: str | None = None
    has_texts: bool = False
    has_looks: bool = False
    options: ColumnOptions | None = None


class Block(msgspec.Struct, frozen=True):
    """Columns that lie together in the bytes of a frame.

    `columns` are the numbers of the first of them and of the one after the last. From `start` on
    lie the `head` bytes of its schema and dictionaries, then its tiles, one after the other, each
    of `rows` rows but for the last; `tiles` has how many bytes each has.
    """

    columns: tuple[int, int]
    start: int
    head: int
    rows: int
    tiles: list[int]


class Look(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a cell is drawn, in words of CSS."""

    color: str | None = None
    background: str | None = None
    weight: str | None = None
    style: str | None = None
    decoration: str | None = None


class Frame(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A table.

    Its bytes are in `data` if they are few, else in the file at `file`, of `size` bytes: there the
    blocks are followed by what the server needs to read it. `of` is how many rows the table has of
    which these are the first, if it was too long, and -1 if nobody knows. `first` are the head and
    one batch, of the first `first_rows` rows of the first block, to show before anything is
    fetched.
    """

    rows: int
    columns: list[FrameColumn]
    blocks: list[Block]
    data: bytes | None = None
    file: str | None = None
    size: int = 0
    first: bytes | None = None
    first_rows: int = 0
    looks: list[Look] | None = None
    of: int | None = None


class FrameProps(InputProps, frozen=True, kw_only=True):
    """An element that shows a table by its frame.

    `order` are the numbers of the columns to show, beside those of the index. `can_export` is false
    if nothing is to be copied or downloaded.
    """

    shows_files: ClassVar[tuple[str, ...]] = ("file",)

    label: str = ""
    frame: Frame
    height: Height = "auto"
    order: list[int] | None = None
    hide_index: bool = False
    row_height: int | None = None
    placeholder: str | None = None
    can_export: bool = True
    alt: str | None = None

    @property
    def file(self) -> str | None:
        """The file that the browser fetches it from, if it is not small."""
        return self.frame.file
