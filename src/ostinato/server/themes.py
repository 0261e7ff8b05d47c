"""Themes: the theme of an app as pages get it, at their first paint and while they are open.

The page that is served has a link to the style sheet, which browsers wait for before they paint.
Where there is no theme, nothing is added to it. Style sheets of fonts elsewhere are asked for by a
script of its own: nothing waits for them.
"""

import gzip
import json
import logging
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ostinato.config import Places, Settings, theme_names
from ostinato.config.reading import flat, near
from ostinato.errors import (
    ConfigError,
    StreamlitInvalidThemeError,
    StreamlitInvalidThemeOptionError,
    StreamlitInvalidThemeSectionError,
)
from ostinato.run.surroundings import Surroundings
from ostinato.server import static_files
from ostinato.server.file_answer import IMMUTABLE, encodings_in
from ostinato.server.origins import is_developer

# What makes a theme is imported where there is one: most apps have none, and start faster.
if TYPE_CHECKING:
    from ostinato.config.theme.sheet import Sheet

logger = logging.getLogger("ostinato")

ROUTE = "_stcore/theme"
BASES = ("light", "dark")
FROM_SHEET = "../../"
"""How to get from a style sheet to the app."""

FONT_HOSTS = {"https://fonts.googleapis.com": "https://fonts.gstatic.com"}
"""Where the fonts are that style sheets of these origins refer to: others have their own."""

LARGEST = 100_000
PATIENCE = 5.0
LONGEST = 8.0
"""Bytes of a file of a theme, and seconds to wait for a step of fetching it, and for all of it."""

NOT_A_DEVELOPER = (
    "theme: the editor is for developers: open the page on the machine that serves it, or set"
    " client.toolbarMode to developer"
)


class Sources(NamedTuple):
    """What a page may load for a theme, as a policy has it."""

    styles: str = ""
    fonts: str = ""


class Themes:
    """The theme of an app.

    Args:
        surroundings: Has the options, and is told what the theme is called.
        folder: That of the script.
    """

    def __init__(self, surroundings: Surroundings, folder: Path) -> None:
        self._surroundings, self._folder = surroundings, folder
        self._sheet: Sheet | None = None
        self._options: dict[str, Any] = {}
        self._base: Path | None = None
        self._fetched: dict[str, dict[str, Any]] = {}
        self.sources = Sources()
        self.use(surroundings.config.theme)

    @property
    def version(self) -> str:
        """What the style sheet is called; "" without one."""
        return self._sheet.version if self._sheet else ""

    @property
    def file(self) -> Path | None:
        """The file that the theme is based on, if it is one."""
        return self._base

    def use(self, theme: Mapping[str, Any], *, is_serving: bool = False) -> None:
        """Take other options.

        Args:
            theme: The options.
            is_serving: Whether visitors are there, who must not wait for another host.

        Raises:
            StreamlitInvalidThemeError: If a file that they are based on cannot be followed.
        """
        notes: list[str] = []
        if theme:
            notes = self._make(theme, is_serving=is_serving)
        else:
            self._options, self._sheet, self._base, self.sources = {}, None, None, Sources()
        self._surroundings.theme = self.version
        for note in notes:
            logger.warning("%s", note)

    def _make(self, theme: Mapping[str, Any], *, is_serving: bool) -> list[str]:
        """Make the style sheet of options; return what is to be said of it."""
        from ostinato.config.theme.contrast import failures  # noqa: PLC0415  (see above)
        from ostinato.config.theme.sheet import sheet_of  # noqa: PLC0415  (likewise)
        from ostinato.config.theme.values import in_one_form  # noqa: PLC0415  (likewise)

        own = in_one_form(theme)
        if own.get("theme.base") not in BASES:
            own.pop("theme.base", None)
        options = {**self._based_on(theme, is_serving=is_serving), **own}
        sheet = sheet_of(options, FROM_SHEET)
        self._options, self._sheet, self.sources = options, sheet, _sources(options, sheet)
        return [*self._notes(options), *(failures(sheet) if sheet else ())]

    def reload(self, settings: Settings) -> bool:
        """Take the options of a theme that files have now; whether they are others.

        Raises:
            ConfigError: If they cannot be.
            StreamlitInvalidThemeError: If a file that they are based on cannot be followed.
        """
        before = self.version
        self.use(settings.config.theme, is_serving=True)
        config = self._surroundings.config
        self._surroundings.config = msgspec.structs.replace(config, theme=settings.config.theme)
        return self.version != before

    def page(self, html: str) -> str:
        """Return the page with its theme."""
        sheet = self._sheet
        if sheet is None:
            return html
        address = f"./{ROUTE}/{self.version}"
        added = f'<link rel="stylesheet" href="{address}.css" data-theme-sheet>'
        if sheet.imports:
            added += f'<script type="module" async src="{address}.js"></script>'
        html = html.replace("</head>", f"{added}</head>", 1)
        if sheet.own:
            html = html.replace('content="light dark"', f'content="{sheet.own}"', 1)
        return html.replace("<html ", f'<html data-sheet="{self.version}" ', 1)

    def routes(self, base: str) -> list[Route]:
        """Return what answers for it, below a path."""
        return [
            Route(f"{base}/{ROUTE}", self.answer_editor),
            Route(f"{base}/{ROUTE}/{{name}}", self.answer),
        ]

    async def answer_editor(self, request: Request) -> Response:
        """Answer with what becomes of a theme that somebody tries."""
        headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        config = self._surroundings.config
        if not is_developer(request.scope, config):
            return PlainTextResponse(f"{NOT_A_DEVELOPER}\n", 403, headers)
        from ostinato.server.theme_editor import tried  # noqa: PLC0415  (see above)

        try:
            found = tried(config.theme, self._options, request.query_params.get("options", ""))
        except ValueError as error:
            return PlainTextResponse(f"{error}\n", 400, headers)
        return Response(msgspec.json.encode(found), 200, headers, "application/json")

    async def answer(self, request: Request) -> Response:
        """Answer with the style sheet, or with the script that asks for those of fonts."""
        name, _, kind = request.path_params["name"].rpartition(".")
        sheet = self._sheet
        if sheet is None or kind not in ("css", "js"):
            return PlainTextResponse("not found\n", 404, {"X-Content-Type-Options": "nosniff"})
        headers = {
            "Cache-Control": IMMUTABLE if name == self.version else "no-cache",
            "X-Content-Type-Options": "nosniff",
        }
        if kind == "js":
            return Response(_asking_for(sheet.imports), 200, headers, "text/javascript")
        # A page that is open already asks for all at once: it has been painted.
        imports = sheet.imports if "live" in request.query_params else ()
        rules = "".join(f'@import url("{each}");\n' for each in imports)
        body = (rules + sheet.css).encode()
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in encodings_in(request.headers.get("accept-encoding", "")):
            body = gzip.compress(body, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return Response(body, 200, headers, "text/css")

    def _based_on(self, theme: Mapping[str, Any], *, is_serving: bool) -> dict[str, Any]:
        """Return the options of the file that a theme is based on."""
        base = theme.get("theme.base", "")
        self._base = None
        if base in ("", *BASES):
            return {}
        if "://" in base:
            if base not in self._fetched and is_serving:
                logger.warning("theme.base: %s is asked for at the next start", base)
                return {}
            if base not in self._fetched:
                try:
                    self._fetched[base] = options_of(fetch(base), base)
                except OSError as error:
                    logger.warning(
                        "theme.base: %s cannot be reached (%s): left out until the next start",
                        base,
                        error,
                    )
                    return {}
            return self._fetched[base]
        self._base = (self._folder / base).resolve()
        if not self._base.is_file() and (found := Path.cwd() / base).is_file():
            self._base = found.resolve()
        try:
            text = self._base.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StreamlitInvalidThemeError(
                f"theme.base: must be light, dark, or a file of TOML that can be read, got {base!r}"
                f" ({error}): paths are seen from the folder of the script"
            ) from None
        return options_of(text, str(self._base))

    def _notes(self, theme: Mapping[str, Any]) -> list[str]:
        """Say which fonts will not be found."""
        found = []
        for face in theme.get("theme.fontFaces", ()):
            address = face["url"].lstrip("/")
            if "://" in address:
                continue
            said = f"theme.fontFaces: {face['family']!r} is not there, got url={face['url']!r}"
            path = address.removeprefix(f"{static_files.ROUTE}/")
            if path == address:
                found.append(f"{said}: put it in the folder static, and write app/static/...")
            elif not self._surroundings.config.server.enable_static_serving:
                found.append(f"{said}: set server.enableStaticServing = true")
            elif not (self._folder / static_files.FOLDER / path).is_file():
                found.append(f"{said}: there is no such file in the folder static")
        return found


class Following:
    """Has the theme of an app follow the files that it was read from.

    Args:
        themes: The theme.
        places: Where they are.
    """

    def __init__(self, themes: Themes, places: Places) -> None:
        self._themes, self._places = themes, places

    @property
    def files(self) -> set[Path]:
        """The files, whether they exist or not, in folders that do."""
        found = {path for path in self._places.files if path.parent.parent.is_dir()}
        return found if self._themes.file is None else {*found, self._themes.file}

    def reload(self) -> bool:
        """Read them again; whether the theme is another one. What is wrong is told to the log."""
        try:
            return self._themes.reload(self._places.load())
        except (ConfigError, StreamlitInvalidThemeError) as error:
            logger.error("%s: the theme stays as it was", error)
            return False


def options_of(text: str, origin: str) -> dict[str, Any]:
    """Return the options of a theme that a file has, checked.

    Raises:
        StreamlitInvalidThemeError: If it is none, or one of them cannot be.
    """
    from ostinato.config.theme.values import check_option  # noqa: PLC0415  (see above)

    known = theme_names()
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StreamlitInvalidThemeError(f"theme.base: {origin}: not valid TOML: {error}") from None
    section = tables.get("theme")
    if not isinstance(section, dict):
        raise StreamlitInvalidThemeSectionError(
            f"theme.base: {origin} must have a table [theme], got none: add it"
        )
    found: dict[str, Any] = {}
    for name, value in flat({"theme": section}):
        if name not in known:
            raise StreamlitInvalidThemeOptionError(
                f"{name}: unknown option, from {origin}{near(name, known)}"
            )
        try:
            found[name] = check_option(name, value, origin)
        except ConfigError as error:
            raise StreamlitInvalidThemeOptionError(str(error)) from None
    if found.get("theme.base", "light") not in BASES:
        raise StreamlitInvalidThemeOptionError(
            f"theme.base: must be light or dark in {origin}, got {found['theme.base']!r}: copy"
            " the options of that file into it"
        )
    return found


def fetch(address: str) -> str:
    """Return the text at an address.

    Raises:
        OSError: If it cannot be reached, or not in time.
    """
    from ostinato.server.within import within  # noqa: PLC0415  (few themes are elsewhere)

    return within(LONGEST, lambda: _fetched(address))


def _fetched(address: str) -> str:
    from http.client import HTTPException  # noqa: PLC0415  (few themes are elsewhere)
    from urllib.request import urlopen  # noqa: PLC0415  (likewise)

    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            raw: bytes = answer.read(LARGEST + 1)
            if urlsplit(answer.url).scheme != urlsplit(address).scheme:
                raise OSError(f"it leads to {answer.url}")
    except HTTPException as error:
        raise OSError(str(error)) from None
    if len(raw) > LARGEST:
        raise StreamlitInvalidThemeError(
            f"theme.base: a file must have at most {LARGEST:,} bytes, got more at {address}: leave"
            " out what is no theme"
        )
    return raw.decode("utf-8", "replace")


def _sources(theme: Mapping[str, Any], sheet: "Sheet | None") -> Sources:
    faces = [_origin(face["url"]) for face in theme.get("theme.fontFaces", ())]
    styles = [_origin(each) for each in (sheet.imports if sheet else ())]
    fonts = [*faces, *(FONT_HOSTS.get(each, each) for each in styles)]
    return Sources(_joined(styles), _joined(fonts))


def _joined(origins: list[str]) -> str:
    return "".join(f" {each}" for each in dict.fromkeys(origins) if each)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    fits = parts.scheme == "https" and not set(" ;,'\"\r\n") & set(parts.netloc)
    return f"https://{parts.netloc}" if fits and parts.netloc else ""


def _asking_for(addresses: tuple[str, ...]) -> str:
    return (
        f"for (const href of {json.dumps(addresses)})\n"
        '  document.head.append(Object.assign(document.createElement("link"),'
        ' { rel: "stylesheet", href }));\n'
    )
