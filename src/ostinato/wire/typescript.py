"""TypeScript from Structs: the types of the wire, as the client sees them."""

import types
from collections.abc import Iterable, Iterator
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", bytes: "Uint8Array",
         type(None): "null", Any: "unknown"}


def typescript(messages: Iterable[type], props: Iterable[type]) -> str:
    """Write the module `wire.gen.ts`.

    Args:
        messages: Structs that are arrays on the wire.
        props: Props classes, and the structs that they hold.

    Raises:
        TypeError: If a field's type has no counterpart.
    """
    parts = ["// Made by `make generate` from the structs in src/ostinato. Do not edit.\n"]
    parts += [_tuple(struct) for struct in messages]
    structs = sorted(props, key=lambda struct: struct.__name__)
    parts += [_interface(struct) for struct in structs]
    kinds = [struct.__name__ for struct in structs if msgspec.inspect.type_info(struct).tag]  # type: ignore[union-attr]
    parts.append("export type Props =\n" + "".join(f"  | {name}\n" for name in kinds)[:-1] + ";\n")
    return "\n".join(parts)


def union(name: str, members: Iterable[type]) -> str:
    """Write a type that is one of several."""
    return f"export type {name} = {' | '.join(member.__name__ for member in members)};\n"


def widths(props: Iterable[type]) -> str:
    """Write the width that an element of each kind has if the wire leaves it out."""
    lines = [
        f'  {msgspec.inspect.type_info(struct).tag}: "{field.default}",\n'  # type: ignore[union-attr]
        for struct in sorted(props, key=lambda struct: struct.__name__)
        for field in msgspec.structs.fields(struct)
        if field.name == "width"
    ]
    return "export const WIDTHS: Partial<Record<string, string>> = {\n" + "".join(lines) + "};\n"


def _tuple(struct: type) -> str:
    info = msgspec.inspect.type_info(struct)
    assert isinstance(info, msgspec.inspect.StructType)
    tag = [f"tag: {info.tag!r}".replace("'", '"')] if info.tag else []
    fields = tag + [f"{field.name}: {_type(hint)}" for field, hint in _fields(struct)]
    return f"{_doc(struct)}export type {struct.__name__} = [{', '.join(fields)}];\n"


def _interface(struct: type) -> str:
    info = msgspec.inspect.type_info(struct)
    assert isinstance(info, msgspec.inspect.StructType)
    lines = [f'  kind: "{info.tag}";'] if info.tag else []
    for field, hint in _fields(struct):
        lines.append(f"  {field.name}{'' if field.required else '?'}: {_type(hint)};")
    return f"{_doc(struct)}export interface {struct.__name__} {{\n" + "\n".join(lines) + "\n}\n"


def _fields(struct: type) -> Iterator[tuple[Any, Any]]:
    hints = {field.name: field for field in msgspec.structs.fields(struct)}
    for name, field in hints.items():
        yield field, hints[name].type


def _doc(struct: type) -> str:
    lines = [line.strip() for line in (struct.__doc__ or "").strip().splitlines()]
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    return "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n"


def _type(hint: Any) -> str:
    if hint in PLAIN:
        return PLAIN[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(str(arg).lower() if isinstance(arg, bool) else f"{arg!r}".replace("'", '"')
                          for arg in args)
    if origin in (Union, types.UnionType):
        if len(args) > 3 and all(isinstance(arg, type) and issubclass(arg, msgspec.Struct) for arg in args):
            names = {"Put": "Edit", "Welcome": "ServerMessage"}
            return names[args[0].__name__]
        return " | ".join(dict.fromkeys(_type(arg) for arg in args))
    if origin is list:
        inner = _type(args[0])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if origin is tuple:
        return "[" + ", ".join(_type(arg) for arg in args) + "]"
    if origin is dict:
        return f"Record<{_type(args[0])}, {_type(args[1])}>"
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint.__name__
    raise TypeError(f"no TypeScript type for {hint!r}")
