"""What is to be put right among the diagnoses of an episode: which of them treatment is mainly for."""

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import OVER
from recovery_desktop.text import _


def principal_to_choose(episode: Entry) -> str:
    """What is to be done so that one diagnosis is principal; empty when one is, or when there is none to choose.

    A social factor cannot be the only one; called principal beside a diagnosis it is one too many all the same.
    """
    holding = [row for row in episode.rows("diagnoses") if row["status"] not in OVER]
    diagnoses = [row for row in holding if row["kind"] != "social"]
    principal = [row for row in holding if row["role"] == "principal"]
    if not diagnoses:
        return ""
    if not any(row in principal for row in diagnoses):
        return _("No diagnosis is principal yet. Choose the one that treatment is mainly for.")
    return _too_many([joined([row["code"], row["name"]], " ") for row in principal]) if len(principal) > 1 else ""


def _too_many(names: list[str]) -> str:
    if len(names) == 2:
        return _("Two are principal: {first} and {second}. Choose one.").format(first=names[0], second=names[1])
    return _("{count} are principal: {names}. Choose one.").format(count=len(names), names="; ".join(names))
