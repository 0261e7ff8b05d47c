"""An app below a path: of a FastAPI application, or of its own server."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e import tutorial
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

MAIN = """
import ostinato
from fastapi import FastAPI

app = FastAPI()
app.mount("/dashboard", ostinato.App("counter.py"))
app.mount("/names", ostinato.App("names.py"))


@app.get("/api")
def api():
    return {"ready": True}
"""


@pytest.fixture(scope="module")
def fastapi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("mounted")
    Path(folder, "main.py").write_text(MAIN)
    Path(folder, "counter.py").write_text(tutorial.SCRIPTS["counter"])
    Path(folder, "names.py").write_text(tutorial.SCRIPTS["name"])
    uvicorn = [sys.executable, "-m", "uvicorn", "main:app", "--port", "{port}"]
    server = Server(uvicorn, folder).start()
    yield server
    server.stop()


@pytest.mark.parametrize("path", ["/dashboard", "/dashboard/"])
def test_an_app_mounted_in_fastapi_counts(fastapi: Server, visit: Visit, path: str) -> None:
    page = visit(fastapi.url + path)
    counts(page)
    page.reload()
    shows(page, "Count = 2")


def test_two_apps_mounted_in_fastapi_do_not_meet(fastapi: Server, visit: Visit) -> None:
    page = visit(fastapi.url + "/dashboard")
    counts(page)
    page.goto(fastapi.url + "/names")
    settled(page)
    page.get_by_label("Enter your name:").fill("Ada")
    page.keyboard.press("Enter")
    shows(page, "Hello, Ada")
    page.goto(fastapi.url + "/dashboard")
    shows(page, "Count = 2")
    assert page.request.get(fastapi.url + "/api").json() == {"ready": True}
    assert page.request.get(fastapi.url + "/dashboard/_stcore/health").ok


@pytest.mark.parametrize("path", ["/tools/counter", "/tools/counter/"])
def test_an_app_is_served_below_its_base_path(serve: Serve, visit: Visit, path: str) -> None:
    server = serve(tutorial.SCRIPTS["counter"], "--server.baseUrlPath", "tools/counter")
    assert server.path == "/tools/counter"
    page = visit(f"http://localhost:{server.port}{path}")
    counts(page)
    assert page.request.get(f"http://localhost:{server.port}/").status == 404
    assert page.request.get(server.url + "/_stcore/health").ok


def counts(page: Page) -> None:
    button = page.get_by_role("button", name="Increment")
    button.click()
    button.click()
    shows(page, "Count = 2")
