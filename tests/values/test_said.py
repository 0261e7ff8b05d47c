"""What custom components say."""

import json
from typing import Any

import pytest

from ostinato.values import said
from ostinato.values.said import Said, written

CODEC = Said(dict)


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        (None, None),
        ("json:null", None),
        ("json:1", 1),
        ("json:1.5", 1.5),
        ('json:"é\\u0000"', "é\0"),
        ('json:{"a":[1,{"b":null}]}', {"a": [1, {"b": None}]}),
        ("bytes:AQL/", b"\x01\x02\xff"),
        ("bytes:", b""),
        (
            'dataframe:{"data":"AQ==","index":"","columns":"Ag=="}',
            {"data": b"\x01", "index": b"", "columns": b"\x02"},
        ),
    ],
)
def test_m03_what_a_component_says_is_a_value(wire: str | None, value: Any) -> None:
    got = CODEC.decode(wire)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    "wire",
    [
        5,
        b"json:1",
        "",
        "json",
        "json:",
        "json:{",
        "json:NaN",
        "json:" + "[" * 100_000,
        "bytes:*",
        "bytes:é",
        "bytes:A",
        "dataframe:1",
        "dataframe:{}",
        'dataframe:{"data":1,"index":"","columns":""}',
        'dataframe:{"data":"","index":"","columns":"","more":""}',
        "pickle:AA==",
    ],
)
def test_m10_garbage_is_refused(wire: Any) -> None:
    with pytest.raises(ValueError, match="expected"):
        CODEC.decode(wire)


def test_m10_what_would_take_the_memory_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="at most 1000000 lists"):
        CODEC.decode("json:[" + "[]," * said.MOST_PARTS + "1]")
    monkeypatch.setattr(said, "LONGEST", 10)
    with pytest.raises(ValueError, match="at most 10 characters"):
        CODEC.decode('json:"12345"')


def test_the_same_value_travels_as_the_text_that_it_came_in() -> None:
    codec = Said(dict)
    value = codec.decode("json:[ 1e-7 ]")
    assert Said(dict).adopt(value, codec) == (value, "json:[ 1e-7 ]")
    again = Said(dict)
    again.adopt(value, codec)
    assert Said(dict).adopt(value, again)[1] == "json:[ 1e-7 ]"
    assert Said(dict).adopt([1e-7], codec)[1] == "json:[1e-07]"


@pytest.mark.parametrize("value", [object(), float("nan"), {1, 2}, "\ud800", [b"x"]])
def test_what_no_component_could_say_stays_with_the_script(value: Any) -> None:
    assert Said(dict).adopt(value) == (value, None)
    assert json.dumps(written(value)) == "null"
