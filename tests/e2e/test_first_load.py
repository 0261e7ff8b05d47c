"""What a first visit costs. The limits stand in `benchmarks/limits.toml`."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

import ostinato
from benchmarks.table import limit
from e2e import tutorial
from e2e.page import Serve, Visit, shows

STATIC = Path(ostinato.__file__).parent / "static"


def test_a_first_load_is_small(serve: Serve, visit: Visit) -> None:
    requests: list[Request] = []

    def listen(page: Page) -> None:
        page.on("request", lambda request: requests.append(request))

    page = visit(serve(tutorial.SCRIPTS["counter"]).url, before=listen)
    shows(page, "Count = 0")
    page.wait_for_load_state("networkidle")
    fetched = [each for each in requests if each.url.startswith("http")]
    assert len(fetched) <= at_most("requests"), [each.url for each in fetched]
    # Nothing waits for the font, which does not pack.
    packed = [each for each in fetched if each.resource_type != "font"]
    assert sum(map(zipped, packed)) <= 1024 * at_most("gzip_kib")
    for each in packed:
        response = each.response()
        assert response
        assert response.headers["content-encoding"] == "br", each.url


def zipped(request: Request) -> int:
    """Return the size of what was asked for, as gzip packs it."""
    name = urlsplit(request.url).path.lstrip("/") or "index.html"
    return (STATIC / f"{name}.gz").stat().st_size


def at_most(figure: str) -> float:
    bound = limit(f"first_load.{figure}").at_most
    assert bound is not None
    return bound
