"""File uploader, camera and microphone: files as the value of an input."""

from typing import Any

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.testing.uploads import uploaded

anything: Any = st
"""What takes whatever it is given, as a script does that nobody has checked."""

SCRIPT = """
import ostinato as st
state = st.session_state
state.setdefault("log", [])
def note(*args):
    state.log.append([state.one and state.one.read(), args])
one = st.file_uploader("One", "csv", key="one", on_change=note, args=[1])
several = st.file_uploader("Several", ["image", ".TXT"], accept_multiple_files=True)
photo = st.camera_input("Photo")
sound = st.audio_input("Sound")
st.text([one and (one.name, one.type, one.size, one.getvalue()), [each.name for each in several]])
st.text([photo and photo.name, sound and sound.name])
st.text(state.one is one)
"""


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_string(SCRIPT).run()


def test_u01_a_script_is_given_the_file_and_its_callback_is_called(app: AppTest) -> None:
    assert app.text.values == ["[None, []]", "[None, None]", "True"]
    app.file_uploader("one").set_value(("a.csv", b"1,2")).run()
    assert not app.exception
    assert app.text.values[0] == "[('a.csv', 'text/csv', 3, b'1,2'), []]"
    assert app.session_state.log == [[b"1,2", (1,)]]
    app.file_uploader("one").upload("b.csv", b"3", "text/csv").run()
    assert app.text.values[0] == "[('b.csv', 'text/csv', 1, b'3'), []]"
    app.file_uploader("one").clear().run()
    assert app.text.values[0] == "[None, []]"
    assert len(app.session_state.log) == 3


def test_u07_several_files_photos_and_sound(app: AppTest) -> None:
    uploader = app.file_uploader[1]
    assert uploader.allowed_type == ["image/*", ".txt"]
    assert (uploader.accept_multiple_files, uploader.accept_directory) == (True, False)
    uploader.set_value([("a.txt", b"1"), ("b.PNG", b"2"), ("c", b"3", "image/x")]).run()
    assert app.text.values[0] == "[None, ['a.txt', 'b.PNG', 'c']]"
    app.camera_input[0].upload("me.jpg", b"jpeg")
    app.audio_input[0].upload("me.wav", b"RIFF").run()
    assert app.text.values[1] == "['me.jpg', 'me.wav']"
    assert app.camera_input[0].value.getvalue() == b"jpeg"
    assert app.audio_input[0].value.type == "audio/wav"


def test_u05_each_run_finds_a_file_at_its_beginning_and_open() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        file = st.file_uploader("File", key="file")
        if file:
            with file:
                st.text(file.read())
            st.text(file.closed)
        kept = st.session_state.setdefault("kept", file)
        st.button("Again", on_click=lambda: st.text(st.session_state.file.read(2)))
    """).run()
    app.file_uploader[0].upload("a", b"1234").run()
    for _ in range(2):
        app.button[0].click().run()
        assert not app.exception
        assert app.text.values[0] == "b'12'"
    app.run()
    assert app.text.values == ["b'1234'", "True"]


def test_w04_the_key_of_an_uploader_cannot_be_assigned(app: AppTest) -> None:
    app.session_state.one = 5
    app.run()
    assert app.exception[0].error == "StreamlitValueAssignmentNotAllowedError"
    assert 'file_uploader "One": its value cannot be set' in app.exception[0].value
    app.run()
    assert not app.exception


def test_w08_changed_rules_take_what_does_not_fit_away() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        kind = st.radio("Kind", ["csv", "txt"])
        file = st.file_uploader("File", kind, key="file")
        st.text(file and file.name)
    """).run()
    app.file_uploader[0].upload("a.csv", b"1").run()
    assert app.text.values == ["a.csv"]
    app.radio[0].set_value("txt").run()
    assert app.text.values == ["None"]


@pytest.mark.parametrize(
    ("index", "files", "why"),
    [
        (0, ("a.exe", b""), "expected a file of .csv"),
        (0, [("a.csv", b""), ("b.csv", b"")], "expected at most 1 files, got 2"),
        (1, ("a.pdf", b""), "expected a file of image"),
        (0, 5, None),
        (0, ("a.csv", "text"), None),
    ],
)
def test_w16_what_does_not_fit_is_refused(
    app: AppTest, index: int, files: Any, why: str | None
) -> None:
    with pytest.raises((errors.StreamlitAPIException, TypeError), match=why):
        app.file_uploader[index].set_value(files)


def test_w16_a_file_is_bound_to_the_browser_that_has_sent_it(app: AppTest) -> None:
    uploader = app.file_uploader("one")
    [record] = uploaded(uploader, [("a.csv", b"1,2")])
    id, size, signature = record.parts[0].split(".")
    for receipt in (f"{id}.4.{signature}", f"{'0' * 32}.{size}.{signature}", "x", "a.b.c", ""):
        with pytest.raises(ValueError, match="receipt|received"):
            app.inputs.memory_of(uploader.id).codec.decode([["0" * 16, "a.csv", "", 3, [receipt]]])
    with pytest.raises(ValueError, match="expected all 9 bytes"):
        app.inputs.memory_of(uploader.id).codec.decode([["0" * 16, "a.csv", "", 9, record.parts]])


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (lambda: anything.file_uploader("x", type=5), "type must be a str or a sequence of them"),
        (lambda: anything.file_uploader("x", type=["csv", ""]), "must be an ending or a MIME type"),
        (lambda: anything.file_uploader("x", max_upload_size=0), "a positive count of megabytes"),
        (lambda: anything.file_uploader("x", max_upload_size=1.5), "a positive count of megabytes"),
        (
            lambda: anything.file_uploader("x", accept_multiple_files="some"),
            "accept_multiple_files",
        ),
        (lambda: anything.camera_input("x", resolution="4k"), "resolution"),
        (lambda: anything.audio_input("x", sample_rate=1), "sample_rate must be one of"),
    ],
)
def test_a_wrong_argument_says_what_would_be_right(call: Any, why: str) -> None:
    with pytest.raises((errors.StreamlitAPIException, ValueError), match=why):
        call()


def test_s08_without_a_server_there_are_no_files() -> None:
    assert st.file_uploader("x") is None
    assert st.file_uploader("x", accept_multiple_files=True) == []
    assert st.camera_input("x") is None
    assert st.audio_input("x") is None


def test_w07_what_the_browser_is_told_is_the_same_in_each_run(app: AppTest) -> None:
    before = {id: dict(props) for id, props in app.page.props.items()}
    app.run()
    assert {id: dict(props) for id, props in app.page.props.items()} == before


def test_a_size_that_no_browser_counts_to_is_refused_by_its_name() -> None:
    with pytest.raises(errors.StreamlitValueError, match="max_upload_size"):
        st.file_uploader("a", max_upload_size=10**30)
