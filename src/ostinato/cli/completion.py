"""Completion: what a shell offers when somebody presses Tab, by Click's own means."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
from click.shell_completion import CompletionItem, get_completion_class

from ostinato.cli.failure import Failure
from ostinato.config import OPTIONS, Option
from ostinato.config.theme.names import NAMES, Kind, Meaning

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "ostinato"
VARIABLE = "_OSTINATO_COMPLETE"
"""By which Click is told that a shell asks."""

PENDING = "ostinato.pending"
"""Where a context has the option of the configuration whose value comes next."""

DEEPEST = 10

OF_THEMES: dict[Kind, tuple[str, ...]] = {"base": ("light", "dark"), "flag": ("true", "false")}
"""What options of themes may be, by what they are, where it can be told."""


def completion_script(shell: str | None) -> str:
    """Return what a shell has to run to complete our command.

    Args:
        shell: Its name; without one, that of the shell of this user.

    Raises:
        Failure: If we know nothing of that shell.
    """
    name = shell or Path(os.environ.get("SHELL", "")).name
    kind = get_completion_class(name) if name in SHELLS else None
    if kind is None:
        raise Failure(
            f"ostinato completion: the shell must be one of {', '.join(SHELLS)}, got {name!r}: "
            "name one of them"
        )
    return kind(click.Command(PROGRAM), {}, PROGRAM, VARIABLE).source()


def flags_like(incomplete: str) -> list[CompletionItem]:
    """Return the options of the configuration that begin like a word."""
    known: Mapping[str, Option | Meaning] = {**OPTIONS, **NAMES}
    return [
        CompletionItem(f"--{name}", help=each.help)
        for name, each in known.items()
        if f"--{name}".startswith(incomplete)
    ]


def values_like(name: str, incomplete: str) -> list[CompletionItem]:
    """Return values of an option that begin like a word, where they can be told."""
    if name in OPTIONS:
        words = _words(OPTIONS[name])
    else:
        words = [*OF_THEMES.get(NAMES[name].kind, ())] if name in NAMES else []
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def complete_script(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return scripts and folders that begin like a word, or the value of an option before it."""
    if PENDING in context.meta:
        return values_like(context.meta[PENDING], incomplete)
    return [CompletionItem(each) for each in _paths_like(incomplete)]


def complete_folder(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Leave it to the shell, which knows its folders."""
    return [CompletionItem(incomplete, type="dir")]


def complete_value(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return values of an option that stands before, and nothing else."""
    return values_like(context.meta[PENDING], incomplete) if PENDING in context.meta else []


def complete_store(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return what `--store` may be."""
    return values_like("session.store", incomplete)


def _words(option: Option) -> list[str]:
    if option.name == "session.store":
        return ["sqlite", "memory", "redis://"]
    return list(_of_type(option.type.__origin__))


def _of_type(kind: Any) -> Iterator[str]:
    """Yield the words that a type is written with."""
    if kind is bool:
        yield from ("true", "false")
    elif get_origin(kind) is Literal:
        yield from (str(each) for each in get_args(kind))
    else:
        for part in get_args(kind) if get_origin(kind) is not list else ():
            yield from _of_type(part)


def _paths_like(incomplete: str, depth: int = 0) -> list[str]:
    """Return scripts and folders that begin like a path; what is in a folder that stands alone."""
    before, slash, begin = incomplete.rpartition("/")
    folder = Path(f"{before}{slash}" or ".").expanduser()
    try:
        entries = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        return []
    found = []
    for each in entries:
        if not each.name.startswith(begin) or (each.name[0] in "._" and not begin):
            continue
        if each.is_dir():
            found.append(f"{before}{slash}{each.name}/")
        elif each.suffix == ".py":
            found.append(f"{before}{slash}{each.name}")
    if len(found) == 1 and found[0].endswith("/") and depth < DEEPEST:
        # The shell would end the word here.
        return _paths_like(found[0], depth + 1) or found
    return found
