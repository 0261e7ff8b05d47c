"""Files in Chromium: played from any place, and never run."""

from playwright.sync_api import Page

from e2e.page import Serve, Visit

SOURCE = """
    import io
    import wave

    import streamlit as st
    from ostinato.run.files import keep

    tone = io.BytesIO()
    with wave.open(tone, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * 8000 * 60))
    script = b"<script>document.title = 'ran'</script>"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">' + script + b"</svg>"
    page = b"<!doctype html><title>quiet</title>" + script
    st.text(keep(tone, type="audio/wav"))
    st.text(keep(svg, type="image/svg+xml"))
    st.text(keep(page, type="text/html"))
"""

SEEK = """async (address) => {
    const audio = document.createElement("audio");
    audio.src = address;
    document.body.append(audio);
    await new Promise((done) => { audio.onloadedmetadata = done; });
    audio.currentTime = 50;
    await new Promise((done) => { audio.onseeked = done; });
    return [audio.duration, audio.currentTime];
}"""


def addresses(page: Page) -> list[str]:
    return [text.strip() for text in page.get_by_test_id("stText").all_inner_texts()]


def test_b08_a_recording_is_played_from_any_place(serve: Serve, visit: Visit):
    server = serve(SOURCE)
    page = visit(server.url)
    tone, _, _ = addresses(page)
    assert page.evaluate(SEEK, tone) == [60, 50]


def test_b09_what_is_opened_by_itself_runs_no_script(serve: Serve, visit: Visit):
    server = serve(SOURCE)
    page = visit(server.url, but="Blocked script execution|favicon|404")
    _, svg, html = addresses(page)
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    for address, title in ((svg, ""), (html, "quiet")):
        page.goto(f"{server.url}/{address}")
        assert page.title() == title
    assert len([text for text in blocked if "Blocked script execution" in text]) == 2
