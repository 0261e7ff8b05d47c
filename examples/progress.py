"""A long task that tells how far it is: what is drawn shows while the script still runs."""

import time

import ostinato as st

STEPS = 20

pause = st.slider("Seconds per step", 0.0, 0.5, 0.1)
place = st.empty()

if st.button("Start"):
    for step in range(1, STEPS + 1):
        time.sleep(pause)
        place.text(f"{'■' * step}{'□' * (STEPS - step)} {100 * step // STEPS} %")
    place.success("Done")
