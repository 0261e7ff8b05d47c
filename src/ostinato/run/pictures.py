"""Pictures: what an argument that stands for one comes to on the wire."""

from ostinato.arguments.picture import Picture, check_picture, find_picture
from ostinato.run.files import keep


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
