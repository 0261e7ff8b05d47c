"""Media: columns of pictures, sounds and videos."""

from ostinato.arguments.columns import (
    ColumnAlignment,
    ColumnWidth,
    column_of,
    documented_column,
)
from ostinato.wire.frames import ColumnOptions


@documented_column
def ImageColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
) -> ColumnOptions:
    """Configure a column of pictures.

    Each cell is an address of the web, of the app's static files, or a `data:` URL.

    Example:
        >>> st.column_config.ImageColumn("Preview")
    """
    return column_of("image", label, width, help, pinned=pinned, alignment=alignment)


@documented_column
def AudioColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
) -> ColumnOptions:
    """Configure a column of sounds.

    Each cell is an address of the web, of the app's static files, or a `data:` URL.

    Example:
        >>> st.column_config.AudioColumn("Preview")
    """
    return column_of("audio", label, width, help, pinned=pinned, alignment=alignment)


@documented_column
def VideoColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
) -> ColumnOptions:
    """Configure a column of videos.

    Each cell is an address of the web, of the app's static files, or a `data:` URL.

    Example:
        >>> st.column_config.VideoColumn("Preview")
    """
    return column_of("video", label, width, help, pinned=pinned, alignment=alignment)
