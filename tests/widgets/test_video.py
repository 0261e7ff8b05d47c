"""Video: what it is called with, and what of it reaches the page."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidWidthError,
)
from ostinato.testing import AppTest


def app_of(script: str) -> AppTest:
    app = AppTest.from_string(f"import io, numpy as np, ostinato as st\n{script}").run()
    assert not app.exception, app.exception[0].message
    return app


def props_of(place: Any) -> Any:
    return place.node.props


@pytest.mark.parametrize("nothing", [None, b""])
def test_there_may_be_nothing_to_play(nothing: Any) -> None:
    assert props_of(st.video(nothing)).src == ""


def test_times_are_seconds() -> None:
    props = props_of(st.video("https://x.org/a", start_time="1m", end_time=90.5))
    assert (props.start_time, props.end_time) == (60, 90.5)
    props = props_of(st.video("https://x.org/a", start_time=None, end_time=0))
    assert (props.start_time, props.end_time) == (0, None)


def test_a_film_has_its_size_and_subtitles() -> None:
    script = """
head = bytes.fromhex("1a45dfa3 00 1654ae6b b0820280 ba820168")
st.video(head, subtitles={"English": "WEBVTT", "Deutsch": "1\\n0:00:01,0 --> 0:00:02,0\\nHallo"})
"""
    [film] = app_of(script).video
    assert (film.sizes, film.value[-5:]) == ([[640, 360]], ".webm")
    assert film.subtitles == {
        "English": "WEBVTT",
        "Deutsch": "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nHallo\n",
    }


def test_films_of_youtube_play_in_a_frame() -> None:
    address = "https://youtu.be/BHACKCNDMW8"
    props = props_of(st.video(address, start_time=3, loop=True, muted=True))
    assert props.is_frame
    query = "start=3&loop=1&playlist=BHACKCNDMW8&mute=1"
    assert props.src == f"https://www.youtube.com/embed/BHACKCNDMW8?{query}"
    assert not props_of(st.video("https://example.com/a.mp4")).is_frame
    with pytest.raises(StreamlitIncompatibleParametersError, match="have their own subtitles"):
        st.video(address, subtitles="WEBVTT")


def test_frames_of_numpy_are_the_bytes_of_a_film() -> None:
    film = app_of("st.video(np.frombuffer(b'....ftypisom', dtype=np.uint8))").video[0]
    assert film.content == b"....ftypisom"


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: st.video("/dev/zero"), StreamlitAPIException, "^video: .*a device or a pipe"),
        (lambda: st.video(b"x", subtitles=b"?"), StreamlitAPIException, "^video: subtitles must"),
        (lambda: st.video(b"x", width=0), StreamlitInvalidWidthError, "^video: width must"),
    ],
)
def test_r06_what_does_not_fit_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
