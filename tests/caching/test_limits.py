import datetime as dt
import math
from typing import Any

import pytest

from ostinato.caching.limits import check_count, parse_size, parse_ttl
from ostinato.errors import (
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)


@pytest.mark.parametrize(
    ("ttl", "seconds"),
    [
        (10**400, None),
        (None, None),
        (math.inf, None),
        (3600, 3600),
        (0.5, 0.5),
        (0, 0),
        (dt.timedelta(days=1), 86400),
        ("1d", 86400),
        ("1D", 86400),
        ("1.5 days", 129600),
        ("1h23s", 3623),
        ("1d2h34m", 95640),
        ("2 days, 3 hours", 183600),
        ("500ms", 0.5),
        ("01:30:00", 5400),
        ("1 days 02:00:00", 93600),
        ("1 milli", 1e-3),
        ("-5s", -5),
        ("5", 5e-9),
    ],
)
def test_k04_a_life_is_written_in_many_ways(ttl: Any, seconds: float | None) -> None:
    assert parse_ttl("cache_data", ttl) == pytest.approx(seconds)


@pytest.mark.parametrize("ttl", ["", "zzz", "1 fortnight", "1h and more", "h"])
def test_k04_a_text_that_is_no_time_is_an_error(ttl: str) -> None:
    with pytest.raises(StreamlitBadTimeStringError, match="cache_data: ttl must be a time with"):
        parse_ttl("cache_data", ttl)


@pytest.mark.parametrize("ttl", [[], math.nan, b"1h"])
def test_k04_what_is_no_time_at_all_is_an_error(ttl: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="ttl must be seconds"):
        parse_ttl("cache_data", ttl)


@pytest.mark.parametrize(
    ("size", "bytes"),
    [(None, None), (10, 10), ("500MB", 500_000_000), ("1.5 KiB", 1536), ("2gb", 2_000_000_000)],
)
def test_k04_a_size_is_written_in_bytes_or_with_a_unit(size: Any, bytes: int | None) -> None:
    assert parse_size("cache_data", size) == bytes


@pytest.mark.parametrize("size", [0, -1, True, 1.5, "", "10", "ten MB", "0 MB", []])
def test_k04_what_is_no_size_is_an_error(size: Any) -> None:
    with pytest.raises(StreamlitValueError, match="max_size must be a positive count of bytes"):
        parse_size("cache_data", size)


def test_k04_entries_are_counted_in_whole_numbers() -> None:
    assert [check_count("x", count) for count in (None, 1, 2.0)] == [None, 1, 2]
    for count in (0, -1, 1.5, "1", True):
        with pytest.raises(StreamlitValueError, match="max_entries must be a positive int"):
            check_count("cache_data", count)
