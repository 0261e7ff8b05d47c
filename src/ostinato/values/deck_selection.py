"""Deck selection: which objects of which layers of deck.gl can be selected."""

from collections.abc import Mapping
from typing import Any

import msgspec

from ostinato.values.chart_selection import ChartSelection
from ostinato.values.chart_states import Count, PydeckState

CELLS: dict[str, tuple[type, ...]] = {
    "boolean": (bool, int),
    "integer": (int, float),
    "number": (int, float),
    "text": (str,),
}
"""What cells of a column are, by its kind, of those that a browser has as the table does."""


class DeckRows(msgspec.Struct, frozen=True):
    """What is known of the objects of a layer.

    Args:
        count: How many there are; None if only the browser knows, which sums them up or loads them.
        content: All of them as JSON, if that is short.
        kinds: The columns that they are made of, and of which kind each is; None if of none.
    """

    count: int | None = None
    content: bytes | None = None
    kinds: dict[str, str] | None = None

    def fits(self, each: Any) -> bool:
        """Return whether this may be one of the objects."""
        if self.kinds is None:
            return True
        if not isinstance(each, dict) or not each.keys() <= self.kinds.keys():
            return False
        return all(
            value is None or isinstance(value, CELLS.get(self.kinds[name], (object,)))
            for name, value in each.items()
        )

    def find(self, numbers: list[int]) -> list[Any] | None:
        """Return objects by their numbers; None if they are not known here."""
        if self.content is None or self.count is None:
            return None
        rows = msgspec.json.decode(self.content)
        rows = rows["features"] if isinstance(rows, dict) else rows
        return [rows[number] for number in numbers]


class DeckSelection(ChartSelection, frozen=True):
    """What can be selected in layers.

    Args:
        layers: What is known of the layers in which something can be, by their ids.
        is_single: Whether that is at most one object.
    """

    layers: dict[str, DeckRows] = {}
    is_single: bool = False

    def entered(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what a browser says beyond the types of its parts, and return it.

        Raises:
            ValueError: If it cannot be selected.
        """
        indices, objects = parts["indices"], parts["objects"]
        if {name: len(each) for name, each in indices.items()} != {
            name: len(each) for name, each in objects.items()
        }:
            raise ValueError("each of the indices must have its object")
        for name, each in objects.items():
            rows = self.layers.get(name)
            if rows is None or not all(map(rows.fits, each)):
                raise ValueError(f"there is no such object in {name!r:.100}")
        checked = self.adopted(parts)
        if checked["indices"] != indices:
            raise ValueError("indices must be those of objects that can be selected, each once")
        return checked

    def adopted(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Return what there still is of what the script has set or what was selected before."""
        indices: dict[str, list[int]] = {}
        objects: dict[str, list[Any]] = {}
        for name, numbers in parts["indices"].items():
            rows = self.layers.get(name)
            if rows is None or (self.is_single and indices):
                continue
            told = dict(zip(numbers, parts["objects"].get(name, []), strict=False))
            there = [
                number
                for number in dict.fromkeys(numbers)
                if rows.count is None or number < rows.count
            ]
            there = there[:1] if self.is_single else there
            if there or not numbers:
                indices[name] = there
                found = rows.find(there)
                has_all = all(number in told for number in there)
                objects[name] = (
                    found if found is not None else [told[n] for n in there] if has_all else []
                )
        return {"indices": indices, "objects": objects}


def deck_selection(who: str, layers: Mapping[str, DeckRows], *, is_single: bool) -> DeckSelection:
    """Return what can be selected in layers of deck.gl: rows, by their numbers and as they are.

    Args:
        who: The chart, for errors.
        layers: What is known of the layers in which something can be, by their ids.
        is_single: Whether that is at most one object.
    """
    return DeckSelection(
        who,
        PydeckState,
        {"indices": {}, "objects": {}},
        shapes={"indices": dict[str, list[Count]], "objects": dict[str, list[Any]]},
        layers=dict(layers),
        is_single=is_single,
    )
