"""The files of `examples/deploy`: they are what they say, and the proxy's is the one that runs."""

import configparser
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
import yaml

from e2e.server import Server
from ostinato.cli import main, split_flags
from ostinato.config import Config, load
from ostinato.server.serve import END
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.sockets import HELLO, dial, read_run
from services import NGINX_CONFIG, Nginx

DEPLOY = NGINX_CONFIG.parent
LONGEST_END = Config().server.drain_timeout + END
SCRIPT = """
import os
import streamlit as st

if st.button("Go"):
    st.text("gone")
st.text(os.getpid())
"""


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    (tmp_path / "app.py").write_text(SCRIPT)
    with ExitStack() as stack:
        servers = [Server.of(tmp_path / "app.py") for _ in range(2)]
        for server in servers:
            stack.callback(server.kill)
            server.start()
        yield servers


@pytest.fixture
def nginx(tmp_path: Path, servers: list[Server]) -> Iterator[Nginx]:
    nginx = Nginx(tmp_path, [server.port for server in servers])
    try:
        yield nginx.start()
    finally:
        nginx.stop()


def test_connections_through_nginx_go_to_any_server(nginx: Nginx, servers: list[Server]) -> None:
    found: set[int] = set()
    while found != {server.pid for server in servers}:
        with dial(f"127.0.0.1:{nginx.port}", origin=nginx.url) as tab:
            tab.send(HELLO)
            ((_, button, *_), (*_, text, _)) = read_run(tab)
            found.add(int(text["body"]))
            tab.send(encode(Event(1, {}, button)))
            assert read_run(tab)[0][4]["body"] == "gone"


def test_nginx_asks_another_server_when_one_is_gone(nginx: Nginx, servers: list[Server]) -> None:
    servers[0].stop()
    for _ in range(20):
        assert httpx.get(f"{nginx.url}/_stcore/health").text == "ok"


def test_figures_are_not_for_everybody(nginx: Nginx) -> None:
    assert httpx.get(f"{nginx.url}/metrics").status_code == 404


def test_compose_runs_servers_that_nginx_knows_and_configures_them() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    apps = {name for name, service in services.items() if "build" in service}
    assert {f"{name}:8080" for name in apps} == set(
        re.findall(r"server (\S+:\d+)", NGINX_CONFIG.read_text())
    )
    for service in (services[name] for name in apps):
        settings = load(environment=service["environment"])
        assert settings.config.session.store == "redis://redis:6379/0"
        assert (DEPLOY / service["build"]["context"] / service["command"][0]).is_file()
        assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
        assert int(service["stop_grace_period"].removesuffix("s")) > LONGEST_END


def test_the_container_listens_where_the_others_expect_it() -> None:
    words = re.search(r"^ENTRYPOINT (\[.*\])$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    assert words
    _, command, *flags = yaml.safe_load(words[1])
    assert command in main.commands
    given, rest = split_flags(flags)
    assert rest == []
    assert load(flags=given).config.server.port == 8080


def test_kubernetes_asks_what_is_there_and_waits_long_enough() -> None:
    documents = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))
    kinds = {(each["kind"], each["metadata"]["name"]): each["spec"] for each in documents}
    pod = kinds["Deployment", "ostinato"]["template"]["spec"]
    (app,) = pod["containers"]
    settings = load(environment={each["name"]: each.get("value", "x") for each in app["env"]})
    assert settings.config.server.metrics
    host = settings.config.session.store.split("/")[2].split(":")[0]
    assert ("Service", host) in kinds
    assert app["readinessProbe"]["httpGet"]["path"] == "/ready"
    assert app["livenessProbe"]["httpGet"]["path"] == "/_stcore/health"
    _, pause = app["lifecycle"]["preStop"]["exec"]["command"]
    assert pod["terminationGracePeriodSeconds"] > LONGEST_END + int(pause) - 1
    assert kinds["Service", "ostinato"]["selector"] == {"app": "ostinato"}


def test_systemd_ends_and_reloads_it_as_it_expects() -> None:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "ostinato.service")
    service = unit["Service"]
    _, command, script, *flags = service["ExecStart"].split()
    given, rest = split_flags(flags)
    assert (command, script, rest) == ("run", "app.py", ["--workers", "2"])
    assert load(flags=given).config.server.port == 8080
    assert service["ExecReload"] == "/bin/kill -HUP $MAINPID"
    assert float(service["TimeoutStopSec"]) > LONGEST_END
