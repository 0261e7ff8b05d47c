"""Props: what the browser needs to know of one element.

Every element has one subclass of `Props`, beside its function in `ostinato.widgets`. The
class name in snake case is its `kind` on the wire, the fields keep their names, and the
TypeScript interface of the same name is generated from it.
"""

import inspect
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, get_args

import msgspec
from msgspec.structs import astuple, force_setattr

from ostinato.errors import StreamlitAPIException
from ostinato.wire.flag import as_flag
from ostinato.wire.text import as_plain

Width = Literal["stretch", "content", "auto"] | int
Height = Literal["stretch", "content", "auto"] | int
Alignment = Literal["left", "center", "right", "justify"]
LabelVisibility = Literal["visible", "hidden", "collapsed"]
Gap = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"] | int | None

MEDIA = "_stcore/media/"
"""What addresses of files begin with that the app keeps; others lead elsewhere, or are names."""

COMPONENTS = "component/"
"""What addresses of the files of components begin with: a name, and then the id of a file."""

FileAddress = Annotated[str, "file"]
"""Where the browser finds a file: whoever shows the props has the app keep it."""

FLAGS = (bool, bool | None)
"""The types of fields that say yes or no."""


def kind_of(class_name: str) -> str:
    """Return the `kind` under which a props class of this name travels.

    Example:
        >>> kind_of("TextInput")
        'text_input'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


class Props(
    msgspec.Struct, frozen=True, omit_defaults=True, gc=False, tag_field="kind", tag=kind_of
):
    """What the browser needs to know of one element, but for its value.

    The fields named in `identity_free` do not tell one widget without a key from another (W07).
    What `holds_one` is a container of one element at a time: each replaces the one before.
    """

    identity_free: ClassVar[frozenset[str]] = frozenset(
        {"help", "disabled", "label_visibility", "width", "key"}
    )
    holds_one: ClassVar[bool] = False
    flags: ClassVar[dict[str, bool]] = {}
    """The fields that say yes or no, and whether each may be None, too."""
    shows_files: ClassVar[tuple[str, ...]] = ()
    """The fields in which addresses of files may be."""

    def __init_subclass__(cls, **config: Any) -> None:
        super().__init_subclass__(**config)
        # Also in a module that has them as text.
        types = inspect.get_annotations(cls, eval_str=True)
        own = {name: one == (bool | None) for name, one in types.items() if one in FLAGS}
        cls.flags = {**cls.flags, **own}
        cls.shows_files += tuple(name for name, one in types.items() if _has_address(one))

    def settle(self) -> None:
        """Make bools of what the script has passed for them.

        Not when they are made: nearly all are as the browser has them, which says that they are.

        Raises:
            StreamlitInvalidParameterTypeError: If one is of neither opinion, as an array is.
        """
        for name, may_be_none in self.flags.items():
            value = getattr(self, name)
            if value.__class__ is bool or (value is None and may_be_none):
                continue
            label = getattr(self, "label", "")
            who = f'{self.call} "{label}"' if label else self.call
            force_setattr(self, name, as_flag(who, name, value))

    @property
    def call(self) -> str:
        """What the script has called, as errors name it."""
        return kind(self)


def files_of(props: Props) -> Iterator[str]:
    """Yield the ids of the files that are shown with some props.

    Example:
        >>> list(files_of(Page(icon="_stcore/media/12ab.png")))
        ['12ab']
    """
    for name in props.shows_files:
        yield from ids_of(getattr(props, name))


def ids_of(value: Any) -> Iterator[str]:
    """Yield the ids of the files whose addresses are in a value."""
    if isinstance(value, str):
        if value.startswith(MEDIA):
            yield re.split(r"[./]", value[len(MEDIA) :], maxsplit=1)[0]
        elif value.startswith(COMPONENTS):
            # What a script has made up may begin like one, and have none.
            yield from value.split("/", 3)[2:3]
    elif isinstance(value, list | tuple):
        for each in value:
            yield from ids_of(each)
    elif isinstance(value, dict):
        yield from ids_of([*value.values()])
    elif isinstance(value, msgspec.Struct):
        yield from ids_of(astuple(value))


def _has_address(type: Any) -> bool:
    """Return whether a type has room for the address of a file."""
    if type is FileAddress:
        return True
    if inspect.isclass(type) and issubclass(type, msgspec.Struct):
        return any(map(_has_address, inspect.get_annotations(type, eval_str=True).values()))
    return any(map(_has_address, get_args(type)))


class InputProps(Props, frozen=True, kw_only=True):
    """One element that a person can change.

    Its value is no part of them: it travels beside them.
    """

    label: str
    key: str | None = None
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "stretch"


class ButtonProps(InputProps, frozen=True, kw_only=True):
    """A button. Without `wrap`, its label wraps unless it stands in a row or a column."""

    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    icon_position: Literal["left", "right"] = "left"
    shortcut: str | None = None
    width: Width = "content"
    wrap: bool | None = None


class ContainerProps(Props, frozen=True, kw_only=True):
    """One element that holds others."""

    key: str | None = None


class Logo(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in the corner of the page: pictures by their address, or icons by name."""

    image: FileAddress
    size: Literal["small", "medium", "large"] = "medium"
    link: str | None = None
    icon_image: FileAddress | None = None


class NavigationLink(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page in the menu: `url` is its path, or all of its address if it is no page of the app."""

    title: str
    url: str
    icon: str = ""
    section: str = ""
    is_external: bool = False
    help: str | None = None


class Navigation(msgspec.Struct, frozen=True, omit_defaults=True):
    """The menu of the app's pages.

    `expanded` says how many of them a long menu shows at first; true for all.
    """

    links: list[NavigationLink]
    position: Literal["sidebar", "top"] = "sidebar"
    expanded: bool | int = False


class FormProps(ContainerProps, frozen=True, kw_only=True):
    """A container that holds its inputs back until they are submitted.

    Its key is one of forms only. What `clear_on_submit` does is done after the run that saw it.
    """

    key: str
    clear_on_submit: bool = False


class SubmitProps(ButtonProps, frozen=True, kw_only=True):
    """A button that submits the form it stands in."""


class Page(Props, frozen=True, kw_only=True):
    """The page itself: the props of the root `main`, which is never inserted, only updated.

    `menu` has what `menu_items` says: the text of "About", and addresses, which are null where the
    entry is to be hidden. `sidebar` may be its first width in pixels. `own_title` and `own_icon`
    are those of the page of the app that is shown, for where there are no others. `likely` has the
    kinds of large elements that the script names: the browser loads them while it is idle.
    """

    title: str | None = None
    icon: FileAddress | None = None
    layout: Literal["centered", "wide"] = "centered"
    sidebar: Literal["auto", "expanded", "collapsed", "locked"] | int = "auto"
    menu: dict[str, str | None] | None = None
    logo: Logo | None = None
    navigation: Navigation | None = None
    own_title: str | None = None
    own_icon: str | None = None
    likely: list[str] = []

    @property
    def call(self) -> str:
        """What sets it."""
        return "set_page_config"


Fields = dict[str, Any]

LONGEST_SHOWN = 100
"""Characters of a value that an error shows."""

_encoder = msgspec.msgpack.Encoder(enc_hook=as_plain)


def kind(props: Props) -> str:
    """Return the kind of an element, as it stands on the wire."""
    return str(props.__struct_config__.tag)


def pack(props: Props) -> bytes:
    """Encode props as they travel, with bools for all that stands for them.

    Raises:
        StreamlitAPIException: If a field has a value that no message can carry.
    """
    props.settle()
    try:
        return _encoder.encode(props)
    except (ValueError, OverflowError, RecursionError, TypeError, msgspec.MsgspecError):
        fields = {name: getattr(props, name) for name in props.__struct_fields__}
        raise StreamlitAPIException(_why_not(props, fields)) from None


def check_value(props: Props, value: object) -> None:
    """Check that the value of an element can travel.

    Raises:
        StreamlitAPIException: If no message can carry it.
    """
    try:
        _encoder.encode(value)
    except (ValueError, OverflowError, RecursionError, TypeError, msgspec.MsgspecError):
        raise StreamlitAPIException(_why_not(props, {"value": value})) from None


def _why_not(props: Props, fields: Fields) -> str:
    """Name the first field that cannot travel, and what to do about it."""
    for name, value in fields.items():
        try:
            _encoder.encode(value)
        except UnicodeEncodeError:
            rule = "must be text that UTF-8 can encode"
            advice = 'pass text.encode(errors="replace").decode()'
        except OverflowError:
            rule, advice = "must hold whole numbers of at most 64 bits", "pass str(number)"
        except RecursionError:
            rule, advice = "must not be nested this deeply", "show a part of it"
        except (ValueError, TypeError, msgspec.MsgspecError) as error:
            rule, advice = f"must be plain values ({error})", "convert it first"
        else:
            continue
        return f"{props.call}: {name} {rule}, got {name}={_shown(value)}: {advice}"
    return f"{props.call}: it must be made of plain values: convert them first"


def _shown(value: object) -> str:
    """Return the start of a value's text, in ASCII: it is to be readable, and to travel itself."""
    try:
        text = ascii(value)
    except Exception:  # noqa: BLE001  (a user's __repr__ may raise anything)
        text = f"a {type(value).__name__}"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


def changed_fields(old: Props, new: Props) -> Fields:
    """Return the fields of `new` that differ from those of `old`."""
    if old is new:
        return {}
    pairs = zip(new.__struct_fields__, astuple(old), astuple(new), strict=True)
    return {name: now for name, before, now in pairs if now != before}
