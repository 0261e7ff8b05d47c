"""Hello: what `ostinato hello` serves, itself a plain script: a tour, and the gallery."""

import inspect
import random
import time
from collections.abc import Callable, Iterator

import ostinato as st
from ostinato import gallery

STEPS = range(8)
VOICES = ("di", "ki", "ka", "ta")
PHRASES = {
    "Tresillo": ("......x.", "x.x.x.x.", "..x...x.", "x..x..x."),
    "Backbeat": ("x.......", "xxxxxxxx", "..x...x.", "x..xx..."),
    "Clockwork": ("x...x...", ".x.x.x.x", "..x...x.", "x......."),
    "Gallop": ("....x...", "x...x...", ".xx..xx.", "x...x..x"),
}
WIDTH = 736  # Pixels: lines that are easy to read.

SONG = "Round and round the phrase will go, and each time round it says a little more."


def main() -> None:
    """Draw the page: all of this runs again whenever somebody uses it."""
    # As wide for all pages, or the choice of them would move when it is used.
    st.set_page_config(layout="wide")
    st.sidebar.markdown("**:material/music_note: Ostinato**")
    # Not in the sidebar, which lies over the page on a phone: one sees at once what was chosen.
    page = st.pills(
        "Pages",
        ["Tour", *gallery.FAMILIES],
        default="Tour",
        required=True,
        key="page",
        bind="query-params",
        label_visibility="collapsed",
        wrap=False,
    )
    if page == "Tour":
        with st.container(width=WIDTH):
            tour()
    else:
        gallery.draw(page)


def tour() -> None:
    """Draw a page to play with."""
    began = time.perf_counter()
    with st.sidebar:
        contents()
        facts = st.empty()
    st.title("Ostinato")
    st.markdown(
        "*ostinato*, noun: a musical phrase that repeats while everything around it changes.  \n"
        "Your script is the phrase. It runs from the top whenever somebody uses the page, and"
        " what it draws is what they see."
    )
    playground()
    demo(counter, "Every click counts", "Press as fast as you can: none is lost.")
    demo(greeting, "It remembers", "State belongs to one tab, and outlives every run.")
    demo(necklace, "Inputs are values", "Spread some beats over the steps, as evenly as can be.")
    demo(song, "Output as it comes", "The page grows while the script is still running.")
    demo(palette, "More than text", "Markdown with colours, icons, tables and boxes.")
    state = st.session_state
    state.runs = state.get("runs", 0) + 1
    milliseconds = (time.perf_counter() - began) * 1000
    facts.caption(f"This is run {state.runs}: it took {milliseconds:.1f} ms.")
    go_on()


def contents() -> None:
    """List what is on the page."""
    st.markdown(
        "[A phrase that repeats](#a-phrase-that-repeats)  \n"
        "[Every click counts](#every-click-counts)  \n"
        "[It remembers](#it-remembers)  \n"
        "[Inputs are values](#inputs-are-values)  \n"
        "[Output as it comes](#output-as-it-comes)  \n"
        "[More than text](#more-than-text)"
    )


def playground() -> None:
    """Draw a rhythm to play with, and on demand its code."""
    st.header("A phrase that repeats")
    if "notes" not in st.session_state:
        st.session_state.left = 0
        st.session_state.phrase = "Tresillo"
        load()
    left, right = st.columns(2)
    left.selectbox("Phrase", PHRASES, key="phrase", on_change=load)
    right.slider("Steps a second", 1, 10, 5, key="speed")
    rhythm()
    with st.container(horizontal=True, gap="xsmall"):
        is_playing = st.session_state.left > 0
        icon = ":material/stop:" if is_playing else ":material/play_arrow:"
        label = "Stop" if is_playing else "Play"
        st.button(label, key="play", icon=icon, type="primary", on_click=play)
        st.button("Surprise me", icon=":material/casino:", on_click=surprise)
        st.button("Clear", icon=":material/clear_all:", on_click=st.session_state.notes.clear)
    if st.checkbox("Show the code"):
        parts = (rhythm, note, toggle, play, go_on)
        st.code("\n\n".join(inspect.getsource(part) for part in parts), wrap_lines=True)


def rhythm() -> None:
    """Draw each step of each voice as a button, and the phrase as words."""
    now = step_now()
    with st.container(gap=2):
        for voice in VOICES:
            with st.container(horizontal=True, wrap=False, gap=2):
                for step in STEPS:
                    note(voice, step, is_now=step == now)
    words = [lowest_voice(step) for step in STEPS]
    if now is not None:
        words[now] = f":primary-background[{words[now]}]"
    st.subheader("\u2002".join(words), anchor=False, text_alignment="center")


def note(voice: str, step: int, *, is_now: bool) -> None:
    """Draw one step of one voice."""
    is_on = (voice, step) in st.session_state.notes
    name = "♪" if is_now else voice
    st.button(
        f":small[{name}]" if is_on else f":gray[{step + 1}]",
        key=f"{voice}{step}",
        type="primary" if is_on else "tertiary" if is_now else "secondary",
        width="stretch",
        on_click=toggle,
        args=(voice, step),
    )


def step_now() -> int | None:
    """Return the step that sounds, or None."""
    left = st.session_state.left
    return -left % len(STEPS) if left else None


def lowest_voice(step: int) -> str:
    """Return the word for a step: its lowest voice, or a rest."""
    return next((v for v in reversed(VOICES) if (v, step) in st.session_state.notes), "·")


def toggle(voice: str, step: int) -> None:
    """Add a note to the phrase, or take it out."""
    st.session_state.notes ^= {(voice, step)}


def play() -> None:
    """Play the phrase eight times, or stop."""
    st.session_state.left = 0 if st.session_state.left else 8 * len(STEPS)


def go_on() -> None:
    """While it plays: wait for a step, then run the whole script again."""
    if st.session_state.left:
        time.sleep(1 / st.session_state.speed)
        st.session_state.left -= 1
        st.rerun()


def load() -> None:
    """Take the notes of the chosen phrase."""
    rows = zip(VOICES, PHRASES[st.session_state.phrase], strict=True)
    st.session_state.notes = {(v, step) for v, row in rows for step in STEPS if row[step] == "x"}


def surprise() -> None:
    """Take notes at random."""
    every = [(voice, step) for voice in VOICES for step in STEPS]
    st.session_state.notes = set(random.sample(every, 12))


def demo(part: Callable[[], None], title: str, claim: str) -> None:
    """Draw a part of the page, and beside it the code that drew it."""
    st.divider()
    st.header(title)
    st.markdown(claim)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        part()
    right.code(gallery.code_of(part), wrap_lines=True)


def counter() -> None:
    """Count clicks."""
    if "count" not in st.session_state:
        st.session_state.count = 0

    if st.button("Count", type="primary"):
        st.session_state.count += 1

    st.subheader(st.session_state.count)


def greeting() -> None:
    """Greet by name."""
    state = st.session_state
    if "name" not in state:
        state.name = ""

    state.name = st.text_input("Name", state.name)
    if state.name:
        st.success(f"Hello, {state.name}!")


def necklace() -> None:
    """Spread beats over steps."""
    steps = st.slider("Steps", 4, 16, 8)
    beats = st.number_input("Beats", 1, 16, 3)
    bead = st.selectbox("Bead", ["🟪", "🟩", "🟧"])

    row = ""
    for step in range(steps):
        is_beat = step * beats % steps < beats
        row += bead if is_beat else "⬜"
    st.markdown(row)


def song() -> None:
    """Sing word by word."""

    def words() -> Iterator[str]:
        for word in SONG.split():
            time.sleep(0.15)
            yield word + " "

    if st.button("Sing"):
        st.write(words())


def palette() -> None:
    """Show what text can be."""
    st.markdown("Be :red[**loud**] :blue-badge[♪]")
    st.info("Mind the beat", icon="🎵")
    st.markdown("""
        | voice | beats |
        | ----- | ----: |
        | ta    | 3     |
        | ki    | 4     |
    """)
    st.write({"voices": ["ta", "ki"], "beats": 8})


main()
