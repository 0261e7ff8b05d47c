"""The dashboard of examples/rides: what is chosen in one chart is what the others count."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import ostinato as st
from ostinato.testing import AppTest

FOLDER = Path(__file__).parents[1] / "examples" / "rides"
MONTH_AND_HOUR = {"Month": frozenset({5, 6}), "Hour": frozenset({8})}


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("counting")
    sys.modules.pop("counting", None)


@pytest.fixture
def dashboard(counting: ModuleType, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(counting, "RIDES", 2_000)
    few = counting.invent(2_000)
    monkeypatch.setattr(counting, "invent", lambda: few)
    st.cache_resource.clear()
    st.cache_data.clear()
    return AppTest.from_file(FOLDER / "rides.py").run()


def choose(dashboard: AppTest, question: str, *numbers: int) -> None:
    group = {"series_index": 0, "data_indices": [*numbers]}
    dashboard.session_state[question] = {"selection": {"selected": [group]}}
    dashboard.run()
    assert not dashboard.exception


def total(dashboard: AppTest) -> int:
    return int(dashboard.metric[0].value.replace(",", ""))


@pytest.mark.parametrize("chosen", [{}, {"Month": frozenset({6})}, MONTH_AND_HOUR])
def test_each_question_counts_what_fits_all_others(
    counting: ModuleType, chosen: dict[str, Any]
) -> None:
    rides = counting.invent(3_000)
    found = counting.count(rides, chosen)

    def fits(ride: int, but: str = "") -> bool:
        return all(
            rides.answers[question][ride] in answers
            for question, answers in chosen.items()
            if question != but
        )

    everyone = range(3_000)
    assert found.total == sum(map(fits, everyone)) == sum(found.days)
    for question, counts in found.answers.items():
        for number, count in enumerate(counts):
            there = (ride for ride in everyone if rides.answers[question][ride] == number)
            assert count == sum(fits(ride, question) for ride in there), (question, number)


def test_what_is_chosen_is_counted_and_taken_back(dashboard: AppTest) -> None:
    assert total(dashboard) == 2_000
    choose(dashboard, "Month", 6)
    july = total(dashboard)
    assert 0 < july < 2_000
    choose(dashboard, "Rider", 0, 1)
    assert 0 < total(dashboard) < july
    assert "Jul" in [caption.value for caption in dashboard.caption]
    dashboard.button[0].click().run()
    assert total(dashboard) == 2_000
    assert {caption.value for caption in dashboard.caption} == {"all"}
