"""What tests of apps see, as mypy and pyright see it. Never run."""

from collections.abc import Sequence
from typing import Any, assert_type

from ostinato.testing import AppTest
from ostinato.testing.block import Block, Column, Status
from ostinato.testing.element import Element
from ostinato.testing.elements import Button, Markdown, Slider
from pytest_ostinato import OpenApp

app = AppTest.from_file("app.py").run()
assert_type(app, AppTest)

# Lists of elements, by place, by key, or several.

assert_type(app.button[0], Button)
assert_type(app.slider("age"), Slider)
assert_type(app.markdown[:2], Sequence[Markdown])
assert_type(app.sidebar.button[0].click().run(), AppTest)
assert_type(app.columns[0], Column)
assert_type(app.columns[0].weight, float)
assert_type(app.status[0], Status)
assert_type(app.expander("more").label, str)
assert_type(app.container[0].markdown[0], Markdown)
assert_type(app.empty[0].children, dict[int, Element | Block])

# Their values.

assert_type(app.markdown[0].value, str)
assert_type(app.title[0].value, str)
assert_type(app.error[0].value, str)
assert_type(app.exception[0].value, str)
assert_type(app.button[0].value, bool)
assert_type(app.checkbox[0].check().value, bool)
assert_type(app.text_input[0].input("Ann").value, str | None)
assert_type(app.number_input[0].increment().value, float | None)
assert_type(app.image[0].value, list[str])
assert_type(app.image[0].contents, list[bytes | None])
assert_type(app.video[0].content, bytes | None)
assert_type(app.session_state["count"], Any)

app.buton[0].click()  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
app.sidebar.sildier(1)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
app.text_input[0].input(3)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


# The fixture.


def test_shop(app: OpenApp) -> None:
    page = app("shop.py", session_state={"cart": []}, user={"name": "Ada"})
    assert_type(page, AppTest)
    app("shop.py", secret={})  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
