"""The shop of examples/shop: what a newcomer copies works as a whole."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ostinato.testing import AppTest

SHOP = Path(__file__).parents[1] / "examples" / "shop"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.syspath_prepend(str(SHOP))
    yield AppTest.from_file(SHOP / "shop.py").run()
    for name in ("basket", "products"):
        sys.modules.pop(name, None)


def in_basket(app: AppTest) -> str:
    return str(app.sidebar.caption[0].value)


def test_what_is_added_is_in_the_basket_and_can_be_ordered(shop: AppTest) -> None:
    assert in_basket(shop) == "Your basket is empty"
    shop.button(key="add Moka pot").click().run()
    shop.button(key="add Green tea").click().run()
    assert in_basket(shop) == "2 in your basket, 43.80 €"
    shop.switch_page("checkout.py").run()
    shop.number_input(key="count Green tea").set_value(3).run()
    assert "**Total: 61.60 €**" in shop.markdown.values
    assert in_basket(shop) == "4 in your basket, 61.60 €"
    shop.text_input[0].set_value("Ada")
    shop.text_area[0].set_value("Oslo")
    shop.button[0].click().run()
    assert not shop.exception
    assert shop.title[0].value == "Orders"
    assert shop.expander[0].label == "Order 1: 61.60 €"
    assert in_basket(shop) == "Your basket is empty"


def test_what_is_counted_down_to_nothing_is_gone_at_once(shop: AppTest) -> None:
    shop.button(key="add Teapot").click().run()
    shop.switch_page("checkout.py").run()
    shop.number_input(key="count Teapot").set_value(0).run()
    assert shop.info[0].value == "Your basket is empty."
    assert in_basket(shop) == "Your basket is empty"


def test_an_order_needs_a_name(shop: AppTest) -> None:
    shop.button(key="add Teapot").click().run()
    shop.switch_page("checkout.py").run()
    shop.button[0].click().run()
    assert shop.error[0].value == "Please say who you are, and where it shall go."
    assert in_basket(shop) == "1 in your basket, 42.90 €"


def test_the_dialog_tells_more_and_adds_to_the_basket(shop: AppTest) -> None:
    shop.button(key="more Earl Grey").click().run()
    (dialog,) = shop.dialog
    assert dialog.subheader[0].value == "Earl Grey"
    dialog.button[0].click().run()
    assert not shop.exception
    assert len(shop.dialog) == 0
    assert in_basket(shop) == "1 in your basket, 6.90 €"


def test_an_empty_basket_leads_back(shop: AppTest) -> None:
    shop.switch_page("checkout.py").run()
    assert shop.info[0].value == "Your basket is empty."
    assert len(shop.number_input) == 0


def test_without_somebody_to_log_in_with_it_is_open(shop: AppTest) -> None:
    shop.switch_page("orders.py").run()
    assert not shop.exception
    assert shop.info[0].value == "No orders yet."


def test_the_filter_is_in_the_address(shop: AppTest) -> None:
    shop.query_params["kind"] = "Tea"
    shop.run()
    assert [button.key for button in shop.button if button.label == "Add"] == [
        "add Green tea",
        "add Earl Grey",
    ]
