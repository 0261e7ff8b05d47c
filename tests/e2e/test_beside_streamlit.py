"""Examples after Streamlit's documentation show what is recorded: see beside_streamlit.py."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.beside_streamlit import OUTLINE, TABLE, Example, act, examples, table
from e2e.page import Serve, Visit, settled

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_shows_what_is_recorded(
    example: Example, serve: Serve, visit: Visit, tmp_path: Path
) -> None:
    server = serve(example.copy_to(tmp_path))
    try:
        page = visit(server.url)
        for doing, lines in example.steps:
            if doing != "open":
                act(page, doing)
            shows_all(page, lines)
        page.close()
    finally:
        server.stop()


def test_the_table_says_what_is_recorded_and_why_it_differs() -> None:
    assert TABLE.read_text("utf-8") == table()
    for each in EXAMPLES:
        assert bool(each.reason) == (each.shown != each.shown_by_streamlit), each.name


def shows_all(page: Page, lines: str) -> None:
    """Wait until the page is what was recorded, and still."""
    page.wait_for_function(f"(lines) => ({OUTLINE.strip()})() === lines", arg=lines)
    settled(page)
    assert page.evaluate(OUTLINE) == lines
