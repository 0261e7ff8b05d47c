"""Tracebacks show the user's lines, and nobody else's."""

from pathlib import Path

from ostinato.run.script import compile_script, execute
from ostinato.run.traceback import user_frames


def failing(source: str, folder: Path) -> BaseException:
    """Run a script that fails, and give what it raised, without the frame of this function."""
    path = folder / "app.py"
    path.write_text(source, encoding="utf-8")
    try:
        execute(compile_script(source, str(path), magic=False), {})
    except BaseException as error:  # noqa: BLE001
        return error.with_traceback(error.__traceback__.tb_next)  # type: ignore[union-attr]
    raise AssertionError("the script did not fail")


def test_frames_of_this_package_are_left_out(tmp_path: Path) -> None:
    source = "import ostinato as st\ndef draw():\n    st.columns(0)\ndraw()\n"
    frames = user_frames(failing(source, tmp_path))
    assert [frame.splitlines()[0].strip() for frame in frames] == [
        f'File "{tmp_path}/app.py", line 4, in <module>',
        f'File "{tmp_path}/app.py", line 3, in draw',
    ]
    assert "st.columns(0)" in frames[-1]


def test_frames_of_other_packages_stay(tmp_path: Path) -> None:
    frames = user_frames(failing("import json\njson.loads('{')\n", tmp_path))
    assert "json/__init__.py" in frames[1]


def test_a_cause_stands_before_what_it_caused(tmp_path: Path) -> None:
    source = (
        "try:\n    1 / 0\nexcept ArithmeticError as error:\n    raise KeyError('x') from error\n"
    )
    frames = user_frames(failing(source, tmp_path))
    assert [frame.splitlines()[-1].strip() for frame in frames] == [
        "~~^~~",
        "ZeroDivisionError: division by zero",
        "The above exception was the direct cause of the following exception:",
        "raise KeyError('x') from error",
    ]


def test_an_exception_in_a_handler_is_told_as_such(tmp_path: Path) -> None:
    source = "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise KeyError('x')\n"
    assert "During handling of the above exception, another exception occurred:" in user_frames(
        failing(source, tmp_path)
    )


def test_a_suppressed_context_is_not_told(tmp_path: Path) -> None:
    source = "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise KeyError('x') from None\n"
    assert len(user_frames(failing(source, tmp_path))) == 1


def test_a_syntax_error_shows_its_line_and_a_mark(tmp_path: Path) -> None:
    assert user_frames(failing("x = 1\ny = (2\n", tmp_path)) == [
        f'  File "{tmp_path}/app.py", line 2\n    y = (2\n        ^'
    ]


def test_each_of_a_group_is_told(tmp_path: Path) -> None:
    source = "raise ExceptionGroup('both', [ValueError('one'), TypeError('two')])\n"
    frames = user_frames(failing(source, tmp_path))
    assert frames[1:] == ["ValueError: one", "TypeError: two"]
