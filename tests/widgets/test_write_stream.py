"""Write stream: what comes bit by bit is shown and returned."""

import textwrap
from types import SimpleNamespace as Made
from typing import Any

import pytest

import ostinato as st
from ostinato import errors
from ostinato.run.chunks import text_of
from ostinato.run.container import elements
from ostinato.testing import AppTest

SCRIPT = """
import ostinato as st
words = ["la ", "li"]
def generator():
    yield from words
async def later():
    for word in words:
        yield word
class Stream:
    def __aiter__(self):
        return later()
def fails():
    yield "so far"
    raise ValueError("the line is dead")
"""


def run(script: str) -> AppTest:
    return AppTest.from_string(SCRIPT + script).run()


@pytest.mark.parametrize(
    "stream",
    ["words", "generator", "generator()", "iter(words)", "later", "later()", "Stream()", "Stream"],
)
def test_a_stream_is_shown_as_one_text_and_returned(stream: str) -> None:
    app = run(f"st.text(repr(st.write_stream({stream})))")
    assert (app.markdown.values, app.text.values) == (["la li"], ["'la li'"])


@pytest.mark.parametrize(
    ("chunks", "result", "shown"),
    [
        ([], "", []),
        (["", ""], "", []),
        (["a", "", "b"], "ab", ["ab"]),
        (["a", 3, "b", "c"], ["a", 3, "bc"], ["a", "`3`", "bc"]),
        ([3, None], [3, None], ["`3`", "`None`"]),
        (["  a\n", "  b"], "  a\n  b", ["a\nb"]),
        (["\n", "  a", "\n  b\n \n"], "\n  a\n  b\n \n", ["a\nb"]),
    ],
)
def test_texts_grow_and_anything_else_stands_between_them(
    chunks: list[Any], result: Any, shown: list[str]
) -> None:
    app = run(f"st.session_state.result = st.write_stream({chunks!r})")
    assert app.session_state.result == result
    assert app.markdown.values == shown


def test_dicts_and_objects_are_written() -> None:
    app = run("st.text(repr(st.write_stream(['a', {'b': 1}, Stream])))")
    assert app.markdown.values == ["a"]
    assert app.json.values == ['{"b": 1}']
    assert len(app.help) == 1
    assert app.text[0].value.startswith("['a', {'b': 1}, <class")


def completion(content: object) -> Any:
    return Made(choices=[Made(delta=Made(content=content))], model="m")


def event(type: str, **fields: object) -> Any:
    return Made(type=type, **fields)


def message(content: object) -> Any:
    return Made(content=content, additional_kwargs={}, type="AIMessageChunk")


@pytest.mark.parametrize(
    ("chunk", "text"),
    [
        (completion("he"), "he"),
        (completion(None), ""),
        (Made(choices=[], model="m", usage=1), ""),
        (Made(choices=[Made(delta=Made(role="assistant"))]), ""),
        (event("content_block_delta", delta=Made(type="text_delta", text="he")), "he"),
        (event("content_block_delta", delta=Made(partial_json="{")), ""),
        (event("message_start", message=1), ""),
        (event("text", text="he", snapshot="he"), ""),
        (event("response.output_text.delta", delta="he"), "he"),
        (event("response.completed", response=1), ""),
        (message("he"), "he"),
        (message([{"type": "text", "text": "he"}, "y", {"type": "tool"}]), "hey"),
        (Made(choices=["a", "b"]), None),
        (Made(choices=[]), None),
        (Made(content="a page"), None),
        (event("cat"), None),
        ({"content": "he"}, None),
        (5, None),
        (None, None),
    ],
    ids=repr,
)
def test_the_text_of_a_chunk_is_told_by_its_shape(chunk: object, text: str | None) -> None:
    assert text_of(chunk) == text


def test_the_chunks_of_a_client_are_one_text() -> None:
    app = run("""
import textwrap
from types import SimpleNamespace as Made
def client():
    for word in ("he", None, "llo"):
        yield Made(choices=[Made(delta=Made(content=word))])
st.text(repr(st.write_stream(client)))
""")
    assert (app.markdown.values, app.text.values) == (["hello"], ["'hello'"])


def test_a_cursor_stands_behind_the_text_until_it_is_complete() -> None:
    app = run("""
def words():
    for word in ("a ", "b"):
        yield word
        st.session_state.node = st.session_state.get("node", 0) + 1
st.write_stream(words, cursor="▌")
""")
    [text] = app.markdown
    assert (text.value, text.cursor) == ("a b", "")


def test_r06_what_came_before_an_error_stays_without_a_cursor() -> None:
    app = run("st.write_stream(fails, cursor='▌')")
    assert [(each.value, each.cursor) for each in app.markdown] == [("so far", "")]
    assert app.exception[0].message == "the line is dead"


def test_it_streams_into_a_place() -> None:
    app = run("""
place = st.empty()
place.write_stream(["a", 3, "b"])
with st.chat_message("ai"):
    st.write_stream(generator)
""")
    assert app.markdown.values == ["b", "la li"]


def test_the_next_run_shows_the_same_text_without_an_edit() -> None:
    app = run("""
text = "# Title\\n\\nlong " + "and longer " * 50
if "told" in st.session_state:
    st.markdown(text)
else:
    st.session_state.told = True
    st.write_stream(text.split(" ")[0:1] + [" " + word for word in text.split(" ")[1:]])
""")
    [before] = app.markdown
    [after] = app.run().markdown
    assert (after.id, after.value) == (before.id, before.value)


def test_without_a_server_it_returns_all_of_it() -> None:
    assert st.write_stream(["a", "b"], cursor="|") == "ab"


@pytest.mark.parametrize(
    ("stream", "error", "text"),
    [
        ("hello", errors.StreamlitInvalidParameterTypeError, "got stream='hello'"),
        (b"hello", errors.StreamlitInvalidParameterTypeError, "got stream=b'hello'"),
        (5, errors.StreamlitAPIException, "got stream=5"),
        (None, errors.StreamlitAPIException, "got stream=None"),
        (lambda: 5, errors.StreamlitAPIException, "got stream=5"),
    ],
)
def test_what_is_no_stream_is_named(stream: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=f"^write_stream: stream must be .*{text}"):
        st.write_stream(stream)


def test_a_cursor_is_text() -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="got cursor=3"):
        st.write_stream(["a"], cursor=3)  # type: ignore[arg-type]


def test_no_container_has_a_method_for_the_text_that_grows() -> None:
    """It is drawn as any text of `markdown`, and found under no other name."""
    assert not [name for name in elements if "growing" in name]
    script = """
    with st.container():
        def chunks():
            yield "a"
            yield "b"
        st.write_stream(chunks, cursor="|")
    st.markdown("ab")
    """
    first, second = run(textwrap.dedent(script)).markdown
    assert (first.cursor, first.body) == (second.cursor, second.body) == ("", "ab")
