"""The rules of docs/behaviour.md: each that is built has a test, and no other is spoken of."""

import re
from pathlib import Path

import pytest

import ostinato

ROOT = Path(ostinato.__file__).parents[2]
PAGE = (ROOT / "docs/behaviour.md").read_text()
RULE = r"[A-Z]{1,2}\d\d"
ENTRIES = re.findall(rf"^- \+?({RULE}) (.*)$", PAGE, re.MULTILINE)
RULES = [rule for rule, _ in ENTRIES]
NOT_BUILT = {rule for rule, text in ENTRIES if text.startswith("*Not built yet.* ")}

NAMED = re.compile(rf"(?<![\w\"])(?:{'|'.join(sorted({rule[:-2] for rule in RULES}))})(?!00)\d\d\b")
"""A rule where it is spoken of: in code, in a comment, on a page."""

PATTERNS = (
    *("src/ostinato/**/*.py", "client/src/**/*.ts", "client/src/**/*.tsx", "client/src/**/*.css"),
    *("tools/*.py", "benchmarks/*.py", "docs/**/*.md", "*.md", "changelog.d/*.md"),
)
SOURCES = [path for each in PATTERNS for path in ROOT.glob(each) if ".test." not in path.name]


def rules_of_tests() -> dict[str, str]:
    """Return the rules that the names of tests hold, each with one of their files."""
    found: dict[str, str] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for codes in re.findall(r"def test_((?:[a-z]{1,2}\d\d_)+)", path.read_text()):
            found |= dict.fromkeys(codes.upper().strip("_").split("_"), path.name)
    for path in (ROOT / "client/src").rglob("*.test.ts*"):
        for codes in re.findall(rf"\((\+?{RULE}(?:, \+?{RULE})*)\)\"", path.read_text()):
            found |= dict.fromkeys(codes.replace("+", "").split(", "), path.name)
    return found


TESTED = rules_of_tests()


def test_there_are_rules_and_each_is_there_once() -> None:
    assert len(RULES) > 70
    assert len(set(RULES)) == len(RULES)
    assert len(SOURCES) > 200


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in NOT_BUILT])
def test_a_rule_that_is_built_has_a_test_that_names_it(rule: str) -> None:
    assert rule in TESTED


@pytest.mark.parametrize("rule", sorted(NOT_BUILT))
def test_a_rule_that_has_a_test_is_not_called_unbuilt(rule: str) -> None:
    assert rule not in TESTED


def test_every_rule_that_a_test_names_is_on_the_page() -> None:
    assert {rule: file for rule, file in TESTED.items() if rule not in RULES} == {}


def test_every_rule_that_code_or_docs_name_is_on_the_page() -> None:
    unknown = {
        (str(path.relative_to(ROOT)), rule)
        for path in SOURCES
        for rule in NAMED.findall(path.read_text())
        if rule not in RULES
    }
    assert unknown == set()
