"""Text input: one line of text."""

from typing import Literal, NamedTuple

from ostinato.arguments.documented import documented
from ostinato.arguments.duration import parse_duration
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
)
from ostinato.arguments.text import check_choice, check_max_chars
from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.run.elements import draw, element
from ostinato.values.text import Text
from ostinato.wire.props import InputProps, LabelVisibility, Width

Type = Literal["default", "password", "email", "url", "phone", "search"]


class TextInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `text_input`.

    `validate` is a regular expression to be found in the text, in JavaScript's dialect;
    `live` may be the pause in typing, in milliseconds, after which the text is sent.
    """

    type: Type = "default"
    max_chars: int | None = None
    placeholder: str | None = None
    autocomplete: str | None = None
    required: bool = False
    icon: str | None = None
    validate: str | None = None
    validate_message: str | None = None
    live: bool | int = False


class Defaults(NamedTuple):
    """What a type of text brings along, where the script does not say otherwise."""

    icon: str | None = None
    placeholder: str | None = None
    validate: str | None = None
    validate_message: str | None = None
    autocomplete: str | None = None


TYPES = {
    "default": Defaults(),
    "password": Defaults(autocomplete="new-password"),
    "email": Defaults(
        ":material/mail:",
        "you@example.com",
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
        "Please enter an email address.",
        "email",
    ),
    "url": Defaults(
        ":material/link:",
        "https://example.com",
        r"^[A-Za-z][A-Za-z0-9+.\-]*://\S+$",
        "Please enter an address that begins with https:// or the like.",
        "url",
    ),
    "phone": Defaults(":material/call:", "+1 234 567 8900", autocomplete="tel"),
    "search": Defaults(":material/search:", "Search", autocomplete="off"),
}


@element
@documented
def text_input(
    label: str,
    value: object = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: Type = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: str | bool = False,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None:
    """Show a field for one line of text and return the text.

    Args:
        label: What to enter, in Markdown.
        value: The text at first; None for an empty field that returns None until it is used.
        max_chars: The greatest length of the text.
        type: "default", "password", "email", "url", "phone" or "search". The last four bring an
            icon, a placeholder, a check and a way to complete the text, each turned off by "".
        autocomplete: How the browser may complete the text, as in HTML.
        placeholder: Shown while the field is empty.
        required: Whether it cannot be left empty.
        icon: An emoji, a symbol like ":material/search:", or "spinner".
        validate: A regular expression in JavaScript's dialect that must be found in the text, or
            that and what to say if it is not. The browser checks it: check again what matters.
        live: Whether to send the text while it is typed: True, or a pause like "300ms".

    Raises:
        StreamlitIncompatibleParametersError: If a password is to be in the address.
        StreamlitAPIException: If there is no such icon.
        StreamlitBadTimeStringError: If the pause is no time.
        StreamlitInvalidParameterTypeError: If `validate` or `live` is of another type.

    Differs:
        value: A run that ends while somebody types does not replace the text, unless the script has
            set it.

    Example:
        >>> name = st.text_input("Your name", max_chars=40)
    """
    common = InputArguments("text_input", label, key, help, disabled, label_visibility, width)
    who = common.who
    check_choice(who, "type", type, TYPES)
    if type == "password" and bind is not None:
        raise StreamlitIncompatibleParametersError(
            f"{who}: a password has no place in an address, got bind={bind!r}: leave it out"
        )
    defaults = TYPES[type]
    pattern, message = _pattern(who, validate, defaults)
    most = check_max_chars(who, max_chars)
    start = None if value is None else str(value)[:most]
    props = TextInput(
        **common.props,
        type=type,
        max_chars=most,
        placeholder=_either(placeholder, defaults.placeholder),
        autocomplete=_either(autocomplete, defaults.autocomplete),
        required=required,
        icon=_either(check_icon(who, icon), defaults.icon),
        validate=pattern,
        validate_message=message,
        live=parse_duration(who, live),
    )
    codec = Text(most, start is None)
    asked = common.value(codec, start, on_change, args, kwargs, bind, persist_state)
    return draw(props, value=asked)


def _pattern(who: str, validate: object, defaults: Defaults) -> tuple[str | None, str | None]:
    if validate is None:
        return defaults.validate, defaults.validate_message
    if isinstance(validate, str):
        return validate or None, None
    if not isinstance(validate, tuple):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: validate must be a regular expression, or a tuple of one and a message,"
            f" got validate={validate!r}"
        )
    if len(validate) != 2 or not all(isinstance(part, str) for part in validate):
        raise StreamlitValueError(
            f"{who}: validate must have a regular expression and a message,"
            f" got validate={validate!r}"
        )
    return validate


def _either(given: object, default: str | None) -> str | None:
    """Return what the script said, "" meaning nothing at all, else the default of the type."""
    return default if given is None else str(given) or None
