"""Theme: the options that begin with `theme.`, and the style sheet that they become."""
