"""What the table of the benchmarks says of two figures, and which rows the README shows."""

import dataclasses
import json
import math
from pathlib import Path

import pytest

from benchmarks.products import NICEGUI, OSTINATO, ROOT
from benchmarks.report import FIRST, FOLDER, as_text, with_table
from benchmarks.table import Limit, Row, limit, line, shown, table


def test_less_is_better_but_for_rates() -> None:
    assert Row("cpu.counter", "CPU", 50.0, 0.5).ratio == 100
    assert Row("rate.counter", "reruns", 20.0, 4_000.0, is_rate=True).ratio == 200


@pytest.mark.parametrize(
    ("bounds", "is_met"),
    [
        (Limit(at_most=4), True),
        (Limit(at_most=3), False),
        (Limit(times=10), True),
        (Limit(times=11), False),
        (Limit(at_most=3, times=10), False),
        (Limit(), None),
    ],
)
def test_a_limit_holds_with_all_its_bounds(bounds: Limit, is_met: bool | None) -> None:
    assert bounds.is_met(Row("", "", streamlit=40, ostinato=4)) is is_met


def test_a_missed_aim_stands_out() -> None:
    row = Row("first_load.requests", "requests", 68, 7)
    assert line(row) == "| requests | 68 | 7 | 9.71 | at most 6 | **no** |"


def test_what_has_no_limit_is_only_shown() -> None:
    assert limit("nothing.of_the_kind") == Limit()
    assert line(Row("nothing", "heap", 8.0, 4.0)) == "| heap | 8 | 4 | 2 |  |  |"


def test_what_streamlit_has_not_is_a_dash() -> None:
    row = Row("crash.nothing", "clicks lost", None, 0.0)
    assert row.ratio == 0
    assert line(row) == "| clicks lost | – | 0 | – |  |  |"


def test_what_never_comes_to_an_end_is_infinitely_long() -> None:
    row = Row("chart_line_1000000.drawn", "drawn (ms)", math.inf, 500.0)
    assert line(row) == "| drawn (ms) | ∞ | 500 | ∞ | 3 times | yes |"


def test_each_peer_has_a_table_of_its_own() -> None:
    text = table([Row("one", "one", 8.0, 4.0), Row("two", "two", 2.0, 4.0, peer="NiceGUI 3")])
    first, second = text.split("\n\n")
    assert first.startswith("| | Streamlit 1.67 | Ostinato |")
    assert second.startswith("| | NiceGUI 3 | Ostinato |")


def test_a_product_is_served_by_its_own_command() -> None:
    script = Path("app.py")
    assert OSTINATO.command(script, 80)[1:7] == [
        *("-m", "ostinato", "run", "app.py", "--server.port", "80")
    ]
    assert NICEGUI.command(script, 80)[1:] == ["app.py", "80"]
    assert all((NICEGUI.apps / f"{app}.py").is_file() for app in ("counter", "rows_2000"))


@pytest.mark.parametrize(
    ("figure", "text"),
    [(285_932.4, "285,932"), (47.81, "47.8"), (4.567, "4.57"), (0.2346, "0.235"), (6.0, "6")],
)
def test_figures_have_three_digits_that_count(figure: float, text: str) -> None:
    assert shown(figure) == text


def test_the_readme_shows_nine_rows_of_the_last_results() -> None:
    results = json.loads((FOLDER / "results.json").read_text())
    names = {field.name for field in dataclasses.fields(Row)}
    rows = [Row(**{name: row[name] for name in names & row.keys()}) for row in results["rows"]]
    first = [row for row in rows if row.key in FIRST]
    assert len(first) == len(FIRST) == 9
    readme = (ROOT / "README.md").read_text()
    text = as_text(first, results["date"], results["machine"])
    assert text in readme
    assert with_table(readme, text) == readme
    assert as_text(rows, results["date"], results["machine"]) in (FOLDER / "RESULTS.md").read_text()
