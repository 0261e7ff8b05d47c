"""The ASGI application: served alone, below a path, and inside another application."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp

import ostinato
from ostinato.errors import NotAvailable, ScriptNotFound
from server.conftest import served
from server.sockets import HELLO, dial, read
from server.test_socket import SCRIPT, config

Serve = Callable[..., str]


def test_health(serve: Serve) -> None:
    answer = httpx.get(f"http://{serve(SCRIPT)}/_stcore/health")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_it_lives_below_a_base_path(serve: Serve) -> None:
    host = serve(SCRIPT, config=config(base_url_path="/tools/app/"))
    assert httpx.get(f"http://{host}/tools/app/_stcore/health").text == "ok"
    assert httpx.get(f"http://{host}/_stcore/health").status_code == 404
    with dial(host, "/tools/app/_stcore/stream") as socket:
        socket.send(HELLO)
        assert read(socket, "welcome")


def test_it_mounts_in_fastapi_where_no_lifespan_reaches_it(serve: Serve) -> None:
    def mounted(app: ASGIApp) -> FastAPI:
        outer = FastAPI()
        outer.mount("/dashboard", app)
        return outer

    host = serve(SCRIPT, around=mounted)
    assert httpx.get(f"http://{host}/dashboard/_stcore/health").text == "ok"
    for _ in range(2):
        with dial(host, "/dashboard/_stcore/stream") as socket:
            socket.send(HELLO)
            assert read(socket, "edits")


def test_the_script_finds_its_arguments_and_its_neighbours(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "neighbour_of_my_app.py").write_text("NAME = 'neighbour'")
    host = serve("import sys, neighbour_of_my_app as n\nst.text(f'{sys.argv[1:]} {n.NAME}')\n")
    with dial(host) as socket:
        socket.send(HELLO)
        (put,) = read(socket, "edits")[1]
        assert put[4]["body"] == "['one', 'two'] neighbour"


def test_routes_and_lifespan_are_those_of_starlette(write_script: Callable[[str], Path]) -> None:
    happened: list[str] = []

    @asynccontextmanager
    async def lifespan(app: object) -> AsyncIterator[None]:
        happened.append("up")
        yield
        happened.append("down")

    async def extra(request: Request) -> PlainTextResponse:
        return PlainTextResponse("extra")

    app = ostinato.App(write_script(SCRIPT), lifespan=lifespan, routes=[Route("/extra", extra)])
    with served(app) as host:
        assert httpx.get(f"http://{host}/extra").text == "extra"
        assert happened == ["up"]
    assert happened == ["up", "down"]


def test_a_missing_script_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ScriptNotFound, match=r"App: the script is not there, got .*nope\.py"):
        ostinato.App(tmp_path / "nope.py")


@pytest.mark.parametrize("name", ["on_script_error"])
def test_what_is_not_there_yet_is_said_by_name(tmp_path: Path, name: str) -> None:
    script = tmp_path / "app.py"
    script.write_text("")
    options: dict[str, Any] = {name: {}}
    with pytest.raises(NotAvailable, match=f"App: {name} is not available yet"):
        ostinato.App(script, **options)
