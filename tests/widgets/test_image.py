"""Image: what it is called with, and what of it reaches the page."""

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidURLError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from pictures import png

WEB = "https://example.com/a.png"
PIXELS = np.zeros((2, 3), dtype=np.uint8)


def app_of(script: str) -> AppTest:
    head = "import io, numpy as np, ostinato as st\nfrom pathlib import Path\n"
    app = AppTest.from_string(f"{head}{script}").run()
    assert not app.exception, app.exception[0].message
    return app


def test_i01_a_file_is_shown_by_its_address_and_its_content_is_that_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = png(3, 2)
    (tmp_path / "a.png").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    app = app_of("""
with open("a.png", "rb") as file:
    st.image(["a.png", Path("a.png"), file, Path("a.png").read_bytes()])""")
    [picture] = app.image
    assert picture.contents == [content] * 4
    assert len(set(picture.value)) == 1
    assert picture.value[0].endswith(".png")
    assert picture.sizes == [[3, 2]] * 4


def test_addresses_of_the_web_go_as_they_are() -> None:
    picture = app_of(f"st.image(' {WEB}')").image[0]
    assert (picture.value, picture.contents, picture.sizes) == ([WEB], [None], [None])
    assert app_of("st.image('data:image/png;base64,AA==')").image[0].value[0].startswith("data:")


def test_arrays_images_and_svg_are_made_files() -> None:
    app = app_of(
        'st.image([np.zeros((2, 3)), np.ones((2, 3, 3)), \'<svg width="9" height="8"/>\'])'
    )
    first, second, third = app.image[0].contents
    assert first[:4] == second[:4] == b"\x89PNG"  # type: ignore[index]
    assert third.startswith(b"<svg xmlns=")  # type: ignore[union-attr]
    assert app.image[0].sizes == [[3, 2], [3, 2], [9, 8]]
    # Of more than three dimensions, an array is several.
    assert len(app_of("st.image(np.zeros((4, 2, 3, 3)))").image[0].value) == 4


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({}, ("content", None)),
        ({"width": "stretch"}, ("stretch", None)),
        ({"width": 200}, ("content", 200)),
    ],
)
def test_it_is_as_wide_as_the_script_says(options: Any, shown: Any) -> None:
    props: Any = st.image(PIXELS, **options).node.props  # type: ignore[union-attr]
    assert (props.width, props.pixels) == shown


@pytest.mark.parametrize(
    ("options", "width"),
    [
        ({"use_container_width": True}, "stretch"),
        ({"use_container_width": False}, "content"),
        ({"use_column_width": True}, "stretch"),
        ({"use_column_width": "always"}, "stretch"),
        ({"use_column_width": "auto"}, "content"),
        ({"use_column_width": "never"}, "content"),
        ({"use_column_width": "never", "use_container_width": True}, "stretch"),
        ({"use_container_width": False, "width": "stretch"}, "stretch"),
    ],
)
def test_old_forms_of_the_width_are_understood(options: Any, width: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"are deprecated, got .*: use width='{width}'"):
        place = st.image(PIXELS, **options)
    assert place.node.props.width == width  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("options", "captions", "alts"),
    [
        ({}, [], []),
        ({"caption": "x"}, ["x"], []),
        ({"caption": ["x"], "alt": ["y"]}, ["x"], ["y"]),
        ({"caption": 3, "alt": 4}, ["3"], ["4"]),
        ({"caption": "", "alt": ""}, [], [""]),
        ({"caption": [None]}, [], []),
    ],
)
def test_captions_and_alternatives_belong_to_pictures(
    options: Any, captions: Any, alts: Any
) -> None:
    props: Any = st.image([PIXELS], **options).node.props  # type: ignore[union-attr]
    assert (props.captions, props.alts) == (captions, alts)


def test_a_test_reads_what_stands_below_each() -> None:
    app = app_of(f"st.image([{WEB!r}, {WEB!r}], caption=['x', None], alt=[None, 'y'])")
    assert app.image[0].captions == ["x", ""]
    assert app.image[0].alts == [None, "y"]
    assert app_of(f"st.image({WEB!r})").image[0].captions == [""]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        ({"caption": ["x"]}, StreamlitAPIException, "one caption for each picture, got 1 for 2"),
        ({"caption": "x"}, StreamlitAPIException, "one caption for each picture, got 1 for 2"),
        ({"alt": "x"}, StreamlitAPIException, "one alt for each picture, got 1 for 2"),
        ({"link": WEB}, StreamlitAPIException, "only one picture can have a link, got 2"),
        ({"image": PIXELS, "link": "javascript:x"}, StreamlitInvalidURLError, "url must begin"),
        ({"image": PIXELS, "link": 3}, StreamlitInvalidParameterTypeError, "link must be a str"),
        ({"width": 0}, StreamlitInvalidWidthError, "width must be 'stretch', 'content' or"),
        ({"width": None}, StreamlitInvalidWidthError, "got width=None"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
        ({"width": 1.5}, StreamlitInvalidWidthError, "got width=1.5"),
        ({"channels": "bgr"}, StreamlitValueError, "channels must be one of 'RGB', 'BGR'"),
        ({"output_format": "gif"}, StreamlitValueError, "output_format must be one of"),
        ({"use_column_width": "x"}, StreamlitValueError, "use_column_width must be one of"),
    ],
)
def test_r06_what_does_not_fit_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(error, match=f"^image: .*{words}"):
            st.image(**{"image": [PIXELS, PIXELS]} | call)


def test_a_list_of_none_shows_none() -> None:
    assert st.image([]).node.props.sources == []  # type: ignore[union-attr]


def test_pictures_of_files_need_neither_numpy_nor_pillow(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(3, 2))
    code = """
import sys
from ostinato.testing import AppTest
app = AppTest.from_string('''
import io, ostinato as st
st.image(["a.png", open("a.png", "rb").read(), "<svg/>"])
st.logo("a.png")
st.audio(b"RIFF....WAVE")
st.video(b"....ftyp", subtitles="WEBVTT")
st.pdf(b"%PDF-1.4")
''').run()
assert not app.exception, app.exception[0].message
print({"numpy", "PIL", "pandas"} & set(sys.modules) or "none of them")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "none of them\n", done.stderr


def test_i01_what_a_cached_function_has_drawn_is_shown_again_with_its_file() -> None:
    app = app_of("""
@st.cache_data
def draw():
    st.image(np.zeros((2, 3)), caption="kept")

draw()
""")
    first = app.image[0].contents
    app.run()
    assert app.image[0].captions == ["kept"]
    assert app.image[0].contents == first
    assert first[0] is not None


def test_i01_an_image_of_pillow_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pillow, count = pytest.importorskip("PIL.Image"), []
    save = pillow.Image.save

    def counted(image: Any, *how: Any, **more: Any) -> None:
        count.append(1)
        save(image, *how, **more)

    monkeypatch.setattr(pillow.Image, "save", counted)
    app = app_of("""
from PIL import Image
photo = Image.new("RGB", (30, 20), "red")
if st.checkbox("Dot"):
    photo.putpixel((3, 3), (0, 255, 0))
st.image(photo)""")
    shown = app.image[0].contents
    assert app.run().image[0].contents == shown
    assert (len(count), app.image[0].sizes) == (1, [[30, 20]])
    app.checkbox[0].check().run()
    assert app.image[0].contents != shown
    assert len(count) == 2
