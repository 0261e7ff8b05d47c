"""Tokens: what the options of a theme make of the tokens of the look, for one mode and one place.

What was set is used as it is. What was not is made of it, so that a ground and an accent are
enough: text is made to be read, borders of what can be used to be seen.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from ostinato.config.theme.colors import (
    BLACK,
    CONTROL,
    TEXT,
    WHITE,
    Color,
    color,
    contrast,
    luminance,
    mix,
    readable,
)
from ostinato.config.theme.defaults import TOKENS
from ostinato.config.theme.names import HUES, MODES

Mode = Literal["light", "dark"]
Values = Mapping[str, Any]

GROUNDS = ("backgroundColor", "secondaryBackgroundColor", "textColor")

_EASY = 7.0
"""Contrast of text that needs no other colour."""

_INK = Color(11, 15, 20)
"""What is written on an accent that white cannot be read on."""


class Look(NamedTuple):
    """What a theme makes of one mode and place."""

    made: dict[str, Color]
    """Colors that are not what they were, by token."""
    colors: dict[str, Color]
    """All of them."""
    is_dark: bool
    """Whether what is written is brighter than its ground."""


def default_color(token: str, mode: Mode) -> Color:
    """Return the color that a token has without a theme."""
    return color(TOKENS[token][MODES.index(mode)])


class Derivation:
    """Makes the colors of one mode and place.

    Args:
        given: Options by their short names.
        mode: Whose defaults hold where nothing is given.
        start: Colors that hold before: those of the page, for a part of it.
    """

    def __init__(self, given: Values, mode: Mode, start: Mapping[str, Color] | None = None) -> None:
        self.given, self.mode = given, mode
        self.start = dict(start or {})
        self.made: dict[str, Color] = {}

    def look(self) -> Look:
        """Make all of it."""
        if self.has_ground:
            self._ground()
        if self.has_ground or "primaryColor" in self.given:
            self._primary()
        for hue in HUES:
            self._hue(hue)
        self._link()
        self._code()
        self._lines()
        self._tables()
        return Look(self.made, self.colors, self.is_dark)

    @cached_property
    def has_ground(self) -> bool:
        """Whether all colors stand on another ground than before, or are read otherwise."""
        return any(name in self.given for name in GROUNDS)

    @cached_property
    def ground(self) -> Color:
        """The ground of the page."""
        before = self._before("background")
        given = self._given("backgroundColor")
        return given.over(before) if given else before

    @cached_property
    def second(self) -> Color:
        """The ground of what stands out from it."""
        given = self._given("secondaryBackgroundColor")
        if given:
            return given.over(self.ground)
        if "backgroundColor" in self.given:
            return mix(self.ground, self.text, 0.05)
        return self._before("secondary-background")

    @cached_property
    def text(self) -> Color:
        """What is written on both."""
        given = self._given("textColor")
        if given:
            return given.over(self.ground)
        if "backgroundColor" not in self.given:
            return self._before("text")
        before = self._before("text")
        if contrast(before, self.ground) >= _EASY:
            return before
        usual = [before, *(default_color("text", each) for each in MODES)]
        return max(usual, key=lambda each: contrast(each, self.ground))

    @property
    def grounds(self) -> list[Color]:
        """What texts stand on."""
        return [self.ground, self.second]

    @cached_property
    def is_dark(self) -> bool:
        """Whether what is written is brighter than what it is written on."""
        return luminance(self.ground) < luminance(self.text)

    @property
    def usual(self) -> Mode:
        """The mode whose defaults can be seen on the ground."""
        return "dark" if self.is_dark else "light"

    @property
    def colors(self) -> dict[str, Color]:
        """All colors there are, by token."""
        plain = {name: default_color(name, self.usual) for name in TOKENS}
        return {**plain, **self.start, **self.made}

    def _given(self, name: str) -> Color | None:
        return color(self.given[name]) if name in self.given else None

    def _before(self, token: str) -> Color:
        return self.start.get(token) or default_color(token, self.mode)

    def _now(self, token: str) -> Color:
        if token in self.made:
            return self.made[token]
        return self.start.get(token) or default_color(token, self.usual)

    def _text_at(self, share: float) -> Color:
        return mix(self.ground, self.text, share)

    def _ground(self) -> None:
        ground, second, text = self.ground, self.second, self.text
        self.made |= {
            "background": ground,
            "secondary-background": second,
            "text": text,
            "sidebar-background": second,
            "sidebar-secondary-background": ground,
            "raised-background": self._text_at(0.06) if self.is_dark else ground,
            "inset-background": BLACK.at(0.25) if self.is_dark else WHITE.at(0.6),
            "hover-background": text.at(0.07 if self.is_dark else 0.05),
            "muted-text": readable(self._text_at(0.66), self.grounds),
            "border": self._text_at(0.17),
            "control-border": readable(self._text_at(0.45), self.grounds, CONTROL),
            "disabled-text": self._text_at(0.5),
            "disabled-background": self._text_at(0.05),
            "code-background": self._text_at(0.06),
            "dataframe-border": self._text_at(0.17),
            "dataframe-header-background": second,
        }
        self.made["dataframe-header-text"] = self.made["muted-text"]
        for hue in HUES:
            self._on_ground(hue)

    def _on_ground(self, hue: str) -> None:
        """Have a color of the palette seen on another ground."""
        strong = default_color(hue, self.usual)
        pale = mix(self.ground, strong, 0.2 if self.is_dark else 0.1)
        self.made[f"{hue}-background"] = pale
        words = default_color(f"{hue}-text", self.usual)
        self.made[f"{hue}-text"] = readable(words, [*self.grounds, pale])

    def _primary(self) -> None:
        given = self._given("primaryColor")
        primary = given.over(self.ground) if given else self._accent()
        on = WHITE if contrast(WHITE, primary) >= TEXT else _INK
        if contrast(on, primary) < TEXT:
            on = max((WHITE, BLACK), key=lambda each: contrast(each, primary))
        # What is pressed must not come nearer to what is written on it.
        away = BLACK if on == WHITE else WHITE
        pale = mix(self.ground, primary, 0.22 if self.is_dark else 0.12)
        self.made |= {
            "primary": primary,
            "primary-text": readable(primary, [*self.grounds, pale]),
            "primary-hover": mix(primary, away, 0.16),
            "primary-active": mix(primary, away, 0.3),
            "on-primary": on,
            "primary-background": pale,
            "focus": primary.at(0.56 if self.is_dark else 0.76),
        }

    def _accent(self) -> Color:
        return readable(default_color("primary", self.usual), [self.ground], CONTROL)

    def _hue(self, hue: str) -> None:
        strong = self._given(f"{hue}Color")
        if strong:
            pale = strong.at(0.2 if self.is_dark else 0.1).over(self.ground)
            words = mix(strong, WHITE if self.is_dark else BLACK, 0.15)
            self.made |= {
                hue: strong,
                f"{hue}-background": pale,
                f"{hue}-text": readable(words, [*self.grounds, pale]),
            }
        for part in ("Background", "Text"):
            if given := self._given(f"{hue}{part}Color"):
                self.made[f"{hue}-{part.lower()}"] = given
        if f"{hue}BackgroundColor" in self.given and f"{hue}TextColor" not in self.given:
            pale = self.made[f"{hue}-background"].over(self.ground)
            self.made[f"{hue}-text"] = readable(self._now(f"{hue}-text"), [*self.grounds, pale])

    def _link(self) -> None:
        if given := self._given("linkColor"):
            self.made["link"] = given
        elif "blueColor" in self.given or "blueTextColor" in self.given:
            self.made["link"] = self.made["blue-text"]
        elif self.has_ground:
            self.made["link"] = readable(default_color("link", self.usual), self.grounds)

    def _code(self) -> None:
        if given := self._given("codeBackgroundColor"):
            self.made["code-background"] = given
        if given := self._given("codeTextColor"):
            self.made["code-text"] = given
        elif "code-background" in self.made:
            ground = self.made["code-background"].over(self.ground)
            usual = default_color("code-text", self.usual)
            own = mix(ground, self.text, 0.9)
            self.made["code-text"] = readable(
                own if self.has_ground or contrast(usual, ground) < TEXT else usual, [ground]
            )

    def _lines(self) -> None:
        if given := self._given("borderColor"):
            self.made["border"] = given
            self.made["dataframe-border"] = given
            self.made["control-border"] = readable(given.over(self.ground), self.grounds, CONTROL)

    def _tables(self) -> None:
        for name, token in (
            ("dataframeBorderColor", "dataframe-border"),
            ("dataframeHeaderBackgroundColor", "dataframe-header-background"),
            ("dataframeHeaderTextColor", "dataframe-header-text"),
        ):
            if given := self._given(name):
                self.made[token] = given
        if (
            "dataframeHeaderBackgroundColor" in self.given
            and "dataframeHeaderTextColor" not in self.given
        ):
            ground = self.made["dataframe-header-background"].over(self.ground)
            self.made["dataframe-header-text"] = readable(self._now("muted-text"), [ground])
