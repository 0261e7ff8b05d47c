"""Sources: what a component is made of, as text or as files of the package that it comes with."""

import re
from typing import Any

from ostinato.components.packages import asset_of, folder_of
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.components import Asset, Source
from ostinato.wire.flag import as_flag

LONGEST_NAME = 200

ENDINGS = {"html": ("html", "htm"), "css": ("css",), "js": ("js", "mjs")}

_PATH = re.compile(r"[^\n<>{}();]{1,300}\.(\w{2,4})")


def source_of(name: Any, html: Any, css: Any, js: Any, isolates: Any) -> Source:
    """Return what a component is made of.

    Raises:
        StreamlitAPIException: If the name cannot be used, or a file is not there.
        StreamlitInvalidParameterTypeError: If an argument is no str.
    """
    if not isinstance(name, str):
        raise StreamlitInvalidParameterTypeError(
            f"component: name must be a str, got name={name!r:.100}"
        )
    who = f'component "{name}"'
    if not name.strip() or len(name) > LONGEST_NAME:
        raise StreamlitAPIException(
            f"component: name must be a text of 1 to {LONGEST_NAME} characters,"
            f" got name={name!r:.100}"
        )
    isolates = as_flag(who, "isolate_styles", isolates)
    parts = {"html": html, "css": css, "js": js}
    for part, text in parts.items():
        if text is not None and not isinstance(text, str):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: {part} must be a str or None, got {part}={text!r:.100}: pass the text, or"
                " the path of a file of its package as a str"
            )
    files = {
        part: asset_of(who, name, part, text)
        for part, text in parts.items()
        # A word that looks like the name of a page may be all that is to be shown.
        if _is_path(part, text) and (part != "html" or folder_of(name))
    }
    sheet, script, page = files.get("css"), files.get("js"), files.get("html")
    return Source(
        name,
        html=_text(who, page) if page else html or "",
        css="" if sheet else css or "",
        sheet=sheet,
        js="" if script else js or "",
        script=script,
        isolates=isolates,
    )


def _is_path(part: str, text: str | None) -> bool:
    """Return whether a text is the path of a file, or a pattern of one."""
    found = None if text is None else _PATH.fullmatch(text.strip())
    return found is not None and found[1].lower() in ENDINGS[part]


def _text(who: str, asset: Asset) -> str:
    try:
        return (asset.folder / asset.name).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise StreamlitAPIException(f"{who}: {asset.name!r} cannot be read: {error}") from None
