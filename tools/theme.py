"""Theme: the tokens of the look, as the server has to know them to derive others."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHEET = ROOT / "client/src/view/theme.css"
COMPONENTS = ROOT / "client/src/view/parts/mounted/tokens.css"
DEFAULTS = ROOT / "src/ostinato/config/theme/defaults.py"

WIDTH = 100
"""Of lines, for the formatter."""

_TOKEN = re.compile(r"--st-([\w-]+)-color: (?:light-dark\((.+)\)|([^;()]+\([^;()]*\)|#\w+));")
_ALIAS = re.compile(r"--st-([\w-]+)-color: var\(--st-([\w-]+)-color\);")
_FONT = re.compile(r"--st-(font|code-font):\s([^;]+);")
_PARTS = re.compile(r",\s*(?![^()]*\))")


def theme_files() -> dict[Path, str]:
    """Return the text of the module that has them."""
    sheet = SHEET.read_text()
    tokens: dict[str, tuple[str, str]] = {}
    for name, both, one in _TOKEN.findall(sheet):
        light, dark = _PARTS.split(both) if both else (one, one)
        tokens[name] = (light, dark)
    # What is another one's colour, as long as a theme says nothing of it.
    for name, other in _ALIAS.findall(sheet + COMPONENTS.read_text().partition(":where(:root)")[2]):
        tokens[name] = tokens[other]
    lines = "".join(f'    "{name}": {_tuple(each)},\n' for name, each in tokens.items())
    fonts = {name: " ".join(each.split()) for name, each in _FONT.findall(sheet)}
    text = (
        '"""Defaults: the fonts and colors of tokens. Made by `make generate`."""\n\n'
        f"{_constant('SANS', fonts['font'])}\n"
        f"{_constant('MONO', fonts['code-font'])}\n\n"
        f"TOKENS = {{\n{lines}}}\n"
        '"""Colors, light and dark."""\n'
    )
    return {DEFAULTS: text}


def _tuple(pair: tuple[str, str]) -> str:
    return f'("{pair[0]}", "{pair[1]}")'


def _constant(name: str, fonts: str) -> str:
    line = f"{name} = '{fonts}'"
    if len(line) <= WIDTH:
        return line
    parts = [f"    '{each}'\n" for each in re.findall(r".{1,80}(?:, |$)", fonts)]
    return f"{name} = (\n{''.join(parts)})"
