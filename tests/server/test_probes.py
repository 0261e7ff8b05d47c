"""What those who run the server ask of it: is it ready, and how is it doing."""

import asyncio
import os
import re
import signal
import sys
import time
from contextlib import ExitStack

import httpx
import pytest
from starlette.applications import Starlette

from ostinato.caching.caches import caches
from ostinato.config import Config
from ostinato.errors import ConfigError
from ostinato.server import probes as module
from ostinato.server.probes import operator_routes
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Store
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.conftest import Serve, Start
from server.sockets import HELLO, dial, read
from server.test_socket import config
from services import RedisServer, wait_until

SCRIPT = "st.button('Go')\n"
METRICS = ("--server.metrics", "true")


def figures(url: str) -> dict[str, float]:
    page = httpx.get(f"{url}/metrics").raise_for_status().text
    return {name: float(value) for name, value in re.findall(r"^(\w+) (\S+)$", page, re.MULTILINE)}


def test_n03_ready_follows_the_store_and_health_does_not(
    start: Start, redis_server: RedisServer
) -> None:
    server = start(SCRIPT, "--store", redis_server.url)

    def state() -> tuple[int, int]:
        paths = ("ready", "_stcore/health")
        ready, health = (httpx.get(f"{server.url}/{path}").status_code for path in paths)
        return ready, health

    assert httpx.get(f"{server.url}/_stcore/ready").text == "ok"
    assert state() == (200, 200)
    redis_server.stop()
    assert state() == (503, 200)
    assert httpx.get(f"{server.url}/ready").text == "the store does not answer"
    redis_server.start()
    wait_until(lambda: state() == (200, 200), "a server that is ready again")
    redis_server.freeze()
    assert state() == (503, 200)


def test_a_store_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stalled(MemoryStore):
        async def count(self) -> int:
            return await asyncio.Future()

    monkeypatch.setattr(module, "ANSWER_WITHIN", 0.01)
    _, routes = operator_routes(Config(), lambda: Stalled(time.monotonic))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
            return await asyncio.wait_for(client.get("/ready"), 10)

    assert asyncio.run(ask()).status_code == 503


def test_there_are_no_metrics_unless_they_are_asked_for(serve: Serve) -> None:
    # To whoever asks for a page of this name, the app says that it has none.
    assert "ostinato_sessions" not in httpx.get(f"http://{serve(SCRIPT)}/metrics").text


def test_metrics_live_below_the_base_path_in_both_formats(serve: Serve) -> None:
    host = serve(SCRIPT, config=config(metrics=True, base_url_path="tools"))
    plain = httpx.get(f"http://{host}/tools/metrics")
    assert plain.headers["content-type"].startswith("text/plain")
    accept = {"Accept": "application/openmetrics-text; version=1.0.0"}
    open_metrics = httpx.get(f"http://{host}/tools/metrics", headers=accept)
    assert open_metrics.headers["content-type"].startswith("application/openmetrics-text")
    assert open_metrics.text.endswith("# EOF\n")


def test_metrics_count_what_happens(serve: Serve) -> None:
    url = f"http://{(host := serve(SCRIPT, config=config(metrics=True)))}"
    assert figures(url)["ostinato_sessions"] == 0
    with dial(host) as tab:
        tab.send(HELLO)
        ((_, button, *_),) = read(tab, "edits")[1]
        tab.send(encode(Event(1, {}, button)))
        read(tab, "ack_event")
        seen = figures(url)
    assert seen["ostinato_sessions"] == 1
    assert seen["ostinato_sessions_stored"] == 1
    assert seen["ostinato_unconfirmed_events"] == 0
    assert seen["ostinato_commits_total"] == seen["ostinato_commit_seconds_count"] > 0
    zeros = ("restores", "refused_epochs", "store_errors", "abandoned_runs")
    assert [seen[f"ostinato_{name}_total"] for name in zeros] == [0, 0, 0, 0]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_every_worker_tells_the_figures_of_all(start: Start) -> None:
    server = start("import os\nst.text(os.getpid())\n", "--workers", "2", *METRICS)
    held = dict.fromkeys(server.workers, 0)
    with ExitStack() as stack:
        while not all(held.values()):
            tab = stack.enter_context(dial(f"127.0.0.1:{server.port}"))
            tab.send(HELLO)
            ((*_, props, _),) = read(tab, "edits")[1]
            held[int(props["body"])] += 1
        for _ in range(8):
            assert figures(server.url)["ostinato_sessions"] == sum(held.values())
        dead, alive = held
        os.kill(dead, signal.SIGKILL)
        wait_until(
            lambda: figures(server.url)["ostinato_sessions"] == held[alive],
            "the sessions of the dead worker to be taken out",
        )
    server.stop()


def no_store() -> Store:
    raise AssertionError("asked for")


def test_k04_metrics_tell_what_cached_functions_keep(serve: Serve) -> None:
    caches.close()
    script = "@st.cache_data\ndef load(x): return 'x' * 1000\nload(1); load(2)\n"
    host = serve(script, config=config(metrics=True))
    label = '{function="__main__.load",kind="data"}'

    with dial(host) as tab:
        tab.send(HELLO)
        read(tab, "run_ended")
    text = httpx.get(f"http://{host}/metrics").text
    assert f"ostinato_cache_entries{label} 2.0" in text
    size = re.search(re.escape(f"ostinato_cache_bytes{label}") + r" (\S+)", text)
    assert size is not None
    assert 2000 < float(size[1]) < 2200
    caches.close()
    text = httpx.get(f"http://{host}/metrics").text
    assert f"ostinato_cache_entries{label} 0.0" in text


def test_metrics_need_their_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    monkeypatch.delitem(sys.modules, "ostinato.server.metrics", raising=False)
    with pytest.raises(ConfigError) as error:
        operator_routes(config(metrics=True), no_store)
    assert str(error.value) == (
        "server.metrics: needs the package prometheus_client: pip install prometheus-client"
    )
    assert operator_routes(Config(), no_store)
