"""Audio: what it is called with, and what of it reaches the page."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
)
from ostinato.testing import AppTest

WAV = b"RIFF\0\0\0\0WAVEfmt "


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


def test_a_rate_without_an_array_is_told() -> None:
    with pytest.warns(UserWarning, match="^audio: sample_rate counts for arrays only"):
        st.audio("https://example.com/a.mp3", sample_rate=8000)


def test_times_are_seconds() -> None:
    props = props_of(st.audio("https://x.org/a", start_time="1m", end_time=90.5))
    assert (props.start_time, props.end_time) == (60, 90.5)
    props = props_of(st.audio("https://x.org/a", start_time=None, end_time=0))
    assert (props.start_time, props.end_time) == (0, None)


def test_flags_are_what_they_stand_for() -> None:
    props = props_of(st.audio(WAV, loop=1, autoplay="yes"))  # type: ignore[arg-type]
    assert (props.loop, props.autoplay) == (True, True)


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
    ],
)
def test_r06_what_does_not_fit_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
