"""Root: what a run says of the page itself, which has props and a value like any element."""

from collections.abc import Callable, Iterable
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

    def say(self, fields: Fields) -> None:
        """Say what the page is like; of what the run has not said yet, it stays as it was."""
        assert self._main.props is not None
        self.props = replace(self.props, **fields)
        self._show(replace(self._main.props, **fields))

    def expect(self, kinds: Iterable[str]) -> None:
        """Say which large elements may be shown, beside those that were said before.

        What is likely no more is taken back at the end: a page comes after the script around it.
        """
        assert isinstance(self._main.props, Page)
        self.props = _likely(self.props, kinds)
        self._show(_likely(self._main.props, kinds))

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


def _likely(page: Page, kinds: Iterable[str]) -> Page:
    return replace(page, likely=sorted({*page.likely, *kinds}))
