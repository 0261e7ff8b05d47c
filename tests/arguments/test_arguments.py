"""Arguments that many elements share are checked alike, and errors say what to do."""

import inspect
import re
from pathlib import Path

import pytest

import ostinato
import ostinato.arguments.icon
from ostinato.arguments.duration import parse_duration
from ostinato.arguments.icon import check_icon, split_icon
from ostinato.arguments.inputs import InputArguments
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import check_gap, check_height, check_width
from ostinato.arguments.text import check_choice, dedent_text
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitBadTimeStringError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.run.container import elements
from ostinato.values.boolean import Boolean


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("\n    a\n      b\n   c\n", "a\n   b\nc"),
        ("  a\n    b", "a\n  b"),
        ("a\n    b\n    c", "a\n    b\n    c"),
        ("\tx\n\ty", "x\ny"),
        ("   \n\n", ""),
        ("x   ", "x"),
        (5, "5"),
        (None, "None"),
    ],
)
def test_text_loses_common_indentation_and_blank_ends(body: object, text: str) -> None:
    assert dedent_text(body) == text


@pytest.mark.parametrize("width", ["stretch", 1, 700])
def test_width_may_be_a_word_or_pixels(width: object) -> None:
    check_width("divider", width)


@pytest.mark.parametrize("width", ["content", 0, -5, 5.5, None, True, "x"])
def test_other_widths_are_refused(width: object) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match="^divider: width must be 'stretch' or"):
        check_width("divider", width)


@pytest.mark.parametrize("height", ["x", 0, -1, None])
def test_other_heights_are_refused(height: object) -> None:
    with pytest.raises(StreamlitInvalidHeightError, match=f"got height={height!r}"):
        check_height("container", height)


@pytest.mark.parametrize(("gap", "taken"), [("Small", "small"), (None, None), (0, 0), (20, 20)])
def test_gap_may_be_a_word_in_any_case_or_pixels(gap: object, taken: object) -> None:
    assert check_gap("columns", gap) == taken  # type: ignore[arg-type]


@pytest.mark.parametrize("gap", ["x", -5, True, 1.5])
def test_other_gaps_are_refused(gap: object) -> None:
    with pytest.raises(StreamlitValueError, match="gap must be"):
        check_gap("columns", gap)  # type: ignore[arg-type]


def test_an_unknown_word_names_the_known_ones() -> None:
    text = "^button: type must be one of 'primary', 'tertiary', got type='x'$"
    with pytest.raises(StreamlitValueError, match=text):
        check_choice("button", "type", "x", ("primary", "tertiary"))


def input_with(**changes: object) -> None:
    usual: dict[str, object] = {
        "kind": "slider",
        "label": "Age",
        "key": None,
        "help": None,
        "disabled": False,
        "label_visibility": "visible",
        "width": "stretch",
    }
    asked = {name: changes.pop(name) for name in ("bind", "persist_state") if name in changes}
    common = InputArguments(**(usual | changes))  # type: ignore[arg-type]
    common.value(Boolean(), False, None, None, None, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "error", "text"),
    [
        (
            {"bind": "query-params"},
            StreamlitMissingRequiredParameterError,
            'slider "Age": a value in the address of the page needs a key',
        ),
        ({"bind": "x"}, StreamlitValueError, "got bind='x'"),
        ({"label_visibility": "x"}, StreamlitValueError, "label_visibility must be one of"),
        ({"persist_state": "x"}, StreamlitValueError, "got persist_state='x'"),
        (
            {"persist_state": "page"},
            StreamlitMissingRequiredParameterError,
            "needs a key, .* give it a key",
        ),
        ({"width": "content"}, StreamlitInvalidWidthError, "width must be"),
    ],
)
def test_inputs_refuse_what_they_cannot_do(
    changes: dict[str, object], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        input_with(**changes)


def test_a_value_persists_under_its_key() -> None:
    input_with(persist_state="session", key="age")


@pytest.mark.parametrize(
    "icon",
    [
        "🔥",
        "⚠",
        "⚠️",
        "👩‍🚀",
        "🇩🇪",
        "1️⃣",
        "👍🏽",
        "🏴\U000e0067\U000e007f",
        ":material/thumb_up:",
        ":material/error_outline:",
        ":material/push_pin:",
        "spinner",
    ],
)
def test_icon_may_be_one_emoji_a_symbol_or_the_spinner(icon: str) -> None:
    assert check_icon("button", f" {icon}") == icon


@pytest.mark.parametrize("icon", ["x", "1", "→", "★", "🔥🔥", ":material/Foo:", ":fire:", "🔥 x"])
def test_other_icons_are_refused(icon: str) -> None:
    with pytest.raises(StreamlitAPIException, match="^button: icon must be one emoji"):
        check_icon("button", icon)


@pytest.mark.parametrize("icon", ["\ufe0f⚠", "\ufe0f⚠\ufe0f", "\ufe0f🔥"])
def test_issue_8_an_emoji_may_begin_with_a_variation_selector(icon: str) -> None:
    assert check_icon("button", icon) == icon.removeprefix("\ufe0f")


def test_issue_8_a_symbol_that_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ostinato.arguments.icon, "SYMBOLS", tmp_path / "missing.txt")
    assert check_icon("button", ":material/not_there:") == ":material/not_there:"  # Nothing built.
    (tmp_path / "built.txt").write_text("10k\nhome")
    monkeypatch.setattr(ostinato.arguments.icon, "SYMBOLS", tmp_path / "built.txt")
    assert check_icon("button", ":material/home:") == ":material/home:"
    text = "^button: there must be a Material symbol of that name, got icon=':material/not_there:'"
    with pytest.raises(StreamlitAPIException, match=text):
        check_icon("button", ":material/not_there:")


def test_an_icon_that_is_no_text_is_refused() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="got icon=5"):
        check_icon("button", 5)


@pytest.mark.parametrize(
    ("body", "icon", "rest"),
    [
        ("🔥 hot", "🔥", "hot"),
        ("🔥🔥 x", "🔥", "🔥 x"),
        (":material/thumb_up: ok", ":material/thumb_up:", "ok"),
        ("⚠️ x", "⚠️", "x"),
        ("★ x", None, "★ x"),
        ("1 apple", None, "1 apple"),
        ("**🔥** x", None, "**🔥** x"),
    ],
)
def test_a_leading_icon_is_split_from_a_text(body: str, icon: str | None, rest: str) -> None:
    assert split_icon(body) == (icon, rest)


@pytest.mark.parametrize(
    ("shortcut", "taken"),
    [
        ("k", "K"),
        ("Ctrl + Shift + K", "Ctrl+Shift+K"),
        ("shift+cmd+k", "Ctrl+Shift+K"),
        ("Ctrl+Ctrl+K", "Ctrl+K"),
        ("option+4", "Alt+4"),
        ("ArrowUp", "Up"),
        ("escape", "Esc"),
        ("F13", "F13"),
    ],
)
def test_shortcuts_have_one_spelling(shortcut: str, taken: str) -> None:
    assert parse_shortcut("button", shortcut) == taken


@pytest.mark.parametrize("shortcut", ["", "Ctrl", "Ctrl+", "x+y", ".", "Ctrl+Foo"])
def test_a_shortcut_without_exactly_one_key_is_refused(shortcut: str) -> None:
    with pytest.raises(StreamlitAPIException, match="shortcut must have one letter"):
        parse_shortcut("button", shortcut)


@pytest.mark.parametrize("shortcut", ["R", "Ctrl+C"])
def test_reserved_keys_are_refused(shortcut: str) -> None:
    with pytest.raises(StreamlitAPIException, match="the keys C and R are taken"):
        parse_shortcut("button", shortcut)


@pytest.mark.parametrize(
    ("live", "pause"),
    [
        (False, False),
        (True, 250),
        ("0", 0),
        ("0ms", 0),
        ("300ms", 300),
        ("0.5s", 500),
        ("1 s", 1000),
        ("1s 200ms", 1200),
        ("1m", 60_000),
    ],
)
def test_a_pause_is_told_in_milliseconds(live: object, pause: object) -> None:
    assert parse_duration("text_input", live) == pause
    assert (pause is False) is (parse_duration("text_input", live) is False)


@pytest.mark.parametrize(
    ("live", "error"),
    [
        (300, StreamlitInvalidParameterTypeError),
        (None, StreamlitInvalidParameterTypeError),
        ("x", StreamlitBadTimeStringError),
        ("", StreamlitBadTimeStringError),
        ("300", StreamlitBadTimeStringError),
        ("2m", StreamlitValueOutOfRangeError),
        ("-1s", StreamlitValueOutOfRangeError),
    ],
)
def test_other_pauses_are_refused(live: object, error: type[Exception]) -> None:
    with pytest.raises(error, match=f"^text_input: live must be .*got live={live!r}"):
        parse_duration("text_input", live)


@pytest.mark.parametrize("name", sorted(name for name in elements if not name.startswith("_")))
def test_every_parameter_of_an_element_is_documented(name: str) -> None:
    function = elements[name]
    doc = inspect.getdoc(function) or ""
    args = doc.partition("Args:\n")[2].partition("\n\n")[0]
    documented = re.findall(r"^ {4}(\w+): \S", args, re.MULTILINE)
    parameters = [each for each in inspect.signature(function).parameters if each[0] != "_"]
    assert [each.lstrip("*") for each in documented] == [each.lstrip("*") for each in parameters]


def test_what_an_input_says_itself_goes_before_what_is_shared() -> None:
    doc = inspect.getdoc(ostinato.checkbox) or ""
    assert '    width: "content", "stretch" or pixels.\n' in doc
    assert "    disabled: Whether it cannot be used.\n" in doc
    assert doc.count("StreamlitValueError:") == 1
    assert "StreamlitMissingRequiredParameterError" not in (ostinato.button.__doc__ or "")
