"""Enters the client of a client file into the window, from the keyboard, page after page as a counselor would."""

from collections.abc import Mapping, Sequence
from typing import Any

from recovery_desktop.records.base import Record
from recovery_desktop.records.kinds import RECORDS
from recovery_desktop.records.tree import links_of
from tests.ui.walks.entering import PRESSED, fill
from tests.ui.walks.keyboard import Keyboard

Row = Mapping[str, Any]
_MODELS = {str(model._meta.table_name): model for model in RECORDS}
_ASKED = (
    ("substance_use", "substances", "substance"),
    ("physical_health", "health_concerns", "health_concern"),
    ("psychiatric_history", "", ""),
    ("trauma_safety", "", ""),
    ("cognition_learning", "", ""),
    ("family_dynamics", "family_history", "relative"),
    ("social_support", "", ""),
    ("living_conditions", "", ""),
    ("work_school", "", ""),
    ("money_legal", "", ""),
    ("social_needs_asked", "", ""),
    ("stressors", "", ""),
    ("readiness", "", ""),
    ("culture_meaning", "strengths", "strength"),
    ("preferences", "", ""),
    ("hopes", "", ""),
)
"""The sections of the assessment from the third on: the section as it is listed, and the list that stands in it."""
_TABLES = {"social_needs_asked": "social_needs"}
"""The tables of sections that are listed by another name."""


class Typist:
    """Knows the client and the way through the window."""

    def __init__(self, keyboard: Keyboard, plain: Row) -> None:
        self.keyboard, self.plain = keyboard, plain
        self.client: Row = plain["client"]
        self.episode: Row = self.client["episodes"][0]
        self.assessment: Row = self.episode["assessments"][0]
        self._made: dict[str, tuple[type[Record], int]] = {}  # by identifier: the how many-th row of its kind
        self._counts: dict[type[Record], int] = {}

    def enter_everything(self) -> None:
        """All of it, in an order in which nothing points at what is not there yet."""
        self.enter_practice()
        self.begin_client()
        self.enter_client()
        self.enter_assessment()
        self.enter_diagnoses()
        self.enter_therapies()
        self.enter_family()
        self.enter_goals()
        self.enter_aftercare()
        self.enter_contacts()
        self.enter_versions()

    # -- page after page

    def enter_practice(self) -> None:
        self.keyboard.press("Ctrl+Shift+P")
        self.add_rows("staff", self.plain.get("staff", ()))
        self.add_rows("resource", self.plain.get("resources", ()))

    def begin_client(self) -> None:
        """The few fields one needs to begin with, and the first way to reach the client."""
        first = ("legal_given", "legal_family", "preferred_name", "birth_date", "pronouns", "record_number")
        self.keyboard.press("Ctrl+N")
        begun = {name: value for name, value in self.client.items() if name in first}
        contacts = self.client["contact_points"][:1]
        self._note("contact_point", contacts)
        fill(self.keyboard, self._wanted("client", begun) | self._wanted("contact_point", contacts[0]))
        self.keyboard.press("Ctrl+Return")

    def enter_client(self) -> None:
        states = ("allergies_state", "medications_state")
        self.keyboard.press("F2")
        fill(self.keyboard, self._wanted("client", {n: v for n, v in self.client.items() if n not in states}))
        self.keyboard.press("Ctrl+Down")
        self.add_rows("contact_point", self.client["contact_points"][1:])
        self.keyboard.press("Ctrl+Down")
        health = {name: self.client[name] for name in states if name in self.client}
        fill(self.keyboard, {f"health.{name}": value for name, value in health.items()})
        self.add_rows("allergy", self.client.get("allergies", ()))
        self.keyboard.press("Ctrl+Down")
        fill(self.keyboard, self._wanted("episode", self.episode))
        self.keyboard.press("Ctrl+Down")
        self.add_rows("level_of_care", self.episode["levels_of_care"])

    def enter_assessment(self) -> None:
        self.keyboard.press("Ctrl+2")
        fill(self.keyboard, self._wanted("assessment", self.assessment))
        self.keyboard.press("Ctrl+Down")
        areas = self.assessment["areas_of_life"]
        fill(self.keyboard, {f"area_{a['domain']}.{n}": v for a in areas for n, v in a.items() if n != "domain"})
        for section, listed_as, table in _ASKED:
            self.keyboard.press("Ctrl+Down")
            self.add_rows(table, self.assessment.get(listed_as, ()))
            if section in self.assessment:
                fill(self.keyboard, self._wanted(_TABLES.get(section, section), self.assessment[section]))
        self.keyboard.press("Ctrl+Down")
        self.add_rows("administration", self.episode["administrations"])

    def enter_diagnoses(self) -> None:
        self.keyboard.press("Ctrl+3")
        self.keyboard.press("Ctrl+Down")
        self.add_rows("diagnosis", self.episode["diagnoses"])
        self.keyboard.press("Ctrl+Down")
        self.add_rows("co_occurring", self.episode["co_occurring"])
        self.keyboard.press("Ctrl+Down")
        self.add_rows("care_team_member", self.client["care_team"])
        self.keyboard.press("Ctrl+Down")
        self.add_rows("medication", self.client.get("medications", ()))
        self.keyboard.press("Ctrl+Down")
        self.add_rows("test_result", self.episode["test_results"])

    def enter_therapies(self) -> None:
        self.keyboard.press("Ctrl+4")
        self.add_rows("safety_step", self.episode["safety_steps"])
        self.keyboard.press("Ctrl+Down", 3)
        self.add_rows("service", self.episode["services"])

    def enter_family(self) -> None:
        self.keyboard.press("Ctrl+5")
        self.add_rows("support_person", self.client["support_people"])
        self.add_rows("release", self.client["releases"])
        self.add_rows("family_session", self.episode["family_sessions"])
        needs = self.episode["social_needs"]
        self._note("social_need", needs)
        fill(
            self.keyboard, {f"social_need.{n['domain']}.{k}": v for n in needs for k, v in n.items() if k in _ASKED_OF}
        )
        self.add_rows("referral", self.episode["referrals"])

    def enter_goals(self) -> None:
        self.keyboard.press("Ctrl+6")
        self.keyboard.tab_to("outline.kinds")
        self.keyboard.press("Right", 2)
        self.add_rows("finding", self.assessment["findings"])
        self.keyboard.tab_to("outline.kinds")
        self.keyboard.press("Left")
        self.add_rows("need", self.episode["needs"])
        self.keyboard.tab_to("outline.kinds")
        self.keyboard.press("Left")
        for goal in self.episode["goals"]:
            self.add_rows("goal", [goal])
            self.add_rows("objective", goal["objectives"])
            self.add_rows("intervention", goal["interventions"])
            self.add_rows("progress", goal.get("progress", ()))

    def enter_aftercare(self) -> None:
        self.keyboard.press("Ctrl+7")
        self.add_rows("aftercare_step", self.episode["aftercare_steps"], add="aftercare.first_step")
        entries = self.episode["prevention_entries"]
        for kind in dict.fromkeys(entry["kind"] for entry in entries):
            own = [{n: v for n, v in entry.items() if n != "kind"} for entry in entries if entry["kind"] == kind]
            self.add_rows("prevention_entry", own, name=f"prevention_entry.{kind}")
        self.add_rows("follow_up", self.episode["follow_ups"])
        self.add_rows("discharge_criterion", self.episode["discharge_criteria"])

    def enter_contacts(self) -> None:
        self.keyboard.press("Ctrl+1")
        self.keyboard.press("Ctrl+Down")
        self.add_rows("contact", self.episode["contacts"])

    def enter_versions(self) -> None:
        self.keyboard.press("Ctrl+8")
        self.add_rows("plan_version", self.episode["plan_versions"], add="plan.begin")

    # -- later

    def take_over_staff(self) -> None:
        """The staff of the file is in the practice already."""
        self._note("staff", self.plain["staff"])

    def enter_later(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """What came later of the questionnaires, how much care, and the follow-ups, by table."""
        self.keyboard.press("Ctrl+2")
        self._go_to_section(1 + len(_ASKED) + 1)
        self.add_rows("administration", rows["administration"])
        self.keyboard.press("F2")
        self._go_to_section(4)
        self.add_rows("level_of_care", rows["level_of_care"])
        self.keyboard.press("Ctrl+7")
        self.add_rows("follow_up", rows["follow_up"])

    def _go_to_section(self, place: int) -> None:
        """A page that was left at some section begins there again."""
        self.keyboard.press("Ctrl+Up", len(_ASKED) + 2)
        self.keyboard.press("Ctrl+Down", place)

    # -- rows

    def add_rows(self, table: str, rows: Sequence[Row], *, name: str = "", add: str = "") -> None:
        """Adds rows to a list, the first from its button and each further one with Ctrl+Enter."""
        name = name or table
        for place, row in enumerate(rows):
            if place:
                self.keyboard.press("Ctrl+Return")
            else:
                self.keyboard.tab_to(add or f"{name}.add")
                self.keyboard.press("Space")
            self._note(table, [row])
            fill(self.keyboard, self._wanted(table, row, name), _group_of_service)
            self._enter_inside(row)

    def _enter_inside(self, row: Row) -> None:
        """What stands inside the form of a row."""
        if "topics" in row:
            fill(self.keyboard, self._wanted("use_topics", row["topics"]))
        if "scores" in row:
            self.add_rows("recorded_score", row["scores"])
            self.keyboard.press("Esc")  # out of the score, and out of the questionnaire
            self.keyboard.press("Esc")

    def _note(self, table: str, rows: Sequence[Row]) -> None:
        model = _MODELS[table]
        for row in rows:
            if "id" in row:
                self._made[row["id"]] = (model, self._counts.get(model, 0))
            self._counts[model] = self._counts.get(model, 0) + 1

    def row(self, identifier: str) -> Record:
        """The row that was entered for an identifier of the file."""
        model, place = self._made[identifier]
        made: Record = model.select().order_by(model.id)[place]
        return made

    def _wanted(self, table: str, row: Row, name: str = "") -> dict[str, Any]:
        """What is to be entered for a row, by the names of fields and chips."""
        model = _MODELS[table]
        links = {link.owner().listed_as: link for link in links_of(model)}
        wanted: dict[str, Any] = {}
        for field, value in row.items():
            if field in model.described():
                wanted[f"{name or table}.{field}"] = value
            elif field in model.refs():
                wanted[f"{name or table}.{field}"] = self.row(value)
            elif field in links:
                chips = (f"{links[field]._meta.table_name}.{self.row(end).id}" for end in value)
                wanted |= dict.fromkeys(chips, PRESSED)
        return wanted


_ASKED_OF = ("status", "detail", "amount", "code")


def _group_of_service(name: str) -> str:
    """A service moves to the group of its decision while it is being entered, and the cursor with it."""
    table, _dot, field = name.rpartition(".")
    return f"service.{field}" if table.startswith("service_") else name
