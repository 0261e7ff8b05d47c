"""Specifications of ECharts: read from what a script gives, and checked as far as Python can."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

Path = list[str | int]

ADVICE = {
    "bool": "use bool()",
    "date": "use .isoformat()",
    "datetime": "use .isoformat()",
    "Timestamp": "use .isoformat()",
    "function": 'use a template, such as "{b}: {c}"',
    "method": 'use a template, such as "{b}: {c}"',
    "Decimal": "use float()",
    "set": "use a list",
}

EXTENSIONS = {"liquidFill": "echarts-liquidfill", "wordCloud": "echarts-wordcloud"}
IN_SPACE = re.compile(r"(3D|GL)$|^(globe|surface)$")
ON_MAPS = ("geo", "bmap", "amap", "leaflet")
CALLBACK = re.compile(r"\bfunction\s*\w*\s*\(|=>")


class Specification(NamedTuple):
    """What is to be drawn.

    Args:
        text: The option object as JSON, without its tables.
        tables: The tables of its datasets, and where they are in it.
        can_select: Whether it says that something can be selected.
    """

    text: str
    tables: list[tuple[Path, Any]]
    can_select: bool


def read(who: str, spec: object, is_table: Callable[[object], bool]) -> Specification:
    """Return a specification of ECharts, checked.

    Args:
        who: The chart, for errors.
        spec: An option object, its JSON, or a chart of pyecharts.
        is_table: Whether something is a table.

    Raises:
        StreamlitAPIException: If it is no JSON, or needs what is not there.
        StreamlitInvalidParameterTypeError: If it is none of these.
    """
    option = _option_of(who, spec)
    tables = _Tables(is_table)
    option = tables.without(option, [])
    text = _text_of(who, option)
    # What ECharts is given: keys may have been numbers, lists tuples.
    _check(who, option)
    return Specification(text, tables.found, any(map(_can_select, parts_of(option))))


def parts_of(option: Mapping[Any, Any]) -> Iterator[Mapping[Any, Any]]:
    """Yield an option object, and those within it for points in time and sizes of the screen."""
    yield option
    base = option.get("baseOption")
    media = [each.get("option") for each in _listed(option.get("media")) if _is_object(each)]
    for each in [base, *_listed(option.get("options")), *media]:
        if _is_object(each):
            yield each


def _option_of(who: str, spec: object) -> Mapping[Any, Any]:
    given = spec
    if not isinstance(spec, str | Mapping) and callable(
        dump := getattr(spec, "dump_options", None)
    ):
        given = dump()
    if isinstance(given, str):
        given = _parsed(who, given)
    if isinstance(given, Mapping):
        return given
    what = "an object in JSON" if isinstance(spec, str) else "a dict, its JSON or a pyecharts chart"
    raise StreamlitInvalidParameterTypeError(
        f"{who}: spec must be {what}, got spec={_shown(given)}"
    )


def _parsed(who: str, text: str) -> Any:
    def refuse(name: str) -> NoReturn:
        raise StreamlitAPIException(f"{who}: spec has {name}, which is no JSON: use null instead")

    try:
        return json.loads(text, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        if CALLBACK.search(text):
            raise StreamlitAPIException(
                f"{who}: spec must be JSON, got functions of JavaScript, which are not supported:"
                ' use templates, such as "{b}: {c}"'
            ) from None
        raise StreamlitAPIException(f"{who}: spec must be JSON, got {error}") from None


class _Tables:
    """Takes the tables of datasets out of an option object, and notes where they were."""

    def __init__(self, is_table: Callable[[object], bool]) -> None:
        self.found: list[tuple[Path, Any]] = []
        self._is_table = is_table

    def without(self, value: Any, path: Path) -> Any:
        """Return an option object, or what stands in its place, without its tables."""
        if not _is_object(value):
            return value
        within = {"dataset": self._without_source, "baseOption": self.without}
        if not path:
            within |= {"options": self.without, "media": self._without_in_medium}
        made = dict(value)
        for name, taken in within.items():
            if name in made:
                made[name] = _each(made[name], [*path, name], taken)
        return made

    def _without_in_medium(self, value: Any, path: Path) -> Any:
        if not _is_object(value) or "option" not in value:
            return value
        return {**value, "option": self.without(value["option"], [*path, "option"])}

    def _without_source(self, value: Any, path: Path) -> Any:
        if not _is_object(value) or not self._is_source(value.get("source")):
            return value
        self.found.append((path, value["source"]))
        return {name: part for name, part in value.items() if name != "source"}

    def _is_source(self, value: object) -> bool:
        """Return whether it is a table, or a dict of columns that JSON does not have."""
        columns = value.values() if isinstance(value, dict) else ()
        return self._is_table(value) or any(map(_is_tabular, columns))


def _each(value: Any, path: Path, change: Callable[[Any, Path], Any]) -> Any:
    if isinstance(value, list | tuple):
        return [change(part, [*path, place]) for place, part in enumerate(value)]
    return change(value, path)


def _text_of(who: str, option: Mapping[Any, Any]) -> str:
    """Return JSON; half a character, which cannot travel, becomes a question mark.

    Raises:
        StreamlitAPIException: If there is anything else in it.
    """
    try:
        text = json.dumps(option, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        raise StreamlitAPIException(
            f"{who}: spec must not be nested this deeply: draw a part of it"
        ) from None
    except (TypeError, ValueError) as error:
        found = _unfit(option, "", []) or f"{error}: use numbers, text, None, lists and dicts"
        raise StreamlitAPIException(
            f"{who}: spec must be plain JSON, got {found}"
            " (a table with moments, numbers of numpy and missing values can be a dataset.source)"
        ) from None
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _unfit(value: Any, path: str, above: list[int]) -> str:
    """Return what is no JSON in a value, where, and what to do; "" if all is."""
    if isinstance(value, str | int | None) or (isinstance(value, float) and abs(value) < _ENDLESS):
        return ""
    if isinstance(value, float):
        return f"{path}={value!r}: use None"
    if id(value) in above:
        return f"{path}, which holds itself: draw a part of it"
    above = [*above, id(value)]
    if isinstance(value, list | tuple):
        items = ((f"{path}[{place}]", each) for place, each in enumerate(value))
        return next(filter(None, (_unfit(each, at, above) for at, each in items)), "")
    if isinstance(value, dict):
        for name in value:
            if not isinstance(name, str | int | float | None):
                return f"a key {_shown(name)} of {path or 'spec'}: use a str"
        named = ((f"{path}.{name}" if path else str(name), each) for name, each in value.items())
        return next(filter(None, (_unfit(each, at, above) for at, each in named)), "")
    return f"{path}={_shown(value)}: {_advice_for(value)}"


_ENDLESS = float("inf")


def _advice_for(value: object) -> str:
    kind = type(value)
    if kind.__name__ in ADVICE:
        return ADVICE[kind.__name__]
    if _is_tabular(value):
        return "pass it as dataset.source"
    if kind.__module__.partition(".")[0] == "numpy":
        return "use .item()"
    return "use numbers, text, None, lists and dicts"


def _is_tabular(value: object) -> bool:
    has_rows = hasattr(value, "columns") or hasattr(value, "__arrow_c_stream__")
    return bool(getattr(value, "ndim", 0)) or has_rows


def _shown(value: object) -> str:
    kind = type(value)
    where = "" if kind.__module__ == "builtins" else f"{kind.__module__.partition('.')[0]}."
    if _is_tabular(value):
        return f"a {where}{kind.__name__}"
    try:
        return f"{value!r:.60}"
    except Exception:  # noqa: BLE001  (a user's __repr__ may raise anything)
        return f"a {where}{kind.__name__}"


def _check(who: str, option: Mapping[Any, Any]) -> None:
    """Check that a specification needs nothing that is not there.

    Raises:
        StreamlitAPIException: If it does.
    """
    for part in parts_of(option):
        for name, value in part.items():
            if value is not None:
                _check_word(who, "component", str(name))
        for series in _listed(part.get("series")):
            if _is_object(series):
                _check_word(who, "series", str(series.get("type")))
                _check_word(who, "coordinateSystem", str(series.get("coordinateSystem")))


def _check_word(who: str, what: str, word: str) -> None:
    why = ""
    if what == "series" and word == "custom":
        why = "needs renderItem, a function of JavaScript: use another series"
    elif word in ON_MAPS or (what == "series" and word == "map"):
        why = "needs the shapes of a map, which are not there: use st.map or st.pydeck_chart"
    elif IN_SPACE.search(word):
        why = "needs ECharts GL, which is not there: use st.pydeck_chart or st.plotly_chart"
    elif what == "series" and word in EXTENSIONS:
        why = f"needs {EXTENSIONS[word]}, which is not there: use another series"
    if why:
        raise StreamlitAPIException(f'{who}: {what} "{word}" {why}')


def _can_select(part: Mapping[Any, Any]) -> bool:
    """Return whether something can be selected in what a part of a specification says."""
    series = [each for each in _listed(part.get("series")) if _is_object(each)]
    boxes = [each for each in _listed(part.get("toolbox")) if _is_object(each)]
    features = [each.get("feature") for each in boxes]
    return (
        any(each.get("selectedMode") for each in series)
        or "brush" in part
        or any(_is_object(each) and "brush" in each for each in features)
    )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return [*value] if isinstance(value, list | tuple) else [value]


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)
