"""Dialog: a function that draws into a window over the page."""

from ostinato.testing import AppTest


def test_g01_a_test_opens_a_dialog_uses_what_is_in_it_and_closes_it() -> None:
    def script() -> None:
        import ostinato as st  # noqa: PLC0415  (it is the script)

        @st.dialog("Vote", icon=":material/mail:", width="large", position="right")
        def vote(item: str) -> None:
            why = st.text_input(f"Why {item}?")
            if st.button("Submit"):
                st.session_state.vote = item, why
                st.rerun()

        if st.button("Tea"):
            vote("tea")
        st.text(st.session_state.get("vote"))

    app = AppTest.from_function(script).run()
    assert not app.text_input
    app.button[0].click().run()
    app.text_input[0].set_value("hot").run()
    assert app.text_input[0].label == "Why tea?"
    submit = next(button for button in app.button if button.label == "Submit")
    submit.click().run()
    assert not app.text_input
    assert app.text[0].value == "('tea', 'hot')"


def test_g01_what_the_page_is_told_of_a_dialog() -> None:
    app = AppTest.from_string(
        """
import ostinato as st
st.dialog("**A**", width="medium", position="left", dismissible=False, icon="🎉")(st.text)("in")
"""
    ).run()
    (dialog,) = app.get("dialog")
    assert (dialog.label, dialog.icon, dialog.open) == ("**A**", "🎉", True)
    assert app.text.values == ["in"]


def test_g01_a_test_closes_a_dialog_as_a_person_does() -> None:
    app = AppTest.from_string(
        """
import ostinato as st
def closed():
    st.session_state.closed = True
if st.button("Open"):
    st.dialog("A", on_dismiss=closed)(st.checkbox)("Inside")
"""
    ).run()
    app.button[0].click().run()
    assert [box.label for box in app.checkbox] == ["Inside"]
    app.dialog[0].set_open(False).run()
    assert app.session_state.closed is True
    assert (len(app.dialog), len(app.checkbox)) == (0, 0)
