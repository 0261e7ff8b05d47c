"""Html."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
)
from ostinato.testing import AppTest


class Rich:
    def _repr_html_(self) -> str:
        return "<u>rich</u>"


class Told:
    def __str__(self) -> str:
        return "<s>told</s>"


def body(value: object) -> str:
    props: Any = st.html(value).node.props  # type: ignore[union-attr]
    return str(props.body)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>x</b>", "<b>x</b>"),
        ("\n    <pre>\n      x\n    </pre>\n", "<pre>\n  x\n</pre>"),
        (Rich(), "<u>rich</u>"),
        (Rich, str(Rich)),
        (Told(), "<s>told</s>"),
        (5, "5"),
        (None, "None"),
        ("x" * 5000 + ".html", "x" * 5000 + ".html"),
        ("a\0.html", "a\0.html"),
        ("no_such_file.html", "no_such_file.html"),
    ],
)
def test_any_value_is_shown_as_html(value: object, shown: str) -> None:
    assert body(value) == shown


@pytest.mark.parametrize("value", ["", "  \n ", Path("/dev/null")])
def test_nothing_to_show_is_an_error(value: object) -> None:
    with pytest.raises(StreamlitMissingRequiredParameterError, match="^html: there must be"):
        st.html(value)


def test_a_path_is_read_and_a_style_sheet_styles(tmp_path: Path) -> None:
    (tmp_path / "a.HTML").write_text("<i>é</i>", encoding="utf-8")
    (tmp_path / "a.css").write_text("b { color: red }", encoding="utf-8")
    assert body(tmp_path / "a.HTML") == "<i>é</i>"
    assert body(tmp_path / "a.css") == "<style>b { color: red }</style>"
    with pytest.raises(FileNotFoundError):
        st.html(tmp_path / "missing.html")


def test_the_name_of_a_file_is_no_path_and_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script() -> None:
        import ostinato as st  # noqa: PLC0415

        st.html("a.html")

    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text("<i>secret</i>", encoding="utf-8")
    app = AppTest.from_function(script).run()
    assert app.html[0].value == "a.html"
    assert app.error[0].value.startswith("html: a text is shown as it is, and is no path")


@pytest.mark.parametrize("width", ["auto", 0, None])
def test_other_widths_are_refused(width: object) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match="^html: width must be"):
        st.html("x", width=width)  # type: ignore[arg-type]


def test_scripts_run_only_when_allowed() -> None:
    assert st.html("x").node.props.unsafe_allow_javascript is False  # type: ignore[union-attr]
    allowed = st.html("x", unsafe_allow_javascript=True)
    assert allowed.node.props.unsafe_allow_javascript is True  # type: ignore[union-attr]
