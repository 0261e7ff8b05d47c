"""Root: what a run says of the page itself, which has props and a value like any element."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from ostinato.tree.node import Tree
from ostinato.values.codec import is_same_wire
from ostinato.wire.messages import Edit, Set, Update
from ostinato.wire.props import Fields, Page, Props, changed_fields


class Root:
    """The page itself during one run: its props, and the address as its value.

    Args:
        tree: The tree.
        emit: Called with every edit.
        is_new: Whether the run has yet to say what the page is like; else it is as it was.
    """

    def __init__(self, tree: Tree, emit: Callable[[Edit], None], *, is_new: bool = True) -> None:
        assert isinstance(tree.main.props, Page)
        self.props = Page() if is_new else tree.main.props
        """What this run has said of the page."""
        self._main = tree.main
        self._emit = emit

    @property
    def shown(self) -> Page:
        """What the page is like now."""
        assert isinstance(self._main.props, Page)
        return self._main.props

    def say(self, fields: Fields) -> None:
        """Say what the page is like; of what the run has not said yet, it stays as it was."""
        assert self._main.props is not None
        self.props = replace(self.props, **fields)
        self._show(replace(self._main.props, **fields))

    def set_address(self, value: Any) -> None:
        """Set what stands in the address of the page."""
        if not is_same_wire(self._main.value, value):
            self._main.value = value
            self._emit(Set(self._main.id, value))

    def finish(self) -> None:
        """Set what this run has not said to its default."""
        self._show(self.props)

    def _show(self, props: Props) -> None:
        assert self._main.props is not None
        if self._main.props != props:
            self._emit(Update(self._main.id, changed_fields(self._main.props, props)))
            self._main.props = props
