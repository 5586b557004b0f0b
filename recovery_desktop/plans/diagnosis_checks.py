"""What is to be put right among the diagnoses of an episode: which of them is principal, and codes that are none."""

from recovery_desktop.diagnoses import release_note
from recovery_desktop.plans.principal_diagnosis import holding_still, principal_to_choose
from recovery_desktop.plans.snapshot import Entry


def to_put_right(episode: Entry) -> list[str]:
    """All of it in sentences that say what to do. The first look at the codes takes a moment: it reads them all."""
    return [*filter(None, [principal_to_choose(episode.rows("diagnoses"))]), *codes_to_choose(episode)]


def codes_to_choose(episode: Entry) -> list[str]:
    """For each code that the release that ships does not let a diagnosis have, what to do about it: a heading, as may
    come in with a client file, or a code that is gone."""
    holding = holding_still(episode.rows("diagnoses"))
    notes = [release_note(row["code"], row["code_set"]) for row in holding if row["code"]]
    return list(dict.fromkeys(note.words for note in notes if not note.still_holds))
