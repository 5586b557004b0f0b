"""Safety gates that are open, for the banner: in sight on every page until their step says what was done.

While a step is open the banner shows that step itself.
"""

import datetime
from typing import TYPE_CHECKING

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.safety_answers import speaks_of_suicide
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.therapies import OPEN_GATE
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.practice_rules import PracticeRules

if TYPE_CHECKING:
    from recovery_desktop.guidance import Gate

_LETTERS = 48
_OF_ANSWERS = frozenset({"G01", "G02"})
"""The gates that a safety answer raises: the banner says of these by itself whether somebody did something."""


def gates_in_sight(record: Entry, today: datetime.date, rules: PracticeRules) -> str:
    """What the open gates without an open step come to, in a few words; empty where there is none. Runs in any thread.

    Private ones are left out: somebody may look at the screen beside the client.
    """
    from recovery_desktop.guidance import guidance_for  # the rules are read when the first client is looked at

    episode = running_episode(record)
    if episode is None or (episode["discharged_on"] and episode["discharged_on"] <= today):
        return ""
    begun = {row["gate"] for row in episode.rows("safety_steps") if row["status"] in OPEN_GATE}
    told = _OF_ANSWERS if speaks_of_suicide(episode) else frozenset()
    open_gates = [gate for gate in guidance_for(record, today, rules.book()).gates if gate.is_open and not gate.private]
    in_sight = [gate for gate in open_gates if gate.id not in begun | told]
    if not in_sight:
        return ""
    words, more = _in_brief(in_sight[0]), len(in_sight) - 1
    if not more:
        return words
    return ngettext("{words}, and {count} more", "{words}, and {count} more", more).format(words=words, count=more)


def _in_brief(gate: "Gate") -> str:
    """What was found and what to do now."""
    found = short(joined(gate.found_for_sharing), _LETTERS)
    return _("{found}: {now}").format(found=found, now=gate.rule.now) if gate.rule.now else found
