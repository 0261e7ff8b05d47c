"""Chat message: a container with a name and a picture."""

from typing import Any

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest


def test_it_is_drawn_into_by_with_and_as_an_object() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.chat_message("user"):
            st.write("one")
        answer = st.chat_message("assistant")
        answer.write("two")
        st.write("between")
        answer.write("three")
    """).run()
    assert app.chat_message[0].markdown.values == ["one"]
    assert app.chat_message[1].markdown.values == ["two", "three"]
    assert [each.name for each in app.chat_message] == ["user", "assistant"]


@pytest.mark.parametrize(
    ("name", "given", "avatar"),
    [
        ("user", None, "user"),
        ("Human", None, "user"),
        ("assistant", None, "assistant"),
        ("AI", None, "assistant"),
        ("Zoë", None, ""),
        ("", None, ""),
        ("user", "assistant", "assistant"),
        ("Zoë", "human", "user"),
        ("user", "🦖", "🦖"),
        ("user", ":material/thumb_up:", ":material/thumb_up:"),
        ("Zoë", "https://example.com/a.png", "https://example.com/a.png"),
        ("Zoë", "data:image/png;base64,AA==", "data:image/png;base64,AA=="),
        ("Zoë", " HTTP://example.com/A.png ", "http://example.com/A.png"),
    ],
)
def test_its_picture_is_that_of_the_name_or_another(
    name: str, given: str | None, avatar: str
) -> None:
    app = AppTest.from_string(
        f"import ostinato as st; st.chat_message({name!r}, avatar={given!r}).write('hi')"
    ).run()
    assert app.chat_message[0].avatar == avatar


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"name": None}, errors.StreamlitMissingRequiredParameterError, "got name=None"),
        ({"name": 3}, errors.StreamlitInvalidParameterTypeError, "got name=3"),
        ({"avatar": ""}, errors.StreamlitAPIException, "got avatar=''"),
        ({"avatar": "xyz"}, errors.StreamlitAPIException, "got avatar='xyz'"),
        ({"avatar": "spinner"}, errors.StreamlitAPIException, "got avatar='spinner'"),
        ({"avatar": "javascript:alert(1)"}, errors.StreamlitAPIException, "got avatar='java"),
        ({"avatar": b"png"}, errors.StreamlitAPIException, "got avatar="),
        ({"avatar": ["🦖"]}, errors.StreamlitAPIException, "got avatar="),
        ({"width": 0}, errors.StreamlitInvalidWidthError, "got width=0"),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError, "got width='wide'"),
    ],
)
def test_what_it_refuses_is_named(
    arguments: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f"^chat_message.*{text}"):
        st.chat_message(**{"name": "user", **arguments})
