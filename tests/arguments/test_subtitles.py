"""Subtitles: WebVTT as it is, SRT as WebVTT."""

import io
from pathlib import Path
from typing import Any

import pytest

from ostinato.arguments.subtitles import read_subtitles
from ostinato.errors import StreamlitAPIException

VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"
SRT = "1\r\n00:00:01,000 --> 00:00:02,5\r\n<font color='red'>Hi</font> {\\an8}<b>you</b>\r\n"
CUES = b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nHi <b>you</b>\n"


@pytest.mark.parametrize("given", [VTT, VTT.encode(), io.BytesIO(VTT.encode()), "WEBVTT"])
def test_webvtt_goes_as_it_is(given: Any) -> None:
    assert read_subtitles(given)[""] in (VTT.encode(), b"WEBVTT")


@pytest.mark.parametrize("given", [SRT, "\ufeff" + SRT, SRT.encode("utf-8-sig"), f"\n{SRT}"])
def test_srt_becomes_webvtt(given: Any) -> None:
    assert read_subtitles(given) == {"": CUES}


def test_a_file_may_be_named(tmp_path: Path) -> None:
    file = tmp_path / "film.srt"
    file.write_text(SRT)
    assert read_subtitles(file) == read_subtitles(str(file)) == {"": CUES}
    file.write_bytes(SRT.replace("Hi", "Grüße").encode("cp1252"))
    assert "Grüße".encode() in read_subtitles(file)[""]


def test_several_have_their_labels() -> None:
    assert read_subtitles({"English": VTT, 2: SRT}) == {"English": VTT.encode(), "2": CUES}


@pytest.mark.parametrize("nothing", [None, {}, "", b"", {"English": ""}])
def test_there_may_be_none(nothing: Any) -> None:
    assert read_subtitles(nothing) == {}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("junk\nof two lines", "subtitles must be WebVTT or SRT, got 'junk"),
        (b"junk", "subtitles must be WebVTT or SRT, got b'junk'"),
        ({"Deutsch": b"junk"}, 'subtitles "Deutsch" must be WebVTT or SRT'),
        ("nope.vtt", "subtitles: its file must lead to a file, got its file='nope.vtt'"),
        (Path("/"), "that is a folder"),
        ({"English": None}, 'subtitles "English" must be text, bytes, a path'),
        (["WEBVTT"], "subtitles must be text, bytes, a path, an open file or a dict of them"),
        (3, "got 3"),
        (b"1\n" * 500_000, "must be WebVTT or SRT"),
    ],
)
def test_r06_what_is_neither_is_refused(given: Any, words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=f"^video: .*{words}") as seen:
        read_subtitles(given)
    assert len(str(seen.value)) < 500
