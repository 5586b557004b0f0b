"""How each section of the assessment is laid out: what is asked together, in which order, and what follows from it."""

from recovery_desktop.records import health, life, person, substances
from recovery_desktop.records.assessment import Section
from recovery_desktop.text import N_
from recovery_desktop_ui.editing.checklist import Then
from recovery_desktop_ui.editing.composing import After, Fields, Part, Questions, Rulers, Sentence, part

SUBSTANCE = (
    part(
        "",
        Fields(("substance_class", "name", "route")),
        After(Then("substance_class", ("product",), answers=("tobacco",))),
    ),
    part(
        N_("How much and how often"),
        Sentence(
            N_("Amount"),
            N_("{amount_low} to {amount_high} {amount_unit} | per {amount_per}"),
            ("amount_low", "amount_high", "amount_unit", "amount_per"),
        ),
        Fields(("days_of_30", "last_use_on")),
    ),
    part(
        N_("Since when, and how it began"),
        Fields(("first_use_age", "years_of_use", "longest_without")),
        Fields(("how_it_began", "how_it_began_detail")),
    ),
    part(
        N_("Around the use"),
        Fields(("usual_time", "together_with", "source")),
        Fields(("used_for",)),
        Questions(("content_known", "taken_as_prescribed")),
    ),
    part(N_("What was tried"), Fields(("treatment_tried", "concern"))),
)
TOPICS = (
    part(
        N_("Use-disorder topics, in the same twelve months"),
        Questions(
            (
                "larger_or_longer", "cut_down", "time_spent", "craving", "role_failure", "people_problems",
                "activities_given_up", "hazardous", "health_harm", "tolerance", "withdrawal",
            )
        ),
        Fields(("met",)),
    ),
    part(
        N_("How it stands now"),
        Fields(("months_since", "withdrawal_kind")),
        Questions(("maintenance_therapy", "controlled_environment")),
    ),
)  # fmt: skip
CONCERN = (
    part("", Fields(("name", "kind")), Fields(("times", "since", "worse_when"))),
    part("", Questions(("while_using", "checked"))),
)

SECTIONS: dict[type[Section], tuple[Part, ...]] = {
    substances.SubstanceUse: (
        part(
            N_("Overdose and injecting"),
            Fields((Then("overdoses", ("last_overdose_on",)),)),
            Questions(
                ("injecting", "shared_equipment", Then("naloxone_at_hand", ("naloxone_kept",))),
            ),
        ),
        part(N_("Withdrawal"), Questions(("withdrawal_seizure", "withdrawal_delirium"))),
        part(
            N_("What was tried"),
            Questions((Then("treatment_before", ("treatment_helped",)),)),
            Fields(("longest_abstinence",)),
        ),
    ),
    health.PhysicalHealth: (
        part(N_("Looked after"), Fields(("months_since_exam", "prescription_report_on"))),
        part(
            N_("Sleep, pain and falls"),
            Sentence(
                N_("Sleep in a usual night"),
                N_("{sleep_hours_low} to {sleep_hours_high} hours"),
                ("sleep_hours_low", "sleep_hours_high"),
            ),
            Fields(("pain", "falls")),
        ),
        part(N_("Warning signs"), Questions(("chest_pain", "fever_with_injecting", "head_injury"))),
        part(
            N_("Pregnancy and contraception"),
            Fields(("pregnancy", "contraception")),
            Questions(("pregnancy_test_offered",)),
        ),
    ),
    health.PsychiatricHistory: (
        part(N_("Earlier treatment"), Questions((Then("treated_before", ("treatment_detail",)),))),
        part(
            N_("Energy and mood"),
            Questions(("little_sleep", "high_mood", "racing_thoughts", "risky_acts", "mania_signs")),
        ),
        part(
            N_("What others do not notice"),
            Questions(("voices", "watched", "messages", "confused", "psychosis_signs")),
        ),
        part(
            N_("Harm to oneself"),
            Questions(("self_harm",)),
            Fields((Then("suicide_attempts", ("last_attempt_on",)),)),
        ),
    ),
    health.TraumaSafety: (
        part(
            N_("Safe now"),
            Questions(
                (
                    Then("feels_safe_at_home", ("safe_tonight",), answers=("no", "unknown", "declined")),
                    "afraid_of_someone",
                    Then("weapons_at_home", ("weapons_kept",)),
                )
            ),
        ),
        part(N_("Others who may be at risk"), Questions(("child_at_risk", "adult_at_risk"))),
        part(N_("From the past"), Questions(("trauma",))),
    ),
    health.CognitionLearning: (
        part(
            "",
            Questions(
                (
                    "concerns",
                    "memory",
                    "attention",
                    "reading",
                    "language",
                    "hearing_or_vision",
                    "head_injury_unconscious",
                )
            ),
        ),
    ),
    life.FamilyDynamics: (
        part(N_("Children"), Questions((Then("has_children", ("children_at_home", "custody_matter")),))),
        part(N_("Family"), Questions(("family_uses",)), Fields(("atmosphere",))),
    ),
    life.SocialSupport: (part("", Questions(("isolated", "friends_use", "coworkers_use", "mutual_help_tried"))),),
    life.LivingConditions: (
        part(N_("Home"), Fields(("housing", "lives_with"))),
        part("", Questions(("stable", "substances_at_home", "medicines_locked"))),
        part(N_("Getting around and staying in touch"), Fields(("transport",)), Questions(("phone_and_internet",))),
    ),
    life.WorkSchool: (
        part(
            N_("Work"),
            Fields(("employment", "occupation")),
            Fields(("work_days",)),
            Sentence(N_("Working hours"), N_("from {work_from} to {work_until}"), ("work_from", "work_until")),
            Questions(("job_at_risk",)),
        ),
        part(N_("School"), Fields(("education", "studies", "credits_missing"))),
    ),
    life.MoneyLegal: (
        part(
            N_("Money"),
            Fields(("income_source", "debt", "debt_kind")),
            Questions(("rent_paid", "gambling")),
        ),
        part(N_("Legal"), Questions((Then("legal_matters", ("legal_detail", "next_court_date")),))),
    ),
    life.SocialNeeds: (
        part(N_("Home and food"), Questions(("no_home", "home_at_risk", "food", "bills"))),
        part(N_("Money"), Questions(("income", "debt", "insurance"))),
        part(
            N_("Work, school and the way there"),
            Questions(("no_work", "work_hours", "work_strain", "school", "reading", "transport")),
        ),
        part(N_("People and law"), Questions(("alone", "left_out", "caring", "legal"))),
    ),
    life.Stressors: (part("", Fields(("main_stressor",)), Questions((Then("recent_loss", ("loss",)),))),),
    person.Readiness: (
        part(
            "",
            Rulers(
                (
                    ("importance", (N_("not important"), N_("most important"))),
                    ("confidence", (N_("not sure at all"), N_("quite sure"))),
                    ("readiness", (N_("not ready"), N_("has begun"))),
                )
            ),
            Fields(("why_not_lower",)),
        ),
    ),
    person.CultureMeaning: (
        part("", Fields(("faith", "practice")), Fields(("gives_meaning", "used_to_enjoy"))),
        part("", Questions(("wants_in_plan",))),
    ),
    person.Preferences: (
        part(N_("How help should be"), Fields(("expression", "formats", "times", "places", "aids"))),
        part(N_("Yes and no"), Fields(("open_to", "not_wanted", "not_ready_for")), Fields(("helped_before",))),
    ),
    person.Hopes: (part("", Fields(("a_year_from_now",))),),
}
"""By section, its parts; what all sections share stands at the head and the end of each."""
