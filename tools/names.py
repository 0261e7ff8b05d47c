"""Names: what exists, wherever that is listed.

The guide for users of Streamlit names it all, and a test finds the elements of each name.
"""

import inspect
import re
import textwrap
from pathlib import Path

import ostinato
from ostinato.run.container import elements
from ostinato.testing.elements import FACES, TYPES
from ostinato.testing.lists import CONTAINERS, GROUPS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs/guide/coming-from-streamlit.md"
FOUND = ROOT / "src/ostinato/testing/lists.py"
WIDTH = 100

LIST = re.compile(r"(<!-- exists, made by `make generate` -->\n\n)(?:`\w+`\s)+")
"""The list of names, after the comment that says which."""

ANNOTATIONS = re.compile(r"(    # Made by `make generate`\.\n)(?:    \w+: .+\n)+")


def name_files() -> dict[Path, str]:
    """Return the text of every file that lists names, by where it is."""
    return {GUIDE: guide(), FOUND: found_by_tests()}


def guide() -> str:
    """Return the text of the guide with the names as they are now."""
    names = _wrapped(sorted({*ostinato.__all__, "App"}, key=str.lower))
    return LIST.sub(lambda found: f"{found[1]}{names}\n", GUIDE.read_text())


def found_by_tests() -> str:
    """Return the module of a test's lists, with a list for each kind of element."""
    faces = {name: _face(name) for name in elements if not name.startswith("_")}
    kinds = {name: face for name, face in {**faces, **TYPES}.items() if face}
    lists = {
        **{name: f"ElementList[kinds.{kind.__name__}]" for name, kind in kinds.items()},
        **{name: _blocks(GROUPS.get(name, name)) for name in [*CONTAINERS, *GROUPS]},
    }
    lines = "".join(f"    {name}: {kind}\n" for name, kind in sorted(lists.items()))
    return ANNOTATIONS.sub(lambda found: found[1] + lines, FOUND.read_text())


def _blocks(name: str) -> str:
    return f'"BlockList[blocks.{CONTAINERS[name]}]"'


def _face(name: str) -> type | None:
    """Return how a test sees an input: by the codec that its module has."""
    held = vars(inspect.getmodule(elements[name])).values()
    return next((face for codec, face in FACES.items() if codec in held), None)


def _wrapped(names: list[str]) -> str:
    return textwrap.fill(" ".join(f"`{name}`" for name in names), WIDTH)
