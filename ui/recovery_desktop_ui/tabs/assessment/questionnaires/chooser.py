"""Choosing the questionnaire to give: what it measures, in which language, and why one cannot be used here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.instruments import Listed, available
from recovery_desktop.plans.answered import terms_forbid
from recovery_desktop.records.practice import LANGUAGES
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.choice import Combo
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px
from recovery_desktop_ui.tabs.assessment.questionnaires.terms import languages_allowed


class Chooser(QWidget):
    """A list of the questionnaires and one of their languages."""

    chosen = Signal(str, str)  # short name and language

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Listed] = []
        self._non_profit = ""  # what the practice says of itself
        self._which, self._language = Combo(), Combo()
        self._which.setObjectName("questionnaire.which")
        self._which.setAccessibleName(_("Questionnaire to give"))
        self._which.setMinimumWidth(px(300))
        self._language.setObjectName("questionnaire.language")
        self._language.setAccessibleName(_("Language of the questionnaire"))
        self._give = button(_("Give it"), "primary", does=self._choose)
        self._give.setObjectName("questionnaire.give")
        self._hidden = text("", "caption", "quiet", wrap=True)
        self.setLayout(col(hold(Flow(self._which, self._language, self._give, gap=12)), self._hidden, gap=4))
        self._which.activated.connect(lambda _index: self._follow())

    def offer(self, is_non_profit: str) -> None:
        """Offers what the practice may use; `is_non_profit` is what it says of itself."""
        self._non_profit = is_non_profit
        every = available()
        self._listed = [each for each in every if not terms_forbid(each.license.commercial_use, is_non_profit)]
        kept = self._which.currentData()
        self._which.clear()
        self._which.addItem(_("Choose a questionnaire"), "")
        for each in self._listed:
            self._which.addItem(_said(each), each.id)
        self._which.setCurrentIndex(max(0, self._which.findData(kept)))
        hidden = [each.name for each in every if each not in self._listed]
        words = ngettext(
            "{names} is free for non-profit practices only and is not offered; whether yours is one stands under "
            "Practice.",
            "{names} are free for non-profit practices only and are not offered; whether yours is one stands under "
            "Practice.",
            len(hidden),
        )
        self._hidden.setText(words.format(names=", ".join(hidden)))
        self._hidden.setVisible(bool(hidden))
        self._follow()

    def _follow(self) -> None:
        listed = next((each for each in self._listed if each.id == self._which.currentData()), None)
        self._give.setEnabled(listed is not None)
        self._language.clear()
        for code in languages_allowed(listed.id, self._non_profit) if listed is not None else ():
            self._language.addItem(_(LANGUAGES[code]), code)
        self._language.setVisible(self._language.count() > 1)

    def _choose(self) -> None:
        if self._which.currentData():
            self.chosen.emit(self._which.currentData(), self._language.currentData() or "en")


def _said(each: Listed) -> str:
    words = _("{name}: {measures}").format(name=each.name, measures=each.measures)
    return words if each.items_shown else _("{words} (answers from the paper form)").format(words=words)
