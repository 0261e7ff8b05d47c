"""A PDF, shown by the viewer that only a browser with windows has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from e2e.chromium import FLAGS, WHOLE, chromium
from e2e.page import Serve, Visit, assert_is_no_page

SCRIPT = """
    import streamlit as st

    page = b'%PDF-1.4\\n<html><script>parent.document.title = "no"</script>\\n'
    st.pdf(page, alt="Bill")
    """


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    whole = browser.browser_type.launch(executable_path=chromium(WHOLE), args=FLAGS)
    yield whole
    whole.close()


def test_i05_what_is_hostile_in_a_document_does_not_run(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT).url)
    frame = page.get_by_title("Bill")
    expect(frame).to_be_visible()
    assert_is_no_page(page, str(frame.evaluate("(each) => each.src")))
    assert page.title() == "app"
