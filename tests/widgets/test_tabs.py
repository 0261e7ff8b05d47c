"""Tabs: containers of which one is open, and its label as a value if the script asks."""

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.word import Word

ANIMALS = """
    import ostinato as st
    st.session_state.setdefault("seen", [])
    st.session_state.update({"animal": at} if (at := st.session_state.pop("go", None)) else {})
    def note():
        st.session_state.seen.append(st.session_state.animal)
    for tab in st.tabs(["Cat", "Dog", "Owl"], default="Dog", key="animal", on_change=note):
        if tab.open:
            tab.text("only here")
"""


def test_w21_without_on_change_the_script_does_not_know_which_is_open() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        first, second = st.tabs(["One", "Two"], key="both")
        first.text("1")
        with second:
            st.text("2")
        st.text((first.open, second.open, "both" in st.session_state))
    """).run()
    assert app.text.values == ["1", "2", "(None, None, False)"]
    assert [tab.label for tab in app.tabs] == ["One", "Two"]
    assert [tab.text[0].value for tab in app.tabs] == ["1", "2"]


def test_w21_with_on_change_the_label_of_the_open_one_is_in_state() -> None:
    app = AppTest.from_string(ANIMALS).run()
    assert app.session_state.animal == "Dog"
    assert [tab.open for tab in app.tabs] == [False, True, False]
    app.tabs[2].set_open().run()
    assert app.session_state.animal == "Owl"
    assert [len(tab.text) for tab in app.tabs] == [0, 0, 1]
    assert app.session_state.seen == ["Owl"]


def test_an_empty_default_is_none_unless_it_is_a_label() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.tabs(["A", "B"], default="", on_change="rerun", key="first")
        st.tabs(["A", ""], default="", on_change="rerun", key="second")
    """).run()
    assert (app.session_state.first, app.session_state.second) == ("A", "")


@pytest.mark.parametrize(("label", "opened"), [("Cat", "Cat"), ("Cow", "Dog"), (5, "Dog")])
def test_w14_one_that_the_script_opens_is_open_and_what_is_none_is_the_default(
    label: object, opened: str
) -> None:
    app = AppTest.from_string(ANIMALS)
    app.session_state.go = label
    assert app.run().session_state.animal == opened
    assert app.session_state.seen == []


def test_w08_with_a_key_it_outlives_other_tabs_but_not_its_own_end() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        labels = st.session_state.setdefault("labels", ["A", "B"])
        st.tabs(labels, key="tab", on_change="rerun")
        st.text(st.session_state.tab)
    """).run()
    app.tabs[1].set_open().run()
    app.session_state.labels = ["New", "A", "B"]
    assert app.run().text.values == ["B"]
    app.session_state.labels = ["New", "A"]
    assert app.run().text.values == ["New"]


def test_w19_a_bound_one_reads_and_writes_its_label_in_the_address() -> None:
    codec = Word(("Cat", "Dog"))
    assert codec.from_params(["Cat", "Dog"]) == "Dog"
    assert codec.to_params("Dog") == ["Dog"]
    with pytest.raises(ValueError, match="'Cow' is not one of 'Cat', 'Dog'"):
        codec.from_params(["Cow"])
    with pytest.raises(errors.StreamlitValueError, match="text of its own in an address"):
        st.tabs(["Cat", "Cat"], key="animal", bind="query-params")


def test_w16_what_a_browser_cannot_mean_is_refused() -> None:
    for wire in ("Cow", None, 0, ["Cat"]):
        with pytest.raises(ValueError, match="is not one of"):
            Word(("Cat",)).decode(wire)


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"tabs": []}, errors.StreamlitMissingRequiredParameterError, r"got tabs=\[\]"),
        ({"tabs": None}, errors.StreamlitMissingRequiredParameterError, "got tabs=None"),
        ({"tabs": 5}, errors.StreamlitInvalidParameterTypeError, "got tabs=5"),
        ({"tabs": ["a", 1]}, errors.StreamlitInvalidParameterTypeError, r"got tabs=\['a', 1\]"),
        ({"default": "z"}, errors.StreamlitValueError, "got default='z'"),
        ({"on_change": None}, errors.StreamlitValueError, "got on_change=None"),
        ({"height": 0}, errors.StreamlitInvalidHeightError, "got height=0"),
        ({"width": "content"}, errors.StreamlitInvalidWidthError, "got width='content'"),
    ],
)
def test_what_they_refuse_is_named(
    arguments: dict[str, object], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        st.tabs(**{"tabs": ["a", "b"], **arguments})  # type: ignore[arg-type]


def test_they_come_as_a_tuple_of_any_iterable() -> None:
    assert len(st.tabs("ab")) == len(st.tabs(letter for letter in "ab")) == 2
    assert isinstance(st.tabs(["a"]), tuple)
