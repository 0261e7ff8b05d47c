"""Theme editor: what the editor in the menu is told of a theme that somebody tries.

Nothing is kept here: the browser that tries a theme keeps it, and shows it to nobody else.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from ostinato.config.theme.contrast import measured
from ostinato.config.theme.names import NAMES
from ostinato.config.theme.sheet import by_section, given_in, kind_of, sheet_of
from ostinato.config.theme.tokens import Derivation, Mode
from ostinato.config.theme.toml import toml_of
from ostinato.config.theme.values import RADII, check_option
from ostinato.errors import ConfigError

MOST = 50
LONGEST = 4_000
"""Options that can be tried at a time, and characters that they may take."""

COLORS = {
    "primaryColor": "primary",
    "backgroundColor": "background",
    "secondaryBackgroundColor": "secondary-background",
    "textColor": "text",
}
WHOLE = {"font": "sans-serif", "baseRadius": RADII["medium"], "baseFontSize": 16}
"""What the editor has fields for, with what they have where nothing was said."""

WORDS = {size: word for word, size in RADII.items()}
"""The words for radii, by what they stand for."""


def tried(written: Mapping[str, Any], based: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return what the editor shows of a theme.

    Args:
        written: The options that the app was given.
        based: The same, with those of the file that they are based on.
        text: What is tried, as JSON: options by their whole names.

    Raises:
        ValueError: If the text is nothing that an editor sends.
    """
    edits, problems = _checked(text)
    theme = {**based, **edits}
    sheet = sheet_of(theme)
    sections = by_section(theme)
    kind = kind_of(sections)
    modes: dict[str, Mode] = {"": kind} if kind else {"light.": "light", "dark.": "dark"}
    whole = {name: sections[""].get(name, usual) for name, usual in WHOLE.items()}
    return {
        "css": sheet.css if sheet else "",
        "own": sheet.own if sheet else "",
        "problems": problems,
        "colors": {
            prefix: _colors(given_in(sections, mode), mode) for prefix, mode in modes.items()
        },
        "whole": {**whole, "baseRadius": WORDS.get(whole["baseRadius"], whole["baseRadius"])},
        "contrast": [
            [
                each.place,
                each.pair.option,
                each.pair.ground,
                each.shown,
                each.pair.needs,
                each.is_enough,
            ]
            for each in (measured(sheet) if sheet else ())
        ],
        "toml": toml_of({**written, **edits}) if written or edits else "",
    }


def _colors(given: Mapping[str, Any], mode: Mode) -> dict[str, str]:
    found = Derivation(given, mode).look().colors
    return {name: found[token].css for name, token in COLORS.items()}


def _checked(text: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the options that can be, and what is wrong with the others, by their names."""
    if len(text) > LONGEST:
        raise ValueError(f"theme: options may take {LONGEST} characters, got {len(text)}")
    try:
        given = msgspec.json.decode(text or "{}", type=dict[str, str | int | bool])
    except msgspec.DecodeError as error:
        raise ValueError(f"theme: options must be JSON, {error}") from None
    if len(given) > MOST:
        raise ValueError(f"theme: there may be {MOST} options, got {len(given)}")
    edits: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, value in given.items():
        if name not in NAMES or name == "theme.base":
            raise ValueError(f"theme: there must be such an option, got {name[:100]!r}")
        try:
            edits[name] = check_option(name, value, "it")
        except ConfigError as error:
            problems[name] = str(error).removeprefix(f"{name}: ").partition(", got ")[0]
    return edits, problems
