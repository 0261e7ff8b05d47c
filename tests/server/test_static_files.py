"""Static files: what is in the folder, and nothing else."""

import os
from pathlib import Path

import httpx
import pytest

from ostinato.config import Config
from ostinato.config.options import Server
from server.conftest import Serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.png", "a.html", "a.txt", "a.weird", "noext", ".hidden", "sub/ä b.json"):
        (folder / name).write_text(name)
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text("secret")
    (folder / "inner.png").symlink_to("a.png")
    (folder / "out.txt").symlink_to(tmp_path / "my_app.py")
    (folder / "up").symlink_to(tmp_path)
    (folder / "circle.txt").symlink_to("circle.txt")
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.fixture
def ask(serve: Serve, folder: Path):
    """Return what asks a server for a path below `app/static/`."""
    config = Config(server=Server(enable_static_serving=True))
    where = serve("st.text(1)", config=config)

    def ask(name: str, method: str = "GET", **headers: str) -> httpx.Response:
        url = httpx.URL(f"http://{where}", raw_path=f"/app/static/{name}".encode())
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.request(method, url, headers=fields)

    return ask


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("a.png", "image/png"),
        ("a.html", "text/html; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.weird", "application/octet-stream"),
        ("noext", "application/octet-stream"),
        ("inner.png", "image/png"),
        ("sub/%C3%A4%20b.json", "application/json"),
    ],
)
def test_b07_a_file_is_served_as_what_its_name_says(ask, name: str, type: str):
    answer = ask(name)
    assert (answer.status_code, answer.headers["content-type"]) == (200, type)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "none.png",
        "sub",
        "sub/",
        ".hidden",
        ".git/config",
        "out.txt",
        "up/my_app.py",
        "pipe.txt",
        "circle.txt",
        "../my_app.py",
        "sub/../../my_app.py",
        "%2e%2e/my_app.py",
        "..%2fmy_app.py",
        "//etc/passwd",
        "a.png%00.txt",
        "a" * 5000,
    ],
)
def test_b07_nothing_else_is_served(ask, name: str):
    assert ask(name).status_code == 404


def test_b07_parts_and_what_is_known(ask, folder: Path):
    whole = ask("a.png")
    tag = whole.headers["etag"]
    assert ask("a.png", range="bytes=1-2").content == b".p"
    assert ask("a.png", if_none_match=tag).status_code == 304
    assert ask("a.png", "HEAD").content == b""
    (folder / "a.png").write_text("changed")
    answer = ask("a.png", if_none_match=tag)
    assert (answer.status_code, answer.text) == (200, "changed")


def test_b07_without_the_option_there_is_nothing(serve: Serve, folder: Path):
    where = serve("st.text(1)")
    assert httpx.get(f"http://{where}/app/static/a.png").status_code == 404
