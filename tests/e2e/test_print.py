"""What a printed page looks like."""

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled

WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_whatever_the_theme(serve: Serve, visit: Visit, scheme: str) -> None:
    page: Page = visit(serve("import streamlit as st\n\nst.text('words')").url, color_scheme=scheme)
    settled(page)
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitemradio", name="Dark").click()
    body = page.locator("body")
    expect(body).not_to_have_css("background-color", WHITE)
    page.emulate_media(media="print")
    expect(body).to_have_css("background-color", WHITE)
