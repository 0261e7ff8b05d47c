"""Pictures, sound and films, as only a browser shows them."""

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, assert_is_no_page, settled, shows

PICTURES = """
    import numpy as np
    import streamlit as st

    st.image(np.tile(np.arange(256, dtype=np.uint8), (300, 2)))
    st.image('<svg viewBox="0 0 200 100"><rect width="200" height="100" /></svg>', width=150)
    st.image(np.zeros((50, 40, 3)), width="stretch")
    st.button("Below")
    """
SOUND = """
    import numpy as np
    import streamlit as st

    st.audio(np.sin(np.arange(8000 * 60)), sample_rate=8000, start_time=5)
    st.button("Again")
    """
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="steal()">'
    '<script>parent.document.title = document.title = "no"</script></svg>'
)
HOSTILE = f"""
    import streamlit as st

    st.image({SVG!r}, alt="Drawn")
    st.logo({SVG!r})
    """


def watch_shifts(page: Page) -> None:
    """Add up how far the page moves by itself; of the parts of its players, there is no node."""
    page.add_init_script("""
        window.moved = 0;
        new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries())
                if (sources.some(({ node }) => node)) window.moved += value;
        }).observe({ type: "layout-shift", buffered: true });
    """)


def test_i02_nothing_moves_when_pictures_come(serve: Serve, visit: Visit) -> None:
    page = visit(serve(PICTURES).url, before=watch_shifts)
    expect(page.get_by_test_id("stImageContainer")).to_have_count(3)
    page.wait_for_function("() => [...document.images].every((each) => each.naturalWidth > 0)")
    sizes = "[...document.images].map(({ width, height }) => [width, height])"
    assert page.evaluate(sizes) == [[512, 300], [150, 75], [704, 880]]
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.moved") == 0


def test_a_picture_is_shown_over_the_page_until_escape(serve: Serve, visit: Visit) -> None:
    page = visit(serve(PICTURES).url)
    page.get_by_role("button", name="Fullscreen").first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_focused()


def test_i03_sound_stays_where_it_is_over_reruns_and_refreshes(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SOUND).url)
    page.wait_for_function("() => document.querySelector('audio')?.readyState > 0")
    page.wait_for_function("() => document.querySelector('audio').currentTime === 5")
    page.evaluate("""() => new Promise((done) => {
        const player = document.querySelector("audio");
        player.addEventListener("timeupdate", done);
        player.currentTime = 42;
    })""")
    page.get_by_role("button", name="Again").click()
    settled(page)
    assert page.evaluate("document.querySelector('audio').currentTime") == 42
    page.reload()
    settled(page)
    page.wait_for_function("() => document.querySelector('audio')?.currentTime === 42")


def test_i05_what_is_hostile_in_a_picture_does_not_run(serve: Serve, visit: Visit) -> None:
    page = visit(serve(HOSTILE).url)
    picture = page.get_by_role("img", name="Drawn")
    expect(picture).to_be_visible()
    title = page.title()
    address = str(picture.evaluate("(each) => each.src"))
    assert_is_no_page(page, address)
    # Opened apart, it has no rights either.
    apart = page.context.new_page()
    apart.goto(address)
    assert apart.title() != "no"
    assert page.title() == title


def test_i04_a_picture_that_cannot_come_is_told_and_comes_when_it_can(
    serve: Serve, visit: Visit
) -> None:
    server = serve(PICTURES)
    media = "**/_stcore/media/*"
    page = visit(
        server.url,
        before=lambda page: page.route(media, lambda route: route.fulfill(status=503)),
        but="503",
    )
    expect(page.get_by_test_id("stImageBroken")).to_have_count(3)
    page.unroute(media)
    # Once by itself, as a store may be away for a moment.
    page.wait_for_function("() => [...document.images].every((each) => each.naturalWidth > 0)")
    expect(page.get_by_test_id("stImageBroken")).to_have_count(0)
    shows(page, "Below")


FILM = """
    from pathlib import Path

    import ostinato
    import streamlit as st

    film = Path(ostinato.__file__).with_name("gallery") / "metronome.webm"
    srt = "1\\n00:00:00,000 --> 00:00:01,000\\nOne\\n\\n2\\n00:00:01,000 --> 00:00:02,000\\nTwo\\n"
    st.video(film, subtitles={"English": srt}, end_time=0.5, autoplay=True, muted=True)
    st.button("Below")
    """


def test_i02_a_film_has_its_room_and_its_subtitles_and_stops_where_it_should(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(FILM).url, before=watch_shifts)
    film = page.get_by_test_id("stVideo")
    page.wait_for_function("() => document.querySelector('video')?.currentTime >= 0.5")
    page.wait_for_function("() => document.querySelector('video').paused")
    assert film.evaluate("(film) => [film.videoWidth, film.videoHeight]") == [320, 180]
    assert film.evaluate("(film) => film.clientWidth / film.clientHeight") == 704 / 396
    page.wait_for_function("() => document.querySelector('video').textTracks[0].cues?.length")
    texts = "(film) => [...film.textTracks[0].cues].map((cue) => cue.text)"
    assert film.evaluate(texts) == ["One", "Two"]
    assert film.evaluate("(film) => film.textTracks[0].mode") == "showing"
    assert page.evaluate("window.moved") == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_among_pictures_that_come_and_that_do_not(
    serve: Serve, visit: Visit, theme: str
) -> None:
    app = """
        import streamlit as st
        from ostinato import gallery

        for example in gallery.FAMILIES["Media"]:
            example()
        st.image("data:image/png;base64,AA==", caption="Broken")
        st.audio(b"no sound")
        """
    page = visit(serve(app).url, before=load_axe, color_scheme=theme)
    expect(page.get_by_test_id("stImageBroken")).to_have_count(1)
    expect(page.get_by_text("The sound cannot be played here")).to_be_visible()
    # What is in the frame of the viewer is the browser's.
    assert [each for each in violations(page) if "iframe" not in each] == []
    page.get_by_role("button", name="Fullscreen: A sun over the sea").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
