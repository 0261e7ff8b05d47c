"""The reference: pages of Markdown made from docstrings and from the table of options."""

import ast
import inspect
import re
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

import ostinato
from differences import LISTED, RECORD, facts
from ostinato import errors, testing
from ostinato.arguments.inputs import InputArguments
from ostinato.config import OPTIONS, Config, Option, environment_names
from ostinato.config.theme.names import PARTS, SECTIONS, WHOLE
from ostinato.testing import block
from ostinato.testing import elements as kinds
from ostinato.testing.element import Element
from pytest_ostinato import OpenApp

FOLDER = Path(__file__).parent.parent / "docs/reference"
WIDTH = 90

FAMILIES = {
    "Text": "write markdown title header subheader caption badge text code echo latex html iframe"
    " divider",
    "Boxes": "error warning info success exception",
    "Media": "image audio video pdf",
    "Data and objects": "dataframe data_editor table metric column_config json help",
    "Charts": "line_chart area_chart bar_chart scatter_chart altair_chart vega_lite_chart"
    " plotly_chart echarts_chart map pydeck_chart graphviz_chart mermaid_chart pyplot",
    "Inputs": "button checkbox slider text_input number_input selectbox menu_button"
    " download_button",
    "Forms and chat": "form form_submit_button chat_message chat_input write_stream",
    "Layout": "sidebar bottom columns grid container expander tabs popover empty space logo",
    "Status and effects": "status progress spinner skeleton toast balloons snow",
    "Pages": "navigation Page page_link switch_page",
    "State and control": "session_state cache_data cache_resource query_params secrets rebuild"
    " context rerun stop fragment dialog set_page_config get_option set_option",
    "People": "user login logout",
    "Serving": "App connection",
    "Components": "components",
}
"""Titles of the pages, and what is on them. The first word of a title is the name of its file."""

METHODS = "from_file from_string from_function run get get_by_key"
"""What there is to say about a test; its lists of elements are told in the guide."""

WIRE = ("encode", "wire_of")
"""Members of elements that are between them and their test."""

ELEMENTS = """\
# Elements

Everything in `ostinato`, written `st` here: `import ostinato as st`, or `import streamlit as st`
in a script that Ostinato serves. Every element is also a method of every container:
`st.sidebar.slider(...)`. The parameters are those of Streamlit 1.67;
[what differs](differences.md) is on a page of its own.
"""
TESTING = """\
# Testing

The fixture for pytest, and everything in `ostinato.testing`; [the guide](../guide/testing.md) shows
how to use them. In an annotation the fixture is `pytest_ostinato.OpenApp`.
"""
DIFFERENCES = """\
# Differences from Streamlit

Names, parameters and defaults are those of Streamlit 1.67, but for those named here: of its {names}
names, {containers} methods of containers, {column_config} of `column_config`, {errors} errors,
{config} options, {apptest} names of `AppTest` and {elements} classes of elements. A check compares
them with a record. What differs in the server and its sessions is told in
[the guide](../guide/coming-from-streamlit.md#what-is-different).
"""
ERRORS = """\
# Errors

Everything that Ostinato raises on purpose is in `ostinato.errors`, and so in `streamlit.errors`.
"""
CONFIGURATION = """\
# Configuration

Each option can be set by a flag, by a variable of the environment, or in a file. A flag wins over
the environment, that over the files. They are `.ostinato/config.toml` and
`.streamlit/config.toml`, in the folder of the script, in the current one, and in your home folder;
the first in this order wins. `ostinato config show` prints the value of every option, and where it
was set. Every variable may also begin with `STREAMLIT_`.

```toml
[server]
port = 8080
runOnSave = true
```
"""

HEADINGS = {"Args": "Arguments", "Raises": "Raises", "Differs": "Differs from Streamlit"}

_SECTION = re.compile(r"^(Args|Returns|Raises|Differs|Example):\n", re.MULTILINE)


def families() -> dict[str, list[str]]:
    """Return the names on each page: elements that no title names are inputs, or what they draw."""
    named = {title: names.split() for title, names in FAMILIES.items()}
    known = {name for names in named.values() for name in names}
    for name in sorted({*ostinato.__all__} - known):
        named[
            "Inputs" if "key" in inspect.signature(getattr(ostinato, name)).parameters else "Text"
        ] += [name]
    return named


def reference_files() -> dict[Path, str]:
    """Return the text of every page, by where it goes."""
    return {
        FOLDER / "elements.md": elements_index(),
        **{FOLDER / _file(title): family_page(title) for title in FAMILIES},
        FOLDER / "testing.md": testing_page(),
        FOLDER / "differences.md": differences_page(),
        FOLDER / "errors.md": errors_page(),
        FOLDER / "configuration.md": configuration_page(),
    }


def elements_index() -> str:
    """Name every public name of the package, with the first sentence of its entry."""
    sections = []
    for title, names in families().items():
        items = [f"- [{each}]({_file(title)}#{each.lower()}): {_summary(each)}" for each in names]
        sections.append(f"## [{title}]({_file(title)})\n\n" + "\n".join(items) + "\n")
    return "\n".join([ELEMENTS, *sections])


def family_page(title: str) -> str:
    """Describe the public names of one family."""
    entries = [
        entry
        for name in families()[title]
        for entry in _entries(name, getattr(ostinato, name), "st.")
    ]
    return "\n".join([f"# {title}\n\n[All elements](../elements.md)\n", *entries])


def testing_page() -> str:
    """Describe what tests use."""
    entries = []
    for name in testing.__all__:
        described = getattr(testing, name)
        entries.append(_entry(name, described))
        for method in METHODS.split():
            entries.append(_entry(f"{name}.{method}", getattr(described, method), level=3))
    fixture = _entry("app", OpenApp.__call__)
    classes = [
        _classes("Classes of elements", kinds, Element),
        _classes("Classes of containers", block, block.Block),
    ]
    return "\n".join([TESTING, fixture, *entries, *classes])


def differences_page() -> str:
    """List what differs from Streamlit, in behaviour and in names."""
    behaviour = [
        _differs("All inputs", facts("InputArguments", InputArguments)),
        *(
            _differs(f"[{name}]({_file(title)}#{name.lower()})", told)
            for title, names in families().items()
            for name in names
            if (told := facts(name, getattr(ostinato, name)))
        ),
        *(
            _differs(f"[{name}](testing.md#{name.lower()})", told)
            for name in testing.__all__
            if (told := facts(name, getattr(testing, name)))
        ),
    ]
    listed = ["| Name | Why it differs |", "|---|---|"]
    listed += sorted(
        f"| `{name}` | {said} |" for said, text in LISTED.items() for name in text.split()
    )
    sections = {"Behaviour": behaviour, "Names and parameters": listed}
    parts = [f"## {title}\n\n" + "\n".join(body) + "\n" for title, body in sections.items()]
    counts = {part: len(RECORD[part]) for part in RECORD}
    return "\n".join([DIFFERENCES.format(**counts), *parts])


def errors_page() -> str:
    """Describe every class of error, and draw what stands below what."""
    _, tree, said = (errors.__doc__ or "").split("\n\n", 2)
    classes = inspect.getmembers(errors, inspect.isclass)
    lines = "".join(f"- `{name}`: {inspect.getdoc(error)}\n" for name, error in classes)
    return "\n".join([ERRORS, f"{said}\n{lines}", f"```text\n{inspect.cleandoc(tree)}\n```\n"])


def configuration_page() -> str:
    """Describe every option."""
    return "\n".join(
        [CONFIGURATION, *(_option(option) for option in OPTIONS.values()), _options_of_themes()]
    )


def _options_of_themes() -> str:
    rows = [f"| `{name}` | {meaning.help} |" for name, meaning in {**WHOLE, **PARTS}.items()]
    sections = ", ".join(f"`theme.{section.rstrip('.')}`" for section in SECTIONS if section)
    whole = ", ".join(f"`{name}`" for name in WHOLE)
    return "\n".join(
        [
            "# Themes",
            "",
            f"The options of `theme`, and of {sections}, but that {whole} are of all of it.",
            "[The guide](../guide/themes.md) says what they can be.",
            "",
            "| option | for |",
            "|---|---|",
            *rows,
            "",
        ]
    )


def type_text(kind: Any) -> str:
    """Write a type the way it stands in code, alike on every version of Python.

    Example:
        >>> type_text(list[int] | None)
        'list[int] | None'
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return " | ".join(map(type_text, inner))
    if origin is Literal:
        return f"Literal[{', '.join(map(_quoted, inner))}]"
    if isinstance(kind, list):
        return f"[{', '.join(map(type_text, kind))}]"
    if origin is not None and inner:
        return f"{type_text(origin)}[{', '.join(map(type_text, inner))}]"
    if isinstance(kind, TypeVar):
        return kind.__name__
    special = {type(None): "None", ...: "...", None: "None"}
    return special.get(kind) or str(getattr(kind, "__name__", kind)).rpartition(".")[2]


def _file(title: str) -> str:
    return f"elements/{title.split()[0].lower()}.md"


def _summary(name: str) -> str:
    text = _doc(name, getattr(ostinato, name)).partition("\n\n")[0]
    return re.split(r"(?<=[.:])\s", text.strip())[0].rstrip(".:").replace("\n", " ")


def _entries(name: str, described: object, prefix: str) -> list[str]:
    """Describe a public name and, of a module, its own."""
    entries = [_entry(name, described, prefix, level=3 if "." in name else 2)]
    if inspect.ismodule(described):
        for each in described.__all__:
            entries += _entries(f"{name}.{each}", getattr(described, each), prefix)
    return entries


def _entry(name: str, described: object, prefix: str = "", level: int = 2) -> str:
    """Describe a function, a class, or an object that stands ready."""
    parts = [f"{'#' * level} {name}\n"]
    if callable(described):
        parts.append(f"```python\n{_signature(prefix + name, described)}\n```\n")
    return "\n".join([*parts, *_described(_doc(name, described))])


def _doc(name: str, described: object) -> str:
    is_plain = callable(described) or inspect.ismodule(described)
    own = "" if is_plain else _own_doc(name, described)
    # What has an example of its own is described in full.
    return own if "\nExample:\n" in own else f"{own}\n{inspect.getdoc(described) or ''}"


def _signature(name: str, function: Callable[..., object]) -> str:
    signature = inspect.signature(function)
    parameters = [each for each in signature.parameters.values() if each.name != "self"]
    words = [_parameter(parameter) for parameter in parameters]
    kinds = [parameter.kind for parameter in parameters]
    if inspect.Parameter.KEYWORD_ONLY in kinds and inspect.Parameter.VAR_POSITIONAL not in kinds:
        words.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    result = signature.return_annotation
    is_class = isinstance(function, type)
    tail = "" if is_class or result is signature.empty else f" -> {type_text(result)}"
    line = f"{name}({', '.join(words)}){tail}"
    if len(line) <= WIDTH:
        return line
    return f"{name}(\n" + "".join(f"    {word},\n" for word in words) + f"){tail}"


def _parameter(parameter: inspect.Parameter) -> str:
    # As Python writes it: only `*args` and `**kwargs` have stars.
    text = str(parameter.replace(annotation=parameter.empty, default=parameter.empty))
    if parameter.annotation is not parameter.empty:
        text += f": {type_text(parameter.annotation)}"
    if parameter.default is not parameter.empty:
        text += f" = {_quoted(parameter.default)}"
    return text


def _quoted(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, type | types.FunctionType):
        return str(value.__name__)
    return "..." if value is ... else repr(value)


def _own_doc(name: str, described: object) -> str:
    """Return the docstring below the line that made an object, if there is one."""
    source = inspect.getsource(sys.modules[type(described).__module__])
    body = ast.parse(source).body
    for made, following in zip(body, body[1:], strict=False):
        is_it = isinstance(made, ast.Assign) and ast.unparse(made.targets[0]) == name
        if is_it and isinstance(following, ast.Expr):
            return f"{ast.literal_eval(following.value)}\n"
    return ""


def _described(doc: str) -> Iterator[str]:
    """Turn a docstring in Google's shape into Markdown."""
    text, *sections = _SECTION.split(doc)
    yield text.strip() + "\n"
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        body = inspect.cleandoc("\n" + body)
        if title == "Example":
            yield f"```python\n{_code(body)}\n```\n"
        elif title == "Returns":
            yield f"**Returns:** {body}\n"
        else:
            items = re.sub(r"\n +", " ", body).splitlines()
            yield f"**{HEADINGS[title]}:**\n"
            yield "\n".join(map(_item, items)) + "\n"


def _classes(title: str, module: types.ModuleType, base: type) -> str:
    """Describe what can be done with each class of what a test finds."""
    lines = []
    for name, kind in inspect.getmembers(module, inspect.isclass):
        if issubclass(kind, base):
            names = {*dir(kind), *kind.__dict__.get("__annotations__", ())} - {*WIRE}
            members = " ".join(f"`{each}`" for each in sorted(names) if each[0] != "_")
            said = (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")
            lines.append(f"- `{name}`: {said} {members}")
    return f"## {title}\n\n" + "\n".join(lines) + "\n"


def _differs(name: str, told: dict[str, str]) -> str:
    lines = [f"  - `{about}`: {said}" for about, said in told.items()]
    return "\n".join([f"- {name}", *lines])


def _item(line: str) -> str:
    name, _, text = line.partition(": ")
    return f"- `{name}`: {text}"


def _code(example: str) -> str:
    # Where a definition ends, a script has two empty lines.
    ends = re.compile(r"^(\.\.\. +(?:return|yield) .*\n)(?=>>> )", re.MULTILINE)
    parted = ends.sub(r"\1\n\n", example)
    return re.sub(r"^(>>>|\.\.\.) ?", "", parted, flags=re.MULTILINE)


def _option(option: Option) -> str:
    section = next(each for each in msgspec.structs.fields(Config) if each.name == option.section)
    field = next(each for each in msgspec.structs.fields(section.type) if each.name == option.field)
    if field.default is not msgspec.NODEFAULT:
        default = f"`{_toml(field.default)}`" if field.default is not None else "not set"
    else:
        # A function of ours says what it gives; that of a type is about the type.
        make = field.default_factory
        said = None if isinstance(make, type) else inspect.getdoc(make)
        default = said or f"`{_toml(make())}`"
    rows = {
        "type": f"`{type_text(option.type.__origin__)}`",
        "default": default,
        "flag": f"`--{option.name}`",
        "environment": f"`{environment_names(option.name)[0]}`",
    }
    lines = "\n".join(f"- {name}: {text}" for name, text in rows.items())
    return f"## {option.name}\n\n{option.help}\n\n{lines}\n"


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else _quoted(value)
