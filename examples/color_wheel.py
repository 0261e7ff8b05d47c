"""A component of HTML, CSS and JavaScript: a wheel that keeps a colour, and saves what it shows."""

import ostinato as st

wheel = st.components.v2.component(
    "color_wheel",
    html="<div role=group aria-label=Colours></div><button class=save>Save</button>",
    css="""
    :host { display: grid; gap: 1rem; justify-items: center; }
    div { position: relative; width: 13rem; height: 13rem; }
    div button { position: absolute; inset: calc(50% - 1.125rem); border-radius: 50%; border: 0;
        background: hsl(var(--hue) 75% 50%); transform: rotate(var(--hue)) translateY(-5.25rem); }
    div button[aria-pressed=true] { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
    button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 3px; }
    .save { padding: 0.5rem 1rem; border: 0; border-radius: var(--st-button-radius); font: inherit;
        color: var(--st-background-color); background: var(--st-primary-color); }
    """,
    js="""
    export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
        const ring = parentElement.querySelector("div");
        for (let hue = ring.childElementCount * 30; hue < 360; hue += 30) {
            const button = document.createElement("button");
            button.ariaLabel = `Hue ${hue}`;
            button.style.setProperty("--hue", `${hue}deg`);
            button.onclick = () => setStateValue("hue", hue);
            ring.append(button);
        }
        [...ring.children].forEach((each, at) => { each.ariaPressed = at * 30 === data.hue; });
        parentElement.querySelector(".save").onclick = () => setTriggerValue("saved", data.hue);
    }
    """,
)

hue = st.session_state.get("wheel", {}).get("hue", 0)
hues = st.session_state.setdefault("hues", [])
shown = wheel(key="wheel", data={"hue": hue}, default={"hue": 0}, on_hue_change=None)
if "saved" in shown:
    hues.append(shown.saved)
st.write("Hue", hue, "of", ", ".join(map(str, hues)) or "none saved yet")
