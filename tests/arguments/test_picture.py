"""Pictures: what stands for one is read for what it is, or refused with the reason."""

import io
import os
import zlib
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.arguments.picture import Picture, check_picture, find_picture, read_picture
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.testing import AppTest
from pictures import png

PNG = png(3, 2)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"/>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "png"),
        (b"GIF89a\3\0\2\0 and more", "gif"),
        (SVG.encode(), "svg+xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n' + SVG.encode(), "svg+xml"),
    ],
)
def test_a_file_may_be_given_in_many_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str
) -> None:
    (tmp_path / "fav").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    with Path("fav").open("rb") as file:
        for image in ("fav", Path("fav"), content, bytearray(content), io.BytesIO(content), file):
            found = check_picture("logo", "image", image)
            assert isinstance(found, Picture)
            assert found.type == f"image/{kind}"
            assert found.size in ((3, 2), (4, 5))


def test_a_file_is_not_loaded_to_be_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    file.write_bytes(PNG.ljust(5_000_000))
    assert check_picture("logo", "image", file) == Picture(file, "image/png", (3, 2))
    file.write_bytes(png(30, 20).ljust(5_000_001))
    assert check_picture("logo", "image", file) == Picture(file, "image/png", (30, 20))


def test_an_open_file_is_read_from_its_begin() -> None:
    file = io.BytesIO(PNG)
    file.read(20)
    assert check_picture("logo", "image", file) == Picture(PNG, "image/png", (3, 2))


def test_an_svg_may_be_a_text_and_need_not_say_that_it_is_one() -> None:
    found = read_picture("image", "image", "\n<svg viewBox='0 0 4 3'><a/></svg>")
    content = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 4 3'><a/></svg>"
    assert found == Picture(content, "image/svg+xml", (4, 3))
    assert read_picture("image", "image", SVG) == Picture(SVG.encode(), "image/svg+xml", (4, 5))


@pytest.mark.parametrize(
    "content", [b"notes", b"<html>", b"BM....", b"\0\0\2\0", b"%PDF-1.4", b"II*\0"]
)
def test_r06_other_files_are_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(StreamlitAPIException, match=r"a picture must be a PNG.*'.*notes.txt'"):
        check_picture("logo", "image", str(file))


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (b"", "a picture must not be empty, got image=b''"),
        (PNG[:12], "a picture must be whole, .*: the png is cut short"),
        (b"GIF89a\2", "the gif is cut short"),
        (b"RIFF....WEBPVP8 ", "the webp is cut short"),
        (png(1, 1_000_000), "may be 65535 pixels wide and high, .* of 1 x 1000000: show a part"),
        ("x" * 10_000, r"^image: image must lead to a file, got image='x{199}\.\.\.: there is no"),
        ("a\0b", "there is no such file"),
        ("", "got image='': it is empty"),
        ("/", "must lead to a file, got image='/': that is a folder"),
        (Path("/dev/zero"), "got image='/dev/zero': that is a device or a pipe"),
        ("nope.png", "there is no such file in '"),
        (Path("nope.png"), "there is no such file in '"),
        (None, "image must be a picture by its address, its file, its bytes or its pixels, got"),
        ([[0, 1]], "image must be a picture"),
        (io.StringIO(SVG), "must be an address, a path, bytes or an open file.*open it with mode"),
    ],
)
def test_i04_r06_what_no_browser_shows_is_refused_with_the_reason(image: Any, words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=words) as seen:
        read_picture("image", "image", image)
    assert len(str(seen.value)) < 700


def test_r06_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret.png"
    file.write_bytes(PNG)

    def refuse(path: Path, *mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StreamlitAPIException, match=r"can be read, .*png': Permission denied$"):
        read_picture("image", "image", file)


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
    with pytest.raises(StreamlitAPIException, match="that is a device or a pipe"):
        read_picture("image", "image", tmp_path / "pipe.png")


def test_a_picture_that_comes_through_a_pipe_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, PNG)
    os.close(writer)
    with os.fdopen(reader, "rb") as image:
        found = check_picture("logo", "image", image)
    assert isinstance(found, Picture)
    assert found.content.read() == PNG


@pytest.mark.parametrize("image", [None, 3, True, 1.5, [PNG], {}, object()])
def test_r06_what_is_no_picture_is_refused(image: object) -> None:
    with pytest.raises(StreamlitAPIException, match="^logo: image must be an emoji"):
        check_picture("logo", "image", image)


def test_r06_a_file_of_text_is_refused() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match='open it with mode "rb"'):
        check_picture("logo", "image", io.StringIO(SVG))


def test_pages_messages_and_logos_have_pictures_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = PNG.ljust(3_000_000)
    (tmp_path / "fav.png").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    app = AppTest.from_string("""
        import ostinato as st
        st.set_page_config(page_icon="fav.png")
        st.logo("fav.png", icon_image="fav.png")
        st.chat_message("user", avatar="fav.png")
    """).run()
    assert not app.exception
    assert app.files[app.chat_message[0].avatar] == content
    page = app.page.props["main"]
    shown = {page["icon"], page["logo"]["image"], page["logo"]["icon_image"]}
    assert shown == {app.chat_message[0].avatar}


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


def test_a_picture_that_browsers_do_not_know_is_read_by_pillow() -> None:
    image = pytest.importorskip("PIL.Image").new("RGBA", (3, 2), (255, 0, 0, 9))
    file = io.BytesIO()
    image.save(file, "TIFF")
    found = read_picture("image", "image", file.getvalue())
    assert isinstance(found, Picture)
    assert (found.type, found.size) == ("image/png", (3, 2))
    content = found.content.make()
    assert zlib.crc32(content[12:29]).to_bytes(4, "big") == content[29:33]


@pytest.mark.parametrize(
    ("size", "words"),
    [((65_536, 1), "may be 65535 pixels wide and high, .* of 65536 x 1"), ((0, 3), "have a pixel")],
)
def test_i04_an_image_of_pillow_that_no_browser_shows_is_refused(
    size: tuple[int, int], words: str
) -> None:
    image = pytest.importorskip("PIL.Image").new("L", size)
    with pytest.raises(StreamlitAPIException, match=words):
        read_picture("image", "image", image)


def test_i04_a_file_that_pillow_reads_and_no_browser_shows_is_refused() -> None:
    file = io.BytesIO()
    pytest.importorskip("PIL.Image").new("L", (65_536, 1)).save(file, "TIFF")
    with pytest.raises(StreamlitAPIException, match="may be 65535 pixels wide and high"):
        read_picture("image", "image", file.getvalue())
