"""Colors: reading those of CSS, mixing them, and how well one can be read on another."""

import colorsys
import re
from typing import NamedTuple

from ostinato.config.theme.color_names import NAMED

RULE = "a color, such as #0b756c, teal, rgb(11, 117, 108) or hsl(175, 83%, 25%)"

TEXT, CONTROL = 4.5, 3.0
"""Contrast that WCAG asks of texts, and of borders and what can be used."""

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_NUMBER = re.compile(r"([+-]?\d*\.?\d+)(%|deg)?")
_STEPS = 50


class Color(NamedTuple):
    """A color: red, green and blue up to 255, and how much of it is there, up to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def css(self) -> str:
        """The color as a style sheet has it."""
        parts = [round(part) for part in self[:3]]
        if self.alpha == 1:
            return "#{:02x}{:02x}{:02x}".format(*parts)
        return "rgb({} {} {} / {:g}%)".format(*parts, round(100 * self.alpha, 1))

    def at(self, alpha: float) -> "Color":
        """Return the color with another transparency."""
        return self._replace(alpha=alpha)

    def over(self, ground: "Color") -> "Color":
        """Return what is seen of the color on a ground that is opaque."""
        return mix(ground, self.at(1), self.alpha)


BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


def parse(text: str) -> Color | None:
    """Return the color that a text names; None if it names none.

    Example:
        >>> parse("rgb(255 0 0 / 50%)")
        Color(red=255.0, green=0.0, blue=0.0, alpha=0.5)
    """
    text = text.strip().lower()
    if text == "transparent":
        return BLACK.at(0)
    text = f"#{NAMED[text]}" if text in NAMED else text
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > 4 else "".join(2 * each for each in found[1])
        parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
        red, green, blue = parts[:3]
        return Color(red, green, blue, parts[3] / 255 if len(parts) == 4 else 1.0)
    if found := _CALL.fullmatch(text):
        return _called(found[1], [part for part in re.split(r"[\s,/]+", found[2]) if part])
    return None


def color(text: str) -> Color:
    """Return the color that a text names, which was checked."""
    found = parse(text)
    assert found is not None
    return found


def _called(name: str, parts: list[str]) -> Color | None:
    found = [_NUMBER.fullmatch(part) for part in parts]
    if len(found) not in (3, 4) or None in found:
        return None
    numbers = [(float(each[1]), each[2] or "") for each in found if each]
    alpha = min(1.0, max(0.0, _share(*numbers[3], 1))) if len(numbers) == 4 else 1.0
    if name == "rgb":
        red, green, blue = (min(255.0, max(0.0, _share(*each, 255))) for each in numbers[:3])
        return Color(red, green, blue, alpha)
    hue, saturation, lightness = (each[0] for each in numbers[:3])
    if any(unit != "%" for _, unit in numbers[1:3]):
        return None
    saturation, lightness = (min(100.0, max(0.0, each)) / 100 for each in (saturation, lightness))
    red, green, blue = colorsys.hls_to_rgb(hue / 360 % 1, lightness, saturation)
    return Color(255 * red, 255 * green, 255 * blue, alpha)


def _share(number: float, unit: str, whole: float) -> float:
    return number / 100 * whole if unit == "%" else number


def mix(ground: Color, other: Color, share: float) -> Color:
    """Return a ground with a share of another color in it."""
    return Color(*(a + (b - a) * share for a, b in zip(ground[:3], other[:3], strict=True)))


def luminance(one: Color) -> float:
    """Return how bright a color is, from 0 to 1, as WCAG counts it."""
    parts = [part / 255 for part in one[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return how well two colors are told apart, from 1 to 21, as WCAG counts it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lowest_contrast(one: Color, grounds: list[Color]) -> float:
    """Return how well a color is told from the ground on which it is told worst."""
    return min(contrast(one.over(ground), ground) for ground in grounds)


def readable(one: Color, grounds: list[Color], ratio: float = TEXT) -> Color:
    """Return a color that is told from all these grounds: the nearest that has the contrast.

    Where none has, it is black or white, whichever has more.
    """
    if lowest_contrast(one, grounds) >= ratio:
        return one
    end = max((BLACK, WHITE), key=lambda each: lowest_contrast(each, grounds))
    steps = (mix(one, end, step / _STEPS) for step in range(1, _STEPS))
    # Rounded, as the sheet has it.
    return next(
        (each for each in map(_rounded, steps) if lowest_contrast(each, grounds) >= ratio), end
    )


def _rounded(one: Color) -> Color:
    return Color(*(float(round(part)) for part in one[:3]))
