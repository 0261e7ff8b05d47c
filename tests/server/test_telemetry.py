"""Operators may have each run told to a collector of OpenTelemetry."""

import gzip
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from ostinato.config import Config
from ostinato.errors import ConfigError
from ostinato.server.probes import telemetry_of
from server.conftest import Start
from server.sockets import HELLO, dial, read
from server.test_socket import config
from services import wait_until


@pytest.fixture
def collector() -> Iterator[tuple[str, list[ExportTraceServiceRequest]]]:
    """Yield the address of a collector, and what it is told."""
    told: list[ExportTraceServiceRequest] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                content = gzip.decompress(content)
            told.append(ExportTraceServiceRequest.FromString(content))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_server_tells_the_collector_that_its_variables_name(
    start: Start,
    collector: tuple[str, list[ExportTraceServiceRequest]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url, told = collector
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
    server = start("st.text('hello')\n", "--server.telemetry", "true")
    with dial(server.url.removeprefix("http://")) as socket:
        socket.send(HELLO)
        read(socket, "run_ended")
        wait_until(lambda: bool(told), "something told to the collector")
    (resource,) = told[0].resource_spans
    names = {each.key: each.value.string_value for each in resource.resource.attributes}
    assert names["service.name"] == "app"
    spans = [span for scope in resource.scope_spans for span in scope.spans]
    assert {span.name for span in spans} >= {"run", "script"}


def test_nobody_is_told_unless_that_is_asked_for() -> None:
    assert telemetry_of(Config(), "app") is None


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ostinato.server.telemetry", raising=False)
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(
        ConfigError, match="server.telemetry: needs the package .*opentelemetry-sdk"
    ):
        telemetry_of(config(telemetry=True), "app")
