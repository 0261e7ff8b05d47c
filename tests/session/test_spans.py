"""A run is a span of OpenTelemetry, if somebody is told of it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from ostinato.server.telemetry import Spans
from session.test_scopes import CHART
from tab import Tab

OpenTab = Callable[..., Tab]

SCRIPT = """
from opentelemetry import trace

if st.button("Fail"):
    1 / 0
with trace.get_tracer("app").start_as_current_span("of the script"):
    st.checkbox("Here")
"""


class Observed:
    """The spans that a session in this process has made."""

    def __init__(self, tab: Tab) -> None:
        self._spans = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self._spans))
        tab.server.services.telemetry = Spans(self.provider)

    def runs(self) -> list[ReadableSpan]:
        return [span for span in self._spans.get_finished_spans() if span.name == "run"]

    def inside(self, run: ReadableSpan) -> list[ReadableSpan]:
        assert run.context is not None
        id, spans = run.context.span_id, self._spans.get_finished_spans()
        return [span for span in spans if span.parent and span.parent.span_id == id]


def attributes(span: ReadableSpan) -> dict[str, object]:
    return dict(span.attributes or {})


def test_a_run_is_a_span_with_its_parts_in_it(open_tab: OpenTab) -> None:
    tab = open_tab(CHART)
    observed = Observed(tab)
    tab.set("Inside", True)
    tab.settle()
    (run,) = observed.runs()
    facts = {"cause": "event", "parts": "chart", "outcome": "done"}
    assert attributes(run) == {f"ostinato.{name}": value for name, value in facts.items()}
    parts = observed.inside(run)
    assert [part.name for part in parts] == ["waiting", "callbacks", "script", "saving"]
    assert parts[0].start_time == run.start_time
    for one, other in pairwise(parts):
        assert one.end_time == other.start_time
    assert run.end_time is not None
    assert parts[-1].end_time is not None
    assert parts[-1].end_time <= run.end_time


def test_a_run_that_fails_is_an_error(open_tab: OpenTab) -> None:
    tab = open_tab('if st.button("Fail"):\n    1 / 0')
    observed = Observed(tab)
    tab.click("Fail")
    tab.settle()
    (run,) = observed.runs()
    assert run.status.status_code is StatusCode.ERROR
    assert attributes(run)["ostinato.outcome"] == "failed"


def test_spans_of_the_script_are_inside_its_run(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = open_tab(SCRIPT)
    observed = Observed(tab)
    monkeypatch.setattr("opentelemetry.trace.get_tracer", observed.provider.get_tracer)
    tab.set("Here", True)
    tab.settle()
    (run,) = observed.runs()
    assert "of the script" in [span.name for span in observed.inside(run)]
