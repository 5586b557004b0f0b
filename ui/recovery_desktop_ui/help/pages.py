"""The pages of the help: what there is, in which order, and how they are searched."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from recovery_desktop.assets import resources

FIRST = "start"
TOPICS = (
    *(FIRST, "first_run", "unlock", "passphrase", "recovery", "backup", "restore"),
    *("caseload", "new_client", "due", "saving", "keys", "dates", "answers", "spelling"),
    *("client", "overview", "assessment", "questionnaires", "diagnoses", "therapies", "family", "goals", "aftercare"),
    *("plan", "document", "papers", "batch"),
    *("practice", "services", "rules", "privacy", "trouble"),
)
"""The names of the files, in the order of the list: getting in, every day, a client's record, the practice."""

_TITLE = "# "


@dataclass(frozen=True)
class HelpPage:
    """A page as Markdown; `title` is its first line."""

    topic: str
    title: str
    markdown: str


@cache
def page(topic: str) -> HelpPage:
    """A page of the help. Raises FileNotFoundError for what is no topic."""
    markdown = (resources() / "help" / "en" / f"{topic}.md").read_text("utf-8")
    return HelpPage(topic, markdown.partition("\n")[0].removeprefix(_TITLE), markdown)


def find(words: str) -> list[HelpPage]:
    """The pages that hold all these words or beginnings of words; those with them in their title come first."""
    wanted = _plain(words).split()
    pages = [page(topic) for topic in TOPICS]
    hits = [each for each in pages if all(word in _plain(each.markdown) for word in wanted)]
    return sorted(hits, key=lambda each: not all(word in _plain(each.title) for word in wanted))


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """Small letters without accents and marks of emphasis."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("*", ""))
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).split())
