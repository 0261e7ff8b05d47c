import collections
import dataclasses
import datetime as dt
import decimal
import enum
import fractions
import functools
import io
import math
import re
import sqlite3
import threading
import uuid
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ostinato.caching.key import key_of
from ostinato.errors import UnhashableParamError


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Plain:
    def __init__(self, number: int) -> None:
        self.number = number


class Text(str):
    pass


Pair = collections.namedtuple("Pair", "left right")


def of(value: Any, **kwargs: Any) -> bytes:
    return key_of(take, (value,), {}, **kwargs)


def take(x: Any) -> None: ...


def add_one(number: int) -> int:
    return number + 1


def endless() -> list[Any]:
    found: list[Any] = []
    found.append(found)
    return found


EQUAL = {
    "text": lambda: "Grüße\ud800",
    "bytes": lambda: b"1",
    "bytearray": lambda: bytearray(b"1"),
    "memoryview": lambda: memoryview(b"123")[::2],
    "int": lambda: 10**30,
    "nan": lambda: float("nan"),
    "complex": lambda: 1j,
    "nested": lambda: {"a": [1, (2, {3, 4})], "b": None},
    "set": lambda: {f"{number}" for number in range(100)},
    "dataclass": lambda: Point(1),
    "enum": lambda: Colour.RED,
    "namedtuple": lambda: Pair(1, 2),
    "subclass": lambda: Text("a"),
    "path": lambda: Path("a/b"),
    "datetime": lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    "date": lambda: dt.date(2026, 1, 1),
    "time": lambda: dt.time(1),
    "timedelta": lambda: dt.timedelta(1),
    "uuid": lambda: uuid.UUID(int=1),
    "decimal": lambda: decimal.Decimal("1.0"),
    "fraction": lambda: fractions.Fraction(1, 2),
    "pattern": lambda: re.compile("a"),
    "module": lambda: math,
    "builtin": lambda: len,
    "function": lambda: add_one,
    "lambda": lambda: lambda x: x + 1,
    "partial": lambda: functools.partial(add_one, 1),
    "class": lambda: Plain,
    "range": lambda: range(3),
    "deque": lambda: collections.deque([1]),
    "counter": lambda: collections.Counter("ab"),
    "defaultdict": lambda: collections.defaultdict(list, a=[1]),
    "file in memory": lambda: io.StringIO("a"),
    "itself": endless,
    "array": lambda: np.arange(6).reshape(2, 3),
    "array of objects": lambda: np.array(["".join(["a", "b"]), None], dtype=object),
    "array of dates": lambda: np.array(["2026"], dtype="M8[D]"),
    "structured array": lambda: np.zeros(2, dtype=[("a", "i4"), ("b", "f8")]),
    "masked array": lambda: np.ma.array([1, 2], mask=[False, True]),
    "scalar": lambda: np.float32(1),
    "frame": lambda: pd.DataFrame(
        {
            "i": [1, 2],
            "s": ["".join(["x", "y"]), None],
            "c": pd.Categorical(["a", "b"]),
            "t": pd.date_range("2026", periods=2, tz="Europe/Berlin"),
            "n": pd.array([1, None], dtype="Int64"),
            "o": pd.Series([[1], {}], dtype=object),
        }
    ),
    "series": lambda: pd.Series([1.5], name="a"),
    "sparse": lambda: pd.Series([1, 2], dtype="Sparse[int]"),
    "index": lambda: pd.Index(["a", "b"]),
    "levels": lambda: pd.MultiIndex.from_tuples([(1, "a"), (2, "b")]),
    "periods": lambda: pd.period_range("2026", periods=2, freq="D"),
    "timestamp": lambda: pd.Timestamp("2026", tz="UTC"),
}


@pytest.mark.parametrize("make", EQUAL.values(), ids=EQUAL)
def test_k01_equal_values_have_one_key_wherever_they_lie(make: Any) -> None:
    assert of(make()) == of(make())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (1, "1"),
        ("1", b"1"),
        (0.0, -0.0),
        ((1, 2), [1, 2]),
        ([1, [2]], [[1], 2]),
        (["ab", "c"], ["a", "bc"]),
        ({1}, frozenset({1})),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Colour.RED, Colour.BLUE),
        (Colour.RED, 1),
        (Point(1), Point(2)),
        (Text("a"), "a"),
        (Path("a"), "a"),
        (add_one, len),
        (lambda x: x + 1, lambda x: x + 2),
        (functools.partial(add_one, 1), functools.partial(add_one, 2)),
        (np.zeros((2, 3)), np.zeros((3, 2))),
        (np.zeros(2), np.zeros(2, dtype=int)),
        (np.int64(1), 1),
        (np.arange(4), np.arange(4)[::-1]),
        (pd.DataFrame({"a": [1]}), pd.DataFrame({"b": [1]})),
        (pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1.0]})),
        (pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]}, index=[5])),
        (pd.Series([1], name="a"), pd.Series([1], name="b")),
        (pd.Series(["a", "bc"]), pd.Series(["ab", "c"])),
        (pd.Series(["", "a"]), pd.Series([None, "a"])),
        (pd.array([1, None], dtype="Int64"), pd.array([1, 0], dtype="Int64")),
        (pd.Categorical(["a"], ["a", "b"]), pd.Categorical(["a"], ["a"])),
    ],
)
def test_k01_values_of_another_type_or_content_have_another_key(one: Any, other: Any) -> None:
    assert of(one) != of(other)


def test_k01_all_of_a_large_array_counts() -> None:
    one = np.zeros(2_000_000)
    other = one.copy()
    other[1_234_567] = 1
    assert of(one) != of(other)


def test_k01_how_an_array_lies_in_memory_does_not_count() -> None:
    rows = np.arange(3_000_000.0).reshape(1000, 3000)
    assert of(rows) == of(np.asfortranarray(rows)) == of(np.repeat(rows, 2, axis=1)[:, ::2])


def test_k01_a_path_counts_by_its_name_and_an_open_file_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("1")
    name = of(path)
    with path.open() as file:
        first = of(file)
        assert of(file) == first
        file.read()
        assert of(file) != first
    path.write_text("22")
    assert of(path) == name
    with path.open() as file:
        assert of(file) != first


def test_k01_a_function_counts_with_what_it_holds() -> None:
    def adder(number: int) -> Any:
        return lambda x: x + number

    assert of(adder(1)) == of(adder(1)) != of(adder(2))


@pytest.mark.parametrize(
    "value",
    [
        Plain(1),
        threading.Lock(),
        sqlite3.connect(":memory:"),
        (each for each in []),
        {}.keys(),
        Plain(1).__init__,
    ],
    ids=lambda value: type(value).__name__,
)
def test_k01_what_has_no_content_is_an_error_that_names_the_argument(value: Any) -> None:
    with pytest.raises(UnhashableParamError) as caught:
        of([value])
    text = str(caught.value)
    assert text.startswith("take: equal arguments must be told from others, got x of type")
    assert "_x in @st.cache_data def take(_x, ...)" in text


def test_k01_functions_say_what_stands_for_a_value() -> None:
    by_type = {Plain: lambda plain: plain.number}
    assert of(Plain(1), functions=by_type) == of(Plain(1), functions=by_type)
    assert of([Plain(1)], functions=by_type) != of([Plain(2)], functions=by_type)
    by_name = {f"{__name__}.Plain": lambda plain: plain.number}
    assert of(Plain(1), functions=by_name) == of(Plain(1), functions=by_name)


def test_k01_a_function_for_a_type_may_return_that_type_and_stands_for_those_below_it() -> None:
    assert of(11, functions={int: lambda number: number % 10}) == of(
        1, functions={int: lambda number: number % 10}
    )
    assert of(Text("A"), functions={str: str.lower}) == of(Text("a"), functions={str: str.lower})


def test_k01_arguments_count_by_name_however_they_are_passed() -> None:
    def call(x: Any, y: Any = 1, *rest: Any, z: Any = 2, **more: Any) -> None: ...

    def key(*args: Any, **kwargs: Any) -> bytes:
        return key_of(call, args, kwargs)

    assert key(1) == key(x=1) == key(1, 1) == key(1, y=1) == key(1, z=2) == key(z=2, x=1)
    keys = [key(1), key(2), key(1, 2), key(1, 1, 3), key(1, z=3), key(1, q=1), key(1, p=1)]
    assert len(set(keys)) == len(keys)


def test_k01_the_order_of_names_is_that_of_the_signature() -> None:
    def call(z: Any = 1, b: Any = 2, *, d: Any = 3, c: Any = 4, **more: Any) -> None: ...

    def key(*args: Any, **kwargs: Any) -> bytes:
        return key_of(call, args, kwargs)

    assert key() == key(1) == key(1, 2) == key(b=2, z=1) == key(1, c=4, b=2) == key(d=3, z=1)
    assert key(1, y=1, x=2) == key(x=2, z=1, y=1)
    assert len({key(2), key(1, 1), key(d=1), key(c=3), key(b=1, z=2)}) == 5


def test_k01_names_with_an_underscore_do_not_count() -> None:
    def query(_connection: Any, text: str, **more: Any) -> None: ...

    def key(*args: Any, **kwargs: Any) -> bytes:
        return key_of(query, args, kwargs)

    assert key(threading.Lock(), "a") == key(_connection=Plain(1), text="a") == key(1, "a", _b=2)
    assert key(1, "a") != key(1, "b")


def test_k01_a_default_without_content_does_not_matter() -> None:
    lock = threading.Lock()

    def call(x: int, lock: Any = lock) -> None: ...

    assert key_of(call, (1,), {}) == key_of(call, (1,), {}) != key_of(call, (2,), {})
