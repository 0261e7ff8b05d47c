"""Form: inputs that are submitted together."""

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.text import describe
from ostinato.errors import StreamlitValueError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import FormProps, Height, Width


class Form(FormProps, frozen=True, kw_only=True):
    """The wire form of `form`."""

    enter_to_submit: bool = True
    border: bool = True
    width: Width = "stretch"
    height: Height = "content"


@element
def form(
    key: str,
    clear_on_submit: bool = False,
    *,
    enter_to_submit: bool = True,
    border: bool = True,
    width: Width = "stretch",
    height: Height = "content",
) -> Container:
    """Make a place for inputs that are submitted together.

    What is entered in it reaches the script when one of its submit buttons is pressed, all at once.
    Until then it is kept by the browser, over reruns, refreshes and any end of the server. Inputs
    in it have no callbacks, and the only buttons in it are `form_submit_button`.

    Args:
        key: A name that no other form of the page has.
        clear_on_submit: Whether its inputs go back to their defaults when the script has seen what
            was submitted. If the script fails, they stay as they are.
        enter_to_submit: Whether Enter in a field presses the first submit button, and Ctrl or Cmd
            and Enter where there are several lines.
        border: Whether to draw a border.
        width: "stretch", "content" or pixels.
        height: "content", "stretch" or pixels; beyond a fixed height the form scrolls.

    Returns:
        The container: use it in a `with` statement, or call elements as its methods.

    Raises:
        StreamlitDuplicateElementKey: If another form of this run has the key.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidLayoutContextError: If it would stand in another form.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueAssignmentNotAllowedError: If the script set the key in session state.
        StreamlitValueError: If there is no key.

    Differs:
        form: What is half filled outlasts a refresh, and any end of the server.
        clear_on_submit: Values are reset in session state, too; a run that fails or is stopped
            resets nothing.

    Example:
        >>> with st.form("guest", clear_on_submit=True):
        ...     name = st.text_input("Name")
        ...     if st.form_submit_button("Add"):
        ...         st.write("Welcome", name)
    """
    if key is None:
        raise StreamlitValueError("form: it must have a key, got key=None: give it a name")
    who = describe("form", key)
    check_width(who, width, STRETCH_OR_CONTENT)
    check_height(who, height)
    props = Form(
        key=str(key),
        clear_on_submit=clear_on_submit,
        enter_to_submit=enter_to_submit,
        border=border,
        width=width,
        height=height,
    )
    return draw(props, children=True)
