"""`make coverage` fails below the floor, and says when the floor can rise."""

import tomllib

import pytest

from tools.floor import FLOORS, covered, verdict


def test_lines_and_branches_count_on_both_sides() -> None:
    assert covered("server", {"totals": {"percent_covered": 91.25}}) == 91.25
    total = {"lines": {"covered": 70, "total": 75}, "branches": {"covered": 20, "total": 25}}
    assert covered("page", {"total": total}) == 90


def test_what_is_below_the_floor_fails() -> None:
    with pytest.raises(ValueError, match=r"^page: 89\.9 % .* the floor is 90\.0 %: test what"):
        verdict("page", 89.9, 90.0)


@pytest.mark.parametrize("per_cent", [90.0, 90.9])
def test_what_is_a_little_above_the_floor_is_said(per_cent: float) -> None:
    said = f"server: {per_cent} % of lines and branches are covered, the floor is 90.0 %"
    assert verdict("server", per_cent, 90.0) == said


def test_what_is_well_above_the_floor_raises_it() -> None:
    assert verdict("server", 91.3, 90.0).endswith(": raise it to 90.8 in tests/coverage.toml")


def test_both_sides_have_a_floor() -> None:
    floors = tomllib.loads(FLOORS.read_text())
    assert floors.keys() == {"server", "page"}
    assert all(50 < floor <= 100 for floor in floors.values())
