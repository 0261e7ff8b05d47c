"""Write the files that are made from others: the client's types, golden files, stubs, docs."""

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Any, get_args

import msgspec

import differences
from golden import golden_files
from names import name_files
from ostinato import widgets
from ostinato.run.recipe import Download
from ostinato.wire import messages
from ostinato.wire.inspection import INSPECTED
from ostinato.wire.props import Page, Props
from reference import reference_files
from stub import container_stub, package_stub
from theme import theme_files
from typescript import defaults, fields_left_out, typescript

ROOT = Path(__file__).parent.parent


HEADER = "// Made by `make generate` from the structs in src/ostinato. Do not edit.\n"


def wire_types() -> str:
    """Return the text of `wire.gen.ts`."""
    elements = elements_props()
    unions = {
        "Edit": messages.Edit,
        "ClientMessage": messages.ClientMessage,
        "ServerMessage": messages.ServerMessage,
    }
    tuples = [struct for union in unions.values() for struct in get_args(union)]
    props = [Page, *elements]
    parts = {part for struct in props for part in inner_structs(struct)}
    protocol = f"export const PROTOCOL = {messages.PROTOCOL};\n"
    page = f'export const PAGE: Page = {{ kind: "page", {fields_left_out(Page)} }};\n'
    types = typescript([*tuples, *INSPECTED, messages.Batch], [*props, *parts], unions)
    return "\n".join([HEADER, types, protocol, page])


def elements_props() -> list[type]:
    """Return the props of all elements."""
    for module in pkgutil.iter_modules(widgets.__path__):
        importlib.import_module(f"ostinato.widgets.{module.name}")
    found = [each for each in subclasses(Props) if each.__module__.startswith(widgets.__name__)]
    return [*found, Download]


def subclasses(base: type) -> list[type]:
    """Return all classes below a class."""
    direct: list[type] = base.__subclasses__()
    return direct + [sub for each in direct for sub in subclasses(each)]


def inner_structs(struct: type) -> list[type]:
    """Return the structs that the fields of a struct hold, in lists or not, and those in them."""
    own = [part for field in msgspec.structs.fields(struct) for part in structs_in(field.type)]
    return own + [part for each in own for part in inner_structs(each)]


def structs_in(hint: Any) -> list[type]:
    """Return the structs that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return [hint]
    return [part for arg in get_args(hint) for part in structs_in(arg)]


def main() -> None:
    """Write every generated file whose text has changed; with --check, only name them.

    That also compares our names with Streamlit's.
    """
    files = {
        ROOT / "client/src/core/wire.gen.ts": wire_types(),
        ROOT / "client/src/view/defaults.gen.ts": f"{HEADER}\n{defaults(elements_props())}",
        ROOT / "src/ostinato/__init__.pyi": package_stub(),
        ROOT / "src/ostinato/run/container.pyi": container_stub(),
        **golden_files(),
        **reference_files(),
        **name_files(),
        **theme_files(),
    }
    stale = [path for path, text in files.items() if not path.exists() or path.read_text() != text]
    names = [str(path.relative_to(ROOT)) for path in stale]
    if "--check" in sys.argv and stale:
        sys.exit(f"stale: {', '.join(names)}: run `make generate`")
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])
    if "--check" in sys.argv:
        differences.check()
    print("\n".join(f"wrote {name}" for name in names) or "all generated files are fresh")


if __name__ == "__main__":
    main()
