"""Therapies: safety first, then how much care, what could help and why, and what was decided on."""

from recovery_desktop.guidance import Guidance
from recovery_desktop.records.therapies import OPEN_GATE, SafetyStep, Service
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, BegunPage
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sections import Section
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.tabs.therapies.guided import Guided
from recovery_desktop_ui.tabs.therapies.how_much import HowMuchSheet
from recovery_desktop_ui.tabs.therapies.safety import SafetySheet
from recovery_desktop_ui.tabs.therapies.services import ServicesSheet
from recovery_desktop_ui.tabs.therapies.suggested import SuggestedSheet
from recovery_desktop_ui.tabs.therapies.taking import by_rule

_BEFORE = Before(
    "repeat",
    N_("No episode of care yet"),
    N_("Services and safety steps belong to an episode of care. Begin one, and they can be entered."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)


class TherapiesPage(BegunPage):
    """Four sections that guidance fills, or is filled into."""

    def __init__(self, keeper: Keeper) -> None:
        sections = (
            Section("safety", N_("Safety first"), self._safety, self._mark_safety, ("safety_step",)),
            Section("how_much", N_("How much care"), self._how_much, lambda _opened: None),
            Section("suggested", N_("Suggestions"), self._suggested, self._mark_suggested),
            Section("services", N_("Services and therapies"), ServicesSheet, _mark_services, ("service",)),
        )
        super().__init__(keeper, sections, _("Sections of the therapies"), _BEFORE)
        self._guided = Guided(keeper, self)
        self._guided.found.connect(self._hear)

    def _safety(self, keeper: Keeper) -> Sheet:
        return SafetySheet(keeper, self._guided)

    def _how_much(self, keeper: Keeper) -> Sheet:
        sheet = HowMuchSheet(keeper, self._guided)
        sheet.go_to.connect(self.go_to)
        return sheet

    def _suggested(self, keeper: Keeper) -> Sheet:
        sheet = SuggestedSheet(keeper, self._guided)
        sheet.add_other.connect(self._add_other)
        sheet.together.connect(self.together)
        return sheet

    def _add_other(self) -> None:
        self.reveal(Place("therapies", "services"))
        services = self._sheets["services"]
        assert isinstance(services, ServicesSheet)
        services.lists[""].add()

    def fill(self, opened: OpenClient) -> None:
        if opened.episode is not None:
            self._guided.follow(opened.client.id)
        super().fill(opened)

    def _hear(self, _found: Guidance) -> None:
        self._renew_marks()

    def _mark_safety(self, opened: OpenClient) -> str | None:
        steps = list(SafetyStep.select(SafetyStep.status).where(SafetyStep.episode == opened.episode))
        found = self._guided.guidance
        if any(step.status in OPEN_GATE for step in steps) or (found and any(gate.is_open for gate in found.gates)):
            return "alarm"
        return "done" if steps else "empty"

    def _mark_suggested(self, opened: OpenClient) -> str | None:
        """Started while something suggested waits for a decision."""
        found = self._guided.guidance
        if found is None or not found.suggestions:
            return None
        assert opened.episode is not None
        decided = by_rule(opened.episode)
        return "started" if any(one.id not in decided for one in found.suggestions) else "done"


def _mark_services(opened: OpenClient) -> str:
    rows = list(Service.select(Service.decision).where(Service.episode == opened.episode))
    if not rows:
        return "empty"
    return "started" if any(row.decision in ("", "open") for row in rows) else "done"
