"""Differences from Streamlit 1.67: those of names and parameters found, those of behaviour told.

The record of Streamlit's names is tests/api/signatures.json. What differs from it without a word in
`LISTED`, or is listed there and differs no more, fails `make check`. How things behave is told
where they are made, in a section "Differs:" of the docstring.
"""

import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import ostinato
from ostinato import errors
from ostinato.arguments.inputs import InputArguments
from ostinato.run.absent import NOT_YET
from ostinato.run.absent_signatures import function_of
from ostinato.run.container import elements
from ostinato.run.script import Script
from ostinato.testing import AppTest
from ostinato.testing import elements as kinds

Record = Mapping[str, Any]

RECORD: Record = json.loads(
    (Path(__file__).parent.parent / "tests/api/signatures.json").read_text(encoding="utf-8")
)

LISTED = {
    "Ostinato's own": "st.rebuild st.context.event_id st.App(config) st.App(arguments)"
    " st.App(folder) st.App(listens_on) errors.UnreadableSessionStateError errors.NotAvailable"
    " errors.ConfigError errors.UnknownOption errors.ScriptNotFound errors.StoreError"
    " errors.WireError errors.RunTimeout AppTest.bottom AppTest.column AppTest.dialog AppTest.empty"
    " AppTest.fragment AppTest.popover AppTest.tab AppTest.page AppTest.nodes AppTest.user"
    " AppTest.audio AppTest.files AppTest.pdf AppTest.video",
    "Ostinato's own, between a test and its elements": "AppTest.click AppTest.enter"
    " AppTest.find_memory AppTest.is_clicked AppTest.memory_of AppTest.payload_of AppTest.value_of"
    " AppTest.saved_by AppTest.upload",
    "Streamlit's, in streamlit.runtime.caching.cache_errors": "errors.CachedWidgetWarning"
    " errors.CacheReplayClosureError errors.UnhashableParamError"
    " errors.UnserializableReturnValueError",
    "Not there yet, as what raises it": "errors.BidiComponentError"
    " errors.BidiComponentInvalidCallbackNameError errors.BidiComponentInvalidDefaultKeyError"
    " errors.BidiComponentInvalidIdError errors.BidiComponentUnserializableDataError"
    " errors.FragmentHandledException errors.FragmentStorageKeyError"
    " errors.StreamlitComponentRegistryError"
    " errors.StreamlitInvalidThemeError errors.StreamlitInvalidThemeOptionError"
    " errors.StreamlitInvalidThemeSectionError errors.StreamlitMaxRetriesError",
}
"""Names and parameters that differ, by what is to be said of them."""

SECTION = re.compile(r"^Differs:\n((?:    .*\n?|\n(?=    ))+)", re.MULTILINE)
ENTRY = re.compile(r"^(\w+): (.*(?:\n .*)*)", re.MULTILINE)


def check(record: Record = RECORD, listed: Mapping[str, str] = LISTED) -> None:
    """Compare what differs with what is listed.

    Raises:
        ValueError: If something differs in silence, or is listed and does not differ.
    """
    names = [name for text in listed.values() for name in text.split()]
    there = set(found(record))
    silent, stale = sorted(there - set(names)), sorted(set(names) - there)
    if silent:
        raise ValueError(
            f"names: what differs from tests/api/signatures.json must be listed, got"
            f" {', '.join(silent)}: make it equal, or add it to LISTED in tools/differences.py"
        )
    if stale:
        raise ValueError(
            f"names: what is listed must differ from tests/api/signatures.json, got"
            f" {', '.join(stale)}: take it off LISTED in tools/differences.py"
        )


def found(record: Record = RECORD) -> Iterator[str]:
    """Yield what differs from the record, but for what a placeholder stands for."""
    modules = {"column_config", "components"}
    yield from _apart("st", {*dir(ostinato)} - {"__version__"}, {*record["names"], *modules})
    for name, theirs in record["functions"].items():
        if name in NOT_YET:
            yield from _parameters(f"st.{name}", function_of(name), theirs)
        elif hasattr(ostinato, name):
            yield from _parameters(f"st.{name}", getattr(ostinato, name), theirs)
    for group in ("column_config", "components.v1", "components.v2"):
        for name, theirs in record[group].items():
            # Of a module that is not there yet, a record has the functions.
            module = getattr(ostinato, group, None) if group not in NOT_YET else None
            own = getattr(module, name, None)
            function = own if inspect.isfunction(own) else function_of(f"{group}.{name}")
            yield from _parameters(f"st.{group}.{name}", function, theirs)
    methods = {name for name in elements if not name.startswith("_")}
    yield from _apart("Container", methods, {*record["containers"]} - NOT_YET.keys())
    for name in record["objects"].keys() - NOT_YET.keys():
        theirs = record["objects"][name]
        yield from _members(f"st.{name}", type(getattr(ostinato, name)), theirs)
    yield from _errors(record["errors"])
    lists = (name for name, said in record["apptest"].items() if said == "value")
    theirs = _without(record["apptest"], NOT_YET.keys() & lists)
    yield from _members("AppTest", AppTest(Script(Path(__file__))), theirs)
    yield from _kinds(record["elements"])


def shape(function: Callable[..., object]) -> list[str]:
    """Write a signature as the record does: names, order, defaults, and where keywords begin."""
    parts: list[str] = []
    for one in inspect.signature(function).parameters.values():
        has_rest = any(part.startswith("*") for part in parts)
        if one.kind is one.KEYWORD_ONLY and not has_rest:
            parts.append("*")
        star = "*" * (one.kind is one.VAR_POSITIONAL) + "**" * (one.kind is one.VAR_KEYWORD)
        default = "" if one.default is one.empty else f"={_written(one.default)}"
        parts.append(f"{star}{one.name}{default}")
    return [part for part in parts if part not in ("self", "cls")]


def facts(name: str, described: object) -> dict[str, str]:
    """Return what a docstring tells of behaviour that differs, by what it is about.

    That is a parameter, a member, "returns", or the name of the thing itself.

    Raises:
        ValueError: If there is no such parameter or member.
    """
    section = SECTION.search((inspect.getdoc(described) or "") + "\n")
    text = inspect.cleandoc("\n" + section[1]) if section else ""
    told = {about: re.sub(r"\n +", " ", said) for about, said in ENTRY.findall(text)}
    known = {name, "returns", *_names_of(described)}
    if wrong := sorted(told.keys() - known):
        raise ValueError(
            f'{name}: "Differs:" must be about parameters that there are, got {", ".join(wrong)}:'
            " take it out of the docstring"
        )
    return told


def _names_of(described: object) -> Iterable[str]:
    if described is InputArguments:
        takers = (InputArguments, InputArguments.value)
        return [name for taker in takers for name in inspect.signature(taker).parameters]
    if not callable(described):
        return dir(type(described))
    return [*dir(described), *inspect.signature(described).parameters]


def _apart(group: str, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    yield from (f"{group}.{name}" for name in {*ours} ^ {*theirs})


def _parameters(
    name: str, ours: Callable[..., object] | None, theirs: Iterable[str]
) -> Iterator[str]:
    """Yield the parameters that differ; the name itself if only their order does."""
    if ours is None:
        yield name
        return
    mine, theirs = shape(ours), list(theirs)
    odd = {part.partition("=")[0] for part in {*mine} ^ {*theirs}}
    yield from (f"{name}({part})" for part in odd)
    common = [part for part in mine if part.partition("=")[0] not in odd]
    if common != [part for part in theirs if part.partition("=")[0] not in odd]:
        yield name


def _members(group: str, ours: object, theirs: Mapping[str, Any]) -> Iterator[str]:
    """Yield the members that differ, and the parameters of those that both have."""
    mine = {name for name in [*dir(ours), *_annotated(ours)] if not name.startswith("_")}
    yield from _apart(group, mine, theirs)
    for name in mine & theirs.keys():
        if isinstance(theirs[name], list):
            yield from _parameters(f"{group}.{name}", getattr(ours, name), theirs[name])


def _errors(theirs: Mapping[str, list[str]]) -> Iterator[str]:
    mine = dict(inspect.getmembers(errors, inspect.isclass))
    yield from _apart("errors", mine, theirs)
    for name in mine.keys() & theirs.keys():
        if [base.__name__ for base in mine[name].__mro__[1:-1]] != theirs[name]:
            yield f"errors.{name}"


def _kinds(theirs: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what the elements of tests lack; what else they have is said of ours nowhere."""
    for name, members in theirs.items():
        if _function_of(name) in NOT_YET:
            continue
        kind = getattr(kinds, name, None)
        if kind is None:
            yield f"elements.{name}"
        else:
            yield from (f"elements.{name}.{each}" for each in members if not hasattr(kind, each))


def _function_of(kind: str) -> str:
    """Return the name of the function that draws what a class stands for."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower()


def _annotated(ours: object) -> Iterable[str]:
    """Return the names that the classes of an object announce, as the lists of a test are."""
    kinds = type(ours).__mro__ if isinstance(ours, AppTest) else ()
    return (name for kind in kinds for name in vars(kind).get("__annotations__", ()))


def _without(names: Mapping[str, Any], left_out: Iterable[str]) -> Mapping[str, Any]:
    return {name: said for name, said in names.items() if name not in {*left_out}}


def _written(default: object) -> str:
    if default is ... or type(default) is object:
        return "..."
    return default.__name__ if isinstance(default, type) else repr(default)
