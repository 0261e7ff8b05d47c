"""Sound: arrays of NumPy as WAV files."""

import io
import sys
import wave
from functools import partial
from typing import Any

from ostinato.arguments.count import whole
from ostinato.arguments.pixels import array_key
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.values.lazy_content import LazyContent

MOST_CHANNELS = 32
"""What browsers play; an array with more lies on its side."""

FASTEST = 768_000
"""Samples a second that browsers play."""

_LOUDEST = 32_767


def wav_file(who: str, array: Any, sample_rate: object) -> LazyContent:
    """Return the sound in an array as a WAV file, as loud as it can be.

    Args:
        who: Whose it is, for errors.
        array: Samples, or a row of them for each channel.
        sample_rate: How many samples a second has.

    Raises:
        StreamlitAPIException: If it is no sound.
        StreamlitMissingRequiredParameterError: If there is no rate.
        StreamlitValueError: If the rate is none.
    """
    numpy = sys.modules["numpy"]
    rate = _rate(who, sample_rate)
    samples = numpy.asarray(array)
    if samples.ndim not in (1, 2):
        raise StreamlitAPIException(
            f"{who}: data must have samples, or a row of them for each channel,"
            f" got shape={samples.shape}"
        )
    if samples.dtype.kind not in "iufb":
        raise StreamlitAPIException(
            f"{who}: data must be an array of ints or floats, got dtype={str(samples.dtype)!r}"
        )
    channels = 1 if samples.ndim == 1 else samples.shape[0]
    if not 1 <= channels <= MOST_CHANNELS:
        raise StreamlitAPIException(
            f"{who}: data must have a row for each of 1 to {MOST_CHANNELS} channels,"
            f" got shape={samples.shape}: pass data.T if it has a column for each"
        )
    return LazyContent(array_key(samples, "WAV", rate), partial(_loud, samples, channels, rate))


def _loud(samples: Any, channels: int, rate: int) -> bytes:
    numpy = sys.modules["numpy"]
    samples = numpy.nan_to_num(samples.astype(numpy.float64), nan=0.0, posinf=0.0, neginf=0.0)
    loudest = numpy.abs(samples).max() if samples.size else 0.0
    scaled = samples * (_LOUDEST / loudest) if loudest > 0 else samples
    return _wav(scaled.T.astype("<i2").tobytes(), channels, rate)


def _rate(who: str, sample_rate: object) -> int:
    if sample_rate is None:
        raise StreamlitMissingRequiredParameterError(
            f"{who}: data as an array must come with its sample_rate, got sample_rate=None:"
            " say how many samples a second has, like 44100"
        )
    rate = whole(sample_rate)
    if rate is None and isinstance(sample_rate, float) and sample_rate == sample_rate:
        rate = int(sample_rate) if abs(sample_rate) < FASTEST else 0
    if rate is None or not 0 < rate <= FASTEST:
        raise StreamlitValueError(
            f"{who}: sample_rate must be a count of samples a second up to {FASTEST},"
            f" got sample_rate={sample_rate!r}"
        )
    return rate


def _wav(frames: bytes, channels: int, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(frames)
    return file.getvalue()
