"""Documented: what is said of shared arguments, said once and read everywhere."""

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ostinato.arguments.buttons import ButtonArguments
from ostinato.arguments.inputs import InputArguments

F = TypeVar("F", bound=Callable[..., Any])

SECTION = re.compile(r"^    (\w+):\n((?:        .*\n|\n(?=        ))*)", re.MULTILINE)
ENTRY = re.compile(r"^        (\w+): .*\n(?:            .*\n)*", re.MULTILINE)


def documented(function: F) -> F:
    """Complete the docstring of an input by what is said of the arguments that others have, too.

    `InputArguments` says it of all inputs, `ButtonArguments` of buttons.

    What the function says itself goes before that.
    """
    return _complete(function, *_shared())


def completed(function: F, docs: Sequence[str]) -> F:
    """Complete the docstring of a function by what others say of arguments of the same names."""
    return _complete(function, *_said(docs))


def _complete(function: F, args: dict[str, str], raises: dict[str, str]) -> F:
    if function.__doc__:
        code = function.__code__
        parameters = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        function.__doc__ = _completed(function.__doc__, parameters, args, raises)
    return function


def _completed(
    doc: str, parameters: Sequence[str], args: dict[str, str], raises: dict[str, str]
) -> str:
    own = _entries(doc, "Args")
    lines = [own.get(name) or args[name] for name in parameters if name in own or name in args]
    doc = _with(doc, "Args", "".join(lines))
    if "bind" not in parameters:
        raises = {**raises, "StreamlitMissingRequiredParameterError": ""}
    errors = {**raises, **_entries(doc, "Raises")}
    return _with(doc, "Raises", "".join(errors[name] for name in sorted(errors)))


@functools.cache
def _shared() -> tuple[dict[str, str], dict[str, str]]:
    """Return what is said of shared arguments, and of the errors that they lead to."""
    value = _as_of_a_function(InputArguments.value.__doc__ or "")
    return _said([InputArguments.__doc__ or "", value, ButtonArguments.__doc__ or ""])


def _said(docs: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    args = {name: text for doc in docs for name, text in _entries(doc, "Args").items()}
    raises = {name: text for doc in docs for name, text in _entries(doc, "Raises").items()}
    return args, raises


def _as_of_a_function(doc: str) -> str:
    """Return the docstring of a method, indented as that of a function."""
    return doc.replace("\n    ", "\n")


def _entries(doc: str, section: str) -> dict[str, str]:
    body = next((found[2] for found in SECTION.finditer(doc) if found[1] == section), "")
    return {found[1]: found[0] for found in ENTRY.finditer(body)}


def _with(doc: str, section: str, body: str) -> str:
    """Return a docstring with another section, which stands before the example if it is new."""
    text = f"    {section}:\n{body}"
    for found in SECTION.finditer(doc):
        if found[1] == section:
            return doc[: found.start()] + text + doc[found.end() :]
    place = doc.find("    Example:\n")
    place = len(doc.rstrip(" ")) if place < 0 else place
    return f"{doc[:place]}{text}\n{doc[place:]}"
