"""Safety answers without a recorded response: they stay in sight until one says what was done, by whom and when.

What answers one is decided here and nowhere else: banner, lists and the questionnaire itself say the same.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.therapies import OPEN_GATE, PRIVATE_GATES
from recovery_desktop.responses import is_response
from recovery_desktop.text import _
from recovery_desktop.when import near_date

if TYPE_CHECKING:
    from recovery_desktop.plans.answered import Alert

_SUICIDE_GATES = ("G01", "G02")
_SUICIDE_FLAGS = ("suicide_risk_acute", "suicide_risk", "suicide_item_positive")


class Step(Protocol):
    """A safety step by field name: `gate`, `finding`, `action`, `status`, `done_on`, `done_by`, `response`."""

    def __getitem__(self, name: str, /) -> Any: ...


def unanswered_alerts(episode: Entry) -> "list[tuple[Alert, Entry]]":
    """The alert of each administration that no safety step answers, the most urgent first, then the newest.

    What was answered later takes none back: a PHQ-9 without such thoughts does not say that anybody asked about those
    of the week before. Questionnaires on violence at home raise theirs on their own page alone: somebody may look at
    the screen beside the client.
    """
    steps = episode.rows("safety_steps")
    found = []
    for row in episode.rows("administrations"):
        alert = open_alert(row["instrument"], row["responses"], row["given_on"], steps)
        if alert is not None:
            found.append((alert, row))
    return sorted(found, key=lambda one: urgency(one[0], one[1]["given_on"]))


def open_alert(
    instrument_id: str, responses: Mapping[str, Any], given_on: datetime.date | None, steps: Iterable[Step]
) -> "Alert | None":
    """The most urgent alert of an administration, unless it is private or one of the episode's steps answers it."""
    from recovery_desktop.plans.answered import PRIVATE_FLAGS, alerts_of  # no start waits for it

    alert = next((each for each in alerts_of(instrument_id, responses) if each.flag not in PRIVATE_FLAGS), None)
    return None if alert is None or is_answered(alert, given_on, steps) else alert


def urgency(alert: "Alert", given_on: datetime.date | None) -> tuple[int, int]:
    """What sorts alerts: the most urgent flag first, then the newest; one without a day may be of today."""
    from recovery_desktop.plans.answered import SAFETY_FLAGS

    return SAFETY_FLAGS.index(alert.flag), -(given_on or datetime.date.max).toordinal()


def is_answered(alert: "Alert", given_on: datetime.date | None, steps: Iterable[Step]) -> bool:
    """Whether one of an episode's safety steps answers an alert of a questionnaire that was given on a day.

    A step with a day answers all that came before it or on that day: what was done in spring says nothing of an
    answer in autumn. It has to name the finding, whatever day it gives for it, or stand at a suicide gate where the
    alert is about suicide. When a step without a day was written is not known: a record has no such time, and the
    audit's is that of an import for what came from another computer. So such a step answers nothing but what it names
    with its day, as `step_for` writes it; the same holds for a questionnaire without a day. It has to say what was
    done, by whom and when, as at a gate; while it is open it is in sight itself.
    """
    return any(_answers(step, alert, given_on) for step in steps)


def step_for(alert: "Alert", given_on: datetime.date | None) -> dict[str, str]:
    """The fields of the step that an alert asks for. Of violence at home it says nothing: steps stand in the banner
    and on paper."""
    action = private_action() if _is_private(alert) else _("Same-day safety assessment")
    return {"finding": finding(alert, given_on), "action": action, "gate": _gate(alert)}


def is_private_step(step: Step) -> bool:
    """Whether a step is about violence at home: the person it is about may read what is printed or on the screen."""
    return step["gate"] in PRIVATE_GATES or step["action"] == private_action()


def step_said(step: Step) -> str:
    """A step in one line: what was found and what is to be done; of a private one only that there is one."""
    return private_action() if is_private_step(step) else joined([step["finding"], step["action"]], ": ")


def speaks_of_suicide(episode: Entry) -> bool:
    """Whether a questionnaire of the episode raised such an alert, answered or not."""
    from recovery_desktop.plans.answered import alerts_of

    alerts = (
        each for row in episode.rows("administrations") for each in alerts_of(row["instrument"], row["responses"])
    )
    return any(each.flag in _SUICIDE_FLAGS for each in alerts)


def _gate(alert: "Alert") -> str:
    """The gate at which a step stands; none for what is private: steps are printed."""
    if alert.flag not in _SUICIDE_FLAGS:
        return ""
    return "G01" if alert.flag == "suicide_risk_acute" else "G02"


def finding(alert: "Alert", given_on: datetime.date | None) -> str:
    """An alert in words, with the day of its questionnaire, as steps name it."""
    return _finding(alert, short_date(given_on))


def in_brief(alert: "Alert", given_on: datetime.date | None, today: datetime.date) -> str:
    """The same for a line that is read these days: without the year where it is plain."""
    return _finding(alert, near_date(given_on, today) if given_on else "")


def _finding(alert: "Alert", day: str) -> str:
    if _is_private(alert):
        return _("Answers of {day}").format(day=day) if day else ""
    name = _("{questionnaire}, {day}").format(questionnaire=alert.name, day=day) if day else alert.name
    return f"{name}: {alert.says}"


def _answers(step: Step, alert: "Alert", given_on: datetime.date | None) -> bool:
    if _is_private(alert) and step["action"] != private_action():
        return False
    said = step["status"], step["response"], step["done_by"], step["done_on"]
    if step["status"] not in OPEN_GATE and not is_response(*said):
        return False
    if given_on is None or step["done_on"] is None:
        return finding(alert, given_on) in step["finding"]
    return step["done_on"] >= given_on and _is_about(step, alert)


def _is_about(step: Step, alert: "Alert") -> bool:
    at_gate = alert.flag in _SUICIDE_FLAGS and step["gate"] in _SUICIDE_GATES
    return at_gate or _is_private(alert) or alert.says in step["finding"]


def _is_private(alert: "Alert") -> bool:
    from recovery_desktop.plans.answered import PRIVATE_FLAGS

    return alert.flag in PRIVATE_FLAGS


def private_action() -> str:
    """What a step about violence at home says wherever it stands."""
    return _("Talk in private; see Trauma and safety")
