"""TOML: the options of a theme as a file has them."""

import json
from collections.abc import Mapping
from typing import Any

from ostinato.config.theme.sheet import by_section


def toml_of(theme: Mapping[str, Any]) -> str:
    """Return the options of a theme as a part of `config.toml`.

    Example:
        >>> print(toml_of({"theme.dark.primaryColor": "#3fd0bd"}))
        [theme.dark]
        primaryColor = "#3fd0bd"
    """
    tables = [
        "\n".join([f"[theme{section and '.'}{section}]", *_lines(options)])
        for section, options in by_section(theme).items()
        if any(name != "fontFaces" for name in options)
    ]
    faces = [
        "\n".join(["[[theme.fontFaces]]", *_lines(face)])
        for face in theme.get("theme.fontFaces", ())
    ]
    return "\n\n".join([*tables, *faces]) + "\n"


def _lines(options: Mapping[str, Any]) -> list[str]:
    # As JSON has texts, numbers, lists and truths, so has TOML.
    return [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in options.items()
        if name != "fontFaces"
    ]
