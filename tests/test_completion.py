"""`ostinato completion`: what a shell offers when somebody presses Tab (I09)."""

import os
import pty
import select
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import ostinato
from ostinato.cli import main

PATIENCE = 20.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with scripts, and the command on the path of whatever shell begins there."""
    for name in ("app.py", "notes.txt", "sub/one.py", "sub/two.py", "deep/er/only.py", ".hid.py"):
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    program = tmp_path / "bin/ostinato"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m ostinato "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(ostinato.__file__).parents[1]))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


LINES = {
    ("",): "completion config doctor hello init run types version",
    ("do",): "doctor",
    ("config", ""): "show",
    ("run", ""): "app.py deep/ sub/",
    ("run", "ap"): "app.py",
    ("run", "n"): "",
    ("run", "."): ".hid.py",
    ("run", "./a"): "./app.py",
    ("run", "sub/t"): "sub/two.py",
    # A folder that stands alone is gone into: a shell would end the word there.
    ("run", "su"): "sub/one.py sub/two.py",
    ("run", "de"): "deep/er/only.py",
    ("doctor", "a"): "app.py",
    ("run", "app.py", "--server.run"): "--server.runOnSave",
    ("run", "app.py", "--store"): "--store --store-required",
    ("run", "app.py", "--server.runOnSave", ""): "true false auto",
    ("run", "--server.runOnSave", "t"): "true",
    ("run", "--server.runOnSave", "="): "true false auto",
    ("run", "--server.runOnSave", "true", "a"): "app.py",
    ("run", "--server.cookieSecret", "--server.port", "a"): "app.py",
    ("run", "--server.port", ""): "",
    ("hello", "--logger.level", "w"): "warning",
    ("run", "--store", "m"): "memory",
    ("config", "show", "--session.res"): "--session.resume --session.rest",
    ("run", "app.py", "--theme.bas"): "--theme.base --theme.baseFontSize --theme.baseFontWeight"
    " --theme.baseRadius",
    ("run", "--theme.dark.sidebar.primary"): "--theme.dark.sidebar.primaryColor",
    ("run", "--theme.base", ""): "light dark",
    ("run", "--theme.linkUnderline", "t"): "true",
    ("run", "--theme.primaryColor", ""): "",
    ("completion", "z"): "zsh",
    ("nonsense", "x"): "",
    ("run", "app.py", "--", "--server.run"): "",
}


def offered(shell: str, **line: str) -> str:
    """Return what the command prints for a shell that asks."""
    asked = {"_OSTINATO_COMPLETE": f"{shell}_complete", **line}
    return CliRunner().invoke(main, prog_name="ostinato", env=asked).stdout


@pytest.mark.parametrize(("words", "expected"), LINES.items(), ids=" ".join)
def test_i09_commands_scripts_options_and_their_values_are_offered(
    folder: Path, words: tuple[str, ...], expected: str
) -> None:
    line = " ".join(["ostinato", *words])
    said = offered("bash", COMP_WORDS=line, COMP_CWORD=str(len(words)))
    assert [each.removeprefix("plain,") for each in said.split()] == expected.split()


def test_i09_bash_offers_what_the_command_says(folder: Path) -> None:
    lines = [("do",), ("run", ""), ("run", "--server.runOnSave", "=")]
    calls = "\n".join(
        f"COMP_WORDS=(ostinato {shlex.join(words)}) COMP_CWORD={len(words)} COMPREPLY=()\n"
        'offer ostinato\necho "${COMPREPLY[*]}"'
        for words in lines
    )
    # What bash has been told to call, whatever its name is.
    script = (
        'eval "$(ostinato completion bash)"\n'
        "offer() { $(complete -p ostinato | sed 's/.*-F \\([^ ]*\\).*/\\1/') \"$@\"; }\n"
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script + calls], capture_output=True, text=True, timeout=120
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [LINES[words] for words in lines]


def test_i09_a_press_of_tab_in_bash_completes_the_word(folder: Path) -> None:
    terminal, inner = pty.openpty()
    words = ["bash", "--norc", "--noprofile", "-i"]
    bash = subprocess.Popen(words, stdin=inner, stdout=inner, stderr=inner, start_new_session=True)
    said = bytearray()
    try:
        os.write(terminal, b'eval "$(ostinato completion bash)"; echo rea""dy\n')
        hear(terminal, said, b"ready\r\n")
        said.clear()
        os.write(terminal, b"ostinato ru\t")
        hear(terminal, said, b"ostinato run ")
        os.write(terminal, b"ap\t")
        hear(terminal, said, b"app.py ")
        os.write(terminal, b"--server.runO\t")
        hear(terminal, said, b"--server.runOnSave ")
    finally:
        bash.kill()
        bash.wait()
        os.close(terminal)
        os.close(inner)


def hear(terminal: int, said: bytearray, text: bytes) -> None:
    """Read what a terminal shows until a text is there."""
    end = time.monotonic() + PATIENCE
    while text not in said:
        ready, _, _ = select.select([terminal], [], [], max(end - time.monotonic(), 0))
        assert ready, bytes(said)
        said += os.read(terminal, 4096)


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "complete -o nosort -F"),
        ("zsh", "#compdef ostinato"),
        ("fish", "complete --no-files --command ostinato"),
    ],
)
def test_i09_each_shell_gets_what_it_has_to_run(shell: str, words: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell])
    assert script.exit_code == 0
    assert words in script.stdout
    assert "_OSTINATO_COMPLETE" in script.stdout
    # Without a name it is that of the person's shell.
    mine = CliRunner().invoke(main, ["completion"], env={"SHELL": f"/usr/bin/{shell}"})
    assert mine.stdout == script.stdout


def test_i09_a_shell_that_is_unknown_is_answered_by_one_sentence() -> None:
    result = CliRunner().invoke(main, ["completion"], env={"SHELL": "/bin/tcsh"})
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: ostinato completion: the shell must be one of bash, zsh, fish, got 'tcsh': "
        "name one of them\n"
    )


@pytest.mark.parametrize(
    ("shell", "words", "at"),
    [
        ("zsh", "ostinato run app.py --server.runO", "3"),
        ("fish", "ostinato run app.py ", "--server.runO"),
    ],
)
def test_i09_zsh_and_fish_are_told_what_an_option_is_for(
    folder: Path, shell: str, words: str, at: str
) -> None:
    said = offered(shell, COMP_WORDS=words, COMP_CWORD=at)
    assert "plain" in said
    assert "--server.runOnSave" in said
    assert "Rerun when the script is saved" in said
