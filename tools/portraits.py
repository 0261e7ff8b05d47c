"""Portraits: which example of the gallery shows each element, and whether its pictures are current.

`make portraits` takes them, by tools/pictures.py; python tools/portraits.py says which are stale.
"""

import ast
import hashlib
import inspect
import json
import re
import sys
from functools import cache
from pathlib import Path

import ostinato
from ostinato import gallery
from ostinato.run.container import elements

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/images/elements"
CURRENT = FOLDER / "current.json"
WIDTH = 720
THEMES = ("light", "dark")
DECORATORS = ("dialog", "fragment")
"""Names that draw, and are no elements of a container."""
BEST = {"info": "alerts", "success": "alerts", "toast": "effects", "write": "values"}
"""Elements that another example shows better than the first that draws them."""


@cache
def examples() -> dict[str, gallery.Example]:
    """Return the examples of the gallery by their names."""
    return {
        f"{family.lower()}-{each.__name__}": each
        for family, all_ in gallery.FAMILIES.items()
        for each in all_
    }


@cache
def chosen() -> dict[str, str]:
    """Return the example that shows each element: that of its name, or the first that draws it."""
    codes = {name: inspect.getsource(example) for name, example in examples().items()}
    found = {}
    for name in sorted([*DECORATORS, *(each for each in elements if not each.startswith("_"))]):
        draws = re.compile(rf"\.{name}\b")
        fitting = [each for each, code in codes.items() if draws.search(code)]
        best = BEST.get(name, name)
        if fitting:
            found[name] = next((each for each in fitting if each.split("-")[1] == best), fitting[0])
    return found


def fingerprints() -> dict[str, str]:
    """Return, of each example that is shown, what its picture depends on, as a hash."""
    shown: dict[str, list[str]] = {}
    for element, example in chosen().items():
        shown.setdefault(example, []).append(element)
    return {example: _fingerprint(example, names) for example, names in sorted(shown.items())}


def stale() -> list[str]:
    """Return the examples whose pictures are missing, or are of something else by now."""
    known = json.loads(CURRENT.read_text()) if CURRENT.exists() else {}
    return [
        name
        for name, now in fingerprints().items()
        if known.get(name) != now or not all(file_of(name, theme).exists() for theme in THEMES)
    ]


def shown(page: str) -> str:
    """Put the picture of each element, and the code that draws it, into a page of the reference."""
    return re.sub(r"^## (\w+)\n\n```python\n.*?^```\n\n", _with_picture, page, flags=re.M | re.S)


def _with_picture(entry: re.Match[str]) -> str:
    example = chosen().get(entry[1])
    if not example:
        return entry[0]
    pictures = [
        f"```{{image}} ../../images/elements/{example}-{theme}.webp\n"
        f":class: only-{theme} portrait\n:width: {WIDTH}px\n"
        f":alt: What {entry[1]} draws\n```\n"
        for theme in THEMES
    ]
    code = f"`````python\n{gallery.code_of(examples()[example]).rstrip()}\n`````\n"
    folded = f"<details>\n<summary>The code of this picture</summary>\n\n{code}\n</details>\n"
    return "\n".join([entry[0].rstrip() + "\n", *pictures, folded, ""])


def _fingerprint(example: str, names: list[str]) -> str:
    parts = [gallery.code_of(examples()[example])]
    for name in names:
        source = inspect.getsourcefile(inspect.unwrap(getattr(ostinato, name)))
        parts.append(outline(Path(source or "").read_text()))
        beside = [ROOT / f"client/src/widgets/{name}{ending}" for ending in (".tsx", ".css")]
        parts += [path.read_text() for path in beside if path.exists()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def outline(code: str) -> str:
    """Return what a module does, whatever its comments and docstrings say."""
    words = []
    said: set[int] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            said |= {id(node), id(node.value)}
        elif id(node) not in said:
            named = [getattr(node, field, None) for field in ("name", "id", "attr", "arg", "value")]
            text = [each for each in named if isinstance(each, str | int | float)]
            words.append(f"{type(node).__name__} {text}")
    return "\n".join(words)


def file_of(example: str, theme: str) -> Path:
    """Return where the picture of an example in a theme is."""
    return FOLDER / f"{example}-{theme}.webp"


def main() -> None:
    """Say which pictures are to be taken."""
    if old := stale():
        sys.exit(f"pictures that are not current: {', '.join(old)}: run `make portraits`")
    print("every picture is current")


if __name__ == "__main__":
    main()
