"""Playing: moments of what is played, and films of YouTube."""

from datetime import timedelta
from typing import Any

import pytest

from ostinato.arguments.playing import play_time
from ostinato.arguments.youtube import youtube_frame, youtube_id
from ostinato.errors import StreamlitAPIException

FILM = "BHACKCNDMW8"


@pytest.mark.parametrize(
    ("span", "seconds"),
    [
        *((None, 0), (0, 0), (3, 3), (1.5, 1.5), (True, 1), (-1, 0), ("-3s", 0), ("90", 90)),
        *(("1m14s", 74), ("2 minutes", 120), (" 20s ", 20), ("0:01:05", 65), ("1.7s", 1.7)),
        *((timedelta(seconds=70), 70), (timedelta(days=-1), 0)),
    ],
)
def test_a_moment_may_be_said_in_many_ways(span: Any, seconds: float) -> None:
    assert play_time("audio", "start_time", span) == seconds


@pytest.mark.parametrize("span", ["x", "", [1], {}, float("nan"), float("inf"), 10**400, "nan"])
def test_r06_what_is_no_moment_is_refused(span: Any) -> None:
    with pytest.raises(StreamlitAPIException, match=r"^audio: end_time must be seconds, .* got"):
        play_time("audio", "end_time", span)


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={FILM}",
        f"http://youtube.com/watch?list=PL1&v={FILM}&t=3s",
        f"https://m.youtube.com/watch?v={FILM}#x",
        f"https://youtu.be/{FILM}?t=3",
        f"https://www.youtube.com/embed/{FILM}",
        f"https://www.youtube.com/v/{FILM}?version=3",
        f"https://www.youtube.com/shorts/{FILM}",
        f"https://www.youtube.com/live/{FILM}",
        f"https://www.youtube-nocookie.com/embed/{FILM}",
        f"https://YouTube.com/watch/?v={FILM}",
    ],
)
def test_addresses_of_youtube_are_known(address: str) -> None:
    assert youtube_id(address) == FILM


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=",
        "https://www.youtube.com/@somebody",
        "https://youtu.be/",
        "https://youtu.be/%22onload%3D",
        "https://youtube.com.evil.example/watch?v=BHACKCNDMW8",
        "https://evil.example/youtube.com/watch?v=BHACKCNDMW8",
        "https://example.com/a.mp4",
        "https://[youtube.com/watch?v=BHACKCNDMW8",
        "data:video/mp4;base64,AA==",
    ],
)
def test_others_are_not(address: str) -> None:
    assert youtube_id(address) is None


@pytest.mark.parametrize(
    ("how", "query"),
    [
        ((0, None, False, False, False), ""),
        ((10.7, None, False, False, False), "?start=10"),
        ((0, 20.9, True, True, True), f"?end=20&loop=1&playlist={FILM}&autoplay=1&mute=1"),
    ],
)
def test_its_player_is_told_how(how: Any, query: str) -> None:
    assert youtube_frame(FILM, *how) == f"https://www.youtube.com/embed/{FILM}{query}"
