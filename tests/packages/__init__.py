"""Other people's packages, each with a small app and what a person does with it."""
