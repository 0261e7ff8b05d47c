"""Misnamed: what a developer is told of names that nothing has, once, and no exception."""

import logging

import pytest

import ostinato as st
from ostinato.run.absent import tell
from ostinato.testing import AppTest

DATA = {"city": ["Rome"], "sales": [3]}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    tell.cache_clear()
    caplog.set_level(logging.WARNING, "ostinato")
    return caplog


def told(log: pytest.LogCaptureFixture) -> list[str]:
    return [each for each in log.messages if "column" in each or "format" in each]


def test_v01_a_column_that_is_not_there_is_named_once_with_what_is_meant(
    log: pytest.LogCaptureFixture,
) -> None:
    for _ in "ab":
        st.dataframe(DATA, column_config={"Sales": "Sold", "_index": "n", 0: None})
        st.dataframe(DATA, column_order=["citty", "sales"])
    assert told(log) == [
        "dataframe: there is no column 'Sales', which column_config names, and so nothing is done"
        " with it: did you mean 'sales'? (there is 'city', 'sales')",
        "dataframe: there is no column 'citty', which column_order names, and so nothing is done"
        " with it: did you mean 'city'? (there is 'city', 'sales')",
    ]


def test_v01_what_was_meant_is_not_guessed_again_in_each_run(
    log: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show() -> None:
        st.dataframe(DATA, column_order=["citi"])

    show()
    monkeypatch.setattr("difflib.get_close_matches", None)
    show()
    [sentence] = told(log)
    assert "did you mean 'city'?" in sentence


def test_v01_what_is_there_or_yet_to_come_is_not_told_of(log: pytest.LogCaptureFixture) -> None:
    st.dataframe(DATA, column_config={"city": "City", 1: "a"}, column_order=("sales",))
    st.dataframe([], column_config={"city": "City"}, column_order=["city"])
    st.column_config.NumberColumn(format="%d {x}")
    st.column_config.NumberColumn(format="dollar")
    st.column_config.TextColumn(validate="^[a-z]+$")
    st.column_config.TextColumn(validate=r"^\p{L}+$")
    assert told(log) == []


@pytest.mark.parametrize(
    ("format", "likely"),
    [("€ {:.2f}", "€ %.2f"), ("{:,.1f}", "%,.1f"), ("{}", "%d"), ("{:d} kg", "%d kg")],
)
def test_a_format_that_is_not_of_printf_is_told_of(
    format: str, likely: str, log: pytest.LogCaptureFixture
) -> None:
    st.column_config.NumberColumn("Price", format=format)
    [sentence] = told(log)
    assert f"got format={format!r}" in sentence
    assert sentence.endswith(f"write {likely!r}")


def test_a_pattern_that_is_none_is_told_of(log: pytest.LogCaptureFixture) -> None:
    st.column_config.TextColumn("Mail", validate="(")
    [sentence] = told(log)
    assert "validate must be a regular expression, got validate='('" in sentence


def test_v08_a_disabled_column_may_be_written_otherwise_and_another_name_is_told_of(
    log: pytest.LogCaptureFixture,
) -> None:
    app = AppTest.from_string(
        f"import ostinato as st\nst.data_editor({DATA!r}, disabled=[' City', 'saless'])"
    ).run()
    config = [column.options for column in app.data_editor[0].frame_shown.columns]
    assert [bool(each and each.disabled) for each in config] == [True, False]
    [sentence] = told(log)
    assert "'saless', which disabled names" in sentence
    assert "did you mean 'sales'?" in sentence
