"""Blame: which files a failed run is to be tried again for."""

import importlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ostinato.run.blame import Blame


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        sys.modules.pop(name, None)


CAUSED = """
try:
    import deeper
except ZeroDivisionError as error:
    raise OSError from error
"""

FAILURES = {
    "an error": ({"blamed.py": "1 / 0"}, {"blamed.py"}),
    "a syntax error": ({"blamed.py": "def"}, {"blamed.py"}),
    "one further down": (
        {"blamed.py": "import deeper", "deeper.py": "def"},
        {"blamed.py", "deeper.py"},
    ),
    "a module that is not there": ({}, {"blamed.py", "blamed/__init__.py"}),
    "one in a package": (
        {"blamed.py": "import kit.part", "kit/__init__.py": ""},
        {"blamed.py", "kit/part.py", "kit/part/__init__.py"},
    ),
    "a package that fails": ({"blamed/__init__.py": "oops"}, {"blamed/__init__.py"}),
    "a name that is not there": (
        {"blamed.py": "from kit import part", "kit/__init__.py": ""},
        {"blamed.py", "kit/__init__.py", "kit/part.py", "kit/part/__init__.py"},
    ),
    "a cause": (
        {"blamed.py": CAUSED, "deeper.py": "1 / 0"},
        {"blamed.py", "deeper.py"},
    ),
}


@pytest.mark.parametrize(("files", "blamed"), FAILURES.values(), ids=FAILURES.keys())
def test_r08_a_failed_import_leads_to_its_files(
    folder: Path, files: dict[str, str], blamed: set[str]
) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    blame = Blame(folder)
    importlib.invalidate_caches()
    with pytest.raises((ArithmeticError, ImportError, NameError, OSError, SyntaxError)) as raised:
        importlib.import_module("blamed")
    blame.note(raised.value)
    assert {str(each.relative_to(folder)) for each in blame.files} == blamed
    assert blame.changed() == set()
    for name in sorted(blamed):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"# mended {name}")
        assert folder / name in blame.changed()
    blame.forget()
    assert blame.changed() == blame.files == set()


def test_a_file_that_is_gone_is_no_change(folder: Path) -> None:
    (folder / "blamed.py").write_text("1 / 0")
    blame = Blame(folder)
    try:
        importlib.import_module("blamed")
    except ZeroDivisionError as error:
        blame.note(error)
    (folder / "blamed.py").unlink()
    assert blame.changed() == set()
    (folder / "blamed.py").write_text("1 / 1 # mended")
    assert blame.changed() == {folder / "blamed.py"}


class Meeting(type(Path())):  # type: ignore[misc]
    """A path that is compared only when somebody else has had the time to come between."""

    others: list[threading.Thread] = []

    def __eq__(self, other: object) -> bool:
        while self.others:
            thread = self.others.pop()
            thread.start()
            # Whoever has to wait for this one comes after.
            thread.join(0.2)
        return bool(super().__eq__(other))

    __hash__ = Path.__hash__


def test_r08_what_several_threads_note_at_once_is_all_kept(folder: Path) -> None:
    def fail(name: str) -> ImportError:
        # All have come through one file, and each has missed another.
        return ModuleNotFoundError(name=name, path=str(folder / "app.py"))

    blame = Blame(Meeting(folder))
    blame.note(fail("first"))
    thread = threading.Thread(target=blame.note, args=[fail("second")])
    Meeting.others.append(thread)
    blame.note(fail("third"))
    thread.join(10)
    missed = {folder / f"{name}.py" for name in ("first", "second", "third")}
    assert missed <= {Path(file) for file in blame.files}
