"""Binding: a widget and a parameter of the page's address have one value (`bind=`)."""

from typing import Any, cast

from ostinato.run.run import Run
from ostinato.state.entries import WIDGET
from ostinato.state.widget import Widget
from ostinato.values.codec import Bindable, is_same_wire
from ostinato.values.value import Value


def take_from_address(run: Run, id: str, key: str, value: Value[Any]) -> bool:
    """Have a widget begin with what the address says, or go where the browser has gone.

    Args:
        run: The run.
        id: The widget's id.
        key: Its key, which is the name of the parameter.
        value: What it is asked for.

    Returns:
        Whether it does.
    """
    query, entries = run.state.query, run.state.entries
    widget = run.state.inputs.find(id)
    is_news = query.take_news(key) or widget is None
    is_set = widget is not None and (widget.is_changed or widget.is_assigned)
    if not is_news or is_set or entries.has_value(key):
        return False
    texts = query.params.get(key)
    if texts is None and widget is None:
        return False
    try:
        taken = value.default if texts is None else _codec(value).from_params(texts)
    except ValueError:
        taken = value.default  # What the address says is removed from it.
    if widget is None:
        entries.set_value(key, taken)
    else:
        widget.value, widget.wire = taken, None
        widget.run, widget.is_assigned = 0, False
        entries.replace(WIDGET + id)
    return True


def show_in_address(run: Run, widget: Widget, wire: Any, value: Value[Any]) -> None:
    """Have the address say what the value of a widget is, unless it is the default."""
    assert widget.key is not None
    is_default = is_same_wire(wire, value.wire)
    texts = None if is_default else _codec(value).to_params(widget.value)
    if run.state.query.bind(widget.key, texts, run.number):
        run.canvas.set_address(run.state.query.wire)


def _codec(value: Value[Any]) -> Bindable[Any]:
    """Return the codec of a value that is bound: its input has seen to it that it can be."""
    return cast("Bindable[Any]", value.codec)
