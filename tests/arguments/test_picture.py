"""Pictures: files, bytes and images travel in the page, as those of the web do by address."""

import base64
import io
import os
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.arguments.picture import LARGEST, check_picture, find_picture
from ostinato.errors import StreamlitAPIException
from ostinato.testing import AppTest

PNG = b"\x89PNG\r\n\x1a\n and more"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def data(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


class Image:
    """What PIL's images can do, as far as it counts here."""

    mode, size = "CMYK", (4000, 3000)

    def convert(self, mode: str) -> "Image":
        image = Image()
        image.mode = mode
        return image

    def thumbnail(self, size: tuple[int, int]) -> None:
        self.size = size

    def save(self, file: io.BytesIO, kind: str) -> None:
        assert (self.mode, self.size, kind) == ("RGBA", (512, 128), "PNG")
        file.write(PNG)


Image.__module__ = "PIL.Image"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0 and more", "jpeg"),
        (b"GIF89a and more", "gif"),
        (b"RIFF\n\n\n\nWEBPVP8 ", "webp"),
        (b"\x00\x00\x01\x00\x01\x00", "x-icon"),
        (SVG.encode(), "svg+xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n' + SVG.encode(), "svg+xml"),
    ],
)
def test_a_file_goes_with_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str
) -> None:
    (tmp_path / "fav").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    shown = data(content, kind)
    for image in ("fav", Path("fav"), str(tmp_path / "fav"), content, io.BytesIO(content)):
        assert check_picture("logo", "image", image) == shown
    with Path("fav").open("rb") as file:
        assert check_picture("logo", "image", file) == shown


def test_a_file_is_read_when_it_has_changed_and_is_else_the_same_text(tmp_path: Path) -> None:
    file = tmp_path / "fav.png"
    file.write_bytes(PNG)
    shown = check_picture("logo", "image", file)
    assert check_picture("logo", "image", file) is shown
    file.write_bytes(PNG + b" and yet more")
    assert check_picture("logo", "image", file) == data(PNG + b" and yet more")


def test_an_image_in_memory_goes_small() -> None:
    assert check_picture("logo", "image", Image()) == data(PNG)


def test_an_svg_may_be_a_text() -> None:
    assert check_picture("logo", "image", f"\n{SVG}").startswith("data:image/svg+xml,%3Csvg")


@pytest.mark.parametrize("content", [b"", b"notes", b"<html>", b"BM....", b"\x00\x00\x02\x00"])
def test_r06_other_files_are_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(StreamlitAPIException, match=r"a picture must be a PNG.*'.*notes.txt'"):
        check_picture("logo", "image", str(file))


def test_r06_what_is_too_large_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "big.png"
    file.write_bytes(PNG.ljust(LARGEST + 1))
    for image in (file, file.read_bytes(), io.BytesIO(file.read_bytes())):
        with pytest.raises(StreamlitAPIException, match=r"256000 bytes.* make it smaller") as seen:
            check_picture("logo", "image", image)
        assert len(str(seen.value)) < 1000
    with pytest.raises(StreamlitAPIException, match=rf"image='.*big.png' of {LARGEST + 1} bytes"):
        check_picture("logo", "image", file)


@pytest.mark.parametrize(
    "image",
    ["no.png", Path("no.png"), "/", "/dev/zero", "x" * 5000, "a\0b", "\ud800", "", "x/" * 3000],
)
def test_r06_what_is_no_file_is_told_with_the_folder(image: Any) -> None:
    assert find_picture("logo", "image", image) is None
    with pytest.raises(StreamlitAPIException, match="^logo: image must be an emoji") as seen:
        check_picture("logo", "image", image)
    assert not image or str(Path.cwd()) in str(seen.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_would_block_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert find_picture("logo", "image", tmp_path / "pipe.png") is None


def test_a_picture_that_comes_through_a_pipe_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, PNG)
    os.close(writer)
    with os.fdopen(reader, "rb") as image:
        assert check_picture("logo", "image", image).startswith("data:image/png;base64,")


@pytest.mark.parametrize("image", [None, 3, True, 1.5, [PNG], {}, object(), io.StringIO(SVG)])
def test_r06_what_is_no_picture_is_refused(image: object) -> None:
    with pytest.raises(StreamlitAPIException, match="^logo: image must be an emoji"):
        check_picture("logo", "image", image)


def test_pages_messages_and_logos_have_pictures_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fav.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    app = AppTest.from_string("""
        import ostinato as st
        st.set_page_config(page_icon="fav.png")
        st.logo("fav.png", icon_image="fav.png")
        st.chat_message("user", avatar="fav.png")
    """).run()
    assert not app.exception
    assert app.chat_message[0].avatar == data(PNG)


def test_a_page_whose_icon_is_not_there_is_shown_without() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.set_page_config("Sales", page_icon="nope.png")
        st.write("here")
    """)
    with pytest.warns(UserWarning, match=r"^set_page_config: .*got page_icon='nope.png': there is"):
        app.run()
    assert (len(app.exception), app.markdown[0].value) == (0, "here")


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_logo_needs_no_icon_for_a_closed_sidebar(nothing: str | None) -> None:
    st.logo("🔥", icon_image=nothing)
