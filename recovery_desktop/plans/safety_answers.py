"""Safety answers that nothing was written down about yet: they stay in sight until there is a safety step."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from recovery_desktop.plans.snapshot import Entry

if TYPE_CHECKING:
    from recovery_desktop.plans.answered import Alert

_SUICIDE_GATES = ("G01", "G02")
_SUICIDE_FLAGS = ("suicide_risk_acute", "suicide_risk", "suicide_item_positive")


def unanswered_alerts(episode: Entry) -> "list[tuple[Alert, Entry]]":
    """The most urgent alert of the newest administration of each questionnaire, with that administration.

    An alert is answered by a safety step that names its finding, or by any step at a suicide gate, but never by one
    that was done before the questionnaire was given: what was done in spring says nothing of an answer in autumn.
    Questionnaires on violence at home raise theirs on their own page alone: somebody may look at the screen beside
    the client.
    """
    newest: dict[str, Entry] = {}
    for row in episode.rows("administrations"):
        before = newest.get(row["instrument"])
        if before is None or _day(row) >= _day(before):
            newest[row["instrument"]] = row
    return list(_unanswered(newest.values(), episode)) if newest else []


def _unanswered(rows: Iterable[Entry], episode: Entry) -> "Iterable[tuple[Alert, Entry]]":
    from recovery_desktop.plans.answered import PRIVATE_FLAGS, alerts_of  # no start waits for it

    for row in rows:
        alerts = [a for a in alerts_of(row["instrument"], row["responses"]) if a.flag not in PRIVATE_FLAGS]
        if alerts and not _is_answered(alerts[0], row, episode):
            yield alerts[0], row


def _day(row: Entry) -> str:
    return row["given_on"].isoformat() if row["given_on"] else ""


def _is_answered(alert: "Alert", row: Entry, episode: Entry) -> bool:
    given = row["given_on"]
    steps = [s for s in episode.rows("safety_steps") if not (given and s["done_on"] and s["done_on"] < given)]
    if any(alert.says in step["finding"] for step in steps):
        return True
    return alert.flag in _SUICIDE_FLAGS and any(step["gate"] in _SUICIDE_GATES for step in steps)
