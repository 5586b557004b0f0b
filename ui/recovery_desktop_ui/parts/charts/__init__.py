"""Charts: each is a plain description that says itself in a sentence and a table, and a widget that draws it."""
