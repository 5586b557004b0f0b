"""The names that a condition may use and what each can say: a word typed wrong in a rule is found when it is read."""

import difflib
from dataclasses import dataclass

from recovery_desktop.guidance.derive.disorders import SEVERITIES
from recovery_desktop.guidance.derive.scores import fact_name
from recovery_desktop.guidance.derive.substances import CLASSES
from recovery_desktop.guidance.derive.wishes import CHOICES
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.instruments import ids, instrument
from recovery_desktop.instruments.scoring import TOTAL


@dataclass(frozen=True, slots=True)
class Kind:
    """What a fact holds: a number, one word of `words`, or when `several` any number of them."""

    words: tuple[str, ...] = ()
    several: bool = False

    @property
    def is_number(self) -> bool:
        return not self.words


NUMBER = Kind()
YES_NO = Kind((YES, NO))

GATES, OPEN_GATES, GATE_COUNT = "gates", "open_gates", "gate_count"
"""What the engine itself finds on the way: gates that fired, those without a response, and how many these are."""
SETTING, RULE, WITHDRAWAL_CARE = "setting", "guide_rule", "withdrawal_care"
"""What the Care Intensity Guide adds."""
SETTINGS = ("checkups", "outpatient", "intensive_outpatient", "residential", "hospital", "emergency")
WITHDRAWALS = ("none", "ambulatory", "day_and_night", "hospital")
GATE_IDS = tuple(f"G{number:02}" for number in range(1, 18))


def _names(listed: str) -> list[str]:
    return listed.split()


_YES_NO = _names(
    """
    drug_use substance_use unknown_supply overdose overdose_recent injecting shared_equipment withdrawal_seizure
    withdrawal_delirium treated_for_use_before heavy_drinking heavy_drinking_stopped
    opioid_withdrawal opioid_withdrawal_expected
    alcohol_withdrawal_risk opioid_medicine opioid_agonist on_naltrexone sedative_medicine antidepressant opioid_planned
    alcohol_medicine_tried regular_sedatives released intoxicated bipolar_history depression depression_before_use
    anxiety panic ptsd psychotic_disorder borderline adhd insomnia liver_illness kidney_illness heart_illness
    brain_illness co_occurring partner_code family_use_code chest_pain fever_with_injecting head_injury emergency_sign
    unchecked_concern self_harm confused high_mood mania_signs psychosis_signs suicide_attempt thinking_concern
    fear_of_groups feelings_hard_to_say child_at_risk adult_at_risk trauma weapons_at_home suicide_risk_acute
    suicide_risk suicide_item_positive partner_violence partner_danger unsafe_tonight homeless unstable_home
    substances_at_home phone_and_internet isolated friends_use coworkers_use mutual_help_tried has_children
    custody_matter family_uses without_work job_at_risk tied_hours daily_gap transport_gap legal_pressure
    family_involved household_uses sober_helper partnered partner_willing partner_uses family_worried
    lives_with_parents open_to_groups declines_twelve_step declines_agonist wants_women meaning_in_plan culture_told
    lgbtq left_out interpreter in_care return_to_use declined_services first_line_care spiritual_goal
    """
)
_NUMBERS = _names(
    """
    age pain sleep_hours months_since_exam importance confidence readiness children_at_home missed_visits missed_tests
    goals_met_weeks
    """
)


def _fixed() -> dict[str, Kind]:
    kinds = dict.fromkeys(_YES_NO, YES_NO) | dict.fromkeys(_NUMBERS, NUMBER)
    severity = Kind(SEVERITIES)
    for name in CLASSES:
        kinds |= {f"{name}_use": YES_NO, f"{name}_days": NUMBER, f"{name}_disorder": severity}
    kinds |= {"use_disorder": severity, "drug_disorder": severity}
    kinds |= {"sex": Kind(("female", "male", "intersex")), "pregnancy": Kind(("yes", "possible", "no"))}
    for field, choices in CHOICES.items():
        name = {"expression": "prefers_ways"}.get(field, f"prefers_{field}")
        kinds[name] = Kind(tuple(choices), several=True)
    kinds |= dict.fromkeys((GATES, OPEN_GATES), Kind(GATE_IDS, several=True))
    kinds[WITHDRAWAL_CARE] = Kind(WITHDRAWALS)
    return kinds | {SETTING: Kind(SETTINGS), RULE: NUMBER, GATE_COUNT: NUMBER}


FIXED = _fixed()


def kind_of(name: str) -> Kind | None:
    """What a fact of this name holds; None for a name that no fact has."""
    return FIXED.get(name) or _of_questionnaire(name)


def _of_questionnaire(name: str) -> Kind | None:
    """Facts of a questionnaire are called after it; its file says which scales, answers and outcomes it has."""
    # with the line behind the name: audit_consumption is the AUDIT's, not the AUDIT-C's
    owner = max((each for each in ids() if f"{name}_".startswith(f"{fact_name(each)}_")), key=len, default=None)
    if owner is None:
        return None
    form = instrument(owner)
    part = name.removeprefix(fact_name(owner)).lstrip("_")
    if part == "outcome" and form.outcomes:
        return Kind(tuple(outcome.severity for outcome in form.outcomes))
    parts = {"", "so_far", *(scale.key for scale in form.scales if scale.key != TOTAL)}
    known = parts | {f"{each}_before".lstrip("_") for each in parts} | {f"item_{item.key}" for item in form.items}
    return NUMBER if part in known else None


def nearest(name: str, more: tuple[str, ...] = ()) -> str:
    """The known name that looks most like one that is not; empty when none does."""
    return next(iter(difflib.get_close_matches(name, [*FIXED, *more], 1)), "")
