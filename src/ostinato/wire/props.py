"""Props: what the browser needs to know of one element.

Every element has one subclass of `Props`, beside its function in `ostinato.widgets`. The
class name in snake case is its `kind` on the wire, the fields keep their names, and the
TypeScript interface of the same name is generated from it.
"""

import re
from typing import Any, Literal

import msgspec

Width = Literal["stretch", "content", "auto"] | int
Height = Literal["stretch", "content", "auto"] | int
Alignment = Literal["left", "center", "right", "justify"]
LabelVisibility = Literal["visible", "hidden", "collapsed"]
Gap = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"] | int | None


def kind_of(class_name: str) -> str:
    """Give the `kind` under which a props class of this name travels.

    Example:
        >>> kind_of("TextInput")
        'text_input'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


class Props(
    msgspec.Struct, frozen=True, omit_defaults=True, gc=False, tag_field="kind", tag=kind_of
):
    """One element without a value of its own."""


class InputProps(Props, frozen=True, kw_only=True):
    """One element that a person can change.

    A subclass adds a field `value`, in its wire form, unless it is a trigger. It is not
    part of the widget's identity, and neither are the fields listed in `IDENTITY_FREE`.
    """

    label: str
    key: str | None = None
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "stretch"


class ContainerProps(Props, frozen=True, kw_only=True):
    """One element that holds others."""

    key: str | None = None


IDENTITY_FREE = frozenset(
    {"value", "clearable", "help", "disabled", "label_visibility", "width", "key"}
)

Fields = dict[str, Any]
