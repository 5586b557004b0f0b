"""Safety first: the gates that are open, and the steps with what was done."""

from recovery_desktop.guidance import Gate, Guidance
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.therapies.forms import safety_step_form, step_words
from recovery_desktop_ui.tabs.therapies.gates import OpenGates
from recovery_desktop_ui.tabs.therapies.guided import Guided, GuidedSheet
from recovery_desktop_ui.tabs.therapies.taking import take_gate


class SafetySheet(GuidedSheet):
    """A card for each open gate above the list of safety steps."""

    def __init__(self, keeper: Keeper, guided: Guided) -> None:
        super().__init__(keeper, guided)
        self._gates = OpenGates()
        self._steps = self.rows_below(
            SafetyStep,
            the_episode,
            safety_step_form,
            step_words,
            add=_("Add a safety step"),
            empty=_(
                "What a finding makes necessary before anything else, such as naloxone. Each stays until answered."
            ),
        )
        self.setLayout(groups(listed(_("Safety first"), self._gates, self._steps)))
        self._gates.answering.connect(self._answer)

    def forget(self) -> None:
        self._gates.show_gates([])

    def show_guidance(self, found: Guidance) -> None:
        episode = self.opened.episode if self.opened is not None else None
        if episode is not None:
            steps = SafetyStep.select().where(SafetyStep.episode == episode)
            self._gates.show_guidance(found, list(steps.order_by(SafetyStep.position, SafetyStep.id)))
            tab_in_reading_order(self)

    def _answer(self, gate: Gate, step: SafetyStep | None) -> None:
        """Writes the safety step, or takes the one there is, and puts the cursor where one says what was done."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        made = step or take_gate(self.keeper, self.opened.episode, gate)
        if made is not None:
            self._steps.refresh()
            self._steps.open_row(made.id)
            if self._steps.form is not None:
                self._steps.form.focus("response")
