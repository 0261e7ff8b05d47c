"""Examples after Streamlit's documentation show what is recorded: see beside_streamlit.py."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.beside_streamlit import OUTLINE, TABLE, Example, act, examples, table
from e2e.page import Serve, Visit, settled
from e2e.server import Server

EXAMPLES = examples()


@pytest.fixture(scope="module")
def stage(serve: Serve) -> Server:
    """Return a server that serves whatever takes the place of its script: one begins for all."""
    return serve("")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_shows_what_is_recorded(example: Example, stage: Server, visit: Visit) -> None:
    clear(stage.folder)
    example.copy_to(stage.folder)
    page = visit(stage.url)
    for doing, lines in example.steps:
        if doing != "open":
            act(page, doing)
        shows_all(page, lines)


def test_the_table_says_what_is_recorded_and_why_it_differs() -> None:
    assert TABLE.read_text("utf-8") == table()
    for each in EXAMPLES:
        assert bool(each.reason) == (each.shown != each.shown_by_streamlit), each.name


def shows_all(page: Page, lines: str) -> None:
    """Wait until the page is what was recorded, and still."""
    page.wait_for_function(f"(lines) => ({OUTLINE.strip()})() === lines", arg=lines)
    settled(page)
    assert page.evaluate(OUTLINE) == lines


def clear(folder: Path) -> None:
    """Take away what the example before has left, but for what the server keeps there."""
    for path in folder.glob("[!.]*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
