"""Selectbox: one of several options."""

from typing import Literal

from ostinato.wire.props import InputProps


class Selectbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `selectbox`.

    `value` is the chosen option's index and its text, for the options may have changed
    since the browser saw them; the index is -1 for a text of the person's own.
    `clearable`: it began without a choice and may be so again.
    """

    options: list[str]
    value: tuple[int, str] | None = None
    placeholder: str | None = None
    required: bool = False
    icon: str | None = None
    clearable: bool = False
    accept_new_options: bool = False
    filter_mode: Literal["fuzzy", "contains", "prefix"] | None = "fuzzy"
