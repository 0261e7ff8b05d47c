"""Write the files that are made from others: `client/src/core/wire.gen.ts`."""

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import get_args

import msgspec

from ostinato import widgets
from ostinato.wire import messages
from ostinato.wire.typescript import typescript, union

ROOT = Path(__file__).parent.parent


def wire_types() -> str:
    """Give the text of `wire.gen.ts`."""
    structs = [
        struct
        for module in pkgutil.iter_modules(widgets.__path__)
        for struct in vars(importlib.import_module(f"ostinato.widgets.{module.name}")).values()
        if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
        and struct.__module__ == f"ostinato.widgets.{module.name}"
    ]
    unions = {name: get_args(getattr(messages, name)) for name in ("Edit", "ClientMessage", "ServerMessage")}
    tuples = [struct for members in unions.values() for struct in members]
    text = typescript([*tuples, messages.Batch], structs)
    protocol = f"export const PROTOCOL = {messages.PROTOCOL};\n"
    return "\n".join([text, *(union(name, members) for name, members in unions.items()), protocol])


def main() -> None:
    """Write every generated file whose text has changed; with --check, only name them."""
    target = ROOT / "client/src/core/wire.gen.ts"
    text = wire_types()
    if target.exists() and target.read_text() == text:
        return
    if "--check" in sys.argv:
        sys.exit(f"{target.relative_to(ROOT)} is stale: run `make generate`")
    target.write_text(text)
    print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
