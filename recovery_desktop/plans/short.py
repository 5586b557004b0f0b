"""A long text as it stands in one line of a list, and what a goal is called there."""

from recovery_desktop.plans.phrases import in_quotes
from recovery_desktop.plans.snapshot import Entry

TITLE = 72  # letters of a line


def short(text: str, most: int = TITLE) -> str:
    """The first line of a text, cut at a word when it is longer than `most` letters."""
    line = next(iter(text.strip().splitlines()), "").strip()
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else line[: most - 1]
    return cut.rstrip(" ,;:.–-") + "…"


def goal_title(goal: Entry, most: int = TITLE) -> str:
    """A goal in a sentence: the client's words in quotes, or the clinical wording."""
    own = short(goal["own_words"], most)
    return in_quotes(own) if own else short(goal["statement"], most)
