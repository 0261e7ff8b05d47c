"""An app of three pages: functions, a menu with sections, and a link from one page to another."""

import ostinato as st

RECIPES = {
    "Pancakes": {"flour (g)": 60, "milk (ml)": 120, "eggs": 1},
    "Lentil soup": {"lentils (g)": 80, "carrots": 1, "onions": 1},
}
shopping = st.session_state.setdefault("shopping", {})


def recipes() -> None:
    st.title("Recipes")
    name = st.segmented_control("Dish", list(RECIPES), default="Pancakes", required=True)
    for item, amount in RECIPES[name].items():
        st.write(f"- {amount * people} {item}")
    if st.button("Put it on the list", type="primary"):
        for item, amount in RECIPES[name].items():
            shopping[item] = shopping.get(item, 0) + amount * people
        st.switch_page(to_buy)


def shopping_list() -> None:
    st.title("Shopping list")
    if not shopping:
        st.write("There is nothing on it.")
        st.page_link(cooking, label="Choose a recipe")
    for item, amount in shopping.items():
        st.checkbox(f"{amount} {item}", key=item)


def about() -> None:
    st.write("The number of people is asked for by the script: all pages have it.")


cooking = st.Page(recipes, title="Recipes", icon=":material/menu_book:")
to_buy = st.Page(shopping_list, title="Shopping list", icon=":material/shopping_cart:")
page = st.navigation({"Kitchen": [cooking, to_buy], "More": [st.Page(about, title="About")]})
people = st.sidebar.number_input("People", 1, 12, 2)
page.run()
