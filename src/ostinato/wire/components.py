"""Components: what travels of what a component is given, where that is no JSON."""

import msgspec

from ostinato.wire.props import FileAddress


class ComponentBytes(msgspec.Struct, frozen=True, omit_defaults=True):
    """Bytes: few of them are here, and more in a file."""

    data: bytes | None = None
    file: FileAddress | None = None


class ComponentTable(msgspec.Struct, frozen=True):
    """A table, in three streams of Arrow: its cells, and the names of its rows and columns."""

    data: ComponentBytes
    index: ComponentBytes
    columns: ComponentBytes
