"""Audio, video and pdf: what they are called with, and what of it reaches the page."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementKey,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
)
from ostinato.testing import AppTest

WAV = b"RIFF\0\0\0\0WAVEfmt "
PDF = b"%PDF-1.4\n%%EOF"


def app_of(script: str) -> AppTest:
    app = AppTest.from_string(f"import io, numpy as np, ostinato as st\n{script}").run()
    assert not app.exception, app.exception[0].message
    return app


def props_of(place: Any) -> Any:
    return place.node.props


@pytest.mark.parametrize(
    ("script", "ending"),
    [
        (f"st.audio({WAV!r})", "wav"),
        ("st.audio(b'ID3')", "mp3"),
        ("st.audio(io.BytesIO(b'fLaC'))", "flac"),
        ("st.audio(b'?', format='audio/ogg')", "ogg"),
        ("st.audio('a.wav')", "wav"),
    ],
)
def test_i01_sound_is_played_from_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, ending: str
) -> None:
    (tmp_path / "a.wav").write_bytes(WAV)
    monkeypatch.chdir(tmp_path)
    [sound] = app_of(script).audio
    assert sound.value.endswith(f".{ending}")
    assert sound.content in (WAV, b"ID3", b"fLaC", b"?")


def test_arrays_are_sound() -> None:
    sound = app_of("st.audio(np.zeros(4), sample_rate=8000)").audio[0]
    assert len(sound.content or b"") == 44 + 8
    app = AppTest.from_string("import numpy as np, ostinato as st\nst.audio(np.zeros(4))").run()
    assert app.exception[0].error == StreamlitMissingRequiredParameterError.__name__


@pytest.mark.parametrize("nothing", [None, b""])
def test_there_may_be_nothing_to_play(nothing: Any) -> None:
    assert props_of(st.audio(nothing)).src == ""
    assert props_of(st.video(nothing)).src == ""


def test_a_rate_without_an_array_is_told() -> None:
    with pytest.warns(UserWarning, match="^audio: sample_rate counts for arrays only"):
        st.audio("https://example.com/a.mp3", sample_rate=8000)


def test_times_are_seconds() -> None:
    for play in (st.audio, st.video):
        props = props_of(play("https://x.org/a", start_time="1m", end_time=90.5))
        assert (props.start_time, props.end_time) == (60, 90.5)
        props = props_of(play("https://x.org/a", start_time=None, end_time=0))
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


def test_a_pdf_has_the_name_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bill.pdf").write_bytes(PDF)
    monkeypatch.chdir(tmp_path)
    app = app_of(f"""
st.pdf("bill.pdf")
with open("bill.pdf", "rb") as file:
    st.pdf(file)
st.pdf({PDF!r})
""")
    assert [(each.name, each.content) for each in app.pdf] == [
        ("bill.pdf", PDF),
        ("bill.pdf", PDF),
        ("", PDF),
    ]
    assert props_of(st.pdf("https://x.org/a.pdf")).src == "https://x.org/a.pdf"


def test_w05_a_pdf_may_have_a_key_and_no_other_has_it() -> None:
    app = app_of("st.pdf('https://x.org/a.pdf', key='bill')")
    assert app.get_by_key("bill").type == "pdf"
    script = "import ostinato as st\nfor _ in 'ab': st.pdf('https://x.org/a.pdf', key='bill')"
    app = AppTest.from_string(script).run()
    assert app.exception[0].error == StreamlitDuplicateElementKey.__name__


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (
            lambda: st.audio(3),
            StreamlitInvalidParameterTypeError,
            "^audio: data must be .* got dat",
        ),
        (lambda: st.audio([0.5]), StreamlitInvalidParameterTypeError, r"got data=\[0\.5\]"),
        (
            lambda: st.audio("nope.mp3"),
            StreamlitAPIException,
            "got data='nope.mp3': there is no su",
        ),
        (lambda: st.audio("/"), StreamlitAPIException, "that is a folder"),
        (lambda: st.audio(WAV, width="content"), StreamlitInvalidWidthError, "^audio: width must"),
        (lambda: st.audio(WAV, start_time="x"), StreamlitAPIException, "^audio: start_time must"),
        (lambda: st.video("/dev/zero"), StreamlitAPIException, "^video: .*a device or a pipe"),
        (lambda: st.video(b"x", subtitles=b"?"), StreamlitAPIException, "^video: subtitles must"),
        (lambda: st.video(b"x", width=0), StreamlitInvalidWidthError, "^video: width must"),
        (lambda: st.pdf(None), StreamlitInvalidParameterTypeError, "^pdf: data must be an address"),
        (
            lambda: st.pdf(b"<html>"),
            StreamlitAPIException,
            "^pdf: data must be a PDF, got data=b'<",
        ),
        (lambda: st.pdf(b""), StreamlitAPIException, "^pdf: data must be a PDF, got data=b''"),
        (
            lambda: st.pdf(PDF, height="content"),  # type: ignore[arg-type]
            StreamlitInvalidHeightError,
            "^pdf: height must be",
        ),
        (lambda: st.pdf(PDF, height=0), StreamlitInvalidHeightError, "got height=0"),
    ],
)
def test_r06_what_does_not_fit_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
