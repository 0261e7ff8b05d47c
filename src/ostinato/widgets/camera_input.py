"""Camera input: a photo that a person takes."""

from typing import TYPE_CHECKING, Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.arguments.text import check_choice
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import refuse_assigned
from ostinato.wire.props import InputProps, LabelVisibility, Width

if TYPE_CHECKING:
    from ostinato.run.uploaded_file import UploadedFile

Resolution = Literal["480p", "720p", "1080p"] | None


class CameraInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `camera_input`. Its value has the photo."""

    limit: int
    permit: str
    resolution: Resolution = None

    identity_free = InputProps.identity_free | {"permit", "resolution", "limit"}


@element
@documented
def camera_input(
    label: str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    resolution: Resolution = None,
    width: Width = "stretch",
) -> "UploadedFile | None":
    """Show what a camera sees, and return the photo that a person takes.

    The browser asks the person whether the page may use the camera, and only does so on a page that
    came by HTTPS or is of this machine.

    Args:
        label: What to take a photo of, in Markdown.
        resolution: "480p", "720p" or "1080p", which the camera is asked for; it gives what is
            nearest. None for what fits the size on the page.

    Returns:
        The photo as an `UploadedFile`, a JPEG; None without one.

    Raises:
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.

    Example:
        >>> if photo := st.camera_input("Your receipt"):
        ...     st.write(photo.size, "bytes")
    """
    from ostinato.run.uploads import counter, default_limit  # noqa: PLC0415  (seldom needed)
    from ostinato.values.files import Files  # noqa: PLC0415  (likewise)

    common = InputArguments("camera_input", label, key, help, disabled, label_visibility, width)
    check_choice(common.who, "resolution", resolution, ("480p", "720p", "1080p", None))
    limit = default_limit()
    desk, permit = counter(limit)
    refuse_assigned(common.who, key)
    props = CameraInput(**common.props, limit=limit, permit=permit, resolution=resolution)
    codec = Files(desk, ("image/*",), limit)
    photo: UploadedFile | None = draw(
        props, value=common.value(codec, None, on_change, args, kwargs, wire=[])
    )
    return photo
