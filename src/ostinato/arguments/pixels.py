"""Pixels: arrays of NumPy and images of PIL as files, where the app has made some."""

import hashlib
import io
import struct
import sys
import zlib
from functools import partial
from typing import Any

from ostinato.errors import StreamlitAPIException
from ostinato.values.lazy_content import LazyContent

LARGEST = 65_535
"""Pixels of a side, beyond which browsers show nothing."""

_HOW: dict[str, dict[str, int]] = {"JPEG": {"quality": 90}, "PNG": {"compress_level": 3}}
"""How PIL is to save a file: the quality is up to 95."""

_COLORS = {1: 0, 3: 2, 4: 6}
"""By channels, how a PNG calls them."""

_PLAIN = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
"""Modes of PIL that a PNG holds as they are."""


def is_array(value: object) -> bool:
    """Return whether a value is an array of NumPy, or can be one and says so."""
    numpy = sys.modules.get("numpy")
    if numpy is None or isinstance(value, type):
        return False
    return isinstance(value, numpy.ndarray) or (
        hasattr(value, "__array__") and hasattr(value, "shape") and not is_pil(value)
    )


def is_pil(value: object) -> bool:
    """Return whether a value is an image of PIL."""
    return any(each.__module__.startswith("PIL.") for each in type(value).__mro__)


def array_file(
    who: str,
    name: str,
    array: Any,
    *,
    clamp: bool = False,
    channels: str = "RGB",
    output_format: str = "PNG",
) -> LazyContent:
    """Return the picture in an array as a file, which is made if nobody has it yet.

    Args:
        who: Whose it is, for errors.
        name: The argument, for errors.
        array: Its rows, of numbers or of 1, 3 or 4 channels; floats from 0 to 1, ints from 0 to
            255, or bools.
        clamp: Whether what lies beyond is the nearest that does not.
        channels: "BGR" if blue comes first.
        output_format: "PNG", or "JPEG", which needs Pillow.

    Raises:
        StreamlitAPIException: If it is no picture, or there is no Pillow.
    """
    pixels = _checked(f"{who}: {name}", array, clamp)
    if channels == "BGR" and pixels.ndim == 3:
        order = [2, 1, 0, 3][: pixels.shape[2]]
        pixels = pixels[:, :, order]
    if output_format != "JPEG":
        return LazyContent(array_key(pixels, "PNG"), partial(_png, pixels))
    try:
        from PIL import Image  # noqa: PLC0415  (an extra that the app has, or has not)
    except ImportError:
        raise StreamlitAPIException(
            f'{who}: output_format="JPEG" needs Pillow, which is not installed: run'
            ' "pip install pillow", or use output_format="PNG"'
        ) from None
    key = array_key(pixels, "JPEG")
    return LazyContent(key, lambda: _saved(_opaque(Image.fromarray(pixels)), "JPEG"))


def array_key(array: Any, *more: object) -> bytes:
    """Return a digest of an array, and of what else counts."""
    contiguous = sys.modules["numpy"].ascontiguousarray(array)
    digest = hashlib.blake2b(repr((array.shape, str(array.dtype), more)).encode(), digest_size=32)
    digest.update(contiguous.data.cast("B") if contiguous.size else b"")
    return digest.digest()


def pil_file(image: Any, output_format: str = "auto") -> tuple[LazyContent | bytes, str]:
    """Return an image of PIL as a file, which is made if nobody has it yet, and its type.

    Args:
        image: The image.
        output_format: "PNG", "JPEG", or "auto" for what the picture is like: with colours and
            nothing to look through it is a JPEG, as a photo is.
    """
    if output_format == "auto":
        if image.format == "GIF" and getattr(image, "is_animated", False):
            # To know its frames takes as long as to save them.
            return _saved(image, "GIF", save_all=True), "image/gif"
        is_photo = image.mode in ("RGB", "CMYK", "YCbCr", "HSV", "LAB") and image.format != "PNG"
        output_format = "JPEG" if is_photo and "transparency" not in image.info else "PNG"
    if output_format == "JPEG":
        image = _opaque(image)
    elif image.mode not in _PLAIN and not image.mode.startswith("I;16"):
        image = image.convert(
            "L" if image.mode == "F" else "RGBA" if _shows_through(image) else "RGB"
        )
    made = LazyContent(_image_key(image, output_format), partial(_saved, image, output_format))
    return made, f"image/{output_format.lower()}"


def _image_key(image: Any, output_format: str) -> bytes:
    """Return a digest of all that decides which file PIL makes of an image."""
    pixels = image.tobytes()  # First: what it holds besides may be known only then.
    beside = (image.mode, image.size, image.getpalette(None), sorted(map(repr, image.info.items())))
    digest = hashlib.blake2b(repr((output_format, beside)).encode(), digest_size=32)
    digest.update(pixels)
    return digest.digest()


def _saved(image: Any, output_format: str, **how: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, output_format, **_HOW.get(output_format, {}), **how)
    return file.getvalue()


def _checked(who: str, array: Any, clamp: bool) -> Any:
    """Return an array of bytes: rows of pixels, perhaps of channels."""
    numpy = sys.modules["numpy"]
    array = numpy.asarray(array)
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (3, 4)):
        raise StreamlitAPIException(
            f"{who} must have rows of pixels, each a number or 1, 3 or 4 of them,"
            f" got shape={array.shape}"
        )
    if array.size == 0:
        raise StreamlitAPIException(f"{who} must have a pixel, got shape={array.shape}")
    if max(array.shape[:2]) > LARGEST:
        raise StreamlitAPIException(
            f"{who} may be {LARGEST} pixels wide and high, as browsers show no larger"
            f" one, got shape={array.shape}: show a part of it"
        )
    return _as_bytes(who, array, clamp)


def _as_bytes(who: str, array: Any, clamp: bool) -> Any:
    numpy = sys.modules["numpy"]
    kind = array.dtype.kind
    if array.dtype == numpy.uint8:
        return array
    if kind == "b":
        return array.astype(numpy.uint8) * numpy.uint8(255)
    if kind not in "iuf":
        raise StreamlitAPIException(
            f"{who} must be an array of ints, floats or bools, got dtype={str(array.dtype)!r}"
        )
    greatest = 1.0 if kind == "f" else 255
    if kind == "f":
        array = numpy.nan_to_num(array, nan=0.0)
    low, high = array.min(), array.max()
    if low < 0 or high > greatest:
        if not clamp:
            raise StreamlitAPIException(
                f"{who} as an array of {'floats' if kind == 'f' else 'ints'} must be from 0 to"
                f" {greatest:g}, got values from {low} to {high}: use clamp=True, or scale it"
            )
        array = array.clip(0, greatest)
    return (array * 255 if kind == "f" else array).astype(numpy.uint8)


def _png(pixels: Any) -> bytes:
    """Return a PNG. Each row is told by how it differs from the one above: that packs well."""
    numpy = sys.modules["numpy"]
    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    rows = numpy.ascontiguousarray(pixels).reshape(height, width * channels)
    told = numpy.empty((height, 1 + rows.shape[1]), numpy.uint8)
    told[:, 0] = 2
    told[0, 1:] = rows[0]
    numpy.subtract(rows[1:], rows[:-1], out=told[1:, 1:])
    facts = struct.pack(">IIBBBBB", width, height, 8, _COLORS[channels], 0, 0, 0)
    chunks = ((b"IHDR", facts), (b"IDAT", zlib.compress(told, 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    body = name + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def _shows_through(image: Any) -> bool:
    return image.mode.endswith(("A", "a")) or "transparency" in image.info


def _opaque(image: Any) -> Any:
    """Return an image as a JPEG can hold it: on white where one could look through."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if image.mode.startswith(("I", "F")):
        return image.convert("L")
    if not _shows_through(image):
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = image.copy()
    white.paste((255, 255, 255, 255), (0, 0, *image.size))
    white.alpha_composite(image)
    return white.convert("RGB")
