"""Media: pictures, sound, films and documents, all of them made here."""

import math
import struct
import wave
from io import BytesIO
from pathlib import Path

import ostinato as st

FILM = Path(__file__).with_name("metronome.webm")

BEATS = """WEBVTT

00:00.000 --> 00:01.000
unus

00:01.000 --> 00:02.000
duo

00:02.000 --> 00:03.000
tres

00:03.000 --> 00:04.000
quattuor
"""

SUNRISE = """
<svg viewBox="0 0 320 180">
  <defs>
    <linearGradient id="sky" x2="0" y2="1">
      <stop stop-color="#1d3557" /><stop offset="1" stop-color="#f4a261" />
    </linearGradient>
  </defs>
  <rect width="320" height="180" fill="url(#sky)" />
  <circle cx="160" cy="130" r="42" fill="#ffd166" />
  <path d="M0 130 Q 80 100 160 130 T320 130 V180 H0Z" fill="#0b3d5c" />
</svg>
"""

PAGE = b"""1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 360 200]/Contents 4 0 R\
/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 28 Tf 40 110 Td (Concert at seven) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj
trailer<</Size 6/Root 1 0 R>>"""


def disc(color: str) -> str:
    """Return a picture as text."""
    return f'<svg viewBox="0 0 80 80"><circle cx="40" cy="40" r="36" fill="{color}" /></svg>'


def melody(rate: int = 8000) -> bytes:
    """Return a short melody as a WAV file."""
    notes = [262, 330, 392, 523, 392, 330, 262]
    samples = (
        int(9000 * math.sin(math.tau * note * at / rate) * math.sin(math.pi * at / (rate * 0.3)))
        for note in notes
        for at in range(int(rate * 0.3))
    )
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, rate, 0, "NONE", ""))
        writer.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return file.getvalue()


def picture() -> None:
    """A picture."""
    st.image(SUNRISE, caption="The sun **rises**", width="stretch", alt="A sun over the sea")


def pictures() -> None:
    """Several in a row."""
    st.image(
        [disc("#e76f51"), disc("#2a9d8f"), disc("#e9c46a")],
        caption=["Red", "Green", "Yellow"],
        width=96,
    )


def sound() -> None:
    """Sound."""
    st.audio(melody(), alt="A short melody")


def film() -> None:
    """A film."""
    st.video(FILM, subtitles={"Latin": BEATS}, loop=True, muted=True, alt="A metronome")


def document() -> None:
    """A document."""
    st.pdf(b"%PDF-1.4\n" + PAGE, height=320, alt="A bill of the concert")


EXAMPLES = (picture, pictures, sound, film, document)
