"""What a referral letter says, from a client's snapshot: only what the release to the recipient allows."""

from collections.abc import Iterator

from recovery_desktop.dates import long_date
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.referral_content import Known, ReferralLetter
from recovery_desktop.plans import plan_answers, plan_diagnoses, plan_findings, plan_person
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.due import next_review
from recovery_desktop.plans.papers import courses
from recovery_desktop.plans.papers.courses import Span
from recovery_desktop.plans.papers.heading import episode_of, head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import joined, sentence, sentences
from recovery_desktop.plans.plan_signatures import places_to_sign
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

PARTS = (
    Part("assessment", N_("Summary of the assessment"), ("assessment",)),
    Part("needs", N_("Needs that the referral answers"), ("plan",)),
    Part("diagnoses", N_("Diagnoses"), ("diagnoses",)),
    Part("medications", N_("Medicines and allergies"), ("medications",)),
    Part("tests", N_("Tests"), ("test_results",)),
    Part("care", N_("Level of care"), ("plan",)),
    Part("safety", N_("Safety"), ("emergencies", "assessment")),
)
_SOCIAL = "Z"  # the codes of what a life is short of; the letter is about health
_SHOWN_TESTS = 4  # what was tested for most often: a letter has one page


def referral_letter(client: Entry, practice: Entry, occasion: Occasion) -> ReferralLetter:
    """The letter for the referral of the occasion.

    Raises LookupError when the client has no episode of care, or there is no referral to write about.
    """
    episode, referral = episode_of(client), occasion.referral
    if referral is None:
        raise LookupError("no referral to write about")
    resource = referral.ref("resource")
    to = _first(plan_answers.referred_to(referral))
    made_out = head(client, practice, occasion.on, is_final=True)
    called = made_out["client"].called
    return ReferralLetter(
        **made_out,
        recipient=occasion.recipient or plan_answers.referred_to(referral),
        address=occasion.recipient_address or (resource["address"] if resource else ""),
        subject=joined([_("Referral of {name}").format(name=made_out["client"].name), _born(client)]),
        salutation=_("Dear {recipient},").format(recipient=to or _("colleague")),
        reason=_reason(called, referral, occasion),
        question=sentence(occasion.purpose or (occasion.release["purpose"] if occasion.release else "")),
        known=tuple(_known(client, episode, occasion)),
        reply=_reply(called, episode, occasion),
        closing=_("With kind regards"),
        signatures=tuple(_counselor(client, episode, occasion)),
    )


def _born(client: Entry) -> str:
    born = client["birth_date"]
    return _("born {day}").format(day=long_date(born)) if born else ""


def _first(recipient: str) -> str:
    """The person or place without what stands behind the name."""
    return recipient.partition(",")[0].strip()


def _reason(called: str, referral: Entry, occasion: Occasion) -> str:
    """Why the letter is written."""
    words = _("We refer {client} to you. Reason: {reason}")
    if not referral["reason"]:
        return _("We refer {client} to you.").format(client=called)
    booked = referral["appointment_on"]
    visit = _("The appointment is on {day}.").format(day=long_date(booked)) if booked and booked >= occasion.on else ""
    return joined([sentence(words.format(client=called, reason=referral["reason"])), visit], " ")


def _known(client: Entry, episode: Entry, occasion: Occasion) -> Iterator[Known]:
    """What the recipient may be told, in short."""
    said = {
        "assessment": (_("Assessment"), _summary(episode)),
        "needs": (_("Needs"), _needs(occasion)),
        "diagnoses": (_("Diagnoses"), _diagnoses(episode)),
        "medicines": (_("Medicines"), _medicines(client)),
        "allergies": (_("Allergies"), plan_person.allergies(client)),
        "tests": (_("Tests"), joined(courses.tests(episode, _until(episode, occasion))[:_SHOWN_TESTS], " ")),
        "care": (_("Level of care"), plan_person.printed_episode(client, episode, None, None).level_of_care),
        "safety": (_("Safety"), joined(_safety(episode), " ")),
    }
    parts = {"medicines": "medications", "allergies": "medications"}
    yield from (Known(*pair) for key, pair in said.items() if pair[1] and occasion.has(parts.get(key, key)))


def _summary(episode: Entry) -> str:
    assessment = standing(episode)
    return assessment["summary"] if assessment else ""


def _needs(occasion: Occasion) -> str:
    return sentences(*(row["statement"] for row in occasion.referral.tied("needs"))) if occasion.referral else ""


def _diagnoses(episode: Entry) -> str:
    return joined(
        (
            joined([joined([one.code, one.name], " "), _("provisional") if one.provisional else ""])
            for one in plan_diagnoses.diagnoses(episode)
            if not one.code.startswith(_SOCIAL)
        ),
        "; ",
    )


def _medicines(client: Entry) -> str:
    taken = plan_diagnoses.medications(client)
    listed = joined((joined([joined([one.name, one.dose], ", "), one.purpose], ": ") for one in taken), "; ")
    return listed or plan_diagnoses.medications_state(client)


def _until(episode: Entry, occasion: Occasion) -> Span:
    return Span(episode["admitted_on"] or episode["intake_on"] or occasion.on, occasion.on)


def _safety(episode: Entry) -> Iterator[str]:
    """What was found, and what is still to be done about it; of violence at home nothing."""
    for step in plan_findings.safety(episode):
        yield sentence(joined([step.concern.rstrip("."), step.action if step.stands_out else ""], ": "))


def _reply(called: str, episode: Entry, occasion: Occasion) -> str:
    """What we would like back, and by when: before the plan is looked at again."""
    review = next_review(episode)
    day = review[0][review[1]] if review else None
    if day is None or day <= occasion.on:
        words = _("Please let us know what you found and advise, as soon as you have seen {client}.")
        return words.format(client=called)
    words = _("Please let us know what you found and advise by {day}, when we look at the plan again.")
    return words.format(day=long_date(day))


def _counselor(client: Entry, episode: Entry, occasion: Occasion) -> Iterator[Signature]:
    """The letter is signed by the counselor alone."""
    counselor = episode.ref("counselor")
    if counselor is not None:
        yield next(one for one in places_to_sign(client, episode, occasion.on) if one.name == counselor["name"])
