"""Options of a class that each run defines again are looked up in tables of this run."""

import streamlit as st


class City:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


cities = [City("Oslo"), City("Bergen")]
rain = {cities[0]: 3, cities[1]: 9}
city = st.selectbox("City", cities, index=1, format_func=lambda city: f"{city.name} {rain[city]}")
st.text(f"{city} {rain[city]} {isinstance(city, City)} {city in cities}")
st.button("Again")

# shows
#   City: Bergen
#   Bergen 9 True True
# click Again
# click Again
# shows
#   City: Bergen
#   Bergen 9 True True
