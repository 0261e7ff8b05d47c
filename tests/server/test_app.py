"""The ASGI application: served alone, below a path, and inside another application."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

import ostinato
from ostinato.errors import ScriptNotFound
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Hello
from server.conftest import served
from server.sockets import HELLO, dial, heard, read, read_run
from server.test_socket import SCRIPT, config

Serve = Callable[..., str]


async def tell(request: Request) -> PlainTextResponse:
    return PlainTextResponse("told")


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


@pytest.mark.parametrize(
    ("arguments", "kind", "problem"),
    [
        ({"lifespan": 3}, TypeError, "App: lifespan must be a function, got 3"),
        ({"on_script_error": "x"}, TypeError, "App: on_script_error must be a function, got 'x'"),
        ({"routes": 3}, TypeError, "App: routes must be a list, got 3: write"),
        ({"routes": [tell]}, TypeError, "App: each of routes must be a BaseRoute of Starlette"),
        ({"middleware": [tell]}, TypeError, "App: each of middleware must be a Middleware of"),
        (
            {"exception_handlers": [1]},
            TypeError,
            r"App: exception_handlers must be a dict, got \[1",
        ),
        ({"exception_handlers": {200: tell}}, TypeError, "statuses from 400 on, got 200"),
        ({"exception_handlers": {404: 4}}, TypeError, "the handler of 404 must be a function, got"),
        ({"routes": [Route("/_stcore/x", tell)]}, ValueError, "must not begin with /_stcore/ or"),
        ({"routes": [Route("/media", tell)]}, ValueError, "got '/media': take another, such as"),
    ],
)
def test_x05_what_an_app_cannot_be_made_with_is_said_at_once(
    write_script: Callable[[str], Path],
    arguments: dict[str, Any],
    kind: type[Exception],
    problem: str,
) -> None:
    with pytest.raises(kind, match=problem):
        ostinato.App(write_script(""), **arguments)


@pytest.mark.parametrize("base", ["", "tools"])
@pytest.mark.parametrize(
    ("path", "use"),
    [
        ("/ready", "probes"),
        ("/metrics", "probes"),
        ("/auth/login", "logging in"),
        ("/auth/logout", "logging in"),
        ("/oauth2callback", "logging in"),
        ("/{any}", "probes"),
    ],
)
def test_x05_a_route_cannot_take_a_path_of_ours_that_is_in_use(
    write_script: Callable[[str], Path], path: str, use: str, base: str
) -> None:
    below = f"/{base}" if base else ""
    options = config(metrics=True, base_url_path=base)
    given: dict[str, Any] = {"secrets": {"auth": {}}, "config": options}
    with pytest.raises(
        ValueError, match=f"App: a route must not take {below}/.* is for {use}, got"
    ):
        ostinato.App(write_script(""), routes=[Route(f"{below}{path}", tell)], **given)


def test_x05_a_mount_cannot_take_the_paths_of_login_that_a_file_of_secrets_is_for(
    write_script: Callable[[str], Path],
) -> None:
    path = write_script("")
    mount = Mount("/auth", routes=[Route("/login", tell)])
    ostinato.App(path, routes=[mount])
    (path.parent / ".streamlit").mkdir()
    (path.parent / ".streamlit/secrets.toml").write_text('name = "x"\n[auth]\n')
    before = dict(os.environ)
    with pytest.raises(ValueError, match="must not take /auth/login, which is for logging in"):
        ostinato.App(path, routes=[mount])
    assert dict(os.environ) == before


def test_x05_a_route_can_have_a_path_that_is_not_in_use(
    write_script: Callable[[str], Path],
) -> None:
    paths = ["/metrics", "/oauth2callback", "/auth/login"]
    posted = Route("/ready", tell, methods=["POST"])
    app = ostinato.App(write_script(""), routes=[posted, *(Route(path, tell) for path in paths)])
    assert app.script_path


def test_x05_what_the_lifespan_yields_is_state_of_app_and_requests(
    write_script: Callable[[str], Path],
) -> None:
    seen: list[object] = []

    @asynccontextmanager
    async def lifespan(app: ostinato.App) -> AsyncIterator[dict[str, Any]]:
        seen.extend([app, app.state, app.script_path])
        yield {"model": "loaded"}

    async def ask(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{app.state['model']} {request.state.model}")

    path = write_script(SCRIPT)
    app = ostinato.App(path, lifespan=lifespan, routes=[Route("/ask", ask)])
    with served(app) as host:
        assert httpx.get(f"http://{host}/ask").text == "loaded loaded"
    assert seen == [app, {}, path]
    assert app.state == {}


def test_x05_another_application_lends_it_its_lifespan(write_script: Callable[[str], Path]) -> None:
    happened: list[str] = []

    @asynccontextmanager
    async def lifespan(app: object) -> AsyncIterator[None]:
        happened.append("up")
        yield
        happened.append("down")

    app = ostinato.App(write_script(SCRIPT), lifespan=lifespan)
    outer = FastAPI(lifespan=app.lifespan())
    outer.mount("/dashboard", app)
    with served(outer) as host:
        assert httpx.get(f"http://{host}/dashboard/_stcore/health").text == "ok"
        assert happened == ["up"]
        with dial(host, "/dashboard/_stcore/stream") as socket:
            socket.send(HELLO)
            assert read(socket, "edits")
    assert happened == ["up", "down"]


def test_x05_middleware_and_handlers_of_errors_are_those_of_starlette(
    write_script: Callable[[str], Path],
) -> None:
    class Named:
        def __init__(self, app: ASGIApp) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            async def named(message: Any) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message["headers"], (b"x-named", b"yes")]
                await send(message)

            await self.app(scope, receive, named)

    async def fail(request: Request) -> PlainTextResponse:
        raise KeyError("inside")

    async def handle(request: Request, error: Exception) -> PlainTextResponse:
        return PlainTextResponse(f"handled {error}", 418)

    app = ostinato.App(
        write_script(SCRIPT),
        routes=[Route("/fail", fail)],
        middleware=[Middleware(Named)],
        exception_handlers={KeyError: handle},
    )
    with served(app) as host:
        answer = httpx.get(f"http://{host}/fail")
        assert (answer.status_code, answer.text) == (418, "handled 'inside'")
        assert httpx.get(f"http://{host}/").headers["x-named"] == "yes"
        with dial(host) as socket:
            socket.send(HELLO)
            assert read(socket, "edits")


FAILING = """
def broken():
    raise ValueError("in a callback")
st.button("Go", key="go", on_click=broken)
st.text("above")
if "fail" in st.query_params:
    raise KeyError("in the script")
"""


def drawn(host: str, query: str = "") -> list[str]:
    """Return what a page shows, each by its kind and its text."""
    with dial(host) as socket:
        socket.send(encode(Hello(PROTOCOL, None, 0, 1, query=query, is_new=bool(query))))
        shown: list[str] = []
        tags: list[str] = []
        while "run_ended" not in tags:
            messages = heard(socket)[1]
            tags = [message[0] for message in messages]
            edits = [edit for message in messages if message[0] == "edits" for edit in message[1]]
            props = [edit[4] for edit in edits if edit[0] == "insert"]
            shown += [f"{each['kind']} {each.get('body', '')}".strip() for each in props]
    return shown


def test_x05_an_app_is_told_of_what_ends_its_script_and_may_show_it_itself(
    write_script: Callable[[str], Path],
) -> None:
    told: list[Exception] = []

    def note(error: Exception) -> bool | None:
        told.append(error)
        ostinato.text(f"instead of a {type(error).__name__}")
        return True

    with served(ostinato.App(write_script(FAILING), on_script_error=note)) as host:
        assert drawn(host) == ["button", "text above"]
        assert told == []
        assert drawn(host, "fail=1") == ["button", "text above", "text instead of a KeyError"]
        with dial(host) as socket:
            socket.send(HELLO)
            button = next(each[1] for each in read_run(socket) if "Go" in str(each))
            socket.send(encode(Event(1, {}, button)))
            assert "instead of a ValueError" in str(read_run(socket))
    assert [str(error) for error in told] == ["'in the script'", "in a callback"]


@pytest.mark.parametrize(
    ("call", "shown", "logged"),
    [
        ("return None", ["exception"], ""),
        ("return 1", ["exception"], ""),
        ("st.stop()", [], ""),
        ("st.rerun()", ["exception"], "on_script_error must not fail itself, and did"),
        ("raise OSError('twice')", ["exception"], "OSError: twice"),
    ],
)
def test_x05_whatever_becomes_of_being_told_the_page_is_shown(
    write_script: Callable[[str], Path],
    call: str,
    shown: list[str],
    logged: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    names: dict[str, Any] = {"st": ostinato}
    exec(f"def note(error):\n    {call}", names)
    script = write_script("st.text('above')\nraise KeyError('in the script')\n")
    with served(ostinato.App(script, on_script_error=names["note"])) as host:
        assert drawn(host) == ["text above", *shown]
    assert "KeyError: 'in the script'" in caplog.text
    assert logged in caplog.text


def test_x05_an_app_is_not_told_of_ends_and_of_what_cannot_run(
    write_script: Callable[[str], Path],
) -> None:
    told: list[Exception] = []
    path = write_script("")
    with served(ostinato.App(path, on_script_error=told.append)) as host:
        for source in ("st.stop()", "raise SystemExit", "raise KeyboardInterrupt", "a b"):
            path.write_text(f"import streamlit as st\nst.text('x')\n{source}\n")
            drawn(host)
    assert told == []
