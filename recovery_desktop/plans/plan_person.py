"""Who a plan is for, and the episode of care it belongs to, from the snapshot to the printed plan."""

import datetime

from recovery_desktop.dates import age, long_date, short_date
from recovery_desktop.documents.paper import Letterhead, Signature
from recovery_desktop.documents.plan_findings import Client, Episode
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first, person_with_credential
from recovery_desktop.plans.plan_diagnoses import missing_list
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

GUIDE_QUESTIONS = ("stopping_safely", "body", "mind_and_safety", "pull_back_to_use", "home_and_days")
ADULT = 18


def letterhead(practice: Entry) -> Letterhead:
    """The practice as it stands on page 1."""
    return Letterhead(
        name=practice["name"],
        address=joined(practice["address"].splitlines()),
        phone=practice["phone"],
        license=practice["license_number"],
    )


def printed_client(client: Entry, on: datetime.date) -> Client:
    """The client as a plan dated `on` names them."""
    called = client["preferred_name"] or client["legal_given"]
    born = client["birth_date"]
    return Client(
        name=full_name(client),
        called=called or client["legal_family"],
        initials=initials(client),
        record=client["record_number"],
        born=long_date(born),
        age=str(age(born, on)) if born else "",
        pronouns=client["pronouns"],
        languages=client["languages"],
        interpreter=_interpreter(client),
        allergies=_allergies(client),
        guardian=_person(client, "guardian"),
        emergency_contact=_person(client, "emergency"),
    )


def initials(client: Entry) -> str:
    """What pages after the first say of a name: "P. S."."""
    names = (client["preferred_name"] or client["legal_given"], client["legal_family"])
    return " ".join(f"{name.strip()[0]}." for name in names if name.strip())


def printed_episode(client: Entry, episode: Entry, version: Entry | None, assessment: Entry | None) -> Episode:
    """The episode with its level of care, as decided last."""
    decision = episode.rows("levels_of_care")[-1] if episode.rows("levels_of_care") else None
    return Episode(
        admitted=long_date(episode["admitted_on"] or episode["intake_on"]),
        referred_by=joined([episode.shown("referral_source"), episode["referral_detail"]], ": "),
        payer=joined([client["payer"], client["payer_member_number"]]),
        legal_status=episode["legal_status"],
        legal_requirements=joined([episode["legal_requirements"], _until(episode["required_until"])]),
        reason_for_coming=in_quotes(episode["reason_for_coming"]),
        assessed=_assessed(assessment),
        rights=_rights(episode),
        counselor=person_with_credential(episode.ref("counselor")),
        next_review=long_date(version["next_review_on"]) if version else "",
        **(_level(decision) if decision else {}),
    )


def _level(decision: Entry) -> dict[str, str]:
    chosen, recommended = decision.shown("chosen"), decision.shown("recommended")
    withdrawal = decision["withdrawal_chosen"] not in ("", "none")
    care = _("{setting} withdrawal care").format(setting=decision.shown("withdrawal_chosen")) if withdrawal else ""
    outside = joined([decision["outside_tool"], decision["outside_level"]])
    return {
        "level_of_care": joined([chosen, lower_first(care), decision["arrangement"]]),
        "level_because": _because(decision),
        "level_set_by": joined(
            [
                person_with_credential(decision.ref("decided_by")),
                short_date(decision["decided_on"]),
                _guide(decision),
                outside,
            ]
        ),
        "level_recommended": recommended if recommended != chosen else "",
        "level_reason": decision["reason_for_difference"],
    }


def _guide(decision: Entry) -> str:
    """The guide that suggested the setting, with its edition and rule."""
    if decision["guide_rule"] is None:
        return ""
    rule = _("rule {rule}").format(rule=decision["guide_rule"])
    edition = _("edition {edition}").format(edition=decision["guide_edition"]) if decision["guide_edition"] else ""
    return joined([_("Care Intensity Guide"), edition, rule])


def _because(decision: Entry) -> str:
    """The reasons behind the five answers of the guide, those that say something."""
    answered = [name for name in GUIDE_QUESTIONS if decision[name] not in ("", "none") or decision[f"{name}_because"]]
    return joined(
        (
            _("{question}: {answer}").format(
                question=decision.field(name).label,
                answer=joined([lower_first(decision.shown(name)), decision[f"{name}_because"]]),
            )
            for name in answered
        ),
        "; ",
    )


def _assessed(assessment: Entry | None) -> str:
    if assessment is None:
        return _("not yet")
    return joined([long_date(assessment["started_on"]), person_with_credential(assessment.ref("assessor"))])


def _rights(episode: Entry) -> str:
    given = (
        (_("Rights explained {day}"), episode["rights_explained_on"]),
        (_("Privacy notice given {day}"), episode["privacy_notice_on"]),
    )
    return joined((words.format(day=short_date(day)) for words, day in given if day), "; ")


def _until(day: datetime.date | None) -> str:
    return _("until {day}").format(day=long_date(day)) if day else ""


def signatures(client: Entry, episode: Entry, on: datetime.date) -> tuple[Signature, ...]:
    """The places to sign: client, guardian of a minor, counselor, supervisor."""
    places = [Signature(_("Client"), full_name(client))]
    if guardian := guardian_of(client, on):
        places.append(guardian)
    for field, role in (("counselor", N_("Responsible counselor")), ("supervisor", N_("Supervisor"))):
        if staff := episode.ref(field):
            license_number = staff["license_number"]
            license_text = _("license {number}").format(number=license_number) if license_number else ""
            places.append(Signature(_(role), staff["name"], joined([staff["credential"], license_text])))
    return tuple(places)


def guardian_of(client: Entry, on: datetime.date) -> Signature | None:
    """Where the guardian signs, of a minor or of whoever has one."""
    born = client["birth_date"]
    is_minor = born is not None and age(born, on) < ADULT
    if not client["guardian_name"] and not is_minor:
        return None
    return Signature(client["guardian_relationship"] or _("Parent or guardian"), client["guardian_name"])


def full_name(client: Entry) -> str:
    """The legal name, and what the client goes by."""
    legal = joined([client["legal_given"], client["legal_middle"], client["legal_family"]], " ")
    preferred = client["preferred_name"]
    if not preferred or preferred == client["legal_given"]:
        return legal
    return _("{legal}, goes by {preferred}").format(legal=legal, preferred=preferred)


def _interpreter(client: Entry) -> str:
    if client["interpreter"] == "yes":
        return joined([_("interpreter needed"), client["interpreter_language"]])
    return _("no interpreter") if client["interpreter"] == "no" else ""


def _allergies(client: Entry) -> str:
    listed = joined(joined([row["substance"], row["reaction"]], ": ") for row in client.rows("allergies"))
    return listed or missing_list(client, "allergies_state")


def _person(client: Entry, kind: str) -> str:
    return joined([client[f"{kind}_name"], client[f"{kind}_relationship"], client[f"{kind}_phone"]])
