"""Number input: a number, typed or stepped."""

from ostinato.wire.props import InputProps


class NumberInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `number_input`. `clearable`: it began empty and may be so again."""

    value: int | float | None = None
    is_integer: bool = False
    min_value: int | float | None = None
    max_value: int | float | None = None
    step: int | float = 0.01
    format: str | None = None
    placeholder: str | None = None
    required: bool = False
    icon: str | None = None
    clearable: bool = False
