"""Recovery Desktop: personalized treatment plans in one encrypted file on the counselor's own laptop."""

__version__ = "0.1.0"
