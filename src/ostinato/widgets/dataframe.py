"""Dataframe: a table to look at, sort, search, and select in."""

from typing import ClassVar, Literal

from ostinato.run.elements import draw, element
from ostinato.wire.frames import Frame
from ostinato.wire.props import Height, InputProps

SelectionMode = Literal[
    "multi-row",
    "single-row",
    "single-row-required",
    "multi-column",
    "single-column",
    "multi-cell",
    "single-cell",
]


class Dataframe(InputProps, frozen=True, kw_only=True):
    """The wire form of `dataframe`.

    `order` are the numbers of the columns to show, beside those of the index. `selects` says what
    can be selected; null if the script does not ask. Its value has lists: `rows` by their numbers,
    `columns` by their names, and `cells` as pairs of both. `can_export` is false if nothing is to
    be copied or downloaded.
    """

    shows_files: ClassVar[tuple[str, ...]] = ("file",)

    label: str = ""
    frame: Frame
    height: Height = "auto"
    order: list[int] | None = None
    hide_index: bool | None = None
    row_height: int | None = None
    placeholder: str | None = None
    selects: list[SelectionMode] | None = None
    can_export: bool = True
    alt: str | None = None

    @property
    def file(self) -> str | None:
        """The file that the browser fetches it from, if it is not small."""
        return self.frame.file


@element
def dataframe(data=None):
    from ostinato.run.frames import frame_of  # noqa: PLC0415  (few scripts show tables)

    return draw(Dataframe(frame=frame_of(data)[0]))
