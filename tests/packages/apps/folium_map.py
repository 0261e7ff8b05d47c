import folium
import streamlit as st
from streamlit_folium import st_folium

world = folium.Map(location=[39.95, -75.15], zoom_start=16, tiles=None)
folium.Marker([39.95, -75.15], popup="Liberty Bell").add_to(world)
found = st_folium(world, width=600, height=300, key="map")
st.text(f"zoom: {found and found.get('zoom')}")
