"""Selectbox: one of several options."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, Literal

import msgspec

from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)
from ostinato.run.elements import ask, copied, element
from ostinato.run.icon import check_icon
from ostinato.run.options import (
    STRETCH,
    Arguments,
    Bind,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
    check_choice,
    check_input,
    clean_or_none,
    named,
    text_or_none,
)
from ostinato.state.widget import SCALARS
from ostinato.wire.props import InputProps, LabelVisibility, Width

FilterMode = Literal["fuzzy", "contains", "prefix"] | None
Choice = tuple[int, str] | None


class Selectbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `selectbox`.

    `value` is the chosen option's index and its text, for the options may have changed
    since the browser saw them; the index is -1 for a text of the person's own.
    `clearable`: it began without a choice and may be so again.
    """

    options: list[str]
    placeholder: str | None = None
    required: bool = False
    icon: str | None = None
    clearable: bool = False
    accept_new_options: bool = False
    filter_mode: FilterMode = "fuzzy"


@element
def selectbox(
    label: str,
    options: Iterable[Any],
    index: int | None = 0,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a list to choose one option from, and return that option.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        index: Which option is chosen at first; None for none.
        format_func: Gives the text that stands for an option of this call.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to `on_change`.
        kwargs: Passed to `on_change`.
        placeholder: Shown while no option is chosen.
        disabled: Whether it cannot be changed.
        required: Whether a choice cannot be taken back.
        label_visibility: "visible", "hidden" or "collapsed".
        icon: An emoji, a symbol like ":material/palette:", or "spinner".
        accept_new_options: Whether a person may enter a text that is no option.
        filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None for not.
        width: "stretch" or pixels.
        bind: Not available yet.
        persist_state: "page" or "session" keeps the value while it is not drawn.

    Returns:
        The option itself, a copy if it is a container; the text a person entered; or None.

    Raises:
        NotAvailable: If `bind` is given.
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitInvalidParameterTypeError: If the index is neither int nor None.
        StreamlitValueOutOfRangeError: If there is no option at the index.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> color = st.selectbox("Colour", ["red", "green", "blue"], index=None)
    """
    check_input("selectbox", label, key, label_visibility, width, STRETCH, bind, persist_state)
    who = named("selectbox", label)
    if filter_mode != "fuzzy":
        _check_filter(who, filter_mode, accept_new_options)
    values = _as_list(options)
    texts = _texts(values, format_func)
    start = _start(who, index, texts)
    answer = Options(
        values, texts, format_func, start is None, bool(required), bool(accept_new_options)
    )
    props = Selectbox(
        label=str(label),
        options=texts,
        value=start,
        placeholder=text_or_none(placeholder),
        required=bool(required),
        icon=check_icon(who, icon) or None,
        clearable=start is None,
        accept_new_options=bool(accept_new_options),
        filter_mode=filter_mode,
        key=text_or_none(key),
        help=clean_or_none(help),
        disabled=bool(disabled),
        label_visibility=label_visibility,
        width=width,
    )
    return ask(
        props,
        answer,
        None if start is None else answer.decode(start),
        on_change=on_change,
        args=args,
        kwargs=kwargs,
        persist_state=persist_state,
    )


class Options(msgspec.Struct, frozen=True):
    """One of some values, which travels as its place and its text."""

    values: list[Any]
    texts: list[str]
    text_of: Callable[[Any], str]
    may_be_none: bool
    is_required: bool
    may_be_new: bool

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Choice]:
        """Find an option that the script set, or that was chosen in an earlier run."""
        if (place := self._find(value, last)) is not None:
            return copied(self.values[place]), (place, self.texts[place])
        if value is None:
            return None, None
        if isinstance(value, str) and self.may_be_new:
            return value, (-1, value)
        raise ValueError(f"{value!r} is not among the options")

    def decode(self, wire: Any) -> Any:
        """Find the option that a browser means."""
        if wire is None and self.may_be_none and not self.is_required:
            return None
        if not (isinstance(wire, list | tuple) and len(wire) == 2):
            raise ValueError(f"expected an index and a text, got {wire!r}")
        place, text = wire
        if type(place) is not int or not isinstance(text, str):
            raise ValueError(f"expected an index and a text, got {wire!r}")
        if not (0 <= place < len(self.texts) and self.texts[place] == text):
            place = self._place_of(text)
        return text if place < 0 else copied(self.values[place])

    def _find(self, value: object, last: object) -> int | None:
        place = self.place(value)
        if place is not None or type(value) in SCALARS:
            return place
        return self._find_namesake(value, last)

    def place(self, value: object) -> int | None:
        """Give the place of the option that a value is; None if it is none."""
        for place, option in enumerate(self.values):
            if option is value or (type(option) is type(value) and _is_equal(option, value)):
                return place
        return None

    def _find_namesake(self, value: object, last: object) -> int | None:
        """Find the option that took the place of one which the script made in an earlier run.

        It has the text that the value had then: what gives texts knows the options of its own
        run only. A value that has no such text, as the script set it, must have equal content.
        """
        name = type(value).__qualname__
        kin = [place for place, one in enumerate(self.values) if type(one).__qualname__ == name]
        if kin and isinstance(last, Options) and (earlier := last.place(value)) is not None:
            text = last.texts[earlier]
            return next((place for place in kin if self.texts[place] == text), None)
        return next((place for place in kin if _is_like(self.values[place], value)), None)

    def _place_of(self, text: str) -> int:
        """Find an option by its text; -1 for a new one."""
        if text in self.texts:
            return self.texts.index(text)
        if not self.may_be_new:
            raise ValueError(f"{text!r} is not among the options")
        lowered = [one.casefold() for one in self.texts]
        return lowered.index(text.casefold()) if text.casefold() in lowered else -1


def _as_list(options: Any) -> list[Any]:
    """Give the options as a list, whatever they come in."""
    if isinstance(options, list | tuple | range | set | frozenset | dict):
        return list(options)
    if options is None:
        return []
    if isinstance(options, str | bytes) or not hasattr(options, "__iter__"):
        return [options]
    if len(getattr(options, "shape", ())) == 2:
        options = options[options.columns[0]] if hasattr(options, "columns") else options[:, 0]
    for name in ("tolist", "to_list", "to_pylist"):
        if hasattr(options, name):
            return list(getattr(options, name)())
    return list(options)


def _texts(values: list[Any], text_of: Callable[[Any], str]) -> list[str]:
    if text_of is str:
        return [value if type(value) is str else str(value) for value in values]
    return [str(text_of(value)) for value in values]


def _start(who: str, index: object, texts: list[str]) -> Choice:
    if index is not None and (not isinstance(index, int) or isinstance(index, bool)):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: index must be an int or None, got index={index!r}"
        )
    if index is None or not texts:
        return None
    if not 0 <= index < len(texts):
        raise StreamlitValueOutOfRangeError(
            f"{who}: index must be between 0 and {len(texts) - 1}, got index={index!r}"
        )
    return index, texts[index]


def _check_filter(who: str, filter_mode: FilterMode, accept_new_options: bool) -> None:
    check_choice(who, "filter_mode", filter_mode, ("fuzzy", "contains", "prefix", None))
    if filter_mode is None and accept_new_options:
        raise StreamlitIncompatibleParametersError(
            f"{who}: new options are entered by typing, got accept_new_options=True and"
            " filter_mode=None: leave one of them out"
        )


def _is_equal(one: Any, other: Any) -> bool:
    try:
        # What is not even equal to itself is not a number.
        return bool(one == other) or bool(one != one and other != other)
    except (TypeError, ValueError):
        # Arrays and the like do not say whether they are equal with one bool.
        return False


def _is_like(one: Any, other: Any) -> bool:
    """Say whether objects of two classes of one name have the same content."""
    if isinstance(one, Enum) and isinstance(other, Enum):
        return one.name == other.name
    held = getattr(one, "__dict__", None)
    return _is_equal(one if held is None else held, getattr(other, "__dict__", other))
