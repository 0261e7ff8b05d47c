"""Form: where the script draws inputs that are submitted together, and how they are cleared."""

from typing import Any

from ostinato.errors import (
    StreamlitDuplicateElementKey,
    StreamlitInvalidFormCallbackError,
    StreamlitInvalidLayoutContextError,
    StreamlitValueAssignmentNotAllowedError,
)
from ostinato.run.binding import show_in_address
from ostinato.run.ends import Outcome
from ostinato.run.run import Run, run_here
from ostinato.state.widget import Widget
from ostinato.tree.node import Node
from ostinato.values.value import Value
from ostinato.wire.props import FormProps, Props, SubmitProps, kind

CLEARED_AFTER = (Outcome.DONE, Outcome.STOPPED)
"""Ends of a script that has done all it wants with what was submitted."""

MADE_KEY = "FormSubmitter:"
"""How the key of a submit button begins to which the script has given none."""


class NotSubmitted(ValueError):
    """A value has come without the submit of its form."""


def form_of(place: Node | None) -> Node | None:
    """Return the form that a place on the page is in, if it is in one."""
    while place is not None and not isinstance(place.props, FormProps):
        place = place.parent
    return place


def form_key(who: str) -> str:
    """Return the key of the form that the script draws in; "" if no script runs here.

    Args:
        who: What submits it, for the error.

    Raises:
        StreamlitInvalidLayoutContextError: If it draws outside of any.
    """
    run = run_here()
    if run is None:
        return ""
    form = form_of(run.stack[-1])
    if form is None:
        raise StreamlitInvalidLayoutContextError(
            f"{who}: it must be in a form, got none around it:"
            ' draw it inside "with st.form(...)", or use st.button'
        )
    assert isinstance(form.props, FormProps)
    return form.props.key


def submit_key(form: str, label: str) -> str:
    """Return the key of a submit button to which the script has given none.

    Example:
        >>> submit_key("guest", "Add")
        'FormSubmitter:guest-Add'
    """
    return f"{MADE_KEY}{form}-{label}"


def has_own_key(widget: Widget) -> bool:
    """Return whether the script has given a widget a key, by which it may read it."""
    return widget.key is not None and not widget.key.startswith(MADE_KEY)


def form_id(run: Run, props: FormProps) -> str:
    """Return the identity of a form that is about to be drawn.

    Raises:
        StreamlitDuplicateElementKey: If another form of this run has its key.
        StreamlitInvalidLayoutContextError: If it would stand in another form.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key (W04).
    """
    who = f'form "{props.key}"'
    if (outer := form_of(run.stack[-1])) is not None:
        raise StreamlitInvalidLayoutContextError(
            f"{who}: a form cannot be in another one, got one in {_name(outer)}: end that one first"
        )
    id = f"{run.page}{kind(props)}#{props.key}"
    if run.count(id):
        raise StreamlitDuplicateElementKey(
            f"{who}: a key can be used once in a run, got key={props.key!r} twice: choose another"
        )
    if run.state.entries.has_value(props.key):
        raise StreamlitValueAssignmentNotAllowedError(
            f"{who}: its key has no value that could be set through st.session_state,"
            f" got key={props.key!r}: use another key for your own value"
        )
    return id


def check_input(props: Props, value: Value[Any]) -> None:
    """Check what can be asked of an input in a form (F01).

    Raises:
        StreamlitInvalidFormCallbackError: If it has a callback.
    """
    if callable(value.on_change):
        raise StreamlitInvalidFormCallbackError(
            f"{_who(props)}: in a form only a submit button can have a callback,"
            f" got on_change={value.on_change!r}: give it to st.form_submit_button as on_click"
        )


def check_press(props: Props) -> None:
    """Check what can be pressed in a form (F01).

    Raises:
        StreamlitInvalidLayoutContextError: If it does not submit the form.
    """
    if not isinstance(props, SubmitProps):
        raise StreamlitInvalidLayoutContextError(
            f"{_who(props)}: a form has no buttons but those that submit it, got st.{props.call}:"
            " use st.form_submit_button, or draw it outside of the form"
        )


def note_input(run: Run, form: Node, id: str, key: str | None, value: Value[Any]) -> None:
    """Note what to do with an input, about to be called, when its form is cleared.

    It goes back to its default, unless the script has set it.
    """
    assert isinstance(form.props, FormProps)
    if form.props.clear_on_submit:
        is_assigned = run.state.inputs.is_assigned(id, key)
        run.clearable.setdefault(form.id, {})[id] = None if is_assigned else value


def note_submit(run: Run, form: Node | None) -> None:
    """Note that the script has seen its form submitted, if it is one that is to be cleared."""
    if form is not None and isinstance(form.props, FormProps) and form.props.clear_on_submit:
        run.own.submitted = form.id


def submitted_form(run: Run, trigger: str | None) -> str:
    """Return the id of the form that an event submits; "" for none."""
    widget = None if trigger is None else run.state.entries.widgets.get(trigger)
    is_usable = widget is not None and widget.is_press and not widget.is_disabled
    return widget.form if widget is not None and is_usable else ""


def check_submitted(run: Run, id: str, submitted: str) -> None:
    """Check that the value of an input in a form comes with a submit of that form (F01).

    Which form it is in is known once the script has drawn it in this process.

    Raises:
        NotSubmitted: If it does not.
    """
    widget = run.state.entries.widgets.get(id)
    if widget is not None and widget.form not in ("", submitted):
        raise NotSubmitted(f"input {id!r} is in a form that was not submitted with it")


def clear_form(run: Run, outcome: Outcome) -> None:
    """Clear the forms that were submitted, when the script has come to its end (F02).

    A script that has to begin anew has not: what it shows then may be what was submitted.
    """
    submitted = run.home.submitted
    if run.submitted:
        submitted[run.submitted] = {}
    for form, inputs in submitted.items():
        for id, value in _drawn(run, form):
            # What the script has set stays, also if a later run does not set it.
            if id not in inputs or inputs[id] is not None:
                inputs[id] = value
    if outcome is Outcome.FAILED or run.interrupt.asked == "stop":
        submitted.clear()
    elif outcome in CLEARED_AFTER:
        # Others are of a part of the page that this run has not drawn.
        for form in submitted.keys() & {*run.clearable}:
            _clear_inputs(run, submitted.pop(form), {*run.clearable[form]})


def clear_submitted(run: Run, button: str) -> None:
    """Clear a form that is submitted again before the script has come to its end (F02).

    What is sent with the press comes on top: nothing of what was submitted counts twice.
    """
    form = form_of(run.canvas.tree.find(button))
    if form is not None and (inputs := run.home.submitted.pop(form.id, None)):
        _clear_inputs(run, inputs, {*inputs})


def _clear_inputs(run: Run, inputs: dict[str, Value[Any] | None], drawn: set[str]) -> None:
    for id, value in inputs.items():
        if value is not None and id in drawn:
            _clear(run, id, value)


def _drawn(run: Run, form: str) -> list[tuple[str, Value[Any] | None]]:
    """Return the inputs of a form that is to be cleared; another thread may yet draw more."""
    return [*run.clearable.get(form, {}).items()]


def _clear(run: Run, id: str, value: Value[Any]) -> None:
    widget = run.state.inputs.find(id)
    if widget is None:
        return  # Its call has failed.
    run.state.inputs.reset(widget, value.default, value.wire)
    run.canvas.clear(id, value.wire)
    if value.is_bound:
        show_in_address(run, widget, value.wire, value)


def _who(props: Props) -> str:
    return f'{props.call} "{getattr(props, "label", "")}"'


def _name(form: Node) -> str:
    assert isinstance(form.props, FormProps)
    return f'form "{form.props.key}"'
