# Example: st.cache_data: hash_funcs for a class of one's own
# Do: click Farther
# Do: click Back home
import streamlit as st


class Person:
    def __init__(self, name, place):
        self.name, self.place = name, place


@st.cache_data(hash_funcs={Person: lambda person: person.name})
def greet(person):
    return f"{person.name} of {person.place}"


place = "Rome" if st.button("Farther") else "Oslo"
name = "Bo" if st.button("Back home") else "Ada"
st.write(greet(Person(name, place)))
