"""Pdf: what it is called with, and what of it reaches the page."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementKey,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
)
from ostinato.testing import AppTest

PDF = b"%PDF-1.4\n%%EOF"


def app_of(script: str) -> AppTest:
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    assert not app.exception, app.exception[0].message
    return app


def props_of(place: Any) -> Any:
    return place.node.props


def test_a_pdf_has_the_name_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bill.pdf").write_bytes(PDF)
    monkeypatch.chdir(tmp_path)
    app = app_of(f"""
st.pdf("bill.pdf")
with open("bill.pdf", "rb") as file:
    st.pdf(file)
st.pdf({PDF!r})
""")
    assert [(each.name, each.content) for each in app.pdf] == [
        ("bill.pdf", PDF),
        ("bill.pdf", PDF),
        ("", PDF),
    ]
    assert props_of(st.pdf("https://x.org/a.pdf")).src == "https://x.org/a.pdf"


def test_w05_a_pdf_may_have_a_key_and_no_other_has_it() -> None:
    app = app_of("st.pdf('https://x.org/a.pdf', key='bill')")
    assert app.get_by_key("bill").type == "pdf"
    script = "import ostinato as st\nfor _ in 'ab': st.pdf('https://x.org/a.pdf', key='bill')"
    app = AppTest.from_string(script).run()
    assert app.exception[0].error == StreamlitDuplicateElementKey.__name__


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: st.pdf(None), StreamlitInvalidParameterTypeError, "^pdf: data must be an address"),
        (
            lambda: st.pdf(b"<html>"),
            StreamlitAPIException,
            "^pdf: data must be a PDF, got data=b'<",
        ),
        (lambda: st.pdf(b""), StreamlitAPIException, "^pdf: data must be a PDF, got data=b''"),
        (
            lambda: st.pdf(PDF, height="content"),  # type: ignore[arg-type]
            StreamlitInvalidHeightError,
            "^pdf: height must be",
        ),
        (lambda: st.pdf(PDF, height=0), StreamlitInvalidHeightError, "got height=0"),
    ],
)
def test_r06_what_does_not_fit_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


def test_b09_a_pdf_is_served_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my bill.pdf").write_bytes(PDF)
    monkeypatch.chdir(tmp_path)
    app = app_of(f"st.pdf('my bill.pdf')\nst.pdf({PDF!r})")
    named, plain = (each.value for each in app.pdf)
    assert named.endswith(".pdf/my%20bill.pdf")
    assert plain.endswith(".pdf")
    assert "/" not in plain.removeprefix("_stcore/media/")


@pytest.mark.parametrize("call", [st.pdf, st.image, st.audio, st.video])
def test_an_empty_path_is_called_empty(call: Any) -> None:
    with pytest.raises(StreamlitAPIException, match="must lead to a file, got .*='': it is empty"):
        call("")
