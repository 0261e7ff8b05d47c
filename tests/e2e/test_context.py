"""`st.context` in a browser: what the page tells by itself, and tells anew."""

from playwright.sync_api import expect

from e2e.page import Serve, Visit, settled

SCRIPT = """import streamlit as st

c = st.context
st.text(f"{c.locale} {c.timezone} {c.timezone_offset} {c.url} {c.theme.type} {c.is_embedded}")
st.text(type(c.headers["User-Agent"]).__name__)
"""


def test_x03_a_page_tells_its_language_zone_address_and_theme(serve: Serve, visit: Visit) -> None:
    url = serve(SCRIPT).url
    options = {"locale": "nb-NO", "timezone_id": "Asia/Tokyo", "color_scheme": "dark"}
    page = visit(f"{url}?embed=true&x=1#top", **options)
    settled(page)
    line = page.get_by_text("nb-NO")
    expect(line).to_have_text(f"nb-NO Asia/Tokyo -540 {url.rstrip('/')} dark True")
    page.emulate_media(color_scheme="light")
    expect(line).to_contain_text(" light ")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(line).to_contain_text(" dark ")
