"""Sound: arrays as WAV files."""

import io
import wave
from typing import Any

import numpy as np
import pytest

from ostinato.arguments.sound import wav_file
from ostinato.errors import StreamlitAPIException
from ostinato.values.lazy_content import LazyContent


def read(made: LazyContent) -> tuple[int, int, list[int]]:
    with wave.open(io.BytesIO(made.make())) as file:
        frames = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        return file.getnchannels(), file.getframerate(), frames.tolist()


@pytest.mark.parametrize(
    ("array", "channels", "samples"),
    [
        (np.array([0.0, 0.5, -1.0]), 1, [0, 16383, -32767]),
        (np.array([0, 2, -4]), 1, [0, 16383, -32767]),
        (np.array([[0.0, 1.0], [0.5, 0.0]]), 2, [0, 16383, 32767, 0]),
        (np.zeros(3), 1, [0, 0, 0]),
        (np.zeros(0), 1, []),
        (np.array([np.nan, np.inf, 1.0]), 1, [0, 0, 32767]),
        (np.array([-32768, 0], dtype=np.int16), 1, [-32767, 0]),
    ],
)
def test_samples_are_as_loud_as_they_can_be(array: Any, channels: int, samples: list[int]) -> None:
    assert read(wav_file("audio", array, 8000)) == (channels, 8000, samples)


@pytest.mark.parametrize("rate", [np.int64(8000), 8000.0])
def test_the_rate_may_be_of_numpy(rate: Any) -> None:
    assert read(wav_file("audio", np.zeros(1), rate))[1] == 8000


@pytest.mark.parametrize(
    ("array", "rate", "words"),
    [
        (np.zeros(3), None, "must come with its sample_rate, got sample_rate=None"),
        (np.zeros(3), 0, "sample_rate must be a count of samples a second"),
        (np.zeros(3), -8000, "got sample_rate=-8000"),
        (np.zeros(3), 1e300, "got sample_rate=1e"),
        (np.zeros(3), float("nan"), "got sample_rate=nan"),
        (np.zeros(3), "8000", "got sample_rate='8000'"),
        (np.zeros((2, 3, 2)), 8000, r"got shape=\(2, 3, 2\)"),
        (np.zeros(()), 8000, r"got shape=\(\)"),
        (np.zeros((100, 2)), 8000, r"got shape=\(100, 2\): pass data\.T"),
        (np.zeros((0, 2)), 8000, r"got shape=\(0, 2\)"),
        (np.zeros(3, dtype=complex), 8000, "got dtype='complex128'"),
    ],
)
def test_r06_what_is_no_sound_is_refused(array: Any, rate: Any, words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=f"^audio: .*{words}"):
        wav_file("audio", array, rate)
