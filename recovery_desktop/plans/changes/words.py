"""How a change reads for the client: whole sentences, in plain words."""

from collections.abc import Mapping, Sequence

from recovery_desktop.dates import long_date
from recovery_desktop.plans.changes.change import Detail
from recovery_desktop.plans.changes.watched import called
from recovery_desktop.plans.phrases import how_long, how_often, joined, lower_first
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

_LETTERS = 160  # of a name within a sentence
_LONGEST = 400  # letters of a text that was worded anew; the plan itself has all of it

_SAID: Mapping[tuple[str, str], str] = {
    ("need", "added"): N_("The need “{what}” is new."),
    ("need", "changed"): N_("The need “{what}”: {details}."),
    ("need", "met"): N_("The need “{what}” is met."),
    ("need", "paused"): N_("The need “{what}” waits until later."),
    ("need", "dropped"): N_("The need “{what}” is no longer in the plan."),
    ("goal", "added"): N_("The goal “{what}” is new."),
    ("goal", "changed"): N_("The goal “{what}”: {details}."),
    ("goal", "met"): N_("The goal “{what}” is reached."),
    ("goal", "paused"): N_("The goal “{what}” rests for now."),
    ("goal", "dropped"): N_("The goal “{what}” is no longer in the plan."),
    ("objective", "added"): N_("The step “{what}” is new."),
    ("objective", "changed"): N_("The step “{what}”: {details}."),
    ("objective", "met"): N_("The step “{what}” is done."),
    ("objective", "paused"): N_("The step “{what}” rests for now."),
    ("objective", "dropped"): N_("The step “{what}” is no longer in the plan."),
    ("intervention", "added"): N_("New in what we do: “{what}”."),
    ("intervention", "changed"): N_("What we do, “{what}”: {details}."),
    ("intervention", "dropped"): N_("No longer in what we do: “{what}”."),
    ("service", "added"): N_("New: {what}."),
    ("service", "changed"): N_("{what}: {details}."),
    ("service", "paused"): N_("{what} was put off until later."),
    ("service", "dropped"): N_("{what} is no longer in the plan."),
    ("service", "ended"): N_("{what} ends on {day}."),
    ("diagnosis", "added"): N_("New diagnosis: {what}."),
    ("diagnosis", "changed"): N_("The diagnosis “{what}”: {details}."),
    ("diagnosis", "ended"): N_("The diagnosis “{what}” no longer holds."),
    ("diagnosis", "dropped"): N_("It was found that the diagnosis “{what}” does not hold."),
    ("medication", "added"): N_("New medicine: {what}."),
    ("medication", "changed"): N_("The medicine {what}: {details}."),
    ("medication", "ended"): N_("The medicine {what} is no longer taken."),
    ("medication", "dropped"): N_("The medicine {what} is no longer on the list."),
    ("support_person", "added"): N_("{what} has a part in the plan."),
    ("support_person", "changed"): N_("{what}: {details}."),
    ("support_person", "dropped"): N_("{what} no longer has a part in the plan."),
    ("family_session", "added"): N_("A session with family is planned: {what}."),
    ("family_session", "changed"): N_("The session with family, {what}: {details}."),
    ("family_session", "dropped"): N_("The session with family will not take place: {what}."),
    ("release", "added"): N_("The practice may now tell something to {what}."),
    ("release", "changed"): N_("What the practice may tell to {what}: {details}."),
    ("release", "ended"): N_("From {day} the practice may tell nothing more to {what}."),
    ("release", "dropped"): N_("What the practice may tell to {what} is no longer written down."),
    ("referral", "added"): N_("New referral: {what}."),
    ("referral", "changed"): N_("The referral to {what}: {details}."),
    ("referral", "met"): N_("The referral to {what} worked out."),
    ("referral", "ended"): N_("The referral to {what} is closed."),
    ("referral", "dropped"): N_("The referral to {what} did not come about."),
    ("aftercare_step", "added"): N_("New for the time after this treatment: {what}."),
    ("aftercare_step", "changed"): N_("For the time after this treatment, {what}: {details}."),
    ("aftercare_step", "dropped"): N_("No longer planned for the time after this treatment: {what}."),
    ("discharge_criterion", "added"): N_("Treatment is done when this holds as well: “{what}”."),
    ("discharge_criterion", "changed"): N_("When treatment is done, “{what}”: {details}."),
    ("discharge_criterion", "met"): N_("This holds already, for treatment to be done: “{what}”."),
    ("discharge_criterion", "dropped"): N_("Treatment no longer waits for this: “{what}”."),
    ("level_of_care", "added"): N_("How much care was decided: {what}."),
    ("level_of_care", "changed"): N_("How much care: {details}."),
    ("prevention_entry", "changed"): N_("In the plan for hard times, “{what}”: {details}."),
    ("plan_review", "added"): N_("The next review of the plan is on {day}."),
    ("plan_review", "changed"): N_("The next review of the plan moves {details}."),
    ("plan_review", "dropped"): N_("There is no day for the next review of the plan: it was {day}."),
}
_OFFERED: Mapping[str, str] = {
    "declined": N_("{what} was offered, and declined."),
    "deferred": N_("{what} was offered, and put off until later."),
    "advised_against": N_("{what} was talked about, and advised against."),
    "open": N_("{what} was offered, and is not decided yet."),
    "": N_("{what} was offered, and is not decided yet."),
}
"""A service that is new in the record and not taken."""


def sentence_of(table: str, kind: str, what: str, details: Sequence[Detail] = (), day: str = "") -> str:
    """What became of something, in a sentence."""
    words = _(_SAID[table, kind])
    return words.format(what=short(what, _LETTERS).rstrip("."), details="; ".join(map(detail_words, details)), day=day)


def new_sentence(row: Entry) -> str:
    """That a row is new, with what the client will want to know of it at once."""
    table, what = row.model._meta.table_name, called(row)
    if table == "service" and row["decision"] != "accepted":
        return _(_OFFERED[row["decision"]]).format(what=short(what, _LETTERS))
    if table in ("service", "aftercare_step"):
        what = joined([what, how_often(row), how_long(row)])
    if table == "medication":
        what = joined([what, row["dose"], row["frequency"]])
    if table == "family_session":
        what = joined([lower_first(what), _("by {day}").format(day=long_date(row["due_on"])) if row["due_on"] else ""])
    if table == "referral" and row["appointment_on"]:
        what = _("{recipient}, on {day}").format(recipient=what, day=long_date(row["appointment_on"]))
    said = sentence_of(table, "added", what)
    return joined([said, _below_goal(row) if table == "goal" else ""], " ")


def _below_goal(goal: Entry) -> str:
    """The steps and what is done for a new goal, which is one change with it."""
    steps = joined((short(row["statement"], _LETTERS).rstrip(".") for row in goal.rows("objectives")), "; ")
    done = joined((short(row["what"], _LETTERS).rstrip(".") for row in goal.rows("interventions")), "; ")
    said = [
        _("Its steps: {steps}.").format(steps=steps) if steps else "",
        _("What we do: {what}.").format(what=done) if done else "",
    ]
    return joined(said, " ")


def ended_sentence(row: Entry, kind: str) -> str:
    """That something that was in the plan has come to an end, or is not in it any more."""
    table = row.model._meta.table_name
    days = {"service": "ends_on", "release": "revoked_on"}
    day = long_date(row[days[table]]) if table in days else ""
    return sentence_of(table, kind, called(row), day=day)


def detail_words(one: Detail) -> str:
    """“target from 8 of 8 nights to 6 of 8 nights”."""
    label, then, now = lower_first(one.label), _short(one.then), _short(one.now)
    if label.endswith(":"):
        words = "{label} {then}{now}"
    elif not then:
        words = _("{label} now {now}") if label else _("to {now}")
    elif not now:
        words = _("{label} no longer {then}") if label else _("from {then}")
    else:
        words = _("{label} from {then} to {now}") if label else _("from {then} to {now}")
    return words.format(label=label, then=then, now=now).rstrip(".")


def _short(text: str) -> str:
    """A value within a sentence: on one line, and cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else short(line, _LONGEST) + ("”" if line.startswith("“") else "")
