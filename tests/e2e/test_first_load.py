"""What a first visit costs."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

import ostinato
from e2e import tutorial
from e2e.page import Serve, Visit, shows

STATIC = Path(ostinato.__file__).parent / "static"
REQUESTS = 6
BYTES = 110 * 1024


def test_a_first_load_is_small(serve: Serve, visit: Visit) -> None:
    requests: list[Request] = []

    def listen(page: Page) -> None:
        page.on("request", lambda request: requests.append(request))

    page = visit(serve(tutorial.SCRIPTS["counter"]).url, before=listen)
    shows(page, "Count = 0")
    page.wait_for_load_state("networkidle")
    fetched = [each for each in requests if each.url.startswith("http")]
    assert len(fetched) <= REQUESTS, [each.url for each in fetched]
    assert sum(map(zipped, fetched)) <= BYTES
    for each in fetched:
        response = each.response()
        assert response
        assert response.headers["content-encoding"] == "br", each.url


def zipped(request: Request) -> int:
    """Return the size of what was asked for, as gzip packs it."""
    name = urlsplit(request.url).path.lstrip("/") or "index.html"
    return (STATIC / f"{name}.gz").stat().st_size
