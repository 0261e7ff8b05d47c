"""Gallery: every element with the code that draws it, a page for each family.

`ostinato hello` serves it behind its tour. The pages are what the look is judged by.
"""

import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Sequence

import ostinato as st
from ostinato.gallery import (
    buttons,
    charts,
    chat,
    choices,
    components,
    data,
    fields,
    flow,
    forms,
    layout,
    maps,
    media,
    status,
    texts,
    uploads,
)

Example = Callable[[], object]

FAMILIES: dict[str, Sequence[Example]] = {
    "Text": texts.EXAMPLES,
    "Fields": fields.EXAMPLES,
    "Choices": choices.EXAMPLES,
    "Buttons": buttons.EXAMPLES,
    "Forms": forms.EXAMPLES,
    "Flow": flow.EXAMPLES,
    "Media": media.EXAMPLES,
    "Data": data.EXAMPLES,
    "Charts": charts.EXAMPLES,
    "Maps": maps.EXAMPLES,
    "Layout": layout.EXAMPLES,
    "Status": status.EXAMPLES,
    "Chat": chat.EXAMPLES,
    "Uploads": uploads.EXAMPLES,
    "Components": components.EXAMPLES,
}
"""The examples of each family, in the order of the page."""


def draw(family: str) -> None:
    """Draw the page of a family: each example beside its code."""
    st.set_page_config(layout="wide")
    st.title(family)
    st.sidebar.markdown("  \n".join(map(link_to, FAMILIES[family])))
    for example in FAMILIES[family]:
        st.subheader(heading_of(example), anchor=anchor_of(example))
        left, right = st.columns([2, 3], gap="medium")
        with left:
            _show(example)
        right.code(code_of(example), wrap_lines=True)


def _show(example: Example) -> None:
    """Draw an example, or say which package it needs."""
    try:
        example()
    except ModuleNotFoundError as error:
        st.info(f"This needs another package: `{sys.executable} -m pip install {error.name}`")


def link_to(example: Example) -> str:
    """Return a link to an example on its page."""
    return f"[{heading_of(example)}](#{anchor_of(example)})"


def heading_of(example: Example) -> str:
    """Return what stands above an example."""
    return (inspect.getdoc(example) or "").rstrip(".")


def anchor_of(example: Example) -> str:
    """Return where its heading stands in the page."""
    return example.__name__.replace("_", "-")


def code_of(example: Example) -> str:
    """Return the code of an example, without what its heading and our linter are told."""
    code = textwrap.dedent(inspect.getsource(example).partition('"""\n')[2])
    return re.sub(r"  # noqa:.*", "", code)
