"""Decks: what deck.gl draws, as it travels."""

from typing import Any, ClassVar, Literal

import msgspec

from ostinato.wire.charts import ChartProps
from ostinato.wire.frames import Frame
from ostinato.wire.props import FileAddress


class LayerData(msgspec.Struct, frozen=True, omit_defaults=True):
    """The data of the layer at a place: rows as a frame, as JSON, or as JSON in a file."""

    place: int
    frame: Frame | None = None
    json: str | None = None
    file: FileAddress | None = None


class DeckProps(ChartProps, frozen=True, kw_only=True):
    """What deck.gl draws.

    `spec` is JSON for deck.gl without the data of layers, which is in `data`. `styles` are base
    maps in light and dark: addresses or JSON; empty for none. `has_ground` is false if there is no
    map at all. `mode` says how many objects can be selected, null for none: the value has
    `indices` and `objects`, each a dict of lists by the id of a layer.
    """

    shows_files: ClassVar[tuple[str, ...]] = ("files",)

    spec: str
    data: list[LayerData] = []
    styles: tuple[str, str] = ("", "")
    has_ground: bool = True
    tooltip: Any = None
    mode: Literal["single-object", "multi-object"] | None = None

    @property
    def files(self) -> list[str | None]:
        """The files that the browser fetches data from."""
        frames = [each.frame.file for each in self.data if each.frame is not None]
        return [*frames, *(each.file for each in self.data)]
