"""TypeScript from Structs: the types of the wire, as the client sees them."""

import types
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

Names = Mapping[Any, str]

PLAIN: Names = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    bytes: "Uint8Array",
    type(None): "null",
    Any: "unknown",
}


def typescript(
    tuples: Iterable[type], interfaces: Iterable[type], unions: Mapping[str, Any]
) -> str:
    """Write the types of the wire.

    Args:
        tuples: Structs that are arrays on the wire.
        interfaces: Structs that are objects on the wire.
        unions: Union types by the name they get.

    Raises:
        TypeError: If a field's type has no counterpart.
    """
    names = {**PLAIN, **{union: name for name, union in unions.items()}}
    structs = sorted(interfaces, key=lambda struct: struct.__name__)
    parts = [_tuple(struct, names) for struct in tuples]
    parts += [_interface(struct, names) for struct in structs]
    kinds = [struct.__name__ for struct in structs if _tag(struct)]
    parts.append("export type Props =\n" + "\n".join(f"  | {kind}" for kind in kinds) + ";\n")
    for name, union in unions.items():
        members = " | ".join(member.__name__ for member in get_args(union))
        parts.append(f"export type {name} = {members};\n")
    return "\n".join(parts)


def defaults(props: Iterable[type]) -> str:
    """Write what the fields of each kind of element are if the wire leaves them out."""
    lines = [
        f"  {_tag(struct)}: {{ {fields_left_out(struct)} }},\n".replace("{  }", "{}")
        for struct in sorted(props, key=lambda struct: struct.__name__)
    ]
    head = "export const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {"
    return head + "\n" + "".join(lines) + "};\n"


def fields_left_out(struct: type) -> str:
    """Write the fields that the wire may leave out, with what they then are."""
    fields = [
        f"{field.name}: {msgspec.json.encode(_default(field)).decode()}"
        for field in msgspec.structs.fields(struct)
        if not field.required
    ]
    return ", ".join(fields)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default_factory() if field.default is msgspec.NODEFAULT else field.default


def _tag(struct: Any) -> str | None:
    tag: str | None = struct.__struct_config__.tag
    return tag


def _tuple(struct: type, names: Names) -> str:
    fields = [f'tag: "{_tag(struct)}"'] if _tag(struct) else []
    for field in msgspec.structs.fields(struct):
        fields.append(f"{field.name}: {_type(field.type, names)}")
    return f"{_doc(struct)}export type {struct.__name__} = [{', '.join(fields)}];\n"


def _interface(struct: type, names: Names) -> str:
    lines = [f'  kind: "{_tag(struct)}";\n'] if _tag(struct) else []
    for field in msgspec.structs.fields(struct):
        # The client fills in what the wire leaves out of an element, not of its parts.
        optional = "" if field.required or _tag(struct) else "?"
        lines.append(f"  {field.name}{optional}: {_type(field.type, names)};\n")
    return f"{_doc(struct)}export interface {struct.__name__} {{\n{''.join(lines)}}}\n"


def _doc(struct: type) -> str:
    lines = [line.strip() for line in (struct.__doc__ or "").strip().splitlines()]
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    return "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n"


def _type(hint: Any, names: Names) -> str:
    if hint in names:
        return names[hint]
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint.__name__
    write = GENERIC.get(get_origin(hint))
    if write is None:
        raise TypeError(f"no TypeScript type for {hint!r}")
    return write(get_args(hint), names)


def _annotated(arguments: tuple[Any, ...], names: Names) -> str:
    return _type(arguments[0], names)


def _literal(values: Iterable[Any], names: Names) -> str:
    return " | ".join(msgspec.json.encode(value).decode() for value in values)


def _union(members: Iterable[Any], names: Names) -> str:
    return " | ".join(dict.fromkeys(_type(member, names) for member in members))


def _list(items: tuple[Any], names: Names) -> str:
    inner = _type(items[0], names)
    return f"({inner})[]" if " | " in inner else f"{inner}[]"


def _fixed(items: Iterable[Any], names: Names) -> str:
    return "[" + ", ".join(_type(item, names) for item in items) + "]"


def _record(items: tuple[Any, Any], names: Names) -> str:
    return f"Record<{_type(items[0], names)}, {_type(items[1], names)}>"


GENERIC: Mapping[Any, Callable[[Any, Names], str]] = {
    Annotated: _annotated,
    Literal: _literal,
    Union: _union,
    types.UnionType: _union,
    list: _list,
    tuple: _fixed,
    dict: _record,
}
