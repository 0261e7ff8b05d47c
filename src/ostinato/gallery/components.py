"""Components: what other people make."""

from pathlib import Path

import ostinato as st


def in_the_page() -> None:
    """A component of HTML, CSS and JavaScript."""
    beat = st.components.v2.component(
        "beat",
        html="<div role=group aria-label=Pattern></div>",
        css="""
        div { display: flex; gap: 0.5rem; }
        button { flex: 1; height: 3rem; border: 1px solid var(--st-border-color);
            border-radius: var(--st-button-radius); background: transparent; }
        button[aria-pressed=true] { background: var(--st-primary-color); }
        """,
        js="""
        export default ({ data, parentElement, setTriggerValue }) => {
            const group = parentElement.querySelector("div");
            data.pattern.forEach((isOn, at) => {
                const button = group.children[at]
                    ?? group.appendChild(document.createElement("button"));
                button.ariaLabel = `Beat ${at + 1}`;
                button.ariaPressed = isOn;
                button.onclick = () => setTriggerValue("pressed", at);
            });
        };
        """,
    )
    pattern = st.session_state.setdefault("pattern", [True, False, False, True, False, False])

    def press() -> None:
        at = st.session_state.beat.pressed
        pattern[at] = not pattern[at]

    beat(key="beat", data={"pattern": pattern}, on_pressed_change=press)
    st.text(" ".join("ta" if each else "·" for each in pattern))


def in_a_frame() -> None:
    """A component in a frame of its own, from a folder."""
    folder = Path(st.__file__).parent / "gallery/tap"
    tap = st.components.v1.declare_component("tap", path=folder)
    tempo = tap(key="tempo", default=60, height=72)
    st.metric("Tempo", f"{tempo} bpm")


EXAMPLES = [
    in_the_page,
    in_a_frame,
]
