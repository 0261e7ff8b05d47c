"""Component instance: a custom component in its frame."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ostinato.arguments.frame import check_tab_index
from ostinato.data.arriving import frame_of
from ostinato.errors import MarshallComponentException
from ostinato.run.component_arguments import as_json, files_in, sorted_arguments
from ostinato.run.component_folders import file_of
from ostinato.run.elements import draw, element
from ostinato.run.surroundings import surroundings_here
from ostinato.values.said import Said
from ostinato.values.value import OnChange, Value
from ostinato.wire.components import ComponentBytes, ComponentTable
from ostinato.wire.props import FileAddress, InputProps


class ComponentInstance(InputProps, frozen=True, kw_only=True):
    """The wire form of a call of a custom component.

    `name` is its own, after that of the module that has declared it, and `src` the address of its
    page. `args` are its arguments as JSON, without `blobs` and `tables`. `shown` are files of the
    app whose addresses stand in `args`.
    If `is_isolated`, the frame has an origin of its own.

    Its value is text: `json:` and JSON, `bytes:` and base64, or `dataframe:` and a table as JSON,
    its three streams in base64.
    """

    name: str
    src: FileAddress = ""
    args: str = "{}"
    shown: list[FileAddress] | None = None
    blobs: dict[str, ComponentBytes] | None = None
    tables: dict[str, ComponentTable] | None = None
    tab_index: int | None = None
    is_isolated: bool = False

    identity_free = InputProps.identity_free | {"tab_index", "is_isolated"}

    @property
    def call(self) -> str:
        """What the script has called, as errors name it."""
        return self.label


@element
def _component_instance(
    name: str,
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
    *,
    src: Path | str,
    default: Any,
    key: str | int | None,
    callback: tuple[OnChange, Any, Any],
    tab_index: int | None,
) -> Any:
    """Draw a custom component, and return what it says.

    Args:
        name: Its name, after that of the module that has declared it.
        args: What it is called with by place, which must be nothing.
        kwargs: What it is called with: values that JSON has, bytes, and tables.
        src: The folder of its files, or the address where they are else.
        default: What is returned until it has said something.
        key: Its name in session state.
        callback: What is called before the run that something new has led to, and its arguments.
        tab_index: Where it stands in the order of the Tab key; -1 leaves it out.
    """
    label = name.rpartition(".")[2] or name
    if args:
        raise MarshallComponentException(
            f"{label}: each argument must have a name, got {args[0]!r:.100} without one: write"
            " name=value"
        )
    check_tab_index(label, tab_index)
    key = None if key is None else str(key)
    plain, blobs, tables = sorted_arguments(label, kwargs)
    known_by = ComponentInstance(
        label=label,
        key=key,
        name=name,
        src=src if isinstance(src, str) else file_of(name, src),
        args=as_json(label, plain),
        blobs=blobs or None,
        tables=tables or None,
        tab_index=tab_index,
        is_isolated=isinstance(src, Path) and surroundings_here().config.client.isolated_components,
    )
    first, first_blobs, first_tables = sorted_arguments(label, {"default": default})
    # It is told what is returned at first, which does not tell it from others (W07).
    args_as_json = as_json(label, {**plain, **first, "key": key})
    props = msgspec.structs.replace(
        known_by,
        args=args_as_json,
        shown=files_in(args_as_json),
        blobs={**blobs, **first_blobs} or None,
        tables={**tables, **first_tables} or None,
    )
    on_change, its_args, its_kwargs = callback
    value: Value[Any] = Value(
        Said(frame_of),
        None,
        None,
        on_change=on_change,
        args=its_args,
        kwargs=its_kwargs,
        identity=known_by,
    )
    said = draw(props, value=value)
    return default if said is None else said
