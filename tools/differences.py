"""Differences from Streamlit 1.67: those of names and parameters found, those of behaviour told.

The record of Streamlit's names is tests/api/signatures.json. What differs from it without a word in
`LISTED`, or is listed there and differs no more, fails `make check`. How things behave is told
where they are made, in a section "Differs:" of the docstring.
"""

import importlib
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

import ostinato
from ostinato import connections, errors
from ostinato.arguments.inputs import InputArguments
from ostinato.compat import as_streamlit
from ostinato.config import OPTIONS, Config
from ostinato.config.foreign import FOREIGN, THEME
from ostinato.config.reading import OTHER_NAMES
from ostinato.run.cached import CachedFunction
from ostinato.run.container import elements
from ostinato.run.script import Script
from ostinato.run.visit import Cookies, Headers
from ostinato.testing import AppTest
from ostinato.testing import elements as kinds
from ostinato.widgets.grid import GridContainer
from ostinato.widgets.status import StatusContainer

Record = Mapping[str, Any]

RECORD: Record = json.loads(
    (Path(__file__).parent.parent / "tests/api/signatures.json").read_text(encoding="utf-8")
)

LISTED = {
    "Ostinato's own, for scripts": "st.rebuild st.context.event_id st.App(config) st.App(arguments)"
    " st.App(folder) st.App(listens_on)",
    "Ostinato's own: what a page was made of": "Page.is_default Page.is_meant_first Page.name"
    " Page.source Page.start",
    "Ostinato's own: a store, a protocol and options fail": "errors.UnreadableSessionStateError"
    " errors.NotAvailable errors.ConfigError errors.UnknownOption errors.ScriptNotFound"
    " errors.StoreError errors.WireError errors.MessageTooBig errors.RunTimeout",
    "Ostinato's own: Streamlit's tests do not find these": "AppTest.bottom AppTest.column"
    " AppTest.dialog AppTest.empty AppTest.fragment AppTest.popover"
    " AppTest.tab AppTest.page AppTest.nodes AppTest.name AppTest.parts"
    " AppTest.altair_chart AppTest.area_chart AppTest.audio AppTest.balloons AppTest.bar_chart"
    " AppTest.echarts_chart AppTest.files AppTest.graphviz_chart AppTest.iframe AppTest.line_chart"
    " AppTest.map AppTest.pdf AppTest.plotly_chart AppTest.pydeck_chart AppTest.pyplot"
    " AppTest.component_v2"
    " AppTest.scatter_chart AppTest.skeleton AppTest.snow AppTest.vega_lite_chart AppTest.video",
    "Ostinato's own, between a test and its elements": "AppTest.inputs AppTest.saved_by"
    " AppTest.upload",
    "Streamlit's, of its objects and not of the class": "AppTest.args AppTest.context"
    " AppTest.kwargs AppTest.user",
    "Streamlit's, in streamlit.testing.v1.errors": "errors.AppTestError",
    "Streamlit's, in streamlit.components.v1.custom_component": "errors.MarshallComponentException",
    "Streamlit's, in streamlit.runtime.caching.cache_errors": "errors.CachedWidgetWarning"
    " errors.CacheReplayClosureError errors.UnhashableParamError"
    " errors.UnserializableReturnValueError",
    "Left out: nothing here raises them": "errors.BidiComponentInvalidIdError"
    " errors.FragmentHandledException errors.FragmentStorageKeyError"
    " errors.StreamlitComponentRegistryError errors.StreamlitMaxRetriesError",
    "Left out: no page of Streamlit's describes them": "st.query_params.missing_attr_error_message"
    " st.query_params.missing_key_error_message"
    " st.components.v1.deprecate_func_name st.components.v2.get_bidi_component_manager",
    "Left out: only Snowflake's own service has it": "connections.SnowflakeCallersRightsConnection",
    "Another default: nothing is ever gathered": "config.browser.gatherUsageStats",
    "Another default: the same, in words": "config.logger.level",
    "Another default: none beside those that are found": "config.secrets.files",
    "Another default: files come in messages of their own": "config.server.maxMessageSize",
    "Another default: yes, where only this machine can connect": "config.server.runOnSave",
    "Ostinato's own options": "config.files.maxSessionSize"
    " config.files.maxSize config.maps.darkStyle config.maps.hosts config.maps.lightStyle"
    " config.client.isolatedComponents config.runner.clickGrace"
    " config.runner.maxElements config.runner.threads"
    " config.server.cookieSecret config.server.drainTimeout config.server.frameAncestors"
    " config.server.metrics config.server.telemetry config.server.workers config.session.idle"
    " config.session.maxSize config.session.maxValueSize config.session.rest config.session.resume"
    " config.session.store config.session.storeRequired config.session.ttl",
}
"""Names and parameters that differ, by what is to be said of them."""

RETURNED: Mapping[str, type] = {
    "st.cache_data()": CachedFunction,
    "st.cache_resource()": CachedFunction,
    "st.context.cookies": Cookies,
    "st.context.headers": Headers,
    "st.grid()": GridContainer,
    "st.status()": StatusContainer,
}
"""The classes of what scripts are given, by what gives it."""

SECTION = re.compile(r"^Differs:\n((?:    .*\n?|\n(?=    ))+)", re.MULTILINE)
ENTRY = re.compile(r"^(\w+): (.*(?:\n .*)*)", re.MULTILINE)


def check(record: Record = RECORD, listed: Mapping[str, str] = LISTED) -> None:
    """Compare what differs with what is listed.

    Raises:
        ValueError: If something differs in silence, is listed twice, or does not differ.
    """
    names = [name for text in listed.values() for name in text.split()]
    if twice := sorted(name for name in {*names} if names.count(name) > 1):
        raise ValueError(
            f"names: each must be listed once, got {', '.join(twice)}: take the other off LISTED in"
            " tools/differences.py"
        )
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
    """Yield what differs from the record."""
    modules = {"column_config", "components"}
    yield from _apart("st", {*dir(ostinato)} - {"__version__"}, {*record["names"], *modules})
    yield from _functions(record)
    yield from _containers(record["containers"])
    yield from _objects(record)
    yield from _modules(record)
    yield from _errors(record["errors"])
    yield from _options(record["config"])
    yield from _members("AppTest", AppTest(Script(Path(__file__))), record["apptest"])
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
    annotated = [
        name for kind in _classes(described) for name in kind.__dict__.get("__annotations__", ())
    ]
    return [*dir(described), *annotated, *inspect.signature(described).parameters]


def _classes(described: object) -> Iterable[type]:
    return described.__mro__ if isinstance(described, type) else ()


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


def _functions(record: Record) -> Iterator[str]:
    """Yield what functions, and those of modules, take otherwise."""
    for name, theirs in record["functions"].items():
        if hasattr(ostinato, name):
            yield from _parameters(f"st.{name}", getattr(ostinato, name), theirs)
    for group in ("column_config", "components.v1", "components.v2"):
        for name, theirs in record[group].items():
            function = getattr(attrgetter(group)(ostinato), name, None)
            yield from _parameters(f"st.{group}.{name}", function, theirs)


def _objects(record: Record) -> Iterator[str]:
    """Yield the members that differ of objects that stand ready, and of those that are made."""
    for name, theirs in record["objects"].items():
        yield from _members(f"st.{name}", type(getattr(ostinato, name)), theirs)
    for name, theirs in record["caches"].items():
        yield from _members(f"st.{name}", getattr(ostinato, name), theirs)
    for name, theirs in record["returned"].items():
        yield from _class(name, RETURNED.get(name), theirs)
    yield from _members("Page", ostinato.Page(Path(__file__).absolute()), record["page"])


def _modules(record: Record) -> Iterator[str]:
    """Yield what modules beside the package lack."""
    for name, theirs in record["connections"].items():
        yield from _class(f"connections.{name}", getattr(connections, name, None), theirs)
    with as_streamlit:
        logger = importlib.import_module("streamlit.logger")
        yield from _members("logger", logger, record["logger"], only=logger.__all__)


def _containers(theirs: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what the methods of containers lack, or take otherwise."""
    mine = {name for name in elements if not name.startswith("_")}
    yield from _apart("Container", mine, {*theirs})
    for name in mine & theirs.keys():
        yield from _parameters(f"Container.{name}", elements[name], theirs[name])


def _members(
    group: str, ours: object, theirs: Mapping[str, Any], only: Iterable[str] = ()
) -> Iterator[str]:
    """Yield the members that differ, and the parameters of those that both have."""
    mine = {name for name in [*dir(ours), *_annotated(ours)] if not name.startswith("_")}
    yield from _apart(group, only or mine, theirs)
    for name in mine & theirs.keys():
        yield from _member(f"{group}.{name}", getattr(ours, name), theirs[name])


def _class(name: str, ours: type | None, theirs: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a class lacks; what else it has is said of ours nowhere."""
    if ours is None:
        yield name
        return
    for each, said in theirs.items():
        if hasattr(ours, each):
            yield from _member(f"{name}.{each}", getattr(ours, each), said)
        else:
            yield f"{name}.{each}"


def _member(name: str, ours: object, theirs: Any) -> Iterator[str]:
    if not isinstance(theirs, list):
        return
    if callable(ours):
        yield from _parameters(name, ours, theirs)
    else:
        yield name


def _options(theirs: Mapping[str, Any]) -> Iterator[str]:
    """Yield the options that one side lacks, and those whose defaults differ."""
    named = {name: OPTIONS[known].of(Config()) for name, known in OTHER_NAMES.items()}
    themes = {name: None for name in theirs if name.startswith(THEME)}
    ours = {
        **themes,
        **FOREIGN,
        **named,
        **{name: each.of(Config()) for name, each in OPTIONS.items()},
    }
    yield from _apart("config", ours, theirs)
    yield from (f"config.{name}" for name in ours.keys() & theirs if ours[name] != theirs[name])


def _errors(theirs: Mapping[str, list[str]]) -> Iterator[str]:
    mine = dict(inspect.getmembers(errors, inspect.isclass))
    yield from _apart("errors", mine, theirs)
    for name in mine.keys() & theirs.keys():
        if [base.__name__ for base in mine[name].__mro__[1:-1]] != theirs[name]:
            yield f"errors.{name}"


def _kinds(theirs: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield what the elements of tests lack, or take otherwise."""
    for name, members in theirs.items():
        yield from _class(f"elements.{name}", getattr(kinds, name, None), members)


def _annotated(ours: object) -> Iterable[str]:
    """Return the names that the classes of an object announce, as the lists of a test are."""
    kinds = type(ours).__mro__ if isinstance(ours, AppTest) else ()
    return (name for kind in kinds for name in vars(kind).get("__annotations__", ()))


def _written(default: object) -> str:
    if default is ... or type(default) is object:
        return "..."
    return default.__name__ if isinstance(default, type) else repr(default)
