"""Echo."""

import pytest

import ostinato as st
from ostinato.errors import StreamlitValueError
from ostinato.testing import AppTest
from ostinato.testing.element import Element


def shown(script: str) -> list[tuple[str, str]]:
    """Return type and text of what a script draws."""
    app = AppTest.from_string("import ostinato as st\n" + script).run()
    assert not app.exception
    return [(each.type, each.value) for each in app.nodes() if isinstance(each, Element)]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("with st.echo():\n    a = 1\n    b = 2\n\n    c = 3\n# no more", "a = 1\nb = 2\n\nc = 3"),
        ("with st.echo(): a = 1; b = 2", "a = 1; b = 2"),
        ("with st.echo():\n\n    # before\n    a = 1  # behind", "# before\na = 1  # behind"),
        ("if True:\n  with st.echo():\n    if True:\n      pass", "if True:\n  pass"),
        ("with st.echo():\n\tif 1:\n\t\tpass", "if 1:\n\tpass"),
        ("with st.echo(\n    'above',\n):\n    a = 1", "a = 1"),
        ("with st.container(), st.echo() as x:\n    a = 1", "a = 1"),
        (
            "with st.echo():\n    a = '''\n    kept\n'''\n    b = f'''\n    {1}'''",
            "a = '''\n    kept\n'''\nb = f'''\n    {1}'''",
        ),
        ("with st.echo():\n    @str\n    # of\n    def f(): ...", "@str\n# of\ndef f(): ..."),
        ("def f():\n    with st.echo():\n        a = 1\nf()", "a = 1"),
        ("é = 1\nwith st.echo(): é = 'é'", "é = 'é'"),
    ],
)
def test_the_code_is_shown_as_it_would_stand_alone(script: str, code: str) -> None:
    assert ("code", code) in shown(script)


def test_the_code_stands_above_what_it_draws_or_below() -> None:
    block = "\n    st.text('drawn')"
    above, below = ("code", "st.text('drawn')"), ("text", "drawn")
    assert shown(f"with st.echo():{block}") == [above, below]
    assert shown(f"with st.echo('below'):{block}") == [below, above]


def test_a_block_within_another_has_its_own_code() -> None:
    script = "with st.echo():\n    x = 1\n    with st.echo('below'):\n        y = 2"
    assert [text for _, text in shown(script)] == [
        "x = 1\nwith st.echo('below'):\n    y = 2",
        "y = 2",
    ]


def test_code_that_is_not_in_a_file_is_run_and_not_shown() -> None:
    script = "exec(\"with st.echo():\\n    st.text('drawn')\")"
    assert shown(script) == [("code", ""), ("text", "drawn")]


def test_an_exception_passes() -> None:
    with pytest.raises(ZeroDivisionError), st.echo():
        1 / 0  # noqa: B018


def test_there_is_no_third_place() -> None:
    with pytest.raises(StreamlitValueError, match="^echo: code_location must be one of"):
        st.echo("left")  # type: ignore[arg-type]
