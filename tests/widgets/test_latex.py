"""Latex."""

import sys
from types import ModuleType

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidWidthError
from ostinato.testing import AppTest


def body(value: object) -> object:
    return st.latex(value).node.props.body  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a^2", "a^2"),
        ("\n    \\frac{1}{2}\n      + x\n", "\\frac{1}{2}\n  + x"),
        ("", ""),
        (3, "3"),
        (None, "None"),
        ("$$x$$", "$$x$$"),
    ],
)
def test_the_body_is_shown_as_it_is(value: object, shown: str) -> None:
    assert body(value) == shown


def test_an_expression_of_sympy_is_written_by_sympy(monkeypatch: pytest.MonkeyPatch) -> None:
    sympy = ModuleType("sympy")
    sympy.latex = lambda value: f"written {value}"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sympy", sympy)
    base = type("Basic", (), {"__module__": "sympy.core.basic", "__str__": lambda self: "x"})
    own = type("Own", (base,), {})
    assert body(own()) == "written x"
    assert body("y") == "y"


def test_st_write_shows_an_expression_as_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    def script() -> None:
        import sys  # noqa: PLC0415
        from types import ModuleType  # noqa: PLC0415

        import ostinato as st  # noqa: PLC0415

        class Expression:
            __module__ = "sympy.core.basic"

        sympy = sys.modules["sympy"] = ModuleType("sympy")
        sympy.latex = lambda value: "x^2"  # type: ignore[attr-defined]
        st.write("so", Expression(), "is")
        st.latex("y", help="*why*")

    monkeypatch.setitem(sys.modules, "sympy", ModuleType("sympy"))
    app = AppTest.from_function(script).run()
    assert [each.value for each in app.latex] == ["$$\nx^2\n$$", "$$\ny\n$$"]
    assert [each.value for each in app.markdown] == ["so", "is"]
    assert app.latex[1].help == "*why*"


@pytest.mark.parametrize("width", ["auto", "wide", 0, -5, None, 1.5])
def test_other_widths_are_refused(width: object) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match="^latex: width must be .* got width="):
        st.latex("x", width=width)  # type: ignore[arg-type]
