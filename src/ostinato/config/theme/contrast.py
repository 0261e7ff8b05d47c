"""Contrast: which pairs of colors of a theme cannot be told apart well enough (WCAG AA)."""

import math
from typing import NamedTuple

from ostinato.config.theme.colors import CONTROL, TEXT, contrast
from ostinato.config.theme.names import HUES
from ostinato.config.theme.sheet import Sheet
from ostinato.config.theme.tokens import Look

_UNSEEN = 0.005
"""Of a ratio, what comes of colors that are rounded, and nobody sees."""

GROUND, SECOND = "background", "secondary-background"


class Pair(NamedTuple):
    """What is to be told from what, and how well."""

    what: str
    on: str
    needs: float
    option: str
    ground: str
    """The option that says what it stands on."""


PAIRS = [
    Pair("text", GROUND, TEXT, "textColor", "backgroundColor"),
    Pair("text", SECOND, TEXT, "textColor", "secondaryBackgroundColor"),
    Pair("primary", GROUND, CONTROL, "primaryColor", "backgroundColor"),
    Pair("on-primary", "primary", TEXT, "text on primaryColor", "primaryColor"),
    Pair("link", GROUND, TEXT, "linkColor", "backgroundColor"),
    Pair("code-text", "code-background", TEXT, "codeTextColor", "codeBackgroundColor"),
    Pair(
        "dataframe-header-text",
        "dataframe-header-background",
        TEXT,
        "dataframeHeaderTextColor",
        "dataframeHeaderBackgroundColor",
    ),
    *(
        Pair(f"{hue}-text", ground, TEXT, f"{hue}TextColor", option)
        for hue in HUES
        for ground, option in (
            (GROUND, "backgroundColor"),
            (f"{hue}-background", f"{hue}BackgroundColor"),
        )
    ),
    *(
        Pair("text", f"{hue}-background", TEXT, "textColor", f"{hue}BackgroundColor")
        for hue in HUES
    ),
]
"""What a theme can say so that people cannot read it; what is made of it is made to be read."""


class Measured(NamedTuple):
    """A pair of one mode and place, and how well it is told apart."""

    place: str
    pair: Pair
    ratio: float

    @property
    def is_enough(self) -> bool:
        """Whether that is enough."""
        return self.ratio + _UNSEEN >= self.pair.needs

    @property
    def shown(self) -> float:
        """The ratio to a tenth, never rounded up: what has too little must not seem to have it."""
        return math.floor(10 * (self.ratio + _UNSEEN)) / 10


def measured(sheet: Sheet) -> list[Measured]:
    """Return all pairs of a theme."""
    return [
        Measured(place, pair, _ratio(look, pair))
        for place, look in sheet.looks.items()
        for pair in PAIRS
    ]


def failures(sheet: Sheet) -> list[str]:
    """Return a note on each pair that is told apart too badly."""
    return [
        f"theme: {each.pair.option} has a contrast of {each.shown} on {each.pair.ground}"
        f"{_where(each.place, sheet)}, and needs {each.pair.needs:g}: choose one that is"
        " darker or brighter"
        for each in measured(sheet)
        if not each.is_enough
    ]


def _ratio(look: Look, pair: Pair) -> float:
    page = look.colors[GROUND]
    ground = look.colors[pair.on].over(page)
    return contrast(look.colors[pair.what].over(ground), ground)


def _where(place: str, sheet: Sheet) -> str:
    mode, _, sidebar = place.partition(".")
    parts = [f" in the {mode} mode"] if not sheet.own else []
    return "".join([*parts, " in the sidebar" if sidebar else ""])
