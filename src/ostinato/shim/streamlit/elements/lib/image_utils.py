"""How packages give pictures to their pages."""

from typing import Any

from ostinato.compat import lack
from ostinato.run.pictures import picture_url

__getattr__ = lack(__name__)

AtomicImage = Any
"""An image of Pillow, an array, bytes, an open file, a path or an address."""


def image_to_url(
    image: Any,
    layout_config: object = None,
    clamp: bool = False,
    channels: str = "RGB",
    output_format: str = "auto",
    image_id: str = "",
) -> str:
    """Return the address where the browser finds a picture.

    Args:
        image: The picture.
        layout_config: Of no effect: a picture is kept as large as it is.
        clamp: Whether pixels of an array that are out of bounds are the nearest that are not.
        channels: "RGB" or "BGR".
        output_format: "auto", "PNG" or "JPEG".
        image_id: Of no effect: the address follows from the content.
    """
    return picture_url(image, clamp, channels, output_format)
