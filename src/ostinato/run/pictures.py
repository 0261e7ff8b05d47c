"""Pictures: what an argument that stands for one comes to on the wire."""

from ostinato.arguments.picture import Look, Picture, check_picture, find_picture, read_picture
from ostinato.run.files import keep
from ostinato.run.surroundings import surroundings_here
from ostinato.wire.props import MEDIA


def show_picture(who: str, name: str, image: object) -> str:
    """Return an icon, or the address of a picture, for an argument of that name.

    Raises:
        StreamlitAPIException: If it is neither, or there is no such file or icon.
    """
    return address_of(check_picture(who, name, image))


def show_picture_or_text(who: str, name: str, image: object) -> str | None:
    """Return the same; None for a text that is neither, and for the name of no file.

    Raises:
        StreamlitAPIException: If it is no text, and neither.
    """
    found = find_picture(who, name, image)
    return None if found is None else address_of(found)


def address_of(picture: str | Picture) -> str:
    """Return where the browser finds a picture; what is no file is its own address."""
    if isinstance(picture, str):
        return picture
    return keep(picture.content, type=picture.type)


def picture_url(image: object, clamp: bool, channels: str, output_format: str) -> str:
    """Return the address of a picture from the root of the server, as pages in frames take it.

    Raises:
        StreamlitAPIException: If it is no picture, or there is no such file.
    """
    look = Look(clamp, channels, output_format)
    address = address_of(read_picture("image_to_url", "image", image, look))
    if not address.startswith(MEDIA):
        return address
    return f"{surroundings_here().config.server.base_path}/{address}"
