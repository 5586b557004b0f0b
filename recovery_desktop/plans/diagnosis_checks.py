"""What is to be put right among the diagnoses of an episode: which of them is principal, and codes that are none."""

from recovery_desktop.diagnoses import release_note
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import OVER
from recovery_desktop.text import _


def to_put_right(episode: Entry) -> list[str]:
    """All of it in sentences that say what to do. The first look at the codes takes a moment: it reads them all."""
    return [*filter(None, [principal_to_choose(episode)]), *codes_to_choose(episode)]


def principal_to_choose(episode: Entry) -> str:
    """What is to be done so that one diagnosis is principal; empty when one is, or when there is none to choose.

    A social factor cannot be the only one; called principal beside a diagnosis it is one too many all the same.
    """
    diagnoses = [row for row in _holding(episode) if row["kind"] != "social"]
    principal = [row for row in _holding(episode) if row["role"] == "principal"]
    if not diagnoses:
        return ""
    if not any(row in principal for row in diagnoses):
        return _("No diagnosis is principal yet. Choose the one that treatment is mainly for.")
    return _too_many([joined([row["code"], row["name"]], " ") for row in principal]) if len(principal) > 1 else ""


def _too_many(names: list[str]) -> str:
    if len(names) == 2:
        return _("Two are principal: {first} and {second}. Choose one.").format(first=names[0], second=names[1])
    return _("{count} are principal: {names}. Choose one.").format(count=len(names), names="; ".join(names))


def codes_to_choose(episode: Entry) -> list[str]:
    """For each code that the release that ships does not let a diagnosis have, what to do about it: a heading, as may
    come in with a client file, or a code that is gone."""
    notes = [release_note(row["code"], row["code_set"]) for row in _holding(episode) if row["code"]]
    return list(dict.fromkeys(note.words for note in notes if not note.still_holds))


def _holding(episode: Entry) -> list[Entry]:
    return [row for row in episode.rows("diagnoses") if row["status"] not in OVER]
