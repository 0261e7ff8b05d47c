"""`st.context` where nobody is connected: in a test, and under plain Python."""

import pytest

import ostinato as st
from ostinato.run.visit import Cookies, Headers, Theme
from ostinato.testing import AppTest

NAMES = "cookies event_id headers ip_address is_embedded locale theme timezone timezone_offset url"


def test_outside_of_a_session_nothing_is_known() -> None:
    context = st.context
    assert (dict(context.headers), dict(context.cookies), dict(context.theme)) == (
        {},
        {},
        {"type": None},
    )
    assert {context[name] for name in NAMES.split() if name[-3:] not in ("ers", "ies", "eme")} == {
        None
    }


def test_items_are_attributes_and_nothing_else_is_there() -> None:
    assert "timezone" in st.context
    assert "zone" not in st.context
    with pytest.raises(KeyError, match=f"must be one of {NAMES.replace(' ', ', ')}, got 'zone'"):
        st.context["zone"]
    with pytest.raises(AttributeError, match="zone"):
        _ = st.context.zone  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        st.context.url = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        list(st.context)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("query", "is_embedded"), [({}, False), ({"embed": "true"}, True), ({"embed": "no"}, False)]
)
def test_x03_a_page_is_embedded_if_its_address_says_so(
    query: dict[str, str], is_embedded: bool
) -> None:
    app = AppTest.from_string(
        "import ostinato as st\nst.text([st.context.is_embedded, dict(st.query_params)])"
    )
    app.query_params.update(query)
    assert app.run().text[0].value == f"[{is_embedded}, {{}}]"


def test_a_theme_has_a_type_and_no_more() -> None:
    theme = Theme("dark")
    assert (theme.type, theme["type"], repr(theme)) == ("dark", "dark", "{'type': 'dark'}")
    with pytest.raises(KeyError, match="only its type is known, got 'base'"):
        theme["base"]
    with pytest.raises(AttributeError):
        theme.type = "light"  # type: ignore[misc]


def test_headers_and_cookies_are_told_by_name() -> None:
    headers = Headers([("host", "a"), ("x-b", "1"), ("X-B", "2")])
    assert (dict(headers), len(headers)) == ({"Host": "a", "X-B": "2"}, 2)
    assert repr(headers) == "{'Host': 'a', 'X-B': '2'}"
    with pytest.raises(KeyError, match="has sent no such header, got 'no'"):
        headers["no"]
    cookies = Cookies({"a": "b"})
    assert (repr(cookies), list(cookies), len(cookies)) == ("{'a': 'b'}", ["a"], 1)
    with pytest.raises(KeyError, match="has sent no such cookie, got 'no'"):
        cookies["no"]
