"""How long one has to wait after wrong passphrases or codes."""

from math import ceil

from recovery_desktop.text import ngettext
from recovery_desktop.vault import Attempts


def seconds_left(attempts: Attempts) -> int:
    """Whole seconds until the next try; 0 when it may be made now."""
    return ceil(attempts.seconds_to_wait())


def wait_words(attempts: Attempts) -> str:
    """What to say to who tries too early; empty when a try may be made now."""
    left = seconds_left(attempts)
    words = ngettext("Wait {n} second before the next try.", "Wait {n} seconds before the next try.", left)
    return words.format(n=left) if left else ""
