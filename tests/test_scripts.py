"""Scripts as other people write them: each file of `scripts/` shows what its last comment says.

The comment is a story. After `# shows` comes the page, one line for each element; `# click LABEL`
and `# enter LABEL: VALUE` are what a person does, each followed by a run.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ostinato.testing import AppTest
from ostinato.testing.element import Element, Widget
from ostinato.testing.elements import Button

SCRIPTS = sorted(Path(__file__).with_name("scripts").glob("*.py"))
STEP = re.compile(r"# (shows|click|enter)\b ?(.*)")
MINUTE = 60


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_shows_what_it_says(path: Path) -> None:
    app = AppTest.from_file(path, default_timeout=MINUTE).run()
    steps = list(story(path.read_text(encoding="utf-8")))
    assert steps
    for verb, about, lines in steps:
        if verb == "shows":
            assert page(app) == lines
        else:
            act(app, verb, about)


def test_there_are_forty() -> None:
    assert len(SCRIPTS) >= 40


def story(source: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the steps of the comment at the end: what is done, with what, and what is seen."""
    step: tuple[str, str, list[str]] | None = None
    for line in source.splitlines():
        if found := STEP.fullmatch(line):
            if step:
                yield step
            step = found[1], found[2], []
        elif step and line:
            assert line.startswith("#   "), f"expected a step, or a line of the page, got {line!r}"
            step[2].append(line[4:])
    if step:
        yield step


def act(app: AppTest, verb: str, about: str) -> None:
    if verb == "click":
        named(app, about).click()
    elif verb == "enter":
        label, _, value = about.partition(": ")
        named(app, label).set_value(ast.literal_eval(value))
    app.run()


def named(app: AppTest, label: str) -> Any:
    """Return the input with a label."""
    return next(each for each in elements(app) if isinstance(each, Widget) and each.label == label)


def page(app: AppTest) -> list[str]:
    return [line for each in elements(app) if (line := shown(each)) is not None]


def elements(app: AppTest) -> list[Element]:
    return [each for each in app.nodes() if isinstance(each, Element)]


def shown(element: Element) -> str | None:
    """Return the line that stands for an element; inputs tell their value."""
    if isinstance(element, Button):
        return None
    if isinstance(element, Widget):
        return f"{element.label}: {element.value!r}"
    return str(element.value).replace("\n", "\\n")
