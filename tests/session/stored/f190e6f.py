import ostinato as st

st.session_state.setdefault("clicks", 0)
if st.button("Go", key="go"):
    st.session_state.clicks += 1
got = [
    st.text_input("Name", key="name"),
    st.text_input("Keyless"),
    st.checkbox("Tick", key="tick"),
    st.slider("Size", 0, 10, 3),
    st.slider("Range", 0.0, 5.0, (1.0, 2.0), key="range"),
    st.selectbox("Colour", ["red", "green", "blue"], key="colour"),
    st.selectbox("Keyless colour", ["red", "green", "blue"]),
    st.number_input("Number"),
    st.session_state.clicks,
]
st.text(repr(got))
