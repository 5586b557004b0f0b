"""A passphrase to offer: words drawn at random from a list of 7,776 that are easy to read and to type."""

import secrets
from functools import cache

from recovery_desktop.assets import resources

OFFERED_WORDS = 6  # 77 bits


def offer_passphrase(count: int = OFFERED_WORDS) -> str:
    """`count` words with a space between them; each word adds 12.9 bits."""
    words = passphrase_words()
    return " ".join(secrets.choice(words) for _word in range(count))


@cache
def passphrase_words() -> tuple[str, ...]:
    """The whole list, in the order of the alphabet."""
    return _lines("eff-large.txt")


@cache
def well_known() -> frozenset[str]:
    """Passwords and sayings that anybody who guesses tries first, in small letters and without spaces."""
    return frozenset(_lines("well-known.txt"))


def _lines(name: str) -> tuple[str, ...]:
    return tuple((resources() / "words" / name).read_text(encoding="utf-8").split())
