"""Assets: the built client over HTTP, compressed ahead, cached for good."""

import base64
import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from ostinato.config.checks import KEYWORDS
from ostinato.server import frame
from ostinato.server.cookie import browser_of, new_cookie
from ostinato.server.file_answer import IMMUTABLE, encodings_in, is_known
from ostinato.server.themes import Themes

REVALIDATE = "no-cache"

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Content encodings and how their files end, best first."""

AT_ONCE = 1 << 16
"""Bytes that are unpacked at a time, for who takes no encoding."""

_GZIP = 16 + zlib.MAX_WBITS

# Not from the `mimetypes` module: what that one answers depends on the machine.
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}

WORKER_POLICIES = {
    "graphviz_worker.js": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
}
"""Workers that may do what the page may not, such as run WebAssembly, and nothing else."""

OWN_FILES = ("icons.json.gz", "icon_names.txt", "third_party.json")
"""What the build has for the server, or for whoever makes a release, only."""

NOT_BUILT = b"""<!doctype html><html lang="en"><title>Client not built</title>
<h1>The client is not built</h1>
<p>This is a source checkout without the files of the page. Run <code>make setup</code>,
then load this page again.</p></html>
"""

_ICON = re.compile(r"_stcore/icons/([a-z0-9_]+)\.svg")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Response(NamedTuple):
    """What goes back for one request, short of what depends on its method."""

    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str] = {}
    is_page: bool = False
    is_packed: bool = False
    """Whether the body is packed, and goes back unpacked."""

    @property
    def length(self) -> int:
        """How many bytes go back; what is packed ends with that."""
        return int.from_bytes(self.body[-4:], "little") if self.is_packed else len(self.body)


class _ThemedPage(NamedTuple):
    made_of: tuple[int | None, str]
    plain: bytes
    packed: bytes
    tag: str


class Assets:
    """An ASGI application that serves the built client; it works below any mount path."""

    def __init__(
        self,
        folder: Path,
        ancestors: Sequence[str] = ("*",),
        others: Sequence[str] = (),
        themes: Themes | None = None,
    ) -> None:
        """Serve the files in `folder`, which the pages of `ancestors` may show in a frame.

        What they load with a script may come from `others`, too, and `themes` has the theme of it.
        """
        self._themes = themes
        self._themed_page: _ThemedPage | None = None
        self._folder = folder
        self._others = others
        self._frames = _frames(ancestors)
        self._frame_policy = frame.policy(ancestors)
        self._site = _Site(folder, others)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
            return
        response = self._respond(scope)
        headers = {
            "content-type": response.content_type,
            "content-length": str(response.length),
            "content-security-policy": self._policy() + self._frames,
            "referrer-policy": "same-origin",
            "x-content-type-options": "nosniff",
            **response.headers,
        }
        if response.is_page and not browser_of(Headers(scope=scope)):
            headers["set-cookie"] = new_cookie(scope)
        if response.status == 304:
            del headers["content-type"], headers["content-length"]
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": response.status, "headers": raw})
        body = b"" if scope["method"] == "HEAD" else response.body
        if response.is_packed and body:
            for part in _unpacked(body):
                await send({"type": "http.response.body", "body": part, "more_body": True})
            body = b""
        await send({"type": "http.response.body", "body": body})

    def _respond(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return _words(405, "method not allowed", {"allow": "GET, HEAD"})
        name = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        if icon := _ICON.fullmatch(name):
            return self._site.icon(icon[1])
        if name == frame.NAME:
            extra = {"content-security-policy": self._frame_policy, "cache-control": REVALIDATE}
            return Response(200, CONTENT_TYPES[".html"], frame.PAGE, extra)
        if not self._site.has(name) and _is_page(name, Headers(scope=scope)):
            if "/" in name:
                return _to_first_part(name, scope["query_string"].decode("latin-1"))
            return self._page(scope)
        if name == "index.html":
            return self._page(scope)
        return self._site.file(name, Headers(scope=scope))

    def _page(self, scope: Scope) -> Response:
        """Answer with the page, whichever it is of the app."""
        # A client rebuilt while the server runs has other files.
        if self._site.stamp != _stamp(self._folder):
            self._site = _Site(self._folder, self._others)
        if self._site.stamp is None:
            return Response(503, CONTENT_TYPES[".html"], NOT_BUILT)
        if self._themes is None or not self._themes.version:
            return self._site.file("index.html", Headers(scope=scope))._replace(is_page=True)
        return self._themed(self._themes, Headers(scope=scope))._replace(is_page=True)

    def _themed(self, themes: Themes, headers: Headers) -> Response:
        """Answer with the page in its theme, which is put in when it is another one."""
        made_of = (self._site.stamp, themes.version)
        if self._themed_page is None or self._themed_page.made_of != made_of:
            body = themes.page(_text(self._folder / "index.html")).encode()
            packed = gzip.compress(body, mtime=0)
            self._themed_page = _ThemedPage(made_of, body, packed, _tag(body))
        _, plain, packed, tag = self._themed_page
        extra = {"cache-control": REVALIDATE, "etag": tag, "vary": "accept-encoding"}
        if is_known(tag, headers.get("if-none-match", "")):
            return Response(304, "", b"", extra)
        if "gzip" not in encodings_in(headers.get("accept-encoding", "")):
            return Response(200, CONTENT_TYPES[".html"], plain, extra)
        extra["content-encoding"] = "gzip"
        return Response(200, CONTENT_TYPES[".html"], packed, extra)

    def _policy(self) -> str:
        policy = self._site.policy
        if self._themes is None or not any(self._themes.sources):
            return policy
        styles, fonts = self._themes.sources
        for name, more in (("style-src", styles), ("font-src", fonts)):
            policy = policy.replace(f"{name} 'self'", f"{name} 'self'{more}", 1)
        return policy


class _File(NamedTuple):
    content_type: str
    caching: str
    paths: dict[str, Path]
    policy: str | None


class _Site:
    """The files of one build. Only names found in the folder are ever opened."""

    def __init__(self, folder: Path, others: Sequence[str]) -> None:
        self.stamp = _stamp(folder)
        self.policy = _policy(_text(folder / "index.html"), others)
        self._icons_path = folder / "icons.json.gz"
        self._files = dict(_list(folder))
        self._bodies: dict[Path, tuple[bytes, str]] = {}

    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""
        return name in self._files

    def file(self, name: str, headers: Headers) -> Response:
        """Answer with a file, in the best encoding that the browser takes."""
        file = self._files.get(name)
        if file is None:
            return _words(404, "not found")
        taken = encodings_in(headers.get("accept-encoding", ""))
        encoding = next((each for each in file.paths if each in taken), "")
        is_packed = encoding not in file.paths
        body, tag = self._read(file.paths["gzip" if is_packed else encoding])
        if is_packed:
            tag = f'{tag[:-1]}-unpacked"'
        extra = {"cache-control": file.caching, "etag": tag}
        if file.policy is not None:
            extra["content-security-policy"] = file.policy
        if file.paths.keys() != {""}:
            extra["vary"] = "accept-encoding"
        if is_known(tag, headers.get("if-none-match", "")):
            return Response(304, "", b"", extra)
        if encoding:
            extra["content-encoding"] = encoding
        return Response(200, file.content_type, body, extra, is_packed=is_packed)

    def icon(self, name: str) -> Response:
        """Answer with one icon as a picture."""
        path = self._icons.get(name)
        if path is None:
            return _words(404, "no such icon")
        picture = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -960 960 960">'
            f'<path d="{path}"/></svg>'
        )
        caching = {"cache-control": IMMUTABLE}
        return Response(200, CONTENT_TYPES[".svg"], picture.encode(), caching)

    @cached_property
    def _icons(self) -> dict[str, str]:
        if not self._icons_path.is_file():
            return {}
        return msgspec.json.decode(
            gzip.decompress(self._icons_path.read_bytes()), type=dict[str, str]
        )

    def _read(self, path: Path) -> tuple[bytes, str]:
        if path not in self._bodies:
            body = path.read_bytes()
            self._bodies[path] = (body, _tag(body))
        return self._bodies[path]


def _tag(body: bytes) -> str:
    return f'"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'


def _is_page(name: str, headers: Headers) -> bool:
    """Return whether a path may be that of a page: the app says itself which there are.

    What looks like a file is one, unless somebody wants a page to look at.
    """
    if name.partition("/")[0] in ("_stcore", "assets"):
        return False
    return not set("./") & set(name) or "text/html" in headers.get("accept", "")


def _to_first_part(name: str, query: str) -> Response:
    """Send a browser on from a path of several parts: that of a page has one, without slashes.

    Relative, as nobody here knows under which path a proxy serves the app.
    """
    ups = "../" * name.count("/")
    word = quote(name.strip("/").replace("/", "~"), safe="")
    return _words(307, "see there", {"location": f"{ups}{word}{query and '?'}{query}"})


def _list(folder: Path) -> Iterable[tuple[str, _File]]:
    paths = {path for path in folder.rglob("*") if path.is_file()}
    packed = {path.with_suffix("") for path in paths if path.suffix == ENCODINGS["gzip"]}
    for path in paths | packed:
        name = path.relative_to(folder).as_posix()
        if path.suffix in ENCODINGS.values() or {name, f"{name}.gz"} & set(OWN_FILES):
            continue
        forms = {key: path.with_name(path.name + end) for key, end in ENCODINGS.items()}
        yield (
            name,
            _File(
                CONTENT_TYPES.get(path.suffix, "application/octet-stream"),
                IMMUTABLE if name.startswith("assets/") else REVALIDATE,
                {key: each for key, each in {**forms, "": path}.items() if each in paths},
                WORKER_POLICIES.get(path.name) if name.startswith("assets/") else None,
            ),
        )


def _unpacked(body: bytes) -> Iterator[bytes]:
    """Yield what is packed, bit by bit: nobody is to make the server hold all of it."""
    unpacking = zlib.decompressobj(_GZIP)
    while part := unpacking.decompress(body, AT_ONCE):
        yield part
        body = unpacking.unconsumed_tail


def _stamp(folder: Path) -> int | None:
    try:
        return (folder / "index.html").stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _policy(page: str, others: Sequence[str]) -> str:
    digests = [hashlib.sha256(each.encode()).digest() for each in _INLINE_SCRIPT.findall(page)]
    connected = " ".join(["'self'", *others])
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self' blob:{hashes}; style-src 'self'; "
        f"connect-src {connected}; frame-src 'self' data: http: https:; "
        "img-src 'self' data: blob: http: https:; media-src 'self' data: blob: http: https:; "
        "font-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )


def _frames(ancestors: Sequence[str]) -> str:
    """Return the part of the policy that says who may show the page in a frame."""
    names = [each.strip("'") for each in ancestors]
    # Not as `*`, which leaves out whatever is no web page: an editor that shows the app, say.
    if "*" in names:
        return ""
    quoted = (f"'{name}'" if name in KEYWORDS else name for name in names)
    return f"; frame-ancestors {' '.join(quoted)}"


def _words(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(status, CONTENT_TYPES[".txt"], f"{text}\n".encode(), headers or {})
