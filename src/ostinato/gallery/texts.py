"""Text: what is read."""

import ostinato as st


def headings() -> None:
    """Headings of three sizes."""
    st.title("A title")
    st.header("A header", divider="rainbow")
    st.subheader("A subheader", help="With help")


def markdown() -> None:
    """Markdown."""
    st.markdown("""
        Text with **bold**, *italic*, ~~struck~~, `code`, [a link](https://ostinato.dev)
        and :material/piano: an icon. :red[Red], :blue-background[blue] and
        :green-badge[:material/check: good]

        - a list
        - of [x] things

        > A quotation.

        | voice | beats |
        | :---- | ----: |
        | ta    | 3     |
    """)


def plain() -> None:
    """Plain text, and small print."""
    st.text("Text as it is,\n  with its spaces.")
    st.caption("A caption, in *small* print.")


def badges() -> None:
    """Badges."""
    with st.container(horizontal=True):
        st.badge("New")
        st.badge("Done", icon=":material/check:", color="green")
        st.badge("Late", color="red")


def code() -> None:
    """Code."""
    st.code("def answer() -> int:\n    return 42", line_numbers=True)


def echo() -> None:
    """Code, and what it draws."""
    with st.echo():
        answer = 6 * 7
        st.write("The answer is", answer)


def formulas() -> None:
    """Formulas."""
    st.markdown("Where $a$ and $b$ are sides, and $c$ costs $5:")
    st.latex(r"c = \sqrt{a^2 + b^2}", help="The third side")


def diagram() -> None:
    """A diagram."""
    st.mermaid_chart(
        """
        flowchart LR
            Person -->|clicks| Script
            Script -->|draws| Page
            Page --> Person
        """,
        alt="A click runs the script, which draws the page",
    )


def html() -> None:
    """HTML."""
    st.html("""
        <figure style="margin: 0">
          <blockquote style="margin: 0">Again, and <mark>again</mark>.</blockquote>
          <figcaption style="text-align: right"><small>a pattern</small></figcaption>
        </figure>
    """)


def frame() -> None:
    """A page within the page."""
    st.iframe(
        """
        <meta name="color-scheme" content="light dark">
        <p style="font-family: sans-serif">A page of its own.</p>
        """,
        alt="A page",
    )


def values() -> None:
    """Values of any kind."""
    st.write("Words,", 42, {"and": ["what", "is", "nested"]})
    st.json({"voices": ["ta", "ki"], "beats": 8}, expanded=1)


def documentation() -> None:
    """The documentation of anything."""
    st.help(str.partition)


def lines() -> None:
    """Lines and space."""
    st.divider()
    st.space("small")
    st.divider()


EXAMPLES = [
    headings,
    markdown,
    plain,
    badges,
    code,
    echo,
    formulas,
    diagram,
    html,
    frame,
    values,
    documentation,
    lines,
]
