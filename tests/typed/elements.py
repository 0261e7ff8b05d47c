"""What calls return, as mypy and pyright see it: one line for each kind of call.

Never run. A call that has to be refused ends in an ignore of each checker, and both say so if there
is nothing to ignore any more.
"""

from contextlib import AbstractContextManager
from typing import Any, assert_type

import ostinato as st
from ostinato.run.container import Container

# Inputs.

assert_type(st.button("Go"), bool)
assert_type(st.checkbox("Agree"), bool)
assert_type(st.checkbox("Agree", True, key="agree", on_change=print, args=[1]), bool)
assert_type(st.text_input("Name"), str | None)
assert_type(st.text_input("Name", None), str | None)

st.checkbox("Agree", vlaue=True)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
st.text_input("Name", 3, max_chars="x")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

# What is shown returns its container or nothing.

assert_type(st.markdown("*Hello*"), Container)
assert_type(st.title("Hello"), Container)
assert_type(st.write("Hello", 1, [2]), None)

# Containers.

assert_type(st.columns(2), list[Container])
assert_type(st.columns([1, 2])[0].button("Go"), bool)
assert_type(st.container(border=True), Container)
assert_type(st.empty(), Container)
assert_type(st.expander("More").open, bool | None)
assert_type(st.tabs(["One", "Two"])[0].checkbox("Agree"), bool)
assert_type(st.sidebar.checkbox("Agree"), bool)

with st.sidebar, st.container() as box:
    assert_type(box, Container)
with st.sidebar.popover("More") as more:
    assert_type(more.open, bool | None)

place: AbstractContextManager[Container] = st.container()

# State and control.

assert_type(st.session_state["count"], Any)
assert_type(st.session_state.count, Any)
st.session_state.count += 1
assert_type("count" in st.session_state, bool)


@st.rebuild("db")
def connect() -> list[int]:
    return []


assert_type(connect(), list[int])
