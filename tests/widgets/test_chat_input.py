"""Chat input: a press that carries a message."""

from typing import Any

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.message import Message

CHAT = """
import ostinato as st
state = st.session_state
state.setdefault("log", [])
def note(*args, **kwargs):
    state.log.append((state.said, args, kwargs))
said = st.chat_input("Say", key="said", max_chars=9, on_submit=note, args=[1], kwargs={"b": 2})
st.text((said, state.said))
"""


def test_w20_a_message_is_there_for_one_run_in_state_too() -> None:
    app = AppTest.from_string(CHAT).run()
    assert (app.text.values, app.chat_input[0].placeholder) == (["(None, None)"], "Say")
    app.chat_input("said").set_value("hello").run()
    assert app.text.values == ["('hello', 'hello')"]
    assert app.chat_input[0].value == "hello"
    app.run()
    assert app.text.values == ["(None, None)"]
    assert app.chat_input[0].value is None
    assert app.session_state.log == [("hello", (1,), {"b": 2})]


def test_w15_a_message_is_there_once_though_the_script_reruns_itself() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        log = st.session_state.setdefault("log", [])
        if said := st.chat_input():
            log.append(said)
            st.rerun()
        st.text(log)
    """).run()
    app.chat_input[0].set_value("a").run()
    app.chat_input[0].set_value("a").run()
    assert app.text.values == ["['a', 'a']"]


def test_w04_w18_what_the_script_sets_is_text_to_be_edited_and_no_message() -> None:
    app = AppTest.from_string(
        CHAT
        + """
st.button("Suggest", on_click=lambda: state.update(said="from a callback, and long"))
st.button("Mistake", on_click=lambda: state.update(said=5))
"""
    ).run()
    for place in (0, 1):
        app.button[place].click().run()
        assert not app.exception
        assert app.text.values == ["(None, None)"]
    app.run()
    assert "said" in app.session_state
    assert app.session_state.log == []


def test_w03_its_key_cannot_be_set_once_it_was_drawn() -> None:
    app = AppTest.from_string(CHAT + "state.said = 'late'").run()
    assert app.exception[0].error == "StreamlitWidgetAlreadyInstantiatedError"


def test_w05_two_of_them_need_keys() -> None:
    app = AppTest.from_string("import ostinato as st\nst.chat_input()\nst.chat_input()").run()
    assert app.exception[0].error == "StreamlitDuplicateElementId"
    text = "import ostinato as st\nst.chat_input(key='a')\nst.chat_input(key='a')"
    assert AppTest.from_string(text).run().exception[0].error == "StreamlitDuplicateElementKey"


def test_w06_a_message_is_not_lost_if_only_its_looks_have_changed() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        n = st.session_state.n = st.session_state.get("n", 0) + 1
        mode = ("submit", "disable", "stop")[n % 3]
        place = st if n % 2 else st.container()
        st.text(place.chat_input("Say", submit_mode=mode, width=200 + n, height=100 + n))
    """).run()
    for text in ("a", "b", "c"):
        app.chat_input[0].set_value(text).run()
        assert app.text.values == [text]


@pytest.mark.parametrize(
    "place", ["st.container()", "st.sidebar", "st.columns(2)[0]", "st.empty()"]
)
def test_it_is_pinned_in_the_main_part_and_stands_where_it_is_in_a_container(place: str) -> None:
    app = AppTest.from_string(
        f"import ostinato as st\nst.chat_input('low')\n{place}.chat_input('here')"
    ).run()
    assert [each.placeholder for each in app.bottom.get("chat_input")] == ["low"]
    assert {each.placeholder for each in app.chat_input} == {"low", "here"}


HOSTILE = [None, True, 5, "", "x" * 10, ["hello"], {"text": "hello"}, float("nan"), b"hello"]


@pytest.mark.parametrize("wire", HOSTILE, ids=repr)
def test_w16_no_other_value_than_a_short_text_is_a_message(wire: Any) -> None:
    with pytest.raises(ValueError, match="expected"):
        Message(9).decode(wire)
    app = AppTest.from_string(CHAT).run()
    app.inputs.click(app.chat_input[0].id, True, wire)
    assert app.run().text.values == ["(None, None)"]
    assert app.session_state.log == []


def test_w16_a_disabled_one_carries_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string(CHAT.replace("max_chars=9", "disabled=True")).run()
    app.inputs.click(app.chat_input[0].id, True, "hello")  # As only a forged event does.
    assert app.run().text.values == ["(None, None)"]
    assert "is disabled" in caplog.text


def test_a_message_that_became_too_long_by_then_is_none() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        most = st.session_state.setdefault("most", 9)
        def shorten():
            st.session_state.most = 2
        st.text(st.chat_input(key="said", max_chars=st.session_state.most, on_submit=shorten))
    """).run()
    app.chat_input[0].set_value("hello").run()
    assert app.text.values == ["None"]


def test_a_test_can_take_its_message_back_and_send_only_what_a_person_can() -> None:
    app = AppTest.from_string(CHAT).run()
    app.chat_input[0].set_value("hello").set_value(None)
    assert app.run().text.values == ["(None, None)"]
    with pytest.raises(errors.StreamlitAPIException, match="it takes no files, and no sound"):
        app.chat_input[0].upload("a.txt", b"text", "text/plain")
    for text in ("", "x" * 10):
        with pytest.raises(errors.StreamlitAPIException, match='chat_input "Say": not a value'):
            app.chat_input[0].set_value(text)


def test_without_a_server_it_is_none() -> None:
    assert st.chat_input("Say", key="k") is None


def test_the_codec_reads_what_it_writes() -> None:
    codec = Message(9)
    assert codec.adopt("hello") == ("hello", "hello")
    assert codec.from_params(codec.to_params("hello")) == "hello"


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        (
            {"accept_file": True, "file_type": 3},
            errors.StreamlitInvalidParameterTypeError,
            "got file_type=3",
        ),
        (
            {"accept_file": True, "max_upload_size": 0},
            errors.StreamlitValueError,
            "got max_upload_size=0",
        ),
        ({"accept_file": "some"}, errors.StreamlitValueError, "got accept_file='some'"),
        (
            {"accept_audio": True, "audio_sample_rate": 7},
            errors.StreamlitAPIException,
            "got audio_sample_rate=7",
        ),
        ({"submit_mode": "later"}, errors.StreamlitValueError, "got submit_mode='later'"),
        ({"on_submit": "rerun"}, errors.StreamlitAPIException, "got on_submit='rerun'"),
        ({"on_submit": 3}, errors.StreamlitValueError, "got on_submit=3"),
        ({"max_chars": -1}, errors.StreamlitValueError, "got max_chars=-1"),
        ({"max_chars": True}, errors.StreamlitValueError, "got max_chars=True"),
        ({"max_chars": "x"}, errors.StreamlitValueError, "got max_chars='x'"),
        ({"width": "content"}, errors.StreamlitInvalidWidthError, "got width='content'"),
        ({"height": "auto"}, errors.StreamlitInvalidHeightError, "got height='auto'"),
    ],
)
def test_what_it_refuses_is_named(
    arguments: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f'^chat_input "Say": .*{text}'):
        st.chat_input("Say", **arguments)


FILES = """
import ostinato as st
said = st.chat_input("Say", accept_file="multiple", file_type=["txt"], accept_audio=True)
if said:
    sound = said.audio and said.audio.type
    st.text([said.text, [file.getvalue() for file in said["files"]], sound])
    st.text([list(said), said.to_dict() == dict(said), "ChatInputValue" in repr(said)])
"""


def test_u07_files_and_sound_come_with_a_message() -> None:
    app = AppTest.from_string(FILES).run()
    chat = app.chat_input[0]
    chat.upload("a.txt", b"1").upload("b.txt", b"2").record(b"RIFF").set_value("see").run()
    assert not app.exception
    assert app.text.values == [
        "['see', [b'1', b'2'], 'audio/wav']",
        "[['text', 'files', 'audio'], True, True]",
    ]
    assert app.chat_input[0].value.text == "see"
    app.run()
    assert app.text.values == []
    app.chat_input[0].set_value("only text").run()
    assert app.text.values[0] == "['only text', [], None]"
    app.chat_input[0].upload("a.txt", b"1").run()
    assert app.text.values[0] == "['', [b'1'], None]"


def test_w16_a_message_that_does_not_fit_is_refused() -> None:
    app = AppTest.from_string(FILES).run()
    with pytest.raises(errors.AppTestError, match="not empty"):
        app.chat_input[0].set_value("")
    with pytest.raises(errors.AppTestError, match="expected a file of .txt"):
        app.chat_input[0].upload("a.exe", b"")


def test_u07_files_wait_for_the_run_beside_the_text_and_can_be_taken_back() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        for kind in (True, "multiple"):
            said = st.chat_input("Say", key=str(kind), accept_file=kind)
            st.text(said and [said.text, [file.name for file in said.files]])
    """).run()
    one, several = app.chat_input
    assert one.upload("a.txt", b"1").upload("b.txt", b"2").run().text[0].value == "['', ['b.txt']]"
    several.set_value("two").upload("a.txt", b"1").upload("b.txt", b"2")
    assert several.value.text == "two"
    assert app.run().text.values == ["None", "['two', ['a.txt', 'b.txt']]"]
    app.chat_input[1].upload("c.txt", b"3").set_value("none").clear().run()
    assert app.text.values == ["None", "['none', []]"]
    app.chat_input[1].upload("c.txt", b"3").clear().run()
    assert app.text.values == ["None", "None"]


def test_u07_a_message_has_no_files_where_none_are_taken() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        said = st.chat_input("Say", accept_audio=True)
        st.text(said and list(said))
        plain = st.chat_input("Plain", key="plain")
    """).run()
    with pytest.raises(errors.StreamlitAPIException, match="expected no files"):
        app.chat_input[0].upload("a.txt", b"1")
    with pytest.raises(errors.StreamlitAPIException, match="takes no files"):
        app.chat_input[1].upload("a.txt", b"1")
    app.chat_input[0].set_value("x").run()
    assert app.text.values == ["['text', 'audio']"]
