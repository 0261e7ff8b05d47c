"""Names: what exists and what does not yet, wherever that is listed.

The guide for users of Streamlit names both, a test finds the elements of each name, and what stands
for a name goes when the real thing has come.
"""

import inspect
import re
import textwrap
from pathlib import Path

import ostinato
from ostinato.run.absent import NOT_YET
from ostinato.run.container import elements
from ostinato.testing.block import CONTAINERS, GROUPS
from ostinato.testing.elements import FACES, TYPES

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs/guide/coming-from-streamlit.md"
BLOCK = ROOT / "src/ostinato/testing/block.py"
ABSENT = ROOT / "src/ostinato/run/absent.py"
SIGNATURES = ROOT / "src/ostinato/run/absent_signatures.txt"
WIDTH = 100

LISTS = re.compile(r"(<!-- (\w+), made by `make generate` -->\n\n)(?:`\w+`\s)+")
"""A list of names, after the comment that says which."""

ANNOTATIONS = re.compile(r"(    # Made by `make generate`\.\n)(?:    \w+: .+\n)+")
ENTRY = re.compile(r'^    "(\w+)": Absent\(.+\),\n', re.MULTILINE)
SIGNATURE = re.compile(r"^(\w+)[.(].*\n", re.MULTILINE)


def name_files() -> dict[Path, str]:
    """Return the text of every file that lists names, by where it is."""
    return {
        GUIDE: guide(),
        BLOCK: found_by_tests(),
        ABSENT: without_what_exists(ENTRY, ABSENT.read_text()),
        SIGNATURES: without_what_exists(SIGNATURE, SIGNATURES.read_text()),
    }


def guide() -> str:
    """Return the text of the guide with the names as they are now."""
    names = {
        "exists": sorted({*ostinato.__all__, "App"} - NOT_YET.keys(), key=str.lower),
        "missing": sorted(NOT_YET, key=str.lower),
    }
    return LISTS.sub(lambda found: found[1] + _wrapped(names[found[2]]) + "\n", GUIDE.read_text())


def found_by_tests() -> str:
    """Return the module of a test's lists, with a list for each kind of element."""
    faces = {name: _face(name) for name in elements if not name.startswith("_")}
    kinds = {name: face for name, face in {**faces, **TYPES}.items() if face}
    lists = {
        **{name: f"ElementList[kinds.{kind.__name__}]" for name, kind in kinds.items()},
        **dict.fromkeys([*CONTAINERS, *GROUPS], '"list[Block]"'),
    }
    lines = "".join(f"    {name}: {kind}\n" for name, kind in sorted(lists.items()))
    return ANNOTATIONS.sub(lambda found: found[1] + lines, BLOCK.read_text())


def without_what_exists(line: re.Pattern[str], text: str) -> str:
    """Return text without the lines about names that are there."""
    there = {*ostinato.__all__} - NOT_YET.keys()
    return line.sub(lambda found: "" if found[1] in there else found[0], text)


def _face(name: str) -> type | None:
    """Return how a test sees an input: by the codec that its module has."""
    held = vars(inspect.getmodule(elements[name])).values()
    return next((face for codec, face in FACES.items() if codec in held), None)


def _wrapped(names: list[str]) -> str:
    return textwrap.fill(" ".join(f"`{name}`" for name in names), WIDTH)
