"""Outline: a page as text, one line for each element, for whoever reads that a test has failed."""

from collections.abc import Iterator
from typing import Any

from ostinato.run.form import MADE_KEY
from ostinato.testing.block import Block
from ostinato.testing.chart import Chart
from ostinato.testing.element import Element, Widget
from ostinato.testing.inputs import Button, LinkButton
from ostinato.testing.tables import Framed, Table
from ostinato.testing.texts import Exception as Failure

LONGEST = 100
"""Characters of a value that are shown."""
MOST = 200
"""Lines of a page that are shown."""


def outline_of(*parts: Block | Element) -> str:
    """Return the outline of parts of a page; those that are empty are left out."""
    lines = [line for part in parts for line in _lines(part, 0) if not _is_empty(part)]
    hidden = len(lines) - MOST
    return "\n".join([*lines[:MOST], *([f"... and {hidden} lines more"] if hidden > 0 else [])])


def _is_empty(part: Block | Element) -> bool:
    return isinstance(part, Block) and not part


def _lines(node: Block | Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, Block):
        yield f"{indent}{node.type}{_named(node)}"
        for child in node.children.values():
            yield from _lines(child, depth + 1)
        return
    yield f"{indent}{node.type}{_named(node)}{_valued(node)}"
    if isinstance(node, Failure):
        yield from (f"{indent}  {line}" for each in node.stack_trace for line in each.splitlines())


def _named(node: Block | Element) -> str:
    props: dict[str, Any] = vars(node)["_props"]
    label, key = props.get("label"), props.get("key")
    marks = [f"key={key}"] if key and not str(key).startswith(MADE_KEY) else []
    marks += ["disabled"] if props.get("disabled") else []
    return (f' "{label}"' if label else "") + (f" ({', '.join(marks)})" if marks else "")


def _valued(node: Element) -> str:
    try:
        said = _said(node)
    except Exception as error:  # noqa: BLE001  (a report must not hide what has failed)
        said = f"it cannot be read: {error}"
    line = " ".join(said.split())
    short = line if len(line) <= LONGEST else f"{line[:LONGEST]} ..."
    return f": {short}" if short else ""


def _said(node: Element) -> str:
    """Return what an element shows, in words; "" if its label says it."""
    if isinstance(node, Failure):
        return f"{node.error}: {node.value}"
    if isinstance(node, Framed | Table):
        return f"{len(node.rows)} rows of {', '.join(node.columns)}"
    value, label = node.value, vars(node)["_props"].get("label")
    if isinstance(node, Button):
        return "clicked" if value else ""
    if isinstance(node, Widget) and not isinstance(node, Chart | LinkButton):
        return repr(value)
    return "" if value is None or value == label else str(value)
