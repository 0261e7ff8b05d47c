"""Set order: in which order the elements of a set are edited, which has none of its own.

What is entered is about places: a set that comes again is in the order that it was in.
"""

from collections.abc import Iterable
from typing import Any

from ostinato.data.plain import text_of
from ostinato.run.run import own_run, run_here
from ostinato.values.edits import Known, Order

MOST = 10_000
"""Elements whose order is remembered."""


def in_order(data: Any, key: str | None) -> Any:
    """Return the elements of a set as a list; anything else as it is.

    They are in the order in which an editor of this session has had them, else sorted.

    Args:
        data: What an editor is called with.
        key: Its key.
    """
    if not isinstance(data, set | frozenset):
        return data
    by_name = {_name(each): each for each in _sorted(data)}
    if len(by_name) < len(data):
        return _sorted(data)
    for order in _orders(key):
        if order and by_name.keys() == {*order}:
            return [by_name[name] for name in order]
    return [*by_name.values()]


def orders_of(data: Any, shown: Any, result: Any) -> tuple[Order, ...]:
    """Return the orders to remember: of the set that is shown, and of what the script is given.

    Args:
        data: What an editor is called with.
        shown: The same in order.
        result: What became of that.
    """
    if not isinstance(data, set | frozenset) or len(shown) > MOST:
        return ()
    orders = (tuple(dict.fromkeys(map(_name, each))) for each in (result, shown))
    return tuple(dict.fromkeys(orders))


def as_given(data: Any, result: Any) -> Any:
    """Return what became of data as a set, if it is one."""
    return type(data)(result) if type(data) in (set, frozenset) else result


def _orders(key: str | None) -> Iterable[Order]:
    run = own_run(None) or run_here()
    if run is None:
        return
    entries = run.state.entries
    if key is None:
        entries.decode_widgets()
        widgets = [each for each in entries.widgets.values() if each.key is None]
    else:
        widget = entries.widget_of(key)
        widgets = [] if widget is None else [widget]
    for each in widgets:
        known = getattr(each.value, "known", None)
        if isinstance(known, Known):
            yield from known.orders


def _sorted(data: Iterable[Any]) -> list[Any]:
    values = list(data)
    kinds = {type(value) for value in values}
    is_plain = kinds <= {str} or kinds <= {int, bool} or kinds <= {bytes}
    return sorted(values) if is_plain else sorted(values, key=_name)


def _name(value: Any) -> str:
    return f"{type(value).__name__}:{text_of(value)}"
