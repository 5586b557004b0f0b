"""Which words of a text are spelled right, and what was meant by the others."""
