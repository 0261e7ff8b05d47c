"""Element: one element on the page, as a test sees it; an input, as it acts on it."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.errors import AppTestError
from ostinato.state.widget import Widget as Memory
from ostinato.wire.props import Fields, Props

if TYPE_CHECKING:
    from typing import Self

    from ostinato.testing.app_test import AppTest

TEXTS = frozenset(("anchor", "autocomplete", "help", "icon", "placeholder"))
"""Arguments that are "" in a test if the script has not given them."""


class Element:
    """One element as the last run left it.

    Args:
        app: The test it belongs to.
        type: The name of the function that drew it.
        id: Its place on the page.
        props: What the browser was told of it.
    """

    def __init__(self, app: "AppTest", type: str, id: str, props: Fields) -> None:
        self.root = app
        self.type = type
        self.id = id
        self._props = props

    def __getattr__(self, name: str) -> Any:
        """Return an argument that the element was drawn with; a text not given is ""."""
        if name.startswith("__"):  # `copy` asks for such of an element that has nothing yet.
            raise AttributeError(name)
        props = fields_of(self._props["kind"]) | self._props
        if name in props:
            return "" if props[name] is None and name in TEXTS else props[name]
        raise AttributeError(
            f"{self.type}: there is no {name!r}: it has {sorted(props)}", name=name, obj=self
        )

    def __eq__(self, other: object) -> bool:
        """Whether it is the same element, and shows the same."""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Return the hash of its place."""
        return hash((self.type, self.id))

    def __repr__(self) -> str:
        """Show the element: its key, its label and its value."""
        named = ((name, self._props.get(name)) for name in ("key", "label"))
        said = [f"{name}={text!r}" for name, text in named if text]
        return f"{type(self).__name__}({', '.join([*said, f'value={self.value!r}'])})"

    @property
    def value(self) -> Any:
        """The text that it shows."""
        return self._props.get("body")

    @property
    def key(self) -> str | None:
        """The key that it was given."""
        return self._props.get("key")

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done since the last run."""
        return self.root.run(timeout=timeout)


class UnknownElement(Element):
    """An element for which there is no class of its own."""


class TextElement(Element):
    """An element that is text."""

    @property
    def value(self) -> str:
        """The text that it shows."""
        return str(self._props["body"])


class Widget(Element):
    """One input. What is done to it is sent when the app runs next."""

    @property
    def value(self) -> Any:
        """Its value: the one set since the last run, else that of the session."""
        return self.root.inputs.value_of(self.id)

    @property
    def form_id(self) -> str:
        """The key of the form that it is in, with whose submit button its value is sent."""
        return self.root.page.form_of(self.id)

    @property
    def disabled(self) -> bool:
        """Whether it cannot be used."""
        return bool(self._props.get("disabled"))

    def set_value(self, v: Any) -> "Self":
        """Set its value, as a person would.

        Args:
            v: The value.

        Raises:
            AppTestError: If the value does not fit, or it is disabled.
        """
        self.check_usable()
        self.root.inputs.enter(self.id, self.wire_of(v))
        return self

    def check_usable(self) -> None:
        """Check that a person could use it.

        Raises:
            AppTestError: If it is disabled.
        """
        check_usable(self.type, self._props)

    def wire_of(self, value: Any) -> Any:
        """Return the wire form of a value that a person can enter.

        Raises:
            AppTestError: If the value does not fit.
        """
        try:
            wire = self.encode(value)
            self._memory.codec.decode(wire)  # type: ignore[union-attr]
        except ValueError as error:
            who = named(self.type, self._props)
            raise AppTestError(f"{who}: not a value the widget accepts: {error}") from None
        return wire

    def encode(self, value: Any) -> Any:
        """Return the wire form of a value that the script could set.

        Raises:
            ValueError: If the value does not fit.
        """
        return self._memory.codec.adopt(value)[1]  # type: ignore[union-attr]

    @property
    def _memory(self) -> Memory:
        return self.root.inputs.memory_of(self.id)


def check_usable(type: str, props: Fields) -> None:
    """Check that a person could use an element with these props.

    Raises:
        AppTestError: If it is disabled.
    """
    if props.get("disabled"):
        raise AppTestError(
            f"{named(type, props)}: it is disabled, and nobody can use it: let the script enable it"
            " first"
        )


def named(type: str, props: Fields) -> str:
    """Return what errors call an element with these props: by its label, if it has one."""
    label = props.get("label")
    return f'{type} "{label}"' if label else type


@functools.cache
def fields_of(kind: str) -> Fields:
    """Return the fields that may be left out on the wire, with their defaults."""
    struct = next(one for one in _structs(Props) if one.__struct_config__.tag == kind)
    fields = msgspec.structs.fields(struct)
    return {field.name: _default(field) for field in fields if not field.required}


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default_factory() if field.default is msgspec.NODEFAULT else field.default


def _structs(base: type[Props]) -> Iterator[type[Props]]:
    for struct in base.__subclasses__():
        yield struct
        yield from _structs(struct)
