"""Choosing a passphrase: six words by chance, typed once, or an own one, typed twice or seen while typing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from recovery_desktop.text import _
from recovery_desktop.vault.passphrase_strength import Strength, strength
from recovery_desktop.vault.passphrase_words import offer_passphrase
from recovery_desktop_ui.access.one_of import stop_at
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.secret_field import SecretField, caps_lock_note, show_link
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import role_of


class NewPassphrase(QWidget):
    """A new passphrase, however it is chosen."""

    entered = Signal()  # Enter was pressed in its last field

    def __init__(self) -> None:
        super().__init__()
        self._by_chance = QRadioButton(_("Six words chosen by chance, the safest way"))
        self._own = QRadioButton(_("A passphrase of my own"))
        self._by_chance.setObjectName("by_chance")
        self._own.setObjectName("own")
        self._by_chance.setChecked(True)
        for each in (self._by_chance, self._own):
            each.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._offer = text("", "title", wrap=True)
        self._offer.setObjectName("offer")
        self._same = SecretField(_("Type the six words"))
        self._same.setObjectName("same")
        self._same.show_text(True)
        self._first, self._again = SecretField(_("Passphrase")), SecretField(_("The same again"))
        self._first.setObjectName("first")
        self._again.setObjectName("again")
        self._judged = text("", "caption", "quiet", wrap=True)
        self._judged.setObjectName("strength")
        self._second = hold(labelled(_("The same again"), self._again))
        self._words, self._typed = hold(self._composed_words()), hold(self._composed_own())
        self.setLayout(col(self._by_chance, self._words, self._own, self._typed, gap=8))
        self._own.toggled.connect(self._turn)
        self._first.textChanged.connect(self._judge)
        for last in (self._same, self._again):
            last.returnPressed.connect(self.entered)
        self._first.returnPressed.connect(self._go_on)
        self._turn(False)
        self._offer_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stop_at_chosen()

    def first(self) -> QWidget:
        """The field to begin with."""
        return self._first if self._own.isChecked() else self._same

    def value(self) -> str:
        """The passphrase; only to be used when there is no `problem`."""
        return self._first.text() if self._own.isChecked() else self._offer.text()

    def problem(self) -> str:
        """Why what is typed cannot be taken yet, as a sentence; empty when it can."""
        if not self._own.isChecked():
            same = self._same.text().split() == self._offer.text().split()
            return "" if same else _("Type the six words as they stand above, with a space between them.")
        judged = strength(self._first.text())
        if judged is not Strength.STRONG:
            return judged.words
        if self._again.isVisibleTo(self) and self._again.text() != self._first.text():
            return _("Both passphrases must be the same. Type the second one again.")
        return ""

    def _composed_words(self) -> QVBoxLayout:
        new = button(_("New words"), "link", "refresh-cw", does=self._offer_words)
        new.setObjectName("new_words")
        card = Card(col(self._offer, hold(row(new, None)), gap=6, pad=(20, 14, 20, 12)))
        return col(
            card,
            labelled(_("Type the six words once, so that your hands know them"), self._same),
            caps_lock_note(self._same),
            gap=8,
            pad=(26, 0, 0, 8),
        )

    def _composed_own(self) -> QVBoxLayout:
        show = show_link(self._first)
        show.toggled.connect(lambda shown: self._second.setVisible(not shown))
        return col(
            labelled(_("Passphrase"), self._first),
            self._judged,
            self._second,
            caps_lock_note(self._first, self._again),
            hold(Flow(show)),
            gap=8,
            pad=(26, 0, 0, 8),
        )

    def _offer_words(self) -> None:
        self._offer.setText(offer_passphrase())
        self._offer.setAccessibleName(_("Offered words: {words}").format(words=self._offer.text()))
        self._same.clear()

    def _turn(self, own: bool) -> None:
        self._words.setVisible(not own)
        self._typed.setVisible(own)
        if self.isVisible():
            self._stop_at_chosen()
        (self._first if own else self._same).setFocus()

    def _stop_at_chosen(self) -> None:
        stop_at(self._own if self._own.isChecked() else self._by_chance, (self._by_chance, self._own))

    def _judge(self, typed: str) -> None:
        judged = strength(typed)
        self._judged.setText(judged.words if typed else "")
        self._judged.setForegroundRole(role_of("accent" if judged is Strength.STRONG else "care"))

    def _go_on(self) -> None:
        """Enter in the first field leads to the second one, if that is there."""
        if self._again.isVisibleTo(self):
            self._again.setFocus()
        else:
            self.entered.emit()
