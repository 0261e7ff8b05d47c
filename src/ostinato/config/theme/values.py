"""Values: what an option of a theme was set to, checked, in one form."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ostinato.config.theme import colors
from ostinato.config.theme.names import NAMES, Kind
from ostinato.errors import ConfigError

RADII = {"none": "0px", "small": "0.35rem", "medium": "0.5rem", "large": "1rem", "full": "1.4rem"}
"""What the words for a radius stand for."""

RAMP = 10
MOST = 100
"""Entries of a list, and characters of what a font is called by."""

LARGEST = {"px": 1000.0, "rem": 60.0}
FACE = {"family": True, "url": True, "weight": False, "style": False, "unicodeRange": False}
"""What a font is described by, and whether it has to be."""

_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})\s*(px|rem)?")
_FAMILY = re.compile(r"[\w .+-]+")
_RANGE = re.compile(
    r"U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?(?:, *U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?)*", re.I
)
_FACE_WEIGHT = re.compile(r"normal|bold|\d{1,4}(?: \d{1,4})?")
_FACE_STYLE = re.compile(r"normal|italic|oblique")
_FONTS = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[^:,"'])+)(:https://\S+)?(?:\s*,|\s|$)""")

_TEXTS: tuple[Kind, ...] = ("base", "color", "font", "radius", "size", "sizes")
"""What a file has as text, too."""

_SIZE_RULE = "a size in px or rem, such as '16px' or '1.5rem'"
_RULES: dict[Kind, str] = {
    "base": "light, dark, or a path or https address of a file of TOML",
    "color": colors.RULE,
    "categories": f"a list of one or more colors, each {colors.RULE}",
    "ramp": f"a list of {RAMP} colors, each {colors.RULE}",
    "flag": "true or false",
    "font": "sans-serif, serif, monospace, names of fonts, or 'name:https://address-of-its-css'",
    "radius": f"none, small, medium, large, full, or {_SIZE_RULE}",
    "size": _SIZE_RULE,
    "sizes": f"{_SIZE_RULE}, or a list of up to six",
    "pixels": "a whole number of pixels from 8 to 40, such as 16",
    "weight": "a multiple of 50 from 100 to 900",
    "light weight": "a multiple of 50 from 100 to 600",
    "weights": "a multiple of 50 from 100 to 900, or a list of up to six",
    "faces": "a list of tables [[theme.fontFaces]]",
}


class Unfit(Exception):
    """A value is none that its option can have; says which rule it breaks, if another one."""


def check_option(name: str, value: object, origin: str) -> Any:
    """Return the value of an option of a theme, in one form.

    Args:
        name: Its whole name.
        value: What it was set to, as TOML, a flag or a variable has it.
        origin: Where.

    Raises:
        ConfigError: If it can be no such thing.
    """
    kind = NAMES[name].kind
    try:
        return _CHECKS[kind](_read(value))
    except Unfit as problem:
        rule = str(problem) or _RULES[kind]
        raise ConfigError(f"{name}: must be {rule}, got {value!r}: correct {origin}") from None


def as_written(name: str, value: object, origin: str) -> Any:
    """Return the value of an option as a file would have it: what was set, if that can be.

    Raises:
        ConfigError: If it cannot.
    """
    found = check_option(name, value, origin)
    is_line = isinstance(value, str) and NAMES[name].kind not in _TEXTS
    return found if is_line else value


def in_one_form(theme: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of a theme, which were checked, each in its one form."""
    return {name: check_option(name, value, "it") for name, value in theme.items()}


def _read(value: object) -> object:
    """Return what a list says that was written on a line, as in a flag."""
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            raise Unfit("a list as JSON has it") from None
    return value


def _base(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 20 * MOST:
        raise Unfit
    word = value.strip()
    if word.lower() in ("light", "dark"):
        return word.lower()
    parts = urlsplit(word)
    if "://" in word and not (parts.scheme == "https" and parts.netloc):
        raise Unfit
    if "://" not in word and not word.endswith(".toml"):
        raise Unfit
    return word


def _color(value: object) -> str:
    found = colors.parse(value) if isinstance(value, str) else None
    if found is None:
        raise Unfit
    return found.css


def _colors(value: object) -> list[str]:
    given = re.split(r",\s*(?![^()]*\))", value) if isinstance(value, str) else value
    if not isinstance(given, list) or not 0 < len(given) <= MOST:
        raise Unfit
    return [_color(each) for each in given]


def _ramp(value: object) -> list[str]:
    found = _colors(value)
    if len(found) != RAMP:
        raise Unfit(f"{_RULES['ramp']}; there are {len(found)}")
    return found


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise Unfit


def _font(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 20 * MOST:
        raise Unfit
    fonts = fonts_of(value)
    if _FONTS.sub("", value).strip() or not fonts:
        raise Unfit
    for name, address in fonts:
        if not _FAMILY.fullmatch(name) or len(name) > MOST or re.search(r"[\"'<>\\\\]", address):
            raise Unfit
    return value.strip()


def fonts_of(value: str) -> list[tuple[str, str]]:
    """Return the fonts that an option names, best first, each with the address of its CSS or ""."""
    return [
        (found[1].strip().strip("\"'").strip(), (found[2] or "")[1:].rstrip(","))
        for found in _FONTS.finditer(value)
    ]


def _size(value: object) -> str:
    found = _SIZE.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if not found:
        raise Unfit
    unit = found[2] or "px"
    if float(found[1]) > LARGEST[unit]:
        raise Unfit(f"{_SIZE_RULE}, at most {LARGEST[unit]:g}{unit}")
    return f"{float(found[1]):g}{unit}"


def _radius(value: object) -> str:
    word = value.strip().lower() if isinstance(value, str) else ""
    return RADII[word] if word in RADII else _size(value)


def _sizes(value: object) -> list[str]:
    if not isinstance(value, list):
        return [_size(value)] * 6
    if not 0 < len(value) <= 6:
        raise Unfit
    return [_size(each) for each in value]


def _number(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unfit
    return value


def _pixels(value: object) -> int:
    found = _number(value)
    if not 8 <= found <= 40:
        raise Unfit
    return found


def _weight(value: object, most: int = 900) -> int:
    found = _number(value)
    if found % 50 or not 100 <= found <= most:
        raise Unfit
    return found


def _light_weight(value: object) -> int:
    return _weight(value, 600)


def _weights(value: object) -> list[int]:
    if not isinstance(value, list):
        return [_weight(value)] * 6
    if not 0 < len(value) <= 6:
        raise Unfit
    return [_weight(each) for each in value]


def _faces(value: object) -> list[dict[str, str]]:
    if not isinstance(value, list) or len(value) > MOST:
        raise Unfit
    return [_face(each, number) for number, each in enumerate(value, 1)]


def _face(face: object, number: int) -> dict[str, str]:
    place = f"in font {number}"
    if not isinstance(face, Mapping):
        raise Unfit
    for name, is_needed in FACE.items():
        if is_needed and not str(face.get(name, "")).strip():
            raise Unfit(f"a list of fonts that each have a family and a url; {name} lacks {place}")
    for name in face:
        if name not in FACE:
            raise Unfit(f"a list of fonts with {', '.join(FACE)}; {place} has {name!r}, too")
    found = {name: str(each).strip() for name, each in face.items()}
    _check_face(found, place)
    return found


def _check_face(face: Mapping[str, str], place: str) -> None:
    address = face["url"]
    parts = urlsplit(address)
    is_fine = parts.scheme == "https" and parts.netloc or not (parts.scheme or parts.netloc)
    if not is_fine or re.search(r"[\s\"'()<>\\]", address):
        raise Unfit(f"fonts below app/static/ or at https://; {place} has url={address!r}")
    for name, rule in (
        ("family", _FAMILY),
        ("weight", _FACE_WEIGHT),
        ("style", _FACE_STYLE),
        ("unicodeRange", _RANGE),
    ):
        if name in face and not rule.fullmatch(face[name]):
            raise Unfit(f"fonts as CSS describes them; {place} has {name}={face[name]!r}")


_CHECKS = {
    "base": _base, "color": _color, "categories": _colors, "ramp": _ramp, "flag": _flag,
    "font": _font, "faces": _faces, "radius": _radius, "size": _size, "sizes": _sizes,
    "pixels": _pixels, "weight": _weight, "light weight": _light_weight, "weights": _weights,
}  # fmt: skip
