"""Names: what exists and what does not yet, as the guide for users of Streamlit lists it."""

import re
import textwrap
from pathlib import Path

import ostinato
from ostinato.run.absent import NOT_YET

GUIDE = Path(__file__).parent.parent / "docs/guide/coming-from-streamlit.md"
WIDTH = 100

LISTS = re.compile(r"(<!-- (\w+), made by `make generate` -->\n\n)(?:`\w+`\s)+")
"""A list of names, after the comment that says which."""


def guide() -> str:
    """Return the text of the guide with the names as they are now."""
    names = {
        "exists": sorted({*ostinato.__all__, "App"} - NOT_YET.keys(), key=str.lower),
        "missing": sorted(NOT_YET, key=str.lower),
    }
    return LISTS.sub(lambda found: found[1] + _wrapped(names[found[2]]) + "\n", GUIDE.read_text())


def _wrapped(names: list[str]) -> str:
    return textwrap.fill(" ".join(f"`{name}`" for name in names), WIDTH)
