"""The form of one release of information, from its row: every element that 42 CFR 2.31 asks for, in the client's voice.

The sentences are our own; what the regulation (as amended in 2024) wants said stands beside each.
"""

from recovery_desktop.dates import long_date
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.release import ReleaseForm
from recovery_desktop.plans.consent import force_of, missing_on_the_form
from recovery_desktop.plans.papers.client_head import client_head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import joined, sentence
from recovery_desktop.plans.plan_person import full_name
from recovery_desktop.plans.plan_signatures import guardian_of
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import SCOPES
from recovery_desktop.text import N_, _

PARTS = (Part("form", N_("The form")), Part("strip", N_("Strip to take it back")))

_IN_PLAIN_WORDS = {
    "attendance": N_("whether and when I come to my appointments"),
    "emergencies": N_("that there is an emergency, and what helps me in it"),
    "education": N_("what recovery is and how others can help, in general"),
    "assessment": N_("what I said and what was found when we looked at my life: use, health, safety, home, work"),
    "diagnoses": N_("what my conditions are called, substance use disorders among them"),
    "medications": N_("which medicines I take or am offered, and how much"),
    "test_results": N_("results of drug tests and of the laboratory"),
    "plan": N_("my treatment plan: what I want, the steps, the services"),
    "progress": N_("how I am doing: my goals, my scores, what has changed"),
    "family": N_("what we work on in meetings with my family"),
    "aftercare": N_("my plan for hard times and for the time after treatment"),
    "discharge": N_("when and how my treatment ended, and what comes next"),
}


def release(client: Entry, practice: Entry, occasion: Occasion) -> ReleaseForm:
    """The form of the release of the occasion. Raises LookupError without one."""
    row = occasion.release
    if row is None:
        raise LookupError("no release to print")
    lacks = missing_on_the_form(row)
    kind = row["kind"]
    return ReleaseForm(
        **client_head(client, practice, occasion, is_draft=bool(lacks)) | {"version": 0},
        born=long_date(client["birth_date"]),
        discloser=row["discloser"],
        recipient=_recipient(row),
        recipient_address=row["recipient_address"],
        told=tuple(_(_IN_PLAIN_WORDS[code]) for code in SCOPES if code in row["scope"]),
        told_in_detail=row["scope_detail"],
        not_told=row["not_included"],
        purpose=_purpose(row),
        until=_until(row),
        special=_special(kind),
        taking_back=_taking_back(kind),
        if_not_signed=_if_not_signed(kind),
        passed_on=_passed_on(kind),
        lacks=joined(lacks),
        ended=_ended(row, occasion),
        signatures=_signatures(client, row, occasion),
        strip=occasion.has("strip") and not row["revoked_on"],
    )


def _recipient(row: Entry) -> str:
    """2.31(a)(4): by name, or with treatment, payment and operations by what they are."""
    person = row.ref("person") or row.ref("team_member")
    named = row["recipient"] or (person["name"] if person else "")
    if row["kind"] != "tpo":
        return str(named)
    them = _("all who treat me now or later, those who pay for it, and those who help to run this practice")
    return joined([named, them], "; ")


def _purpose(row: Entry) -> str:
    """2.31(a)(5)."""
    always = _("for treatment, payment and health care operations") if row["kind"] == "tpo" else ""
    return joined([row["purpose"], always], "; ")


def _until(row: Entry) -> str:
    """2.31(a)(7): a day, an event or a condition."""
    day, event = long_date(row["expires_on"]), row["expires_when"]
    if day and event:
        return _("until {day}, or until this if it comes first: {event}").format(day=day, event=event)
    if event:
        return _("until {event}").format(event=event)
    return _("until {day}").format(day=day) if day else ""


def _special(kind: str) -> tuple[str, ...]:
    """2.31(d): what may be used in proceedings against somebody is released apart from everything else."""
    if kind != "proceedings":
        return ()
    return (_("This form is for the legal proceedings that are named here, and for nothing else."),)


def _taking_back(kind: str) -> tuple[str, ...]:
    """2.31(a)(6), and 2.35(c) for those whom a court has sent."""
    if kind == "justice":
        first = _(
            "The court, or those who act for it, may rely on this release until the day or event above. From then on I"
            " can take it back in writing, at the latest when my case has been decided for good."
        )
    else:
        first = _("I can take this release back in writing at any time, without saying why.")
    return (
        first,
        _(
            "The strip at the end of this form is enough, or a note with my name and the date, given or sent to this"
            " practice."
            " If I say it aloud, my counselor notes it and helps me to put it in writing."
        ),
        _("What was told before, because this release was trusted, cannot be made untold."),
    )


def _if_not_signed(kind: str) -> tuple[str, ...]:
    """2.31(a)(10)(ii) for treatment, payment and operations: what follows from not signing."""
    first = _("I do not have to sign. Without my signature nothing is told on this form.")
    if kind != "tpo":
        return (first,)
    return (
        first,
        _(
            "But then others who treat me may not know what they need to know. My insurer may not pay, so that I may"
            " have to pay myself. If anything else follows, I am told before I decide, and it is written here:"
        ),
    )


def _passed_on(kind: str) -> tuple[str, ...]:
    """2.31(a)(10)(i), and what 2.32 tells the recipient."""
    law = _("With the record goes a notice: a federal law, 42 CFR part 2, limits what the recipient may do with it.")
    if kind != "tpo":
        return (law, _("Whoever is told something can break that rule. Then I can complain to the government."))
    again = _(
        "A doctor, clinic or insurer who gets my record to treat me, to be paid or to run their work may pass it on as"
        " the general privacy rules (HIPAA) allow. Then 42 CFR part 2 may no longer protect it."
    )
    never = _("Even then, no court or authority may use it against me unless I agree or a court orders it.")
    return (law, again, never)


def _ended(row: Entry, occasion: Occasion) -> str:
    match force_of(row, occasion.on):
        case "revoked":
            return joined([_("Taken back on {day}").format(day=long_date(row["revoked_on"])), row["revoked_how"]], ": ")
        case "expired":
            return sentence(_("Ended on {day}").format(day=long_date(row["expires_on"])))
    return ""


def _signatures(client: Entry, row: Entry, occasion: Occasion) -> tuple[Signature, ...]:
    """2.31(a)(8) and (9): the client, or who may sign for the client; with the day where it was signed."""
    name, guardian = full_name(client), guardian_of(client, occasion.on)
    signed = long_date(row["signed_on"])
    by_other = bool(row["signed_by"]) and guardian is not None and row["signed_by"] == guardian.name
    places = [Signature(_("Client"), name, signed="" if by_other else signed)]
    if guardian is not None:
        places.append(Signature(guardian.role, guardian.name, signed=signed if by_other else ""))
    return tuple(places)
