"""The wire: golden files read alike on both sides, and nothing malformed gets through."""

import contextlib
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.errors import WireError
from ostinato.wire.codec import decode, decode_plain, encode
from ostinato.wire.messages import Event, Hello

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))


def read(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text())
    return record


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_file_reads_as_its_message(path: Path) -> None:
    record = read(path)
    assert decode_plain(bytes.fromhex(record["hex"])) == record["message"]


@pytest.mark.parametrize(
    "path", [path for path in GOLDEN if read(path)["from"] == "browser"], ids=lambda path: path.stem
)
def test_a_message_from_the_browser_survives_the_wire(path: Path) -> None:
    frame = bytes.fromhex(read(path)["hex"])
    assert encode(decode(frame)) == frame


def test_there_are_golden_files_of_both_sides() -> None:
    assert {read(path)["from"] for path in GOLDEN} == {"browser", "server"}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (["event", "1", {}, None], r"Expected `int`, got `str` - at `\$\[1\]`"),
        (["event", 1, {}], "Expected `array` of at least length 4"),
        (["event", 1, {2: 3}, None], "Expected `str`, got `int`"),
        (["launch", 1], "Invalid value 'launch'"),
        ({"event": 1}, "Expected `array`, got `object`"),
        (None, "Expected `array`, got `None`"),
    ],
)
def test_a_malformed_message_is_refused_with_its_path(message: object, words: str) -> None:
    with pytest.raises(WireError, match=f"bad message: .*{words}"):
        decode(msgspec.msgpack.encode(message))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": [[]] * 1_000_000}, "lists may take 1000000 bytes, got 1000005"),
        ({str(n): [[]] * 500_000 for n in range(3)}, "lists may take 1000000 bytes, got 1500015"),
        ({"a": {str(n): [] for n in range(200_000)}}, "lists may take 1000000 bytes"),
        (dict.fromkeys(map(str, range(10_001)), 1), "at most 10000 values, got 10001"),
        (dict.fromkeys(map(str, range(70_000)), 1), "at most 10000 values, got 70000"),
    ],
)
def test_an_event_that_would_fill_memory_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(WireError, match=words):
        decode(encode(Event(1, values, None)))


def test_a_text_may_fill_a_message() -> None:
    event = Event(1, {"x": "x" * 5_000_000, "y": [1] * 100_000}, None)
    assert decode(encode(event)) == event


@pytest.mark.parametrize("frame", [b"", b"\xc1", b"\x94\xa5event", b"\x93" * 100_000], ids=len)
def test_bytes_that_are_no_message_are_refused(frame: bytes) -> None:
    with pytest.raises(WireError, match="bad message"):
        decode(frame)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_refused(frame: bytes) -> None:
    with contextlib.suppress(WireError):
        decode(frame)


def test_a_message_keeps_its_fields() -> None:
    assert decode(encode(Event(7, {"x": [1, "a"]}, "go"))) == Event(7, {"x": [1, "a"]}, "go")
    assert decode(encode(Hello(1, None, 0, 1))) == Hello(1, None, 0, 1)
