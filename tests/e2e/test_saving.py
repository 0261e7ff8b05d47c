"""A script that is saved while it is served."""

from pathlib import Path

from playwright.sync_api import expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

HEAD = "import streamlit as st\n"
ON_SAVE = ("--server.runOnSave", "true")


def test_a_syntax_error_shows_and_heals_on_save(serve: Serve, visit: Visit) -> None:
    server = serve(HEAD + "st.write('one'\n", *ON_SAVE)
    page = visit(server.url)
    error = page.get_by_test_id("stException")
    expect(error).to_contain_text("SyntaxError")
    expect(error).to_contain_text("st.write('one'")
    save(server, "st.write('one')\n")
    shows(page, "one")
    expect(error).to_have_count(0)
    save(server, "st.write('two'\n")
    expect(error).to_contain_text("st.write('two'")
    save(server, "st.write('three')\n")
    shows(page, "three")


def test_a_change_is_offered_and_taken(serve: Serve, visit: Visit) -> None:
    server = serve(HEAD + "st.write('one')\n")
    page = visit(server.url)
    save(server, "st.write('two')\n")
    offer = page.get_by_test_id("stScriptChanged")
    expect(offer).to_contain_text("The script has changed")
    shows(page, "one")
    offer.get_by_role("button", name="Rerun", exact=True).click()
    shows(page, "two")
    expect(offer).to_have_count(0)
    save(server, "st.write('three'\n")
    offer.get_by_role("button", name="Always rerun").click()
    expect(page.get_by_test_id("stException")).to_contain_text("SyntaxError")
    save(server, "st.write('four')\n")
    shows(page, "four")
    expect(offer).to_have_count(0)


def test_a_changed_module_of_the_app_is_imported_anew(serve: Serve, visit: Visit) -> None:
    server = serve(HEAD + "st.write('no module yet')\n", *ON_SAVE)
    module = Path(server.folder, "greeting_of_the_day.py")
    module.write_text("WORDS = 'good morning'\n")
    save(server, "import greeting_of_the_day\nst.write(greeting_of_the_day.WORDS)\n")
    page = visit(server.url)
    shows(page, "good morning")
    module.write_text("WORDS = 'good evening'\n")
    shows(page, "good evening")


def test_l08_saving_does_not_touch_half_a_text(serve: Serve, visit: Visit) -> None:
    server = serve(HEAD + "st.text_input('Name')\nst.write('one')\n", *ON_SAVE)
    page = visit(server.url)
    field = page.get_by_label("Name")
    field.fill("half a te")
    save(server, "st.text_input('Name')\nst.write('two')\n")
    shows(page, "two")
    settled(page)
    expect(field).to_be_focused()
    expect(field).to_have_value("half a te")


def save(server: Server, script: str) -> None:
    Path(server.folder, "app.py").write_text(HEAD + script)
