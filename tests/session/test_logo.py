"""Logo: a fact of the page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidURLError,
    StreamlitValueError,
)
from tab import Tab

OpenTab = Callable[..., Tab]
ADDRESS = "https://x.org/logo.png"


def logo_of(tab: Tab) -> Any:
    return tab.page.props["main"].get("logo")


def test_w22_it_counts_for_its_run_and_the_last_call_decides(open_tab: OpenTab) -> None:
    tab = open_tab(f"""
if st.checkbox("On", True):
    st.logo("🔥")
    st.logo({ADDRESS!r}, size="large", link="https://x.org", icon_image=":material/home:")
""")
    shown = {
        "image": ADDRESS,
        "size": "large",
        "link": "https://x.org",
        "icon_image": ":material/home:",
    }
    assert logo_of(tab) == shown
    tab.reload()
    tab.settle()
    assert logo_of(tab) == shown
    tab.set("On", False)
    tab.settle()
    assert logo_of(tab) is None


def test_w22_until_the_run_says_it_again_it_stays(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.set_page_config(layout="wide")
gates.reach("middle")
st.logo("🔥")
st.text("end")
""")
    gates = tab.server.gates
    gates.close("middle")
    tab.send({})
    tab.server.until(lambda: "middle" in gates.reached)
    assert logo_of(tab) == {"image": "🔥"}
    gates.open("middle")
    tab.settle()
    assert logo_of(tab) == {"image": "🔥"}
    (facts,) = [edit for edit in edits(tab) if edit[:2] == ["update", "main"] and "logo" in edit[2]]
    assert facts[2] == {"layout": "wide", "logo": {"image": "🔥"}}


def edits(tab: Tab) -> list[list[Any]]:
    return [edit for message in tab.messages if message[0] == "edits" for edit in message[1]]


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        (ADDRESS, ADDRESS),
        (f" {ADDRESS} ", ADDRESS),
        ("HTTPS://x.org/A.png", "https://x.org/A.png"),
        ("data:image/png;base64,AA==", "data:image/png;base64,AA=="),
        (":material/home:", ":material/home:"),
        ("🚀", "🚀"),
    ],
)
def test_it_may_be_many_things(open_tab: OpenTab, image: str, shown: str) -> None:
    assert logo_of(open_tab(f"st.logo({image!r})")) == {"image": shown}


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        (
            {"image": "logo.png"},
            StreamlitAPIException,
            "got image='logo.png': there is no such file",
        ),
        ({"image": Path("no.png")}, StreamlitAPIException, "got image='no.png': there is no such"),
        ({"image": "/"}, StreamlitAPIException, "got image='/': there is no such file"),
        ({"image": "spinner"}, StreamlitAPIException, "got image='spinner': there is no such file"),
        (
            {"icon_image": "a.png"},
            StreamlitAPIException,
            "got icon_image='a.png': there is no such",
        ),
        (
            {"image": b"GIF"},
            StreamlitAPIException,
            "a picture must be a PNG, .* got image=",
        ),
        ({"image": [ADDRESS]}, StreamlitAPIException, "image must be an emoji, a symbol"),
        ({"image": None}, StreamlitAPIException, "image must be an emoji, a symbol"),
        ({"image": ""}, StreamlitAPIException, "image must be an emoji, a symbol"),
        ({"image": 3}, StreamlitAPIException, "image must be an emoji, a symbol"),
        ({"image": ":material/no_such:"}, StreamlitAPIException, "a Material symbol of that name"),
        ({"image": ":material/no_such:"}, StreamlitAPIException, "got image=':material/no_such:'"),
        ({"icon_image": ":no:"}, StreamlitAPIException, "icon_image must be .* got icon_image="),
        ({"size": "huge"}, StreamlitValueError, "size must be one of"),
        ({"link": "x.org"}, StreamlitInvalidURLError, "link must be an address"),
        ({"link": "/x"}, StreamlitInvalidURLError, "link must be an address"),
        ({"link": "javascript:alert(1)"}, StreamlitInvalidURLError, "link must be an address"),
        ({"link": 3}, StreamlitInvalidURLError, "link must be an address"),
    ],
)
def test_r06_what_it_refuses(arguments: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=f"^logo: .*{text}|^logo: {text}"):
        st.logo(**{"image": ADDRESS, **arguments})


def test_r06_what_cannot_travel_is_told(open_tab: OpenTab) -> None:
    (error,) = open_tab("st.logo('https://x.org/\\udce9')").of_kind("exception")
    assert "must be text that UTF-8 can encode" in error["message"]
