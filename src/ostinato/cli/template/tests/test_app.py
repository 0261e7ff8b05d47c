"""Tests of the app: it runs in the process of the test, without a browser."""

from ostinato.testing import AppTest


def opened() -> AppTest:
    return AppTest.from_file("../app.py").run()


def test_an_expense_is_added_and_counts() -> None:
    app = opened()
    app.text_input(key="what").input("Tea")
    app.number_input(key="amount").set_value(2.3)
    app.button[0].click().run()
    assert not app.exception
    assert app.metric[0].value == "90.00"
    assert app.session_state["expenses"][-1] == {"what": "Tea", "kind": "Food", "amount": 2.3}


def test_an_expense_without_an_amount_is_refused() -> None:
    app = opened()
    app.text_input(key="what").input("Tea")
    app.button[0].click().run()
    assert app.error[0].value == "Say what it was for, and an amount above 0."
    assert app.metric[0].value == "87.70"
    # What was entered is still there to be completed.
    assert app.text_input(key="what").value == "Tea"


def test_an_empty_list_says_what_to_do() -> None:
    app = opened()
    app.button[-1].click().run()
    assert app.info[0].value == "Nothing was spent yet. Add something above."
    assert len(app.metric) == 0
