"""Download button: what files are made of, how they are called, and what a press comes to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato.arguments.named_content import named_content
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
)
from ostinato.testing import AppTest

IMPORT = "import io, pathlib\nimport ostinato as st\n"


def app_of(script: str) -> AppTest:
    app = AppTest.from_string(IMPORT + script).run()
    assert [each.message for each in app.exception] == []
    return app


@pytest.mark.parametrize(
    ("data", "content", "name"),
    [
        ("'grüße'", "grüße".encode(), "download.txt"),
        ("''", b"", "download.txt"),
        ("b'a'", b"a", "download.bin"),
        ("bytearray(b'a')", b"a", "download.bin"),
        ("memoryview(b'ab')[::1]", b"ab", "download.bin"),
        ("io.BytesIO(b'abc')", b"abc", "download.bin"),
        ("io.StringIO('abc')", b"abc", "download.txt"),
        ("pathlib.Path(HERE)", b"1,2\n", "numbers.csv"),
    ],
)
def test_data_may_be_text_bytes_files_and_paths(
    tmp_path: Path, data: str, content: bytes, name: str
) -> None:
    here = tmp_path / "numbers.csv"
    here.write_text("1,2\n")
    for each in (data, f"lambda: {data}"):
        app = app_of(f"HERE = {str(here)!r}\nst.download_button('Save', {each})")
        assert app.download_button[0].content == content
    assert (
        app_of(f"HERE = {str(here)!r}\nst.download_button('Save', {data})")
        .download_button[0]
        .url.endswith(f"/{name}")
    )


@pytest.mark.parametrize("mode", ["r", "rb"])
def test_an_open_file_has_its_own_name(tmp_path: Path, mode: str) -> None:
    here = tmp_path / "numbers.csv"
    here.write_text("1,2\n")
    app = app_of(f"with open({str(here)!r}, {mode!r}) as file: st.download_button('Save', file)")
    assert app.download_button[0].content == b"1,2\n"
    assert app.download_button[0].url.endswith("/numbers.csv")


def test_a_file_is_read_from_its_begin_wherever_it_was_read_to() -> None:
    app = app_of("f = io.BytesIO(b'abc'); f.read(2)\nst.download_button('Save', f)")
    assert app.download_button[0].content == b"abc"
    app = app_of("f = io.StringIO('abc'); f.read(2)\nst.download_button('Save', f)")
    assert app.download_button[0].content == b"abc"


class Named:
    """An open file with a name."""

    name = "/data/picture.png"

    def read(self) -> bytes:
        return b""


@pytest.mark.parametrize(
    ("data", "file_name", "mime", "type", "name"),
    [
        ("x", None, None, "text/plain", "download.txt"),
        (b"x", None, None, "application/octet-stream", "download.bin"),
        (b"x", "a.csv", None, "application/octet-stream", "a.csv"),
        (b"x", None, "text/csv", "text/csv", "download.csv"),
        (b"x", None, "csv", "text/csv", "download.csv"),
        (b"x", None, "no such type", "application/octet-stream", "download.bin"),
        (b"x", None, "text/csv; charset=utf-8", "text/csv; charset=utf-8", "download.csv"),
        (Named(), None, None, "image/png", "picture.png"),
        (Named(), "a.json", None, "application/json", "a.json"),
        (Named(), "a", None, "application/octet-stream", "a"),
        (Path("/data/a.pdf"), None, None, "application/pdf", "a.pdf"),
    ],
)
def test_a_file_has_a_type_and_a_name(
    data: Any, file_name: str | None, mime: str | None, type: str, name: str
) -> None:
    content = named_content("who", data, file_name, mime)
    assert (content.type, content.name) == (type, name)


@pytest.mark.parametrize(
    ("file_name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("a\r\nX: y.csv", "aX%3A%20y.csv"),
        ("report\n", "report"),
        ("\x00\x7f\x85", "file"),
        ("gnp\u202ecsv.exe", "gnpcsv.exe"),
        ("näme ✓.txt", "n%C3%A4me%20%E2%9C%93.txt"),
        ("..", "file"),
    ],
)
def test_j01_a_name_does_no_harm(file_name: str, shown: str) -> None:
    app = app_of(f"st.download_button('Save', 'x', {file_name!r})")
    assert app.download_button[0].url.rpartition("/")[2] == shown


@pytest.mark.parametrize("mode", ["'rerun'", "None", "print"])
def test_a_press_lasts_one_run_and_calls_back(mode: str) -> None:
    app = app_of(f"st.text(st.download_button('Save', 'x', key='k', on_click={mode}))")
    button = app.download_button[0]
    assert not button.value
    assert app.text[0].value == "False"
    button.click().run()
    assert app.text[0].value == "True"
    app.run()
    assert app.text[0].value == "False"


def test_a_callback_is_given_its_arguments() -> None:
    app = app_of(
        "def note(a, b):\n    st.session_state.noted = (a, b)\n"
        "st.download_button('Save', 'x', on_click=note, args=[1], kwargs={'b': 2})"
    )
    app.download_button[0].click().run()
    assert app.session_state["noted"] == (1, 2)


def test_nobody_hears_of_a_press_that_is_ignored() -> None:
    app = app_of(
        "st.session_state.setdefault('runs', []).append(1)\n"
        "st.download_button('Save', 'x', on_click='ignore')"
    )
    assert app.download_button[0].is_silent
    app.download_button[0].click()
    app.run()
    assert not app.download_button[0].value


def test_one_stays_itself_when_its_file_changes() -> None:
    app = app_of(
        "n = st.session_state.setdefault('n', 0)\n"
        "if st.download_button('Save', f'{n}'):\n    st.text('pressed')\n"
        "st.session_state.n += 1"
    )
    before = app.download_button[0]
    app.run()
    assert app.download_button[0].id == before.id
    assert app.download_button[0].url != before.url
    before.click().run()
    assert app.text[0].value == "pressed"


def test_one_that_is_disabled_keeps_no_file() -> None:
    app = app_of("st.download_button('Save', 'x', disabled=True)")
    assert app.download_button[0].url == ""
    with pytest.raises(StreamlitAPIException, match="disabled"):
        app.download_button[0].click()


def test_what_cannot_be_made_raises_in_a_test() -> None:
    app = app_of("st.download_button('Save', lambda: 1 / 0)")
    with pytest.raises(StreamlitAPIException, match="^ZeroDivisionError: division by zero$"):
        assert app.download_button[0].content


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: st.download_button("a", None), StreamlitAPIException, "data must be text"),  # type: ignore[arg-type]
        (lambda: st.download_button("a", 5), StreamlitAPIException, "data must .* got a int"),  # type: ignore[arg-type]
        (lambda: st.download_button("a", np.arange(3)), StreamlitAPIException, "data must be"),  # type: ignore[arg-type]
        (lambda: st.download_button("a", "\ud800"), StreamlitAPIException, "data must .* UTF-8"),
        (
            lambda: st.download_button("a", "x", on_click="x"),  # type: ignore[arg-type]
            StreamlitValueError,
            "on_click must be",
        ),
        (
            lambda: st.download_button("a", "x", 5),  # type: ignore[arg-type]
            StreamlitInvalidParameterTypeError,
            "file_name must be a str, got file_name=5",
        ),
        (
            lambda: st.download_button("a", "x", mime=5),  # type: ignore[arg-type]
            StreamlitInvalidParameterTypeError,
            "mime must be a str",
        ),
    ],
)
def test_r06_what_it_refuses(
    call: Callable[[], object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=f'^download_button "a": {words}'):
        call()


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("with st.form('f'): st.download_button('a', 'x')", StreamlitInvalidLayoutContextError),
        (
            "st.session_state.k = True\nst.download_button('a', 'x', key='k')",
            StreamlitValueAssignmentNotAllowedError,
        ),
        ("st.download_button('a', pathlib.Path('/no/such/file'))", StreamlitAPIException),
    ],
)
def test_r06_what_it_refuses_in_a_page(script: str, error: type[Exception]) -> None:
    app = AppTest.from_string(IMPORT + script).run()
    assert app.exception[0].error == error.__name__


def test_without_a_server_nothing_is_kept() -> None:
    assert st.download_button("Save", "x") is False
    assert st.download_button("Save", lambda: "x", key="k") is False


def test_apptest_says_of_the_file_of_a_disabled_button_that_it_is_disabled() -> None:
    script = "import ostinato as st\nst.download_button('Save', 'a', disabled=True)"
    app = AppTest.from_string(script).run()
    with pytest.raises(StreamlitAPIException, match='download_button "Save": it is disabled'):
        _ = app.download_button[0].content
