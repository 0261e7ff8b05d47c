"""Arguments that have no answer to `==` or to `bool` are refused by element and name."""

import inspect
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ostinato as st
from ostinato.errors import Error
from ostinato.testing import AppTest
from ostinato.wire.props import Props


class Silent:
    """What cannot be compared, and is neither true nor false."""

    def __eq__(self, _: object) -> bool:
        raise RuntimeError("no answer")

    def __bool__(self) -> bool:
        raise RuntimeError("no answer")

    __hash__ = None  # type: ignore[assignment]


VALUES = [pd.NA, np.array([1, 2]), pd.DataFrame({"a": [1, 2]}), Silent()]

NAMES = [
    *("accept_audio", "accept_file", "accept_new_options", "anchors", "autoscroll", "border"),
    *(
        "clear_on_submit",
        "code_location",
        "color",
        "dense",
        "disabled",
        "divider",
        "enter_to_submit",
    ),
    *("expanded", "filter_mode", "format", "gap", "height", "horizontal", "horizontal_alignment"),
    *("icon", "icon_position", "label", "label_visibility", "layout", "line_numbers", "bind"),
    *("on_change", "on_click", "on_submit", "persist_state", "required", "selection_mode", "size"),
    *("show_time", "state", "submit_mode", "text_alignment", "type", "unsafe_allow_html"),
    *("unsafe_allow_javascript", "use_container_width", "vertical_alignment", "width", "wrap"),
    *("wrap_lines", "help", "placeholder", "icon_image", "avatar", "page_icon", "image"),
    *(
        "alt",
        "autoplay",
        "caption",
        "channels",
        "clamp",
        "data",
        "end_time",
        "link",
        "loop",
        "muted",
    ),
    *("output_format", "start_time", "subtitles", "use_column_width"),
]

GIVEN = {
    "body": "b",
    "data": "https://x.org/a",
    "exception": ValueError("x"),
    "image": "https://x.org/a.png",
    "label": "L",
    "name": "user",
    "num_pages": 5,
    "options": ["a", "b"],
    "spec": 2,
    "src": "https://x.org",
    "tabs": ["a", "b"],
    "text": "t",
    "url": "https://x.org",
}

CALLS = [
    *(
        "audio",
        "image",
        "pdf",
        "video",
        "badge",
        "button",
        "caption",
        "chat_input",
        "chat_message",
        "checkbox",
        "code",
    ),
    *("color_picker", "columns", "container", "date_input", "datetime_input", "divider", "error"),
    *("expander", "feedback", "form", "form_submit_button", "grid", "header", "html", "iframe"),
    *("info", "json", "latex", "link_button", "logo", "markdown", "menu_button", "multiselect"),
    *("number_input", "pagination", "pills", "popover", "progress", "radio", "segmented_control"),
    *("select_slider", "selectbox", "set_page_config", "skeleton", "slider", "space", "spinner"),
    *("status", "subheader", "success", "tabs", "text", "text_area", "text_input", "time_input"),
    *("title", "toast", "toggle", "warning"),
]


def cases() -> list[tuple[str, str]]:
    found = []
    for call in CALLS:
        names = inspect.signature(getattr(st, call)).parameters
        found += [(call, name) for name in NAMES if name in names]
    return found


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(("call", "name"), cases())
def test_r06_what_cannot_be_compared_is_shown_or_named(call: str, name: str, value: Any) -> None:
    function = getattr(st, call)
    parameters = inspect.signature(function).parameters.values()
    given = {each.name: GIVEN.get(each.name) for each in parameters if each.default is each.empty}
    given.pop("self", None)
    if any(each.name == "key" for each in parameters):
        given["key"] = "k"
    if call == "select_slider":
        given["options"] = ["a", "b"]
    said = ""
    try:
        function(**{**given, name: value})
    except Error as error:
        said = str(error)
    assert not said or (said.startswith(call) and name in said)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("text_input('L', disabled=pd.NA)", 'text_input "L": disabled must be True or False'),
        ("container(border=pd.NA)", "container: border must be True or False, got a NAType"),
        ("text_input('L', width=pd.NA)", 'text_input "L": width must be'),
        ("text_input('L', on_change=pd.NA)", 'text_input "L": the callback must be a function'),
        ("text_input('L', label_visibility=np.array(['hidden']))", "label_visibility must be one"),
        ("button('L', icon=pd.NA)", 'button "L": icon must be a str'),
        ("markdown('x', text_alignment=pd.NA)", "markdown: text_alignment must be one of"),
        ("columns(2, gap=np.array([1, 2]))", "columns: gap must be"),
    ],
)
def test_r06_the_error_names_element_and_argument(call: str, text: str) -> None:
    app = AppTest.from_string(f"import numpy as np, pandas as pd, ostinato as st\nst.{call}").run()
    assert text in app.exception[0].message


def test_any_object_is_a_flag() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.container(horizontal=2**70, border="no", autoscroll=[]):
            st.text("a", wrap=None)
            st.markdown("b", anchors=object())
        st.columns(2, border="no")
        st.text_input("n", disabled=[], required=2**70)
    """).run()
    assert not app.exception
    assert st.container(horizontal=2**70).node.props.horizontal is True  # type: ignore[union-attr]
    assert app.text_input[0].disabled is False


def test_a_label_may_be_any_object() -> None:
    app = AppTest.from_string("""
        import numpy as np, pandas as pd, ostinato as st
        st.text_input(np.array([1, 2]))
        st.button(pd.NA)
    """).run()
    assert (app.text_input[0].label, app.button[0].label) == ("[1 2]", "<NA>")


def test_a_field_whose_type_is_written_as_text_is_a_flag_too() -> None:
    class Noted(Props, frozen=True):
        loud: "bool" = False

    noted = Noted(loud="yes")  # type: ignore[arg-type]
    noted.settle()
    assert noted.loud is True
