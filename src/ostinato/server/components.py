"""Components: the files of components, over HTTP, each folder at its own address."""

import re
from collections.abc import Callable, Sequence

from starlette.types import Receive, Scope, Send

from ostinato.config import Config
from ostinato.run.component_folders import INDEX, find_folder
from ostinato.run.filing import Filing
from ostinato.server import frame
from ostinato.server.file_answer import IMMUTABLE, is_refused, name_in, refuse
from ostinato.server.static_files import serve

POLICY = (
    "default-src 'self' data: blob: http: https: ws: wss: 'unsafe-inline' 'unsafe-eval'; "
    "object-src 'none'; base-uri 'self'; form-action 'self' http: https:"
)
"""What the page of a component may do: whatever other people have built it of."""

_ADDRESS = re.compile(r"[^/]+/([0-9a-f]{32})(?:/(.*))?", re.DOTALL)
_HASHED = re.compile(r"[.-][0-9a-f]{8,40}\.[^/]+$")
"""Names that tell what is in the file: a build tool has given them."""


class Components:
    """An ASGI application that serves the folders of components.

    An address has the name of the component, which nobody reads, and the id of what leads to the
    folder (see `run/component_folders.py`).

    Args:
        filing: Returns where files of the app are.
        ancestors: Who may show the app's pages in a frame, and so these.
        is_isolated: Whether their pages have an origin of their own, wherever they are shown.
    """

    def __init__(
        self, filing: Callable[[], Filing], ancestors: Sequence[str], *, is_isolated: bool = False
    ) -> None:
        self._filing = filing
        apart = f"; {frame.SANDBOX}" if is_isolated else ""
        self._policy = f"{POLICY}{apart}{frame.within_ours(ancestors)}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if await is_refused(scope, send):
            return
        found = _ADDRESS.fullmatch(name_in(scope))
        filing = self._filing()
        folder = None if found is None else await filing.call(find_folder, filing, found[1])
        if found is None or folder is None:
            await refuse(send, scope, 404, "not found: no component has this address")
            return
        name = found[2] or INDEX
        headers = {
            "content-security-policy": self._policy,
            # A frame without an origin asks as if from elsewhere, for modules and fonts.
            "access-control-allow-origin": "*",
            "cache-control": IMMUTABLE if _HASHED.search(name) else "no-cache",
            "referrer-policy": "same-origin",
        }
        await serve(filing, folder, name, headers, scope, receive, send)


def of(config: Config, filing: Callable[[], Filing]) -> Components:
    """Return what serves them as an app's configuration says."""
    is_isolated = config.client.isolated_components
    return Components(filing, config.server.frame_ancestors, is_isolated=is_isolated)
