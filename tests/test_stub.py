"""The stubs tell type checkers of every element: with its types, its text and its overloads."""

import ast

import pytest

from ostinato.run.container import elements
from tools import stub

Duration = str


def egg_timer(duration: Duration = "short") -> None:
    """Show how long an egg takes."""


def test_what_a_method_does_stands_in_the_stub_of_containers() -> None:
    text = stub.container_stub()
    for name in elements:
        if not name.startswith("_"):
            assert f"def {name}(" in text
    assert text.count("Show a slider and return where it stands.") == 1


def test_a_name_that_two_modules_have_is_written_with_its_module(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = {"toast": elements["toast"], "egg_timer": egg_timer}
    monkeypatch.setattr(stub, "elements", both)
    text = stub.container_stub()
    assert 'duration: Duration = "short"' in text
    assert 'duration: ostinato.widgets.toast.Duration = "short"' in text
    assert "import ostinato.widgets.toast\n" in text


def test_an_overload_of_a_parameter_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stub, "OVERLOADS", "def slider(valeu: int) -> int: ...")
    with pytest.raises(ValueError, match=r"overloads\.pyi: slider has no parameter 'valeu'"):
        stub.package_stub()


def test_what_returns_anything_needs_an_overload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stub, "OVERLOADS", "")
    with pytest.raises(ValueError, match=r"^step 3: say in tools/overloads\.pyi what \w+ returns"):
        stub.container_stub()


@pytest.mark.parametrize(
    ("at_first", "result", "overloads"),
    [
        ("index: int | None = 0", "T | None", ["index: int = 0, T", "index: int | None, T | None"]),
        ("value: T | None = 1", "T | None", ["value: T = 1, T", "value: T | None, T | None"]),
        ("index: int | None = None", "T | None", []),
        ("index: int = 0", "T | None", []),
        ("index: int | None = 0", "T", []),
        ("other: int | None = 0", "T | None", []),
    ],
)
def test_what_is_none_only_if_it_is_at_first_has_an_overload_for_each(
    at_first: str, result: str, overloads: list[str]
) -> None:
    [definition] = ast.parse(f"def pick(label: str, {at_first}) -> {result}: ...").body
    assert isinstance(definition, ast.FunctionDef)
    pairs = [each.rsplit(", ", 1) for each in overloads]
    wanted = [ast.parse(f"def pick({taken}) -> {given}: ...") for taken, given in pairs]
    assert list(map(ast.unparse, stub.by_start(definition))) == list(map(ast.unparse, wanted))
