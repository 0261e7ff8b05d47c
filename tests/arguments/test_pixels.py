"""Pixels: arrays and images of PIL as files, seen as PIL sees them."""

import io
import sys
from typing import Any

import numpy as np
import pytest

from ostinato.arguments.pixels import array_file, is_array, is_pil, pil_file
from ostinato.errors import StreamlitAPIException
from ostinato.values.lazy_content import LazyContent

Image = pytest.importorskip("PIL.Image")
NOISE = np.random.default_rng(1)


def read(made: LazyContent) -> Any:
    return np.asarray(Image.open(io.BytesIO(made.make())))


def saved(image: Any, output_format: str = "auto") -> tuple[bytes, str]:
    content, kind = pil_file(image, output_format)
    return content.make() if isinstance(content, LazyContent) else content, kind


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 3), (5, 7, 4), (1, 1), (1, 9, 3), (9, 1, 4)])
def test_a_png_has_the_pixels_of_the_array(shape: tuple[int, ...]) -> None:
    array = NOISE.integers(0, 256, shape, dtype=np.uint8)
    assert (read(array_file("image", "image", array)) == array).all()
    turned = array.swapaxes(0, 1)
    assert (read(array_file("image", "image", turned)) == turned).all()


def test_one_channel_is_grey() -> None:
    array = NOISE.integers(0, 256, (5, 7, 1), dtype=np.uint8)
    assert (read(array_file("image", "image", array)) == array[:, :, 0]).all()


@pytest.mark.parametrize(
    ("array", "shown"),
    [
        (np.array([[0.0, 0.5, 1.0]]), [[0, 127, 255]]),
        (np.array([[0.0, 0.5, 1.0]], dtype=np.float16), [[0, 127, 255]]),
        (np.array([[0, 7, 255]], dtype=np.int64), [[0, 7, 255]]),
        (np.array([[False, True]]), [[0, 255]]),
        (np.array([[np.nan, 1.0]]), [[0, 255]]),
    ],
)
def test_numbers_of_many_kinds_are_shown(array: Any, shown: list[list[int]]) -> None:
    assert read(array_file("image", "image", array)).tolist() == shown


@pytest.mark.parametrize(
    ("array", "shown"),
    [(np.array([[-1, 300]]), [[0, 255]]), (np.array([[-0.5, np.inf]]), [[0, 255]])],
)
def test_what_is_out_of_bounds_is_clamped_if_the_script_says_so(
    array: Any, shown: list[list[int]]
) -> None:
    with pytest.raises(
        StreamlitAPIException, match=r"^image: image as an array of \w+ must be from 0 to"
    ):
        array_file("image", "image", array)
    assert read(array_file("image", "image", array, clamp=True)).tolist() == shown


def test_blue_may_come_first() -> None:
    pixel = np.array([[[1, 2, 3]]], dtype=np.uint8)
    assert read(array_file("image", "image", pixel, channels="BGR")).tolist() == [[[3, 2, 1]]]
    pixel = np.array([[[1, 2, 3, 9]]], dtype=np.uint8)
    assert read(array_file("image", "image", pixel, channels="BGR")).tolist() == [[[3, 2, 1, 9]]]
    grey = np.array([[5]], dtype=np.uint8)
    assert read(array_file("image", "image", grey, channels="BGR")).tolist() == [[5]]


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.zeros(3), r"rows of pixels, .* got shape=\(3,\)"),
        (np.zeros(()), r"got shape=\(\)"),
        (np.zeros((4, 6, 2)), r"got shape=\(4, 6, 2\)"),
        (np.zeros((4, 6, 5)), r"got shape=\(4, 6, 5\)"),
        (np.zeros((0, 6, 3)), r"must have a pixel, got shape=\(0, 6, 3\)"),
        (np.zeros((65_536, 1), dtype=np.uint8), "65535 pixels wide and high"),
        (np.zeros((4, 6), dtype=complex), "ints, floats or bools, got dtype='complex128'"),
        (np.array([["a", "b"]], dtype=object), "got dtype='object'"),
    ],
)
def test_r06_an_array_that_is_no_picture_is_refused(array: Any, words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=f"^image: .*{words}"):
        array_file("image", "image", array)


def test_a_jpeg_needs_pillow_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    array = np.full((8, 8, 4), 255, dtype=np.uint8)
    content = array_file("image", "image", array, output_format="JPEG")
    assert Image.open(io.BytesIO(content.make())).format == "JPEG"
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(StreamlitAPIException, match=r'"pip install pillow", or use output_format='):
        array_file("image", "image", array, output_format="JPEG")


def test_a_jpeg_is_on_white_where_one_looks_through() -> None:
    content = array_file(
        "image", "image", np.zeros((8, 8, 4), dtype=np.uint8), output_format="JPEG"
    )
    assert read(content).min() > 250


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *(("1", "png"), ("L", "png"), ("LA", "png"), ("P", "png"), ("RGBA", "png"), ("F", "png")),
        *(("I", "png"), ("I;16", "png"), ("RGB", "jpeg"), ("CMYK", "jpeg"), ("HSV", "jpeg")),
    ],
)
def test_images_of_every_mode_are_shown(mode: str, kind: str) -> None:
    content, found = saved(Image.new(mode, (3, 2)))
    assert found == f"image/{kind}"
    assert Image.open(io.BytesIO(content)).size == (3, 2)
    for output_format in ("PNG", "JPEG"):
        content, found = saved(Image.new(mode, (3, 2)), output_format)
        assert found == f"image/{output_format.lower()}"
        assert Image.open(io.BytesIO(content)).format == output_format


def test_a_png_stays_one_and_a_moving_gif_moves() -> None:
    file = io.BytesIO()
    Image.new("RGB", (3, 2)).save(file, "PNG")
    assert saved(Image.open(file))[1] == "image/png"
    file = io.BytesIO()
    frames = [Image.new("L", (3, 2), shade) for shade in (0, 128, 255)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    content, kind = saved(Image.open(file))
    assert (kind, Image.open(io.BytesIO(content)).n_frames) == ("image/gif", 3)


class Tensor:
    """What can be an array, and has a shape."""

    shape = (1, 1)

    def __array__(self, *how: Any, **more: Any) -> Any:
        return np.array([[9]], dtype=np.uint8)


def test_arrays_are_known_by_what_they_can_do() -> None:
    assert is_array(np.zeros(1))
    assert is_array(Tensor())
    assert not is_array(Tensor)
    assert not is_array([[1]])
    assert not is_array(Image.new("L", (1, 1)))
    assert is_pil(Image.new("L", (1, 1)))
    assert not is_pil(Tensor())
    assert read(array_file("image", "image", Tensor())).tolist() == [[9]]


def test_an_array_is_known_by_all_that_decides_what_it_looks_like() -> None:
    array = NOISE.integers(0, 2, (5, 7, 3), dtype=np.uint8)
    key = array_file("image", "image", array).key
    assert array_file("image", "image", array.copy()).key == key
    others = [
        array_file("image", "image", array.reshape(7, 5, 3)),
        array_file("image", "image", array, channels="BGR"),
        array_file("image", "image", array, output_format="JPEG"),
        array_file("image", "image", 1 - array),
    ]
    assert len({key, *(each.key for each in others)}) == 5


def test_i01_an_image_is_known_by_all_that_decides_what_it_looks_like() -> None:
    def key(image: Any, output_format: str = "PNG") -> bytes:
        made, _ = pil_file(image, output_format)
        assert isinstance(made, LazyContent)
        return made.key

    image = Image.fromarray(NOISE.integers(0, 2, (5, 7), dtype=np.uint8))
    assert key(image.copy()) == key(image)
    assert key(Image.merge("RGB", [image] * 3), "auto") == key(
        Image.merge("RGB", [image] * 3), "JPEG"
    )
    dotted, seen_through = image.copy(), image.copy()
    dotted.putpixel((3, 3), 99)
    seen_through.info["transparency"] = 1
    palettes = [image.copy(), image.copy()]
    palettes[0].putpalette([1, 2, 3, 4, 5, 6])
    palettes[1].putpalette([1, 2, 3, 4, 5, 7])
    others = [
        dotted,
        seen_through,
        *palettes,
        image.convert("LA"),
        Image.frombytes("L", (5, 7), image.tobytes()),
    ]
    assert len({key(image), key(image, "JPEG"), *map(key, others)}) == 2 + len(others)
