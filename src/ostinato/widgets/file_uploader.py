"""File uploader: files that a person chooses, drops or pastes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

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

AcceptFiles = bool | Literal["directory"]


class FileUploader(InputProps, frozen=True, kw_only=True):
    """The wire form of `file_uploader`. Its value has the files; the permit lets them be sent."""

    limit: int
    permit: str
    types: list[str] = []
    multiple: bool = False
    directory: bool = False

    identity_free = InputProps.identity_free | {"permit"}


@element
@documented
def file_uploader(
    label: str,
    type: str | Sequence[str] | None = None,
    accept_multiple_files: AcceptFiles = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
) -> "UploadedFile | list[UploadedFile] | None":
    """Show a place to upload files to, and return those that are there.

    Files are chosen, dropped or pasted, and sent in parts: what is lost on the way is sent again,
    and nothing of what has arrived. When all are there, the script runs. They stay with the
    session: a refresh, a restart of the server or another process finds them again.

    Args:
        label: What to upload, in Markdown.
        type: Which files fit: an ending like "csv", a MIME type like "image/png" or "image/*", or
            "image", "audio", "video" or "text"; or several of these. None for all. It is checked
            here, too, but a file's name and type are what the browser says: look at its content.
        accept_multiple_files: True for a list of files, "directory" for those of a folder and of
            all below it.
        max_upload_size: Megabytes that a file may have; `server.maxUploadSize` without it.

    Returns:
        An `UploadedFile` or None; a list with several files. It is an open binary file, with
        `name`, `type`, `size` and `file_id`, read from disk, and at its beginning in every run.

    Raises:
        StreamlitAPIException: If a type is empty.
        StreamlitInvalidParameterTypeError: If the types are no text, or the size is no number.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.
        StreamlitValueError: If the size is not positive.

    Differs:
        returns: A file is read from disk and cannot be written to. Each run finds it at its
            beginning.

    Example:
        >>> if file := st.file_uploader("Orders", "csv"):
        ...     st.write(file.name, sum(1 for line in file))
    """
    from ostinato.arguments.file_types import (  # noqa: PLC0415  (few scripts need it)
        file_types_of,
        known_by,
        upload_limit,
    )
    from ostinato.run.uploads import counter, default_limit  # noqa: PLC0415  (likewise)
    from ostinato.values.files import MOST_FILES, Files  # noqa: PLC0415  (likewise)

    common = InputArguments("file_uploader", label, key, help, disabled, label_visibility, width)
    who = common.who
    check_choice(who, "accept_multiple_files", accept_multiple_files, (False, True, "directory"))
    types = file_types_of(who, "type", type)
    limit = upload_limit(who, max_upload_size, default_limit())
    is_list = accept_multiple_files is not False
    desk, permit = counter(limit)
    refuse_assigned(who, key)
    props = FileUploader(
        **common.props,
        limit=limit,
        permit=permit,
        types=types,
        multiple=is_list,
        directory=accept_multiple_files == "directory",
    )
    codec = Files(
        desk,
        tuple(types),
        limit,
        most=MOST_FILES if is_list else 1,
        is_list=is_list,
        has_folders=props.directory,
    )
    default: Any = [] if is_list else None
    identity = known_by(props, max_upload_size)
    asked = common.value(codec, default, on_change, args, kwargs, wire=[], identity=identity)
    files: UploadedFile | list[UploadedFile] | None = draw(props, value=asked)
    return files
