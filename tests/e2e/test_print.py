"""What a printed page looks like."""

import pytest
from playwright.sync_api import Page

from e2e.page import Serve, Visit, settled

GROUND = "getComputedStyle(document.body).backgroundColor"
WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_whatever_the_theme(serve: Serve, visit: Visit, scheme: str) -> None:
    page: Page = visit(serve("import streamlit as st\n\nst.text('words')").url, color_scheme=scheme)
    settled(page)
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitemradio", name="Dark").click()
    assert page.evaluate(GROUND) != WHITE
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == WHITE
