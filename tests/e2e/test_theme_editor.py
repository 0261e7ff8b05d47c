"""A theme that is tried in the editor: what it leaves alone, and where it ends."""

from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
import streamlit as st

st.html("<style>.mine { color: rgb(1, 2, 3) }</style><p class='mine'>Mine</p>")
st.components.v2.component(
    "apart",
    html="<p class='apart'>Apart</p>",
    css=".apart { color: rgb(4, 5, 6) }",
    isolate_styles=False,
)()
st.button("Primary", type="primary")
"""
SAID = "inline style|ERR_"
"""What Chromium tells of: a style that st.html takes out and applies, a server that is away."""

TRIED = "rgb(102, 51, 153)"
OWN = "rgb(11, 117, 108)"


def try_out(page: Page) -> None:
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitem", name="Edit theme").click()
    light = page.get_by_test_id("stThemeEditor").get_by_role("group", name="Light")
    light.get_by_label("Primary", exact=True).fill("rebeccapurple")
    is_primary(page, TRIED)


def begin_again(server: Server, page: Page, options: str) -> None:
    """Serve the app with these options from now on, and load the page again."""
    (server.folder / ".streamlit").mkdir()
    (server.folder / ".streamlit/config.toml").write_text(options)
    server.kill()
    server.start()
    page.reload()
    settled(page)


def is_primary(page: Page, color: str) -> None:
    button = page.get_by_role("button", name="Primary", exact=True)
    expect(button).to_have_css("background-color", color)


def test_t11_styles_of_the_app_stay_while_a_theme_is_tried(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT).url, but=SAID, color_scheme="light")

    def stay() -> None:
        expect(page.get_by_text("Mine")).to_have_css("color", "rgb(1, 2, 3)")
        expect(page.get_by_text("Apart")).to_have_css("color", "rgb(4, 5, 6)")

    stay()
    try_out(page)
    stay()
    page.get_by_role("button", name="Reset").click()
    is_primary(page, OWN)
    stay()


def test_t11_what_was_tried_ends_with_the_theme_that_it_was_tried_on(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=SAID, color_scheme="light")
    try_out(page)
    page.reload()
    settled(page)
    is_primary(page, TRIED)
    # Another app on this port would have another theme, as well.
    begin_again(server, page, "[theme]\nprimaryColor = '#7a3b00'\n")
    is_primary(page, "rgb(122, 59, 0)")
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitem", name="Edit theme").click()
    expect(page.get_by_role("button", name="Reset")).to_be_disabled()


def test_t11_who_has_no_editor_sees_nothing_of_what_was_tried(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=SAID, color_scheme="light")
    try_out(page)
    begin_again(server, page, "[client]\ntoolbarMode = 'viewer'\n")
    is_primary(page, OWN)
