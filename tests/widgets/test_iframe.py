"""Iframe."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest


def drawn(src: Any, **options: Any) -> tuple[str | None, str | None]:
    """Return address and HTML."""
    props: Any = st.iframe(src, **options).node.props  # type: ignore[union-attr]
    return props.src, props.html


@pytest.mark.parametrize(
    "src", ["http://a.b", "https://a.b/c?d", "HTTPS://a.b", "/static/a", "//a.b", "data:,x"]
)
def test_what_begins_as_an_address_is_one(src: str) -> None:
    assert drawn(src) == (src, None)
    assert drawn(f"  {src}\n") == (src, None)


@pytest.mark.parametrize(
    "src", ["<b>x</b>", "plain", "", "a.html", "./a", "javascript:alert(1)", "ftp://a.b", " <b>"]
)
def test_any_other_text_is_html(src: str) -> None:
    assert drawn(src) == (None, src)


@pytest.mark.parametrize(
    ("src", "html"),
    [
        ("data:text/html,<b>x</b>", "<b>x</b>"),
        ("data:text/html;charset=utf-8,%3Cb%3E%C3%A9", "<b>é"),
        ("DATA:TEXT/HTML;BASE64,PGI+eDwvYj4=", "<b>x</b>"),
        ("data:text/html,a,b", "a,b"),
        ("data:text/html,%FF", "\ufffd"),
        ("data:text/html", ""),
    ],
)
def test_html_in_an_address_is_html(src: str, html: str) -> None:
    assert drawn(src) == (None, html)


def test_a_file_is_html_or_an_address_of_its_content(tmp_path: Path) -> None:
    for name, text in (("a.HTM", "<b>é</b>"), ("a.txt", "hi"), ("a.pdf", "%PDF"), ("b", "x")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert drawn(tmp_path / "a.HTM") == (None, "<b>é</b>")
    script = "from pathlib import Path; import ostinato as st"
    shown = [tmp_path / name for name in ("a.txt", "a.pdf", "b")]
    app = AppTest.from_string(
        "\n".join([script, *(f"st.iframe(Path({str(one)!r}))" for one in shown)])
    )
    frames = app.run().get("iframe")
    assert [frame.src.rpartition(".")[2] for frame in frames] == ["txt", "pdf", "bin"]
    assert [app.files[frame.src] for frame in frames] == [b"hi", b"%PDF", b"x"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        ({"src": None}, StreamlitInvalidParameterTypeError, "src must be a str or a pathlib.Path"),
        ({"src": b"x"}, StreamlitInvalidParameterTypeError, "src must be"),
        ({"src": Path("missing")}, StreamlitAPIException, "src must lead to a file"),
        ({"src": Path()}, StreamlitAPIException, "src must lead to a file"),
        ({"src": "data:text/html;base64,a"}, StreamlitAPIException, "the data of src must be"),
        ({"height": 0}, StreamlitInvalidHeightError, "height must be"),
        ({"height": None}, StreamlitInvalidHeightError, "height must be"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "width must be"),
        ({"tab_index": -2}, StreamlitValueError, "tab_index must be -1 or more"),
        ({"tab_index": True}, StreamlitInvalidParameterTypeError, "tab_index must be an int"),
        ({"tab_index": "1"}, StreamlitInvalidParameterTypeError, "tab_index must be an int"),
    ],
)
def test_what_does_not_fit_is_refused(
    call: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=f"^iframe: {words}.* got "):
        st.iframe(**{"src": "x"} | call)
