"""How hard a text is to read, which of its words are long, and plainer ones for them; in English and Spanish."""

from recovery_desktop.plain_language.plainer import plainer_words
from recovery_desktop.plain_language.readability import Reading, reading_of

__all__ = ["Reading", "plainer_words", "reading_of"]
